/** Recurrence: from needs ("twice a week") to occurrences, each with its name, nominal day and possible days. */
import type { Case, Client, Need } from "../model/case.ts";
import type { CivilDate, Weekday } from "../model/civil.ts";
import { addDays, dateRange, daysBetween, isoWeekOf, mondayOf, weekdayOf } from "../calendar/civil.ts";
import type { DateSpan } from "../calendar/framePeriods.ts";

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

const ALL_DAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** First day of the planning period and the first day after it. */
export const periodSpan = (of: Case): DateSpan => ({ from: of.period.from, until: addDays(of.period.from, of.period.days) });

/** Every occurrence whose nominal day lies in `span` (default: the period), in the order of needs, then of nominal days. */
export function occurrencesOf(of: Case, span: DateSpan = periodSpan(of)): Occurrence[] {
  const clients = new Map(of.clients.map((client) => [client.id, client]));
  const weeks = weeksOf(span);
  return of.needs.flatMap((need) => {
    const client = clients.get(need.client);
    if (client === undefined) return [];
    const anchor = mondayOf(need.from ?? of.period.from);
    return weeks
      .filter((week) => isTurn(week.monday, anchor, need.often.everyWeeks ?? 1))
      .flatMap((week) => (need.often.per === "day" ? dailyIn(week, need, client) : weeklyIn(week, need, client)));
  });
}

/** Days of one ISO week that lie in the span. */
interface Week {
  readonly name: string;
  readonly monday: CivilDate;
  readonly days: ReadonlyMap<Weekday, CivilDate>;
}

function weeksOf({ from, until }: DateSpan): Week[] {
  const weeks = new Map<CivilDate, { name: string; monday: CivilDate; days: Map<Weekday, CivilDate> }>();
  for (const date of dateRange(from, Math.max(0, daysBetween(from, until)))) {
    const monday = mondayOf(date);
    let week = weeks.get(monday);
    if (week === undefined) {
      week = { name: isoWeekOf(date), monday, days: new Map() };
      weeks.set(monday, week);
    }
    week.days.set(weekdayOf(date), date);
  }
  return [...weeks.values()];
}

const isTurn = (monday: CivilDate, anchor: CivilDate, everyWeeks: number): boolean =>
  everyWeeks === 1 || (daysBetween(anchor, monday) / 7) % everyWeeks === 0;

function dailyIn(week: Week, need: Need, client: Client): Occurrence[] {
  const weekdays = need.often.weekdays ?? ALL_DAYS;
  return [...week.days]
    .filter(([weekday, date]) => weekdays.includes(weekday) && isDue(need, client, date))
    .flatMap(([, date]) =>
      numbers(need.often.times).map((nth) => ({
        id: `${need.id}@${date}#${nth}`,
        need,
        client,
        nth,
        date,
        days: [date],
        dayIsNamed: true,
      })),
    );
}

function weeklyIn(week: Week, need: Need, client: Client): Occurrence[] {
  const { times, weekdays = [] } = need.often;
  const dayIsNamed = weekdays.length === times;
  const nominal = dayIsNamed ? inOrder(weekdays) : spread(possibleWeekdays(need, weekdays), times);
  const agreed = inOrder([...new Set([...(need.agreedDays ?? ALL_DAYS), ...weekdays])]);
  const days = agreed.flatMap((weekday) => week.days.get(weekday) ?? []).filter((date) => isDue(need, client, date));
  return nominal.flatMap((weekday, i) => {
    const date = week.days.get(weekday);
    if (date === undefined || !isDue(need, client, date)) return [];
    return [{ id: `${need.id}@${week.name}#${i + 1}`, need, client, nth: i + 1, date, days, dayIsNamed }];
  });
}

const possibleWeekdays = (need: Need, named: readonly Weekday[]): readonly Weekday[] =>
  inOrder(named.length > 0 ? named : (need.agreedDays ?? ALL_DAYS));

/** `times` of the days, evenly apart. */
const spread = (days: readonly Weekday[], times: number): Weekday[] =>
  numbers(times).map((nth) => days[Math.floor(((2 * nth - 1) * days.length) / (2 * times))] as Weekday);

/** In force by need and decision, the client at home, and nothing that relatives do. */
function isDue(need: Need, { decision, away = [] }: Client, date: CivilDate): boolean {
  const inForce = [need, decision].every(({ from, to }) => (from === undefined || from <= date) && (to === undefined || date <= to));
  return inForce && need.relativesDo?.includes(weekdayOf(date)) !== true && !away.some(({ from, to }) => from <= date && date <= to);
}

const inOrder = (weekdays: readonly Weekday[]): Weekday[] => [...weekdays].sort((a, b) => a - b);

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);
