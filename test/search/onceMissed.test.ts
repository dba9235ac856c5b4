/** Small Demands, worked by hand, of which the search once missed the best plan: what a proof of the optimum knew and no move could reach. */
import { describe, expect, test } from "vitest";
import { lowerBound } from "../../src/bound/lowerBound.ts";
import { checkPlan } from "../../src/check/plan/checkPlan.ts";
import type { Curve } from "../../src/model/curve.ts";
import type { Demand } from "../../src/model/demand.ts";
import { compile } from "../../src/problem/compile.ts";
import { encode } from "../../src/problem/decode.ts";
import { warmStart } from "../../src/search/warmStart.ts";
import { solveSync } from "../../src/solve/solve.ts";
import { demand, onLine, shift, slot, task, term, worker } from "../reference/demand.ts";
import { laneOf, toolsOf } from "./lanes.ts";

/** Levels of what is found within so many steps; the judge agrees, and nothing can be better. */
function found(one: Demand, steps: number): readonly number[] {
  const { plan, score } = solveSync(one, { steps, seed: 1 });
  const { issues, score: judged } = checkPlan(one, plan);
  expect([issues, judged.levels]).toEqual([[], score.levels]);
  expect(lowerBound(one)).toMatchObject({ levels: score.levels, complete: true });
  return score.levels;
}

/** The same of the first plan, the times of which nothing has mended yet. */
function foundAtOnce(one: Demand): readonly number[] {
  const levels = [...laneOf(one).bestLevels];
  expect(found(one, 0)).toEqual(levels);
  return levels;
}

test("a shift that must last until some hour, but not long, begins as late as its last task may be", () => {
  const kept = shift("day", 0, 60, { begins: [0, 60], ends: [60, 90], maxSpan: 20 });
  expect(foundAtOnce(demand({ shifts: [kept], tasks: [task("a", 0, 5, { slots: [slot(0, 60)] })] }))).toEqual([0, 0, 0]);
});

test("waiting is saved before a shift may end, where it is paid until then", () => {
  const kept = shift("day", 0, 60, { begins: [0, 60], ends: [60, 90] });
  const terms = [term("unserved", 1, 100), term("waiting", 2, 1)];
  expect(foundAtOnce(demand({ shifts: [kept], tasks: [task("a", 1, 5, { slots: [slot(0, 60)] })], terms }))).toEqual([0, 0, 0]);
});

test("a break does not wait where the stretch before it would get too long", () => {
  const long = shift("day", 0, 20, { ends: [null, 40], maxSpan: 40, maxStretch: 15 });
  const visits = [5, 25].map((at) => task(`at ${at}`, 0, 5, { slots: [slot(at, at)], required: true }));
  const rest = task("rest", 0, 2, { kind: "break", slots: [slot(10, 22)], required: true });
  expect(foundAtOnce(demand({ shifts: [long], tasks: [...visits, rest] }))).toEqual([0, 0, 0]);
});

describe("priced starts", () => {
  const terms = [term("unserved", 1, 1000), term("slotCost", 2, 1), term("late", 3, 1)];
  const flatUntil = (x: number, above: number) => ({ points: [[x, 0]] as const, below: 0, above });
  const fromOn = (x: number, below: number) => ({ points: [[x, 0]] as const, below, above: 0 });

  test("a task starts where start and end together cost least, not where the start alone does", () => {
    const priced = slot(0, 20, { startCost: flatUntil(12, 5), endCost: fromOn(15, -3) });
    expect(foundAtOnce(demand({ tasks: [task("a", 0, 5, { slots: [priced] })], terms }))).toEqual([0, 0, 0, 0]);
  });

  test("a task is late where that costs less than an early start does, by order of levels", () => {
    const priced = slot(0, 20, { startCost: fromOn(12, -3), due: { start: 4 } });
    expect(foundAtOnce(demand({ tasks: [task("a", 0, 5, { slots: [priced] })], terms }))).toEqual([0, 0, 0, 8]);
  });

  describe("and lateness on one level", () => {
    const weighed = (slotCost: number, late: number) => [term("unserved", 1, 100_000), term("slotCost", 2, slotCost), term("late", 2, late)];
    const dueAt = (start: number, startCost: Curve) => [task("a", 0, 5, { slots: [slot(0, 20, { startCost, due: { start } })] })];

    test("a task is on time where the curve falls by less than lateness costs, though a unit of the curve costs more than a tick", () => {
      const tasks = dueAt(4, { points: [[0, 1], [16, 0]], below: 0, above: 0 });
      expect(foundAtOnce(demand({ tasks, terms: weighed(16, 2) }))).toEqual([0, 0, 12]);
    });

    test("a task is late where the curve falls by more than lateness costs, though a unit of the curve costs less than a tick", () => {
      expect(foundAtOnce(demand({ tasks: dueAt(4, fromOn(12, -30)), terms: weighed(1, 2) }))).toEqual([0, 0, 16]);
    });
  });

  test("a task is on time where lateness is on the level before, however steep the curve is", () => {
    const priced = slot(0, 20, { startCost: fromOn(12, -5000), due: { start: 4 } });
    const lateFirst = [term("unserved", 1, 1000), term("late", 2, 1), term("slotCost", 3, 1)];
    expect(foundAtOnce(demand({ tasks: [task("a", 0, 5, { slots: [priced] })], terms: lateFirst }))).toEqual([0, 0, 0, 40_000]);
  });

  test("a task is late where the curve is on the level before, however flat it is", () => {
    const priced = slot(0, 20, { startCost: fromOn(12, -1 / 4096), due: { start: 4 } });
    expect(foundAtOnce(demand({ tasks: [task("a", 0, 5, { slots: [priced] })], terms }))).toEqual([0, 0, 0, 8]);
  });
});

