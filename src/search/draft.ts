/**
 * A change being tried: take tasks out, put them in, then read what it costs; keep it or undo it whole.
 * `take` and `put` keep the timing exact; a `put` that cannot be timed leaves everything as it was.
 */
import { paced } from "../problem/compileShifts.ts";
import { cheapestWithin } from "../problem/flatCurves.ts";
import type { Objective } from "./objective.ts";
import { RowSet } from "./rowSet.ts";

export class Draft {
  readonly objective: Objective;
  /** Shifts whose latest starts must be computed again. */
  private readonly stale: RowSet;
  /** Tasks taken or put since the last `keep` or `undo`, with repeats. */
  readonly moved: number[] = [];

  constructor(objective: Objective) {
    this.objective = objective;
    this.stale = new RowSet(objective.st.p.shiftCount);
  }

  /** Takes a served task out. Call `settleTimes` before anything is put in. */
  take(task: number): void {
    const { st, timing } = this.objective;
    const r = st.shiftOf[task]!;
    this.moved.push(task);
    const after = st.unlink(task);
    timing.queueUnlinked(task, r, after);
    this.objective.soilTask(task);
    this.stale.add(r);
  }

  /** Brings times up to date after taking. False: give up and `undo`. */
  settleTimes(): boolean {
    const { timing } = this.objective;
    const good = timing.propagate();
    for (let k = 0; k < this.stale.count; k++) timing.computeLatest(this.stale.list[k]!);
    this.stale.clear();
    return good;
  }

  /** Puts `task` into shift `r` after node `after`. False: it cannot be timed there, and nothing has changed. */
  put(task: number, r: number, after: number, slot: number, duration: number, side: number): boolean {
    const { st, timing } = this.objective;
    const mark = st.trail.mark();
    st.link(task, r, after, slot, duration, side);
    timing.queueLinked(task);
    if (!timing.propagate(task)) {
      st.trail.rollbackInts(mark);
      return false;
    }
    timing.computeLatest(r);
    this.moved.push(task);
    this.objective.soilTask(task);
    return true;
  }

  /** Links without timing, for exchanges of many tasks at once; follow with `settleTimes`. */
  link(task: number, r: number, after: number, slot: number, duration: number, side: number): void {
    const { st, timing } = this.objective;
    st.link(task, r, after, slot, duration, side);
    this.moved.push(task);
    timing.queueLinked(task);
    this.objective.soilTask(task);
    this.stale.add(r);
  }

  /** Travels shift `r` by another option. */
  setOption(r: number, option: number): void {
    const { st, timing } = this.objective;
    st.put(st.OPTION + r, option);
    timing.requeueRound(r);
    const home = st.taskCount + r;
    for (let v = st.next[home]!; v !== home; v = st.next[v]!) this.objective.soilTask(v); // terms may look at the mode
    this.stale.add(r);
  }

  /** Changes how a served task is done; follow with `settleTimes`. */
  change(task: number, slot: number, duration: number, side: number): void {
    const { st, timing } = this.objective;
    const r = st.shiftOf[task]!;
    st.put(st.SLOT + task, slot);
    st.setDuration(task, duration);
    st.put(st.SIDE + task, side);
    timing.requeueRound(r);
    this.objective.soilTask(task);
    this.stale.add(r);
  }

  /** Computes `levels`. */
  price(): Float64Array {
    this.objective.update();
    return this.objective.levels;
  }

  keep(): void {
    this.objective.st.trail.commit();
    this.moved.length = 0;
  }

  undo(): void {
    this.objective.timing.abandon();
    this.stale.clear();
    this.objective.st.trail.rollback();
    this.objective.discard();
    this.moved.length = 0;
  }
}

/** Shortest and longest duration of `task` in shift `r`. */
export function durationBounds(objective: Objective, task: number, r: number): { readonly min: number; readonly max: number } {
  const { p } = objective.st;
  if (p.tasks.frozen[task] === 1) return { min: p.tasks.durationMin[task]!, max: p.tasks.durationMax[task]! };
  const worker = p.shifts.worker[r]!;
  const klass = p.tasks.klass[task]!;
  return { min: paced(p, worker, klass, p.tasks.durationMin[task]!), max: paced(p, worker, klass, p.tasks.durationMax[task]!) };
}

/** The duration that the task's value curve likes best in shift `r`, within `bounds`. */
export function likedDuration(objective: Objective, task: number, r: number, bounds: { readonly min: number; readonly max: number }): number {
  const { p } = objective.st;
  const curve = p.tasks.valueCurve[task]!;
  if (bounds.max === bounds.min || curve < 0) return bounds.min;
  const pace = p.workers.pace[p.shifts.worker[r]! * p.workers.classCount + p.tasks.klass[task]!]!;
  const best = cheapestWithin(p.curves, curve, p.tasks.durationMin[task]!, p.tasks.durationMax[task]!);
  return Math.min(bounds.max, Math.max(bounds.min, Math.round(best * pace)));
}
