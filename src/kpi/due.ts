/** When the needs of a Case come again, for counting what no task of a Demand shows: what relatives do, and what is due after the planned days. */
import { addDays, dateRange, daysBetween, mondayOf, weekdayOf } from "../calendar/civil.ts";
import type { DateSpan } from "../calendar/framePeriods.ts";
import type { Case, Client, Need } from "../model/case.ts";
import type { CivilDate } from "../model/civil.ts";
import type { Id } from "../units.ts";
import { isInForce, occasionsOn } from "./nominalDays.ts";

/** Numbers, from 1, of the occasions of a need whose nominal day this is, whoever does them. O(times). */
function occasionsAt(town: Case, need: Need, date: CivilDate): readonly number[] {
  const { to: _, relativesDo: __, from, ...often } = need;
  const bare: Need = { ...often, ...(from !== undefined && { from: mondayOf(from) }) };
  const client = { decision: {} } as Client;
  const before = need.often.per === "day" ? [] : dateRange(mondayOf(date), weekdayOf(date) - 1);
  const first = before.reduce((sum, day) => sum + occasionsOn(town, bare, client, day), 1);
  return Array.from({ length: occasionsOn(town, bare, client, date) }, (_, i) => first + i);
}

/** Who does an occasion of that day: the staff, relatives, or nobody, because it is not granted then or the client is away. */
function doneBy(need: Need, { decision, away = [] }: Client, date: CivilDate): "staff" | "relatives" | "nobody" {
  if (!isInForce(need, date) || !isInForce(decision, date) || away.some(({ from, to }) => from <= date && date <= to)) return "nobody";
  return need.relativesDo?.includes(weekdayOf(date)) === true ? "relatives" : "staff";
}

/** Occasions of a need in `span` that staff, or relatives, do by the Case. O(days). */
export function countDue(town: Case, need: Need, client: Client, { from, until }: DateSpan, by: "staff" | "relatives"): number {
  const dates = dateRange(from, Math.max(0, daysBetween(from, until))).filter((date) => doneBy(need, client, date) === by);
  return dates.reduce((sum, date) => sum + occasionsAt(town, need, date).length, 0);
}

/** Nominal day of an occurrence `need@2026-03-10#1` or `need@2026-W11#1`; undefined where the need has none of that name. O(1). */
export function nominalDate(town: Case, need: Need, occurrence: Id): CivilDate | undefined {
  const [when = "", nth = ""] = occurrence.slice(occurrence.lastIndexOf("@") + 1).split("#");
  if (/^\d{4}-\d{2}-\d{2}$/.test(when)) return when;
  const week = /^(\d{4})-W(\d{2})$/.exec(when);
  if (week === null) return undefined;
  const monday = addDays(mondayOf(`${week[1]}-01-04`), 7 * (Number(week[2]) - 1));
  return dateRange(monday, 7).find((date) => occasionsAt(town, need, date).includes(Number(nth)));
}
