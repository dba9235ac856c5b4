/** Can a plan be better because something starts later than it could? */
import type { Curve } from "../model/curve.ts";
import type { Demand, Shift } from "../model/demand.ts";
import { MEASURES } from "./measures.ts";

/**
 * False: apart from rests, doing the same work in the same order earlier never costs more nor breaks more. True is a guess on
 * the safe side. O(size of the Demand).
 */
export function laterCanHelp({ terms, relations, budgets, shifts, pools, tasks, travel, workers }: Demand): boolean {
  return (
    terms.some(({ measure, curve }) => !MEASURES[measure].timeless && !isWeightless(curve)) ||
    // Gaps that are no bounds on elapsed time: soft ones, by days, by a clock that may be put back, in an order that starts decide.
    relations.some((relation) => relation.kind === "gap" && (relation.soft !== undefined || relation.clock !== "elapsed" || relation.eitherOrder)) ||
    budgets.some(({ within, quantity }) => within !== undefined || quantity === "workTicks") ||
    shifts.some(({ maxSpan, maxStretch }) => maxSpan !== undefined || maxStretch !== undefined) ||
    // A person's next shift, or a vehicle's, may have to wait until the one before is over.
    overlapping(shifts) ||
    pools.length > 0 ||
    // What is asked or allowed depends on the day, on the hour or on how long the round takes.
    workers.some(({ skills }) => skills.some(({ days }) => days !== undefined)) ||
    travel.some(({ profile }) => profile?.some(({ factor }) => factor !== 1)) ||
    tasks.some(({ required }) => typeof required !== "boolean")
  );
}

/** Does the curve cost nothing anywhere? */
export const isWeightless = ({ points, below = 0, above = 0 }: Curve): boolean =>
  below === 0 && above === 0 && points.every(([, cost]) => cost === 0);

/** Can two shifts of one person be under way at the same time? O(shifts log shifts). */
function overlapping(shifts: readonly Shift[]): boolean {
  const from = ({ begins }: Shift): number => begins[0] ?? Number.NEGATIVE_INFINITY;
  const busyUntil = new Map<string, number>();
  return shifts.toSorted((a, b) => (from(a) < from(b) ? -1 : from(a) > from(b) ? 1 : 0)).some((shift) => {
    const busy = busyUntil.get(shift.worker);
    busyUntil.set(shift.worker, Math.max(busy ?? Number.NEGATIVE_INFINITY, shift.ends[1] ?? Number.POSITIVE_INFINITY));
    return busy !== undefined && from(shift) < busy;
  });
}
