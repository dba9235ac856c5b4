/** What anybody can see of a Case: Demands, the measures of a plan, its page and its files. */
import { frameLedger } from "../../../src/kpi/ledger/frameLedger.ts";
import { measure } from "../../../src/kpi/measure.ts";
import { planCalendars, planCsv, planGeoJson } from "../../../src/io/index.ts";
import type { Case } from "../../../src/model/case.ts";
import type { Demand } from "../../../src/model/demand.ts";
import { hashOf } from "../../../src/model/hash.ts";
import type { Plan } from "../../../src/model/plan.ts";
import { comparisonPage } from "../../../src/report/index.ts";
import { demandFor } from "../../../src/schedule/demandFor.ts";
import { minute } from "../../../src/schedule/minute.ts";
import { pooled } from "../../../src/schedule/pooled.ts";
import { ramtid } from "../../../src/schedule/ramtid.ts";
import { solveSync } from "../../../src/solve/solve.ts";
import { checkPlan } from "../../../src/check/plan/checkPlan.ts";

/** Without the hash of its Case, so that a Case whose Demand is the same can have the same plan. */
const ramtidOf = (town: Case): Demand => {
  const { caseHash: _hash, ...demand } = demandFor(town, ramtid());
  return demand;
};

/** As text, under each model in turn: without the names of accounts and relations, since another name alone changes nothing. */
export const DEMANDS: readonly ((town: Case) => string)[] = [ramtid(), minute(), pooled()].map((model) => (town) => {
  const demand = demandFor(town, model);
  const nameless = <T extends { readonly id: string }>(list: readonly T[]): T[] => list.map((one) => ({ ...one, id: "" }));
  return JSON.stringify({ ...demand, budgets: nameless(demand.budgets), relations: nameless(demand.relations), caseHash: "" });
});

/** A plan of a few steps, on which one evening comes home ten minutes late. */
export function fixedPlan(town: Case): Plan {
  const demand = ramtidOf(town);
  const { plan } = solveSync(demand, { steps: 300, seed: 1 });
  const late = plan.shifts.find(({ shift }) => shift.startsWith("siv-"))?.shift;
  const paidTo = demand.shifts.find(({ id }) => id === late)?.paidTo ?? 0;
  return {
    ...plan,
    demandHash: hashOf(demand),
    shifts: plan.shifts.map((one) => (one.shift === late ? { ...one, end: paidTo + 600 } : one)),
  };
}

/** Numbers, ledgers and lists, without the words that say what a number is, and about whom. */
export const measuresOf = (town: Case, plan: Plan): string => {
  const demand = ramtidOf(town);
  const all = { measures: measured(town, plan), ledger: frameLedger(town, demand, plan) };
  return JSON.stringify(all, (key, value) => (["definition", "source", "about"].includes(key) ? undefined : value));
};

/** The first visit for hygiene of somebody who is paid by the hour was declined at the door. */
function measured(town: Case, plan: Plan) {
  const demand = ramtidOf(town);
  const done = new Set(plan.shifts.flatMap(({ tasks }) => tasks.map(({ id }) => id)));
  const declined = demand.tasks.filter(({ id, class: work }) => done.has(id) && work === "hygiene").slice(0, 1);
  return measure(town, demand, plan, { declined: declined.flatMap(({ serves = [] }) => serves) });
}

export const pageOf = (town: Case, plan: Plan): string => {
  const demand = ramtidOf(town);
  const { score, issues } = checkPlan(demand, plan);
  return comparisonPage({
    case: town,
    arms: [{ name: "Ramtid", demand, plan, score, issues, measures: measured(town, plan) }],
    names: "full", locale: "sv",
  });
};

export const filesOf = (town: Case, plan: Plan): string => {
  const demand = ramtidOf(town);
  const options = { names: "full" } as const;
  const calendars = planCalendars(town, demand, plan, options);
  return [planCsv(town, demand, plan, options), ...calendars.values(), JSON.stringify(planGeoJson(town, demand, plan, options))].join("\n");
};
