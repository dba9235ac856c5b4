/** How far a plan can be from the best there is. */
import { compareScores, type Score } from "../model/score.ts";
import type { LowerBound } from "./lowerBound.ts";

export interface Gap {
  /** The first level on which score and bound differ; the last one where they agree on all. */
  readonly level: number;
  readonly cost: number;
  readonly bound: number;
  /**
   * (cost - bound) / |cost|: the most by which the level's cost could still fall, as a share of it; 0 where the plan is proven best. 1 and more
   * where the bound is nothing or below, Infinity where nothing is known.
   */
  readonly share: number;
}

/**
 * What a plan's score and a bound of the same Demand say together. Levels count in turn: on those before `level` the plan is proven best.
 * For plans that keep the hard rules; a score below the bound is not of such a plan, and has a negative share. O(levels).
 */
export function gapOf(score: Pick<Score, "levels">, { levels }: Pick<LowerBound, "levels">): Gap {
  const last = Math.max(score.levels.length, levels.length) - 1;
  for (let level = 0; ; level++) {
    const cost = score.levels[level] ?? 0;
    const bound = levels[level] ?? 0;
    if (!Number.isFinite(bound)) return { level, cost, bound, share: -bound };
    const differs = compareScores({ levels: [cost] }, { levels: [bound] }) !== 0;
    if (!differs && level < last) continue;
    return { level, cost, bound, share: differs ? (cost - bound) / Math.max(Math.abs(cost), 1e-9) : 0 };
  }
}
