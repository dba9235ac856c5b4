/** Are ticks and days those of the Case? */
import { canonicalJson } from "../../model/hash.ts";
import type { Report } from "./codes.ts";
import type { Facts } from "./facts.ts";

/** False where ticks mean something else, so that nothing further can be compared. */
export function checkCalendar({ of, demand, calendar, dates }: Facts, report: Report): boolean {
  const days = dates.map((date) => calendar.day(date));
  const isSame =
    demand.ticksPerMinute === 60 &&
    Date.parse(demand.origin) === Date.parse(calendar.origin) &&
    canonicalJson(demand.days) === canonicalJson(days);
  if (!isSame) {
    report(
      "wrong-calendar",
      ["days"],
      `Ticks and days are not seconds from ${calendar.origin} over ${of.period.days} days.`,
      "Use the period and zone of the case.",
    );
  }
  return isSame;
}
