import { show } from "../show.ts";
import type { DemandRule } from "./demandIndex.ts";

/** The baseline names options and slots that are there. */
export const baselineIndices: DemandRule = (demand, { shifts, tasks }, issues) => {
  demand.baseline?.forEach((planned, i) => {
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
