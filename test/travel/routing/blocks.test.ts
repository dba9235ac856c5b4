import fc from "fast-check";
import { expect, test } from "vitest";
import { blocksOf } from "../../../src/travel/routing/blocks.ts";

test("blocks cover every pair once, none is larger than allowed, and they stand where they say", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 60 }), fc.integer({ min: 1, max: 70 }), (size, side) => {
      const points = Array.from({ length: size }, (_, place) => ({ place, id: `${place}`, latitude: 0, longitude: 0 }));
      const seen = new Map<string, number>();
      for (const { sources, targets, firstSource, firstTarget } of blocksOf(points, side)) {
        expect(Math.max(sources.length, targets.length)).toBeLessThanOrEqual(side);
        expect([sources[0], targets[0]]).toEqual([points[firstSource], points[firstTarget]]);
        for (const from of sources) for (const to of targets) seen.set(`${from.id} ${to.id}`, (seen.get(`${from.id} ${to.id}`) ?? 0) + 1);
      }
      const pairs = points.flatMap((from) => points.filter((to) => to !== from).map((to) => `${from.id} ${to.id}`));
      expect(pairs.filter((pair) => seen.get(pair) !== 1)).toEqual([]);
    }),
    { seed: 6 },
  );
});
