import { expect, test } from "vitest";
import { townOf } from "../../bench/rules/families.ts";
import { compile } from "../../src/problem/compile.ts";
import type { Lane } from "../../src/search/lane.ts";
import { type Cooling, Search } from "../../src/search/search.ts";

const p = compile(townOf({ family: "soft", size: 50 }).demand);

test("what is tried to learn what moves cost, and then not needed, leaves no trace: replay does without", () => {
  const lanes: Lane[] = [];
  const make = (replay: readonly Cooling[] | null): Search =>
    new Search(p, { seed: 1, lanes: 1, steps: Number.POSITIVE_INFINITY, warm: null, share: replay === null ? () => 0.5 : null, replay, onLane: (lane) => void lanes.push(lane as Lane) });
  const search = make(null);
  const isLearning = (): boolean => lanes[0]!.isLearning;
  while (!lanes[0]!.isBuilt) search.advance();
  const before = lanes[0]!.tools.random.save();
  while (!isLearning()) search.advance();
  search.advance();
  expect([isLearning(), lanes[0]!.steps]).toEqual([true, 0]);
  expect(lanes[0]!.tools.random.save()).not.toEqual(before);
  search.stop();
  while (!search.advance().done);
  expect(search.cooling).toEqual([{ lane: 0, step: 0, at: 1024 }]);
  const again = make(search.cooling);
  while (!again.advance().done);
  expect(again.best()).toEqual(search.best());
  expect(again.cooling).toEqual(search.cooling);
  expect(lanes[1]!.tools.random.save()).toEqual(lanes[0]!.tools.random.save());
});

test("a search that is told to have ended here is told what replay gives", () => {
  const search = new Search(p, { seed: 1, lanes: 2, steps: 200, warm: null, share: null, replay: null });
  let told = 0;
  for (let k = 0; !search.advance().done; k++) {
    if (k % 7 > 0) continue;
    const cooling = search.coolingToHere();
    if (cooling === null) continue;
    const again = new Search(p, { seed: 1, lanes: 2, steps: 200, warm: null, share: null, replay: cooling });
    while (!again.advance().done);
    expect(again.best(), `piece ${k}`).toEqual(search.best());
    told++;
  }
  expect(told).toBeGreaterThan(5);
});

test("an end that is left after some pieces is left there again", () => {
  const make = (replay: readonly Cooling[] | null): Search =>
    new Search(p, { seed: 1, lanes: 1, steps: 300, warm: null, share: null, replay });
  const whole = make(null);
  let pieces = 0;
  while (!whole.advance().done) if (whole.steps === 300) pieces++;
  expect(pieces).toBeGreaterThan(3);
  for (const most of [0, 1, 3, pieces - 1]) {
    const search = make(null);
    while (search.steps < 300) search.advance();
    for (let k = 0; k < most; k++) search.advance();
    search.leave();
    while (!search.advance().done);
    const again = make(search.cooling);
    while (!again.advance().done);
    expect(search.cooling.at(-1)!.pieces).toBeLessThanOrEqual(most);
    expect(again.cooling).toEqual(search.cooling);
    expect(again.best()).toEqual(search.best());
  }
});
