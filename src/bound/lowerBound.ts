/** Proven lower bounds, so that a plan can carry an honest gap. */
import type { Demand } from "../model/demand.ts";
import { compareScores } from "../model/score.ts";
import { compile } from "../problem/compile.ts";
import type { Problem } from "../problem/problem.ts";
import { boundLevel } from "./rounds/generate.ts";
import type { Column } from "./rounds/master.ts";
import { settingOf } from "./rounds/setting.ts";
import { boundByTree } from "./tree/tree.ts";

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
  const problem = compile(demand);
  const stopped = (): boolean => signal?.aborted ?? false;
  const treeSteps = Math.min(steps / 2, 300_000);
  const ofTree = { steps: treeSteps, stopped };
  const tree = problem.taskCount <= 12 ? boundByTree(problem, ofTree) : null;
  if (tree?.complete) return { levels: tree.levels ?? [Infinity], method: "tree", steps: treeSteps - ofTree.steps, complete: true };
  const rounds = byRounds(problem, steps, stopped);
  if (tree !== null && tree.levels !== null && compareScores({ levels: tree.levels }, rounds) > 0) return { ...rounds, levels: tree.levels, method: "tree" };
  return rounds;
}

function byRounds(problem: Problem, steps: number, stopped: () => boolean): LowerBound {
  const setting = settingOf(problem);
  const pool: Column[] = [];
  const budget = { labels: steps, stopped };
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
