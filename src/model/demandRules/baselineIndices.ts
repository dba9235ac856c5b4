import type { Id } from "../../units.ts";
import { show } from "../show.ts";
import type { DemandRule } from "./demandIndex.ts";

/** The baseline names options and slots that are there, and everything once. */
export const baselineIndices: DemandRule = (demand, { shifts, tasks }, issues) => {
  const seen = { shifts: new Set<Id>(), tasks: new Set<Id>() };
  const once = (kind: "shifts" | "tasks", id: Id, path: readonly (string | number)[]): void => {
    if (seen[kind].has(id)) issues.add("baseline-repeats", path, () => [`${show(id)} stands in the baseline before.`, "Keep one entry of it."]);
    seen[kind].add(id);
  };
  demand.baseline?.forEach((planned, i) => {
    once("shifts", planned.shift, ["baseline", i, "shift"]);
    for (const [j, { id }] of planned.tasks.entries()) once("tasks", id, ["baseline", i, "tasks", j, "id"]);
    const options = shifts.get(planned.shift)?.options.length;
    if (options !== undefined && planned.option >= options) {
      issues.add("baseline-index", ["baseline", i, "option"], () => [
        `${show(planned.shift)} has no option ${planned.option}.`,
        `Its options are numbered from 0 to ${options - 1}.`,
      ]);
    }
    planned.tasks.forEach(({ id, slot }, j) => {
      const slots = tasks.get(id)?.slots.length;
      if (slots === undefined || slot < slots) return;
      issues.add("baseline-index", ["baseline", i, "tasks", j, "slot"], () => [
        `${show(id)} has no slot ${slot}.`,
        `Its slots are numbered from 0 to ${slots - 1}.`,
      ]);
    });
  });
};
