/** The recipe: lanes compile, search and decode; the best of them is judged. */
import { UsageError } from "../errors.ts";
import type { Demand } from "../model/demand.ts";
import { Course } from "./course.ts";
import { callingThread, runLanesSync } from "./lanes.ts";
import type { SolveOptions } from "./options.ts";
import type { SolveResult, SolveRun } from "./result.ts";

/**
 * Searches for a good plan without blocking the event loop for long: it draws breath every 5 ms, which costs about a thousandth of the time.
 *
 * A Demand from outside, from a file or made by hand, goes through `readDemand` first, which names everything that is wrong with it. Here only its shape
 * and its references are looked at (some 5 ms per 1000 tasks, before it returns; then the Demand is hashed): a task that nobody can do, say, need not keep the rest from being planned.
 *
 * Throws UsageError on options that make no sense, or a Demand whose times do not fit (see `compile`); InputError with every issue on what is no Demand.
 * With a pool of threads, what `compile` throws rejects instead.
 */
export function solve(demand: Demand, options: SolveOptions = {}): SolveRun {
  const course = new Course(demand, options);
  const pool = options.pool ?? callingThread;
  const lanes = course.jobs.map((job, row) => pool.run(job, course.watch(row)));
  const ended = Promise.all(lanes).then((found) => course.result(found));
  const result = Promise.race([ended, course.aborted()]).finally(() => course.end());
  return { result, improvements: () => course.improvements() };
}

/** The same without a break; for scripts, tests and runs by `steps`. Throws what {@link solve} throws. */
export function solveSync(demand: Demand, options: SolveOptions = {}): SolveResult {
  if (options.pool !== undefined) throw new UsageError("solveSync cannot wait for threads; use solve with a pool.");
  const course = new Course(demand, options);
  return course.result(course.jobs.map((job, row) => runLanesSync(job, course.watch(row))));
}
