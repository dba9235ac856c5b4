import { show } from "../show.ts";
import type { CaseRule } from "./caseIndex.ts";

/** A gap leads from one daily need to another, and its span is one. */
export const gapEnds: CaseRule = (town, { needs }, issues) => {
  town.needs.forEach((need, i) => {
    need.gaps?.forEach(({ to, minMinutes, maxMinutes }, j) => {
      if (to === need.id) {
        issues.add("gap-to-itself", ["needs", i, "gaps", j, "to"], () => [
          `${show(to)} has a gap to itself.`,
          "Name another need, or use minDaysApart.",
        ]);
      } else if (needs.has(to) && (need.often.per !== "day" || needs.get(to)?.often.per !== "day")) {
        issues.add("gap-not-daily", ["needs", i, "gaps", j], () => [
          `${show(need.id)} and ${show(to)} are not both per day.`,
          "Make both daily on the weekdays meant, or remove the gap.",
        ]);
      }
      if (minMinutes !== undefined && maxMinutes !== undefined && minMinutes > maxMinutes) {
        issues.add("span-reversed", ["needs", i, "gaps", j], () => [`${minMinutes} is above ${maxMinutes}.`, "Swap the two."]);
      }
    });
  });
};
