/** Bounds that say in O(1) whether a task may be between two nodes of a round. */
import { latestLeave } from "./latest.ts";
import type { State } from "./state.ts";
import { leastTicks, leavesAt } from "./travel.ts";

/**
 * By the times that there are now, could `task` be between two nodes of another round? Should others start earlier once it has
 * left its own, it might fit nevertheless: too rare to look for.
 */
export function mayFit(st: State, task: number, r: number, after: number, before: number, slot: number, duration: number): boolean {
  return !st.needs.latest || !areFixed(st, task, after, before) || fitsBetween(st, task, r, after, before, slot, duration);
}

/** The same by the places that there are now, which may follow from each other; `task` has one of its own and is not in the round. */
export function fitsBetween(st: State, task: number, r: number, after: number, before: number, slot: number, duration: number): boolean {
  const { slots } = st.p;
  const start = earliestAfter(st, task, r, after, slot, duration);
  if (start > slots.startMax[slot]! || start + duration > slots.endMax[slot]!) return false;
  return start + duration <= latestLeave(st, st.p.tasks.place[task]!, before, r);
}

/** Earliest start of `task`, which has a place of its own, after a node, by the times and places that there are now. */
export function earliestAfter(st: State, task: number, r: number, after: number, slot: number, duration: number): number {
  const { p } = st;
  const { slots, shifts, tasks } = p;
  const here = tasks.place[task]!;
  const there = st.placeAfter(after, r);
  const leave = leavesAt(p, after, task, after >= st.taskCount ? shifts.beginMin[r]! : st.start[after]! + st.duration[after]!);
  const entry = after >= st.taskCount || there !== here ? tasks.stopTicks[task]! : 0;
  const trip = leastTicks(p, p.shifts.optionMode[st.option[r]!]!, there, here);
  return Math.max(leave + trip + entry, slots.startMin[slot]!, slots.endMin[slot]! - duration);
}

/** Are the places of `task` and of two nodes beside it their own, so that no other place follows from them? */
export const areFixed = (st: State, task: number, after: number, before: number): boolean => st.isFixed(task) && st.isFixed(after) && st.isFixed(before);
