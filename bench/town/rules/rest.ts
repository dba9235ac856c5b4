/** Rest between shifts and every week. */
import type { Tick } from "../../../src/units.ts";
import { change, DAY, HOUR, type Rule } from "../town.ts";

/** 11 hours in 24 and 36 in seven days, also after the shift before the period. */
export const rest: Rule = (town) => {
  const first = new Map<string, Tick>();
  for (const { worker, begins } of town.demand.shifts) first.set(worker, Math.min(first.get(worker) ?? Infinity, begins[0] ?? 0));
  const workers = town.demand.workers.map((worker) => ({
    ...worker,
    rest: [
      { window: DAY, atLeast: 11 * HOUR },
      { window: 7 * DAY, atLeast: 36 * HOUR },
    ],
    busyUntil: (first.get(worker.id) ?? 0) - 36 * HOUR,
  }));
  return change(town, { workers });
};
