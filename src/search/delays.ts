/** What delaying a round would cost, at guiding prices: lateness until waiting absorbs the delay, then overtime. */
import { OPEN, type Problem } from "../problem/problem.ts";
import type { Guide } from "./guide.ts";
import type { State } from "./state.ts";

export class Delays {
  private readonly st: State;
  private readonly p: Problem;
  private readonly guide: Guide;
  /** Cost of the last delay that was asked about. */
  cost = 0;

  constructor(st: State, guide: Guide) {
    this.st = st;
    this.p = st.p;
    this.guide = guide;
  }

  /** Fills `cost`: node `node` of shift `r` is reached no earlier than `arrival`. */
  reach(node: number, r: number, arrival: number): void {
    const { st, p, guide } = this;
    this.cost = 0;
    if (node < st.taskCount) {
      const delay = arrival - st.start[node]!;
      if (delay > 0) this.delay(node, r, delay);
      return;
    }
    const paidTo = p.shifts.paidTo[r]!;
    if (paidTo >= OPEN) return;
    const old = st.size[r] === 0 ? paidTo : st.end[r]!;
    this.cost = Math.max(0, arrival - Math.max(old, paidTo)) * guide.overtime;
  }

  /** Fills `cost`: the lateness that delaying `node` by `first` ticks adds along its own round, until waiting absorbs it. */
  delay(node: number, r: number, first: number): void {
    const { st, p, guide } = this;
    const { slots } = p;
    let delay = first;
    let cost = 0;
    let v = node;
    while (delay > 0 && v < st.taskCount) {
      const s = st.slotOf[v]!;
      const start = st.start[v]!;
      const end = start + st.duration[v]!;
      const slack = Math.min(slots.dueStart[s]! - start, slots.dueEnd[s]! - end, slots.wish[s]! - start);
      if (slack < delay) cost += (delay - Math.max(0, slack)) * guide.late;
      const next = st.next[v]!;
      if (next < st.taskCount) delay -= Math.max(0, st.start[next]! - st.arrival[next]!);
      v = next;
    }
    if (delay > 0) {
      const paidTo = p.shifts.paidTo[r]!;
      if (paidTo < OPEN) cost += Math.max(0, st.end[r]! + delay - Math.max(paidTo, st.end[r]!)) * guide.overtime;
    }
    this.cost = cost;
  }
}
