/** One run: an instance, a seed, a budget. */
import { readFileSync } from "node:fs";
import { checkPlan } from "../../src/check/plan/checkPlan.ts";
import { threadPool } from "../../src/node.ts";
import { solve } from "../../src/solve/solve.ts";
import { SUITES } from "../suites.ts";
import type { Run } from "./results.ts";

export interface RunSpec {
  readonly suite: string;
  readonly instance: string;
  readonly path: string;
  /** null where none is known. */
  readonly bestKnown: number | null;
  readonly seed: number;
  readonly seconds: number | undefined;
  readonly steps: number | undefined;
  readonly cpu: boolean;
  readonly threads: number;
}

export interface Outcome {
  readonly run: Run;
  /** In the benchmark's own format. */
  readonly solution: string;
  /** First of the issues of an illegal plan. */
  readonly fault?: string;
}

/** CPU seconds of this process so far: all its threads, garbage collection and compilation included. */
export function cpuClock(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Seconds on the clock. */
export const wallClock = (): number => performance.now() / 1000;

/**
 * Solves (the budget includes reading the instance), writes the plan in the benchmark's format, reads that back and judges it: the cost claimed is the cost of the
 * file that others can judge too.
 */
export async function runOnce(spec: RunSpec): Promise<Outcome> {
  const benchmark = SUITES[spec.suite];
  if (benchmark === undefined) throw new RangeError(`There is no suite ${spec.suite}.`);
  const [wallStart, cpuStart] = [wallClock(), cpuClock()];
  const demand = benchmark.read(readFileSync(spec.path, "utf8"));
  const clock = spec.cpu ? cpuClock : wallClock;
  const used = clock() - (spec.cpu ? cpuStart : wallStart);
  const { plan, steps } = await solve(demand, {
    seed: spec.seed,
    lanes: spec.threads,
    ...(spec.threads > 1 ? { pool: threadPool({ threads: spec.threads }) } : {}),
    clock,
    ...(spec.seconds === undefined ? {} : { seconds: Math.max(0, spec.seconds - used) }),
    ...(spec.steps === undefined ? {} : { steps: spec.steps }),
  }).result;
  const [seconds, cpuSeconds] = [wallClock() - wallStart, cpuClock() - cpuStart];
  const solution = benchmark.writeSolution(demand, plan);
  const written = benchmark.readSolution(demand, solution);
  const { issues, score } = checkPlan(demand, written);
  const faults = [...checkPlan(demand, plan).issues, ...issues];
  const cost = benchmark.cost(demand, written, score);
  const { instance, seed, threads, bestKnown } = spec;
  const gap = bestKnown === null ? null : 100 * (cost / bestKnown - 1);
  const run = { instance, seed, seconds, cpuSeconds, threads, steps, cost, bestKnown, gap, feasible: faults.length === 0 };
  const [fault] = faults;
  return fault === undefined ? { run, solution } : { run, solution, fault: `${fault.code}: ${fault.message}` };
}
