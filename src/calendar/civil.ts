/**
 * Arithmetic on civil dates (`2026-03-29`), which know no zone and no hour: days are counted in UTC, where each has 24
 * hours; months are date-fns'.
 */
import { UTCDate, utc } from "@date-fns/utc";
import { addMonths, startOfMonth } from "date-fns";
import { UsageError } from "../errors.ts";
import type { CivilDate, Weekday } from "../model/civil.ts";

const DAY_MILLISECONDS = 86_400_000;
const FOUR_CENTURIES = 146_097 * DAY_MILLISECONDS;

/** The date `days` later (earlier if negative). */
export const addDays = (date: CivilDate, days: number): CivilDate => format(milliseconds(date) + days * DAY_MILLISECONDS);

/** Whole days from `from` to `to`; negative if `to` is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => (milliseconds(to) - milliseconds(from)) / DAY_MILLISECONDS;

/** `days` dates from `from` on. */
export const dateRange = (from: CivilDate, days: number): CivilDate[] => Array.from({ length: days }, (_, i) => addDays(from, i));

/** 1 Monday to 7 Sunday. */
export const weekdayOf = (date: CivilDate): Weekday => (((new Date(milliseconds(date)).getUTCDay() + 6) % 7) + 1) as Weekday;

/** Monday of the ISO week. */
export const mondayOf = (date: CivilDate): CivilDate => addDays(date, 1 - weekdayOf(date));

/** `2026-W11`. The week belongs to the year of its Thursday. */
export function isoWeekOf(date: CivilDate): string {
  const thursday = addDays(mondayOf(date), 3);
  const year = thursday.slice(0, 4);
  const week = 1 + Math.floor(daysBetween(`${year}-01-01`, thursday) / 7);
  return `${year}-W${String(week).padStart(2, "0")}`;
}

/** First day of the month `months` later. */
export const monthStart = (date: CivilDate, months = 0): CivilDate =>
  format(addMonths(startOfMonth(new UTCDate(milliseconds(date)), { in: utc }), months, { in: utc }).getTime());

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** Throws {@link UsageError} on what is not a date of the calendar. */
function milliseconds(date: CivilDate): number {
  if (SHAPE.test(date)) {
    const [year, month, day] = [digits(date, 0, 4), digits(date, 5, 7), digits(date, 8, 10)];
    // Calendars repeat after 400 years; Date.UTC takes years below 100 for 19xx.
    const time = Date.UTC(year + 400, month - 1, day) - FOUR_CENTURIES;
    // What is no day of its month rolls over into another.
    const read = new Date(time);
    if (read.getUTCDate() === day && read.getUTCFullYear() === year) return time;
  }
  throw new UsageError(`${JSON.stringify(date)} is not a date. Write it as 2026-03-29.`);
}

function digits(text: string, from: number, until: number): number {
  let number = 0;
  for (let i = from; i < until; i++) number = 10 * number + text.charCodeAt(i) - 48;
  return number;
}

function format(time: number): CivilDate {
  const date = new Date(time);
  return `${padded(date.getUTCFullYear(), 4)}-${padded(date.getUTCMonth() + 1, 2)}-${padded(date.getUTCDate(), 2)}`;
}

const padded = (number: number, length: number): string => String(number).padStart(length, "0");
