/** All curves of a Problem in flat columns. Imports: model types only. */
import type { Curve } from "../model/curve.ts";

/** Curve c owns points `from[c]` to `from[c + 1] - 1`; `below[c]` and `above[c]` are the slopes outside them. */
export interface FlatCurves {
  readonly from: Int32Array;
  readonly x: Float64Array;
  readonly cost: Float64Array;
  readonly below: Float64Array;
  readonly above: Float64Array;
}

/** No curve: costs nothing. */
export const NO_CURVE = -1;

/** Collects curves during compilation; equal objects share a row. */
export class CurveTable {
  private readonly curves: Curve[] = [];
  private readonly rows = new Map<Curve, number>();

  /** Row of `curve`, or {@link NO_CURVE}. */
  row(curve: Curve | undefined): number {
    if (curve === undefined) return NO_CURVE;
    let row = this.rows.get(curve);
    if (row === undefined) {
      row = this.curves.length;
      this.rows.set(curve, row);
      this.curves.push(curve);
    }
    return row;
  }

  flat(): FlatCurves {
    const from = new Int32Array(this.curves.length + 1);
    this.curves.forEach((curve, c) => {
      from[c + 1] = from[c]! + curve.points.length;
    });
    const points = this.curves.flatMap((curve) => curve.points);
    return {
      from,
      x: Float64Array.from(points, (p) => p[0]),
      cost: Float64Array.from(points, (p) => p[1]),
      below: Float64Array.from(this.curves, (c) => c.below ?? 0),
      above: Float64Array.from(this.curves, (c) => c.above ?? 0),
    };
  }
}

/** Cost of `x` on curve `row`. O(points of the curve). */
export function curveCost(curves: FlatCurves, row: number, x: number): number {
  if (row < 0) return 0;
  const { from, x: points, cost } = curves;
  let i = from[row]!;
  const last = from[row + 1]! - 1;
  if (x <= points[i]!) return cost[i]! + curves.below[row]! * (x - points[i]!);
  if (x >= points[last]!) return cost[last]! + curves.above[row]! * (x - points[last]!);
  while (points[i]! < x) i++;
  const x0 = points[i - 1]!;
  const c0 = cost[i - 1]!;
  return c0 + ((cost[i]! - c0) * (x - x0)) / (points[i]! - x0);
}

/** The whole number in [low, high] with the least cost (ties: the smallest). A piecewise linear function has it at an end or at a point. */
export function cheapestWithin(curves: FlatCurves, row: number, low: number, high: number): number {
  let best = low;
  if (row < 0 || high <= low) return best;
  let least = curveCost(curves, row, low);
  const first = curves.from[row]!;
  const count = curves.from[row + 1]! - first;
  // The whole numbers on both sides of each point, then `high`.
  for (let k = 0; k <= 2 * count; k++) {
    const point = k === 2 * count ? high : curves.x[first + (k >> 1)]!;
    const x = (k & 1) === 0 ? Math.floor(point) : Math.ceil(point);
    if (x < low || x > high) continue;
    const cost = curveCost(curves, row, x);
    if (cost >= least) continue;
    least = cost;
    best = x;
  }
  return best;
}
