/** A mutator takes a legal pair just beyond one rule, or exactly to its border. */
import type { PlanIssueCode } from "../../../../src/check/plan/codes.ts";
import type { Demand, Shift, Task, Worker } from "../../../../src/model/demand.ts";
import { hashOf } from "../../../../src/model/hash.ts";
import type { Plan, PlannedShift, PlannedTask } from "../../../../src/model/plan.ts";
import type { Random } from "../../../../src/random.ts";
import type { DemandOptions, Pair } from "../../../generate/demands.ts";

export interface Mutator {
  readonly code: PlanIssueCode;
  readonly name: string;
  /** Breaks the rule by `excess`, 1; with 0 it keeps it exactly. Undefined: this pair offers no place for it. */
  readonly mutate: (pair: Pair, random: Random, excess: 0 | 1) => Pair | undefined;
  /** Without a border there is no legal twin. */
  readonly border: boolean;
  /** Codes that may come along, as the plan is another one or a whole shift cannot be read. Default none. */
  readonly also?: readonly PlanIssueCode[];
  readonly options?: DemandOptions;
}

/** The pair with another demand, which the plan answers. */
export function withDemand({ demand, plan }: Pair, changes: Partial<Demand>): Pair {
  const changed = { ...demand, ...changes };
  return { demand: changed, plan: { ...plan, demandHash: hashOf(changed) } };
}

export const withPlan = ({ demand, plan }: Pair, changes: Partial<Plan>): Pair => ({ demand, plan: { ...plan, ...changes } });

export const withTask = (pair: Pair, id: string, changes: Partial<Task>): Pair =>
  withDemand(pair, { tasks: pair.demand.tasks.map((task) => (task.id === id ? { ...task, ...changes } : task)) });

export const withShift = (pair: Pair, id: string, changes: Partial<Shift>): Pair =>
  withDemand(pair, { shifts: pair.demand.shifts.map((shift) => (shift.id === id ? { ...shift, ...changes } : shift)) });

export const withWorker = (pair: Pair, id: string, changes: Partial<Worker>): Pair =>
  withDemand(pair, { workers: pair.demand.workers.map((worker) => (worker.id === id ? { ...worker, ...changes } : worker)) });

export const withPlanned = (pair: Pair, shift: string, changes: Partial<PlannedShift>): Pair =>
  withPlan(pair, { shifts: pair.plan.shifts.map((planned) => (planned.shift === shift ? { ...planned, ...changes } : planned)) });

/** One served task with everything around it. */
export interface Spot {
  readonly task: Task;
  readonly planned: PlannedTask;
  readonly index: number;
  readonly round: PlannedShift;
  readonly shift: Shift;
  readonly worker: Worker;
}

export function spots({ demand, plan }: Pair): readonly Spot[] {
  return plan.shifts.flatMap((round) => {
    const shift = demand.shifts.find(({ id }) => id === round.shift) as Shift;
    const worker = demand.workers.find(({ id }) => id === shift.worker) as Worker;
    return round.tasks.map((planned, index) => {
      const task = demand.tasks.find(({ id }) => id === planned.id) as Task;
      return { task, planned, index, round, shift, worker };
    });
  });
}

/** Those of shifts that have not begun: of what is a fact, not everything is judged. */
export const openSpots = (pair: Pair): readonly Spot[] => spots(pair).filter(({ round }) => round.begin >= (pair.demand.now ?? Number.NEGATIVE_INFINITY));

/** One of the list, or undefined where it is empty. */
export const pickFrom = <T>(random: Random, list: readonly T[]): T | undefined => (list.length === 0 ? undefined : random.pick(list));

/** A mutator on a random served task that passes the filter. */
export function atSpot(
  code: PlanIssueCode,
  name: string,
  change: (pair: Pair, spot: Spot, excess: 0 | 1, random: Random) => Pair | undefined,
  rest: Partial<Mutator> = {},
): Mutator {
  return {
    code,
    name,
    border: true,
    mutate: (pair, random, excess) => {
      const spot = pickFrom(random, openSpots(pair));
      return spot && change(pair, spot, excess, random);
    },
    ...rest,
  };
}
