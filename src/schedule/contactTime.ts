/** The care contact's own time for a client: once a week, in office hours, wherever the round is just then. The same for every model. */
import { type Calendar, tickAt, ticksOf } from "../calendar/calendar.ts";
import { dateRange, isoWeekOf, weekdayOf } from "../calendar/civil.ts";
import { clockSeconds } from "../calendar/clock.ts";
import type { Case } from "../model/case.ts";
import type { CivilDate } from "../model/civil.ts";
import type { Task } from "../model/demand.ts";

/** When offices and relatives can be reached. */
const OFFICE_HOURS = ["08:00", "17:00"] as const;
/** Per minute: above optional service, below care. */
const WEIGHT = 2;

/** Class of this work in a Demand. */
export const CONTACT_TIME = "contactTime";

/** One task per client with a contact and ISO week, in the order of clients, then weeks; none where a cut week has no working day. */
export function contactTasks(of: Case, calendar: Calendar): Task[] {
  const weeks = new Map<string, CivilDate[]>();
  for (const date of dateRange(of.period.from, of.period.days)) weeks.set(isoWeekOf(date), [...(weeks.get(isoWeekOf(date)) ?? []), date]);
  return of.clients.flatMap(({ id, careContact, contactMinutesPerWeek = 0 }) => {
    if (careContact === undefined || contactMinutesPerWeek === 0) return [];
    return [...weeks].flatMap(([week, dates]) => {
      const workdays = dates.filter((date) => weekdayOf(date) <= 5);
      const ticks = ticksOf((contactMinutesPerWeek * dates.length) / 7);
      return workdays.length === 0 || ticks === 0 ? [] : [contactTask(`${id}/contact@${week}`, careContact, workdays, ticks, calendar)];
    });
  });
}

const contactTask = (id: string, contact: string, dates: readonly CivilDate[], ticks: number, calendar: Calendar): Task => ({
  id,
  kind: "other",
  class: CONTACT_TIME,
  place: "neighbour",
  slots: dates.map((date) => {
    const [from, to] = OFFICE_HOURS.map((clock) => tickAt(calendar, date, clockSeconds(clock))) as [number, number];
    return { start: [from, Math.max(from, to - ticks)] };
  }),
  duration: { min: ticks, max: ticks },
  who: { only: [contact] },
  required: false,
  priority: 2,
  unservedCost: Math.round((WEIGHT * ticks) / 60),
});
