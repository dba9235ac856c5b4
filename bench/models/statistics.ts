/** What may be said of differences over towns. */

/** A mean difference and its 95 % interval over towns. */
export interface Interval {
  readonly towns: number;
  readonly mean: number;
  /** Infinite with fewer than two towns. */
  readonly low: number;
  readonly high: number;
}

/** In plain words; "undecided" is one of them. */
export type Verdict = "better" | "worse" | "no difference that matters" | "undecided";

/** Half a percent of Student's t per side is 2.5 %: [degrees of freedom, quantile], rounded up; between two rows the one before holds. */
const T_975: readonly (readonly [freedom: number, quantile: number])[] = [
  [1, 12.707], [2, 4.303], [3, 3.183], [4, 2.777], [5, 2.571], [6, 2.447], [7, 2.365], [8, 2.307], [9, 2.263], [10, 2.229], [12, 2.179], [14, 2.145],
  [16, 2.12], [19, 2.094], [24, 2.064], [29, 2.046], [39, 2.023], [59, 2.001], [99, 1.985], [199, 1.972],
];

/** The 97.5 % quantile of Student's t, never too small. `freedom`: at least 1. */
export const studentQuantile = (freedom: number): number => T_975.findLast(([least]) => freedom >= least)?.[1] ?? Infinity;

const meanOf = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

/**
 * The mean difference over towns. `byTown`: per town the differences of its plan seeds, which are averaged first: towns are what is drawn
 * anew, plan seeds of one town are not independent towns. Towns without a difference are left out; without any, undefined.
 */
export function intervalOver(byTown: readonly (readonly number[])[]): Interval | undefined {
  const means = byTown.filter((differences) => differences.length > 0).map(meanOf);
  if (means.length === 0) return undefined;
  const mean = meanOf(means);
  if (means.length === 1) return { towns: 1, mean, low: -Infinity, high: Infinity };
  const variance = means.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (means.length - 1);
  const half = studentQuantile(means.length - 1) * Math.sqrt(variance / means.length);
  return { towns: means.length, mean, low: mean - half, high: mean + half };
}

/**
 * `smallest`: the smallest difference that matters, above 0 and set beforehand. Better or worse: the whole interval lies at or beyond it. No
 * difference that matters: the whole interval lies within. Anything else is undecided.
 */
export function verdictOf({ low, high }: Interval, smallest: number, isMoreBetter: boolean): Verdict {
  if (low >= smallest) return isMoreBetter ? "better" : "worse";
  if (high <= -smallest) return isMoreBetter ? "worse" : "better";
  return low > -smallest && high < smallest ? "no difference that matters" : "undecided";
}
