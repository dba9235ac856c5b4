/** The Score: what a plan costs, and where. */
import type { Id } from "../units.ts";

export interface Score {
  /** [level] -> sum of the costs of its terms. Length: highest level of the terms + 1, at least 1. Compare with {@link compareScores}. */
  readonly levels: readonly number[];
  /** In the order of `Demand.terms`. */
  readonly terms: readonly TermScore[];
}

export interface TermScore {
  readonly name: string;
  /** Sums over the groups. */
  readonly raw: number;
  readonly cost: number;
  /** Groups whose raw value or cost is not 0, in the order of the Demand. The group of `per: "plan"` is named "plan". */
  readonly groups: readonly { readonly id: Id; readonly raw: number; readonly cost: number }[];
}

/** Negative where `a` is better, lexicographically by level; differences within `tolerance` (relative, default 1e-9) are equal. */
export function compareScores(a: Pick<Score, "levels">, b: Pick<Score, "levels">, tolerance = 1e-9): number {
  const n = Math.max(a.levels.length, b.levels.length);
  for (let i = 0; i < n; i++) {
    const x = a.levels[i] ?? 0;
    const y = b.levels[i] ?? 0;
    if (Math.abs(x - y) > tolerance * Math.max(1, Math.abs(x), Math.abs(y))) return x - y;
  }
  return 0;
}
