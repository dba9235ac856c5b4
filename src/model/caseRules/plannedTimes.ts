import { clockMinutes, windowMinutes } from "../civil.ts";
import type { CaseRule } from "./caseIndex.ts";

/** A planned clock time lies inside the promised span, or inside its first part where a need comes several times a day. */
export const plannedTimes: CaseRule = (town, _index, issues) => {
  town.needs.forEach(({ plannedAt, window, often }, i) => {
    if (plannedAt === undefined) return;
    const [from, to] = windowMinutes(window);
    const lastStart = from + (to - from) / (often.per === "day" ? often.times : 1);
    const planned = clockMinutes(plannedAt);
    if ([planned, planned + 1440].some((minute) => from <= minute && minute <= lastStart)) return;
    issues.add("planned-outside-window", ["needs", i, "plannedAt"], () => [
      `${plannedAt} is not inside ${window[0]} to ${window[1]}${often.per === "day" && often.times > 1 ? `, of which each of ${often.times} has its part` : ""}.`,
      "Move it inside, or widen the window.",
    ]);
  });
};
