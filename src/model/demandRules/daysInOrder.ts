import type { DemandRule } from "./demandIndex.ts";

/** Days follow each other, and the clocks change within their day. */
export const daysInOrder: DemandRule = ({ days }, _index, issues) => {
  days.forEach((day, i) => {
    const next = days[i + 1];
    if (next !== undefined && (next.begins <= day.begins || next.date <= day.date)) {
      issues.add("days-order", ["days", i + 1], () => [
        `${next.date} at tick ${next.begins} is not after ${day.date} at tick ${day.begins}.`,
        "Sort the days by date, each beginning after the one before.",
      ]);
    }
    const change = day.clockChange?.at;
    if (change !== undefined && (change < day.begins || (next !== undefined && change >= next.begins))) {
      issues.add("clock-change-outside-day", ["days", i, "clockChange", "at"], () => [
        `Tick ${change} does not lie on ${day.date}, which begins at tick ${day.begins}.`,
        "Give the tick of the day at which the clocks change.",
      ]);
    }
  });
};
