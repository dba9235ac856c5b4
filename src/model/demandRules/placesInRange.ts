import type { Path } from "../issueList.ts";
import type { DemandRule } from "./demandIndex.ts";

/** Places are rows of the travel matrix. */
export const placesInRange: DemandRule = (demand, _index, issues) => {
  const placeCount = demand.travel.reduce((least, travel) => Math.min(least, travel.placeCount), Number.POSITIVE_INFINITY);
  const requireInRange = (place: unknown, path: Path): void => {
    if (typeof place !== "number" || place < placeCount) return;
    issues.add("place-out-of-range", path, () => [`There is no place ${place}.`, `Places are numbered from 0 to ${placeCount - 1}.`]);
  };
  for (const [i, task] of demand.tasks.entries()) requireInRange(task.place, ["tasks", i, "place"]);
  demand.shifts.forEach((shift, i) => {
    shift.options.forEach((option, j) => {
      requireInRange(option.from, ["shifts", i, "options", j, "from"]);
      requireInRange(option.to, ["shifts", i, "options", j, "to"]);
    });
  });
  for (const [i, { tasks }] of (demand.baseline ?? []).entries()) {
    for (const [j, task] of tasks.entries()) requireInRange(task.at, ["baseline", i, "tasks", j, "at"]);
  }
};
