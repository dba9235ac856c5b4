/** Which Demand of a Case a plan answers. */
import { adopt } from "../check/adopt.ts";
import type { Case } from "../model/case.ts";
import type { Demand } from "../model/demand.ts";
import { hashOf } from "../model/hash.ts";
import type { Plan } from "../model/plan.ts";
import { demandFor } from "../schedule/demandFor.ts";
import { allModels, modelOf } from "./models.ts";

export interface Fitting {
  readonly demand: Demand;
  readonly plan: Plan;
  /** False: the plan was made for another Demand, and matched to this one. */
  readonly isAnswer: boolean;
}

/**
 * The Demand that the plan answers, of the models known by name, or of `model` alone where that is given; else the plan is matched to the Demand of
 * `model` (default minute). `elsewhere`: `model` is only meant for plans that answer none.
 */
export function fittingOf(of: Case, plan: Plan, model: string | undefined, elsewhere = false): Fitting {
  const named = model === undefined ? [] : [modelOf(model)];
  const specs = named.length === 0 || elsewhere ? [...named, ...allModels().filter(({ name }) => name !== model)] : named;
  const demands = specs.map((spec) => demandFor(of, spec));
  const answered = demands.find((demand) => hashOf(demand) === plan.demandHash);
  if (answered !== undefined) return { demand: answered, plan, isAnswer: true };
  const demand = demands[0]!;
  return { demand, plan: adopt(plan, demand), isAnswer: false };
}

/** Said of plans that were matched. */
export const MATCHED = "was made for another Demand, and is matched to this one by its ids";
