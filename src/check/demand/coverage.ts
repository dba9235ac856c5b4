/** Is every need served exactly as often, and by as many people, as it is due? */
import { type Facts, peopleFor } from "./facts.ts";
import type { Report } from "./codes.ts";

export function checkCoverage(facts: Facts, report: Report): void {
  for (const due of facts.due.values()) {
    const tasks = facts.serving.get(due.id) ?? [];
    const people = peopleFor(due);
    const served = `Occurrence ${due.id} needs ${people} at once and has ${tasks.length} ${tasks.length === 1 ? "task" : "tasks"}.`;
    if (tasks.length === 0) report("lost-occurrence", ["tasks"], `No task serves ${due.id}.`, "Add a task that serves it.");
    else if (tasks.length < people) report("lost-person", ["tasks", tasks[0]?.at ?? 0], served, "Add a task for the second person.");
    else if (tasks.length > people) report("extra-person", ["tasks", tasks[people]?.at ?? 0], served, "Leave the surplus task out.");
  }
  facts.demand.tasks.forEach((task, at) => {
    for (const id of task.serves ?? []) {
      if (!facts.due.has(id))
        report("extra-occurrence", ["tasks", at, "serves"], `${id} is not due in this period.`, "Leave the task out.");
    }
    const isOfClient = task.client !== undefined || task.kind === "care" || task.kind === "remote";
    if (isOfClient && (task.serves ?? []).length === 0) {
      report("extra-task", ["tasks", at], `Task ${task.id} serves no need.`, "Name what it serves, or leave it out.");
    }
  });
}
