/** Least starts of tasks that timed relations tie together, given their arrivals. */
import { NONE, OPEN, type Problem } from "../problem/problem.ts";
import { CLOCK_ELAPSED, CLOCK_TIME_OF_DAY } from "../problem/relations.ts";
import type { State } from "./state.ts";

/** The starts that ties raise. */
export interface Starts {
  /** Earliest start of a task by its own round, what holds it back, and its window. */
  lowest(task: number, slot: number): number;
  setStart(task: number, start: number): void;
}

export class Ties {
  private readonly st: State;
  private readonly p: Problem;
  private readonly starts: Starts;
  private readonly members: Int32Array;
  private readonly bound: Int32Array;
  private readonly ordered: Int32Array;
  /** [task] the other task where a component is two tasks and one relation with a fixed order; otherwise NONE. */
  private readonly mate: Int32Array;
  private readonly mateRelation: Int32Array;
  /** What the relation last looked at asks: second - first of the starts, from `low` to `high`. */
  private low = -OPEN;
  private high = OPEN;
  /** [task] what holds it back, as `heldBy` tells, and in which propagation that was found. */
  private readonly holder: Int32Array;
  private readonly foundIn: Int32Array;
  private propagation = 0;

  constructor(st: State, starts: Starts) {
    this.st = st;
    this.p = st.p;
    this.starts = starts;
    this.members = new Int32Array(st.p.taskCount);
    this.bound = new Int32Array(st.p.taskCount);
    this.ordered = new Int32Array(st.p.taskCount);
    this.holder = new Int32Array(st.p.taskCount);
    this.foundIn = new Int32Array(st.p.taskCount);
    this.mate = new Int32Array(st.p.taskCount).fill(NONE);
    this.mateRelation = new Int32Array(st.p.taskCount).fill(NONE);
    this.findMates();
  }

  private findMates(): void {
    const { relations } = this.p;
    for (let c = 0; c + 1 < relations.componentTaskFrom.length; c++) {
      const from = relations.componentTaskFrom[c]!;
      const k = relations.componentRelations[relations.componentRelationFrom[c]!]!;
      if (
        relations.componentTaskFrom[c + 1]! - from !== 2 ||
        relations.componentRelationFrom[c + 1]! - relations.componentRelationFrom[c]! !== 1
      )
        continue;
      if (relations.eitherOrder[k] === 1 || relations.memberFrom[k + 1]! - relations.memberFrom[k]! !== 2) continue;
      const a = relations.members[relations.memberFrom[k]!]!;
      const b = relations.members[relations.memberFrom[k]! + 1]!;
      this.mate[a] = b;
      this.mate[b] = a;
      this.mateRelation[a] = this.mateRelation[b] = k;
    }
  }

  /** A new propagation begins: what held tasks back is forgotten. */
  begin(): void {
    this.propagation++;
  }

  /**
   * The task that holds `task` back by a relation, exactly by the difference of their starts. NONE: none does, or the
   * propagation has not yet looked.
   */
  heldBy(task: number): number {
    return this.foundIn[task] === this.propagation ? this.holder[task]! : NONE;
  }

  private setHolder(task: number, by: number): void {
    this.holder[task] = by;
    this.foundIn[task] = this.propagation;
  }

  /** Settles the starts of the component of `current` and tells what follows. False: they hold each other up. */
  settle(current: number): boolean {
    const mate = this.mate[current]!;
    return mate === NONE ? this.settleComponent(this.p.relations.component[current]!) : this.settlePair(current, mate);
  }

  private settlePair(current: number, mate: number): boolean {
    const { st, p, starts } = this;
    let own = starts.lowest(current, st.slotOf[current]!);
    if (st.shiftOf[mate] === NONE) {
      starts.setStart(current, own);
      return true;
    }
    let other = starts.lowest(mate, st.slotOf[mate]!);
    const [ownLowest, otherLowest] = [own, other];
    const k = this.mateRelation[current]!;
    const isFirst = p.relations.members[p.relations.memberFrom[k]!] === current;
    if (this.lags(k, isFirst ? current : mate, isFirst ? mate : current)) {
      // In this order one pass is enough: low <= high.
      if (isFirst) {
        if (this.low > -OPEN && other < own + this.low) other = own + this.low;
        else if (this.high < OPEN && own < other - this.high) own = other - this.high;
      } else if (this.low > -OPEN && own < other + this.low) own = other + this.low;
      else if (this.high < OPEN && other < own - this.high) other = own - this.high;
    }
    this.setHolder(current, own > ownLowest ? mate : NONE);
    this.setHolder(mate, other > otherLowest ? current : NONE);
    starts.setStart(current, own);
    starts.setStart(mate, other);
    return true;
  }

  private settleComponent(c: number): boolean {
    const { st, p, starts } = this;
    const { relations } = p;
    let count = 0;
    for (let k = relations.componentTaskFrom[c]!; k < relations.componentTaskFrom[c + 1]!; k++) {
      const u = relations.componentTasks[k]!;
      if (st.shiftOf[u]! === NONE) continue;
      this.members[count++] = u;
      this.bound[u] = starts.lowest(u, st.slotOf[u]!);
      this.setHolder(u, NONE);
    }
    let pass = 0;
    if (count > 1) while (this.raise(c)) if (++pass > count + 1) return false;
    for (let k = 0; k < count; k++) starts.setStart(this.members[k]!, this.bound[this.members[k]!]!);
    return true;
  }

