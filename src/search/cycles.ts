/**
 * Do tasks wait for each other in a circle? Along the chain of what holds each task back, a task that is reached again is on
 * a cycle of difference constraints; if the cycle has positive length, no times satisfy it. While such a cycle drives the
 * propagation, every one of its nodes is held back by the one before it, so following the chain finds it.
 * Cherkassky and Goldberg (1999), "Negative-cycle detection algorithms", doi:10.1007/s101070050058.
 */
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

  /** Is `task` held back by itself, on a cycle of positive length and at most `longest` tasks? O(tasks on the chain). */
  drives(task: number, longest: number): boolean {
    const { st, arrivals, ties } = this;
    let length = 0;
    let v = task;
    for (let k = 0; k < longest; k++) {
      const before = st.prev[v]!;
      const arrival = arrivals.arrivalAt(v, st.shiftOf[v]!);
      if (arrival >= st.start[v]!) {
        if (before >= st.taskCount) return false;
        length += arrival - st.start[before]!;
        v = before;
      } else {
        if (!ties.findCause(v)) return false;
        length += ties.lag;
        v = ties.cause;
      }
      if (v === task) return length > 0;
    }
    return false;
  }
}
