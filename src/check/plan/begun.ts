/** What of the baseline has begun at `Demand.now`: facts that a plan keeps, and that are not judged again. */
import type { Id } from "../../units.ts";
import type { Begun, BegunTask, Names, Report } from "./facts.ts";
import { placesOf } from "./places.ts";
import { baseTicks } from "./travel.ts";

const SILENT: Report = () => {};

/** O(size of the baseline). */
export function begunOf({ demand, tasks, shifts, travel }: Pick<Names, "demand" | "tasks" | "shifts" | "travel">): Begun {
  const { now, baseline = [] } = demand;
  const begun = { shifts: new Set<Id>(), tasks: new Map<Id, BegunTask>() };
  for (const was of now === undefined ? [] : baseline) {
    const shift = shifts.get(was.shift);
    if (shift === undefined) continue; // it is gone, and with it what it did
    const option = shift.options[was.option] ?? { mode: "", from: null, to: null };
    if (was.begin < now!) begun.shifts.add(was.shift);
    const trips = travel.get(option.mode);
    const entries = was.tasks.flatMap((planned) => {
      const task = tasks.get(planned.id);
      return task === undefined ? [] : [{ task, planned, path: [] }];
    });
    const places = placesOf(entries, option, trips?.placeCount ?? 0, SILENT);
    let [free, from] = [was.begin, option.from];
    for (const [i, { task, planned }] of entries.entries()) {
      const place = places[i] ?? null;
      const entry = i === 0 || place !== from ? (task.stopTicks ?? 0) : 0;
      const due = planned.start - entry - (trips === undefined || from === null || place === null || from === place ? 0 : baseTicks(trips, from, place));
      // Who waits sets out as late as will do. One who would come too late all the same has not done so by this baseline.
      if (planned.start < now! || (free <= due && due < now!)) begun.tasks.set(task.id, { shift: was.shift, planned, place });
      [free, from] = [planned.end, place];
    }
  }
  return begun;
}
