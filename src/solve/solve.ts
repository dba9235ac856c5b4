/** The recipe: lanes compile, search and decode; the best of them is judged. */
import { UsageError } from "../errors.ts";
import type { Demand } from "../model/demand.ts";
import { Course } from "./course.ts";
import { callingThread, runLanesSync } from "./lanes.ts";
import type { SolveOptions } from "./options.ts";
import type { SolveResult, SolveRun } from "./result.ts";

/**
 * Searches for a good plan without blocking the event loop for long.
 * Throws UsageError on options that make no sense, or a Demand whose times do not fit (see `compile`); with a pool of threads, the latter rejects.
 */
export function solve(demand: Demand, options: SolveOptions = {}): SolveRun {
  const course = new Course(demand, options);
  const pool = options.pool ?? callingThread;
  const lanes = course.jobs.map((job, row) => pool.run(job, course.watch(row)));
  const result = Promise.all(lanes)
    .then((found) => course.result(found))
    .finally(() => course.end());
  return { result, improvements: () => course.improvements() };
}

/** The same without a break; for scripts, tests and runs by `steps`. */
export function solveSync(demand: Demand, options: SolveOptions = {}): SolveResult {
  if (options.pool !== undefined) throw new UsageError("solveSync cannot wait for threads; use solve with a pool.");
  const course = new Course(demand, options);
  return course.result(course.jobs.map((job, row) => runLanesSync(job, course.watch(row))));
}
