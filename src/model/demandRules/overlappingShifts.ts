import { reportOverlaps } from "../shiftOverlap.ts";
import type { DemandRule } from "./demandIndex.ts";

/** Nobody has two shifts at once whose times are fixed. Shifts that may move, or that are alternatives in time, are for the search. */
export const overlappingShifts: DemandRule = (demand, _index, issues) => {
  const fixed = demand.shifts.flatMap(({ id, worker, begins, ends }, i) => {
    const [begin, end] = [begins[0], ends[0]];
    if (begin === null || end === null || begins[1] !== begin || ends[1] !== end) return [];
    return [{ id, person: worker, begin, end, path: ["shifts", i] }];
  });
  reportOverlaps(fixed, issues);
};
