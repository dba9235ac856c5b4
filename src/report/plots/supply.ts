/** How many people a plan has at work, half hour by half hour, and how many the promises to the clients ask for. */
import { isoWeekOf, weekdayOf } from "../../calendar/civil.ts";
import { type Lookup, lookUp, needOf } from "../../kpi/lookup.ts";
import { walkRounds } from "../../kpi/measure.ts";
import type { Round } from "../../kpi/round.ts";
import type { Case, Need } from "../../model/case.ts";
import { windowMinutes } from "../../model/civil.ts";
import type { Demand, Shift } from "../../model/demand.ts";
import type { Id } from "../../units.ts";
import type { Arm } from "../arm.ts";
import { addPromise, addTime, emptyHalfHours, HALF_HOURS, type HalfHours, meanPeople } from "./halfHours.ts";

/** People in each half hour of the day, the mean over some days. Index: half hours after midnight. */
export interface Supply {
  /** Indices of the days of the Demand that it is the mean of. */
  readonly days: readonly number[];
  /** Paid and not on rast. */
  readonly present: readonly number[];
  /** Of these at work as planned: with clients, travelling, at other work; not waiting, not idle. */
  readonly atWork: readonly number[];
  /** What visits ask for: their template minutes, each start in the promised span equally likely. The same in every plan of a Case. */
  readonly visits: readonly number[];
  /** Travel, entry, documentation, other duties and paid breaks where the plan has them. */
  readonly other: readonly number[];
}

/** Monday to Friday, and Saturday and Sunday. O(tasks + half hours of shifts). */
export function supplyOf(town: Case, { demand, plan }: Pick<Arm, "demand" | "plan">): { readonly weekdays: Supply; readonly weekend: Supply } {
  const look = lookUp(town, demand, plan);
  const rounds = new Map(walkRounds(demand, look, plan).map((round): [Id, Round] => [round.shift.id, round]));
  const [present, atWork, other] = [emptyHalfHours(demand), emptyHalfHours(demand), emptyHalfHours(demand)];
  for (const shift of demand.shifts) {
    const round = rounds.get(shift.id);
    addPresence(present, demand, shift, round);
    for (const { activity, begin, end } of round?.pieces ?? []) {
      if (activity === "waiting" || activity === "rast") continue;
      addTime(atWork, demand, begin, end);
      if (activity !== "client" && activity !== "remote") addTime(other, demand, begin, end);
    }
  }
  const visits = promisedWork(demand, look);
  const mean = (days: readonly number[]): Supply => ({
    days, present: meanPeople(present, days), atWork: meanPeople(atWork, days), visits: meanPeople(visits, days), other: meanPeople(other, days),
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

function promisedWork(demand: Demand, look: Lookup): HalfHours {
  const sums = emptyHalfHours(demand);
  for (const occurrence of new Set(demand.tasks.flatMap((task) => task.serves ?? []))) {
    const need = needOf(look, occurrence);
    if (need === undefined) continue;
    const days = possibleDays(demand, need, occurrence);
    const { staffing = 1, window } = need;
    const second = typeof staffing === "object" ? staffing.second : undefined;
    const [from, to] = partOf(need, windowMinutes(window), occurrence);
    for (const day of days) {
      addPromise(sums, day, [from, to], need.minutes, (typeof staffing === "number" ? staffing : 1) / days.length);
      if (second !== undefined) addPromise(sums, day, [from + second.from, to + second.from], second.minutes, 1 / days.length);
    }
  }
  return sums;
}

/** `need@2026-03-10#k`: that day. `need@2026-W11#k`: all days of the week that are agreed, each an equal part. */
function possibleDays(demand: Demand, need: Need, occurrence: Id): number[] {
  const when = occurrence.slice(occurrence.lastIndexOf("@") + 1, occurrence.lastIndexOf("#"));
  const agreed = need.agreedDays ?? need.often.weekdays;
  return demand.days.flatMap(({ date }, day) => {
    const due = when === date || (when === isoWeekOf(date) && (agreed?.includes(weekdayOf(date)) ?? true));
    return due ? [day] : [];
  });
}

/** Of a need that comes several times a day, the k-th has the k-th part of the window. */
function partOf({ often: { per, times } }: Need, [from, to]: readonly [number, number], occurrence: Id): readonly [number, number] {
  if (per !== "day" || times < 2) return [from, to];
  const k = Number(occurrence.slice(occurrence.lastIndexOf("#") + 1));
  const part = (to - from) / times;
  return [from + (k - 1) * part, from + k * part];
}

/** Whole hours, in half hours after midnight, in which any of them has people or asks for them, the last not included; [0, 48] where none does. */
export function busyHalfHours(supplies: readonly Supply[]): readonly [from: number, to: number] {
  const busy = Array.from({ length: HALF_HOURS }, (_, i) => i).filter((i) =>
    supplies.some((s) => [s.present, s.atWork, s.visits, s.other].some((row) => (row[i] ?? 0) > 0.005)),
  );
  return busy.length === 0 ? [0, HALF_HOURS] : [2 * Math.floor((busy[0] as number) / 2), 2 * Math.ceil(((busy.at(-1) as number) + 1) / 2)];
}

/** Half hours in which more people are needed than are present, and the largest lack with its half hour. */
export function shortageOf({ present, visits, other }: Supply): { readonly halfHours: number; readonly most: number; readonly at: number } {
  const lack = present.map((there, i) => (visits[i] ?? 0) + (other[i] ?? 0) - there);
  const most = Math.max(...lack);
  return { halfHours: lack.filter((x) => x > LEAST_LACK).length, most: Math.max(0, most), at: lack.indexOf(most) };
}

/** Less of a person than this is not called a lack. */
const LEAST_LACK = 0.05;
