/** What the rules look up. */
import type { Id } from "../../units.ts";
import type { Demand, Pool, Shift, Task, Travel, Worker } from "../demand.ts";
import type { IssueList } from "../issueList.ts";
import { byId } from "../references.ts";

/** One idea of what a sound Demand is; reports what breaks it. Its data has the right shape, and nothing more is known. */
export type DemandRule = (demand: Demand, index: DemandIndex, issues: IssueList) => void;

/** Each by its name; where a name is used twice, the first. */
export interface DemandIndex {
  readonly workers: ReadonlyMap<Id, Worker>;
  readonly shifts: ReadonlyMap<Id, Shift>;
  readonly tasks: ReadonlyMap<Id, Task>;
  readonly pools: ReadonlyMap<Id, Pool>;
  readonly clients: ReadonlyMap<Id, unknown>;
  readonly modes: ReadonlyMap<Id, Travel>;
  /** Skills that somebody has, on whatever day and level. */
  readonly skills: ReadonlySet<Id>;
}

export function indexDemand(demand: Demand): DemandIndex {
  return {
    workers: byId(demand.workers),
    shifts: byId(demand.shifts),
    tasks: byId(demand.tasks),
    pools: byId(demand.pools),
    clients: byId(demand.clients),
    modes: new Map(demand.travel.map((travel) => [travel.mode, travel])),
    skills: new Set(demand.workers.flatMap((worker) => worker.skills.map((skill) => skill.id))),
  };
}
