/** What has begun may not change, and nothing else may begin in the past. */
import type { Demand } from "../../model/demand.ts";
import type { PlannedShift } from "../../model/plan.ts";
import type { Id, Tick } from "../../units.ts";
import { clockTime } from "./clock.ts";
import type { BegunTask, Facts, Report, Round } from "./facts.ts";

/** The freeze at `Demand.now` against the baseline. Shifts and tasks that the demand no longer has are not looked at. */
export function checkNow(facts: Facts, report: Report): void {
  const { now, baseline = [] } = facts.demand;
  if (now === undefined) return;
  const { begun } = facts;
  for (const shift of baseline) checkShift(facts, shift, now, report);
  for (const task of begun.tasks.values()) checkTask(facts, task, report);
  for (const round of facts.rounds) if (!begun.shifts.has(round.shift.id)) checkBegin(facts.demand, round, now, report);
  for (const { task, planned, path } of facts.servedOf.values()) {
    if (planned.start >= now || begun.tasks.has(task.id)) continue;
    const message = `Task "${task.id}" starts at ${clockTime(facts.demand, planned.start)}, before now, ${clockTime(facts.demand, now)}.`;
    report("start-before-now", [...path, "start"], message, "Start it at or after now.");
  }
}

function checkShift(facts: Facts, was: PlannedShift, now: Tick, report: Report): void {
  const round = facts.roundOf.get(was.shift);
  if (round === undefined || was.begin >= now) return;
  const { begin, option } = round.planned;
  if (begin === was.begin && option === was.option) return;
  const message = `Shift "${was.shift}" had begun at ${clockTime(facts.demand, was.begin)} by option ${was.option}; it cannot begin at ${clockTime(facts.demand, begin)} by option ${option}.`;
  report("frozen-shift", round.path, message, "Keep begin and option.");
}

function checkBegin(demand: Demand, { shift, planned, path }: Round, now: Tick, report: Report): void {
  const latest = (shift.fixedDeparture ? shift.begins[0] : null) ?? shift.begins[1] ?? now;
  if (planned.begin >= Math.min(latest, now)) return;
  const message = `Shift "${shift.id}" had not begun and begins at ${clockTime(demand, planned.begin)}, before now, ${clockTime(demand, now)}.`;
  report("begin-before-now", [...path, "begin"], message, "Begin at now or after it, or at the latest begin if that is over.");
}

/**
 * When a person who is free at a time after task `from` sets out for task `to` (undefined: the begin, the end of the round): not in
 * the past, unless the baseline goes the same way; or to something that has begun, and this way goes to something that has, or home: what is
 * left out in between is another issue. `was`: the shift in the baseline. O(its tasks).
 */
export function departures(
  { demand: { now }, tasks, begun }: Pick<Facts, "demand" | "tasks" | "begun">,
  was: PlannedShift | undefined,
): (from: Id | undefined, to: Id | undefined, time: Tick) => Tick {
  if (now === undefined) return (_from, _to, time) => time;
  const next = new Map<Id | undefined, Id | undefined>();
  let before: Id | undefined;
  for (const { id } of was?.tasks ?? []) {
    if (!tasks.has(id)) continue;
    next.set(before, id);
    before = id;
  }
  if (was !== undefined) next.set(before, undefined);
  const hasBegun = (id: Id | undefined): boolean => id !== undefined && begun.tasks.has(id);
  return (from, to, time) => {
    if (time >= now || !next.has(from)) return Math.max(time, now);
    const then = next.get(from);
    return then === to || (hasBegun(then) && (to === undefined || hasBegun(to))) ? time : now;
  };
}

function checkTask(facts: Facts, { shift, planned: was, place }: BegunTask, report: Report): void {
  const served = facts.servedOf.get(was.id);
  if (served === undefined) {
    if (facts.mentioned.has(was.id)) return;
    report("frozen-task", ["unserved"], `Task "${was.id}" has begun on shift "${shift}" and is no longer served.`, "Keep it.");
    return;
  }
  const { planned, round, path } = served;
  const isThere = place === null || planned.at === undefined || planned.at === was.at || planned.at === place;
  if (round.shift.id === shift && planned.slot === was.slot && planned.start === was.start && planned.end === was.end && isThere) return;
  const [start, end] = [was.start, was.end].map((tick) => clockTime(facts.demand, tick));
  const message = `Task "${was.id}" has begun: shift "${shift}", slot ${was.slot}, from ${start} to ${end}${was.at === undefined ? "" : `, at ${was.at}`}.`;
  report("frozen-task", path, message, "Keep shift, slot, place, start and end.");
}
