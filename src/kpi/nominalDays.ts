/** What a client's absence takes away: which needs would have been due on a day (see `Recurrence` in the Case). */
import { daysBetween, mondayOf, weekdayOf } from "../calendar/civil.ts";
import type { Case, Client, Need } from "../model/case.ts";
import type { CivilDate, Weekday } from "../model/civil.ts";

const ALL_DAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Occasions of a need whose nominal day this is, whether or not the client is at home. O(1). */
export function occasionsOn(town: Case, need: Need, { decision }: Client, date: CivilDate): number {
  const weekday = weekdayOf(date);
  if (!isInForce(need, date) || !isInForce(decision, date) || need.relativesDo?.includes(weekday) === true || !isTurn(town, need, date)) return 0;
  const { per, times, weekdays = ALL_DAYS } = need.often;
  return per === "day" ? (weekdays.includes(weekday) ? times : 0) : nominalDays(need).filter((day) => day === weekday).length;
}

/** Between the days given, both included. */
export const isInForce = ({ from, to }: { readonly from?: CivilDate; readonly to?: CivilDate }, date: CivilDate): boolean =>
  (from === undefined || from <= date) && (to === undefined || date <= to);

const isTurn = ({ period }: Case, { from, often: { everyWeeks = 1 } }: Need, date: CivilDate): boolean =>
  (daysBetween(mondayOf(from ?? period.from), mondayOf(date)) / 7) % everyWeeks === 0;

/** The weekdays of a need per week: as many as `times`, else spread evenly over those possible. */
function nominalDays({ agreedDays, often: { times, weekdays } }: Need): readonly Weekday[] {
  if (weekdays?.length === times) return weekdays;
  const possible = [...(weekdays ?? agreedDays ?? ALL_DAYS)].sort((a, b) => a - b);
  return Array.from({ length: times }, (_, i) => possible[Math.floor(((2 * i + 1) * possible.length) / (2 * times))] as Weekday);
}