  /** One pass over the component's relations; true if a bound rose. */
  private raise(c: number): boolean {
    const { relations } = this.p;
    let rose = false;
    for (let k = relations.componentRelationFrom[c]!; k < relations.componentRelationFrom[c + 1]!; k++) {
      const relation = relations.componentRelations[k]!;
      const count = this.servedMembers(relation);
      if (relations.every[relation] === 1) {
        if (this.raiseLater(relation, count)) rose = true;
        if (this.raiseEarlier(relation, count)) rose = true;
      } else for (let i = 0; i + 1 < count; i++) if (this.raisePair(relation, this.ordered[i]!, this.ordered[i + 1]!)) rose = true;
    }
    return rose;
  }

  /** Every member starts at least as long after every earlier one as the relation asks. O(members): the greatest of them decides. */
  private raiseLater(relation: number, count: number): boolean {
    const min = this.p.relations.min[relation]!;
    if (min <= -OPEN) return false;
    const { bound } = this;
    let rose = false;
    let greatest = -OPEN;
    let by = NONE;
    for (let i = 0; i < count; i++) {
      const u = this.ordered[i]!;
      if (!this.isClockKnown(relation, u)) continue;
      const least = min + greatest + this.asSecond(relation, u);
      if (by !== NONE && bound[u]! < least) {
        bound[u] = least;
        this.setHolder(u, by);
        rose = true;
      }
      const own = bound[u]! + this.asFirst(relation, u);
      if (by !== NONE && own <= greatest) continue;
      greatest = own;
      by = u;
    }
    return rose;
  }

  /** No member starts longer before a later one than the relation allows. O(members). */
  private raiseEarlier(relation: number, count: number): boolean {
    const max = this.p.relations.max[relation]!;
    if (max >= OPEN) return false;
    const { bound } = this;
    let rose = false;
    let greatest = -OPEN;
    let by = NONE;
    for (let i = count - 1; i >= 0; i--) {
      const u = this.ordered[i]!;
      if (!this.isClockKnown(relation, u)) continue;
      const least = greatest - max - this.asFirst(relation, u);
      if (by !== NONE && bound[u]! < least) {
        bound[u] = least;
        this.setHolder(u, by);
        rose = true;
      }
      const own = bound[u]! - this.asSecond(relation, u);
      if (by !== NONE && own <= greatest) continue;
      greatest = own;
      by = u;
    }
    return rose;
  }

  /** Enforces low <= b - a <= high by delaying one of the two. */
  private raisePair(relation: number, a: number, b: number): boolean {
    if (!this.lags(relation, a, b)) return false;
    const { bound } = this;
    let rose = false;
    if (this.low > -OPEN && bound[b]! < bound[a]! + this.low) {
      bound[b] = bound[a]! + this.low;
      this.setHolder(b, a);
      rose = true;
    }
    if (this.high < OPEN && bound[a]! < bound[b]! - this.high) {
      bound[a] = bound[b]! - this.high;
      this.setHolder(a, b);
      rose = true;
    }
    return rose;
  }

  /** Served members in the order in which the relation is judged, by their present bounds. */
  private servedMembers(relation: number): number {
    const { relations } = this.p;
    let count = 0;
    for (let k = relations.memberFrom[relation]!; k < relations.memberFrom[relation + 1]!; k++) {
      const u = relations.members[k]!;
      if (this.st.shiftOf[u]! === NONE) continue;
      let at = count++;
      if (relations.eitherOrder[relation] === 1) {
        while (at > 0 && this.onClock(relation, this.ordered[at - 1]!) > this.onClock(relation, u)) {
          this.ordered[at] = this.ordered[at - 1]!;
          at--;
        }
      }
      this.ordered[at] = u;
    }
    return count;
  }

  private onClock(relation: number, u: number): number {
    return this.bound[u]! - this.clockOffset(relation, u);
  }

  private clockOffset(relation: number, u: number): number {
    if (this.p.relations.clock[relation] !== CLOCK_TIME_OF_DAY) return 0;
    const offset = this.p.slots.clockOffset[this.st.slotOf[u]!]!;
    return offset === OPEN ? 0 : offset;
  }

  /** Fills `low` and `high`. False: the clock of one of the two is not known before its start is. */
  private lags(relation: number, a: number, b: number): boolean {
    const { relations } = this.p;
    if (!this.isClockKnown(relation, a) || !this.isClockKnown(relation, b)) return false;
    const ends = this.asFirst(relation, a) + this.asSecond(relation, b);
    const min = relations.min[relation]!;
    const max = relations.max[relation]!;
    this.low = min > -OPEN ? min + ends : -OPEN;
    this.high = max < OPEN ? max + ends : OPEN;
    return true;
  }

  private isClockKnown(relation: number, u: number): boolean {
    return this.p.relations.clock[relation] === CLOCK_ELAPSED || this.p.slots.clockOffset[this.st.slotOf[u]!] !== OPEN;
  }

  /** From the start of `u` to where the gap after it is measured from, on the relation's clock. */
  private asFirst(relation: number, u: number): number {
    return (this.p.relations.fromEnd[relation] === 1 ? this.st.duration[u]! : 0) - this.clockOffset(relation, u);
  }

  /** From where the gap before `u` is measured to, on the relation's clock, to its start. */
  private asSecond(relation: number, u: number): number {
    return this.clockOffset(relation, u) - (this.p.relations.toEnd[relation] === 1 ? this.st.duration[u]! : 0);
  }
}
