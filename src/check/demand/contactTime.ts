/** Has every care contact the time of its own that was agreed, in each week? */
import { isoWeekOf, weekdayOf } from "../../calendar/civil.ts";
import { tickAt } from "../../calendar/calendar.ts";
import type { Client } from "../../model/case.ts";
import type { Task } from "../../model/demand.ts";
import type { Report } from "./codes.ts";
import type { Facts } from "./facts.ts";

/** Is this a care contact's own time, and not a duty of a shift? */
export const isContactTime = ({ kind, client, who }: Task): boolean =>
  kind === "other" && client === undefined && who.shifts === undefined && who.only?.length === 1;

export function checkContactTime(facts: Facts, report: Report): void {
  const { of, demand } = facts;
  const free = new Set(demand.tasks.filter(isContactTime));
  for (const client of of.clients) {
    for (const [week, seconds] of agreed(facts, client)) {
      const found = [...free].find((task) => task.who.only?.[0] === client.careContact && isOf(facts, task, week, seconds));
      if (found !== undefined) free.delete(found);
      else
        report(
          "lost-contact-time",
          ["tasks"],
          `${client.careContact} has no ${seconds / 60} minutes for ${client.id} in ${week}.`,
          "Add a task for the care contact's own time.",
        );
    }
  }
  for (const task of free) {
    const at = demand.tasks.indexOf(task);
    report("lost-contact-time", ["tasks", at], `Nothing in the case asks for ${task.id} as it is.`, "Take the time from the case.");
  }
}

/** ISO week -> seconds; a week cut by the period has its share, but only if somebody can be reached in it. */
function agreed({ dates }: Facts, { careContact, contactMinutesPerWeek = 0 }: Client): Map<string, number> {
  const weeks = new Map<string, { days: number; workdays: number }>();
  for (const date of dates) {
    const week = weeks.get(isoWeekOf(date)) ?? { days: 0, workdays: 0 };
    weeks.set(isoWeekOf(date), { days: week.days + 1, workdays: week.workdays + (weekdayOf(date) < 6 ? 1 : 0) });
  }
  const due = [...weeks].flatMap(([week, { days, workdays }]): [string, number][] => {
    const seconds = Math.round((contactMinutesPerWeek * days * 60) / 7);
    return careContact === undefined || workdays === 0 || seconds === 0 ? [] : [[week, seconds]];
  });
  return new Map(due);
}

/** Wholly between eight and five on working days of the week, and as long as agreed. */
function isOf({ calendar, dates }: Facts, { slots, duration }: Task, week: string, seconds: number): boolean {
  if (duration.min !== seconds || duration.max !== seconds || slots.length === 0) return false;
  const days = dates.filter((date) => isoWeekOf(date) === week && weekdayOf(date) < 6);
  return slots.every(({ start: [from, to] }) =>
    days.some((date) => {
      const [opens, closes] = [tickAt(calendar, date, 8 * 3600), tickAt(calendar, date, 17 * 3600)];
      return from !== null && to !== null && from >= opens && to <= Math.max(opens, closes - seconds);
    }),
  );
}
