/** May each task start only when its client was promised it? */
import { tickAt } from "../../calendar/calendar.ts";
import { windowSeconds } from "../../calendar/clock.ts";
import type { CivilDate } from "../../model/civil.ts";
import type { Slot } from "../../model/demand.ts";
import type { Report } from "./codes.ts";
import { type Due, mayMoveTo } from "./due.ts";
import { type Facts, firstTask, type PlacedTask, secondsLater } from "./facts.ts";

export function checkPromise(facts: Facts, { task, at }: PlacedTask, due: Due, report: Report): void {
  const later = firstTask(facts, due) === task ? 0 : secondsLater(due);
  task.slots.forEach((slot, i) => {
    if (startsWithin(facts, slot, due, due.date, later)) return;
    const dates = facts.dates.filter((date) => startsWithin(facts, slot, due, date, later));
    const path = ["tasks", at, "slots", i, "start"];
    if (dates.length === 0) {
      report(
        "outside-promise",
        path,
        `Task ${task.id} may start outside what was promised for ${due.id}: ${due.need.window.join(" to ")}.`,
        "Keep to the promised span.",
      );
    } else if (!dates.some((date) => mayMoveTo(facts.of, due, date))) {
      report(
        "day-not-agreed",
        path,
        `Task ${task.id} may start on ${dates[0]}, which is not agreed for ${due.id}.`,
        "Keep to agreed days on which the client is at home.",
      );
    }
  });
}

function startsWithin({ calendar }: Facts, { start: [earliest, latest] }: Slot, due: Due, date: CivilDate, later: number): boolean {
  if (earliest === null || latest === null) return false;
  const [from, to] = promised(due);
  return earliest >= tickAt(calendar, date, from) + later && latest <= tickAt(calendar, date, to) + later;
}

/** Clock span of the promise: the nth part of the window; what is free and comes once a day, also 07 to 22. */
function promised({ need, nth }: Due): readonly [from: number, to: number] {
  const [from, to] = windowSeconds(need.window);
  const parts = need.often.per === "week" ? 1 : need.often.times;
  if (parts > 1) return [from + Math.round(((to - from) * (nth - 1)) / parts), from + Math.round(((to - from) * nth) / parts)];
  return need.timing === "free" ? [Math.min(from, 7 * 3600), Math.max(to, 22 * 3600)] : [from, to];
}
