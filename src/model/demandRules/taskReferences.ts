import type { IssueList } from "../issueList.ts";
import { requireAllKnown, requireKnown } from "../references.ts";
import type { Task } from "../demand.ts";
import type { DemandIndex, DemandRule } from "./demandIndex.ts";

/** Tasks, relations, budgets and pins name what exists; the baseline is from before, and may name what is gone. */
export const taskReferences: DemandRule = (demand, index, issues) => {
  const { workers, shifts, tasks } = index;
  for (const [i, task] of demand.tasks.entries()) ofTask(task, i, index, issues);
  demand.relations.forEach((relation, i) => {
    requireAllKnown(relation.tasks, tasks, "unknown-task", ["relations", i, "tasks"], issues);
  });
  demand.budgets.forEach(({ of, members }, i) => {
    if (of === "task") requireAllKnown(members, tasks, "unknown-task", ["budgets", i, "members"], issues);
    else requireAllKnown(members, shifts, "unknown-shift", ["budgets", i, "members"], issues);
  });
  demand.pins.forEach((pin, i) => {
    requireKnown(pin.task, tasks, "unknown-task", ["pins", i, "task"], issues);
    requireKnown(pin.after, tasks, "unknown-task", ["pins", i, "after"], issues);
    requireKnown(pin.shift, shifts, "unknown-shift", ["pins", i, "shift"], issues);
    requireKnown(pin.worker, workers, "unknown-worker", ["pins", i, "worker"], issues);
  });
};

function ofTask({ client, who }: Task, i: number, { workers, shifts, clients }: DemandIndex, issues: IssueList): void {
  requireKnown(client, clients, "unknown-client", ["tasks", i, "client"], issues);
  requireAllKnown(who.only, workers, "unknown-worker", ["tasks", i, "who", "only"], issues);
  requireAllKnown(who.shifts, shifts, "unknown-shift", ["tasks", i, "who", "shifts"], issues);
  for (const id of Object.keys(who.cost ?? {})) requireKnown(id, workers, "unknown-worker", ["tasks", i, "who", "cost", id], issues);
}
