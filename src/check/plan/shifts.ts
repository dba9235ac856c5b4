/** Rules of one shift's own times: begin, end, span and stretches. */
import type { Demand } from "../../model/demand.ts";
import { clockSpan, clockTime, lengthOf } from "./clock.ts";
import type { Facts, Report, Round } from "./facts.ts";
import { outside } from "./span.ts";

/** Begin and end spans, fixed departure, longest span. That a shift has begun is a fact. */
export function checkShiftTimes({ demand, begun }: Pick<Facts, "demand" | "begun">, round: Round, report: Report): void {
  const { shift, path } = round;
  const { begin, end } = round.planned;
  if (!begun.shifts.has(shift.id)) checkBegin(demand, round, report);
  if (outside(shift.ends, end) > 0) {
    const message = `Shift "${shift.id}" ends at ${clockTime(demand, end)}; it may end ${clockSpan(demand, shift.ends)}.`;
    report("end-outside-span", [...path, "end"], message, "End inside the span.");
  }
  if (end < begin) {
    const message = `Shift "${shift.id}" ends at ${clockTime(demand, end)}, before it begins at ${clockTime(demand, begin)}.`;
    report("end-before-begin", [...path, "end"], message, "End after the begin.");
  }
  if (shift.maxSpan !== undefined && end - begin > shift.maxSpan) {
    const message = `Shift "${shift.id}" lasts ${lengthOf(demand, end - begin)}, at most ${lengthOf(demand, shift.maxSpan)} is allowed.`;
    report("span-too-long", [...path, "end"], message, "Begin later, end earlier or move tasks to another shift.");
  }
}

function checkBegin(demand: Demand, { shift, planned: { begin }, path }: Round, report: Report): void {
  if (outside(shift.begins, begin) > 0) {
    const message = `Shift "${shift.id}" begins at ${clockTime(demand, begin)}; it may begin ${clockSpan(demand, shift.begins)}.`;
    report("begin-outside-span", [...path, "begin"], message, "Begin inside the span.");
  } else if (shift.fixedDeparture && shift.begins[0] !== null && begin !== shift.begins[0]) {
    const message = `Shift "${shift.id}" begins at ${clockTime(demand, begin)} and must begin at ${clockTime(demand, shift.begins[0])}.`;
    report("begin-not-fixed", [...path, "begin"], message, "Begin at the fixed departure and wait before the first task.");
  }
}

/** Longest time from begin or the end of a break to the start of the next break or the end. */
export function checkStretches(demand: Demand, round: Round, report: Report): void {
  const { shift, planned, path } = round;
  const most = shift.maxStretch;
  if (most === undefined) return;
  let since = planned.begin;
  const stretchTo = (until: number, where: readonly (string | number)[]): void => {
    if (until - since <= most) return;
    const message = `Shift "${shift.id}" goes on for ${lengthOf(demand, until - since)} without a break from ${clockTime(demand, since)}, at most ${lengthOf(demand, most)} is allowed.`;
    report("stretch-too-long", where, message, "Put a break in between or shorten the shift.");
  };
  for (const served of round.served) {
    if (served.task.kind !== "break") continue;
    stretchTo(served.planned.start, [...served.path, "start"]);
    since = served.planned.end;
  }
  stretchTo(planned.end, [...path, "end"]);
}
