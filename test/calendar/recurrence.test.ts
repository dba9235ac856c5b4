import { describe, expect, test } from "vitest";
import { dateRange } from "../../src/calendar/civil.ts";
import { agreedWeekdays, dayIsNamed, isAskedFor, isInForce, occasionsOn } from "../../src/calendar/recurrence.ts";
import type { Client, Need } from "../../src/model/case.ts";

const START = "2026-03-11"; // a Wednesday

const need = (often: Need["often"], more: Partial<Need> = {}): Need => ({
  id: "shower", client: "anna", class: "hygiene", minutes: 30, often, window: ["09:00", "12:00"], timing: "agreed", ...more,
});
const anna: Client = { id: "anna", household: "h", decision: { basis: "SoL", grants: { kind: "interventions" } } };

/** `03-12#1`: the occasions of so many days. */
const occasions = (of: Need, days = 14, from = START): string[] =>
  dateRange(from, days).flatMap((date) => occasionsOn(of, date, START).map((nth) => `${date.slice(5)}#${nth}`));

describe("per day", () => {
  test.each<readonly [string, Need, readonly string[]]>([
    ["once", need({ times: 1, per: "day" }), ["03-11#1", "03-12#1", "03-13#1"]],
    ["three times", need({ times: 3, per: "day" }), ["03-11#1", "03-11#2", "03-11#3", "03-12#1", "03-12#2", "03-12#3", "03-13#1", "03-13#2", "03-13#3"]],
    ["on named weekdays only", need({ times: 1, per: "day", weekdays: [5, 3] }), ["03-11#1", "03-13#1"]],
    ["whatever days are agreed, which are for needs per week", need({ times: 1, per: "day" }, { agreedDays: [4] }), ["03-11#1", "03-12#1", "03-13#1"]],
  ])("%s", (_, of, expected) => {
    expect(occasions(of, 3)).toEqual(expected);
  });

  test("every third week on all of its days", () => {
    expect(occasions(need({ times: 1, per: "day", everyWeeks: 3, weekdays: [1, 7] }), 30)).toEqual(["03-15#1", "03-30#1", "04-05#1"]);
  });
});

describe("per week", () => {
  test.each<readonly [string, Need, readonly string[]]>([
    ["once on any day is Thursday", need({ times: 1, per: "week" }), ["03-12#1", "03-19#1"]],
    ["twice on any day is Tuesday and Saturday", need({ times: 2, per: "week" }), ["03-14#2", "03-17#1", "03-21#2", "03-24#1"]],
    ["three times on any day", need({ times: 3, per: "week" }), ["03-12#2", "03-14#3", "03-17#1", "03-19#2", "03-21#3", "03-24#1"]],
    ["daily by the week", need({ times: 7, per: "week" }), dateRange(START, 14).map((date, i) => `${date.slice(5)}#${((i + 2) % 7) + 1}`)],
    ["on the days named, in their order", need({ times: 2, per: "week", weekdays: [6, 1] }), ["03-14#2", "03-16#1", "03-21#2", "03-23#1"]],
    ["once of three days named is the middle one", need({ times: 1, per: "week", weekdays: [1, 2, 5] }), ["03-17#1", "03-24#1"]],
    ["once on the days agreed is the middle one", need({ times: 1, per: "week" }, { agreedDays: [6, 7] }), ["03-15#1", "03-22#1"]],
    ["days named come before days agreed", need({ times: 1, per: "week", weekdays: [2] }, { agreedDays: [6, 7] }), ["03-17#1", "03-24#1"]],
    ["more often than there are days falls twice on one", need({ times: 3, per: "week" }, { agreedDays: [1, 5] }), ["03-13#2", "03-13#3", "03-16#1", "03-20#2", "03-20#3", "03-23#1"]],
  ])("%s", (_, of, expected) => {
    expect(occasions(of)).toEqual(expected);
  });

  test.each<readonly [string, string | undefined, readonly string[]]>([
    ["the period's week where the need has no first day", undefined, ["03-12#1", "03-26#1", "04-09#1"]],
    ["the week of its first day, though that comes later in the week", "2026-03-20", ["03-19#1", "04-02#1"]],
    ["a first day long ago", "2025-12-31", ["03-12#1", "03-26#1", "04-09#1"]],
    ["a first day a week off long ago", "2026-01-05", ["03-19#1", "04-02#1"]],
    ["a first day after the period", "2026-05-06", ["03-12#1", "03-26#1", "04-09#1"]],
  ])("every second week counts from %s", (_, from, expected) => {
    expect(occasions(need({ times: 1, per: "week", everyWeeks: 2 }, from === undefined ? {} : { from }), 30)).toEqual(expected);
  });

  test("every second week goes on over a year of 53 weeks", () => {
    const of = need({ times: 1, per: "week", everyWeeks: 2, weekdays: [5] }, { from: "2026-12-14" });
    expect(occasions(of, 42, "2026-12-14")).toEqual(["12-18#1", "01-01#1", "01-15#1"]);
  });
});

test("a day is named where there are as many as times", () => {
  expect(dayIsNamed(need({ times: 2, per: "week", weekdays: [1, 4] }))).toBe(true);
  expect(dayIsNamed(need({ times: 1, per: "week", weekdays: [1, 4] }))).toBe(false);
  expect(dayIsNamed(need({ times: 1, per: "week" }))).toBe(false);
});

test("agreed are the days named too", () => {
  expect(agreedWeekdays(need({ times: 1, per: "week", weekdays: [6] }, { agreedDays: [4, 2] }))).toEqual([2, 4, 6]);
  expect(agreedWeekdays(need({ times: 1, per: "week", weekdays: [6] }))).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test("first and last day are in force", () => {
  const days = ["2026-02-27", "2026-02-28", "2026-03-01", "2026-03-02"];
  expect(days.map((date) => isInForce({ from: "2026-02-28", to: "2026-03-01" }, date))).toEqual([false, true, true, false]);
  expect(days.map((date) => isInForce({}, date))).toEqual([true, true, true, true]);
});

test("asked for is what need and decision have in force and relatives do not do", () => {
  const of = need({ times: 1, per: "day" }, { from: "2026-03-12", relativesDo: [6, 7] });
  const client: Client = { ...anna, decision: { ...anna.decision, to: "2026-03-16" } };
  expect(dateRange(START, 8).filter((date) => isAskedFor(of, client, date))).toEqual(["2026-03-12", "2026-03-13", "2026-03-16"]);
});
