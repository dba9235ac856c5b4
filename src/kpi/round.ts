/**
 * A round (*tur*) walked from begin to end: what happens when. The base of every measure of time, and of the drawing.
 * Written from the rules of the Demand and from nothing else. The pieces lie end to end and fill begin to end; in a
 * plan that breaks its Demand's times a wait may be negative.
 */
import type { Demand, Shift, ShiftOption, Task } from "../model/demand.ts";
import { type Leg, legsOf, wayOf } from "../model/legs.ts";
import type { PlannedShift } from "../model/plan.ts";
import type { Tick } from "../units.ts";
import type { Lookup } from "./lookup.ts";

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
  const way = wayOf(demand, look.shifts.get(planned.shift), planned);
  const shift = look.shifts.get(planned.shift) as Shift;
  const legs = legsOf(demand, look.tasks, planned, way);
  const pieces: Piece[] = [];
  let clock = planned.begin;
  let stops = 0;
  const spend = (activity: Activity, until: Tick, rest: Pick<Piece, "task" | "metres"> = {}): void => {
    if (until !== clock) pieces.push({ activity, begin: clock, end: until, ...rest });
    clock = until;
  };
  const go = ({ departs, ticks, metres }: Leg): void => {
    spend("waiting", departs);
    spend("travel", departs + ticks, { metres });
  };
  let atClient = false;
  planned.tasks.forEach(({ id, start, end }, i) => {
    const task = look.tasks.get(id) as Task;
    const leg = legs[i] as Leg;
    const newStop = i === 0 || leg.to !== leg.from;
    go(leg);
    spend("waiting", start - (newStop ? (task.stopTicks ?? 0) : 0));
    spend("entry", start, { task });
    spend(activityOf(task), end, { task });
    if (newStop) atClient = false;
    if (task.kind === "care" && !atClient) {
      stops++;
      atClient = true;
    }
  });
  go(legs[planned.tasks.length] as Leg);
  spend("waiting", planned.end);
  return { shift, option: way.option, planned, pieces, stops };
}
