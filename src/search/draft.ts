/**
 * A change being tried: take tasks out, put them in, then read what it costs; keep it or undo it whole.
 * `take` and `put` keep the timing exact; a `put` that cannot be timed leaves everything as it was.
 */
import { paced } from "../problem/compileShifts.ts";
import { cheapestWithin } from "../problem/flatCurves.ts";
import { NONE, type Problem } from "../problem/problem.ts";
import { computeLatest } from "./latest.ts";
import type { Objective } from "./objective.ts";
import { RowSet } from "./rowSet.ts";

export class Draft {
  readonly objective: Objective;
  /** Shifts whose latest starts must be computed again. */
  private readonly stale: RowSet;
  /** Tasks taken or put since the last `keep` or `undo`. */
  readonly moved: RowSet;

  constructor(objective: Objective) {
    this.objective = objective;
    this.stale = new RowSet(objective.st.p.shiftCount);
    this.moved = new RowSet(objective.st.p.taskCount);
  }

  /** Takes a served task out. Call `settleTimes` before anything is put in. */
  take(task: number): void {
    const { st, timing } = this.objective;
    const r = st.shiftOf[task]!;
    this.moved.add(task);
    const after = st.unlink(task);
    timing.queueUnlinked(task, r, after);
    this.objective.soilTask(task);
    this.stale.add(r);
  }

  /** Brings times up to date after taking. False: give up and `undo`. */
  settleTimes(): boolean {
    return this.settle(false);
  }

  /** The same after linking at the ends of rounds that had their times: sooner done where something is late. */
  settleLinked(): boolean {
    return this.settle(true);
  }

  private settle(onlyRises: boolean): boolean {
    const good = this.objective.timing.propagate(NONE, onlyRises);
    for (let k = 0; k < this.stale.count; k++) computeLatest(this.objective.st, this.stale.list[k]!);
    this.stale.clear();
    return good;
  }

  /** Puts `task` into shift `r` after node `after`. False: it cannot be timed there, and nothing has changed. */
  put(task: number, r: number, after: number, slot: number, duration: number, side: number): boolean {
    const { st, timing } = this.objective;
    const mark = st.trail.mark();
    st.link(task, r, after, slot, duration, side);
    timing.queueLinked(task);
    if (!timing.propagate(timing.onlyDelays(task, r) ? task : NONE)) {
      st.trail.rollbackInts(mark);
      return false;
    }
    computeLatest(st, r);
    this.moved.add(task);
    this.objective.soilTask(task);
    return true;
  }

  /** Links without timing, for exchanges of many tasks at once; follow with `settleTimes` or `settleLinked`. */
  link(task: number, r: number, after: number, slot: number, duration: number, side: number): void {
    const { st, timing } = this.objective;
    st.link(task, r, after, slot, duration, side);
    this.moved.add(task);
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
    this.moved.clear();
  }

  undo(): void {
    this.objective.timing.abandon();
    this.stale.clear();
    this.objective.st.trail.rollback();
    this.objective.discard();
    this.moved.clear();
  }
}

/** May the duration of `task` vary? */
export const isElastic = (p: Problem, task: number): boolean => p.tasks.durationMin[task]! < p.tasks.durationMax[task]! && p.tasks.frozen[task] === 0;

/** Shortest duration of `task` in shift `r`. */
export function shortestIn(p: Problem, task: number, r: number): number {
  const shortest = p.tasks.durationMin[task]!;
  return p.tasks.frozen[task] === 1 ? shortest : paced(p, p.shifts.worker[r]!, p.tasks.klass[task]!, shortest);
}

/** Longest duration of `task` in shift `r`. */
export function longestIn(p: Problem, task: number, r: number): number {
  const longest = p.tasks.durationMax[task]!;
  return p.tasks.frozen[task] === 1 ? longest : paced(p, p.shifts.worker[r]!, p.tasks.klass[task]!, longest);
}

/** `duration`, or as near to it as `task` may last in shift `r`. */
export const nearestIn = (p: Problem, task: number, r: number, duration: number): number =>
  Math.min(longestIn(p, task, r), Math.max(shortestIn(p, task, r), duration));

/** The duration that the task's value curve likes best in shift `r`. */
export function likedIn(p: Problem, task: number, r: number): number {
  const shortest = shortestIn(p, task, r);
  const longest = longestIn(p, task, r);
  const curve = p.tasks.valueCurve[task]!;
  if (longest === shortest || curve < 0) return shortest;
  const pace = p.workers.pace[p.shifts.worker[r]! * p.workers.classCount + p.tasks.klass[task]!]!;
  const best = cheapestWithin(p.curves, curve, p.tasks.durationMin[task]!, p.tasks.durationMax[task]!);
  return Math.min(longest, Math.max(shortest, Math.round(best * pace)));
}
