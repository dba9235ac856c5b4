/** When the needs of a Case come again, for counting what no task of a Demand shows: what relatives do, and what is due after the planned days. */
import { addDays, dateRange, daysBetween, mondayOf, weekdayOf } from "../calendar/civil.ts";
import type { DateSpan } from "../calendar/framePeriods.ts";
import { isInForce, occasionsOn } from "../calendar/recurrence.ts";
import type { Case, Client, Need } from "../model/case.ts";
import type { CivilDate } from "../model/civil.ts";
import type { Id } from "../units.ts";

/** Who does an occasion of that day: the staff, relatives, or nobody, because it is not granted then or the client is away. */
function doneBy(need: Need, { decision, away = [] }: Client, date: CivilDate): "staff" | "relatives" | "nobody" {
  if (!isInForce(need, date) || !isInForce(decision, date) || away.some(({ from, to }) => from <= date && date <= to)) return "nobody";
  return need.relativesDo?.includes(weekdayOf(date)) === true ? "relatives" : "staff";
}

/** Occasions of a need in `span` that staff, or relatives, do by the Case. O(days). */
export function countDue(town: Case, need: Need, client: Client, { from, until }: DateSpan, by: "staff" | "relatives"): number {
  const dates = dateRange(from, Math.max(0, daysBetween(from, until))).filter((date) => doneBy(need, client, date) === by);
  return dates.reduce((sum, date) => sum + occasionsOn(need, date, town.period.from).length, 0);
}

/** Nominal day of an occurrence `need@2026-03-10#1` or `need@2026-W11#1`; undefined where the need has none of that name. O(1). */
export function nominalDate(town: Case, need: Need, occurrence: Id): CivilDate | undefined {
  const [when = "", nth = ""] = occurrence.slice(occurrence.lastIndexOf("@") + 1).split("#");
  if (/^\d{4}-\d{2}-\d{2}$/.test(when)) return when;
  const week = /^(\d{4})-W(\d{2})$/.exec(when);
  if (week === null) return undefined;
  const monday = addDays(mondayOf(`${week[1]}-01-04`), 7 * (Number(week[2]) - 1));
  return dateRange(monday, 7).find((date) => occasionsOn(need, date, town.period.from).includes(Number(nth)));
}