describe("a baseline", () => {
  const planned = (start: number) => [{ shift: "day", option: 0, begin: start, end: start + 5, tasks: [{ id: "a", slot: 0, start, end: start + 5 }] }];

  test("tells when a task starts, where to be moved costs", () => {
    const terms = [term("unserved", 1, 100), term("moved", 2, 1)];
    expect(foundAtOnce(demand({ tasks: [task("a", 0, 5)], baseline: planned(20), terms }))).toEqual([0, 0, 0]);
  });

  test("is left to save waiting only where that is worth more", () => {
    const tasks = [task("a", 0, 5), task("b", 0, 5, { slots: [slot(25, 25)], required: true })];
    const terms = (moved: number, waiting: number) => [term("unserved", 1, 100), term("moved", moved, 1), term("waiting", waiting, 1)];
    expect(foundAtOnce(demand({ tasks, baseline: planned(12), terms: terms(2, 3) }))).toEqual([0, 0, 0, 25 - 17]);
    expect(foundAtOnce(demand({ tasks, baseline: planned(12), terms: terms(3, 2) }))).toEqual([0, 0, 0, 20 - 12]);
  });

  describe("and a wish", () => {
    const wishing = (wish: number) => [task("a", 0, 5, { slots: [slot(null, null, { wish: { start: wish } })] })];
    const terms = (moved: number, early: number) => [term("unserved", 1, 100), term("moved", moved, 1), term("early", early, 1)];

    test("the wish or the baseline gives way, whichever is on the later level", () => {
      expect(foundAtOnce(demand({ tasks: wishing(12), baseline: planned(4), terms: terms(2, 3) }))).toEqual([0, 0, 0, 8]);
      expect(foundAtOnce(demand({ tasks: wishing(12), baseline: planned(4), terms: terms(3, 2) }))).toEqual([0, 0, 0, 8]);
    });

    test("are weighed by the tick on one level", () => {
      const weighed = (moved: number, early: number) => [term("unserved", 1, 100), term("moved", 2, moved), term("early", 2, early)];
      expect(foundAtOnce(demand({ tasks: wishing(12), baseline: planned(4), terms: weighed(3, 2) }))).toEqual([0, 0, 16]);
      expect(foundAtOnce(demand({ tasks: wishing(12), baseline: planned(4), terms: weighed(2, 3) }))).toEqual([0, 0, 16]);
    });

    test("a baseline after the wish is kept, for that is not early", () => {
      expect(foundAtOnce(demand({ tasks: wishing(4), baseline: planned(12), terms: terms(3, 2) }))).toEqual([0, 0, 0, 0]);
    });
  });
});

test("a shift of which the first way to travel is too slow for any task comes into use by the second", () => {
  const at = onLine([0, 2, 40]);
  const travel = [
    { mode: "walk", placeCount: 3, ticks: at },
    { mode: "car", placeCount: 3, ticks: at.map((ticks) => ticks / 2) },
  ];
  const ways = travel.map(({ mode }) => ({ mode, from: 0, to: 0 }));
  const shifts = [shift("near", 0, 60), shift("far", 0, 60, { worker: "bo", options: ways })];
  const tasks = [task("a", 1, 5, { who: { only: ["ann"] } }), task("b", 2, 5)];
  expect(found(demand({ travel, workers: [worker("ann"), worker("bo")], shifts, tasks }), 1000)).toEqual([0, 0, 4 + 40]);
});

describe("a task that may be anywhere", () => {
  const ticks = [0, 20, 3, 20, 0, 3, 3, 3, 0];
  const one = demand({
    travel: [{ mode: "walk", placeCount: 3, ticks }],
    shifts: [shift("day", 0, 60)],
    tasks: [task("visit", 1, 5), task("call", "anywhere", 2)],
  });

  test("is done where nobody else is, if the way over that place is shorter", () => {
    expect(found(one, 1000)).toEqual([0, 0, 3 + 3 + 20]);
  });

  test("stays there in a plan that is given", () => {
    const { plan } = solveSync(one, { steps: 1000, seed: 1 });
    const p = compile(one);
    const tools = toolsOf(p);
    for (const _ of warmStart(tools, { solution: encode(p, plan), holdsTimes: false }));
    expect([...tools.draft.price()]).toEqual([0, 0, 26]);
  });
});
