/** Reading civil days off a Demand. */
import type { Tick } from "../units.ts";
import type { Day } from "./demand.ts";

/** Index of the last day that has begun at `tick`; before the first day 0. O(log days). */
export function dayIndexAt(days: readonly Day[], tick: Tick): number {
  let low = 0;
  let high = days.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((days[middle] as Day).begins <= tick) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Ticks since midnight by the clock on the wall. */
export function timeOfDayAt(days: readonly Day[], tick: Tick): Tick {
  const day = days[dayIndexAt(days, tick)] as Day;
  const change = day.clockChange;
  return tick - day.begins + (change !== undefined && tick >= change.at ? change.by : 0);
}
