/** The rounds laid as a Plan: a witness that everything can be done. */
import { type Calendar, calendarOf, tickAt } from "../../calendar/calendar.ts";
import { addDays, isoWeekOf, weekdayOf } from "../../calendar/civil.ts";
import type { Case, Need } from "../../model/case.ts";
import type { CivilDate } from "../../model/civil.ts";
import type { Demand, Task } from "../../model/demand.ts";
import { hashOf } from "../../model/hash.ts";
import type { Plan, PlannedShift, PlannedTask } from "../../model/plan.ts";
import type { Id, Tick } from "../../units.ts";
import type { WorkedRound } from "../roster.ts";
import { plannerMinutes } from "../shifts.ts";
import { shiftId } from "./rounds.ts";
import type { Piece } from "./round.ts";

/** The plan; whatever of the demand the rounds do not know is left out. Travel by the first mode. O(tasks + shifts). */
export function witnessOf(town: Case, rounds: readonly WorkedRound[], demand: Demand): Plan {
  const tasks = new Map(demand.tasks.map((task) => [task.id, task]));
  const needs = new Map(town.needs.map((need) => [need.id, need]));
  const calendar = calendarOf(town);
  const shifts = rounds.flatMap((round) => plannedShift(round, needs, tasks, calendar) ?? []);
  const served = new Set(shifts.flatMap((shift) => shift.tasks.map(({ id }) => id)));
  return {
    version: 1,
    demandHash: hashOf(demand),
    shifts,
    unserved: demand.tasks.filter(({ id }) => !served.has(id)).map(({ id }) => id),
    origin: { tool: "hemtur/sample" },
  };
}

/** A shift is used where any of its visits is due. */
function plannedShift(worked: WorkedRound, needs: ReadonlyMap<Id, Need>, tasks: ReadonlyMap<Id, Task>, calendar: Calendar): PlannedShift | undefined {
  const { date, line, end, frame } = worked;
  const at = (minutes: number): Tick => tickAt(calendar, date, minutes * 60);
  const shift = shiftId(worked.person, worked);
  const planner = plannerMinutes(worked);
  const entries: readonly (readonly [id: Id, minutes: number])[] = [
    ...worked.round.pieces.map((piece) => [taskId(piece, shift, date, needs), piece.start] as const),
    [`${shift}/duty:planner`, frame.back],
    [`${shift}/documentation`, frame.back + planner],
  ];
  const planned = entries.flatMap(([id, minutes]): PlannedTask[] => {
    const task = tasks.get(id);
    return task === undefined ? [] : [plannedTask(task, at(minutes))];
  });
  const isUsed = planned.some(({ id }) => tasks.get(id)?.client !== undefined);
  return isUsed ? { shift, option: 0, begin: at(line.begin), end: at(end), tasks: planned } : undefined;
}

function plannedTask({ id, slots, duration: { min, max, value } }: Task, start: Tick): PlannedTask {
  const slot = slots.findIndex(({ start: [from, to] }) => (from ?? -Infinity) <= start && start <= (to ?? Infinity));
  // Where a length may be chosen, the template is the last point of its value.
  const template = value?.points[value.points.length - 1]?.[0] ?? max;
  return { id, slot: Math.max(0, slot), start, end: start + Math.min(Math.max(template, min), max) };
}

/** What a Demand calls a piece of work. */
function taskId({ id, kind, isNextDay = false }: Piece, shift: Id, date: CivilDate, needs: ReadonlyMap<Id, Need>): Id {
  const need = needs.get(id);
  if (kind === "break") return `${shift}/${id}`;
  if (kind === "duty") return `${shift}/duty:${id}`;
  if (need === undefined) return id;
  return `${occurrenceOf(need, addDays(date, isNextDay ? 1 : 0))}${kind === "second" ? "/second" : ""}`;
}

/** As `Recurrence` names it. `date`: the day it is done. */
function occurrenceOf({ id, often, agreedDays = [1, 2, 3, 4, 5, 6, 7] }: Need, date: CivilDate): Id {
  if (often.per === "day") return `${id}@${date}#1`;
  const nominal = often.weekdays ?? Array.from({ length: often.times }, (_, k) => agreedDays[Math.floor(((2 * k + 1) * agreedDays.length) / (2 * often.times))]);
  return `${id}@${isoWeekOf(date)}#${nominal.indexOf(weekdayOf(date)) + 1}`;
}
