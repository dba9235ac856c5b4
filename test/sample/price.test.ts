import fc from "fast-check";
import { expect, test } from "vitest";
import { type Frame, LONGER, type Piece, priceOf, type Round, roundOf, WAITED } from "../../src/sample/planted/round.ts";

const frame: Frame = { begin: 420, soonBack: 840, back: 960, base: 0, travel: (from, to) => Math.abs(from - to) };
const piece = fc.record({ start: fc.integer({ min: 420, max: 950 }), minutes: fc.integer({ min: 5, max: 60 }), place: fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined }), entryMinutes: fc.nat(2) });
const pieceOf = ({ start, minutes, place, entryMinutes }: { start: number; minutes: number; place: number | undefined; entryMinutes: number }): Piece => ({
  id: "n", kind: "visit", start, end: start + minutes, ...(place !== undefined && { place }), entryMinutes: place === undefined ? 0 : entryMinutes,
});

test("a piece has a price just where the round can be walked with it, and it is the way, the waiting and the time that it adds", () => {
  let [fitting, refused] = [0, 0];
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), piece, (drafts, draft) => {
      let round = roundOf(frame, []) as Round;
      for (const one of drafts.map(pieceOf)) {
        const more = roundOf(frame, [...round.pieces, one].sort((a, b) => a.start - b.start));
        if (more !== undefined) round = more;
      }
      const one = pieceOf(draft);
      if (round.pieces.some(({ start }) => start === one.start)) return;
      const walked = roundOf(frame, [...round.pieces, one].sort((a, b) => a.start - b.start));
      const price = priceOf(frame, round, one);
      expect(price !== undefined).toBe(walked !== undefined);
      if (price !== undefined && walked !== undefined) {
        fitting++;
        const [before, after] = [round.pieces.findLast(({ start }) => start < one.start), round.pieces.find(({ start }) => start > one.start)];
        const waited = Math.min(one.start - (before?.end ?? frame.begin), (after?.start ?? Infinity) - one.end);
        const longer = Math.max(0, walked.isBack - Math.max(round.isBack, frame.soonBack));
        expect(price.cost).toBeCloseTo(walked.travelMinutes - round.travelMinutes + WAITED * waited + LONGER * longer, 9);
      } else refused++;
    }),
    { seed: 11, numRuns: 600 },
  );
  expect(Math.min(fitting, refused)).toBeGreaterThan(30);
});
