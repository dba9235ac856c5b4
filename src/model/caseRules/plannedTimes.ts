import { clockMinutes, windowMinutes } from "../civil.ts";
import type { CaseRule } from "./caseIndex.ts";

/** A planned clock time lies inside the promised span, or inside its first part where a need comes several times a day. */
export const plannedTimes: CaseRule = (town, _index, issues) => {
  town.needs.forEach(({ plannedAt, window, often }, i) => {
    if (plannedAt === undefined) return;
    const [from, to] = windowMinutes(window);
    const parts = often.per === "day" ? often.times : 1;
    const lastStart = from + (to - from) / parts;
    const planned = clockMinutes(plannedAt);
    if ([planned, planned + 1440].some((minute) => from <= minute && minute <= lastStart)) return;
    issues.add("planned-outside-window", ["needs", i, "plannedAt"], () => [
      `${plannedAt} is not inside ${window[0]} to ${window[1]}${parts > 1 ? `, or not in the first of its ${parts} parts` : ""}.`,
      "Move it inside, or widen the window.",
    ]);
  });
};
