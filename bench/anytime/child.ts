/** A process of its own for one case and seed: all budgets, the shortest first. */
import { type BudgetCase, demandOf } from "../deadline/cases.ts";
import { cpuClock, wallClock } from "../quality/runOnce.ts";
import { solve } from "../../src/solve/solve.ts";
import { SUITES } from "../suites.ts";
import type { AnytimeRun } from "./runs.ts";

export interface Question {
  readonly case: BudgetCase;
  readonly seed: number;
  /** Seconds. */
  readonly budgets: readonly number[];
  readonly cpu: boolean;
}

async function answer({ case: one, seed, budgets, cpu }: Question): Promise<AnytimeRun[]> {
  const given = demandOf(one);
  const suite = one.path === null ? undefined : SUITES[one.name.split("/")[0] as string];
  const runs: AnytimeRun[] = [];
  for (const budget of budgets) {
    const demand = structuredClone(given);
    const [wall, used] = [wallClock(), cpuClock()];
    const { plan, score, issues, steps } = await solve(demand, { seconds: budget, clock: cpu ? cpuClock : wallClock, seed }).result;
    const [seconds, cpuSeconds] = [wallClock() - wall, cpuClock() - used];
    const cost = suite === undefined ? null : suite.cost(demand, plan, score);
    runs.push({ case: one.name, tasks: demand.tasks.length, bestKnown: one.bestKnown, seed, budget, seconds, cpuSeconds, steps, unserved: plan.unserved.length, legal: issues.length === 0, levels: score.levels, cost });
  }
  return runs;
}

process.once("message", (question) => {
  answer(question as Question).then(
    (runs) => process.send?.({ answer: runs }, () => process.exit(0)),
    (error: unknown) => process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }, () => process.exit(1)),
  );
});
