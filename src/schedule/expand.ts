/** Recurrence: from needs ("twice a week") to occurrences, each with its name, nominal day and possible days. */
import { addDays, dateRange, daysBetween, isoWeekOf, mondayOf, weekdayOf } from "../calendar/civil.ts";
import type { DateSpan } from "../calendar/framePeriods.ts";
import { agreedWeekdays, dayIsNamed, isAskedFor, occasionsOn } from "../calendar/recurrence.ts";
import type { Case, Client, Need } from "../model/case.ts";
import type { CivilDate } from "../model/civil.ts";

/** One time that one need is due. See `Recurrence` in the Case for the rules. */
export interface Occurrence {
  /** `need@2026-03-10#1`, or `need@2026-W11#1` where the day is a choice. */
  readonly id: string;
  readonly need: Need;
  readonly client: Client;
  /** 1 to `times`. */
  readonly nth: number;
  /** Nominal day. */
  readonly date: CivilDate;
  /** Days on which it may be done, in order, the nominal one among them. */
  readonly days: readonly CivilDate[];
  /** Does the Case say the weekday, or only the week? */
  readonly dayIsNamed: boolean;
}

/** First day of the planning period and the first day after it. */
export const periodSpan = (of: Case): DateSpan => ({ from: of.period.from, until: addDays(of.period.from, of.period.days) });

/** Every occurrence whose nominal day lies in `span` (default: the period), in the order of needs, then of nominal days. O(needs x days). */
export function occurrencesOf(of: Case, span: DateSpan = periodSpan(of)): Occurrence[] {
  const clients = new Map(of.clients.map((client) => [client.id, client]));
  const dates = dateRange(span.from, Math.max(0, daysBetween(span.from, span.until)));
  return of.needs.flatMap((need) => {
    const client = clients.get(need.client);
    if (client === undefined) return [];
    const due = dates.filter((date) => isDue(need, client, date));
    return due.flatMap((date) => occasionsOn(need, date, of.period.from).map((nth) => occurrence(need, client, nth, date, due)));
  });
}

/** `due`: all days of the span on which the need may be done at all. */
function occurrence(need: Need, client: Client, nth: number, date: CivilDate, due: readonly CivilDate[]): Occurrence {
  if (need.often.per === "day") return { id: `${need.id}@${date}#${nth}`, need, client, nth, date, days: [date], dayIsNamed: true };
  const agreed = agreedWeekdays(need);
  const days = due.filter((other) => mondayOf(other) === mondayOf(date) && agreed.includes(weekdayOf(other)));
  return { id: `${need.id}@${isoWeekOf(date)}#${nth}`, need, client, nth, date, days, dayIsNamed: dayIsNamed(need) };
}

const isDue = (need: Need, client: Client, date: CivilDate): boolean =>
  isAskedFor(need, client, date) && !client.away?.some(({ from, to }) => from <= date && date <= to);
