/** What the columns cannot hold is refused here, before it wraps around silently. */
import { UsageError } from "../errors.ts";
import type { Demand } from "../model/demand.ts";
import { OPEN } from "./problem.ts";

/** Throws UsageError, naming whose it is, at the first time or length beyond ±2^29 ticks. O(size of the Demand without travel). */
export function checkTicks(demand: Demand): void {
  refuse("now", [demand.now]);
  for (const w of demand.workers) refuse(`worker "${w.id}"`, [w.busyUntil, ...w.rest.flatMap((r) => [r.window, r.atLeast])]);
  for (const s of demand.shifts) refuse(`shift "${s.id}"`, [...s.begins, ...s.ends, s.maxSpan, s.maxStretch, s.paidTo]);
  for (const t of demand.tasks) {
    const condition = typeof t.required === "object" ? t.required.whenShiftExceeds : null;
    refuse(`task "${t.id}"`, [t.stopTicks, t.duration.min, t.duration.max, condition]);
    for (const s of t.slots) refuse(`task "${t.id}"`, [...s.start, ...(s.end ?? []), s.due?.start, s.due?.end, s.wish?.start]);
  }
  for (const r of demand.relations) {
    if (r.kind === "gap") refuse(`relation "${r.id}"`, r.span);
    if (r.kind === "duration") refuse(`relation "${r.id}"`, r.total);
  }
  for (const b of demand.budgets) refuse(`budget "${b.id}"`, b.within ?? []);
  for (const pin of demand.pins) refuse(`pin of task "${pin.task}"`, [pin.start]);
  for (const s of demand.baseline ?? []) {
    refuse(`baseline of shift "${s.shift}"`, [s.begin, s.end]);
    for (const t of s.tasks) refuse(`baseline of task "${t.id}"`, [t.start, t.end]);
  }
}

function refuse(whose: string, ticks: readonly (number | null | undefined)[]): void {
  for (const t of ticks) if (!fits(t ?? 0)) throw new UsageError(`${t} ticks (${whose}) lie beyond ±${OPEN}; use coarser ticks.`);
}

/** Can a column of ticks or metres hold it? */
export const fits = (value: number): boolean => value >= -OPEN && value <= OPEN;
