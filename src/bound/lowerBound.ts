/** Proven lower bounds, so that a plan can carry an honest gap. */
import type { Demand } from "../model/demand.ts";
import { compile } from "../problem/compile.ts";
import { boundLevel } from "./rounds/generate.ts";
import type { Column } from "./rounds/master.ts";
import { settingOf } from "./rounds/setting.ts";

export interface LowerBoundOptions {
  readonly steps?: number;
  readonly signal?: AbortSignal;
}

export interface LowerBound {
  readonly levels: readonly number[];
  readonly method: string;
  readonly steps: number;
  readonly complete: boolean;
}

export function lowerBound(demand: Demand, { steps = 20_000_000, signal }: LowerBoundOptions = {}): LowerBound {
  const setting = settingOf(compile(demand));
  const pool: Column[] = [];
  const budget = { labels: steps, stopped: () => signal?.aborted ?? false };
  const levels: number[] = [0];
  let complete = true;
  for (let level = 1; level < setting.problem.levelCount; level++) {
    const bound = boundLevel(setting, level, levels, Infinity, pool, budget);
    complete &&= bound.complete;
    levels.push(bound.value);
    if (!Number.isFinite(bound.value)) break;
  }
  return { levels, method: "rounds", steps: steps - budget.labels, complete };
}
