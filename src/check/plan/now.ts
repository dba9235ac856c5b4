/** What has begun may not change. */
import type { PlannedShift, PlannedTask } from "../../model/plan.ts";
import type { Id, Tick } from "../../units.ts";
import { clockTime } from "./clock.ts";
import type { Facts, Report } from "./facts.ts";

/** The freeze at `Demand.now` against the baseline. Shifts and tasks that the demand no longer has are not looked at. */
export function checkNow(facts: Facts, report: Report): void {
  const { now, baseline = [] } = facts.demand;
  if (now === undefined) return;
  const frozen = new Set<Id>();
  for (const shift of baseline) {
    checkShift(facts, shift, now, report);
    for (const task of shift.tasks) {
      if (task.start >= now || !facts.tasks.has(task.id)) continue;
      frozen.add(task.id);
      checkTask(facts, shift, task, report);
    }
  }
  for (const { task, planned, path } of facts.servedOf.values()) {
    if (planned.start >= now || frozen.has(task.id)) continue;
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

function checkTask(facts: Facts, shift: PlannedShift, was: PlannedTask, report: Report): void {
  const served = facts.servedOf.get(was.id);
  if (served === undefined) {
    if (facts.mentioned.has(was.id)) return;
    report("frozen-task", ["unserved"], `Task "${was.id}" has begun on shift "${shift.shift}" and is no longer served.`, "Keep it.");
    return;
  }
  const { planned, round, path } = served;
  if (round.shift.id === shift.shift && planned.slot === was.slot && planned.start === was.start && planned.end === was.end) return;
  const [start, end] = [was.start, was.end].map((tick) => clockTime(facts.demand, tick));
  const message = `Task "${was.id}" has begun: shift "${shift.shift}", slot ${was.slot}, from ${start} to ${end}.`;
  report("frozen-task", path, message, "Keep shift, slot, start and end.");
}
