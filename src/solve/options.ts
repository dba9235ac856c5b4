/** What a caller may ask of `solve`. */
import { UsageError } from "../errors.ts";
import type { Plan } from "../model/plan.ts";
import type { Cooling } from "../search/search.ts";
import type { LanePool } from "./pool.ts";

/** All optional. With neither `seconds` nor `steps` the search takes {@link DEFAULT_SECONDS}. */
export interface SolveOptions {
  /**
   * Time budget in seconds of `clock`, for all of it: taking in the Demand, the first plan, search, exact times at the end, writing and judging the
   * plan. Where `steps` is given as well, whichever ends first. Where it ends before the first plan is made, tasks not placed by then are unserved; up
   * to 200 tasks are all placed first. Taking in a Demand and judging a plan cannot be cut short (some 40 to 100 ms per 1000 tasks in a program that has
   * just begun, half of that in one that has done it before): where they take longer than the budget, the result is the plan given, or one in which nothing is
   * placed, as soon as they are done.
   */
  readonly seconds?: number;
  /** Moves tried per lane. The same Demand, seed, steps and lanes give the same plan to the bit, on any machine. */
  readonly steps?: number;
  /** Any whole number. Default 1. */
  readonly seed?: number;
  /** Logical searches, of which the best is returned. One after the other they share the seconds; see `pool`. Default 1. */
  readonly lanes?: number;
  /**
   * Runs lanes in parallel; with `steps` the plan is the same with and without. Under a time budget each lane has all the seconds where there are as
   * many threads as lanes; with fewer, lanes take turns in equal parts of the seconds. Default: the calling thread.
   */
  readonly pool?: LanePool;
  /**
   * Ends the search early, as if its time were up, but does not wait for better times of the same rounds; the result is the best so far.
   * With more than 1000 tasks and one lane in the calling thread it is the last plan that was judged. Judging takes at most a hundredth of
   * the time, so that this plan may be some seconds old; before the first plan is made it is the plan given, or one in which nothing is placed.
   */
  readonly signal?: AbortSignal;
  /** Begin here. The result is never worse than this plan. Without it, a search begins with the baseline where the Demand has one. */
  readonly start?: Plan;
  /** Seconds since any moment. Default: `performance.now() / 1000`. Only ever read for the time budget. */
  readonly clock?: () => number;
  /** Does again exactly what a run under a time budget did: give its `result.cooling`, seed and lanes. `seconds` then decides nothing. */
  readonly replay?: readonly Cooling[];
  /** Debug mode: after every accepted move the running score is compared with the judge's; throws {@link AuditError} at the first difference. Slow. */
  readonly audit?: boolean;
  /** Called a few times a second with what is known so far. */
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  readonly seconds: number;
  readonly steps: number;
  /** Share of the budget used, 0 to 1. */
  readonly share: number;
  /** Costs per level of the best state so far; level 0 counts broken rules in units of the search. */
  readonly levels: readonly number[];
}

export const DEFAULT_SECONDS = 10;

/** Throws UsageError at the first option that makes no sense. */
export function checkOptions(options: SolveOptions): void {
  const { seconds, steps, seed, lanes, replay } = options;
  if (seconds !== undefined && !(seconds >= 0)) throw new UsageError(`seconds is ${seconds}; give a number of at least 0.`);
  if (steps !== undefined && !(Number.isInteger(steps) && steps >= 0)) throw new UsageError(`steps is ${steps}; give a whole number of at least 0.`);
  if (seed !== undefined && !Number.isInteger(seed)) throw new UsageError(`seed is ${seed}; give a whole number.`);
  if (lanes !== undefined && !(Number.isInteger(lanes) && lanes >= 1)) throw new UsageError(`lanes is ${lanes}; give a whole number of at least 1.`);
  if (replay !== undefined && steps === undefined && replay.at(-1)?.at !== 1024) throw new UsageError("replay does not end; give the whole cooling of a run.");
}
