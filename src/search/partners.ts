/**
 * What relations with tasks already served mean for a task to be put in: how early it may start, and whom it delays.
 * Looks at timed relations of two members only; the rest is found out when the place is tried.
 */
import { NONE, OPEN, type Problem } from "../problem/problem.ts";
import { CLOCK_ELAPSED, GAP } from "../problem/relations.ts";
import type { Delays } from "./delays.ts";
import type { Guide } from "./guide.ts";
import type { State } from "./state.ts";

export class Partners {
  /** Cost of the delays that the last `earliest` would cause. */
  cost = 0;
  private readonly st: State;
  private readonly p: Problem;
  private readonly guide: Guide;
  private readonly delays: Delays;

  constructor(st: State, guide: Guide, delays: Delays) {
    this.st = st;
    this.p = st.p;
    this.guide = guide;
    this.delays = delays;
  }

  /** Earliest start that partners of two-member relations leave open; OPEN: none. Adds the cost of delaying them. */
  earliest(task: number, slot: number, earliest: number, duration: number): number {
    const { relations } = this.p;
    const { st } = this;
    let start = earliest;
    this.cost = 0;
    for (let pass = 0; pass < 2; pass++) {
      for (let k = relations.ofTaskFrom[task]!; k < relations.ofTaskFrom[task + 1]!; k++) {
        const relation = relations.ofTask[k]!;
        if (relations.timed[relation] === 0 || relations.kind[relation] !== GAP) continue;
        const from = relations.memberFrom[relation]!;
        if (relations.memberFrom[relation + 1]! - from !== 2 || relations.eitherOrder[relation] === 1) continue;
        const isFirst = relations.members[from] === task;
        const partner = relations.members[isFirst ? from + 1 : from]!;
        if (st.shiftOf[partner]! === NONE || !this.isClockKnown(relation, slot, partner)) continue;
        const a = isFirst ? duration : st.duration[partner]!;
        const b = isFirst ? st.duration[partner]! : duration;
        const ends = (relations.fromEnd[relation] === 1 ? a : 0) - (relations.toEnd[relation] === 1 ? b : 0) + this.clockShift(relation, slot, partner, isFirst);
        const min = relations.min[relation]!;
        const max = relations.max[relation]!;
        const other = st.start[partner]!;
        // second - first between min and max, both shifted by what lies between start and the measured ends
        if (isFirst) {
          if (max < OPEN && start < other - max - ends) start = other - max - ends;
          if (pass === 1 && min > -OPEN && start + min + ends > other && !this.delayPartner(partner, start + min + ends)) return OPEN;
        } else {
          if (min > -OPEN && start < other + min + ends) start = other + min + ends;
          if (pass === 1 && max < OPEN && start - max - ends > other && !this.delayPartner(partner, start - max - ends)) return OPEN;
        }
      }
    }
    return start;
  }

  /** A slot that crosses midnight has its time of day only once the task is timed. */
  private isClockKnown(relation: number, slot: number, partner: number): boolean {
    const { relations, slots } = this.p;
    return relations.clock[relation] === CLOCK_ELAPSED || (slots.clockOffset[slot] !== OPEN && slots.clockOffset[this.st.slotOf[partner]!] !== OPEN);
  }

  private clockShift(relation: number, slot: number, partner: number, isFirst: boolean): number {
    if (this.p.relations.clock[relation] === CLOCK_ELAPSED) return 0;
    const own = this.p.slots.clockOffset[slot]!;
    const other = this.p.slots.clockOffset[this.st.slotOf[partner]!]!;
    return isFirst ? other - own : own - other;
  }

  private delayPartner(partner: number, start: number): boolean {
    if (start > this.st.latest[partner]!) return false;
    if (!this.guide.delaysCost) return true;
    this.delays.delay(partner, this.st.shiftOf[partner]!, start - this.st.start[partner]!);
    this.cost += this.delays.cost;
    return true;
  }
}
