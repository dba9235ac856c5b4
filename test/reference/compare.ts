/** The optimizer against the optimum, on one seeded Demand. */
import { checkPlan } from "../../src/check/plan/checkPlan.ts";
import { compareScores } from "../../src/model/score.ts";
import { solveSync } from "../../src/solve/solve.ts";
import { seededDemand } from "./seeded.ts";
import { retimeExactly, solveExactly } from "./solveExactly.ts";

/**
 * optimal: the search found an optimum. none: there is no plan, and the search says so. timing: with better times its
 * plan would be one. missed: it found something worse. unplanned: it found no plan though there is one. wrong: it claims
 * a plan where there is none, or beats the optimum.
 */
export type Outcome = "optimal" | "none" | "timing" | "missed" | "unplanned" | "wrong";

export interface Comparison {
  readonly seed: number;
  /** [try] -> what the search did with the seeds 1, 2, …; ends with the first that is optimal (or none, or wrong). */
  readonly outcomes: readonly Outcome[];
  readonly optimum: readonly number[] | null;
  /** Levels of the last try. */
  readonly found: readonly number[];
  readonly exactSeconds: number;
}

/** Tries up to `tries` seeds of `steps` steps each. */
export function compareWithOptimum(seed: number, steps: number, tries: number): Comparison {
  const demand = seededDemand(seed);
  const from = performance.now();
  const { score } = solveExactly(demand);
  const exactSeconds = (performance.now() - from) / 1000;
  const outcomes: Outcome[] = [];
  let found: readonly number[] = [];
  while (outcomes.length < tries && !outcomes.some((o) => o === "optimal" || o === "none" || o === "wrong")) {
    const run = solveSync(demand, { steps, seed: outcomes.length + 1 });
    found = run.score.levels;
    const claims = run.status === "feasible";
    if (claims !== (checkPlan(demand, run.plan).issues.length === 0)) outcomes.push("wrong");
    else if (score === null) outcomes.push(claims ? "wrong" : "none");
    else if (!claims) outcomes.push("unplanned");
    else {
      const difference = compareScores(run.score, score);
      const retimed = difference > 0 ? retimeExactly(demand, run.plan).score : null;
      if (difference < 0) outcomes.push("wrong");
      else if (difference === 0) outcomes.push("optimal");
      else outcomes.push(retimed !== null && compareScores(retimed, score) === 0 ? "timing" : "missed");
    }
  }
  return { seed, outcomes, optimum: score?.levels ?? null, found, exactSeconds };
}
