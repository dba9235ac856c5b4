import type { Need } from "../case.ts";
import { show } from "../show.ts";
import type { CaseRule } from "./caseIndex.ts";

/** The possible days of a week leave room for the days between the occasions of a need. */
export const daysApart: CaseRule = (town, _index, issues) => {
  town.needs.forEach((need, i) => {
    if (hasRoom(need)) return;
    issues.add("days-apart-impossible", ["needs", i, "often"], () => [
      `${need.often.times} per ${need.often.per} of ${show(need.id)} cannot be ${need.minDaysApart ?? 1} days apart on the days possible.`,
      "Ask for fewer occasions, fewer days between them, or agree on more days.",
    ]);
  });
};

function hasRoom({ often, agreedDays, minDaysApart }: Need): boolean {
  const apart = minDaysApart ?? (often.per === "week" ? 1 : 0);
  if (apart === 0) return true;
  const all: readonly number[] = [1, 2, 3, 4, 5, 6, 7];
  if (often.per === "day") {
    const days = all.filter((day) => often.weekdays === undefined || often.weekdays.includes(day as 1));
    return often.times === 1 && days.every((day, i) => i === 0 || day - (days[i - 1] ?? 0) >= apart);
  }
  let count = 0;
  let next = 1;
  for (const day of all.filter((d) => agreedDays === undefined || [...agreedDays, ...(often.weekdays ?? [])].includes(d as 1))) {
    if (day < next) continue;
    count++;
    next = day + apart;
  }
  return count >= often.times;
}
