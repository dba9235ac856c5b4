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
  /**
   * Why this Demand. "answers": the plan was made for it; else the plan is matched to it: under the model that it was made under ("said"), under the one
   * that was asked for ("asked"), or under the first of all, since nothing says which ("guessed").
   */
  readonly by: "answers" | "said" | "asked" | "guessed";
}

/** The Demand that a plan answers. `model`: that one alone; `elsewhere`: it is only meant for plans that answer none and do not say their model. */
export type FittingOf = (plan: Plan, model: string | undefined, elsewhere?: boolean) => Fitting;

/**
 * Finds the Demand that a plan of the Case answers, of the models known by name, or of `model` alone where that is given; else the plan is matched
 * to the Demand of the model that its origin names, of `model`, or of minute. Every Demand is made once, however many plans there are, and only where
 * it is looked at.
 */
export function fittings(of: Case): FittingOf {
  const made = new Map<string, Demand>();
  const demandUnder = (spec: ModelSpec): Demand => {
    const demand = made.get(spec.name) ?? demandFor(of, spec);
    made.set(spec.name, demand);
    return demand;
  };
  return (plan, model, elsewhere = false) => {
    const asked = model === undefined ? undefined : modelOf(model);
    const isOpen = asked === undefined || elsewhere;
    const said = isOpen ? allModels().find(({ name }) => name === plan.origin.model) : undefined;
    const first = said ?? asked;
    const specs = [...(first === undefined ? [] : [first]), ...(isOpen ? allModels().filter(({ name }) => name !== first?.name) : [])];
    const answered = specs.find((spec) => hashOf(demandUnder(spec)) === plan.demandHash);
    if (answered !== undefined) return { demand: demandUnder(answered), plan, by: "answers" };
    const demand = demandUnder(specs[0]!);
    return { demand, plan: adopt(plan, demand), by: said !== undefined ? "said" : asked !== undefined ? "asked" : "guessed" };
  };
}

/** Says of a plan that was matched how that was done; nothing of one that was made for this Demand. Ends with a line break. */
export function fittingText(file: string, { by, demand: { model } }: Fitting, lang: "sv" | "en"): string {
  if (by === "answers") return "";
  const others = allModels().flatMap(({ name }) => (name === model ? [] : [`--model ${name}`]));
  const text = {
    en: {
      said: `it says that it was made under ${model}, and is read so`,
      asked: `it is read under ${model}, as asked for`,
      guessed: `IT DOES NOT SAY UNDER WHICH MODEL, and is read under ${model}. Was it made under another, add ${others.join(" or ")}`,
    },
    sv: {
      said: `den är gjord under ${model} och läses så`,
      asked: `den läses under ${model}, som begärt`,
      guessed: `DEN SÄGER INTE UNDER VILKEN MODELL och läses under ${model}. Är den gjord under en annan, lägg till ${others.join(" eller ")}`,
    },
  } as const;
  const matched = lang === "sv" ? "är gjord för ett annat underlag och passas in i det här efter id" : "was made for another Demand, and is matched to this one by its ids";
  return `${file} ${matched}; ${text[lang][by]}.\n`;
}
