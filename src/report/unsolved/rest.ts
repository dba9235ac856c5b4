/** Rest between the working periods of one person, as the Demand asks for it. */
import type { Shift, Worker } from "../../model/demand.ts";
import type { Tick } from "../../units.ts";

/** A stretch of work from its begin to its end. */
export interface Work {
  readonly begin: Tick;
  readonly end: Tick;
}

/** A working period that lasts so long that the rest has no room beside it. */
export interface LostRest extends Work {
  /** The rest that is asked for. */
  readonly atLeast: Tick;
}

/**
 * Work with less than `atLeast` between it forms one working period, which may last `window - atLeast`. The periods that last longer, one
 * per rule and period. O(rules x work x log work).
 */
export function lostRests(worker: Worker, work: readonly Work[]): LostRest[] {
  const sorted = [...work].sort((a, b) => a.begin - b.begin || a.end - b.end);
  return worker.rest.flatMap(({ window, atLeast }) => {
    const periods: Work[] = worker.busyUntil === undefined ? [] : [{ begin: worker.busyUntil, end: worker.busyUntil }];
    for (const { begin, end } of sorted) {
      const last = periods.at(-1);
      if (last === undefined || begin - last.end >= atLeast) periods.push({ begin, end });
      else periods[periods.length - 1] = { begin: last.begin, end: Math.max(last.end, end) };
    }
    return periods.filter(({ begin, end }) => end - begin > window - atLeast).map((period) => ({ ...period, atLeast }));
  });
}

/** Would the work keep the person's rest as it is: no rest lost that was kept without it? */
export const keepsRest = (worker: Worker, work: readonly Work[], more: Work): boolean =>
  lostRests(worker, [...work, more]).length <= lostRests(worker, work).length;

/** The hours for which a shift is manned, used or not; undefined where its begin is open. */
export function hoursOfShift({ begins, ends, paidTo }: Shift): Work | undefined {
  const begin = begins[0];
  return begin === null ? undefined : { begin, end: paidTo ?? ends[1] ?? begin };
}
