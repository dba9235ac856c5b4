import { expect, test } from "vitest";
import { checkPlan } from "../../../src/check/plan/checkPlan.ts";
import { PLAN_ISSUE_CODES } from "../../../src/check/plan/codes.ts";
import { UsageError } from "../../../src/errors.ts";
import type { Plan } from "../../../src/model/plan.ts";
import { Random } from "../../../src/random.ts";
import { randomPair } from "../../generate/demands.ts";
import { demand, planOf, round } from "./hand.ts";

test("whatever the values in a plan are, they give issues and never throw", () => {
  for (let seed = 0; seed < 200; seed++) {
    const random = Random.keyed(seed, "values");
    const pair = randomPair(seed);
    let harmed = 0;
    const harm = (value: unknown): unknown => {
      if (Array.isArray(value)) return random.chance(0.05) && value.length > 1 ? value.slice(1).map(harm) : value.map(harm);
      if (typeof value === "object" && value !== null)
        return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, harm(held)]));
      if (!random.chance(0.1)) return value;
      harmed++;
      if (typeof value === "number") return random.pick([Number.NaN, Number.POSITIVE_INFINITY, -1, 0, 0.5, 1e15, -1e15, value + 1]);
      return random.pick(["", "__proto__", "toString", "s0", "t0"]);
    };
    const plan = harm({ ...pair.plan, demandHash: "", origin: { tool: "harm" } }) as Plan;
    const { issues, score } = checkPlan(pair.demand, plan);
    expect(issues.length, `seed ${seed}, ${harmed} values`).toBeGreaterThan(0);
    for (const { code, path, message, fix } of issues) {
      expect(Object.keys(PLAN_ISSUE_CODES)).toContain(code);
      expect([message, fix].join(" ")).not.toMatch(/undefined|\[object/);
      expect(follow(plan, path), `seed ${seed}, ${path.join(".")}`).toBe(true);
    }
    expect(
      score.levels.every((level) => !Number.isNaN(level)),
      `seed ${seed}`,
    ).toBe(true);
  }
});

/** Does the path lead to something in the plan? */
function follow(plan: unknown, path: readonly (string | number)[]): boolean {
  let here = plan;
  for (const key of path) {
    if (typeof here !== "object" || here === null || !(key in here)) return false;
    here = (here as Record<string | number, unknown>)[key];
  }
  return true;
}

test.each([
  ["no plan", null, "plan must be an object, not null."],
  ["a list", [], "plan must be an object, not object."],
  ["no list of shifts", { demandHash: "", unserved: [] }, "plan.shifts must be a list, not undefined."],
  ["no hash", { shifts: [], unserved: [] }, "plan.demandHash must be a string, not undefined."],
  [
    "a begin in words",
    { demandHash: "", shifts: [{ ...round, begin: "08:00" }], unserved: [] },
    "plan.shifts[0].begin must be a number, not string.",
  ],
  [
    "a task of null",
    { demandHash: "", shifts: [{ ...round, tasks: [null] }], unserved: [] },
    "plan.shifts[0].tasks[0] must be an object, not null.",
  ],
  ["a number left out", { demandHash: "", shifts: [], unserved: [3] }, "plan.unserved[0] must be a string, not number."],
  [
    "a place in words",
    { demandHash: "", shifts: [{ ...round, tasks: [{ ...round.tasks[0], at: "home" }] }], unserved: [] },
    "plan.shifts[0].tasks[0].at must be a number, not string.",
  ],
])("%s is a mistake of the caller", (_, plan, message) => {
  expect(() => checkPlan(demand, plan as never)).toThrow(new UsageError(message));
});

test("a demand whose shift names nobody is a mistake of the caller", () => {
  const broken = { ...demand, workers: [] };
  expect(() => checkPlan(broken, planOf(broken, [round]))).toThrow('The demand names the worker "anna", which it does not have.');
});

test("issues say where, what and what to do, with times by the clock", () => {
  const late = { ...round, tasks: [{ id: "a", slot: 0, start: 485, end: 530 }, ...round.tasks.slice(1)] };
  expect(checkPlan(demand, planOf(demand, [late])).issues).toEqual([
    {
      code: "start-before-arrival",
      path: ["shifts", 0, "tasks", 0, "start"],
      message: 'Task "a" starts at 2026-03-02 08:05 (tick 485); the worker is not ready before 2026-03-02 08:12 (tick 492).',
      fix: "Start later, leave earlier or change the order.",
    },
  ]);
});
