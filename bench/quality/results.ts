/** Results on disk, and what they amount to. */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { arch, cpus, platform, totalmem } from "node:os";
import { CommandError } from "../suites.ts";

export interface Run {
  readonly instance: string;
  readonly seed: number;
  /** On the clock, reading the instance included, starting the process not; CPU seconds likewise. */
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly threads: number;
  readonly steps: number;
  /** By the benchmark's own definition, of the solution as written. */
  readonly cost: number;
  /** null where none is known. */
  readonly bestKnown: number | null;
  /** Percent above the best known. */
  readonly gap: number | null;
  readonly feasible: boolean;
}

/** A rival's answer to one instance. */
export interface RivalRun {
  readonly rival: string;
  readonly instance: string;
  readonly seconds: number;
  readonly cost: number;
  readonly feasible: boolean;
}

/** What all runs of a file have in common. */
export interface Settings {
  readonly seconds: number | null;
  readonly steps: number | null;
  readonly cpu: boolean;
  readonly threads: number;
}

export interface Summary {
  readonly instances: number;
  readonly runs: number;
  readonly infeasibleRuns: number;
  /** Over the instances with a best known cost and a legal plan: mean and largest gap of the median seed, percent. */
  readonly compared: number;
  readonly meanGap: number | null;
  readonly worstGap: number | null;
  readonly belowBestKnown: number;
}

export interface Results {
  readonly suite: string;
  readonly machine: {
    readonly cpu: string;
    readonly cores: number;
    readonly memoryGiB: number;
    readonly platform: string;
    readonly node: string;
  };
  readonly settings: Settings;
  readonly runs: readonly Run[];
  readonly rivals: readonly RivalRun[];
  readonly summary: Summary;
}

/** What a run was made on. */
export const machine = (): Results["machine"] => ({
  cpu: cpus()[0]?.model.trim() ?? "unknown",
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  platform: `${platform()} ${arch()}`,
  node: process.version,
});

export function resultsOf(suite: string, settings: Settings, runs: readonly Run[], rivals: readonly RivalRun[]): Results {
  return { suite, machine: machine(), settings, runs, rivals, summary: summaryOf(runs) };
}

/** Runs of an earlier file under the same settings; none if there is no file. Throws {@link CommandError} on any other file. */
export function resumed(path: string, suite: string, settings: Settings): { runs: readonly Run[]; rivals: readonly RivalRun[] } {
  if (!existsSync(path)) return { runs: [], rivals: [] };
  let before: Partial<Results>;
  try {
    before = JSON.parse(readFileSync(path, "utf8")) as Partial<Results>;
  } catch {
    throw new CommandError(`${path} is not JSON and cannot be continued. Name another file, or leave out --resume.`);
  }
  if (before.suite !== suite || JSON.stringify(before.settings) !== JSON.stringify(settings)) {
    throw new CommandError(
      `${path} was made with another suite, budget or threads: ${JSON.stringify(before.settings)}. Use the same, or another file.`,
    );
  }
  return { runs: before.runs ?? [], rivals: before.rivals ?? [] };
}

/** Replaces the file at once, so that an interrupted write leaves the old one. */
export function save(path: string, results: Results): void {
  writeFileSync(`${path}.part`, `${JSON.stringify(results, null, 1)}\n`);
  renameSync(`${path}.part`, path);
}

/** The middle value; of an even number the mean of the two in the middle. NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[(sorted.length >> 1) - 1] ?? Number.NaN)) / 2;
}

/** Runs by instance, in order of first appearance. */
export function byInstance(runs: readonly Run[]): ReadonlyMap<string, readonly Run[]> {
  const groups = new Map<string, Run[]>();
  for (const run of runs) groups.set(run.instance, [...(groups.get(run.instance) ?? []), run]);
  return groups;
}

/** Percent by which the median cost of the legal runs is above the best known; null where there is neither. */
export function gapOf(runs: readonly Run[]): number | null {
  const bestKnown = runs[0]?.bestKnown ?? null;
  const costs = runs.filter((run) => run.feasible).map((run) => run.cost);
  return bestKnown === null || costs.length === 0 ? null : 100 * (median(costs) / bestKnown - 1);
}

/** Below the best known by more than its rounding. */
const BELOW = -0.005;

export function summaryOf(runs: readonly Run[]): Summary {
  const groups = byInstance(runs);
  const gaps = [...groups.values()].map(gapOf).filter((gap) => gap !== null);
  return {
    instances: groups.size,
    runs: runs.length,
    infeasibleRuns: runs.filter((run) => !run.feasible).length,
    compared: gaps.length,
    meanGap: gaps.length === 0 ? null : gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length,
    worstGap: gaps.length === 0 ? null : Math.max(...gaps),
    belowBestKnown: gaps.filter((gap) => gap < BELOW).length,
  };
}
