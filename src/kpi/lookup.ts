/** Finding the parts of a Case, a Demand and a Plan by id. */
import type { Case, Client, Need } from "../model/case.ts";
import type { Demand, Shift, Task, Worker } from "../model/demand.ts";
import type { Plan, PlannedShift, PlannedTask } from "../model/plan.ts";
import type { Id } from "../units.ts";

/** A task that is served: by whom, where in which round. */
export interface Served {
  readonly task: Task;
  readonly planned: PlannedTask;
  readonly shift: Shift;
  readonly round: PlannedShift;
}

export interface Lookup {
  readonly tasks: ReadonlyMap<Id, Task>;
  readonly shifts: ReadonlyMap<Id, Shift>;
  readonly workers: ReadonlyMap<Id, Worker>;
  readonly needs: ReadonlyMap<Id, Need>;
  readonly clients: ReadonlyMap<Id, Client>;
  /** Task id -> how it is served. */
  readonly served: ReadonlyMap<Id, Served>;
  /** Occurrence -> the tasks that serve it, the first person's first: who may begin first, else stay longest, else by id. The order of the Demand decides nothing. */
  readonly serving: ReadonlyMap<Id, readonly Task[]>;
}

const byId = <T extends { readonly id: Id }>(list: readonly T[]): Map<Id, T> => new Map(list.map((x) => [x.id, x]));

/** O(size of all three). Throws RangeError where the plan names a shift or task that the Demand lacks: it answers another Demand. */
export function lookUp(town: Pick<Case, "needs" | "clients">, demand: Demand, plan: Plan): Lookup {
  const tasks = byId(demand.tasks);
  const shifts = byId(demand.shifts);
  const served = new Map<Id, Served>();
  for (const round of plan.shifts) {
    const shift = shifts.get(round.shift);
    if (shift === undefined) throw new RangeError(`The plan uses shift ${round.shift}, which the Demand does not have.`);
    for (const planned of round.tasks) {
      const task = tasks.get(planned.id);
      if (task === undefined) throw new RangeError(`The plan serves task ${planned.id}, which the Demand does not have.`);
      served.set(task.id, { task, planned, shift, round });
    }
  }
  return { tasks, shifts, workers: byId(demand.workers), needs: byId(town.needs), clients: byId(town.clients), served, serving: servingOf(demand) };
}

function servingOf(demand: Demand): Map<Id, Task[]> {
  const serving = new Map<Id, Task[]>();
  for (const task of demand.tasks) {
    for (const occurrence of task.serves ?? []) {
      const others = serving.get(occurrence);
      if (others === undefined) serving.set(occurrence, [task]);
      else others.push(task);
    }
  }
  for (const tasks of serving.values()) {
    if (tasks.length > 1) tasks.sort((a, b) => earliest(a) - earliest(b) || b.duration.max - a.duration.max || (a.id < b.id ? -1 : 1));
  }
  return serving;
}

const earliest = ({ slots }: Task): number => Math.min(...slots.map(({ start }) => start[0] ?? 0));

/** The need of an occurrence named `need@date#k`; undefined where the Case does not have it. */
export function needOf(look: Pick<Lookup, "needs">, occurrence: Id): Need | undefined {
  const at = occurrence.lastIndexOf("@");
  return look.needs.get(at < 0 ? occurrence : occurrence.slice(0, at));
}

/** Whom a task serves: its client, then others of the household who share the need. O(what it serves). */
export function servedBy(look: Pick<Lookup, "clients" | "needs">, task: Task): Client[] {
  const sharers = (task.serves ?? []).flatMap((occurrence) => needOf(look, occurrence)?.sharedWith ?? []);
  return [...new Set([task.client ?? "", ...sharers])].flatMap((id) => look.clients.get(id) ?? []);
}
