/** Prices of late, early, moved and overtime: what a moment is beyond, or short of, a limit. */
import { type CompiledTerm, OPEN } from "../../problem/problem.ts";
import { isElastic } from "../draft.ts";
import type { Ledger } from "../ledger.ts";
import { Corners } from "./corners.ts";
import { countsMode, eachTask, Groups, slopeOf } from "./groups.ts";
import { type Moments, ZERO } from "./moments.ts";

/** Atom = max(0, time(moment) - limit), max(0, limit - time(moment)), or both. */
const ABOVE = 0;
const BELOW = 1;
const BOTH = 2;

export class Cornered {
  private readonly m: Moments;
  private readonly groups: Groups;
  private readonly corners = new Corners();
  /** Of each atom in `groups`. */
  private readonly moments: number[] = [];
  private readonly limits: number[] = [];
  private readonly kinds: number[] = [];

  constructor(m: Moments) {
    this.m = m;
    this.groups = new Groups(m.st);
  }

  /** Prices a term's atoms in the rounds. False: not, or not exactly. */
  price(ledger: Ledger, rounds: readonly number[]): boolean {
    const { term } = ledger;
    const { groups, m } = this;
    groups.clear();
    this.moments.length = this.limits.length = this.kinds.length = 0;
    if (term.measure === "overtime") {
      for (const r of rounds) {
        const paidTo = m.st.p.shifts.paidTo[r]!;
        if (paidTo < OPEN && countsMode(m.st, term.modes, r)) this.note(term, r, m.finishOf(r), paidTo, ABOVE);
      }
    } else eachTask(m.st, term, rounds, (task) => this.noteTask(term, task));
    if (groups.entities.length === 0) return true;
    if (term.reduce === "sum") return this.priceSums(ledger);
    return term.reduce === "max" && this.priceLargest(ledger);
  }

  private noteTask(term: CompiledTerm, task: number): void {
    const { m } = this;
    const { slots, tasks } = m.st.p;
    const slot = m.st.slotOf[task]!;
    const wish = slots.wish[slot]!;
    const start = m.startOf(task);
    if (term.measure === "early") {
      if (wish < OPEN) this.note(term, task, start, wish, BELOW);
    } else if (term.measure === "moved") {
      if (tasks.baselineStart[task]! < OPEN) this.note(term, task, start, tasks.baselineStart[task]!, BOTH);
    } else this.noteLate(term, task, Math.min(wish, slots.dueStart[slot]!), slots.dueEnd[slot]!);
  }

  /** Lateness by start and by end is one moment's where the duration is fixed; else that of a helper after both. */
  private noteLate(term: CompiledTerm, task: number, dueStart: number, dueEnd: number): void {
    const { m } = this;
    const start = m.startOf(task);
    const end = m.endOf(task);
    if (dueEnd >= OPEN) {
      if (dueStart < OPEN) this.note(term, task, start, dueStart, ABOVE);
    } else if (!isElastic(m.st.p, task)) this.note(term, task, start, Math.min(dueStart, dueEnd - m.st.duration[task]!), ABOVE);
    else if (dueStart >= OPEN) this.note(term, task, end, dueEnd, ABOVE);
    else {
      const later = m.helper(Math.max(m.now(start) - dueStart, m.now(end) - dueEnd));
      m.keep(later, start, dueStart);
      m.keep(later, end, dueEnd);
      this.note(term, task, later, 0, ABOVE);
    }
  }

  private note(term: CompiledTerm, entity: number, moment: number, limit: number, kind: number): void {
    this.groups.add(term, entity);
    this.moments.push(moment);
    this.limits.push(limit);
    this.kinds.push(kind);
  }

  private priceSums(ledger: Ledger): boolean {
    const { term } = ledger;
    const { groups, m } = this;
    let exact = true;
    for (let i = 0; i < groups.entities.length; i++) {
      const moment = this.moments[i]!;
      const limit = this.limits[i]!;
      const kind = this.kinds[i]!;
      const group = groups.groupOf(term, groups.entities[i]!);
      if (Number.isNaN(term.slope) && groups.sizeOf(group) === 1) {
        const rest = groups.rest(ledger, group);
        if (kind !== BELOW) m.curve(term.level, ZERO, moment, term.curve, 1, term.divisor, limit - rest, rest);
        if (kind !== ABOVE) m.curve(term.level, moment, ZERO, term.curve, 1, term.divisor, -limit - rest, rest);
        continue;
      }
      const slope = slopeOf(groups, ledger, group);
      if (slope < 0 || Number.isNaN(term.slope)) exact = false;
      if (kind !== BELOW) m.hinge(term.level, ZERO, moment, limit, slope);
      if (kind !== ABOVE) m.hinge(term.level, moment, ZERO, -limit, slope);
    }
    return exact;
  }

  /** One potential per group that is no smaller than any of its atoms; where they count down, it is no larger than their negatives. */
  private priceLargest(ledger: Ledger): boolean {
    const { term } = ledger;
    const { groups, m } = this;
    this.corners.load(m.st.p.curves, term.curve, 1, term.divisor, 0, 0);
    if (!this.corners.rises() || term.measure === "moved") return false;
    const down = term.measure === "early";
    const tops = new Map<number, number>();
    for (const [i, entity] of groups.entities.entries()) {
      const group = groups.groupOf(term, entity);
      let top = tops.get(group);
      if (top === undefined) {
        const now = groups.whole(ledger, group);
        const least = groups.rest(ledger, group);
        top = m.helper(down ? -now : now);
        tops.set(group, top);
        const from = down ? top : ZERO;
        const to = down ? ZERO : top;
        m.keep(to, from, -least);
        m.curve(term.level, from, to, term.curve, 1, term.divisor, 0, least);
      }
      if (down) m.keep(this.moments[i]!, top, -this.limits[i]!);
      else m.keep(top, this.moments[i]!, this.limits[i]!);
    }
    return true;
  }
}
