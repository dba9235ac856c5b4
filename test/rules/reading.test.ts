/** Reading a plan: what it says must refer to something. The search cannot hold such a plan, whatever it makes of it. */
import { describe, expect, test } from "vitest";
import { checkPlan } from "../../src/check/plan/checkPlan.ts";
import type { PlannedShift } from "../../src/model/plan.ts";
import { planOf } from "../check/plan/hand.ts";
import { breaks, hand, round } from "./facts.ts";

const codes = (shifts: readonly PlannedShift[]) => checkPlan(hand, planOf(hand, shifts)).issues.map(({ code }) => code);
const [first, second] = round.tasks as [PlannedShift["tasks"][number], PlannedShift["tasks"][number]];

describe("Its own Demand", () => {
  test("the same plan answers no other", () => {
    const plan = planOf(hand, [round]);
    expect(checkPlan(hand, plan).issues).toEqual([]);
    expect(checkPlan({ ...hand, model: "another" }, plan).issues.map(({ code }) => code)).toEqual(["wrong-demand"]);
  });
});

describe("Known names", () => {
  test("a shift that is not there", () =>
    breaks({}, "unknown-shift", [
      { ...round, tasks: [first] },
      { ...round, shift: "night", tasks: [second] },
    ]));
  test("a task that is not there", () => breaks({}, "unknown-task", [{ ...round, tasks: [first, second, { ...second, id: "c" }] }]));
  test("a shift twice", () =>
    expect(
      codes([
        { ...round, tasks: [first] },
        { ...round, tasks: [second] },
      ]),
    ).toEqual(["duplicate-shift"]));
});

describe("Whole ticks", () => {
  test.each([500.5, Number.NaN, Number.POSITIVE_INFINITY])("%d is none", (start) => {
    expect(codes([{ ...round, tasks: [{ ...first, start }, second] }])).toEqual(["not-a-tick"]);
    expect(codes([{ ...round, begin: start }])).toEqual(["not-a-tick"]);
  });
});
