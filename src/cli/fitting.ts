/** Which Demand of a Case a plan answers. */
import { adopt } from "../check/adopt.ts";
import type { Case } from "../model/case.ts";
import type { Demand } from "../model/demand.ts";
import { hashOf } from "../model/hash.ts";
import type { Plan } from "../model/plan.ts";
import { demandFor } from "../schedule/demandFor.ts";
import type { ModelSpec } from "../schedule/switches.ts";
import { allModels, modelOf } from "./models.ts";

export interface Fitting {
  readonly demand: Demand;
  readonly plan: Plan;
  /** False: the plan was made for another Demand, and matched to this one. */
  readonly isAnswer: boolean;
}

/** The Demand that a plan answers. `model`: that one alone; `elsewhere`: it is only meant for plans that answer none. */
export type FittingOf = (plan: Plan, model: string | undefined, elsewhere?: boolean) => Fitting;

/**
 * Finds the Demand that a plan of the Case answers, of the models known by name, or of `model` alone where that is given; else the plan is matched
 * to the Demand of `model` (default minute). Every Demand is made once, however many plans there are, and only where it is looked at.
 */
export function fittings(of: Case): FittingOf {
  const made = new Map<string, Demand>();
  const demandUnder = (spec: ModelSpec): Demand => {
    const demand = made.get(spec.name) ?? demandFor(of, spec);
    made.set(spec.name, demand);
    return demand;
  };
  return (plan, model, elsewhere = false) => {
    const named = model === undefined ? [] : [modelOf(model)];
    const specs = named.length === 0 || elsewhere ? [...named, ...allModels().filter(({ name }) => name !== model)] : named;
    const answered = specs.find((spec) => hashOf(demandUnder(spec)) === plan.demandHash);
    if (answered !== undefined) return { demand: demandUnder(answered), plan, isAnswer: true };
    const demand = demandUnder(specs[0]!);
    return { demand, plan: adopt(plan, demand), isAnswer: false };
  };
}

/** Said of plans that were matched. */
export const MATCHED = "was made for another Demand, and is matched to this one by its ids";
