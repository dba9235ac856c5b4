/** Arithmetic on civil dates (`2026-03-29`), which know no zone and no hour. Through date-fns in UTC, where every day has 24 hours. */
import { UTCDate, utc } from "@date-fns/utc";
import { addDays as addCivilDays, addMonths, differenceInCalendarDays, getISODay, getISOWeek, getISOWeekYear, isValid, startOfISOWeek, startOfMonth } from "date-fns";
import { UsageError } from "../errors.ts";
import type { CivilDate, Weekday } from "../model/case.ts";

/** The date `days` later (earlier if negative). */
export const addDays = (date: CivilDate, days: number): CivilDate => format(addCivilDays(parse(date), days, { in: utc }));

/** Whole days from `from` to `to`; negative if `to` is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => differenceInCalendarDays(parse(to), parse(from), { in: utc });

/** `days` dates from `from` on. */
export const dateRange = (from: CivilDate, days: number): CivilDate[] => Array.from({ length: days }, (_, i) => addDays(from, i));

/** 1 Monday to 7 Sunday. */
export const weekdayOf = (date: CivilDate): Weekday => getISODay(parse(date), { in: utc }) as Weekday;

/** Monday of the ISO week. */
export const mondayOf = (date: CivilDate): CivilDate => format(startOfISOWeek(parse(date), { in: utc }));

/** `2026-W11`. The week belongs to the year of its Thursday. */
export function isoWeekOf(date: CivilDate): string {
  const day = parse(date);
  return `${getISOWeekYear(day, { in: utc })}-W${String(getISOWeek(day, { in: utc })).padStart(2, "0")}`;
}

/** First day of the month `months` later. */
export const monthStart = (date: CivilDate, months = 0): CivilDate => format(addMonths(startOfMonth(parse(date), { in: utc }), months, { in: utc }));

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Throws {@link UsageError} on what is not a date of the calendar. */
function parse(date: CivilDate): UTCDate {
  const parts = SHAPE.exec(date);
  const day = parts === null ? new UTCDate(Number.NaN) : new UTCDate(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  if (!isValid(day) || format(day) !== date) throw new UsageError(`${JSON.stringify(date)} is not a date. Write it as 2026-03-29.`);
  return day;
}

const format = (day: Date): CivilDate => day.toISOString().slice(0, 10);
