/** What of the baseline has begun at `Demand.now`: facts that a plan keeps, and that are not judged again. */
import type { PlannedTask } from "../../model/plan.ts";
import type { Id } from "../../units.ts";
import type { Names, Report } from "./facts.ts";
import { placesOf } from "./places.ts";
import { baseTicks } from "./travel.ts";

export interface BegunTask {
  readonly shift: Id;
  readonly planned: PlannedTask;
  /** Where it is done; null where nothing in its round has a place. */
  readonly place: number | null;
}

export interface Begun {
  /** Shifts that began before now. */
  readonly shifts: ReadonlySet<Id>;
  /** Tasks that started before now, and those that somebody has set out for. */
  readonly tasks: ReadonlyMap<Id, BegunTask>;
}

const SILENT: Report = () => {};

/** O(size of the baseline). */
export function begunOf({ demand, tasks, shifts, travel }: Pick<Names, "demand" | "tasks" | "shifts" | "travel">): Begun {
  const { now, baseline = [] } = demand;
  const begun = { shifts: new Set<Id>(), tasks: new Map<Id, BegunTask>() };
  for (const was of now === undefined ? [] : baseline) {
    if (was.begin < now!) begun.shifts.add(was.shift);
    const option = shifts.get(was.shift)?.options[was.option] ?? { mode: "", from: null, to: null };
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
