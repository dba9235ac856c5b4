/** The Plan: what was decided, nothing derived that could disagree. Times are ticks of the Demand named by `demandHash`. */
import type { Id, Tick } from "../units.ts";

export interface Plan {
  readonly version: 1;
  /** `hashOf(demand)` of the Demand it answers. */
  readonly demandHash: string;
  /** Used shifts only, each once, in any order; an unused shift is absent. */
  readonly shifts: readonly PlannedShift[];
  /** Every task that no shift serves, each once. */
  readonly unserved: readonly Id[];
  readonly origin: PlanOrigin;
}

/** How a plan came about. A search that ended by its steps is done again by its seed, steps and lanes; one that ended by the clock by its `cooling`. */
export interface PlanOrigin {
  readonly tool: string;
  /** `Demand.model` of the Demand that it answers, for matching it to a Case that has changed since. Default: not known. */
  readonly model?: string;
  readonly seed?: number;
  /** Of each lane, where steps ended the search; else of all of them. */
  readonly steps?: number;
  readonly lanes?: number;
}

export interface PlannedShift {
  readonly shift: Id;
  /** Index into the shift's `options`. */
  readonly option: number;
  /** Leaves and returns; `end` is at or after the arrival where the round ends. */
  readonly begin: Tick;
  readonly end: Tick;
  /** At least one, in the order served. */
  readonly tasks: readonly PlannedTask[];
}

export interface PlannedTask {
  readonly id: Id;
  /** Index into the task's `slots`. */
  readonly slot: number;
  readonly start: Tick;
  readonly end: Tick;
  /** The place, where the task leaves it open. */
  readonly at?: number;
}
