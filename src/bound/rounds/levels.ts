/** Level after level: each is bounded among the plans that reach the bounds of those before it. */
import type { Problem } from "../../problem/problem.ts";
import { grainOf, roundedUp } from "../grain.ts";
import type { Column } from "./column.ts";
import { boundLevel } from "./leaves.ts";
import { settingOf } from "./setting.ts";

export interface RoundsBudget {
  /** Labels that may still be made. */
  readonly steps: number;
  stopped(): boolean;
}

export interface RoundsBound {
  readonly levels: readonly number[];
  readonly complete: boolean;
  readonly steps: number;
}

/** How often a level is raised because those after it cannot be kept with it. */
const RAISES = 50;

export function boundByRounds(problem: Problem, { steps, stopped }: RoundsBudget): RoundsBound {
  const setting = settingOf(problem);
  const pool: Column[] = [];
  const budget = { labels: steps, stopped };
  const { levelCount, demand } = problem;
  const grains = Array.from({ length: levelCount }, (_, level) => grainOf(demand, level));
  const levels = [0];
  let complete = true;
  let raises = 0;
  while (levels.length < levelCount) {
    const level = levels.length;
    const bound = boundLevel(setting, level, levels, grains[level]!, pool, budget);
    complete &&= bound.complete;
    if (bound.value !== Number.POSITIVE_INFINITY) {
      levels.push(bound.value);
      if (levels[level] === Number.NEGATIVE_INFINITY) break;
      continue;
    }
    if (level === 1)
      return { levels: new Array<number>(levelCount).fill(Number.POSITIVE_INFINITY), complete: true, steps: steps - budget.labels };
    // No plan keeps the level before at its bound.
    const before = levels.pop()!;
    const grain = grains[level - 1]!;
    if (grain === 0 || ++raises > RAISES) {
      levels.push(before);
      complete = false;
      break;
    }
    levels.push(roundedUp(before + grain, grain));
  }
  while (levels.length < levelCount) levels.push(Number.NEGATIVE_INFINITY);
  return { levels, complete, steps: steps - budget.labels };
}
