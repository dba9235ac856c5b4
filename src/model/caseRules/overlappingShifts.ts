import { clockMinutes, dayNumber, windowMinutes } from "../civil.ts";
import { reportOverlaps } from "../shiftOverlap.ts";
import type { CaseRule } from "./caseIndex.ts";

/** Nobody has two shifts at once, also over midnight. A shift that may float is taken at its stated times. */
export const overlappingShifts: CaseRule = (town, _index, issues) => {
  const worked = town.shifts.flatMap(({ id, staff, date, from, to }, i) => {
    if (staff === undefined) return [];
    const midnight = dayNumber(date) * clockMinutes("24:00");
    const [begin, end] = windowMinutes([from, to]);
    return [{ id, person: staff, begin: midnight + begin, end: midnight + end, path: ["shifts", i] }];
  });
  reportOverlaps(worked, issues);
};
