/** A piecewise linear curve over a difference of two moments: where its slope changes, in ticks. */
import type { FlatCurves } from "../../problem/flatCurves.ts";

export class Corners {
  count = 0;
  /** [corner] tick, ascending. */
  at = new Float64Array(16);
  /** [corner] slope per tick before it; [count] slope after the last. */
  slope = new Float64Array(17);

  /** Corners of factor * curve(max(least, ticks - shift) / scale) as a function of ticks. `scale` > 0. O(points). */
  load(curves: FlatCurves, row: number, factor: number, scale: number, shift: number, least: number): void {
    const from = curves.from[row]!;
    const to = curves.from[row + 1]!;
    if (to - from + 2 > this.at.length) this.grow(to - from + 2);
    const flat = least > Number.NEGATIVE_INFINITY;
    this.count = 0;
    let i = from;
    if (flat) {
      while (i < to && scale * curves.x[i]! <= least) i++;
      this.slope[0] = 0;
      this.at[this.count++] = shift + least;
    }
    for (; i < to; i++) {
      this.slope[this.count] = (factor * slopeBefore(curves, row, i)) / scale;
      this.at[this.count++] = shift + scale * curves.x[i]!;
    }
    this.slope[this.count] = (factor * curves.above[row]!) / scale;
  }

  /** Does the curve never fall from its first corner on? */
  rises(): boolean {
    for (let k = 1; k <= this.count; k++) if (this.slope[k]! < 0) return false;
    return true;
  }

  private grow(size: number): void {
    this.at = new Float64Array(2 * size);
    this.slope = new Float64Array(2 * size + 1);
  }
}

/** Slope of the piece that ends at point `i`. */
function slopeBefore(curves: FlatCurves, row: number, i: number): number {
  if (i === curves.from[row]!) return curves.below[row]!;
  return (curves.cost[i]! - curves.cost[i - 1]!) / (curves.x[i]! - curves.x[i - 1]!);
}

/** Slope of a curve just before or just after `x`. O(points). */
export function slopeAt(curves: FlatCurves, row: number, x: number, after: boolean): number {
  const first = curves.from[row]!;
  const last = curves.from[row + 1]! - 1;
  let i = first;
  while (i <= last && (after ? curves.x[i]! <= x : curves.x[i]! < x)) i++;
  if (i === first) return curves.below[row]!;
  if (i > last) return curves.above[row]!;
  return (curves.cost[i]! - curves.cost[i - 1]!) / (curves.x[i]! - curves.x[i - 1]!);
}
