/** Which visits belong together, and what broken wishes cost. */
import type { Task } from "../../../src/model/demand.ts";
import { addTerms, dayOf, MINUTE, priced, seatsOf, type Town, visitsByClient } from "../town.ts";

/** What one unit of a broken soft relation costs: a minute of a gap or a duration, one pair or face. */
export const SOFT_TICKS = { points: [[0, 0]] as const, below: 0, above: 0.5 / MINUTE };
export const SOFT_COUNT = { points: [[0, 0]] as const, above: 10 };

/** With a term that prices soft relations. */
export const relationTerm = (town: Town): Town =>
  town.demand.terms.some(({ measure }) => measure === "relation") ? town : addTerms(town, [priced("relation", 1, { unit: "one" })]);

/** Visits of one client on one day in order of time; only where there are at least two. */
export function sameDay(town: Town): readonly (readonly Task[])[] {
  const seats = seatsOf(town);
  const dayOfTask = ({ id }: Task): number => dayOf(seats.get(id)?.planned.start ?? 0);
  return [...visitsByClient(town).values()].flatMap((visits) => {
    const days = [...new Set(visits.map(dayOfTask))];
    return days.map((day) => visits.filter((visit) => dayOfTask(visit) === day)).filter(({ length }) => length > 1);
  });
}

/** Visits of one client of one kind on different days, in order of time; only where there are at least two. */
export function sameKind(town: Town): readonly (readonly Task[])[] {
  return [...visitsByClient(town).values()].flatMap((visits) => {
    const classes = [...new Set(visits.map((visit) => visit.class))];
    return classes.map((name) => visits.filter((visit) => visit.class === name)).filter(({ length }) => length > 1);
  });
}

export const ids = (tasks: readonly Task[]): readonly string[] => tasks.map(({ id }) => id);

/** Care tasks by id. */
export const careOf = (town: Town): ReadonlySet<string> =>
  new Set(town.demand.tasks.filter(({ kind }) => kind === "care").map(({ id }) => id));
