/** The optimizer against the optimum, on one seeded Demand. */
import { checkPlan } from "../../src/check/plan/checkPlan.ts";
import type { Demand } from "../../src/model/demand.ts";
import type { Plan } from "../../src/model/plan.ts";
import { compareScores } from "../../src/model/score.ts";
import { compile } from "../../src/problem/compile.ts";
import { decode, encode } from "../../src/problem/decode.ts";
import { Lane } from "../../src/search/lane.ts";
import { neighboursOf } from "../../src/search/neighbours.ts";
import { solveSync } from "../../src/solve/solve.ts";
import { seededDemand } from "./seeded.ts";
import { retimeExactly, solveExactly } from "./solveExactly.ts";

/**
 * optimal: the search found an optimum. none: there is no plan, and the search says so. wrong: it claims a plan where there
 * is none, or beats the optimum. Misses by approximate timing: "timing": with better times its own plan would be optimal;
 * "blind": given the optimum's rounds, it times them worse or not at all. Other misses: "missed": it found something worse;
 * "unplanned": it found no plan though there is one.
 */
export type Outcome = "optimal" | "none" | "wrong" | "timing" | "blind" | "missed" | "unplanned";

export interface Comparison {
  readonly seed: number;
  /** [try] -> what the search did with the seeds 1, 2, …; ends with the first that is optimal (or none, or wrong). */
  readonly outcomes: readonly Outcome[];
  readonly optimum: readonly number[] | null;
  /** Levels of the last try. */
  readonly found: readonly number[];
  readonly exactSeconds: number;
}

/** Did one of the first `tries` seeds reach the optimum, or rightly find that there is no plan? */
export const reached = ({ outcomes }: Comparison, tries = outcomes.length): boolean =>
  outcomes.slice(0, tries).some((o) => o === "optimal" || o === "none");

/** Missed by the first `tries` seeds, but by approximate timing alone: one of them had the structure, or none could time it. */
export const missedByTiming = (c: Comparison, tries = c.outcomes.length): boolean =>
  !reached(c, tries) && c.outcomes.slice(0, tries).some((o) => o === "timing" || o === "blind");

/** Tries up to `tries` seeds, the first with `steps` steps and each further one with twice as many. */
export function compareWithOptimum(seed: number, steps: number, tries: number): Comparison {
  const demand = seededDemand(seed);
  const from = performance.now();
  const { plan, score } = solveExactly(demand, { everyPlace: true }); // the search uses places beyond the neighbouring ones
  const exactSeconds = (performance.now() - from) / 1000;
  const outcomes: Outcome[] = [];
  let found: readonly number[] = [];
  while (outcomes.length < tries && !outcomes.some((o) => o === "optimal" || o === "none" || o === "wrong")) {
    const run = solveSync(demand, { steps: steps * 2 ** outcomes.length, seed: outcomes.length + 1 });
    found = run.score.levels;
    const claims = run.status === "feasible";
    if (claims !== (checkPlan(demand, run.plan).issues.length === 0)) outcomes.push("wrong");
    else if (score === null || plan === null) outcomes.push(claims ? "wrong" : "none");
    else if (claims && compareScores(run.score, score) <= 0) outcomes.push(compareScores(run.score, score) < 0 ? "wrong" : "optimal");
    else {
      const retimed = claims ? retimeExactly(demand, run.plan).score : null;
      if (retimed !== null && compareScores(retimed, score) === 0) outcomes.push("timing");
      else if (!timesWell(demand, plan)) outcomes.push("blind");
      else outcomes.push(claims ? "missed" : "unplanned");
    }
  }
  return { seed, outcomes, optimum: score?.levels ?? null, found, exactSeconds };
}

/** Does the search, started from the rounds of an optimal plan, time them as well? */
function timesWell(demand: Demand, plan: Plan): boolean {
  const problem = compile(demand);
  const warm = { solution: encode(problem, plan), holdsTimes: true };
  const lane = new Lane(problem, neighboursOf(problem, 64), 1, warm);
  while (!lane.build());
  const { issues, score } = checkPlan(demand, decode(problem, lane.best(), plan.origin));
  return issues.length === 0 && compareScores(score, checkPlan(demand, plan).score) === 0;
}
