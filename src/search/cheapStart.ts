/** When a task starts cheapest where both its start and its end have a price. */
import { cheapestWithin, curveCost, type FlatCurves } from "../problem/flatCurves.ts";

/**
 * The start in [low, high] at which the curves of start and end cost least together (ties: the earliest); either may be missing.
 * O(points squared).
 */
export function cheapestStart(curves: FlatCurves, startCurve: number, endCurve: number, duration: number, low: number, high: number): number {
  if (endCurve < 0) return cheapestWithin(curves, startCurve, low, high);
  if (startCurve < 0) return cheapestWithin(curves, endCurve, low + duration, high + duration) - duration;
  const costAt = (start: number): number => curveCost(curves, startCurve, start) + curveCost(curves, endCurve, start + duration);
  let best = low;
  let least = costAt(low);
  const consider = (start: number): void => {
    if (start < low || start > high) return;
    const cost = costAt(start);
    if (cost > least || (cost === least && start >= best)) return;
    least = cost;
    best = start;
  };
  // Lines meet only at points: the whole numbers beside each of them, and `high`.
  const considerPoints = (curve: number, before: number): void => {
    for (let k = curves.from[curve]!; k < curves.from[curve + 1]!; k++) {
      consider(Math.floor(curves.x[k]! - before));
      consider(Math.ceil(curves.x[k]! - before));
    }
  };
  considerPoints(startCurve, 0);
  considerPoints(endCurve, duration);
  consider(high);
  return best;
}
