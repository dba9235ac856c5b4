/** Is every task accounted for, once? */
import type { Id } from "../../units.ts";
import { type Facts, isDue, type Report } from "./facts.ts";

/** `unserved` lists exactly the tasks that no shift serves; required ones are not among them. */
export function checkUnserved(facts: Facts, report: Report): void {
  const listed = new Map<Id, number>();
  facts.plan.unserved.forEach((id, i) => {
    const path = ["unserved", i];
    if (!facts.tasks.has(id)) report("unknown-task", path, `The demand has no task "${id}".`, "Use the id of a task of the demand.");
    else if (listed.has(id)) report("unserved-twice", path, `Task "${id}" is listed twice.`, "List it once.");
    else if (facts.mentioned.has(id)) report("unserved-but-served", path, `Task "${id}" is served by a shift.`, "Take it off this list.");
    listed.set(id, i);
  });
  for (const task of facts.demand.tasks) {
    if (facts.mentioned.has(task.id)) continue;
    const index = listed.get(task.id);
    if (index === undefined) report("unserved-not-listed", ["unserved"], `Task "${task.id}" is neither served nor listed.`, "List it.");
    if (task.required !== false && isDue(task, facts)) {
      const condition = task.required === true ? "is required" : `is required, as shift "${task.who.shifts?.[0]}" is long`;
      const path = index === undefined ? ["unserved"] : ["unserved", index];
      report("required-unserved", path, `Task "${task.id}" ${condition}, and not served.`, "Serve it.");
    }
  }
}
