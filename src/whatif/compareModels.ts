/** One Case planned under several schedule models with the same means; every plan judged and measured. */
import { adopt } from "../check/adopt.ts";
import { checkPlan } from "../check/plan/checkPlan.ts";
import type { Issue } from "../errors.ts";
import { measure } from "../kpi/measure.ts";
import type { Measures } from "../kpi/measures.ts";
import type { Case } from "../model/case.ts";
import type { Demand } from "../model/demand.ts";
import type { Plan } from "../model/plan.ts";
import { compareScores, type Score } from "../model/score.ts";
import { demandFor } from "../schedule/demandFor.ts";
import { minute } from "../schedule/minute.ts";
import { ramtid } from "../schedule/ramtid.ts";
import type { ModelSpec } from "../schedule/switches.ts";
import type { Progress, SolveOptions } from "../solve/options.ts";
import { solve } from "../solve/solve.ts";

/** A plan with all that is said of it: what reports show side by side. */
export interface PlannedArm {
  readonly name: string;
  readonly demand: Demand;
  readonly plan: Plan;
  readonly score: Score;
  readonly issues: readonly Issue[];
  readonly measures: Measures;
}

/** `seconds` and `steps` are those of each search: one for the draft, and one for each model. */
export interface CompareOptions extends Pick<SolveOptions, "seconds" | "steps" | "seed" | "lanes" | "pool" | "signal"> {
  /** Named models, or Demands of the same Case made in another way. Default: minute and ramtid. */
  readonly models?: readonly (ModelSpec | Demand)[];
  /** Where the draft begins, perhaps the rounds of today: a plan for any of the models. Default: nothing is planned. */
  readonly start?: Plan;
  /** `search`: "draft", or the name of a model. */
  readonly onProgress?: (search: string, progress: Progress) => void;
}

/**
 * Plans the Case under each model. A draft is planned under the first one, and every model goes on from there for the same budget; side by
 * side where a pool has threads for it. A plan of the first model is often a plan of the others (every minute plan is a ramtid plan), so each
 * of them takes it where its own search found nothing better. With `steps` the same plans come out on every machine.
 * Throws what `demandFor` and `solve` throw.
 */
export async function compareModels(town: Case, options: CompareOptions = {}): Promise<PlannedArm[]> {
  const { models = [minute(), ramtid()], start, onProgress, ...budget } = options;
  const demands = models.map((model) => ("terms" in model ? model : demandFor(town, model)));
  const [first] = demands;
  if (first === undefined) return [];
  const search = async (name: string, demand: Demand, from: Plan | undefined): Promise<Plan> => {
    const begin = from && { start: adopt(from, demand) };
    return (await solve(demand, { ...budget, ...begin, onProgress: (progress) => onProgress?.(name, progress) }).result).plan;
  };
  const draft = await search("draft", first, start);
  const found = await inTurn(demands, (options.pool?.threads ?? 1) > 1, (demand) => search(demand.model, demand, draft));
  return demands.map((demand, i) => armOf(town, demand.model, demand, i === 0 ? found[0]! : better(demand, found[i]!, adopt(found[0]!, demand))));
}

/** Judges and measures a plan. Throws RangeError where the plan names what the Demand lacks (see `adopt`). */
export const armOf = (town: Case, name: string, demand: Demand, plan: Plan): PlannedArm => ({
  name,
  demand,
  plan,
  ...checkPlan(demand, plan),
  measures: measure(town, demand, plan),
});

/** One after the other in one thread, since each search would have a part of its seconds only. */
async function inTurn<T, R>(list: readonly T[], isTogether: boolean, run: (one: T) => Promise<R>): Promise<R[]> {
  if (isTogether) return Promise.all(list.map(run));
  const results: R[] = [];
  for (const one of list) results.push(await run(one));
  return results;
}

/** Fewer broken rules first, then the score; equal: `found`. */
function better(demand: Demand, found: Plan, taken: Plan): Plan {
  const [one, other] = [checkPlan(demand, found), checkPlan(demand, taken)];
  if (one.issues.length !== other.issues.length) return one.issues.length < other.issues.length ? found : taken;
  return compareScores(one.score, other.score) <= 0 ? found : taken;
}
