/** Has every shift its breaks, duties and documentation, and nothing else? */
import { addDays } from "../../calendar/civil.ts";
import { tickAt } from "../../calendar/calendar.ts";
import { windowSeconds } from "../../calendar/clock.ts";
import type { ClockWindow } from "../../model/civil.ts";
import type { CaseShift } from "../../model/staff.ts";
import type { Task } from "../../model/demand.ts";
import type { Id, Tick } from "../../units.ts";
import type { Report } from "./codes.ts";
import { isContactTime } from "./contactTime.ts";
import type { Facts, PlacedTask } from "./facts.ts";
import { baseIndex, workedShifts } from "./shifts.ts";

/** Work that a shift must hold. */
interface Expected {
  readonly what: string;
  /** Undefined: whatever it is called. */
  readonly class: Id | undefined;
  readonly seconds: number;
  readonly from: Tick;
  readonly to: Tick;
  readonly isRest: boolean;
  /** Undefined: wherever one is. */
  readonly place: Task["place"] | undefined;
  /** Due where the shift is longer than this. */
  readonly exceeds: Tick;
}

export function checkDuties(facts: Facts, report: Report): void {
  const free = new Map<string, PlacedTask[]>();
  facts.demand.tasks.forEach((task, at) => {
    if (task.client !== undefined || task.kind === "care" || task.kind === "remote" || isContactTime(task)) return;
    const [shift = "", ...more] = task.who.shifts ?? [];
    const key = more.length === 0 ? shift : "";
    free.set(key, [...(free.get(key) ?? []), { task, at }]);
  });
  for (const shift of workedShifts(facts)) {
    for (const expected of expectedIn(facts, shift)) {
      const candidates = (free.get(shift.id) ?? []).filter(({ task }) => isSameWork(task, expected));
      const found = candidates.find(({ task }) => isTimely(task, expected)) ?? candidates[0];
      if (found === undefined) {
        report(
          "lost-duty",
          ["tasks"],
          `${expected.what} of ${expected.seconds / 60} minutes is missing in shift ${shift.id}.`,
          "Add a task for it.",
        );
        continue;
      }
      free.set(
        shift.id,
        (free.get(shift.id) ?? []).filter((other) => other !== found),
      );
      if (!isTimely(found.task, expected)) {
        report(
          "wrong-duty-time",
          ["tasks", found.at],
          `${expected.what} in shift ${shift.id} may lie at other times than its window leaves, or be due otherwise.`,
          "Leave it just its window, and let it be due when its shift is as long as the case says.",
        );
      }
    }
  }
  for (const { task, at } of [...free.values()].flat()) {
    report("extra-task", ["tasks", at], `Task ${task.id} is no need, break, duty or documentation of the case.`, "Leave it out.");
  }
}

function expectedIn({ of, calendar }: Facts, shift: CaseShift): Expected[] {
  const base = baseIndex(of, shift);
  const [begin, end] = inside(shift, [shift.from, shift.to]);
  const home = (at: "base" | "anywhere" | "shiftEnd" | undefined): Expected["place"] =>
    at === "shiftEnd" ? "shiftEnd" : at === "base" && base >= 0 ? base : undefined;
  const documentation = of.practice?.documentationMinutesPerShift ?? 0;
  function inside({ date }: CaseShift, window: ClockWindow): readonly [Tick, Tick] {
    const [from, to] = windowSeconds(window);
    const isNextDay = windowSeconds([shift.from, shift.to])[1] > 86400 && from < windowSeconds([shift.from, "24:00"])[0];
    const day = isNextDay ? addDays(date, 1) : date;
    return [tickAt(calendar, day, from), tickAt(calendar, day, to)];
  }
  if (shift.introducedIn !== undefined) return followed(shift, inside);
  return [
    ...(shift.breaks ?? []).map(({ minutes, window, paid, at, ifShiftExceedsMinutes = 0 }): Expected => {
      const [from, to] = inside(shift, window);
      return {
        what: paid === true ? "A pause" : "A break",
        class: undefined,
        seconds: Math.round(minutes * 60),
        from,
        to,
        isRest: paid !== true,
        place: home(at),
        exceeds: Math.round(ifShiftExceedsMinutes * 60),
      };
    }),
    ...(shift.duties ?? []).map(({ id, class: work, minutes, window, at }): Expected => {
      const [from, to] = inside(shift, window);
      return { what: `Duty ${id}`, class: work, seconds: Math.round(minutes * 60), from, to, isRest: false, place: home(at), exceeds: 0 };
    }),
    ...(documentation === 0
      ? []
      : [
          {
            what: "Documentation",
            class: undefined,
            seconds: Math.round(documentation * 60),
            from: begin,
            to: end + Math.round((shift.overtimeMinutes ?? 0) * 60),
            isRest: false,
            place: "shiftEnd" as const,
            exceeds: 0,
          },
        ]),
  ];
}

/** An introduction fills the shift around its breaks, which lie in the middle of their windows. */
function followed(shift: CaseShift, inside: (shift: CaseShift, window: ClockWindow) => readonly [Tick, Tick]): Expected[] {
  const [begin, end] = inside(shift, [shift.from, shift.to]);
  const work = (from: Tick, to: Tick): Expected[] =>
    to > from
      ? [
          {
            what: "An introduction",
            class: undefined,
            seconds: to - from,
            from,
            to,
            isRest: false,
            place: undefined,
            exceeds: Number.POSITIVE_INFINITY,
          },
        ]
      : [];
  const expected: Expected[] = [];
  let at = begin;
  const pauses = (shift.breaks ?? []).map((pause) => ({ pause, window: inside(shift, pause.window) }));
  for (const { pause, window } of pauses.toSorted((a, b) => a.window[0] - b.window[0])) {
    const seconds = Math.round(pause.minutes * 60);
    const middle = Math.round((window[0] + window[1] - seconds) / 2);
    const from = Math.max(at, Math.min(middle, end - seconds));
    const what = pause.paid === true ? "A pause" : "A break";
    const exceeds = Math.round((pause.ifShiftExceedsMinutes ?? 0) * 60);
    expected.push(...work(at, from), {
      what,
      class: undefined,
      seconds,
      from,
      to: from + seconds,
      isRest: pause.paid !== true,
      place: undefined,
      exceeds,
    });
    at = from + seconds;
  }
  return [...expected, ...work(at, end)];
}

const isSameWork = (task: Task, { class: work, seconds, isRest, place }: Expected): boolean =>
  (task.kind === "break") === isRest &&
  (work === undefined || task.class === work) &&
  task.duration.min === seconds &&
  task.duration.max === seconds &&
  (place === undefined ? task.place === "neighbour" || task.place === "anywhere" : task.place === place);

/** At any time of its window and no other, and due just when it is. */
const isTimely = ({ slots, required }: Task, { seconds, from, to, exceeds }: Expected): boolean =>
  slots.every(({ start, end }) => start[0] === from && start[1] === Math.max(from, to - seconds) && end === undefined) &&
  (exceeds === Number.POSITIVE_INFINITY || (typeof required === "object" && required.whenShiftExceeds === exceeds));
