/** Piecewise linear costs. */

/**
 * Piecewise linear cost over `x`. Between two points the line through them holds; left of the first point the slope
 * is `below`, right of the last it is `above` (both default 0). Serves weights, caps, concave value, overtime steps.
 * `points` holds at least one point, in strictly increasing `x`.
 *
 * `x` has the unit of what is priced. In a Demand that is ticks wherever it is a time (slots, durations, budgets of time, relations of time), not
 * minutes; only a term's curve reads the term's `unit`. In a Case it is minutes.
 */
export interface Curve {
  readonly points: readonly (readonly [x: number, cost: number])[];
  readonly below?: number;
  readonly above?: number;
}

/** The straight line through the origin: `slope` per unit, on both sides. */
export const linear = (slope: number): Curve => ({ points: [[0, 0]], below: slope, above: slope });

/** Cost of `x`. O(points). */
export function costAt(curve: Curve, x: number): number {
  const { points } = curve;
  const first = points[0];
  const last = points[points.length - 1];
  if (first === undefined || last === undefined) return 0;
  if (x <= first[0]) return first[1] + (curve.below ?? 0) * (x - first[0]);
  if (x >= last[0]) return last[1] + (curve.above ?? 0) * (x - last[0]);
  let i = 1;
  while ((points[i] as readonly [number, number])[0] < x) i++;
  const [x0, c0] = points[i - 1] as readonly [number, number];
  const [x1, c1] = points[i] as readonly [number, number];
  return c0 + ((c1 - c0) * (x - x0)) / (x1 - x0);
}
