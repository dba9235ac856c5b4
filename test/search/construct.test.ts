import { expect, test } from "vitest";
import { demandFor, minute } from "../../src/index.ts";
import { compile } from "../../src/problem/compile.ts";
import { CONDITIONAL } from "../../src/problem/problem.ts";
import { compareLevels } from "../../src/search/acceptance.ts";
import { Lane } from "../../src/search/lane.ts";
import { neighboursOf } from "../../src/search/neighbours.ts";
import { doAll } from "../../src/search/pieces.ts";
import { Search } from "../../src/search/search.ts";
import { warmStart } from "../../src/search/warmStart.ts";
import { sampleTown } from "../../src/sample/index.ts";
import { randomDemand } from "../generate/demands.ts";
import { laneOf, MIXED, toolsOf } from "./lanes.ts";

const town = compile(demandFor(sampleTown({ seed: 5, clients: 40, days: 3 }), minute()));
const searchOf = (): Search => new Search(town, { seed: 1, lanes: 1, steps: 100, warm: null, share: null, replay: null });

test("before its first plan is made, a lane's best is to serve nothing", () => {
  const lane = new Lane(town, neighboursOf(town, 64), 1, null);
  const empty = Array.from(lane.bestLevels);
  while (!lane.build()) expect([lane.best().rounds, Array.from(lane.bestLevels)]).toEqual([[], empty]);
  expect(lane.best().rounds.length).toBeGreaterThan(0);
  expect(Array.from(lane.bestLevels)).not.toEqual(empty);
});

test("a piece of the first plan is a task or less: never do two get their turn in one", () => {
  const lane = new Lane(town, neighboursOf(town, 64), 1, null);
  for (let before = 0; !lane.build(); before = lane.turns.taken) expect(lane.turns.taken - before).toBeLessThanOrEqual(1);
  expect(lane.turns.taken).toBeGreaterThan(town.taskCount / 2);
});

test("tasks that have had no turn when the turns end are left out", () => {
  for (let seed = 0; seed < 60; seed++) {
    const p = compile(randomDemand(seed, { ...MIXED, features: { unserved: 1 } }));
    const [all, few] = [0, 1].map(() => new Lane(p, neighboursOf(p, 64), seed, null));
    few!.turns.end(2);
    while (!all!.build());
    while (!few!.build());
    expect(few!.turns.taken, `seed ${seed}`).toBe(Math.min(2, all!.turns.taken));
    const served = Array.from(few!.tools.objective.st.shiftOf).filter((shift, t) => shift >= 0 && p.tasks.required[t] !== CONDITIONAL).length;
    expect(served, `seed ${seed}`).toBeLessThanOrEqual(4); // a turn puts in a pair at most, and breaks
  }
});

test("a search that is stopped in its first plan needs few pieces more", () => {
  const piecesOf = (search: Search): number => {
    let pieces = 1;
    while (!search.advance().done) pieces++;
    return pieces;
  };
  const all = piecesOf(searchOf());
  for (const before of [0, 30, 150]) {
    const search = searchOf();
    for (let k = 0; k < before; k++) search.advance();
    search.stop();
    expect(piecesOf(search), `after ${before}`).toBeLessThan(all / 8);
    expect(search.best().rounds.length > 0).toBe(before > 0);
    expect(search.cooling).toEqual([{ lane: 0, step: 0, at: 1024, turns: expect.any(Number) }]);
  }
});

test("turns that end just when all were taken change nothing, one less does", () => {
  const lane = laneOf(town.demand);
  const [same, other] = [0, 1].map((less) => {
    const one = new Lane(town, neighboursOf(town, 64), 1, null);
    one.turns.end(lane.turns.taken - less);
    while (!one.build());
    return one;
  });
  expect(same!.now()).toEqual(lane.now());
  expect(other!.turns.taken).toBe(lane.turns.taken - 1);
});

test("the first plan of a lane that begins with one is at least as good, even where tasks without worth are put in", () => {
  let dearer = 0;
  for (let seed = 0; seed < 100; seed++) {
    const some = randomDemand(seed, { ...MIXED, features: { openPlaces: 0, profile: 0 } });
    const p = compile(some);
    const lane = laneOf(some, seed);
    lane.run(200);
    const given = toolsOf(p);
    const best = { solution: lane.best(), holdsTimes: true };
    doAll(warmStart(given, best));
    const begun = new Lane(p, neighboursOf(p, 64), seed, best);
    while (!begun.build());
    expect(compareLevels(begun.bestLevels, given.objective.levels), `seed ${seed}`).toBeLessThanOrEqual(0);
    if (compareLevels(begun.tools.objective.levels, given.objective.levels) > 0) dearer++;
  }
  expect(dearer).toBeGreaterThan(0);
});
