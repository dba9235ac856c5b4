/** What every benchmark format can do. */
import type { Demand } from "../../model/demand.ts";
import type { Plan } from "../../model/plan.ts";
import type { Score } from "../../model/score.ts";

/** A public benchmark whose instances become Demands and whose solution files become Plans. Pure: text in, data out. */
export interface Benchmark {
  readonly name: string;
  /** Of instance files and of solution files, without the dot. */
  readonly instanceExtension: string;
  readonly solutionExtension: string;
  /** @throws InputError naming everything that is wrong with the file. */
  readonly read: (instance: string) => Demand;
  /** The Plan that a solution file of this Demand is, good or bad. @throws InputError if it cannot be read as one. */
  readonly readSolution: (demand: Demand, solution: string) => Plan;
  readonly writeSolution: (demand: Demand, plan: Plan) => string;
  /** The cost by which the benchmark's results are published, from the Score of the plan. */
  readonly cost: (demand: Demand, plan: Plan, score: Score) => number;
}
