import { requireCurve } from "../curveOrder.ts";
import { show } from "../show.ts";
import type { CaseRule } from "./caseIndex.ts";

/** The useful minutes of a need are a span with a value, and a second person has room inside the visit. */
export const needMinutes: CaseRule = (town, _index, issues) => {
  town.needs.forEach(({ id, minutes, useful, staffing }, i) => {
    if (useful !== undefined && useful.min > useful.max) {
      issues.add("span-reversed", ["needs", i, "useful"], () => [`${useful.min} is above ${useful.max}.`, "Swap the two."]);
    }
    requireCurve(useful?.cost, ["needs", i, "useful", "cost"], issues);
    const longest = Math.max(minutes, useful?.max ?? 0);
    if (typeof staffing !== "object" || staffing.second.from + staffing.second.minutes <= longest) return;
    issues.add("second-person-too-long", ["needs", i, "staffing", "second"], () => [
      `The second person stays until minute ${staffing.second.from + staffing.second.minutes}, but ${show(id)} lasts at most ${longest}.`,
      "Shorten or move the time of the second person.",
    ]);
  });
};
