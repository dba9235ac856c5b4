/** Groups of a term's atoms, of which some vary with the times of the rounds looked at and the others stay. */
import type { FlatCurves } from "../../problem/flatCurves.ts";
import { type CompiledTerm, NONE } from "../../problem/problem.ts";
import type { Ledger } from "../ledger.ts";
import type { State } from "../state.ts";
import { slopeAt } from "./corners.ts";

export class Groups {
  /** Atoms that vary: their entities, in the order they were added. */
  readonly entities: number[] = [];
  readonly curves: FlatCurves;
  private readonly st: State;
  private readonly varies = new Set<number>();
  private readonly tally = new Map<number, number>();

  constructor(st: State) {
    this.st = st;
    this.curves = st.p.curves;
  }

  clear(): void {
    this.entities.length = 0;
    this.varies.clear();
    this.tally.clear();
  }

  add(term: CompiledTerm, entity: number): void {
    const group = this.groupOf(term, entity);
    this.entities.push(entity);
    this.varies.add(entity);
    this.tally.set(group, (this.tally.get(group) ?? 0) + 1);
  }

  /** How many atoms of the group vary. */
  sizeOf(group: number): number {
    return this.tally.get(group) ?? 0;
  }

  groupOf(term: CompiledTerm, entity: number): number {
    const own = term.group[entity]!;
    if (own !== NONE || term.shiftGroup.length === 0) return own;
    const shift = this.st.shiftOf[entity]!;
    const byShift = shift === NONE ? NONE : term.shiftGroup[shift]!;
    return byShift === NONE ? term.ownGroup + entity : byShift;
  }

  /** Sum, or largest, of the group's atoms that stay; 0 where there are none. O(entities, or members of a fixed group). */
  rest(ledger: Ledger, group: number): number {
    return this.reduce(ledger, group, false);
  }

  /** The same of all atoms of the group. */
  whole(ledger: Ledger, group: number): number {
    return this.reduce(ledger, group, true);
  }

  private reduce(ledger: Ledger, group: number, all: boolean): number {
    const { term } = ledger;
    const { groupFrom, groupMembers } = term;
    const fixed = groupFrom !== null && groupMembers !== null;
    const to = fixed ? groupFrom[group + 1]! : term.entityCount;
    let value = 0;
    for (let k = fixed ? groupFrom[group]! : 0; k < to; k++) {
      const entity = fixed ? groupMembers[k]! : k;
      if ((!fixed && this.groupOf(term, entity) !== group) || (!all && this.varies.has(entity))) continue;
      const atom = ledger.atom(entity);
      value = term.reduce === "max" ? Math.max(value, atom) : value + atom;
    }
    return value;
  }
}

/** Does the term count the atom of `task`, which shift `r` serves? */
export function countsTask(st: State, { accepts, modes }: CompiledTerm, task: number, r: number): boolean {
  return (accepts === null || accepts[task] === 1) && countsMode(st, modes, r);
}

/** Does the term count the atom of the used shift `r`, or of its tasks, as far as its way to travel goes? */
export function countsMode(st: State, modes: CompiledTerm["modes"], r: number): boolean {
  return modes === null || modes[st.p.shifts.optionMode[st.option[r]!]!] === 1;
}

/** Calls `look` for every task of the used shifts `rounds` that the term counts. */
export function eachTask(st: State, term: CompiledTerm, rounds: readonly number[], look: (task: number) => void): void {
  for (const r of rounds) {
    const home = st.taskCount + r;
    for (let v = st.next[home]!; v !== home; v = st.next[v]!) if (countsTask(st, term, v, r)) look(v);
  }
}

/** Price per tick of a group's sum: the line's, or the curve's slope at the present sum, which is a guess. */
export function slopeOf(groups: Groups, ledger: Ledger, group: number): number {
  const { term } = ledger;
  if (!Number.isNaN(term.slope)) return term.slope;
  return slopeAt(groups.curves, term.curve, groups.whole(ledger, group) / term.divisor, true) / term.divisor;
}
