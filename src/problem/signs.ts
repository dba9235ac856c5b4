/** Which measures are never negative, whatever the plan: then a curve need only be a line from 0 on to be one line. */
import type { Curve } from "../model/curve.ts";
import type { Demand } from "../model/demand.ts";
import type { Measure } from "../model/term.ts";

const ALWAYS: ReadonlySet<Measure> = new Set<Measure>([
  "missedBreak", "late", "early", "overLevel", "moved", "reassigned", "teamCrossing", "travel", "distance", "waiting", "overtime", "usedShift",
  "splitShift", "work", "workers", "contactShare",
]);

/** O(1), or the size of what the measure reads. */
export function isNeverNegative({ tasks, shifts, budgets, relations }: Demand, measure: Measure): boolean {
  if (ALWAYS.has(measure)) return true;
  switch (measure) {
    case "unserved":
      return tasks.every(({ unservedCost }) => unservedCost >= 0);
    case "whoCost":
      return tasks.every(({ who }) => Object.values(who.cost ?? {}).every((cost) => cost >= 0));
    case "optionCost":
      return shifts.every(({ options }) => options.every(({ cost = 0 }) => cost >= 0));
    case "durationValue":
      return tasks.every(({ duration }) => neverEarns(duration.value));
    case "slotCost":
      return tasks.every(({ slots }) =>
        slots.every(({ cost = 0, startCost, endCost }) => cost >= 0 && neverEarns(startCost) && neverEarns(endCost)),
      );
    case "relation":
      return relations.every(({ soft }) => neverEarns(soft));
    case "budget":
      return budgets.every(({ cost }) => neverEarns(cost));
    default:
      return false;
  }
}

function neverEarns(curve: Curve | undefined): boolean {
  if (curve === undefined) return true;
  const { points, below = 0, above = 0 } = curve;
  return below <= 0 && above >= 0 && points.every(([, cost]) => cost >= 0);
}
