/** Latest times along a round by windows and the end of the shift, relations left out: bounds that refuse early. */
import type { State } from "./state.ts";
import { leastTicks } from "./travel.ts";

/** Fills the latest starts of shift `r`. O(tasks of the round). */
export function computeLatest(st: State, r: number): void {
  if (!st.needs.latest) return;
  const home = st.taskCount + r;
  for (let v = st.prev[home]!; v !== home; v = st.prev[v]!) {
    const latest = latestEnd(st, v, r) - st.duration[v]!;
    const startMax = st.p.slots.startMax[st.slotOf[v]!]!;
    st.put(st.LATEST + v, latest > startMax ? startMax : latest);
  }
}

/** Latest end of `v`, in shift `r`. */
export function latestEnd(st: State, v: number, r: number): number {
  const leave = latestLeave(st, st.place[v]!, st.next[v]!, r);
  const endMax = st.p.slots.endMax[st.slotOf[v]!]!;
  return leave > endMax ? endMax : leave;
}

/** When place `here` must be left at the latest, so that node `before` of shift `r` is reached in time. */
export function latestLeave(st: State, here: number, before: number, r: number): number {
  const { p } = st;
  const there = st.placeBefore(before, r);
  const trip = leastTicks(p, p.shifts.optionMode[st.option[r]!]!, here, there);
  if (before >= st.taskCount) return p.shifts.endMax[r]! - trip;
  return st.latest[before]! - (there === here ? 0 : p.tasks.stopTicks[before]!) - trip;
}
