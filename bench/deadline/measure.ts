/** One run to its deadline, or to an abort. */
import { checkPlan } from "../../src/check/plan/checkPlan.ts";
import type { Demand } from "../../src/model/demand.ts";
import { breath } from "../../src/solve/breath.ts";
import type { SolveResult } from "../../src/solve/result.ts";
import { solve } from "../../src/solve/solve.ts";
import { cpuClock, wallClock } from "../quality/runOnce.ts";

export interface Late {
  /** Budget, or when the abort was due, in seconds from the call of `solve`. */
  readonly budget: number;
  /** Milliseconds from there to the result; below 0: it was there before. */
  readonly late: number;
  /** Of an abort: milliseconds from `controller.abort()` to the result; null: the run had ended. */
  readonly answered: number | null;
  /** Tasks in the plan. */
  readonly served: number;
  readonly steps: number;
  readonly legal: boolean;
}

/** A run with a budget. What the Demand was found to be before is forgotten: every run takes it in anew. `cpu`: seconds are CPU seconds. */
export async function runToDeadline(given: Demand, budget: number, cpu: boolean, seed: number): Promise<Late> {
  const demand = structuredClone(given);
  const clock = cpu ? cpuClock : wallClock;
  const from = clock();
  const result = await solve(demand, { seconds: budget, clock, seed }).result;
  return { budget, late: 1000 * (clock() - from - budget), answered: null, ...told(demand, result) };
}

/** A run with an hour's budget that is aborted after so many seconds. */
export async function runToAbort(given: Demand, after: number, cpu: boolean, seed: number): Promise<Late> {
  const demand = structuredClone(given);
  const clock = cpu ? cpuClock : wallClock;
  const controller = new AbortController();
  const from = clock();
  let aborted: number | null = null;
  const { result } = solve(demand, { seconds: 3600, signal: controller.signal, seed });
  const timer = setTimeout(() => {
    aborted = clock();
    controller.abort();
  }, Math.max(0, 1000 * (after - (clock() - from))));
  const found = await result;
  const end = clock();
  clearTimeout(timer);
  const answered = aborted === null ? null : 1000 * (end - aborted);
  return { budget: after, late: 1000 * (end - from - after), answered, ...told(demand, found) };
}

function told(demand: Demand, { plan, steps }: SolveResult): Pick<Late, "served" | "steps" | "legal"> {
  const served = plan.shifts.reduce((sum, { tasks }) => sum + tasks.length, 0);
  return { served, steps, legal: checkPlan(demand, plan).issues.length === 0 };
}

/** CPU microseconds of one breath of the event loop, of which the search draws one every 5 ms. */
export async function costOfBreath(): Promise<number> {
  const breaths = 2000;
  for (let k = 0; k < breaths; k++) await breath();
  const from = cpuClock();
  for (let k = 0; k < breaths; k++) await breath();
  return (1e6 * (cpuClock() - from)) / breaths;
}

/** The value that a share of all lies at or below (nearest rank). NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
