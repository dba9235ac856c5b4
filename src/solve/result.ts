/** What a search gives back. */
import type { Issue } from "../errors.ts";
import type { Plan } from "../model/plan.ts";
import type { Score } from "../model/score.ts";
import type { FramesGap } from "../search/exact/frames.ts";
import type { Cooling } from "../search/laneCourse.ts";

/** feasible: the judge finds no issue. infeasible: some rule is broken in the best plan found; `issues` says which. */
export type SolveStatus = "feasible" | "infeasible";

export interface SolveResult {
  readonly plan: Plan;
  readonly status: SolveStatus;
  /** As the judge sees it, not as the search does. */
  readonly score: Score;
  readonly issues: readonly Issue[];
  /** Of all lanes. */
  readonly steps: number;
  readonly seconds: number;
  /**
   * How far from best the minutes in the clients' frames may be, given who does what in which order: to close a gap takes a mixed
   * integer program. null: no bound is known, or the plan has no budgets over several durations.
   */
  readonly frames: FramesGap | null;
  /** For `replay`, which does the same again without looking at a clock. */
  readonly cooling: readonly Cooling[];
}

/** The best plan at one moment. */
export interface Improvement extends Pick<SolveResult, "plan" | "score" | "issues" | "seconds" | "steps"> {}

/** A search under way. */
export interface SolveRun {
  /** Never rejects on abort: the best so far. Rejects where a thread of the pool fails, and with AuditError under `audit`. */
  readonly result: Promise<SolveResult>;
  /** Better and better plans while the search runs, at last the result; a slow reader misses some and always gets the latest. */
  improvements(): AsyncIterable<Improvement>;
}
