/** Where civil time becomes ticks: local days of a zone, as long as they really are (23 or 25 hours where the clocks change). */
import { DateTime, IANAZone } from "luxon";
import { UsageError } from "../errors.ts";
import type { Case } from "../model/case.ts";
import type { CivilDate } from "../model/civil.ts";
import type { Day } from "../model/demand.ts";
import type { Tick } from "../units.ts";
import { addDays, dateRange } from "./civil.ts";
import { DAY_SECONDS } from "./clock.ts";

/** A tick of a care Demand is a second. */
export const TICKS_PER_MINUTE = 60;

/** Minutes, of which parts are allowed, in whole ticks. */
export const ticksOf = (minutes: number): Tick => Math.round(minutes * TICKS_PER_MINUTE);

export interface Calendar {
  /** IANA zone. */
  readonly zone: string;
  /** ISO 8601 instant of tick 0: local midnight of the first day, with its offset. */
  readonly origin: string;
  /** Any day of the zone, before, in or after the period. */
  day(date: CivilDate): Day;
}

/** Calendar of a Case. Throws {@link UsageError} if the zone is unknown or the date does not exist. */
export const calendarOf = (of: Pick<Case, "period" | "timeZone">): Calendar =>
  calendarFrom(of.period.from, of.timeZone ?? "Europe/Stockholm");

/** Calendar with tick 0 at local midnight of `from`. */
export function calendarFrom(from: CivilDate, zone: string): Calendar {
  if (!IANAZone.isValidZone(zone))
    throw new UsageError(`${JSON.stringify(zone)} is not a time zone. Write an IANA name such as Europe/Stockholm.`);
  const known = new Map<CivilDate, Day>();
  const midnight = (date: CivilDate): DateTime<true> => DateTime.fromISO(date, { zone }).startOf("day") as DateTime<true>;
  const originSecond = midnight(addDays(from, 0)).toSeconds();
  return {
    zone,
    origin: midnight(from).toISO({ suppressMilliseconds: true }),
    day(date) {
      let day = known.get(date);
      if (day === undefined) {
        const begins = midnight(date).toSeconds();
        const change = clockChange(begins, midnight(addDays(date, 1)).toSeconds(), zone);
        day = {
          date,
          begins: begins - originSecond,
          ...(change && { clockChange: { at: change.atSecond - originSecond, by: change.by } }),
        };
        known.set(date, day);
      }
      return day;
    },
  };
}

/** The days of the planning period, as a Demand has them. */
export const periodDays = (of: Pick<Case, "period" | "timeZone">, calendar = calendarOf(of)): Day[] =>
  dateRange(of.period.from, of.period.days).map((date) => calendar.day(date));

/**
 * Tick at which the clock shows `seconds` since midnight on `date`; 86400 and more is the next day. A time that the
 * spring gap leaves out moves forward to the gap's end; of the two in autumn it is the first. Never falls as `seconds` grows.
 */
export function tickAt(calendar: Calendar, date: CivilDate, seconds: number): Tick {
  if (seconds >= DAY_SECONDS) return tickAt(calendar, addDays(date, 1), seconds - DAY_SECONDS);
  if (seconds < 0) return tickAt(calendar, addDays(date, -1), seconds + DAY_SECONDS);
  const { begins, clockChange: change } = calendar.day(date);
  const unchanged = begins + seconds;
  if (change === undefined || unchanged < change.at) return unchanged;
  return Math.max(change.at, unchanged - change.by);
}

/** The one change of offset between two instants (seconds), found by halving. */
function clockChange(fromSecond: number, toSecond: number, zone: string): { atSecond: number; by: number } | undefined {
  const rules = IANAZone.create(zone);
  const offsetAt = (second: number): number => rules.offset(second * 1000) * 60;
  const by = offsetAt(toSecond) - offsetAt(fromSecond);
  if (by === 0) return undefined;
  let before = fromSecond;
  let after = toSecond;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(middle) === offsetAt(fromSecond)) before = middle;
    else after = middle;
  }
  return { atSecond: after, by };
}
