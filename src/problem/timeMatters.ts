/** Can a plan be better because something starts later than it could? Else holds, paces and exact times need not be looked for. */
import { CLOCK_TIME_OF_DAY, CONDITIONAL, GAP, OPEN, type Problem } from "./problem.ts";

/** Measures that no later start makes better, unless a rule below says otherwise. */
const TIMELESS: ReadonlySet<string> = new Set([
  "travel",
  "distance",
  "late",
  "unserved",
  "missedBreak",
  "whoCost",
  "usedShift",
  "optionCost",
  "workers",
  "contactShare",
  "teamCrossing",
  "reassigned",
  "overLevel",
]);

export function timeMatters(p: Problem): boolean {
  const { relations, shifts, workers, tasks, slots } = p;
  return (
    p.terms.some((t) => !TIMELESS.has(t.measure)) ||
    p.budgets.withinFrom.some((t) => t > -OPEN) ||
    shifts.maxSpan.some(isSet) ||
    shifts.maxStretch.some(isSet) ||
    // People and vehicles: the next shift may begin once this one is over, or must wait for a rest.
    workers.restAtLeast.length > 0 ||
    p.pools.count.length > 0 ||
    workers.shiftFrom.some((from, w) => w > 0 && from - workers.shiftFrom[w - 1]! > 1) ||
    // What is asked or allowed depends on the day or on how long the round takes.
    slots.skillsByDay.includes(1) ||
    (tasks.overLevel.length === 0 && p.terms.some((t) => t.measure === "overLevel")) ||
    tasks.required.includes(CONDITIONAL) ||
    p.travel.profiles.some((f) => f !== null) ||
    // Gaps that are no bounds on elapsed time: by days, by a clock that may be put back, or in an order that starts decide.
    relations.kind.some(
      (kind, k) => kind === GAP && (relations.timed[k] === 0 || relations.eitherOrder[k] === 1 || relations.clock[k] === CLOCK_TIME_OF_DAY),
    )
  );
}

const isSet = (ticks: number): boolean => ticks < OPEN;
