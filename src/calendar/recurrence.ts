/** When a need comes again: the days that `Recurrence` in the Case names, before anybody asks whether the client is at home. */
import type { Client, Need } from "../model/case.ts";
import type { CivilDate, Weekday } from "../model/civil.ts";
import { daysBetween, mondayOf, weekdayOf } from "./civil.ts";

const ALL_DAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** On the days given, both included, or always on that side where none is given. */
export const isInForce = ({ from, to }: { readonly from?: CivilDate; readonly to?: CivilDate }, date: CivilDate): boolean =>
  (from === undefined || from <= date) && (to === undefined || date <= to);

/** Are need and decision in force, and is it not one of the days on which relatives do it? */
export const isAskedFor = (need: Need, { decision }: Client, date: CivilDate): boolean =>
  isInForce(need, date) && isInForce(decision, date) && need.relativesDo?.includes(weekdayOf(date)) !== true;

/**
 * Numbers, from 1, of the occasions whose nominal day this is; none where the day is not one of the need's. `start`: first day of the
 * period, from whose week every second week is counted where the need has no first day. Whether it is asked for then is another
 * question. O(times).
 */
export function occasionsOn(need: Need, date: CivilDate, start: CivilDate): readonly number[] {
  if (!isTurn(need, date, start)) return [];
  const weekday = weekdayOf(date);
  const { per, times, weekdays = ALL_DAYS } = need.often;
  const numbers = Array.from({ length: times }, (_, i) => i + 1);
  if (per === "day") return weekdays.includes(weekday) ? numbers : [];
  const nominal = nominalWeekdays(need);
  return numbers.filter((nth) => nominal[nth - 1] === weekday);
}

/** Does the Case say the weekday of each time per week, or only the week? */
export const dayIsNamed = ({ often: { times, weekdays } }: Need): boolean => weekdays?.length === times;

/** Weekdays on which a need per week may be done, in order: those agreed and those named. */
export const agreedWeekdays = ({ agreedDays = ALL_DAYS, often: { weekdays = [] } }: Need): readonly Weekday[] =>
  ALL_DAYS.filter((day) => agreedDays.includes(day) || weekdays.includes(day));

/** Weeks are counted from the week of the need's first day, or of the period's. */
function isTurn({ from, often: { everyWeeks = 1 } }: Need, date: CivilDate, start: CivilDate): boolean {
  return everyWeeks === 1 || (daysBetween(mondayOf(from ?? start), mondayOf(date)) / 7) % everyWeeks === 0;
}

/** The k-th is the k-th of the days named where there are as many as `times`; else the days are spread evenly over those possible. */
function nominalWeekdays(need: Need): readonly Weekday[] {
  const { times, weekdays } = need.often;
  const possible = inOrder(weekdays ?? need.agreedDays ?? ALL_DAYS);
  if (dayIsNamed(need)) return possible;
  return Array.from({ length: times }, (_, i) => possible[Math.floor(((2 * i + 1) * possible.length) / (2 * times))] as Weekday);
}

const inOrder = (weekdays: readonly Weekday[]): Weekday[] => [...weekdays].sort((a, b) => a - b);
