/**
 * Running cost of one term: its atoms, its groups and its total, kept so that one changed atom costs O(1)
 * (sums), O(log atoms) (the largest of the plan), O(group) (other largest and ranges) or O(atoms) (these where the serving
 * shift decides over the group). All of it can be rolled back.
 * An atom that does not exist is NaN: a sum takes it for 0, a largest or a range passes it over.
 */
import { curveCost } from "../problem/flatCurves.ts";
import { type CompiledTerm, NONE, type Problem } from "../problem/problem.ts";
import { RowSet } from "./rowSet.ts";
import type { Trail } from "./trail.ts";

type Style = "line" | "groups" | "largest" | "scan";

/** Room a ledger needs in the trail. */
export function ledgerRoom(term: CompiledTerm): { readonly ints: number; readonly reals: number } {
  const style = styleOf(term);
  const reals = term.entityCount + 1 + (style === "line" ? 0 : style === "largest" ? 2 * treeSize(term) : term.groupCount);
  return { ints: term.shiftGroup.length > 0 ? term.entityCount : 0, reals };
}

function styleOf(term: CompiledTerm): Style {
  if (term.reduce === "sum") return Number.isNaN(term.slope) ? "groups" : "line";
  return term.reduce === "max" && term.groupCount === 1 ? "largest" : "scan";
}

function treeSize(term: CompiledTerm): number {
  let size = 1;
  while (size < term.entityCount) size *= 2;
  return size;
}

export class Ledger {
  readonly term: CompiledTerm;
  private readonly p: Problem;
  private readonly trail: Trail;
  private readonly style: Style;
  private readonly ATOM: number;
  private readonly TOTAL: number;
  private readonly GROUP: number;
  /** Leaves of the tournament tree begin here; node k has children 2k and 2k + 1. */
  private readonly leaves: number;
  private readonly GROUP_OF: number;
  /** Groups to scan. */
  private readonly dirty: RowSet;

  constructor(p: Problem, term: CompiledTerm, trail: Trail, firstInt: number, firstReal: number) {
    this.p = p;
    this.term = term;
    this.trail = trail;
    this.style = styleOf(term);
    this.ATOM = firstReal;
    this.TOTAL = firstReal + term.entityCount;
    this.GROUP = this.TOTAL + 1;
    this.leaves = treeSize(term);
    this.GROUP_OF = term.shiftGroup.length > 0 ? firstInt : NONE;
    this.dirty = new RowSet(this.style === "scan" ? term.groupCount : 0);
    this.clear();
  }

  /** Back to no atoms; not undoable. */
  clear(): void {
    const { reals, ints } = this.trail;
    reals.fill(Number.NaN, this.ATOM, this.TOTAL);
    reals[this.TOTAL] = 0;
    if (this.style === "largest") reals.fill(Number.NEGATIVE_INFINITY, this.GROUP, this.GROUP + 2 * this.leaves);
    else if (this.style !== "line") reals.fill(0, this.GROUP, this.GROUP + this.term.groupCount);
    if (this.GROUP_OF !== NONE) for (let e = 0; e < this.term.entityCount; e++) ints[this.GROUP_OF + e] = this.term.ownGroup + e;
    this.dirty.clear();
  }

  /** Sets the atom of `entity`; `shift` is the serving shift of a task, or NONE. */
  set(entity: number, value: number, shift: number): void {
    const { trail } = this;
    const old = trail.reals[this.ATOM + entity]!;
    if (this.style === "line") {
      if (Object.is(old, value)) return;
      trail.putReal(this.ATOM + entity, value);
      trail.putReal(this.TOTAL, trail.reals[this.TOTAL]! - orZero(old) + orZero(value));
      return;
    }
    const oldGroup = this.GROUP_OF === NONE ? this.term.group[entity]! : trail.ints[this.GROUP_OF + entity]!;
    const group = this.groupFor(entity, shift);
    if (Object.is(old, value) && oldGroup === group) return;
    trail.putReal(this.ATOM + entity, value);
    if (this.GROUP_OF !== NONE) trail.put(this.GROUP_OF + entity, group);
    if (this.style === "groups") {
      this.addToGroup(oldGroup, -orZero(old));
      this.addToGroup(group, orZero(value));
    } else if (this.style === "largest") this.replay(entity, value);
    else {
      this.dirty.add(oldGroup);
      this.dirty.add(group);
    }
  }

  /** Finishes the groups that must be scanned. Call once after the last `set` of a move. */
  close(): void {
    for (let k = 0; k < this.dirty.count; k++) this.replaceGroup(this.dirty.list[k]!, this.scan(this.dirty.list[k]!));
    this.dirty.clear();
  }

  /** Cost of the term now. */
  cost(): number {
    const total = this.trail.reals[this.TOTAL]!;
    if (this.style === "line") return total * this.term.slope;
    if (this.style !== "largest") return total;
    const top = this.trail.reals[this.GROUP + 1]!;
    return top === Number.NEGATIVE_INFINITY ? 0 : this.costOf(top);
  }

  /** Atom of `entity`, 0 if there is none. */
  atom(entity: number): number {
    return orZero(this.trail.reals[this.ATOM + entity]!);
  }

  private groupFor(entity: number, shift: number): number {
    const own = this.term.group[entity]!;
    if (own !== NONE || this.GROUP_OF === NONE) return own;
    const byShift = shift === NONE ? NONE : this.term.shiftGroup[shift]!;
    return byShift === NONE ? this.term.ownGroup + entity : byShift;
  }

  private costOf(raw: number): number {
    return curveCost(this.p.curves, this.term.curve, raw / this.term.divisor);
  }

  private addToGroup(group: number, change: number): void {
    if (change !== 0) this.replaceGroup(group, this.trail.reals[this.GROUP + group]! + change);
  }

  private replaceGroup(group: number, raw: number): void {
    const { trail } = this;
    const old = trail.reals[this.GROUP + group]!;
    if (old === raw) return;
    trail.putReal(this.GROUP + group, raw);
    trail.putReal(this.TOTAL, trail.reals[this.TOTAL]! + this.costOf(raw) - this.costOf(old));
  }

  private replay(entity: number, value: number): void {
    const { trail } = this;
    let k = this.leaves + entity;
    trail.putReal(this.GROUP + k, Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value);
    while (k > 1) {
      k >>= 1;
      const top = Math.max(trail.reals[this.GROUP + 2 * k]!, trail.reals[this.GROUP + 2 * k + 1]!);
      if (trail.reals[this.GROUP + k] === top) return;
      trail.putReal(this.GROUP + k, top);
    }
  }

  private scan(group: number): number {
    const { groupFrom, groupMembers, entityCount } = this.term;
    const { reals, ints } = this.trail;
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    const look = (entity: number): void => {
      const value = reals[this.ATOM + entity]!;
      if (value < low) low = value;
      if (value > high) high = value;
    };
    if (groupFrom !== null && groupMembers !== null) for (let k = groupFrom[group]!; k < groupFrom[group + 1]!; k++) look(groupMembers[k]!);
    else for (let e = 0; e < entityCount; e++) if (ints[this.GROUP_OF + e] === group) look(e);
    if (high === Number.NEGATIVE_INFINITY) return 0;
    return this.term.reduce === "max" ? high : high - low;
  }
}

const orZero = (value: number): number => (Number.isNaN(value) ? 0 : value);
