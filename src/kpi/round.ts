/**
 * A round (*tur*) walked from begin to end: what happens when. The base of every measure of time, and of the drawing.
 * Written from the rules of the Demand and from nothing else. The pieces lie end to end and fill begin to end; in a
 * plan that breaks its Demand's times a wait may be negative.
 */
import type { Demand, Shift, ShiftOption, Task } from "../model/demand.ts";
import type { PlannedShift } from "../model/plan.ts";
import type { Tick } from "../units.ts";
import type { Lookup } from "./lookup.ts";
import { tripMetres, tripTicks } from "./trip.ts";

/** "rast": the unpaid rest. "pause": a paid break. "duty": every other task that is not for a client. */
export type Activity = "travel" | "waiting" | "entry" | "client" | "remote" | "documentation" | "duty" | "pause" | "rast";

export interface Piece {
  readonly activity: Activity;
  readonly begin: Tick;
  readonly end: Tick;
  /** The task done; for entry the task entered for. */
  readonly task?: Task;
  /** Of travel: null where the Demand has no distances. */
  readonly metres?: number | null;
}

export interface Round {
  readonly shift: Shift;
  readonly option: ShiftOption;
  readonly planned: PlannedShift;
  readonly pieces: readonly Piece[];
  /** Stops at clients: consecutive care tasks at one place are one. */
  readonly stops: number;
}

/** Classes of paid breaks. */
const PAUSES: readonly string[] = ["pause", "paidBreak"];

/** What a task is in the account of paid time. */
export function activityOf(task: Task): Activity {
  if (task.kind === "break") return "rast";
  if (task.kind === "care") return "client";
  if (task.kind === "remote") return "remote";
  if (task.class === "documentation") return "documentation";
  return PAUSES.includes(task.class) ? "pause" : "duty";
}

/** Walks one round. O(tasks). Throws RangeError where the plan names an option or mode that the Demand lacks. */
export function walkRound(demand: Demand, look: Pick<Lookup, "tasks" | "shifts">, planned: PlannedShift): Round {
  const shift = look.shifts.get(planned.shift);
  const option = shift?.options[planned.option];
  const travel = demand.travel.find((t) => t.mode === option?.mode);
  if (shift === undefined || option === undefined || travel === undefined) {
    throw new RangeError(`Shift ${planned.shift} with option ${planned.option} is not in the Demand.`);
  }
  const tasks = planned.tasks.map((t) => look.tasks.get(t.id) as Task);
  const places = resolvePlaces(planned, tasks, option);
  const isWayOfBaseline = waysOfBaseline(demand, look, planned);
  const pieces: Piece[] = [];
  let clock = planned.begin;
  let stops = 0;
  const spend = (activity: Activity, until: Tick, rest: Pick<Piece, "task" | "metres"> = {}): void => {
    if (until !== clock) pieces.push({ activity, begin: clock, end: until, ...rest });
    clock = until;
  };
  const go = (from: number | null, to: number | null, i: number): void => {
    if (!isWayOfBaseline(i)) spend("waiting", Math.max(clock, demand.now ?? clock));
    if (from === null || to === null) return;
    spend("travel", clock + tripTicks(demand, travel, from, to, clock), { metres: tripMetres(travel, from, to) });
  };
  let place = option.from;
  let atClient = false;
  planned.tasks.forEach(({ start, end }, i) => {
    const task = tasks[i] as Task;
    const here = places[i] ?? null;
    const newStop = i === 0 || here !== (places[i - 1] ?? null);
    go(place, here, i);
    spend("waiting", start - (newStop ? (task.stopTicks ?? 0) : 0));
    spend("entry", start, { task });
    spend(activityOf(task), end, { task });
    if (newStop) atClient = false;
    if (task.kind === "care" && !atClient) {
      stops++;
      atClient = true;
    }
    place = here ?? place;
  });
  go(place, option.to, planned.tasks.length);
  spend("waiting", planned.end);
  return { shift, option, planned, pieces, stops };
}

/**
 * Per task of the round, and for its end: does the baseline go there from the same task? Then that way may have begun before `now`.
 * O(size of the baseline).
 */
function waysOfBaseline({ now, baseline }: Demand, look: Pick<Lookup, "tasks">, { shift, tasks }: PlannedShift): (i: number) => boolean {
  if (now === undefined) return () => true;
  const was = baseline?.findLast((round) => round.shift === shift)?.tasks.filter(({ id }) => look.tasks.has(id));
  if (was === undefined) return () => false;
  const rowOf = new Map(was.map(({ id }, row) => [id, row]));
  return (i) => {
    const before = tasks[i - 1];
    const row = before === undefined ? -1 : rowOf.get(before.id);
    return row !== undefined && was[row + 1]?.id === tasks[i]?.id;
  };
}

/** Where each task of a round is done; null: nowhere in particular. */
function resolvePlaces(planned: PlannedShift, tasks: readonly Task[], option: ShiftOption): (number | null)[] {
  const stated = planned.tasks.map(({ at }, i) => {
    const place = (tasks[i] as Task).place;
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
