/** What serving a task costs that depends on when: the least over all later starts, so that nobody loses by being early. */
import { curveCost, type FlatCurves } from "../../problem/flatCurves.ts";
import { NONE, OPEN, type Problem } from "../../problem/problem.ts";
import type { Price } from "./prices.ts";

/** A cost that never falls with time. */
export interface Soft {
  readonly level: number;
  at(tick: number): number;
}

/** By the earliest start of the task in slot row `s`. Prices below zero are charged at the most that they can earn. */
export function softOf(
  problem: Problem,
  prices: readonly Price[],
  t: number,
  s: number,
  worker: number,
  shortest: number,
  longest: number,
  latest: number,
): Soft[] {
  const soft: Soft[] = [];
  for (const price of prices) {
    if (price.accepts !== null && price.accepts[t] === 0) continue;
    const at = ruleOf(problem, price, t, s, worker, shortest, longest, latest);
    if (at === null) continue;
    const { slope, level } = price;
    soft.push(slope >= 0 ? { level, at: (tick) => slope * at(tick) } : { level, at: () => Number.NEGATIVE_INFINITY });
  }
  return soft;
}

function ruleOf(
  { slots, tasks, curves, workers }: Problem,
  { measure }: Price,
  t: number,
  s: number,
  worker: number,
  shortest: number,
  longest: number,
  latest: number,
): ((tick: number) => number) | null {
  const [dueStart, dueEnd, wish] = [slots.dueStart[s]!, slots.dueEnd[s]!, slots.wish[s]!];
  switch (measure) {
    case "late":
      if (dueStart >= OPEN && dueEnd >= OPEN && wish >= OPEN) return null;
      return (tick) => Math.max(0, tick - Math.min(dueStart, wish), tick + shortest - dueEnd);
    case "early":
      return wish >= OPEN || latest >= wish ? null : () => wish - latest;
    case "moved": {
      const was = tasks.baselineStart[t]!;
      return was >= OPEN ? null : (tick) => Math.max(0, tick - was, was - latest);
    }
    case "durationValue": {
      const row = tasks.valueCurve[t]!;
      if (row === NONE) return null;
      const pace = workers.pace[worker * workers.classCount + tasks.klass[t]!]!;
      const least = leastFrom(curves, row, shortest / pace, longest / pace);
      return () => least;
    }
    case "slotCost": {
      const [start, end] = [slots.startCurve[s]!, slots.endCurve[s]!];
      if (start === NONE && end === NONE) return null;
      const endLatest = Math.min(slots.endMax[s]!, latest >= OPEN ? OPEN : latest + longest);
      return (tick) => leastFrom(curves, start, tick, latest) + leastFrom(curves, end, tick + shortest, endLatest);
    }
    default:
      return null;
  }
}

/** Least cost of a curve between the ends. */
function leastFrom(curves: FlatCurves, row: number, low: number, high: number): number {
  if (row < 0) return 0;
  let least = Math.min(curveCost(curves, row, low), curveCost(curves, row, Math.max(low, high)));
  for (let p = curves.from[row]!; p < curves.from[row + 1]!; p++) {
    if (curves.x[p]! > low && curves.x[p]! < high) least = Math.min(least, curves.cost[p]!);
  }
  return least;
}
