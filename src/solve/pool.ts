/** Where lanes run: in the calling thread, or in the threads of a pool that the caller passes. Only plain data goes there and back. */
import type { Demand } from "../model/demand.ts";
import type { Plan } from "../model/plan.ts";
import type { FramesGap } from "../search/exact/frames.ts";
import type { Cooling } from "../search/search.ts";

/** Somewhere to run lanes. */
export interface LanePool {
  /** Jobs that run at the same time, at least 1; more of them wait for each other. */
  readonly threads: number;
  /** Runs the lanes of one job. Rejects where they fail; stopping early is no failure. */
  run(job: LanesJob, watch: LanesWatch): Promise<LanesFound>;
}

/** Some lanes of a search, to be run one after the other. Plain data. */
export interface LanesJob {
  readonly demand: Demand;
  readonly seed: number;
  /** Row of the first of them in the whole search. */
  readonly firstLane: number;
  readonly lanes: number;
  /** Per lane; null: until the budget is used. */
  readonly steps: number | null;
  /** Is there a time budget? */
  readonly timed: boolean;
  /** A plan to begin with, of the same Demand. */
  readonly start: Plan | null;
  readonly replay: readonly Cooling[] | null;
  readonly audit: boolean;
}

/** The tie between a job and who asked for it. */
export interface LanesWatch {
  /** Share of the job's time budget used, from 0; at 1 it ends. Asked before every few steps. */
  share(): number;
  /** True: end now with the best so far. */
  stopped(): boolean;
  /** Calls `hear` when that becomes true; whoever runs the job elsewhere need not ask all the time. */
  whenStopped?(hear: () => void): void;
  /** Told many times a second. */
  report(now: LanesNow): void;
}

/** How far the lanes of a job are. */
export interface LanesNow {
  /** Of all its lanes. */
  readonly steps: number;
  /** Costs per level of the best so far, as the search counts them. */
  readonly levels: readonly number[];
  /** The best so far, made when asked for. */
  plan(): Plan;
  /** What the job would have found had it ended here; null, or not there: that cannot be told. */
  ended?(): LanesFound | null;
}

/** What the lanes of a job arrived at. Plain data. */
export interface LanesFound {
  readonly plan: Plan;
  readonly levels: readonly number[];
  readonly steps: number;
  readonly cooling: readonly Cooling[];
  readonly frames: FramesGap | null;
}
