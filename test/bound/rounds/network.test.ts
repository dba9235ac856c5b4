import { expect, test } from "vitest";
import { boundByRounds } from "../../../src/bound/rounds/levels.ts";
import { checkPlan } from "../../../src/check/plan/checkPlan.ts";
import { hashOf } from "../../../src/model/hash.ts";
import type { Demand } from "../../../src/model/demand.ts";
import type { PlannedShift } from "../../../src/model/plan.ts";
import { compile } from "../../../src/problem/compile.ts";
import { demand, onLine, shift, slot, task, term } from "../../reference/demand.ts";

const boundOf = (one: Demand): readonly number[] => boundByRounds(compile(one), { steps: 10_000, stopped: () => false }).levels;

/** What the judge says of a plan that keeps the rules. */
function scoreOf(one: Demand, shifts: readonly PlannedShift[], unserved: readonly string[] = []): readonly number[] {
  const { issues, score } = checkPlan(one, { version: 1, demandHash: hashOf(one), shifts, unserved, origin: { tool: "hand" } });
  expect(issues).toEqual([]);
  return score.levels;
}

test("who travels at the slowest hour waits for less, though other hours are faster than a factor of 1", () => {
  // Two ticks apart: one in the fast morning, six from tick 10 on. The first task ends at 12, the second begins at 20: two are left to wait.
  const profile = [
    { fromTimeOfDay: 0, factor: 0.5 },
    { fromTimeOfDay: 10, factor: 3 },
  ];
  const required = { required: true };
  const one = demand({
    travel: [{ mode: "walk", placeCount: 2, ticks: onLine([0, 2]), profile }],
    tasks: [task("first", 0, 2, { ...required, slots: [slot(10, 10)] }), task("second", 1, 2, { ...required, slots: [slot(20, 20)] })],
    shifts: [shift("day", 0, 40)],
    terms: [term("waiting", 1, 1)],
  });
  const tasks = [
    { id: "first", slot: 0, start: 10, end: 12 },
    { id: "second", slot: 0, start: 20, end: 22 },
  ];
  expect(scoreOf(one, [{ shift: "day", option: 0, begin: 10, end: 28, tasks }])).toEqual([0, 2]);
  expect(boundOf(one)).toEqual([0, 2]);
});

test("who gets home by way of another place is not kept from it by the straight way", () => {
  // Straight home from place 1 takes 50 ticks, over place 2 two.
  const ticks = [
    [0, 1, 1],
    [50, 0, 1],
    [1, 1, 0],
  ].flat();
  const one = demand({
    travel: [{ mode: "walk", placeCount: 3, ticks }],
    tasks: [task("far", 1, 1, { required: true, slots: [slot(1, 1)] }), task("near", 2, 1, { required: true, slots: [slot(20, 20)] })],
    terms: [term("travel", 1, 1)],
  });
  const tasks = [
    { id: "far", slot: 0, start: 1, end: 2 },
    { id: "near", slot: 0, start: 20, end: 21 },
  ];
  expect(scoreOf(one, [{ shift: "day", option: 0, begin: 0, end: 22, tasks }])).toEqual([0, 3]);
  expect(boundOf(one)).toEqual([0, 3]);
});

test("idle time counted for one way to travel only is not paid by who takes another", () => {
  // On foot an unused day counts 20 idle ticks; by car nothing is counted.
  const walk = { mode: "walk", placeCount: 1, ticks: [0] };
  const one = demand({
    travel: [walk, { ...walk, mode: "car" }],
    tasks: [task("visit", 0, 5)],
    shifts: [
      shift("day", 0, 30, {
        paidTo: 20,
        idleIfUnused: true,
        options: [
          { mode: "walk", from: 0, to: 0 },
          { mode: "car", from: 0, to: 0 },
        ],
      }),
    ],
    terms: [term("idle", 1, 1, { where: { modes: ["walk"] } })],
  });
  const tasks = [{ id: "visit", slot: 0, start: 0, end: 5 }];
  expect(scoreOf(one, [{ shift: "day", option: 1, begin: 0, end: 5, tasks }])).toEqual([0, 0]);
  expect(boundOf(one)[1]).toBeLessThanOrEqual(0);
});

test("a shift that serves only tasks whose place is open is used, whatever that is worth", () => {
  // The call may be made anywhere; used to its paid end the day has no idle time, unused it has ten ticks of it.
  const tasks = [task("call", "anywhere", 10)];
  const shifts = [shift("day", 0, 10, { paidTo: 10, idleIfUnused: true })];
  const plan = [{ shift: "day", option: 0, begin: 0, end: 10, tasks: [{ id: "call", slot: 0, start: 0, end: 10, at: 0 }] }];
  const idle = demand({ tasks, shifts, terms: [term("idle", 1, 1)] });
  expect(scoreOf(idle, plan)).toEqual([0, 0]);
  expect(boundOf(idle)[1]).toBeLessThanOrEqual(0);
  const used = demand({ tasks, shifts, terms: [term("usedShift", 1, -1)] });
  expect(scoreOf(used, plan)).toEqual([0, -1]);
  expect(boundOf(used)[1]).toBeLessThanOrEqual(-1);
  const earning = [{ mode: "walk", from: 0, to: 0, cost: -1 }];
  const option = demand({ tasks, shifts: [{ ...shifts[0]!, options: earning }], terms: [term("optionCost", 1, 1)] });
  expect(scoreOf(option, plan)).toEqual([0, -1]);
  expect(boundOf(option)[1]).toBeLessThanOrEqual(-1);
});

test("what a task unloads whose place is open makes room for others", () => {
  // Two boxes fill the car; the call brings them back in between.
  const box = (id: string, start: number): Demand["tasks"][number] =>
    task(id, 1, 1, { required: true, load: { box: 2 }, slots: [slot(start, start)] });
  const one = demand({
    tasks: [box("first", 5), box("second", 10), task("call", "anywhere", 1, { load: { box: -2 }, slots: [slot(7, 7)] })],
    shifts: [shift("day", 0, 30, { capacity: { box: 2 } })],
  });
  const tasks = [
    { id: "first", slot: 0, start: 5, end: 6 },
    { id: "call", slot: 0, start: 7, end: 8, at: 1 },
    { id: "second", slot: 0, start: 10, end: 11 },
  ];
  expect(scoreOf(one, [{ shift: "day", option: 0, begin: 0, end: 13, tasks }])).toEqual([0, 0, 4]);
  expect(boundOf(one)).toEqual([0, 0, 4]);
});
