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
  private readonly alone = new Float64Array(1);

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
    const { trail, style } = this;
    const { reals } = trail;
    const at = this.ATOM + entity;
    const old = reals[at]!;
    const oldGroup = style === "line" ? NONE : this.groupNow(entity);
    const group = style === "line" ? NONE : this.groupFor(entity, shift);
    if (isSame(old, value) && oldGroup === group) return;
    if (style === "groups") this.addToGroup(oldGroup, entity, -1);
    trail.saveReal(at);
    reals[at] = value;
    if (group !== oldGroup) trail.put(this.GROUP_OF + entity, group);
    if (style === "line") {
      trail.saveReal(this.TOTAL);
      reals[this.TOTAL] = reals[this.TOTAL]! - orZero(old) + orZero(value);
    } else if (style === "groups") this.addToGroup(group, entity, 1);
    else if (style === "largest") this.replay(entity);
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
    const { alone } = this;
    alone[0] = 0;
    this.addCost(alone, 0, 1);
    return alone[0];
  }

  /** Adds that cost, times a factor, to `costs[at]`: in the innermost loop a real number returned may be boxed. */
  addCost(costs: Float64Array, at: number, times: number): void {
    const { reals } = this.trail;
    const total = reals[this.TOTAL]!;
    if (this.style === "line") costs[at]! += total * this.term.slope * times;
    else if (this.style !== "largest") costs[at]! += total * times;
    else if (reals[this.GROUP + 1] !== Number.NEGATIVE_INFINITY) costs[at]! += this.costOf(reals[this.GROUP + 1]!) * times;
  }

  /** Atom of `entity`, 0 if there is none. */
  atom(entity: number): number {
    return orZero(this.trail.reals[this.ATOM + entity]!);
  }

  private groupNow(entity: number): number {
    return this.GROUP_OF === NONE ? this.term.group[entity]! : this.trail.ints[this.GROUP_OF + entity]!;
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

  /** Adds `times` the atom of `entity` to a group. */
  private addToGroup(group: number, entity: number, times: number): void {
    const change = times * this.atom(entity);
    if (change !== 0) this.replaceGroup(group, this.trail.reals[this.GROUP + group]! + change);
  }

  private replaceGroup(group: number, raw: number): void {
    const { trail } = this;
    const { reals } = trail;
    const old = reals[this.GROUP + group]!;
    if (old === raw) return;
    trail.saveReal(this.GROUP + group);
    trail.saveReal(this.TOTAL);
    reals[this.GROUP + group] = raw;
    reals[this.TOTAL] = reals[this.TOTAL]! + this.costOf(raw) - this.costOf(old);
  }

  /** Plays the tournament anew for an atom that has changed. */
  private replay(entity: number): void {
    const { trail } = this;
    const { reals } = trail;
    const value = reals[this.ATOM + entity]!;
    let k = this.leaves + entity;
    let top = Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
    while (reals[this.GROUP + k] !== top) {
      trail.saveReal(this.GROUP + k);
      reals[this.GROUP + k] = top;
      if (k === 1) return;
      k >>= 1;
      top = Math.max(reals[this.GROUP + 2 * k]!, reals[this.GROUP + 2 * k + 1]!);
    }
  }

  private scan(group: number): number {
    const { groupFrom, groupMembers, entityCount } = this.term;
    const { reals, ints } = this.trail;
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    const fixed = groupFrom !== null && groupMembers !== null;
    const to = fixed ? groupFrom[group + 1]! : entityCount;
    for (let k = fixed ? groupFrom[group]! : 0; k < to; k++) {
      if (!fixed && ints[this.GROUP_OF + k] !== group) continue;
      const value = reals[this.ATOM + (fixed ? groupMembers[k]! : k)]!;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    if (high === Number.NEGATIVE_INFINITY) return 0;
    return this.term.reduce === "max" ? high : high - low;
  }
}

/** `Object.is` would box both. */
const isSame = (a: number, b: number): boolean => a === b || (Number.isNaN(a) && Number.isNaN(b));

const orZero = (value: number): number => (Number.isNaN(value) ? 0 : value);
