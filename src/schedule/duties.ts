/** Work in a shift that is not a client's: breaks, duties, documentation. The same for every model. */
import { type Calendar, ticksOf } from "../calendar/calendar.ts";
import type { Case } from "../model/case.ts";
import type { Break, Duty } from "../model/staff.ts";
import type { Task } from "../model/demand.ts";
import { baseOf, type StaffedShift, shiftTicks, staffedShifts, windowInShift } from "./staff.ts";

/** Class of an introduction in a Demand. */
export const INTRODUCTION = "introduction";

/** Tasks of every staffed shift, in the order of shifts: breaks, duties, documentation. */
export const dutyTasks = (of: Case, calendar: Calendar): Task[] =>
  staffedShifts(of).flatMap((shift) => {
    const place = placesFor(of, shift);
    if (shift.introducedIn !== undefined) return introduction(shift, place, calendar);
    return [
      ...(shift.breaks ?? []).map((pause, i) => breakTask(shift, pause, i + 1, place, calendar)),
      ...(shift.duties ?? []).map((duty) => dutyTask(shift, duty, place, calendar)),
      ...documentation(of, shift, calendar),
    ];
  });

type Places = (at: "base" | "anywhere" | "shiftEnd") => Task["place"];

function placesFor(of: Case, shift: StaffedShift): Places {
  const team = shift.team ?? of.staff.find(({ id }) => id === shift.staff)?.team;
  const base = baseOf(of, shift, team);
  return (at) => (at === "base" ? (base ?? "neighbour") : at === "anywhere" ? "neighbour" : at);
}

function breakTask(shift: StaffedShift, pause: Break, nth: number, place: Places, calendar: Calendar): Task {
  const kind = pause.paid === true ? "other" : "break";
  return {
    ...inShift(shift, pause.minutes, windowInShift(shift, pause.window, calendar)),
    id: `${shift.id}/break${nth}`,
    kind,
    class: kind === "break" ? "break" : "pause",
    place: place(pause.at ?? "anywhere"),
    required: { whenShiftExceeds: ticksOf(pause.ifShiftExceedsMinutes ?? 0) },
  };
}

const dutyTask = (shift: StaffedShift, duty: Duty, place: Places, calendar: Calendar): Task => ({
  ...inShift(shift, duty.minutes, windowInShift(shift, duty.window, calendar)),
  id: `${shift.id}/duty:${duty.id}`,
  kind: duty.at === "base" ? "base" : "other",
  class: duty.class,
  place: place(duty.at ?? "anywhere"),
});

/** Following another's round from begin to end, with breaks in the middle of their windows, wherever the two are. */
function introduction(shift: StaffedShift, place: Places, calendar: Calendar): Task[] {
  const [begin, end] = shiftTicks(shift, calendar);
  const pauses = (shift.breaks ?? [])
    .map((pause, i) => ({ task: breakTask(shift, { ...pause, at: "anywhere" }, i + 1, place, calendar), window: windowInShift(shift, pause.window, calendar) }))
    .sort((a, b) => a.window[0] - b.window[0]);
  const tasks: Task[] = [];
  let free = begin;
  for (const [k, { task, window }] of pauses.entries()) {
    const ticks = task.duration.min;
    const from = Math.max(free, Math.min(Math.round((window[0] + window[1] - ticks) / 2), end - ticks));
    tasks.push(...following(shift, k + 1, free, from), { ...task, slots: [{ start: [from, from] }] });
    free = from + ticks;
  }
  return [...tasks, ...following(shift, pauses.length + 1, free, end)];
}

/** Left out only where the person may not work at all: it costs more than any visit. */
const following = (shift: StaffedShift, nth: number, from: number, to: number): Task[] =>
  to <= from
    ? []
    : [
        {
          id: `${shift.id}/introduction${nth}`,
          kind: "other",
          class: INTRODUCTION,
          place: "neighbour",
          slots: [{ start: [from, from] }],
          duration: { min: to - from, max: to - from },
          who: { shifts: [shift.id] },
          required: false,
          priority: 5,
          unservedCost: to - from,
        },
      ];

function documentation(of: Case, shift: StaffedShift, calendar: Calendar): Task[] {
  const minutes = of.practice?.documentationMinutesPerShift ?? 0;
  if (minutes === 0) return [];
  const [begin, end] = shiftTicks(shift, calendar);
  const latest = end + ticksOf(shift.overtimeMinutes ?? 0);
  return [
    {
      ...inShift(shift, minutes, [begin, latest]),
      id: `${shift.id}/documentation`,
      kind: "other",
      class: "documentation",
      place: "shiftEnd",
    },
  ];
}

/** Work of `minutes` wholly inside `[from, to]`, due whenever the shift is used. */
function inShift(
  shift: StaffedShift,
  minutes: number,
  [from, to]: readonly [number, number],
): Omit<Task, "id" | "kind" | "class" | "place"> {
  const ticks = ticksOf(minutes);
  return {
    slots: [{ start: [from, Math.max(from, to - ticks)] }],
    duration: { min: ticks, max: ticks },
    who: { shifts: [shift.id] },
    required: { whenShiftExceeds: 0 },
    priority: 5,
    unservedCost: 0,
  };
}
