/** Frame periods: the weeks, four-week blocks or months in which granted minutes are counted. */
import type { FramePeriod } from "../model/case.ts";
import type { CivilDate } from "../model/civil.ts";
import { addDays, daysBetween, mondayOf, monthStart } from "./civil.ts";

/** First day, and first day after. */
export interface DateSpan {
  readonly from: CivilDate;
  readonly until: CivilDate;
}

/**
 * The whole frame periods that share a day with `span`, in order. `anchor` is any day of a first four-week block.
 * A week at a month's end belongs to both months' periods; the caller decides by day.
 */
export function framePeriods(per: FramePeriod, span: DateSpan, anchor: CivilDate): DateSpan[] {
  const periods: DateSpan[] = [];
  for (let period = framePeriodOf(per, span.from, anchor); period.from < span.until; period = framePeriodOf(per, period.until, anchor)) {
    periods.push(period);
  }
  return periods;
}

/** The frame period that holds `date`. */
export function framePeriodOf(per: FramePeriod, date: CivilDate, anchor: CivilDate): DateSpan {
  if (per === "calendarMonth") return { from: monthStart(date), until: monthStart(date, 1) };
  const length = per === "week" ? 7 : 28;
  const first = mondayOf(anchor);
  const from = addDays(first, Math.floor(daysBetween(first, date) / length) * length);
  return { from, until: addDays(from, length) };
}
