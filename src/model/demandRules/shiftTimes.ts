import type { DemandRule } from "./demandIndex.ts";

/** A shift can begin, end and be as short as it must be, and its idle time is defined. */
export const shiftTimes: DemandRule = (demand, _index, issues) => {
  demand.shifts.forEach((shift, i) => {
    const [earliestBegin, latestBegin] = shift.begins;
    const [earliestEnd, latestEnd] = shift.ends;
    if (earliestBegin !== null && latestEnd !== null && latestEnd < earliestBegin) {
      issues.add("shift-ends-before-begin", ["shifts", i, "ends"], () => [
        `The latest end ${latestEnd} is before the earliest begin ${earliestBegin}.`,
        "Let the shift end after it begins.",
      ]);
    }
    const { maxSpan } = shift;
    if (maxSpan !== undefined && earliestEnd !== null && latestBegin !== null && earliestEnd - latestBegin > maxSpan) {
      issues.add("shift-too-long", ["shifts", i, "maxSpan"], () => [
        `From ${latestBegin} to ${earliestEnd} is longer than ${maxSpan}.`,
        `Allow at least ${earliestEnd - latestBegin}.`,
      ]);
    }
    if (shift.fixedDeparture && earliestBegin === null) {
      issues.add("departure-open", ["shifts", i, "begins", 0], () => [
        "A fixed departure has no time: it is null.",
        "Give the tick of departure.",
      ]);
    }
    if (shift.idleIfUnused && (shift.paidTo === undefined || earliestBegin === null)) {
      issues.add("idle-undefined", ["shifts", i, "idleIfUnused"], () => [
        "The shift counts as idle while unused, but from when to when is open.",
        "Give paidTo and the earliest begin.",
      ]);
    }
  });
};
