/** How many people a plan has at work, half hour by half hour, and how many its visits ask for. */
import { weekdayOf } from "../../calendar/civil.ts";
import { grantedMinutes } from "../../kpi/granted.ts";
import { needOf } from "../../kpi/lookup.ts";
import type { Round } from "../../kpi/round.ts";
import type { Demand, Shift, Task } from "../../model/demand.ts";
import { dayIndexAt, timeOfDayAt } from "../../model/time.ts";
import type { View } from "../view.ts";
import { addPromise, addTime, emptyHalfHours, HALF_HOURS, type HalfHours, meanPeople } from "./halfHours.ts";

/** People in each half hour of the day, the mean over some days. Index: half hours after midnight. */
export interface Supply {
  /** Indices of the days of the Demand that it is the mean of. */
  readonly days: readonly number[];
  /** Paid and not on rast. */
  readonly present: readonly number[];
  /** Of these at work as planned: with clients, travelling, at other work; not waiting, not idle. */
  readonly atWork: readonly number[];
  /**
   * What visits with an hour of their own ask for: their template minutes, each start that the Demand allows equally likely. The same in
   * every plan of a Demand, but for visits that are free in time and that nobody does.
   */
  readonly visits: readonly number[];
  /** Visits that are free in time, which ask for no hour of their own: where the plan has them. */
  readonly free: readonly number[];
  /** Travel, entry, documentation, other duties and paid breaks where the plan has them. */
  readonly other: readonly number[];
}

/** Monday to Friday, and Saturday and Sunday. O(tasks + slots + half hours of shifts). */
export function supplyOf(view: Pick<View, "demand" | "look" | "rounds" | "missing">): { readonly weekdays: Supply; readonly weekend: Supply } {
  const { demand, rounds } = view;
  const [present, atWork, free, other] = [emptyHalfHours(demand), emptyHalfHours(demand), emptyHalfHours(demand), emptyHalfHours(demand)];
  for (const shift of demand.shifts) {
    const round = rounds.get(shift.id);
    addPresence(present, demand, shift, round);
    for (const { activity, begin, end, task } of round?.pieces ?? []) {
      if (activity === "waiting" || activity === "rast") continue;
      addTime(atWork, demand, begin, end);
      if (activity !== "client" && activity !== "remote") addTime(other, demand, begin, end);
      else if (task !== undefined && isFree(view, task)) addTime(free, demand, begin, end);
    }
  }
  const visits = workAsked(view);
  const mean = (days: readonly number[]): Supply => ({
    days, present: meanPeople(present, days), atWork: meanPeople(atWork, days), visits: meanPeople(visits, days), free: meanPeople(free, days), other: meanPeople(other, days),
  });
  const isWeekend = demand.days.map(({ date }) => weekdayOf(date) > 5);
  const where = (weekend: boolean): number[] => isWeekend.flatMap((is, day) => (is === weekend ? [day] : []));
  return { weekdays: mean(where(false)), weekend: mean(where(true)) };
}

/** From the begin of paid time to its end or that of the round, less the unpaid rest. */
function addPresence(present: HalfHours, demand: Demand, shift: Shift, round: Round | undefined): void {
  if (round === undefined && !shift.idleIfUnused) return;
  const begin = shift.begins[0] ?? round?.planned.begin;
  const end = Math.max(shift.paidTo ?? -Infinity, round?.planned.end ?? -Infinity);
  if (begin === undefined) return;
  addTime(present, demand, begin, end);
  for (const piece of round?.pieces ?? []) if (piece.activity === "rast") addTime(present, demand, piece.begin, piece.end, -1);
}

/** Template minutes of visits spread over the starts that their slots allow, all slots alike: those that are not free, and those that nobody does. */
function workAsked(view: Pick<View, "demand" | "look" | "missing">): HalfHours {
  const { demand, look, missing } = view;
  const sums = emptyHalfHours(demand);
  const minutes = grantedMinutes(look);
  for (const task of demand.tasks) {
    if ((task.kind !== "care" && task.kind !== "remote") || !(look.served.has(task.id) || missing.has(task.id))) continue;
    if (look.served.has(task.id) && isFree(view, task)) continue;
    for (const { start: [from, to] } of task.slots) {
      const [first, last] = [from ?? to ?? 0, to ?? from ?? 0];
      const clock = timeOfDayAt(demand.days, first) / demand.ticksPerMinute;
      const span = [clock, clock + (last - first) / demand.ticksPerMinute] as const;
      addPromise(sums, dayIndexAt(demand.days, first), span, minutes.get(task.id) ?? task.duration.min / demand.ticksPerMinute, 1 / task.slots.length);
    }
  }
  return sums;
}

/** Was no hour promised for any of what it serves? */
const isFree = ({ look }: Pick<View, "look">, { serves = [] }: Task): boolean =>
  serves.length > 0 && serves.every((occurrence) => needOf(look, occurrence)?.timing === "free");

/** Whole hours, in half hours after midnight, in which any of them has people or asks for them, the last not included; [0, 48] where none does. */
export function busyHalfHours(supplies: readonly Supply[]): readonly [from: number, to: number] {
  const busy = Array.from({ length: HALF_HOURS }, (_, i) => i).filter((i) =>
    supplies.some((s) => [s.present, s.atWork, s.visits, s.free, s.other].some((row) => (row[i] ?? 0) > 0.005)),
  );
  return busy.length === 0 ? [0, HALF_HOURS] : [2 * Math.floor((busy[0] as number) / 2), 2 * Math.ceil(((busy.at(-1) as number) + 1) / 2)];
}

/** Visits with an hour of their own, free ones, and the other work: all that asks for people. */
export const neededIn = ({ visits, free, other }: Supply): number[] => visits.map((people, i) => people + (free[i] ?? 0) + (other[i] ?? 0));

/** A half hour in which more people are needed than are present, and by how many. */
export interface Shortage {
  /** Half hours after midnight. */
  readonly at: number;
  readonly people: number;
}

/** In order of the day. */
export function shortagesOf(supply: Supply): Shortage[] {
  const needed = neededIn(supply);
  return supply.present.map((there, at) => ({ at, people: (needed[at] ?? 0) - there })).filter(({ people }) => people > LEAST_LACK);
}

/** Less of a person than this is not called a lack. */
const LEAST_LACK = 0.05;
