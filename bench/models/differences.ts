/** From trials to differences between models. */
import { BASE } from "./arms.ts";
import { OUTCOMES, type Outcome, SAME_WORK, UNSTAFFED } from "./outcomes.ts";
import { type Interval, intervalOver, type Verdict, verdictOf } from "./statistics.ts";
import type { Trial } from "./trial.ts";

/** One arm less the base, in one outcome. */
export interface Difference {
  readonly arm: string;
  readonly outcome: string;
  readonly unit: string;
  readonly smallest: number;
  /** Mean of the base over the same towns. */
  readonly base: number | null;
  /** Absent where no town could be compared. */
  readonly interval?: Interval;
  readonly verdict: Verdict;
  /** Towns in which a pair was left out, since the two plans do not do the same work, or break rules. */
  readonly leftOut: number;
}

/**
 * Pairs of equal town and plan seed. A pair counts only where both plans keep the rules and, but for outcomes that are always comparable, do the
 * same work: each leaves out less than {@link SAME_WORK}, or the same visits are unstaffed in both. O(trials).
 */
export function differencesOf(trials: readonly Trial[], outcomes: readonly Outcome[] = OUTCOMES, base = BASE.name): Difference[] {
  const townOf = ({ profile, townSeed }: Trial): string => `${profile} ${townSeed}`;
  const bases = new Map(trials.filter(({ arm }) => arm === base).map((trial) => [`${townOf(trial)} ${trial.planSeed}`, trial]));
  const arms = [...new Set(trials.map(({ arm }) => arm))].filter((arm) => arm !== base);
  return arms.flatMap((arm) =>
    outcomes.map((outcome): Difference => {
      const byTown = new Map<string, { readonly differences: number[]; readonly bases: number[] }>();
      const passedOver = new Set<string>();
      for (const trial of trials.filter((one) => one.arm === arm)) {
        const town = townOf(trial);
        const found = byTown.get(town) ?? { differences: [], bases: [] };
        byTown.set(town, found);
        const pair = bases.get(`${town} ${trial.planSeed}`);
        const [a, b] = [pair?.values[outcome.name] ?? null, trial.values[outcome.name] ?? null];
        if (pair === undefined || !areComparable(pair, trial, outcome)) passedOver.add(town);
        else if (a !== null && b !== null) {
          found.differences.push(b - a);
          found.bases.push(a);
        }
      }
      const interval = intervalOver([...byTown.values()].map(({ differences }) => differences));
      const values = [...byTown.values()].flatMap((one) => one.bases);
      return {
        arm,
        outcome: outcome.name,
        unit: outcome.unit,
        smallest: outcome.smallest,
        base: values.length === 0 ? null : values.reduce((sum, x) => sum + x, 0) / values.length,
        ...(interval && { interval }),
        verdict: interval === undefined ? "undecided" : verdictOf(interval, outcome.smallest, outcome.isMoreBetter),
        leftOut: passedOver.size,
      };
    }),
  );
}

const areComparable = (a: Trial, b: Trial, { isAlwaysComparable }: Outcome): boolean =>
  a.issues + b.issues === 0 && (isAlwaysComparable === true || (isNearlyWhole(a) && isNearlyWhole(b)) || a.missing.join() === b.missing.join());

const isNearlyWhole = ({ missing, values }: Trial): boolean => missing.length === 0 || (values[UNSTAFFED] ?? Infinity) < SAME_WORK;
