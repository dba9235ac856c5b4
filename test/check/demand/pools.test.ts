/** The judge's own view of a provider's pool. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDemand } from "../../../src/check/demand/checkDemand.ts";
import type { Case } from "../../../src/model/case.ts";
import type { Budget, Demand } from "../../../src/model/demand.ts";
import { hashOf } from "../../../src/model/hash.ts";
import { demandFor } from "../../../src/schedule/demandFor.ts";
import { minute } from "../../../src/schedule/minute.ts";
import { pooled } from "../../../src/schedule/pooled.ts";
import { ramtid } from "../../../src/schedule/ramtid.ts";
import { cases } from "../../kpi/ledger/cases.ts";
import { caseOf, client, need, policy } from "../../kpi/ledger/hand.ts";

const codes = (of: Case, demand: Demand): string[] => [...new Set(checkDemand(of, demand).issues.map(({ code }) => code))];

test("under every model and policy the accounts of a pool are what the judge reckons", () => {
  let pools = 0;
  fc.assert(
    fc.property(cases, (of) => {
      for (const model of [minute(), ramtid(), pooled({ save: "rolling" }), ramtid({ pool: "provider", purposeSwap: "no" })]) {
        const demand = demandFor(of, model);
        pools += demand.budgets.filter(({ id }) => id.startsWith("pool ")).length;
        expect(codes(of, demand)).toEqual([]);
      }
    }),
    { seed: 77, numRuns: 40 },
  );
  expect(pools).toBeGreaterThan(20);
});

describe("a pool of 250 minutes a month, 40 used, for two clients with a frame of 300 a week", () => {
  const of = caseOf([client("a", { minutes: 300 }), client("b", { minutes: 300 })], [need("meal", "a", { to: "2026-03-31" }), need("wash", "b", { to: "2026-03-31" })], {
    providers: [{ id: "firm", pool: { minutes: 250, per: "calendarMonth", usedMinutes: 40 } }], framePolicies: [policy({ scope: "provider" })], period: { from: "2026-03-30", days: 2 },
  });
  const demand = demandFor(of, ramtid());
  const wrong = (change: (budget: Budget) => Partial<Budget>): Demand => ({
    ...demand,
    budgets: demand.budgets.map((budget) => (budget.id.startsWith("pool ") ? { ...budget, ...change(budget) } : budget)),
  });

  test("leaves 210 of the 600 of their frames", () => {
    expect(demand.budgets.map(({ opening, reserved, limit }) => [opening, reserved, limit[1]])).toEqual([[0, 0, 36000], [2400, 0, 15000]]);
    expect(codes(of, demand)).toEqual([]);
  });

  test.each<[string, string[], Demand]>([
    ["half a minute more", ["frame-too-wide"], wrong(({ limit }) => ({ limit: [null, limit[1]! + 30] }))],
    ["what was used forgotten", ["frame-too-wide"], wrong(() => ({ opening: 0 }))],
    ["a pool for a week", ["frame-too-narrow"], wrong(() => ({ limit: [null, 3000], opening: 2400 }))],
    ["a visit not counted", ["frame-too-wide"], wrong(({ members }) => ({ members: members.slice(1) }))],
    ["no pool", ["frame-too-wide"], { ...demand, budgets: demand.budgets.slice(0, 1) }],
    ["a pool of another provider's", ["frame-too-wide"], demandFor({ ...of, providers: [{ id: "firm", pool: { minutes: 300, per: "calendarMonth" } }] }, ramtid())],
  ])("%s is found", (_, found, mutated) => {
    expect(codes(of, { ...mutated, caseHash: hashOf(of) })).toEqual(found);
  });
});

describe("two weeks of which the second may save a fifth, for two clients who share 300 a week each", () => {
  const of = caseOf([client("a", { minutes: 300 }), client("b", { minutes: 300 })], [need("meal", "a"), need("wash", "b")], {
    framePolicies: [policy({ scope: "provider", carryOver: { mode: "rolling", maxShare: 0.2 } })], period: { from: "2026-03-09", days: 14 },
  });
  const demand = demandFor(of, ramtid());
  const most = (change: (budget: Budget) => Budget[]): Demand => ({ ...demand, budgets: demand.budgets.flatMap((budget) => (budget.id.endsWith(" most") ? change(budget) : [budget])) });

  test("have an account of 720 for the second alone", () => {
    expect(demand.budgets.map(({ limit }) => limit[1]! / 60)).toEqual([600, 1200, 720]);
    expect(codes(of, demand)).toEqual([]);
  });

  test.each<[string, Demand]>([
    ["a minute more", most((budget) => [{ ...budget, limit: [null, budget.limit[1]! + 60] }])],
    ["no such account", most(() => [])],
  ])("%s is found", (_, mutated) => {
    expect(codes(of, mutated)).toEqual(["frame-too-wide"]);
  });
});
