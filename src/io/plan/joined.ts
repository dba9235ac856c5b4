/** Case, Demand and Plan joined for writing: rounds in order, each task with its way, its needs and who else is there. */
import { type Instant, instantsOf } from "../../calendar/instant.ts";
import { UsageError } from "../../errors.ts";
import type { Case, Need } from "../../model/case.ts";
import type { Demand, Shift, Task } from "../../model/demand.ts";
import { hashOf } from "../../model/hash.ts";
import { type Leg, legsOf, wayOf } from "../../model/legs.ts";
import type { Place } from "../../model/place.ts";
import type { Plan, PlannedShift, PlannedTask } from "../../model/plan.ts";
import type { Id, Tick } from "../../units.ts";
import { type Partner, partnersOf } from "./partners.ts";

export interface Joined {
  readonly town: Case;
  readonly demand: Demand;
  readonly demandHash: string;
  /** By begin, then by shift id. */
  readonly rounds: readonly JoinedRound[];
  /** By the first tick at which they may start (open: last), then as in the Demand. */
  readonly unserved: readonly Task[];
  readonly instant: (tick: Tick) => Instant;
  readonly place: (index: number | null) => Place | undefined;
  /** Needs that a task serves, each once. */
  readonly needs: (task: Task) => readonly Need[];
}

export interface JoinedRound {
  readonly shift: Shift;
  readonly planned: PlannedShift;
  readonly mode: Id;
  readonly tasks: readonly JoinedTask[];
  /** The ways to each task, and back. */
  readonly legs: readonly Leg[];
}

export interface JoinedTask {
  readonly task: Task;
  readonly planned: PlannedTask;
  readonly leg: Leg;
  readonly partners: readonly Partner[];
}

/**
 * Throws {@link UsageError} where the plan answers another Demand, the Demand was made from another Case, or the plan names what the
 * Demand lacks (an option of a shift: RangeError): times and places would be somebody else's. O(size of all three).
 */
export function joinPlan(town: Case, demand: Demand, plan: Plan): Joined {
  requireSame(town, demand, plan);
  const tasks = new Map(demand.tasks.map((task) => [task.id, task]));
  const shifts = new Map(demand.shifts.map((shift) => [shift.id, shift]));
  const needs = new Map(town.needs.map((need) => [need.id, need]));
  for (const id of [...plan.shifts.flatMap((round) => round.tasks.map((task) => task.id)), ...plan.unserved]) {
    if (!tasks.has(id)) throw new UsageError(`The plan names task ${JSON.stringify(id)}, which the Demand does not have.`);
  }
  const partners = partnersOf(demand, shifts, plan);
  const rounds = plan.shifts.map((planned): JoinedRound => {
    const shift = shifts.get(planned.shift);
    if (shift === undefined) throw new UsageError(`The plan uses shift ${JSON.stringify(planned.shift)}, which the Demand does not have.`);
    const way = wayOf(demand, shift, planned);
    const legs = legsOf(demand, tasks, planned, way);
    const joined = planned.tasks.map((one, i) => ({
      task: tasks.get(one.id) as Task,
      planned: one,
      leg: legs[i] as Leg,
      partners: partners(one.id),
    }));
    return { shift, planned, mode: way.option.mode, tasks: joined, legs };
  });
  return {
    town,
    demand,
    demandHash: plan.demandHash,
    rounds: rounds.sort((a, b) => a.planned.begin - b.planned.begin || (a.shift.id < b.shift.id ? -1 : 1)),
    unserved: unservedTasks(demand, plan),
    instant: instantsOf(demand, town.timeZone ?? "Europe/Stockholm"),
    place: (index) => (index === null ? undefined : town.places[index]),
    needs: (task) => [...new Set((task.serves ?? []).flatMap((occurrence) => needs.get(needIdOf(occurrence)) ?? []))],
  };
}

function requireSame(town: Case, demand: Demand, plan: Plan): void {
  if (plan.demandHash !== hashOf(demand))
    throw new UsageError(`The plan answers another Demand (${plan.demandHash}); adopt(plan, demand) first.`);
  if (demand.caseHash !== undefined && demand.caseHash !== hashOf(town))
    throw new UsageError(`The Demand was made from another Case (${demand.caseHash}). Give that one.`);
}

/** First tick at which a task may start; undefined where that is open. */
export function earliestStart({ slots }: Task): Tick | undefined {
  const starts = slots.map(({ start }) => start[0]);
  return starts.includes(null) ? undefined : Math.min(...starts.map(Number));
}

function unservedTasks(demand: Demand, plan: Plan): Task[] {
  const left = new Set(plan.unserved);
  const due = (task: Task): Tick => earliestStart(task) ?? Number.MAX_SAFE_INTEGER;
  return demand.tasks.filter(({ id }) => left.has(id)).sort((a, b) => due(a) - due(b));
}

/** An occurrence is named `need@date#k`. */
function needIdOf(occurrence: Id): Id {
  const at = occurrence.lastIndexOf("@");
  return at < 0 ? occurrence : occurrence.slice(0, at);
}
