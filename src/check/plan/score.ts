/** What a plan costs, by the rules of `model/term.ts`. */
import { costAt } from "../../model/curve.ts";
import type { Demand } from "../../model/demand.ts";
import type { Score, TermScore } from "../../model/score.ts";
import type { ClientMeasure, ShiftMeasure, TaskMeasure, Term } from "../../model/term.ts";
import type { Atom, Measured } from "./atom.ts";
import { usedOf } from "./budgets.ts";
import { clientAtoms } from "./clientMeasures.ts";
import type { Report } from "./facts.ts";
import { groupsOf } from "./groups.ts";
import { softCost } from "./relations.ts";
import { shiftAtoms } from "./shiftMeasures.ts";
import { taskAtoms } from "./taskMeasures.ts";

/** A hard term may cost this much by rounding errors. */
const ROUNDING = 1e-9;

/** The score with its breakdown. O(terms * size). */
export function scoreOf(facts: Measured): Score {
  const { terms } = facts.demand;
  const scores = terms.map((term) => termScore(facts, term));
  const levels = new Array<number>(terms.reduce((most, { level }) => Math.max(most, level), 0) + 1).fill(0);
  terms.forEach(({ level }, i) => {
    levels[level] = (levels[level] ?? 0) + (scores[i]?.cost ?? 0);
  });
  return { levels, terms: scores };
}

/** Terms of level 0 are hard. */
export function checkHardTerms(demand: Demand, score: Score, report: Report): void {
  demand.terms.forEach((term, i) => {
    const { cost, groups } = score.terms[i] as TermScore;
    if (term.level > 0 || Math.abs(cost) <= ROUNDING) return;
    const where = groups.slice(0, 5).map(({ id, cost: part }) => `"${id}" ${part}`);
    const rest = groups.length > where.length ? ", …" : "";
    report(
      "hard-term",
      [],
      `Term "${term.name}" is hard and costs ${cost}: ${where.join(", ")}${rest}.`,
      "Remove what it counts, or raise its level.",
    );
  });
}

function termScore(facts: Measured, term: Term): TermScore {
  const all = atomsOf(facts, term);
  const atoms = term.where === undefined ? all : all.filter((atom) => passes(term.where ?? {}, atom));
  const groups = groupsOf(facts, term.per, atoms).map(({ id, values }) => {
    const raw = reduce(term.reduce, values);
    return { id, raw, cost: costAt(term.curve, raw / unitOf(facts.demand, term)) };
  });
  const total = (key: "raw" | "cost"): number => groups.reduce((sum, group) => sum + group[key], 0);
  return { name: term.name, raw: total("raw"), cost: total("cost"), groups: groups.filter(({ raw, cost }) => raw !== 0 || cost !== 0) };
}

/** Those of value 0 are left out where they count for nothing. */
function atomsOf(facts: Measured, { measure, reduce: how, curve }: Term): readonly Atom[] {
  const { relations, budgets } = facts.demand;
  if (measure === "relation") return relations.map((relation) => ({ id: relation.id, value: softCost(facts, relation) }));
  if (measure === "budget")
    return budgets.map((budget) => ({ id: budget.id, value: budget.cost ? costAt(budget.cost, usedOf(facts, budget)) : 0 }));
  if (isShiftMeasure(measure)) return shiftAtoms(facts, measure);
  return isClientMeasure(measure) ? clientAtoms(facts, measure) : taskAtoms(facts, measure, how !== "sum" || costAt(curve, 0) !== 0);
}

const SHIFT_MEASURES: readonly ShiftMeasure[] = [
  "travel",
  "distance",
  "waiting",
  "idle",
  "overtime",
  "usedShift",
  "optionCost",
  "splitShift",
  "work",
];
const CLIENT_MEASURES: readonly ClientMeasure[] = ["workers", "contactShare"];
const isShiftMeasure = (measure: TaskMeasure | ShiftMeasure | ClientMeasure): measure is ShiftMeasure =>
  SHIFT_MEASURES.some((name) => name === measure);
const isClientMeasure = (measure: TaskMeasure | ClientMeasure): measure is ClientMeasure =>
  CLIENT_MEASURES.some((name) => name === measure);

/** What the atom does not have is not asked. */
function passes({ classes, modes, minPriority }: NonNullable<Term["where"]>, atom: Atom): boolean {
  return (
    (classes === undefined || atom.class === undefined || classes.includes(atom.class)) &&
    (modes === undefined || atom.mode === undefined || modes.includes(atom.mode)) &&
    (minPriority === undefined || atom.priority === undefined || atom.priority >= minPriority)
  );
}

function reduce(how: Term["reduce"], values: readonly number[]): number {
  if (how === "sum") return values.reduce((a, b) => a + b, 0);
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
  return how === "max" ? most : most - least;
}

const unitOf = (demand: Demand, { unit }: Term): number => (unit === "minute" ? demand.ticksPerMinute : unit === "km" ? 1000 : 1);
