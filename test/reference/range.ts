/** Closed intervals of numbers: what the reference solver knows of a quantity before every time is fixed. */
import { type Curve, costAt } from "../../src/model/curve.ts";
import type { Span } from "../../src/units.ts";

/** All values between the two ends, both inclusive. */
export type Range = readonly [lo: number, hi: number];

export const point = (x: number): Range => [x, x];

export const plus = (a: Range, b: Range): Range => [a[0] + b[0], a[1] + b[1]];

/** The larger of the two, whatever they turn out to be. */
export const larger = (a: Range, b: Range): Range => [Math.max(a[0], b[0]), Math.max(a[1], b[1])];

export const atLeastZero = (a: Range): Range => larger(a, [0, 0]);

/** |x|. */
export const absolute = ([lo, hi]: Range): Range => [lo > 0 ? lo : hi < 0 ? -hi : 0, Math.max(Math.abs(lo), Math.abs(hi))];

/** Smallest interval with both in it. */
export const hull = (a: Range, b: Range): Range => [Math.min(a[0], b[0]), Math.max(a[1], b[1])];

/** Distance outside a span. */
export const outside = ([lo, hi]: Range, [min, max]: Span): Range => {
  const far = (x: number): number => Math.max(0, (min ?? x) - x, x - (max ?? x));
  const meets = (min === null || hi >= min) && (max === null || lo <= max);
  return [meets ? 0 : Math.min(far(lo), far(hi)), Math.max(far(lo), far(hi))];
};

/** Least and greatest cost of a curve over the interval: at its ends or at a point inside. */
export const costOver = (curve: Curve, [lo, hi]: Range): Range => {
  const atLo = costAt(curve, lo);
  if (lo === hi) return [atLo, atLo];
  const atHi = costAt(curve, hi);
  let least = Math.min(atLo, atHi);
  let most = Math.max(atLo, atHi);
  for (const [x, cost] of curve.points) {
    if (x <= lo || x >= hi) continue;
    if (cost < least) least = cost;
    if (cost > most) most = cost;
  }
  return [least, most];
};
