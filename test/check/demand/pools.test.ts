/** The judge's own view of a provider's pool. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDemand } from "../../../src/check/demand/checkDemand.ts";
import type { Case } from "../../../src/model/case.ts";
import type { Budget, Demand } from "../../../src/model/demand.ts";
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
        pools += demand.budgets.filter(({ id }) => id.startsWith("frame pool ")).length;
        expect(codes(of, demand)).toEqual([]);
      }
    }),
    { seed: 77, numRuns: 50 },
  );
  expect(pools).toBeGreaterThan(50);
});

describe("a pool of 250 minutes a month, 40 used, for two clients with a frame of 100 a week", () => {
  const of = caseOf([client("a"), client("b")], [need("meal", "a"), need("wash", "b")], {
    providers: [{ id: "firm", pool: { minutes: 250, per: "calendarMonth", usedMinutes: 40 } }], framePolicies: [policy({ scope: "provider" })], period: { from: "2026-03-30", days: 2 },
  });
  const demand = demandFor(of, ramtid());
  const wrong = (change: (budget: Budget) => Partial<Budget>): Demand => ({ ...demand, budgets: demand.budgets.map((budget) => ({ ...budget, ...change(budget) })) });

  test("leaves 210", () => {
    expect(demand.budgets).toMatchObject([{ opening: 2400, reserved: 0, limit: [null, 15000] }]);
    expect(codes(of, demand)).toEqual([]);
  });

  test("may save a tenth where a policy says so, and no more", () => {
    const rolling = { ...of, period: { from: "2026-03-30", days: 4 }, framePolicies: [policy({ scope: "provider", carryOver: { mode: "rolling", maxShare: 0.1 } })] };
    const twoMonths = demandFor(rolling, ramtid());
    expect(twoMonths.budgets.map(({ limit }) => limit[1])).toEqual([15000, 30000, 16500]);
    expect(codes(rolling, twoMonths)).toEqual([]);
    expect(codes(rolling, { ...twoMonths, budgets: twoMonths.budgets.slice(0, 2) })).toEqual(["frame-too-wide"]);
    expect(codes(rolling, { ...twoMonths, budgets: twoMonths.budgets.map((budget, i) => (i < 2 ? budget : { ...budget, limit: [null, 18000] as const })) })).toEqual(["frame-too-wide"]);
  });

  test.each<[string, string[], Demand]>([
    ["half a minute more", ["frame-too-wide"], wrong(({ limit }) => ({ limit: [null, limit[1]! + 30] }))],
    ["what was used forgotten", ["frame-too-wide"], wrong(() => ({ opening: 0 }))],
    ["three hours less", ["frame-too-narrow"], wrong(({ limit }) => ({ limit: [null, limit[1]! - 3 * 3600] }))],
    ["a visit not counted", ["frame-missing", "frame-too-wide"], wrong(({ members }) => ({ members: members.slice(1) }))],
    ["the clients' frames added up", ["frame-too-wide"], wrong(() => ({ opening: 0, limit: [null, 24000] }))],
  ])("%s is found", (_, found, mutated) => {
    expect(codes(of, mutated)).toEqual(found);
  });
});
