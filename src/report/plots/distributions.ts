/** What a plan means for clients, one value per client or need. No value here belongs to a member of the staff. */
import { frameUses } from "../../kpi/frame.ts";
import { needOf, servedBy } from "../../kpi/lookup.ts";
import { occasionsOf } from "../../kpi/occasions.ts";
import type { Need } from "../../model/case.ts";
import { dayIndexAt, timeOfDayAt } from "../../model/time.ts";
import type { Id } from "../../units.ts";
import type { View } from "../view.ts";

/** Different staff that each client with a visit meets, in the order of the Case; the values that `continuity.mean` is the mean of. */
export function facesOf({ town, look }: Pick<View, "town" | "look">): number[] {
  const met = new Map<Id, Set<Id>>(town.clients.map(({ id }) => [id, new Set()]));
  for (const { task, shift } of look.served.values()) {
    if (task.kind === "care") for (const { id } of servedBy(look, task)) met.get(id)?.add(shift.worker);
  }
  return [...met.values()].map((staff) => staff.size).filter((size) => size > 0);
}

/** Latest less earliest planned start, in minutes by the clock, of every need due at least twice; the values that `punctuality.spread` is the mean of. */
export function spreadsOf({ demand, look }: Pick<View, "demand" | "look">): number[] {
  const seen = new Set<Id>();
  const starts = new Map<string, number[]>();
  for (const task of demand.tasks) {
    const served = look.served.get(task.id);
    for (const occurrence of task.serves ?? []) {
      const need = needOf(look, occurrence);
      if (served === undefined || need === undefined || seen.has(occurrence)) continue;
      seen.add(occurrence);
      const key = `${need.id}${occurrence.slice(occurrence.lastIndexOf("#"))}`;
      const known = starts.get(key) ?? [];
      starts.set(key, known);
      known.push(timeOfDayAt(demand.days, served.planned.start) / demand.ticksPerMinute);
    }
  }
  return [...starts.values()].filter((list) => list.length > 1).map((list) => Math.max(...list) - Math.min(...list));
}

/** Planned minutes in percent of the frame's minutes for these days, of every client with a frame. */
export function frameSharesOf({ town, demand, look }: Pick<View, "town" | "demand" | "look">): number[] {
  return frameUses(town, demand, look).filter(({ minutes }) => minutes > 0).map((use) => (100 * use.plannedMinutes) / use.minutes);
}

/** Planned minutes in percent of the template minutes granted for the period, of every client with any; what a household shares counts in equal parts. */
export function grantedSharesOf({ town, demand, look }: Pick<View, "town" | "demand" | "look">): number[] {
  const sums = new Map(town.clients.map(({ id }) => [id, { granted: 0, planned: 0 }]));
  for (const { need, clients, staffMinutes } of occasionsOf(demand, look)) {
    for (const { id } of clients) {
      const sum = sums.get(id) as { granted: number; planned: number };
      sum.granted += templateStaffMinutes(need) / clients.length;
      sum.planned += staffMinutes / clients.length;
    }
  }
  return [...sums.values()].filter(({ granted }) => granted > 0).map(({ granted, planned }) => (100 * planned) / granted);
}

const templateStaffMinutes = ({ minutes, staffing = 1 }: Need): number => (typeof staffing === "object" ? minutes + staffing.second.minutes : minutes * staffing);

/** [day] Hours with clients, in the home or by phone and camera; two staff count twice. */
export function clientHoursByDay({ demand, rounds }: Pick<View, "demand" | "rounds">): number[] {
  const hours = demand.days.map(() => 0);
  for (const { activity, begin, end } of [...rounds.values()].flatMap(({ pieces }) => pieces)) {
    const day = dayIndexAt(demand.days, begin);
    if (activity === "client" || activity === "remote") hours[day] = (hours[day] ?? 0) + (end - begin) / demand.ticksPerMinute / 60;
  }
  return hours;
}

/** How many values lie below the first limit, from each to the next, and from the last on: one more than there are limits. */
export function countBetween(values: readonly number[], limits: readonly number[]): number[] {
  const counts = new Array<number>(limits.length + 1).fill(0);
  for (const value of values) {
    const bin = limits.filter((limit) => value >= limit).length;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}
