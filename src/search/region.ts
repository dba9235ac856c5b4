/** The part of a problem that a lane may change while others change the rest, and whether it kept to that. */
import type { Cut } from "./regions.ts";
import type { State } from "./state.ts";
import type { Trail } from "./trail.ts";

export class Region {
  /** [shift] 1: its round may change. */
  readonly shifts: Uint8Array;
  /** [task] 1: it may be moved. */
  readonly tasks: Uint8Array;
  /** The state as it was when the region was closed, and of it what must not be another. */
  private readonly base: Int32Array;
  private readonly closed: Uint8Array;
  private readonly trail: Trail;

  /** Region `lane` of `cut`, closed now. */
  constructor(st: State, { ofShift, ofTask, fixed }: Cut, lane: number) {
    this.shifts = Uint8Array.from(ofShift, (of) => (of === lane ? 1 : 0));
    this.tasks = Uint8Array.from(ofTask, (of, task) => (of === lane && fixed[task] === 0 ? 1 : 0));
    this.trail = st.trail;
    this.base = st.trail.ints.slice(0, st.extraInt);
    this.closed = new Uint8Array(st.extraInt);
    for (let task = 0; task < ofTask.length; task++) {
      if (this.tasks[task] === 1) continue;
      for (const column of [st.SHIFT, st.SLOT, st.DURATION, st.START, st.HOLD]) this.closed[column + task] = 1;
      if (ofTask[task] !== lane) for (const column of [st.NEXT, st.SIDE]) this.closed[column + task] = 1;
    }
    for (let shift = 0; shift < ofShift.length; shift++) {
      if (ofShift[shift] === lane) continue;
      for (const column of [st.NEXT + st.taskCount, st.OPTION, st.EAGER, st.LEAD, st.EXTRA]) this.closed[column + shift] = 1;
    }
  }

  /** Is everything outside as it was when the region was closed? What was changed there since the last commit and put back does not count. */
  holds(): boolean {
    return !this.trail.differs(this.closed, this.base);
  }
}
