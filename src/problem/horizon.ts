/** How early work must begin, and how late it can still be going on, where nothing says so. */
import type { Demand, Task } from "../model/demand.ts";
import type { Tick } from "../units.ts";
import { OPEN } from "./problem.ts";

export interface Horizon {
  /** Early enough for all work to be done before any time that the Demand names: stands for an open begin. */
  readonly from: Tick;
  /** Late enough for all work to be done after any time that it names, one task after the other; where travel takes as long at all hours. */
  readonly to: Tick;
}

/** `longest`: ticks of a trip at most. O(size of the Demand without travel). */
export function horizonOf(demand: Demand, longest: number): Horizon {
  let from = 0;
  let to = 0;
  for (const t of namedTimes(demand)) {
    from = Math.min(from, t);
    to = Math.max(to, t);
  }
  from -= longest;
  to += longest;
  const paced = demand.workers.filter(({ pace }) => pace !== undefined);
  for (const task of demand.tasks) {
    from -= longest + task.duration.max + (task.stopTicks ?? 0);
    to += longest + longestBy(paced, task) + (task.stopTicks ?? 0);
  }
  for (const relation of demand.relations) {
    if (relation.kind === "gap") for (const gap of relation.span) to += Math.abs(gap ?? 0) * relation.tasks.length;
  }
  return { from: Math.max(-OPEN, from), to };
}

function* namedTimes({ shifts, tasks, workers, pins, days, baseline = [] }: Demand): Generator<Tick> {
  for (const { begins, ends } of shifts) for (const t of [...begins, ...ends]) yield t ?? 0;
  for (const { slots } of tasks) for (const { start, end } of slots) for (const t of [...start, ...(end ?? [])]) yield t ?? 0;
  for (const { busyUntil } of workers) yield Math.max(0, busyUntil ?? 0);
  for (const { start } of pins) yield Math.max(0, start ?? 0);
  for (const { begin, tasks: planned } of baseline) for (const t of [begin, ...planned.map(({ end }) => end)]) yield t;
  for (const { begins } of days) yield Math.max(0, begins);
}

/** Longest duration by anyone. */
const longestBy = (workers: Demand["workers"], { duration, class: klass }: Task): number =>
  workers.reduce((most, { pace }) => Math.max(most, Math.round(duration.max * (pace?.[klass] ?? 1))), duration.max);
