/** Time added up by half hours of the day, on the clock on the wall. */
import type { Demand } from "../../model/demand.ts";
import { dayIndexAt, timeOfDayAt } from "../../model/time.ts";
import type { Tick } from "../../units.ts";

export const HALF_HOURS = 48;
const MINUTES = 30;

/** [day][half hour], in minutes of staff. */
export type HalfHours = readonly number[][];

export const emptyHalfHours = (demand: Demand): HalfHours => demand.days.map(() => new Array<number>(HALF_HOURS).fill(0));

/**
 * Adds the time from `begin` to `end`, times `weight`, to the half hours it falls in. What lies before the first day or after the
 * midnight that ends the last day is left out. Clocks change on a half hour. O(half hours covered).
 */
export function addTime(sums: HalfHours, demand: Demand, begin: Tick, end: Tick, weight = 1): void {
  const size = MINUTES * demand.ticksPerMinute;
  let at = Math.max(begin, demand.days[0]?.begins ?? 0);
  while (at < end) {
    const day = dayIndexAt(demand.days, at);
    const clock = timeOfDayAt(demand.days, at);
    const next = Math.min(end, at + size - (clock % size), demand.days[day + 1]?.begins ?? Infinity);
    add(sums, day, Math.floor(clock / size), (weight * (next - at)) / demand.ticksPerMinute);
    at = next;
  }
}

/**
 * Adds a visit of `minutes` that begins between the clock minutes `from` and `to` of a day, every start being equally likely: to each
 * half hour the minutes that fall into it on average. Beyond midnight it goes on in the next day.
 */
export function addPromise(sums: HalfHours, day: number, [from, to]: readonly [number, number], minutes: number, weight = 1): void {
  const first = Math.floor(from / MINUTES);
  const last = Math.ceil((to + minutes) / MINUTES);
  for (let slot = first; slot < last; slot++) {
    const share = doneBy((slot + 1) * MINUTES, from, to, minutes) - doneBy(slot * MINUTES, from, to, minutes);
    add(sums, day + Math.floor(slot / HALF_HOURS), slot % HALF_HOURS, weight * share);
  }
}

/** Minutes done by `clock` on average over all starts from `from` to `to`. */
function doneBy(clock: number, from: number, to: number, minutes: number): number {
  if (from === to) return Math.min(Math.max(clock - from, 0), minutes);
  const area = (x: number): number => (x > 0 ? (x * x) / 2 : 0);
  return (area(clock - from) - area(clock - to) - area(clock - from - minutes) + area(clock - to - minutes)) / (to - from);
}

function add(sums: HalfHours, day: number, slot: number, minutes: number): void {
  const row = sums[day];
  if (row?.[slot] !== undefined) row[slot] += minutes;
}

/** Mean over these days of the people at work in each half hour; all 0 where there are no days. */
export function meanPeople(sums: HalfHours, days: readonly number[]): number[] {
  const total = (slot: number): number => days.reduce((sum, day) => sum + (sums[day]?.[slot] ?? 0), 0);
  return Array.from({ length: HALF_HOURS }, (_, slot) => (days.length === 0 ? 0 : total(slot) / days.length / MINUTES));
}
