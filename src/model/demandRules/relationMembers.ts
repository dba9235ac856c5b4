import { show } from "../show.ts";
import type { DemandRule } from "./demandIndex.ts";

/** A relation has enough members, each once. */
export const relationMembers: DemandRule = (demand, _index, issues) => {
  demand.relations.forEach(({ kind, id, tasks }, i) => {
    const least = kind === "presence" ? 1 : 2;
    if (tasks.length < least) {
      issues.add("relation-too-small", ["relations", i, "tasks"], () => [
        `${show(id)} has ${tasks.length} of at least ${least} tasks.`,
        "Add a task, or remove the relation.",
      ]);
    }
    const seen = new Set<string>();
    tasks.forEach((task, j) => {
      if (seen.has(task))
        issues.add("relation-repeats", ["relations", i, "tasks", j], () => [`${show(task)} is named twice.`, "Name it once."]);
      seen.add(task);
    });
  });
};
