/** Pages to be judged: a small town under both models, in both languages. */
import { checkPlan, type Demand, demandFor, measure, minute, ramtid, solveSync } from "../../src/index.ts";
import { type Arm, type Comparison, comparisonPage, type Locale } from "../../src/report/index.ts";
import { sampleTown } from "../../src/sample/index.ts";

/** Searched hardly at all, so that something is unstaffed too. */
export function comparisonOf({ clients, days, steps }: { readonly clients: number; readonly days: number; readonly steps: number }): Omit<Comparison, "locale"> {
  const town = sampleTown({ seed: 7, clients, days });
  const arm = (name: string, demand: Demand): Arm => {
    const { plan } = solveSync(demand, { steps, seed: 7 });
    return { name, demand, plan, ...checkPlan(demand, plan), measures: measure(town, demand, plan) };
  };
  return { case: town, arms: [arm("Minute", demandFor(town, minute())), arm("Ramtid", demandFor(town, ramtid()))] };
}

export const pages = (comparison: Omit<Comparison, "locale">): Readonly<Record<Locale, string>> => ({
  sv: comparisonPage({ ...comparison, locale: "sv" }),
  en: comparisonPage({ ...comparison, locale: "en" }),
});
