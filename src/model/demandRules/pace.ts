/** How much faster or slower than the template a class of work may be done. */
import type { Id } from "../../units.ts";
import type { Worker } from "../demand.ts";

/** Class -> smallest factor of any worker, at most 1. */
export const fastestPace = (workers: readonly Worker[]): ReadonlyMap<Id, number> => extremePace(workers, Math.min);

/** Class -> largest factor of any worker, at least 1. */
export const slowestPace = (workers: readonly Worker[]): ReadonlyMap<Id, number> => extremePace(workers, Math.max);

function extremePace(workers: readonly Worker[], pick: (a: number, b: number) => number): ReadonlyMap<Id, number> {
  const extreme = new Map<Id, number>();
  for (const { pace } of workers) {
    for (const [workClass, factor] of Object.entries(pace ?? {})) extreme.set(workClass, pick(extreme.get(workClass) ?? 1, factor));
  }
  return extreme;
}
