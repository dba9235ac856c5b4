/**
 * Do tasks wait for each other in a circle? Along the chain of what holds each task back, a task that is reached again is on
 * a cycle of difference constraints; if the cycle has positive length, no times satisfy it. While such a cycle drives the
 * propagation, every one of its nodes is held back by the one before it, so following the chain finds it.
 * Cherkassky and Goldberg (1999), "Negative-cycle detection algorithms", doi:10.1007/s101070050058.
 */
import { NONE } from "../problem/problem.ts";
import type { State } from "./state.ts";
import type { Ties } from "./ties.ts";

/** When nodes can be reached along their rounds. */
export interface Arrivals {
  arrivalAt(task: number, shift: number): number;
}

export class Cycles {
  private readonly st: State;
  private readonly arrivals: Arrivals;
  private readonly ties: Ties;

  constructor(st: State, arrivals: Arrivals, ties: Ties) {
    this.st = st;
    this.arrivals = arrivals;
    this.ties = ties;
  }

  /**
   * Does a cycle of positive length drive `task`? Follows at most `longest` tasks back; where the chain comes round again is
   * noticed as in Brent (1980), "An improved Monte Carlo factorization algorithm", doi:10.1007/BF01933190: by comparing with
   * a task that is remembered anew after 1, 2, 4, 8 … O(tasks on the chain).
   */
  drive(task: number, longest: number): boolean {
    const { st, arrivals, ties } = this;
    let v = task;
    let remembered = task;
    let until = 1;
    let length = 0;
    for (let k = 0; k < longest; k++) {
      const other = ties.heldBy(v);
      if (other !== NONE) {
        length += st.start[v]! - st.start[other]!;
        v = other;
      } else {
        const before = st.prev[v]!;
        const arrival = arrivals.arrivalAt(v, st.shiftOf[v]!);
        if (before >= st.taskCount || arrival < st.start[v]!) return false;
        length += arrival - st.start[before]!;
        v = before;
      }
      if (v === remembered) return length > 0;
      if (k === until) {
        remembered = v;
        until *= 2;
        length = 0;
      }
    }
    return false;
  }
}
