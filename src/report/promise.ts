/** What the Case alone says of an occurrence, whatever the plan: its nominal day, and the hours promised to the client. */
import { addDays, dateRange, mondayOf } from "../calendar/civil.ts";
import { dayIsNamed, occasionsOn } from "../calendar/recurrence.ts";
import type { Need } from "../model/case.ts";
import { type CivilDate, windowMinutes } from "../model/civil.ts";
import type { Demand } from "../model/demand.ts";
import { timeOfDayAt } from "../model/time.ts";
import type { Id, Tick } from "../units.ts";
import { type Lookup, needOf } from "../kpi/lookup.ts";

export interface Promised {
  readonly need: Need;
  /** Nominal day (see `Recurrence`); undefined where the occurrence's name does not tell it. */
  readonly date: CivilDate | undefined;
  /** Does the Case say the weekday, so that another day is another than agreed? Else the nominal day is only a count. */
  readonly dayIsNamed: boolean;
  /** False where its timing is free: then the span is only the usual one. */
  readonly isPromised: boolean;
  /** Promised span (*lovat tidsspann*) in minutes after midnight; where a need comes n times a day, its n-th part. */
  readonly from: number;
  readonly to: number;
}

const MINUTES_PER_DAY = 1440;

/** Of an occurrence named `need@date#k` or `need@week#k`; undefined where the Case has no such need. */
export function promiseOf(look: Pick<Lookup, "needs">, occurrence: Id): Promised | undefined {
  const need = needOf(look, occurrence);
  if (need === undefined) return undefined;
  const [when = "", nth = "1"] = occurrence.slice(occurrence.lastIndexOf("@") + 1).split("#");
  const k = Number.parseInt(nth, 10) || 1;
  const [from, to] = windowMinutes(need.window);
  const parts = need.often.per === "day" ? need.often.times : 1;
  const part = (to - from) / parts;
  const mine = parts === 1 ? 1 : k;
  const isNamed = need.often.per === "day" || dayIsNamed(need);
  return { need, date: nominalDate(need, when, k), dayIsNamed: isNamed, isPromised: need.timing !== "free", from: from + Math.round((mine - 1) * part), to: from + Math.round(mine * part) };
}

/** The occurrence exists, so it is the need's turn: weeks are counted from the day itself where the need has no first day. */
function nominalDate(need: Need, when: string, nth: number): CivilDate | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(when)) return when;
  const week = /^(\d{4})-W(\d{2})$/.exec(when);
  if (week === null) return undefined;
  const monday = addDays(mondayOf(`${week[1]}-01-04`), 7 * (Number(week[2]) - 1));
  return dateRange(monday, 7).find((date) => occasionsOn(need, date, date).includes(nth));
}

/** Minutes from a start to the end of the span promised; outside it, less the minutes to the nearer end. By the clock alone, whatever the day. */
export function minutesLeft(demand: Demand, { from, to }: Pick<Promised, "from" | "to">, start: Tick): number {
  const clock = timeOfDayAt(demand.days, start) / demand.ticksPerMinute;
  const left = (minute: number): number => (minute < from ? minute - from : to - minute);
  return Math.max(left(clock - MINUTES_PER_DAY), left(clock), left(clock + MINUTES_PER_DAY));
}

/** Tick at which the clock shows `minutes` after midnight of a day of the Demand; in the hour that the spring leaves out the change itself. */
export function tickOn({ ticksPerMinute }: Pick<Demand, "ticksPerMinute">, { begins, clockChange: change }: Demand["days"][number], minutes: number): Tick {
  const plain = begins + minutes * ticksPerMinute;
  return change === undefined || plain < change.at ? plain : Math.max(change.at, plain - change.by);
}

const pad = (value: number): string => String(value).padStart(2, "0");

/** `08:00–10:00`. */
export const spanText = ({ from, to }: Pick<Promised, "from" | "to">): string => `${clockText(from)}–${clockText(to)}`;

/** `08:00` from minutes after midnight; midnight at the end is 24:00. */
export function clockText(minutes: number): string {
  const minute = Math.floor(minutes) > MINUTES_PER_DAY ? Math.floor(minutes) - MINUTES_PER_DAY : Math.floor(minutes);
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
}
