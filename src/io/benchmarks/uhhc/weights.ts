/** The named cost components of UHHC files, as Terms. */
import type { Measure, Term } from "../../../model/term.ts";
import type { HomeCareFile } from "../homecare/file.ts";
import { Issues } from "../issues.ts";

type Weights = HomeCareFile["weights"];
type Component = { readonly measure: Measure; readonly per: Term["per"]; readonly reduce: Term["reduce"]; readonly unit: Term["unit"] };

const minutes = (measure: Measure, reduce: Term["reduce"] = "sum"): Component => ({ measure, per: "plan", reduce, unit: "minute" });
const count = (measure: Measure, per: Term["per"] = "plan", reduce: Term["reduce"] = "sum"): Component => ({
  measure,
  per,
  reduce,
  unit: "one",
});

/** A term each. A component that is "HARD" stands on level 0, a weight is a slope on level 1. */
const TERMS: ReadonlyMap<string, Component> = new Map([
  ["travel_time", minutes("travel")],
  ["total_tardiness", minutes("late")],
  ["highest_tardiness", minutes("late", "max")],
  ["total_waiting_time", minutes("waiting")],
  ["total_extra_time", minutes("overtime")],
  ["max_idle_time", minutes("idle", "max")],
  ["optional_patients", count("unserved", "client", "max")],
  ["missed_lunch_break", count("missedBreak")],
]);

/** Components about who serves whom. Where the file gives no weight they are hard, and so conditions on `who`. */
export const WHO = ["caregiver_preferences", "qualification", "incompabilities"] as const;
export type WhoComponent = (typeof WHO)[number];

/** Refuses components that have a weight but no place in this reader. @throws InputError naming each. */
export function refuseUnknown(file: HomeCareFile): void {
  const issues = new Issues();
  const known = new Set<string>([...TERMS.keys(), ...WHO]);
  for (const [name, weight] of file.weights) {
    if (known.has(name) || weight === 0) continue;
    issues.add(
      "unsupported",
      () => ["metadata", "cost_components", name],
      `The component ${name} cannot be expressed.`,
      "Give it weight 0 or leave it out.",
    );
  }
  const shiftless = file.caregivers.filter((c) => c.shift === undefined).length;
  if ((file.weights.get("max_idle_time") ?? 0) !== 0 && shiftless > 0 && shiftless < file.caregivers.length) {
    issues.add(
      "unsupported",
      () => ["caregivers"],
      `${shiftless} caregivers have no working_shift, others have.`,
      "Give all a shift or set max_idle_time to 0.",
    );
  }
  issues.throwIfAny();
}

/** Hard for this component: said so, or not said. */
export const isHard = (weights: Weights, component: string): boolean => {
  const weight = weights.get(component);
  return weight === undefined || weight === "HARD";
};

/**
 * One unit of `who.cost` and what it costs. With one priced component the unit is a visit; with several, the finest
 * decimal that all their weights share.
 */
export function pricing(weights: Weights): {
  readonly names: readonly WhoComponent[];
  readonly slope: number;
  readonly unitsOf: (name: WhoComponent) => number;
} {
  const priced = WHO.filter((name) => typeof weights.get(name) === "number" && weights.get(name) !== 0);
  const weightOf = (name: WhoComponent) => weights.get(name) as number;
  const [only] = priced;
  if (only !== undefined && priced.length === 1)
    return { names: priced, slope: weightOf(only), unitsOf: (name) => (name === only ? 1 : 0) };
  let scale = 1;
  while (scale < 1e6 && priced.some((name) => Math.abs(weightOf(name) * scale - Math.round(weightOf(name) * scale)) > 1e-9)) scale *= 10;
  return { names: priced, slope: 1 / scale, unitsOf: (name) => (priced.includes(name) ? Math.round(weightOf(name) * scale) : 0) };
}

export function termsOf(file: HomeCareFile): Term[] {
  const { weights } = file;
  const noIdle = file.caregivers.every((c) => c.shift === undefined);
  const terms: Term[] = [];
  for (const [name, component] of TERMS) {
    const weight = weights.get(name) ?? 0;
    if (weight === 0 || (name === "max_idle_time" && noIdle) || (name === "optional_patients" && weight === "HARD")) continue;
    terms.push(termOf(name, component, weight));
  }
  const { names, slope } = pricing(weights);
  if (names.length > 0) terms.push(termOf(names.join(" + "), count("whoCost"), slope));
  return terms;
}

const termOf = (name: string, component: Component, weight: number | "HARD"): Term => ({
  name,
  level: weight === "HARD" ? 0 : 1,
  ...component,
  curve: { points: [[0, 0]], above: weight === "HARD" ? 1 : weight },
});
