/** Is every task left the times that any way of planning leaves it: around its planned time, or in all of its promised span? */
import { tickAt } from "../../calendar/calendar.ts";
import { clockSeconds, windowSeconds } from "../../calendar/clock.ts";
import type { Need } from "../../model/case.ts";
import type { CivilDate } from "../../model/civil.ts";
import type { Slot, Task } from "../../model/demand.ts";
import type { Span, Tick } from "../../units.ts";
import type { Report } from "./codes.ts";
import { type Due, mayMoveTo } from "./due.ts";
import { type Facts, firstTask, type PlacedTask, secondsLater } from "./facts.ts";

/** Of a task that serves several occurrences nothing is asked: their spans may have little in common. */
export function checkRoom(facts: Facts, { task, at }: PlacedTask, dues: readonly Due[], report: Report): void {
  const [due, ...others] = dues;
  if (due === undefined || others.length > 0) return;
  const later = firstTask(facts, due) === task ? 0 : secondsLater(due);
  const [from, to] = leastSpan(due, Math.round((facts.of.practice?.toleranceMinutes ?? 15) * 60));
  const shut = daysToLeave(facts, due).find((date) => {
    const [opens, closes] = [from, to].map((seconds) => tickAt(facts.calendar, date, seconds) + later) as [Tick, Tick];
    return !task.slots.some((slot) => isOpen(slot, task.duration, opens, closes));
  });
  if (shut === undefined) return;
  report(
    "promise-too-narrow",
    ["tasks", at, "slots"],
    `Task ${task.id} may not start at all times that ${due.id} leaves open on ${shut}: ${clock(from)} to ${clock(to)}.`,
    "Leave the promised span open, or what tolerance leaves around the planned time.",
  );
}

/** Whenever it starts from `opens` to `closes`, it may last as short and as long as it may at all. */
function isOpen({ start, end = [null, null] }: Slot, { min, max }: Task["duration"], opens: Tick, closes: Tick): boolean {
  return covers(start, opens, closes) && covers(end, opens + min, closes + max);
}

const covers = ([from, to]: Span, first: Tick, last: Tick): boolean => (from === null || from <= first) && (to === null || to >= last);

/** The day named; where only the week is, every day on which it may be. */
function daysToLeave({ of, dates }: Facts, due: Due): readonly CivilDate[] {
  const { per, times, weekdays } = due.need.often;
  return per === "day" || weekdays?.length === times ? [due.date] : dates.filter((date) => mayMoveTo(of, due, date));
}

/** Seconds on the clock. A span over midnight is planned in its middle where nobody says when. */
function leastSpan({ need, nth }: Due, tolerance: number): readonly [from: number, to: number] {
  const [from, to] = windowSeconds(need.window);
  const parts = need.often.per === "week" ? 1 : need.often.times;
  const before = ((to - from) * (parts === 1 ? 0 : nth - 1)) / parts;
  const [opens, closes] = [from + Math.round(before), from + Math.round(before + (to - from) / parts)];
  const planned = plannedSeconds(need, from, to, before) ?? (to > 86400 ? Math.round((opens + closes) / 2) : undefined);
  if (planned === undefined) return [opens, closes];
  const middle = Math.max(opens, Math.min(closes, planned));
  return [Math.max(opens, middle - tolerance), Math.min(closes, middle + tolerance)];
}

function plannedSeconds({ plannedAt }: Need, from: number, to: number, later: number): number | undefined {
  if (plannedAt === undefined) return undefined;
  const stated = clockSeconds(plannedAt);
  return (stated < from && stated + 86400 <= to ? stated + 86400 : stated) + Math.round(later);
}

const clock = (seconds: number): string =>
  [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60].map((part) => String(part).padStart(2, "0")).join(":");
