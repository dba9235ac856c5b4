import { expect, test } from "vitest";
import { checkPlan } from "../../src/check/plan/checkPlan.ts";
import { measure } from "../../src/kpi/measure.ts";
import type { Arm } from "../../src/report/arm.ts";
import { fortnightsOf } from "../../src/report/clients/fortnight.ts";
import { comparisonPage } from "../../src/report/index.ts";
import { unsolvedItems, withCalls } from "../../src/report/unsolved/section.ts";
import { viewsOf } from "../../src/report/view.ts";
import { sampleTown } from "../../src/sample/index.ts";
import { demandFor } from "../../src/schedule/demandFor.ts";
import { minute } from "../../src/schedule/minute.ts";
import { ramtid } from "../../src/schedule/ramtid.ts";
import { solve } from "../../src/solve/solve.ts";
import { faultsOf } from "./wellFormed.ts";

// Over the end of March, where the clocks change.
const town = sampleTown({ clients: 8, days: 3, from: "2026-03-28", seed: 5 });
const arms = await Promise.all(
  [minute(), ramtid()].map(async (model, i): Promise<Arm> => {
    const demand = demandFor(town, model);
    const { plan } = await solve(demand, { steps: 20, seed: 1 }).result;
    return { name: `Plan ${i}`, demand, plan, ...checkPlan(demand, plan), measures: measure(town, demand, plan) };
  }),
);

test("the page of a town from the generator is well formed and the same every time, in both languages", () => {
  for (const locale of ["sv", "en"] as const) {
    const page = comparisonPage({ case: town, arms, locale });
    expect(faultsOf(page)).toEqual([]);
    expect(comparisonPage({ case: structuredClone(town), arms: structuredClone(arms), locale })).toBe(page);
  }
});

test("every visit of every plan stands on the sheets: minutes, faces and what is unstaffed agree with the measures", () => {
  const views = viewsOf({ case: town, arms, locale: "en" });
  const items = unsolvedItems(withCalls(views));
  for (const view of views) {
    const { granted, continuity, unstaffed, work } = view.arm.measures;
    const all = fortnightsOf(view);
    const sum = (of: (fortnight: (typeof all)[number]) => number): number => all.reduce((total, fortnight) => total + of(fortnight), 0);
    expect(sum((f) => f.granted)).toBeCloseTo(granted.granted.value ?? 0, 6);
    expect(sum((f) => f.planned)).toBeCloseTo(granted.planned.value ?? 0, 6);
    const met = all.filter(({ faces }) => faces.length > 0);
    expect(met.reduce((total, { faces }) => total + faces.length, 0) / met.length).toBeCloseTo(continuity.mean.value ?? 0, 6);
    const own = (kind: string) => items.filter((item) => item.kind === kind && item.arms.includes(view.nth)).length;
    expect(own("visit")).toBe(unstaffed.visits.value);
    expect(own("rest")).toBe((work.missedBreaks.value ?? 0) + (work.restBreaches.value ?? 0));
  }
});
