import { describe, expect, test } from "vitest";
import { lowerBound } from "../../src/bound/lowerBound.ts";
import { checkPlan } from "../../src/check/plan/checkPlan.ts";
import { UsageError } from "../../src/errors.ts";
import { compareScores } from "../../src/model/score.ts";
import { solveSync } from "../../src/solve/solve.ts";
import { randomPair } from "../generate/demands.ts";
import { demand, onLine, shift, slot, task, term, worker } from "../reference/demand.ts";
import { bestOfEveryPlan } from "../reference/everyPlan.ts";
import { instance, TINY } from "../reference/instances.ts";
import { mixtureOf, seededDemand } from "../reference/seeded.ts";
import { solveExactly } from "../reference/solveExactly.ts";

describe("worked by hand", () => {
  test("a round on a line costs the way out and back", () => {
    const tasks = [task("far", 3, 1), task("near", 1, 1), task("middle", 2, 1)];
    expect(lowerBound(demand({ tasks }))).toMatchObject({ levels: [0, 0, 18], method: "tree", complete: true });
  });

  test("what no shift can reach in time is left out, and paid for", () => {
    const tasks = [task("far", 3, 1, { slots: [slot(0, 8)] }), task("near", 1, 1)];
    expect(lowerBound(demand({ tasks })).levels).toEqual([0, 100, 4]);
  });

  test("two that must be served at once need two shifts", () => {
    const tasks = [task("a", 1, 5, { slots: [slot(10, 10)] }), task("b", 2, 5, { slots: [slot(10, 10)] })];
    const shifts = [shift("s", 0, 30), shift("t", 0, 30, { worker: "bo" })];
    const two = demand({ tasks, shifts, workers: [worker("ann"), worker("bo")] });
    expect(lowerBound(two).levels).toEqual([0, 0, 14]);
  });

  test("tasks at the end of a shift that ends nowhere do not give each other a place to travel from", () => {
    const duties = ["a", "b"].map((id, i) => task(id, "shiftEnd", 1, { required: true, slots: [slot(0, 2 + i)] }));
    const open = shift("day", 0, 30, { ends: [0, 60], options: [{ mode: "walk", from: null, to: null }] });
    const tasks = [...duties, task("elsewhere", 3, 90), task("visit", 1, 2, { required: true, slots: [slot(20, 30)] })];
    const terms = [term("unserved", 1, 100), term("travel", 2, -1)];
    expect(lowerBound(demand({ shifts: [open], tasks, terms })).levels).toEqual([0, 100, 0]);
  });

  test("a Demand that nobody can keep has no bound", () => {
    const tasks = [task("far", 3, 1, { slots: [slot(0, 8)], required: true })];
    expect(lowerBound(demand({ tasks })).levels).toEqual([Infinity, Infinity, Infinity]);
    expect(lowerBound(wide(12, { required: true, slots: [slot(0, 3)] })).levels[0]).toBe(Infinity);
  });

  test("twelve tasks, too many to try all, are bounded by their rounds", () => {
    expect(lowerBound(wide(12))).toMatchObject({ levels: [0, 0, 48], method: "rounds", complete: true });
  });
});

/** Tasks at 2, 4, … on a line, and two shifts with time for half of them each. */
function wide(count: number, more: Parameters<typeof task>[3] = {}): ReturnType<typeof demand> {
  const places = Array.from({ length: count + 1 }, (_, i) => 2 * i);
  return demand({
    travel: [{ mode: "walk", placeCount: places.length, ticks: onLine(places) }],
    workers: [worker("ann"), worker("bo")],
    shifts: [shift("s", 0, 1000), shift("t", 0, 1000, { worker: "bo" })],
    tasks: places.slice(1).map((_, i) => task(`t${i}`, i + 1, 3, more)),
  });
}

test("no bound is above the optimum, which tiny Demands reach", () => {
  let planned = 0;
  for (let seed = 0; seed < 60; seed++) {
    const one = seededDemand(seed);
    const optimum = solveExactly(one, { everyPlace: true }).score;
    const bound = lowerBound(one);
    const told = { seed, mixed: mixtureOf(one), complete: true };
    if (optimum === null) expect({ ...told, levels: bound.levels[0] }).toEqual({ ...told, levels: Infinity });
    else {
      expect({ ...told, complete: bound.complete, differs: compareScores(bound, optimum) !== 0 }).toEqual({ ...told, differs: false });
      planned++;
    }
  }
  expect(planned).toBeGreaterThan(40);
});

test("the bound is the best of all plans, enumerated without knowing a rule", () => {
  let compared = 0;
  for (let seed = 60; seed < 150; seed++) {
    const { demand: one } = instance(seed, TINY);
    const best = bestOfEveryPlan(one, TINY.horizon, Math.max(...one.tasks.map((t) => Math.ceil(1.5 * t.duration.max))), 1000);
    if (best === undefined) continue;
    const { levels } = lowerBound(one);
    if (best === null) expect({ seed, level: levels[0] }).toEqual({ seed, level: Infinity });
    else expect({ seed, levels, best, same: compareScores({ levels }, { levels: best }) === 0 }).toEqual({ seed, levels, best, same: true });
    compared++;
  }
  expect(compared).toBeGreaterThan(15);
});

test("no legal plan of larger Demands is below the bound, be it hidden in them or found", () => {
  let judged = 0;
  for (let seed = 1; seed <= 30; seed++) {
    const { demand: one, plan } = randomPair(seed, { tasks: [6, 14], shifts: [1, 4], days: [1, 2], dayTicks: 96 });
    const bound = lowerBound(one, { steps: 10_000 });
    for (const candidate of [plan, solveSync(one, { steps: 500, seed }).plan]) {
      const { issues, score } = checkPlan(one, candidate);
      if (issues.length > 0) continue;
      judged++;
      expect({ seed, bound: bound.levels, score: score.levels, above: compareScores(bound, score) > 0 }).toMatchObject({ seed, above: false });
    }
  }
  expect(judged).toBeGreaterThan(40);
});

describe("limits", () => {
  const one = wide(10);

  test("the same steps give the same bound, and fewer none that is higher", () => {
    const all = lowerBound(one);
    expect(lowerBound(one)).toEqual(all);
    for (const steps of [0, 10, 100, 1000]) {
      const some = lowerBound(one, { steps });
      expect(some).toEqual(lowerBound(one, { steps }));
      expect(compareScores(some, all)).toBeLessThanOrEqual(0);
    }
    expect(lowerBound(one, { steps: 0 }).complete).toBe(false);
  });

  test("a signal and a clock end the proof with what is proven", () => {
    const aborted = lowerBound(one, { signal: AbortSignal.abort() });
    expect(aborted.complete).toBe(false);
    let now = 0;
    const late = lowerBound(one, { seconds: 5, clock: () => now++ });
    expect(late.complete).toBe(false);
    expect(compareScores(late, lowerBound(one))).toBeLessThanOrEqual(0);
  });

  test("what cannot be meant is refused", () => {
    expect(() => lowerBound(one, { steps: -1 })).toThrow(UsageError);
    expect(() => lowerBound(one, { seconds: Number.NaN })).toThrow(UsageError);
  });
});
