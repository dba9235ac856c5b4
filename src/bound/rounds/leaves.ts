/**
 * A bound for one level by branching: all plans are parted by decisions, each leaf is bounded by itself, and no plan is below the least of
 * them. The lowest leaf is parted next; which decision does that, trial solutions of the linear program with the rounds at hand tell.
 * Source: Achterberg, Koch, Martin (2005), doi:10.1016/j.orl.2004.04.002 (strong branching, product of both rises).
 */
import { roundedUp } from "../grain.ts";
import { type Decision, isOpen, type Split, servedBy, splitsOf } from "./branch.ts";
import type { Column } from "./column.ts";
import { type Ground, groundOf, grow } from "./generate.ts";
import { type Budget, solveMaster } from "./pricing.ts";
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
  /** What to decide next; null: nothing is left, or the budget was at its end. */
  readonly split: Split | null;
  readonly hasEnded: boolean;
}

/** Decisions that are tried before one is taken. */
const TRIALS = 8;
const TRIAL_PIVOTS = 200;

/**
 * What levels up to `level` cost, the earlier ones at most `caps`, rounded up to the level's `grain`. `pool` gives rounds to begin with, and
 * takes those that are found. A level that is not the last one takes no more than half of the labels for leaves.
 */
export function boundLevel(
  setting: Setting,
  level: number,
  caps: readonly number[],
  grain: number,
  pool: Column[],
  budget: Budget,
): LevelBound {
  if (setting.floor.slice(0, level + 1).some((f) => f === Number.NEGATIVE_INFINITY))
    return { value: Number.NEGATIVE_INFINITY, complete: false };
  const ground = groundOf(setting, level, caps, pool);
  const root = leafOf(ground, [], Number.NEGATIVE_INFINITY, grain, budget);
  const spare = level < setting.problem.levelCount - 1 ? budget.labels / 2 : 0;
  const own: Budget = { labels: budget.labels - spare, stopped: budget.stopped };
  const lowest = lowestLeaf(ground, root, grain, own);
  budget.labels = spare + own.labels;
  return { value: lowest.value, complete: lowest.hasEnded };
}

/** Parts the lowest leaf until it is one that nothing parts: then no other can raise the bound. */
function lowestLeaf(ground: Ground, root: Leaf, grain: number, budget: Budget): Leaf {
  const leaves = [root];
  for (;;) {
    const lowest = leaves.reduce((low, leaf) => (isBefore(leaf, low) ? leaf : low));
    const { decisions, value, split } = lowest;
    if (split === null) return lowest;
    const parts = [split.yes, split.no].map((one) => leafOf(ground, [...decisions, one], value, grain, budget));
    leaves.splice(leaves.indexOf(lowest), 1, ...parts);
  }
}

/** Of the same value, those that nothing parts come first. */
function isBefore(a: Leaf, b: Leaf): boolean {
  const rank = ({ split, hasEnded }: Leaf): number => (split !== null ? 2 : hasEnded ? 0 : 1);
  return a.value < b.value || (a.value === b.value && rank(a) < rank(b));
}

/** A leaf is worth at least what is proven for the one that it is part of. */
function leafOf(ground: Ground, decisions: readonly Decision[], least: number, grain: number, budget: Budget): Leaf {
  const { value: grown, hasEnded } = grow(ground, decisions, budget);
  const value = Math.max(least, roundedUp(grown, grain));
  const isParted = hasEnded && value < Number.POSITIVE_INFINITY;
  return { decisions, value, hasEnded, split: isParted ? bestSplit(ground, decisions, value, budget) : null };
}

/** The decision that raises the linear program most on both sides; null: its solution is whole, or nothing parts it. */
function bestSplit(ground: Ground, decisions: readonly Decision[], value: number, budget: Budget): Split | null {
  const { master } = ground;
  const { columns, share } = master.running();
  const splits = splitsOf(decisions, columns, share).slice(0, TRIALS);
  if (splits.length < 2) return splits[0] ?? null;
  const before = master.linear.objective();
  const most = 0.05 * Math.abs(value) + 1e-6;
  /** Rises by more tell nothing: rounds are missing that were not yet looked for. */
  const rise = (one: Decision): number => {
    master.narrow((column) => isOpen([one], column), servedBy([...decisions, one]));
    solveMaster(master, TRIAL_PIVOTS, budget);
    return Math.min(most, Math.max(1e-6 * most, master.linear.objective() - before));
  };
  let best = splits[0]!;
  let highest = 0;
  for (const split of splits) {
    if (budget.labels <= 0 || budget.stopped()) break;
    const product = rise(split.yes) * rise(split.no);
    if (product > highest) [best, highest] = [split, product];
  }
  return best;
}
