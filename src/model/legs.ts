/** The ways of a round, read off a Demand: from where to where, setting out when, how long and how far. */
import type { Id, Tick } from "../units.ts";
import type { Demand, ShiftOption, Task, Travel } from "./demand.ts";
import type { PlannedShift } from "./plan.ts";
import { tripMetres, tripTicks } from "./trip.ts";

/** The way to one task of a round, or from its last task to where the round ends. */
export interface Leg {
  /** Places; null: nowhere in particular, and then there is no travel. */
  readonly from: number | null;
  readonly to: number | null;
  /** Earliest tick at which one can set out. */
  readonly departs: Tick;
  readonly ticks: Tick;
  /** null where the Demand has no distances. */
  readonly metres: number | null;
}

/** What a round is done with. Throws RangeError where the plan names a shift, option or mode that the Demand lacks. */
export function wayOf(
  demand: Pick<Demand, "travel">,
  shift: { readonly options: readonly ShiftOption[] } | undefined,
  planned: PlannedShift,
): { readonly option: ShiftOption; readonly travel: Travel } {
  const option = shift?.options[planned.option];
  const travel = demand.travel.find((t) => t.mode === option?.mode);
  if (option === undefined || travel === undefined) {
    throw new RangeError(`Shift ${planned.shift} with option ${planned.option} is not in the Demand.`);
  }
  return { option, travel };
}

/** A leg per task in the order served, and one back. O(tasks + size of the baseline where there is a `now`). */
export function legsOf(
  demand: Demand,
  tasks: ReadonlyMap<Id, Task>,
  planned: PlannedShift,
  { option, travel }: ReturnType<typeof wayOf>,
): readonly Leg[] {
  const places = resolvePlaces(planned, tasks, option);
  const isWayOfBaseline = waysOfBaseline(demand, tasks, planned);
  return [...places, option.to].map((to, i) => {
    const from = i === 0 ? option.from : (places[i - 1] ?? null);
    const free = planned.tasks[i - 1]?.end ?? planned.begin;
    const departs = isWayOfBaseline(i) ? free : Math.max(free, demand.now ?? free);
    if (from === null || to === null) return { from, to, departs, ticks: 0, metres: 0 };
    return { from, to, departs, ticks: tripTicks(demand, travel, from, to, departs), metres: tripMetres(travel, from, to) };
  });
}

/**
 * Per task of the round, and for its end: does the baseline go there from the same task? Then that way may have begun before `now`.
 * O(size of the baseline).
 */
function waysOfBaseline({ now, baseline }: Demand, known: ReadonlyMap<Id, Task>, { shift, tasks }: PlannedShift): (i: number) => boolean {
  if (now === undefined) return () => true;
  const was = baseline?.findLast((round) => round.shift === shift)?.tasks.filter(({ id }) => known.has(id));
  if (was === undefined) return () => false;
  const rowOf = new Map(was.map(({ id }, row) => [id, row]));
  return (i) => {
    const before = tasks[i - 1];
    const row = before === undefined ? -1 : rowOf.get(before.id);
    return row !== undefined && was[row + 1]?.id === tasks[i]?.id;
  };
}

/** Where each task of a round is done; null: nowhere in particular. */
function resolvePlaces(planned: PlannedShift, tasks: ReadonlyMap<Id, Task>, option: ShiftOption): (number | null)[] {
  const stated = planned.tasks.map(({ id, at }) => {
    const place = (tasks.get(id) as Task).place;
    if (typeof place === "number") return place;
    return place === "shiftEnd" ? option.to : (at ?? null);
  });
  const places: (number | null)[] = [];
  let before = option.from;
  stated.forEach((place, i) => {
    before = place ?? before ?? stated.slice(i).find((p) => p !== null) ?? null;
    places.push(before);
  });
  return places;
}
