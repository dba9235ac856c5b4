/**
 * A bound for one level by branching: all plans are parted by decisions, each leaf is bounded by itself, and no plan is below the least of
 * them. The lowest leaf is parted next; which decision does that, trial solutions of the linear program with the rounds at hand tell.
 * Source: Achterberg, Koch, Martin (2005), doi:10.1016/j.orl.2004.04.002 (strong branching, product of both rises).
 */
import { type Decision, type Split, splitsOf } from "./branch.ts";
import type { Column } from "./column.ts";
import { type Ground, groundOf, grow, keepOnly } from "./generate.ts";
import type { Budget } from "./pricing.ts";
import type { Setting } from "./setting.ts";

export interface LevelBound {
  /** No plan whose levels before are at most the caps is below; Infinity: there is none. */
  readonly value: number;
  /** The lowest leaf's prices were optimal and its solution whole, or beyond what branching could part. */
  readonly complete: boolean;
}

interface Leaf {
  readonly decisions: readonly Decision[];
  readonly value: number;
  /** What to decide next; null: nothing is left. */
  readonly split: Split | null;
}

/** Decisions that are tried before one is taken. */
const TRIALS = 8;
const TRIAL_PIVOTS = 200;

/**
 * What levels up to `level` cost, the earlier ones at most `caps`. `pool` gives rounds to begin with, and takes those that are found. A level
 * that is not the last one takes no more than half of the labels for leaves.
 */
export function boundLevel(setting: Setting, level: number, caps: readonly number[], pool: Column[], budget: Budget): LevelBound {
  if (setting.floor.slice(0, level + 1).some((f) => f === Number.NEGATIVE_INFINITY))
    return { value: Number.NEGATIVE_INFINITY, complete: false };
  const ground = groundOf(setting, level, caps, pool);
  const root = grow(ground, [], budget);
  if (!root.hasEnded || root.value === Number.POSITIVE_INFINITY) return { value: root.value, complete: root.hasEnded };
  const spare = level < setting.problem.levelCount - 1 ? budget.labels / 2 : 0;
  const leaves: Leaf[] = [{ decisions: [], value: root.value, split: bestSplit(ground, [], root.value) }];
  for (;;) {
    const lowest = leaves.reduce((low, leaf) => (leaf.value < low.value ? leaf : low));
    if (lowest.split === null) return { value: lowest.value, complete: true };
    const parts: Leaf[] = [];
    for (const one of [lowest.split.yes, lowest.split.no]) {
      if (budget.labels <= spare) return { value: lowest.value, complete: false };
      const decisions = [...lowest.decisions, one];
      const grown = grow(ground, decisions, budget);
      if (!grown.hasEnded) return { value: lowest.value, complete: false };
      const value = Math.max(lowest.value, grown.value);
      parts.push({ decisions, value, split: value === Number.POSITIVE_INFINITY ? null : bestSplit(ground, decisions, value) });
    }
    leaves.splice(leaves.indexOf(lowest), 1, ...parts);
  }
}

/** The decision that raises the linear program most on both sides; null: its solution is whole, or nothing parts it. */
function bestSplit(ground: Ground, decisions: readonly Decision[], value: number): Split | null {
  const { master } = ground;
  const { columns, share } = master.running();
  const splits = splitsOf(decisions, columns, share).slice(0, TRIALS);
  if (splits.length < 2) return splits[0] ?? null;
  const before = master.linear.objective();
  const most = 0.05 * Math.abs(value) + 1e-6;
  /** Rises by more tell nothing: rounds are missing that were not yet looked for. */
  const rise = (one: Decision): number => {
    keepOnly(ground, [...decisions, one]);
    master.linear.solve(TRIAL_PIVOTS);
    return Math.min(most, Math.max(1e-6 * most, master.linear.objective() - before));
  };
  let best = splits[0]!;
  let highest = 0;
  for (const split of splits) {
    const product = rise(split.yes) * rise(split.no);
    if (product > highest) [best, highest] = [split, product];
  }
  return best;
}
