/** Has every care contact the time of its own that was agreed, in each week? */
import { isoWeekOf, weekdayOf } from "../../calendar/civil.ts";
import { tickAt } from "../../calendar/calendar.ts";
import type { Client } from "../../model/case.ts";
import type { CivilDate } from "../../model/civil.ts";
import type { Slot, Task } from "../../model/demand.ts";
import type { Span } from "../../units.ts";
import type { Report } from "./codes.ts";
import type { Facts } from "./facts.ts";

/** Is this a care contact's own time, and not a duty of a shift? */
export const isContactTime = ({ kind, client, who }: Task): boolean =>
  kind === "other" && client === undefined && who.shifts === undefined && who.only?.length === 1;

export function checkContactTime(facts: Facts, report: Report): void {
  const { of, demand } = facts;
  const free = new Set(demand.tasks.filter(isContactTime));
  for (const client of of.clients) {
    for (const time of agreed(facts, client)) {
      const found = [...free].find((task) => task.who.only?.[0] === client.careContact && isOf(facts, task, time));
      if (found !== undefined) free.delete(found);
      else
        report(
          "lost-contact-time",
          ["tasks"],
          `${client.careContact} has no ${time.seconds / 60} minutes for ${client.id} in ${time.week}.`,
          "Add a task for the care contact's own time.",
        );
    }
  }
  for (const task of free) {
    const at = demand.tasks.indexOf(task);
    report("lost-contact-time", ["tasks", at], `Nothing in the case asks for ${task.id} as it is.`, "Take the time from the case.");
  }
}

/** One client's own time in one week. */
interface Agreed {
  readonly week: string;
  readonly seconds: number;
  /** Days on which somebody can be reached. */
  readonly workdays: readonly CivilDate[];
}

/** By ISO week; a week cut by the period has its share, but only if somebody can be reached in it. */
function agreed({ dates }: Facts, { careContact, contactMinutesPerWeek = 0 }: Client): Agreed[] {
  if (careContact === undefined || contactMinutesPerWeek === 0) return [];
  const weeks = new Map<string, CivilDate[]>();
  for (const date of dates) weeks.set(isoWeekOf(date), [...(weeks.get(isoWeekOf(date)) ?? []), date]);
  return [...weeks].flatMap(([week, days]) => {
    const seconds = Math.round((contactMinutesPerWeek * days.length * 60) / 7);
    const workdays = days.filter((date) => weekdayOf(date) < 6);
    return workdays.length === 0 || seconds === 0 ? [] : [{ week, seconds, workdays }];
  });
}

/** As long as agreed, on any working day of the week from eight until it is over by five. */
function isOf({ calendar }: Facts, { slots, duration }: Task, { seconds, workdays }: Agreed): boolean {
  const spans = workdays.map((date): Span => {
    const [opens, closes] = [tickAt(calendar, date, 8 * 3600), tickAt(calendar, date, 17 * 3600)];
    return [opens, Math.max(opens, closes - seconds)];
  });
  const isSame = ({ start }: Slot, [from, to]: Span): boolean => start[0] === from && start[1] === to;
  return (
    duration.min === seconds &&
    duration.max === seconds &&
    slots.every((slot) => spans.some((span) => isSame(slot, span))) &&
    spans.every((span) => slots.some((slot) => isSame(slot, span)))
  );
}
