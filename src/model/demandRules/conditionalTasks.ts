import { show } from "../show.ts";
import type { DemandRule } from "./demandIndex.ts";

/** A task that is required by the length of a shift names that one shift. */
export const conditionalTasks: DemandRule = (demand, _index, issues) => {
  demand.tasks.forEach((task, i) => {
    const count = task.who.shifts?.length ?? 0;
    if (typeof task.required === "boolean" || count === 1) return;
    issues.add("conditional-shift", ["tasks", i, "required"], () => [
      `${show(task.id)} depends on the length of its shift, but who.shifts names ${count}.`,
      "Name exactly one shift in who.shifts.",
    ]);
  });
};
