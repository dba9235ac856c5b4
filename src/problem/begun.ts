/** What of the baseline has begun at `now`. */
import type { Demand } from "../model/demand.ts";
import type { PlannedShift, PlannedTask } from "../model/plan.ts";
import type { TravelColumns } from "./problem.ts";
import { ticksOf } from "./trips.ts";

export interface BegunTask {
  readonly shift: string;
  readonly planned: PlannedTask;
  /** Where it is done; null where nothing in its round has a place. */
  readonly place: number | null;
}

/** Baseline shifts that began before `now`. */
export function begunShifts({ now, baseline = [] }: Demand): ReadonlyMap<string, PlannedShift> {
  return new Map(now === undefined ? [] : baseline.filter((s) => s.begin < now).map((s) => [s.shift, s]));
}

/** Baseline tasks that started before `now`, and those that somebody has set out for (see `Demand.now`). O(size of the Demand). */
export function begunTasks(demand: Demand, travel: TravelColumns): readonly BegunTask[] {
  const { now, baseline = [] } = demand;
  if (now === undefined) return [];
  const known = new Map(demand.tasks.map((task) => [task.id, task]));
  const options = new Map(demand.shifts.map((shift) => [shift.id, shift.options]));
  const modes = new Map(demand.travel.map(({ mode }, row) => [mode, row]));
  return baseline.flatMap(({ shift, option: choice, begin, tasks }) => {
    const ways = options.get(shift);
    if (ways === undefined) return []; // the shift is gone, and with it what it did
    const { mode, from, to } = ways[choice] ?? { mode: "", from: null, to: null };
    const planned = tasks.filter(({ id }) => known.has(id));
    const places = placesOf(planned, (id) => known.get(id)!.place, from, to);
    const row = modes.get(mode) ?? 0;
    return planned.flatMap((task, i) => {
      const before = planned[i - 1];
      const there = before === undefined ? from : places[i - 1]!;
      const place = places[i]!;
      const entry = before === undefined || there !== place ? (known.get(task.id)!.stopTicks ?? 0) : 0;
      const trip = there === null || place === null || there === place ? 0 : ticksOf(travel, row, there, place);
      const due = task.start - entry - trip;
      const hasSetOut = (before?.end ?? begin) <= due && due < now;
      return task.start < now || hasSetOut ? [{ shift, planned: task, place }] : [];
    });
  });
}

/** Where the tasks of a round are done: open ones at `at`, else at the place before, else at the next place known. */
function placesOf(
  round: readonly PlannedTask[],
  ownPlace: (id: string) => Demand["tasks"][number]["place"],
  from: number | null,
  to: number | null,
): readonly (number | null)[] {
  const places: (number | null)[] = [];
  for (const { id, at } of round) {
    const own = ownPlace(id);
    const before = places.length === 0 ? from : places.at(-1)!;
    places.push(typeof own === "number" ? own : ((own === "shiftEnd" ? to : (at ?? null)) ?? before));
  }
  for (let i = places.length - 1; i >= 0; i--) places[i] ??= i === places.length - 1 ? to : places[i + 1]!;
  return places;
}
