/** May this worker, on this shift, do this task? */

import type { Demand, Worker } from "../../model/demand.ts";
import { dayIndexAt } from "../../model/time.ts";
import type { Id, Tick } from "../../units.ts";
import type { Report, Served } from "./facts.ts";
import { outside } from "./span.ts";

/** Highest level of the skill that the worker has on the day of `tick`; undefined without it. */
export function skillLevel(demand: Demand, worker: Worker, skill: Id, tick: Tick): number | undefined {
  const day = dayIndexAt(demand.days, tick);
  const levels = worker.skills.filter(({ id, days }) => id === skill && outside(days ?? [null, null], day) === 0).map(({ level }) => level);
  return levels.length === 0 ? undefined : Math.max(...levels);
}

/** Skills with level and days, traits, refusals, the only workers and shifts. */
export function checkWho(demand: Demand, served: Served, report: Report): void {
  const { task, planned, path } = served;
  const { worker, shift } = served.round;
  const { who } = task;
  const file = (code: Parameters<Report>[0], reason: string): void =>
    report(code, path, `Task "${task.id}" on shift "${shift.id}": worker "${worker.id}" ${reason}.`, "Give the task to somebody else.");
  for (const skill of who.all ?? []) {
    const level = skillLevel(demand, worker, skill, planned.start);
    const date = demand.days[dayIndexAt(demand.days, planned.start)]?.date;
    if (level === undefined) file("skill-missing", `does not have the skill "${skill}" on ${date}`);
    else if (level < (who.level ?? 0)) file("skill-missing", `has "${skill}" at level ${level}, needed is ${who.level}`);
  }
  for (const trait of who.traits ?? []) {
    if (!worker.traits.includes(trait)) file("trait-missing", `does not have the trait "${trait}"`);
  }
  for (const refused of who.not ?? []) {
    if (refused === worker.id || worker.traits.includes(refused)) file("worker-refused", `is refused: "${refused}"`);
  }
  if (who.only !== undefined && !who.only.includes(worker.id)) file("worker-not-allowed", `is none of the only workers: ${list(who.only)}`);
  if (who.shifts !== undefined && !who.shifts.includes(shift.id)) file("shift-not-allowed", `may do it only on shifts ${list(who.shifts)}`);
}

const list = (ids: readonly Id[]): string => ids.map((id) => `"${id}"`).join(", ");
