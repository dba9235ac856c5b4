/** Budgets. Anna's shift: a and b, 30 minutes each, in 120; Bo's: c of 30 and a break of 20, in 200. */
import { describe, test } from "vitest";
import type { Budget } from "../../src/model/demand.ts";
import { breaks, costs, type Facts, hand, keeps, lateRound, round, task } from "./facts.ts";

const rounds = [round, lateRound({ id: "c", slot: 0, start: 710, end: 740 }, { id: "rest", slot: 0, start: 750, end: 770 })];
const tasks = [...hand.tasks, task("c", 1), task("rest", "neighbour", { kind: "break" })];
type Account = Pick<Budget, "of" | "members" | "quantity"> & Partial<Budget>;
const given = (budget: Account): Facts => ({ tasks, budgets: [{ id: "frame", opening: 0, reserved: 0, limit: [null, null], ...budget }] });

/** Exactly so much is used: one less or one more is outside the limit. */
function uses(budget: Account, used: number): void {
  keeps(given({ ...budget, limit: [used, used] }), rounds);
  breaks(given({ ...budget, limit: [used + 1, null] }), "budget-broken", rounds);
  breaks(given({ ...budget, limit: [null, used - 1] }), "budget-broken", rounds);
}

describe("Budget of tasks", () => {
  test("30 + 30 minutes of a and b", () => uses({ of: "task", members: ["a", "b"], quantity: "serviceTicks" }, 60));
  test("of what is served alone", () => {
    keeps(given({ of: "task", members: ["a", "b"], quantity: "serviceTicks", limit: [30, 30] }), [
      { ...round, tasks: round.tasks.slice(0, 1) },
    ]);
  });
  test("three visits", () => uses({ of: "task", members: ["a", "b", "c"], quantity: "count" }, 3));
});

describe("Budget of shifts", () => {
  test("30 minutes of service without the break of 20", () => uses({ of: "shift", members: ["late"], quantity: "serviceTicks" }, 30));
  test("120 + 200 of work less the break", () => uses({ of: "shift", members: ["early", "late"], quantity: "workTicks" }, 300));
  test("two shifts", () => uses({ of: "shift", members: ["early", "late"], quantity: "count" }, 2));
  test("of one that is not used nothing", () => keeps(given({ of: "shift", members: ["late"], quantity: "count", limit: [0, 0] })));
});

describe("Part of the period", () => {
  test("from 500, before 537: a starts at its first tick, b at the one after its last", () =>
    uses({ of: "task", members: ["a", "b"], quantity: "count", within: [500, 537] }, 1));
  test("from 480, before 700: the shift that begins there", () =>
    uses({ of: "shift", members: ["early", "late"], quantity: "workTicks", within: [480, 700] }, 120));
});

describe("Used before, promised after", () => {
  test("60 minutes, 8 before and 4 after: 72", () =>
    uses({ of: "task", members: ["a", "b"], quantity: "serviceTicks", opening: 8, reserved: 4 }, 72));
});

describe("Price of a budget", () => {
  const priced = (cost: NonNullable<Budget["cost"]>): Facts =>
    given({ of: "task", members: ["a", "b"], quantity: "serviceTicks", opening: 10, reserved: 5, cost });
  test("75 used, 70 free: 5", () => costs(priced({ points: [[70, 0]], above: 1 }), "budget", 5, rounds));
  test("80 expected, hoarding costs 2 each: 10", () => costs(priced({ points: [[80, 0]], below: -2 }), "budget", 10, rounds));
  test("unused it costs what was used before: 15 - 10", () => costs(priced({ points: [[10, 0]], above: 1 }), "budget", 5, []));
});
