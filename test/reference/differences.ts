/**
 * Upper bounds on differences of whole-number variables, kept closed: `m[i * n + j]` bounds `x_i - x_j`, and variable 0
 * is always 0. A closed matrix holds exactly what its constraints imply of any two variables, and any value inside a
 * variable's bounds can be completed to a solution.
 * Source: Dill (1989), doi:10.1007/3-540-52148-8_17 (difference bound matrices).
 */
import type { Range } from "./range.ts";

export interface Differences {
  readonly n: number;
  readonly m: Float64Array;
}

/** `n` variables (the zero included), the others between `lo` and `hi`. */
export function differences(n: number, lo: number, hi: number): Differences {
  const m = new Float64Array(n * n).fill(hi - lo);
  for (let i = 0; i < n; i++) {
    m[i] = -lo;
    m[i * n] = hi;
  }
  for (let i = 0; i < n; i++) m[i * n + i] = 0;
  return { n, m };
}

export const copyOf = (d: Differences): Differences => ({ n: d.n, m: d.m.slice() });

/** `x_i - x_j <= c`, closure kept. False where that leaves no solution (the matrix is then spoilt). O(n²). */
export function limit(d: Differences, i: number, j: number, c: number): boolean {
  const { n, m } = d;
  if (c >= (m[i * n + j] as number)) return true;
  if (c + (m[j * n + i] as number) < 0) return false;
  for (let p = 0; p < n; p++) {
    const through = (m[p * n + i] as number) + c;
    if (through >= (m[p * n + j] as number) && p !== i) continue;
    for (let q = 0; q < n; q++) {
      const bound = through + (m[j * n + q] as number);
      if (bound < (m[p * n + q] as number)) m[p * n + q] = bound;
    }
  }
  return true;
}

/** `x_i - x_j` lies between the ends. */
export const between = (d: Differences, i: number, j: number, lo: number | null, hi: number | null): boolean =>
  (hi === null || limit(d, i, j, hi)) && (lo === null || limit(d, j, i, -lo));

export const rangeOf = (d: Differences, i: number): Range => [-(d.m[i] as number) + 0, d.m[i * d.n] as number];

export const differenceOf = (d: Differences, i: number, j: number): Range => [
  -(d.m[j * d.n + i] as number) + 0,
  d.m[i * d.n + j] as number,
];

/** The matrix of one solution. */
export function pinned(x: readonly number[]): Differences {
  const n = x.length;
  const m = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) m[i * n + j] = (x[i] as number) - (x[j] as number);
  return { n, m };
}

/** A solution that gives every variable, in the order listed, what `choose` picks of what the earlier ones leave. O(n²). */
export function assign(d: Differences, order: readonly number[], choose: (i: number, range: Range) => number): number[] {
  const { n, m } = d;
  const lo = Array.from({ length: n }, (_, i) => -(m[i] as number) + 0);
  const hi = Array.from({ length: n }, (_, i) => m[i * n] as number);
  for (const k of order) {
    const x = choose(k, [lo[k] as number, hi[k] as number]);
    for (let j = 0; j < n; j++) {
      lo[j] = Math.max(lo[j] as number, x - (m[k * n + j] as number));
      hi[j] = Math.min(hi[j] as number, x + (m[j * n + k] as number));
    }
    lo[k] = x;
    hi[k] = x;
  }
  return lo;
}

/** Do the values of a pinned matrix keep every bound of `d`? */
export const respects = (d: Differences, values: Differences): boolean => values.m.every((x, i) => x <= (d.m[i] as number));
