/** The part of a problem that a lane may change while others change the rest, and whether it kept to that. */
import type { Draft } from "./draft.ts";
import type { Cut } from "./regions.ts";
import type { State } from "./state.ts";

export class Region {
  /** [shift] 1: its round may change. */
  readonly shifts: Uint8Array;
  /** [task] 1: it may be moved. */
  readonly tasks: Uint8Array;
  private readonly st: State;
  /** The state as it was when the region was closed. */
  private readonly base: Int32Array;
  private readonly taskColumns: readonly number[];
  private readonly shiftColumns: readonly number[];

  /** Region `lane` of `cut`, closed now. */
  constructor(st: State, { ofShift, ofTask, fixed }: Cut, lane: number) {
    this.st = st;
    this.shifts = Uint8Array.from(ofShift, (of) => (of === lane ? 1 : 0));
    this.tasks = Uint8Array.from(ofTask, (of, task) => (of === lane && fixed[task] === 0 ? 1 : 0));
    this.base = st.trail.ints.slice(0, st.extraInt);
    this.taskColumns = [st.NEXT, st.SLOT, st.DURATION, st.SIDE, st.START, st.HOLD];
    this.shiftColumns = [st.NEXT + st.taskCount, st.OPTION, st.EAGER, st.LEAD, st.EXTRA];
  }

  /** Does a draft, before it is priced, change nothing outside? What it changed there and put back does not count. */
  holds({ moved, objective }: Draft): boolean {
    const { touched, retimed } = objective.timing;
    for (let k = 0; k < moved.count; k++) if (this.tasks[moved.list[k]!] === 0) return false;
    for (let k = 0; k < retimed.count; k++) if (this.tasks[retimed.list[k]!] === 0 && !this.isAsBefore(this.st.START + retimed.list[k]!)) return false;
    for (let k = 0; k < touched.count; k++) if (this.shifts[touched.list[k]!] === 0 && !this.isRoundAsBefore(touched.list[k]!)) return false;
    return true;
  }

  private isRoundAsBefore(r: number): boolean {
    const { st, taskColumns, shiftColumns } = this;
    for (let c = 0; c < shiftColumns.length; c++) if (!this.isAsBefore(shiftColumns[c]! + r)) return false;
    for (let v = st.next[st.taskCount + r]!; v < st.taskCount; v = st.next[v]!) {
      for (let c = 0; c < taskColumns.length; c++) if (!this.isAsBefore(taskColumns[c]! + v)) return false;
    }
    return true;
  }

  private isAsBefore(at: number): boolean {
    return this.st.trail.ints[at] === this.base[at];
  }
}
