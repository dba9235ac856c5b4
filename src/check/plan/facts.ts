/** What the rules look at: the Demand by name, and the Plan as rounds of served tasks whose references all hold. */
import { UsageError } from "../../errors.ts";
import type { Demand, DemandClient, Shift, ShiftOption, Slot, Task, Travel, Worker } from "../../model/demand.ts";
import type { Plan, PlannedShift, PlannedTask } from "../../model/plan.ts";
import type { Id } from "../../units.ts";
import type { PlanIssueCode } from "./codes.ts";

/** Where in the plan, as in `Issue.path`. */
export type Path = readonly (string | number)[];

/** Files an issue. */
export type Report = (code: PlanIssueCode, path: Path, message: string, fix: string) => void;

/** One served task. */
export interface Served {
  readonly task: Task;
  readonly planned: PlannedTask;
  /** Undefined where the index was wrong, which is then reported. */
  readonly slot: Slot | undefined;
  readonly round: Round;
  /** Index into `round.served`. */
  readonly position: number;
  /** Where it is done; null where nothing in the round has a place. */
  readonly place: number | null;
  /** Factor on the duration of this work class by this worker. */
  readonly pace: number;
  readonly path: Path;
}

/** One used shift. */
export interface Round {
  readonly shift: Shift;
  readonly worker: Worker;
  readonly option: ShiftOption;
  readonly travel: Travel;
  readonly planned: PlannedShift;
  readonly served: readonly Served[];
  readonly path: Path;
}

/** The Demand's lists by id. */
export interface Names {
  readonly demand: Demand;
  readonly tasks: ReadonlyMap<Id, Task>;
  readonly shifts: ReadonlyMap<Id, Shift>;
  readonly workers: ReadonlyMap<Id, Worker>;
  readonly clients: ReadonlyMap<Id, DemandClient>;
  readonly travel: ReadonlyMap<Id, Travel>;
}

/** A task of the baseline that stays as it was. */
export interface BegunTask {
  readonly shift: Id;
  readonly planned: PlannedTask;
  /** Where it is done; null where nothing in its round has a place. */
  readonly place: number | null;
}

/** What had begun at `Demand.now`. */
export interface Begun {
  /** Shifts that began before now. */
  readonly shifts: ReadonlySet<Id>;
  /** Tasks that started before now, and those that somebody has set out for. */
  readonly tasks: ReadonlyMap<Id, BegunTask>;
}

/** Names and the plan read against them. */
export interface Facts extends Names {
  readonly plan: Plan;
  readonly begun: Begun;
  /** In the order of the plan. */
  readonly rounds: readonly Round[];
  readonly roundOf: ReadonlyMap<Id, Round>;
  readonly servedOf: ReadonlyMap<Id, Served>;
  /** Every task id that some shift of the plan names, also where it could not be judged. */
  readonly mentioned: ReadonlySet<Id>;
}

/** Looks the Demand up by id. O(size). */
export function namesOf(demand: Demand): Names {
  const byId = <T extends { readonly id: Id }>(list: readonly T[]): Map<Id, T> => new Map(list.map((entry) => [entry.id, entry]));
  return {
    demand,
    tasks: byId(demand.tasks),
    shifts: byId(demand.shifts),
    workers: byId(demand.workers),
    clients: byId(demand.clients),
    travel: new Map(demand.travel.map((travel) => [travel.mode, travel])),
  };
}

/** The entry a valid Demand has. Throws {@link UsageError} where it has none. */
export function existing<T>(map: ReadonlyMap<Id, T>, id: Id, what: string): T {
  const entry = map.get(id);
  if (entry === undefined) throw new UsageError(`The demand names the ${what} "${id}", which it does not have.`);
  return entry;
}

/** Is the task due though no shift serves it? Conditional ones only while the shift they belong to is used and long enough. */
export function isDue(task: Task, facts: Facts): boolean {
  if (typeof task.required === "boolean") return true;
  const round = facts.roundOf.get(task.who.shifts?.[0] ?? "");
  return round !== undefined && round.planned.end - round.planned.begin > task.required.whenShiftExceeds;
}
