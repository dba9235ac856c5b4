/** What is done, and what is left out. Anna's early shift lasts 120 minutes, from 480 to 600. */
import { expect, describe, test } from "vitest";
import { checkPlan } from "../../src/check/plan/checkPlan.ts";
import type { Plan } from "../../src/model/plan.ts";
import { planOf } from "../check/plan/hand.ts";
import { breaks, costs, hand, keeps, lateRound, round, shift, task } from "./facts.ts";

const { tasks } = hand;
const [first, second] = round.tasks as [(typeof round.tasks)[0], (typeof round.tasks)[0]];
const onlyA = [{ ...round, tasks: [first] }];

describe("Once", () => {
  test("a second time on Bo's shift is one too many", () =>
    breaks({}, "duplicate-task", [round, lateRound({ ...first, start: 710, end: 740 })]));
});

describe("Accounted for", () => {
  const codes = (changes: Partial<Plan>) => checkPlan(hand, { ...planOf(hand, onlyA), ...changes }).issues.map(({ code }) => code);
  test("b is left out and listed", () => {
    expect(codes({})).toEqual([]);
    keeps({}, onlyA);
  });
  test("b is not listed, or twice, or a is listed too", () => {
    expect(codes({ unserved: [] })).toEqual(["unserved-not-listed"]);
    expect(codes({ unserved: ["b", "b"] })).toEqual(["unserved-twice"]);
    expect(codes({ unserved: ["a", "b"] })).toEqual(["unserved-but-served"]);
  });
});

describe("Required", () => {
  const facts = (required: boolean) => ({ tasks: tasks.map((one) => ({ ...one, required })) });
  test("b must be done, or may be left out", () => {
    breaks(facts(true), "required-unserved", onlyA);
    keeps(facts(true));
    keeps(facts(false), onlyA);
  });
});

describe("Conditional", () => {
  const due = (whenShiftExceeds: number, shift = "early") => ({
    tasks: [...tasks, task("rest", "anywhere", { kind: "break", who: { shifts: [shift] }, required: { whenShiftExceeds } })],
  });
  test("in shifts over 119 minutes, not over 120", () => {
    breaks(due(119), "required-unserved");
    keeps(due(120));
  });
  test("not in a shift that is not used", () => keeps(due(0, "late")));
  test("nor is it priced there: 0, not 7", () => {
    costs(due(120), "unserved", 0);
    costs(due(120), "missedBreak", 0);
  });
});

describe("Left out", () => {
  test("c and d cost 7 + 3 = 10", () => costs({ tasks: [...tasks, task("c", 1), task("d", 1, { unservedCost: 3 })] }, "unserved", 10));
  test("of b alone: 7", () => costs({}, "unserved", 7, onlyA));
  test("everything: 14", () => costs({}, "unserved", 14, []));
});

describe("Missed break", () => {
  test("one of the two tasks left out is a break: 1", () =>
    costs({ tasks: [...tasks, task("c", 1), task("rest", "anywhere", { kind: "break" })] }, "missedBreak", 1));
  test("one that is taken is not missed", () =>
    costs({ tasks: [tasks[0] as (typeof tasks)[0], { ...task("b", 2, { stopTicks: 2 }), kind: "break" }] }, "missedBreak", 0));
  test("what is left out of another shift counts as well", () => {
    const facts = {
      shifts: [shift("early", "anna"), shift("late", "bo")],
      tasks: [...tasks, task("rest", 0, { kind: "break", who: { shifts: ["late"] } })],
    };
    costs(facts, "missedBreak", 1, [{ ...round, tasks: [first, second] }]);
  });
});
