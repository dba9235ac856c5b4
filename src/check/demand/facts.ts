/** Case and Demand side by side: what is due, and which tasks serve it. */
import { type Calendar, calendarOf } from "../../calendar/calendar.ts";
import { addDays } from "../../calendar/civil.ts";
import type { Case, Household } from "../../model/case.ts";
import type { CivilDate } from "../../model/civil.ts";
import type { Demand, Task, Worker } from "../../model/demand.ts";
import type { Id } from "../../units.ts";
import { type Due, dueBetween } from "./due.ts";

export interface PlacedTask {
  readonly task: Task;
  /** Index in `Demand.tasks`. */
  readonly at: number;
}

export interface Facts {
  readonly of: Case;
  readonly demand: Demand;
  readonly calendar: Calendar;
  /** Days of the period. */
  readonly dates: readonly CivilDate[];
  /** First day after the period. */
  readonly until: CivilDate;
  readonly due: ReadonlyMap<Id, Due>;
  /** Occurrence -> tasks that serve it, the first person's first (the one that may last longest). */
  readonly serving: ReadonlyMap<Id, readonly PlacedTask[]>;
  readonly workers: ReadonlyMap<Id, Worker>;
  readonly households: ReadonlyMap<Id, Household>;
}

export function factsOf(of: Case, demand: Demand): Facts {
  const until = addDays(of.period.from, of.period.days);
  const serving = new Map<Id, PlacedTask[]>();
  demand.tasks.forEach((task, at) => {
    for (const id of task.serves ?? []) serving.set(id, [...(serving.get(id) ?? []), { task, at }]);
  });
  for (const tasks of serving.values()) tasks.sort((a, b) => b.task.duration.max - a.task.duration.max || a.at - b.at);
  return {
    of,
    demand,
    calendar: calendarOf(of),
    dates: Array.from({ length: of.period.days }, (_, i) => addDays(of.period.from, i)),
    until,
    due: new Map(dueBetween(of, of.period.from, until).map((due) => [due.id, due])),
    serving,
    workers: new Map(demand.workers.map((worker) => [worker.id, worker])),
    households: new Map(of.households.map((household) => [household.id, household])),
  };
}

/** People needed at once. */
export const peopleFor = ({ need }: Due): 1 | 2 => ((need.staffing ?? 1) === 1 ? 1 : 2);

/** The task of the first person; undefined if nobody comes. */
export const firstTask = (facts: Facts, { id }: Due): Task | undefined => facts.serving.get(id)?.[0]?.task;

/** Seconds later that the second person begins. */
export const secondsLater = ({ need }: Due): number => (typeof need.staffing === "object" ? Math.round(need.staffing.second.from * 60) : 0);
