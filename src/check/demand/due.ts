/** What is due, asked day by day: is this need due today, and for which time of the week or day? */
import { addDays, daysBetween, isoWeekOf, mondayOf, weekdayOf } from "../../calendar/civil.ts";
import type { Case, Client, Need } from "../../model/case.ts";
import type { CivilDate, Weekday } from "../../model/civil.ts";
import type { Id } from "../../units.ts";

/** One time a need is due. */
export interface Due {
  /** As `Task.serves` names it. */
  readonly id: Id;
  readonly need: Need;
  readonly client: Client;
  readonly date: CivilDate;
  readonly nth: number;
}

/** All that is due on the days from `from` to before `until`. */
export function dueBetween(of: Case, from: CivilDate, until: CivilDate): Due[] {
  const clients = new Map(of.clients.map((client) => [client.id, client]));
  const due: Due[] = [];
  for (let date = from; date < until; date = addDays(date, 1)) {
    const weekday = weekdayOf(date);
    const week = isoWeekOf(date);
    for (const need of of.needs) {
      const client = clients.get(need.client);
      if (client === undefined || !isPossible(need, client, date) || !isTurn(of, need, date)) continue;
      const { per, times, weekdays } = need.often;
      if (per === "week") {
        nominalDays(need).forEach((day, i) => {
          if (day === weekday) due.push({ id: `${need.id}@${week}#${i + 1}`, need, client, date, nth: i + 1 });
        });
      } else if (weekdays === undefined || weekdays.includes(weekday)) {
        for (let nth = 1; nth <= times; nth++) due.push({ id: `${need.id}@${date}#${nth}`, need, client, date, nth });
      }
    }
  }
  return due;
}

/** May it be done on this day of the period instead? Only a weekly need moves, within its week, to a day agreed. */
export function mayMoveTo(of: Case, { need, client, date }: Due, other: CivilDate): boolean {
  if (other === date) return true;
  if (need.often.per === "day" || mondayOf(other) !== mondayOf(date) || !isPossible(need, client, other)) return false;
  const days = daysBetween(of.period.from, other);
  const weekday = weekdayOf(other);
  return (
    days >= 0 &&
    days < of.period.days &&
    (need.agreedDays === undefined || need.agreedDays.includes(weekday) || need.often.weekdays?.includes(weekday) === true)
  );
}

/** Need and decision in force, client at home, and nobody but the staff to do it. */
function isPossible(need: Need, client: Client, date: CivilDate): boolean {
  const { from = date, to = date } = need;
  const { from: granted = date, to: ended = date } = client.decision;
  if (date < from || date > to || date < granted || date > ended) return false;
  if ((need.relativesDo ?? []).some((weekday) => weekday === weekdayOf(date))) return false;
  return (client.away ?? []).every((absence) => date < absence.from || date > absence.to);
}

function isTurn(of: Case, need: Need, date: CivilDate): boolean {
  if ((need.often.everyWeeks ?? 1) === 1) return true;
  const weeks = Math.round(daysBetween(mondayOf(need.from ?? of.period.from), mondayOf(date)) / 7);
  return weeks % (need.often.everyWeeks ?? 1) === 0;
}

/** The weekday of each time per week: as named, or spread over what is possible. */
function nominalDays(need: Need): Weekday[] {
  const { times, weekdays } = need.often;
  if (weekdays?.length === times) return weekdays.toSorted((a, b) => a - b);
  const named = weekdays !== undefined && weekdays.length > 0 ? weekdays : need.agreedDays;
  const possible = ([1, 2, 3, 4, 5, 6, 7] as const).filter((day) => named === undefined || named.includes(day));
  return Array.from({ length: times }, (_, i) => possible[Math.floor(((i + 0.5) * possible.length) / times)] as Weekday);
}
