/** What a structure costs at least, given what is known of its times; exactly that once they are fixed. */
import { type CompiledTerm, NONE, type Problem } from "../../problem/problem.ts";
import { costRange, forEachAtom } from "./atoms.ts";
import { type Differences, larger, plus, type Range, scaled } from "./differences.ts";
import type { Structure } from "./structure.ts";

/** [level] least sum of its terms. */
export function floorOf(problem: Problem, structure: Structure, d: Differences): number[] {
  const levels = new Array<number>(problem.levelCount).fill(0);
  for (const term of problem.terms) levels[term.level]! += termFloor(problem, structure, d, term);
  return levels;
}

function termFloor(problem: Problem, structure: Structure, d: Differences, term: CompiledTerm): number {
  const groups = new Map<number, { reduced: Range; least: Range }>();
  forEachAtom(problem, structure, d, term, (entity, shift, range) => {
    if (!passes(problem, structure, term, entity, shift)) return;
    const fixed = term.group[entity]!;
    const byShift = shift === NONE ? NONE : (term.shiftGroup[shift] ?? NONE);
    const key = fixed !== NONE ? fixed : byShift !== NONE ? byShift : term.ownGroup + entity;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { reduced: range, least: range });
    else {
      group.reduced = term.reduce === "sum" ? plus(group.reduced, range) : larger(group.reduced, range);
      group.least = [Math.min(group.least[0], range[0]), Math.min(group.least[1], range[1])];
    }
  });
  let cost = 0;
  for (const { reduced, least } of groups.values()) {
    const raw: Range = term.reduce === "range" ? [Math.max(0, reduced[0] - least[1]), reduced[1] - least[0]] : reduced;
    cost += costRange(problem.curves, term.curve, scaled(raw, term.divisor))[0];
  }
  return cost;
}

/** Does the atom count? What it does not have is not asked. */
function passes(
  { shifts }: Problem,
  { roundOf }: Structure,
  { accepts, modes, family }: CompiledTerm,
  entity: number,
  shift: number,
): boolean {
  if (accepts !== null && accepts[entity] === 0) return false;
  if (modes === null || shift === NONE || (family !== "task" && family !== "shift")) return true;
  return modes[shifts.optionMode[roundOf[shift]?.option ?? shifts.optionFrom[shift]!]!] === 1;
}
