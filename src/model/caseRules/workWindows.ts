import { windowMinutes } from "../civil.ts";
import type { CaseRule } from "./caseIndex.ts";

/** Breaks and duties, which lie wholly inside their windows, fit into them. */
export const workWindows: CaseRule = (town, _index, issues) => {
  town.shifts.forEach((shift, i) => {
    for (const key of ["breaks", "duties"] as const) {
      shift[key]?.forEach(({ minutes, window }, j) => {
        const [from, to] = windowMinutes(window);
        if (to - from >= minutes) return;
        issues.add("window-too-short", ["shifts", i, key, j, "window"], () => [
          `${window[0]} to ${window[1]} is shorter than ${minutes} minutes.`,
          "Widen the window or shorten the work.",
        ]);
      });
    }
  });
};
