/** A lower bound on the score: what each term costs at least. Exact once the times are fixed. */
import type { Term } from "../../src/model/term.ts";
import { type Atom, atomsOf } from "./atoms.ts";
import type { Differences } from "./differences.ts";
import { costOver, larger, plus, type Range } from "./range.ts";
import { optionAt, type Reading, shiftAt, taskAt } from "./reading.ts";
import type { Structure } from "./structure.ts";

/** [level] -> least sum of its terms. */
export function floorOf(reading: Reading, structure: Structure, d: Differences): number[] {
  const { terms } = reading.demand;
  const levels = new Array<number>(1 + terms.reduce((most, t) => Math.max(most, t.level), 0)).fill(0);
  for (const term of terms) levels[term.level] = (levels[term.level] as number) + termFloor(reading, structure, d, term);
  return levels;
}

/** Least cost of one term. */
export function termFloor(reading: Reading, structure: Structure, d: Differences, term: Term): number {
  let cost = 0;
  for (const atoms of groupsOf(reading, structure, d, term)) cost += groupFloor(reading, term, atoms);
  return cost;
}

/** Least cost of one group. */
export function groupFloor(reading: Reading, term: Term, atoms: readonly Atom[]): number {
  const [lo, hi] = reduced(term.reduce, atoms);
  const scale = scaleOf(reading, term);
  return costOver(term.curve, [lo / scale, hi / scale])[0];
}

/** Raw units per unit of the curve. */
export const scaleOf = (reading: Reading, { unit }: Term): number =>
  unit === "minute" ? reading.demand.ticksPerMinute : unit === "km" ? 1000 : 1;

/** The atoms that count, by group. */
export function groupsOf(reading: Reading, structure: Structure, d: Differences, term: Term): readonly (readonly Atom[])[] {
  const groups = new Map<string, Atom[]>();
  for (const atom of atomsOf(reading, structure, d, term.measure)) {
    if (!counts(reading, structure, term, atom)) continue;
    const key = groupOf(reading, term.per, atom);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [atom]);
    else group.push(atom);
  }
  return [...groups.values()];
}

function reduced(reduce: Term["reduce"], atoms: readonly Atom[]): Range {
  const ranges = atoms.map((a) => a.range);
  if (reduce === "sum") return ranges.reduce(plus);
  const most = ranges.reduce(larger);
  if (reduce === "max") return most;
  const least = ranges.reduce((a, b): Range => [Math.min(a[0], b[0]), Math.min(a[1], b[1])]);
  return [Math.max(0, most[0] - least[1]), most[1] - least[0]];
}

/** An atom that lacks what `where` asks about does not count. */
function counts(reading: Reading, structure: Structure, { where }: Term, { task, shift }: Atom): boolean {
  if (where?.classes !== undefined && (task < 0 || !where.classes.includes(taskAt(reading, task).class))) return false;
  if (where?.minPriority !== undefined && (task < 0 || taskAt(reading, task).priority < where.minPriority)) return false;
  if (where?.modes === undefined) return true;
  const option = structure.rounds.find((r) => r.shift === shift)?.option ?? 0;
  return shift >= 0 && where.modes.includes(optionAt(reading, shift, option).mode);
}

function groupOf(reading: Reading, per: Term["per"], atom: Atom): string {
  const alone = `alone ${atom.id}`;
  const shift = atom.shift < 0 ? undefined : shiftAt(reading, atom.shift);
  switch (per) {
    case "plan":
      return "plan";
    case "shift":
      return shift === undefined ? alone : shift.id;
    case "worker":
      return shift === undefined ? alone : shift.worker;
    case "client":
      return atom.client ?? alone;
    case "team":
      return reading.demand.clients.find((c) => c.id === atom.client)?.team ?? shift?.team ?? alone;
    default:
      return atom.id;
  }
}
