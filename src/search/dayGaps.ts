/**
 * Which slots of a task lie on a day that its hard gaps in days allow, given on which days others are served. Timing knows nothing of days: without
 * this, most places found for such a task would be refused only once they are priced. Only gaps from start to start: the day of an end depends on
 * where in the slot the task begins and how long it lasts.
 */
import { NONE, OPEN, type Problem } from "../problem/problem.ts";
import { CLOCK_DAYS, GAP } from "../problem/relations.ts";
import type { State } from "./state.ts";
import { dayOf } from "./travel.ts";

export class DayGaps {
  private readonly st: State;
  private readonly p: Problem;
  /** [task] 1: it has such gaps. */
  private readonly has: Uint8Array;
  /** [slot - first slot of the task looked at] 0: its day is taken. */
  private readonly isFree: Uint8Array;
  private first = NONE;

  constructor(st: State) {
    this.st = st;
    this.p = st.p;
    const { relations, tasks, taskCount } = st.p;
    this.has = new Uint8Array(taskCount);
    let most = 0;
    for (let k = 0; k < relations.count; k++) {
      if (!this.isHardGap(k)) continue;
      for (let m = relations.memberFrom[k]!; m < relations.memberFrom[k + 1]!; m++) {
        const task = relations.members[m]!;
        this.has[task] = 1;
        most = Math.max(most, tasks.slotFrom[task + 1]! - tasks.slotFrom[task]!);
      }
    }
    this.isFree = new Uint8Array(most);
  }

  private isHardGap(k: number): boolean {
    const { relations } = this.p;
    return relations.kind[k] === GAP && relations.clock[k] === CLOCK_DAYS && relations.soft[k]! < 0 && relations.fromEnd[k] === 0 && relations.toEnd[k] === 0;
  }

  /** Looks at the days of a task that is not served. O(slots of the task x members of its relations). */
  look(task: number): void {
    this.first = NONE;
    if (this.has[task] === 0) return;
    const { tasks } = this.p;
    this.first = tasks.slotFrom[task]!;
    for (let s = this.first; s < tasks.slotFrom[task + 1]!; s++) this.isFree[s - this.first] = this.isFreeOn(task, s) ? 1 : 0;
  }

  /** May the task last looked at be served in this slot of its own? True also where the day is not known before the start is. */
  allows(slot: number): boolean {
    return this.first === NONE || this.isFree[slot - this.first] === 1;
  }

  private isFreeOn(task: number, slot: number): boolean {
    const { p } = this;
    const { relations, slots } = p;
    const day = dayOf(p, slots.startMin[slot]!);
    if (day !== dayOf(p, slots.startMax[slot]!)) return true;
    for (let m = relations.ofTaskFrom[task]!; m < relations.ofTaskFrom[task + 1]!; m++) {
      const k = relations.ofTask[m]!;
      if (this.isHardGap(k) && !this.fits(k, task, day)) return false;
    }
    return true;
  }

  /**
   * Looks at the nearest before and after it, or at all of them where the gap is between every two. That the nearest is too far counts only where
   * nothing that is not served could still come between.
   */
  private fits(k: number, task: number, day: number): boolean {
    const { relations } = this.p;
    const [min, max] = [relations.min[k]!, relations.max[k]!];
    const [isAnyOrder, isEvery] = [relations.eitherOrder[k] === 1, relations.every[k] === 1];
    let [before, after] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    let [isLater, isOpenBefore, isOpenAfter] = [false, false, false];
    for (let i = relations.memberFrom[k]!; i < relations.memberFrom[k + 1]!; i++) {
      const other = relations.members[i]!;
      if (other === task) isLater = true;
      else if (this.st.shiftOf[other] === NONE) {
        if (isAnyOrder || !isLater) isOpenBefore = true;
        if (isAnyOrder || after === Number.POSITIVE_INFINITY) isOpenAfter ||= isAnyOrder || isLater;
      } else {
        const at = dayOf(this.p, this.st.start[other]!);
        const comesAfter = isAnyOrder ? at >= day : isLater;
        if (isEvery && !isWithin(comesAfter ? at - day : day - at, min, max)) return false;
        if (comesAfter) after = isAnyOrder ? Math.min(after, at) : after === Number.POSITIVE_INFINITY ? at : after;
        else {
          before = isAnyOrder ? Math.max(before, at) : at;
          isOpenBefore &&= isAnyOrder;
        }
      }
    }
    if (isEvery) return true;
    if (before !== Number.NEGATIVE_INFINITY && !isWithin(day - before, min, isOpenBefore ? OPEN : max)) return false;
    return after === Number.POSITIVE_INFINITY || isWithin(after - day, min, isOpenAfter ? OPEN : max);
  }
}

const isWithin = (gap: number, min: number, max: number): boolean => gap >= min && gap <= max;
