/** The recipe: lanes compile, search and decode; the best of them is judged. */
import { UsageError } from "../errors.ts";
import type { Demand } from "../model/demand.ts";
import { Course } from "./course.ts";
import { callingThread, runLanesSync } from "./lanes.ts";
import type { SolveOptions } from "./options.ts";
import type { SolveResult, SolveRun } from "./result.ts";
import { explain, explained } from "./unread.ts";

/**
 * Searches for a good plan without blocking the event loop for long.
 *
 * A Demand from outside, from a file or made by hand, goes through `readDemand` first, which names everything that is wrong with it. Here only its shape is
 * looked at (some 4 ms per 1000 tasks): what `readDemand` refuses beyond that, such as a task that nobody can do, need not keep the rest from being planned.
 *
 * Throws UsageError on options that make no sense, or a Demand whose times do not fit (see `compile`); InputError with every issue on a Demand that has not
 * the shape, or that the search stumbled over. With a pool of threads, what is found while compiling and searching rejects instead.
 */
export function solve(demand: Demand, options: SolveOptions = {}): SolveRun {
  const course = new Course(demand, options);
  const pool = options.pool ?? callingThread;
  const lanes = explained(demand, () => course.jobs.map((job, row) => pool.run(job, course.watch(row))));
  const result = Promise.all(lanes)
    .then((found) => course.result(found))
    .catch((error) => explain(demand, error))
    .finally(() => course.end());
  return { result, improvements: () => course.improvements() };
}

/** The same without a break; for scripts, tests and runs by `steps`. Throws what {@link solve} throws. */
export function solveSync(demand: Demand, options: SolveOptions = {}): SolveResult {
  if (options.pool !== undefined) throw new UsageError("solveSync cannot wait for threads; use solve with a pool.");
  const course = new Course(demand, options);
  return explained(demand, () => course.result(course.jobs.map((job, row) => runLanesSync(job, course.watch(row)))));
}
