/** Runs of one case with budgets from short to long, and how far each is from the best. */
import { compareScores } from "../../src/model/score.ts";

export interface AnytimeRun {
  readonly case: string;
  readonly tasks: number;
  readonly bestKnown: number | null;
  readonly seed: number;
  /** Seconds. */
  readonly budget: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly steps: number;
  readonly unserved: number;
  readonly legal: boolean;
  readonly levels: readonly number[];
  /** By the benchmark's own definition; null for towns. */
  readonly cost: number | null;
}

/** Of the runs with one budget. */
export interface AnytimePoint {
  readonly budget: number;
  /**
   * Percent above the best known, or for towns above the best of all these runs on the last level. null: nothing to compare, since the middle one is
   * not legal or worse on an earlier level.
   */
  readonly excess: number | null;
  /** Of the middle one. */
  readonly run: AnytimeRun;
}

/** A point per budget, of the middle seed, for runs of one case. */
export function pointsOf(runs: readonly AnytimeRun[]): readonly AnytimePoint[] {
  const legal = runs.filter((run) => run.legal);
  const best = legal.toSorted(compareScores)[0];
  const budgets = [...new Set(runs.map(({ budget }) => budget))].sort((a, b) => a - b);
  return budgets.map((budget) => {
    const own = runs.filter((run) => run.budget === budget).toSorted((a, b) => Number(b.legal) - Number(a.legal) || compareScores(a, b));
    const run = own[(own.length - 1) >> 1] as AnytimeRun;
    return { budget, excess: best === undefined || !run.legal ? null : excessOf(run, best), run };
  });
}

function excessOf(run: AnytimeRun, best: AnytimeRun): number | null {
  if (run.cost !== null && run.bestKnown !== null) return 100 * (run.cost / run.bestKnown - 1);
  if (compareScores({ levels: run.levels.slice(0, -1) }, { levels: best.levels.slice(0, -1) }) > 0) return null;
  const [cost, least] = [run.levels.at(-1) ?? 0, best.levels.at(-1) ?? 0];
  return least > 0 ? 100 * (cost / least - 1) : null;
}

/** Runs by case, in order of first appearance. */
export function byCase(runs: readonly AnytimeRun[]): ReadonlyMap<string, readonly AnytimeRun[]> {
  const groups = new Map<string, AnytimeRun[]>();
  for (const run of runs) groups.set(run.case, [...(groups.get(run.case) ?? []), run]);
  return groups;
}
