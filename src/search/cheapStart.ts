/** When a task starts cheapest where its start or its end has a price. */
import { curveCost } from "../problem/flatCurves.ts";
import type { Problem } from "../problem/problem.ts";
import type { Guide } from "./guide.ts";

/** What is weighed against each other when a start is chosen. */
export interface StartPrices {
  /** Of 1 on a curve of start or end. */
  readonly slotCost: number;
  /** Of a tick late. Infinity where no start is cheap enough to be late for; 0 where lateness only decides between equally cheap starts. */
  readonly late: number;
}

/**
 * Prices of the guide; but levels that differ stay apart, however steep a curve is. A slot cost without a slope near 0 (free up to
 * some sum) cannot be weighed: it comes after lateness.
 */
export function startPrices({ terms }: Problem, guide: Guide): StartPrices {
  const levels = (measure: string): number[] => terms.filter((t) => t.measure === measure).map((t) => t.level);
  const [cheap, late] = [levels("slotCost"), levels("late")];
  if (guide.slotCost === 0) return { slotCost: 1, late: late.length > 0 ? Number.POSITIVE_INFINITY : 0 };
  if (guide.late <= 0 || Math.max(...cheap) < Math.min(...late)) return { slotCost: guide.slotCost, late: 0 };
  return { slotCost: guide.slotCost, late: Math.max(...late) < Math.min(...cheap) ? Number.POSITIVE_INFINITY : guide.late };
}

/** The latest start in `slot` that is not late, in the sense of measure `late`; at least OPEN - `duration` where it never is. */
export function latestOnTime({ slots }: Problem, slot: number, duration: number): number {
  return Math.min(slots.dueStart[slot]!, slots.dueEnd[slot]! - duration, slots.wish[slot]!);
}

/**
 * The start in [low, high] at which the curves of start and end and lateness cost least together (ties: the earliest); any of
 * them may be missing. O(points squared).
 */
export function cheapestStart(p: Problem, prices: StartPrices, slot: number, duration: number, low: number, high: number): number {
  const { slots, curves } = p;
  const [startCurve, endCurve] = [slots.startCurve[slot]!, slots.endCurve[slot]!];
  const onTime = latestOnTime(p, slot, duration);
  const costAt = (start: number): number => {
    const cost = prices.slotCost * (curveCost(curves, startCurve, start) + curveCost(curves, endCurve, start + duration));
    return start > onTime ? cost + prices.late * (start - onTime) : cost;
  };
  let best = low;
  let least = costAt(low);
  const consider = (start: number): void => {
    if (start < low || start > high) return;
    const cost = costAt(start);
    if (cost > least || (cost === least && start >= best)) return;
    least = cost;
    best = start;
  };
  // Lines meet only at points and where lateness begins: the whole numbers beside each of them, and `high`.
  const considerPoints = (curve: number, before: number): void => {
    if (curve < 0) return;
    for (let k = curves.from[curve]!; k < curves.from[curve + 1]!; k++) {
      consider(Math.floor(curves.x[k]! - before));
      consider(Math.ceil(curves.x[k]! - before));
    }
  };
  considerPoints(startCurve, 0);
  considerPoints(endCurve, duration);
  consider(onTime);
  consider(high);
  return best;
}
