/** What leaving a move out does, over pairs of runs that differ in nothing else. */
import { gapTo } from "../rules/best.ts";

/** Levels of a plan found without the move, and with all moves; of the same Demand, seed and budget. */
export interface Pair {
  readonly without: readonly number[];
  readonly base: readonly number[];
}

export interface Effect {
  readonly pairs: number;
  /** Pairs in which the plan without the move is worse, or better, on the first level that differs. */
  readonly worse: number;
  readonly better: number;
  /** Chance of a split at least as uneven if the move did nothing (two-sided sign test, ties left out); 1 where all are ties. */
  readonly chance: number;
  /** Pairs that differ on the last level at most; over these the mean difference there in percent, and its standard error. */
  readonly compared: number;
  readonly mean: number;
  readonly error: number;
}

/** Above 0: plans without the move cost more, so the move helps. */
export function effectOf(pairs: readonly Pair[]): Effect {
  let [worse, better] = [0, 0];
  const percents: number[] = [];
  for (const { without, base } of pairs) {
    const { verdict, level, percent } = gapTo(without, base);
    if (verdict === "worse") worse++;
    if (verdict === "better") better++;
    if (verdict === "equal") percents.push(0);
    else if (level === base.length - 1 && percent !== undefined) percents.push(percent);
  }
  const compared = percents.length;
  const mean = percents.reduce((sum, x) => sum + x, 0) / Math.max(1, compared);
  const spread = percents.reduce((sum, x) => sum + (x - mean) ** 2, 0) / Math.max(1, compared - 1);
  return { pairs: pairs.length, worse, better, chance: signTest(worse, better), compared, mean, error: Math.sqrt(spread / Math.max(1, compared)) };
}

/** Two-sided. */
function signTest(a: number, b: number): number {
  const n = a + b;
  let [ways, tail] = [1, 0];
  for (let k = 0; k <= Math.min(a, b); k++) {
    tail += ways;
    ways = (ways * (n - k)) / (k + 1);
  }
  return Math.min(1, (2 * tail) / 2 ** n);
}
