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
