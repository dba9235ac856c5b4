import { describe, expect, test } from "vitest";
import type { Case, Client, Need } from "../../src/model/case.ts";
import { demandFor } from "../../src/schedule/demandFor.ts";
import { occurrencesOf } from "../../src/schedule/expand.ts";
import { ramtid } from "../../src/schedule/ramtid.ts";

const client: Client = { id: "anna", household: "h", decision: { basis: "SoL", grants: { kind: "interventions" } } };
const shower: Need = {
  id: "shower",
  client: "anna",
  class: "hygiene",
  minutes: 30,
  often: { times: 1, per: "week" },
  window: ["09:00", "12:00"],
  timing: "agreed",
};

/** Wednesday 2026-03-11 to Tuesday 2026-03-24. */
const fortnight = (needs: readonly Need[], who: Partial<Client> = {}): Case => ({
  version: 1,
  name: "hand",
  period: { from: "2026-03-11", days: 14 },
  places: [],
  travel: [],
  households: [{ id: "h", place: "p" }],
  clients: [{ ...client, ...who }],
  needs,
  staff: [],
  shifts: [],
});
const named = (...args: Parameters<typeof fortnight>): string[] => occurrencesOf(fortnight(...args)).map(({ id }) => id);

describe("a need per day", () => {
  test("is due on each of its weekdays, as often as it says", () => {
    expect(named([{ ...shower, often: { times: 2, per: "day", weekdays: [1, 5] } }])).toEqual([
      "shower@2026-03-13#1",
      "shower@2026-03-13#2",
      "shower@2026-03-16#1",
      "shower@2026-03-16#2",
      "shower@2026-03-20#1",
      "shower@2026-03-20#2",
      "shower@2026-03-23#1",
      "shower@2026-03-23#2",
    ]);
  });

  test("is not due while the client is away, nor outside the dates of need and decision", () => {
    const away = [{ from: "2026-03-14", to: "2026-03-22" }];
    const decision = { ...client.decision, to: "2026-03-23" };
    expect(named([{ ...shower, often: { times: 1, per: "day" }, from: "2026-03-12" }], { away, decision })).toEqual([
      "shower@2026-03-12#1",
      "shower@2026-03-13#1",
      "shower@2026-03-23#1",
    ]);
  });
});

test("what relatives do is not due, nor moved to their days", () => {
  expect(named([{ ...shower, often: { times: 1, per: "day", weekdays: [1, 5] }, relativesDo: [5] }])).toEqual([
    "shower@2026-03-16#1",
    "shower@2026-03-23#1",
  ]);
  expect(named([{ ...shower, often: { times: 2, per: "week", weekdays: [2, 6] }, relativesDo: [6, 7] }])).toEqual([
    "shower@2026-W12#1",
    "shower@2026-W13#1",
  ]);
  const days = occurrencesOf(fortnight([{ ...shower, relativesDo: [6, 7] }])).map((occurrence) => occurrence.days.length);
  expect(days).toEqual([3, 5]);
});

describe("a need per week", () => {
  test("without a weekday has the middle of the possible days as its nominal day", () => {
    const [first, second, ...rest] = occurrencesOf(fortnight([shower]));
    // Thursday of both whole and cut weeks; the last week ends on Tuesday.
    expect([first?.id, first?.date, first?.dayIsNamed]).toEqual(["shower@2026-W11#1", "2026-03-12", false]);
    expect(second?.date).toBe("2026-03-19");
    expect(rest).toEqual([]);
    expect(first?.days).toEqual(["2026-03-11", "2026-03-12", "2026-03-13", "2026-03-14", "2026-03-15"]);
    expect(second?.days).toHaveLength(7);
  });

  test("twice on five days is Tuesday and Thursday", () => {
    const twice = { ...shower, often: { times: 2, per: "week" as const }, agreedDays: [1, 2, 3, 4, 5] as const };
    expect(occurrencesOf(fortnight([twice])).map(({ date }) => date)).toEqual(["2026-03-12", "2026-03-17", "2026-03-19", "2026-03-24"]);
  });

  test("with a weekday may still move among the agreed days", () => {
    const [first, second] = occurrencesOf(fortnight([{ ...shower, often: { times: 1, per: "week", weekdays: [2] }, agreedDays: [4] }]));
    expect([first?.id, first?.date, first?.days]).toEqual(["shower@2026-W12#1", "2026-03-17", ["2026-03-17", "2026-03-19"]]);
    expect([second?.id, second?.days]).toEqual(["shower@2026-W13#1", ["2026-03-24"]]);
  });

  test("every second week counts from the week of the need's first day, or of the period", () => {
    const often = { times: 1, per: "week" as const, everyWeeks: 2, weekdays: [1 as const] };
    // The period's own Monday is before it; the next turn is two weeks later.
    expect(named([{ ...shower, often }])).toEqual(["shower@2026-W13#1"]);
    expect(named([{ ...shower, often, from: "2026-03-05" }])).toEqual(["shower@2026-W12#1"]);
    expect(named([{ ...shower, often, from: "2025-12-23" }])).toEqual(["shower@2026-W12#1"]);
  });

  test("may not move to a day on which the client is away", () => {
    const [first] = occurrencesOf(fortnight([shower], { away: [{ from: "2026-03-13", to: "2026-03-14" }] }));
    expect(first?.days).toEqual(["2026-03-11", "2026-03-12", "2026-03-15"]);
  });
});

test("weeks are counted over the new year", () => {
  const span = { from: "2026-12-28", until: "2027-01-11" };
  const often = { times: 1, per: "week" as const, weekdays: [5 as const] };
  expect(occurrencesOf(fortnight([{ ...shower, often }]), span).map(({ id, date }) => [id, date])).toEqual([
    ["shower@2026-W53#1", "2027-01-01"],
    ["shower@2027-W01#1", "2027-01-08"],
  ]);
});

test("a month's end cuts nothing: each day of it is due, in leap years too", () => {
  const daily = { ...shower, often: { times: 1, per: "day" as const } };
  const over = (from: string, until: string): string[] => occurrencesOf(fortnight([daily]), { from, until }).map(({ date }) => date);
  expect(over("2026-02-27", "2026-03-02")).toEqual(["2026-02-27", "2026-02-28", "2026-03-01"]);
  expect(over("2028-02-28", "2028-03-02")).toEqual(["2028-02-28", "2028-02-29", "2028-03-01"]);
  expect(over("2026-04-30", "2026-05-02")).toEqual(["2026-04-30", "2026-05-01"]);
});

describe("dates that begin or end in the middle", () => {
  const twice = { ...shower, often: { times: 2, per: "week" as const, weekdays: [1 as const, 5 as const] } };

  test("a need from a Thursday on has that week's Friday, but not its Monday", () => {
    expect(named([{ ...twice, from: "2026-03-19" }])).toEqual(["shower@2026-W12#2", "shower@2026-W13#1"]);
    expect(occurrencesOf(fortnight([{ ...twice, from: "2026-03-19" }]))[0]?.days).toEqual(["2026-03-19", "2026-03-20", "2026-03-21", "2026-03-22"]);
  });

  test("a decision that ends in the period takes what comes after, and the days after", () => {
    const decision = { ...client.decision, to: "2026-03-17" };
    const found = occurrencesOf(fortnight([twice], { decision }));
    expect(found.map(({ id }) => id)).toEqual(["shower@2026-W11#2", "shower@2026-W12#1"]);
    expect(found[1]?.days).toEqual(["2026-03-16", "2026-03-17"]);
  });

  test("who is away on the nominal day is not visited on another day of the week", () => {
    expect(named([twice], { away: [{ from: "2026-03-16", to: "2026-03-16" }] })).toEqual(["shower@2026-W11#2", "shower@2026-W12#2", "shower@2026-W13#1"]);
  });
});

describe("the clock changes", () => {
  /** Hours after the first midnight at which the need may start, day by day. */
  const hours = (from: string, window: readonly [string, string], often: Need["often"] = { times: 1, per: "day" }): (readonly (number | undefined)[])[] => {
    const of = { ...fortnight([{ ...shower, timing: "fixed", window, often }]), period: { from, days: 3 } };
    return demandFor(of, ramtid()).tasks.map(({ slots }) => slots[0]?.start.map((tick) => tick! / 3600) ?? []);
  };

  test("in spring the day has 23 hours, and a visit keeps its clock time", () => {
    expect(hours("2026-03-28", ["08:00", "09:00"])).toEqual([[8, 9], [31, 32], [55, 56]]);
  });

  test("in autumn the day has 25 hours, and a visit keeps its clock time", () => {
    expect(hours("2026-10-24", ["08:00", "09:00"])).toEqual([[8, 9], [33, 34], [57, 58]]);
  });

  test("a night visit in the hour that spring leaves out starts when the hour is over", () => {
    expect(hours("2026-03-28", ["02:15", "04:00"])[1]).toEqual([26, 27]);
  });

  test("a night visit in the hour that autumn has twice starts from its first", () => {
    expect(hours("2026-10-24", ["02:00", "04:00"])[1]).toEqual([26, 29]);
  });

  test("twice a day is cut by the clock, not by the hours that pass", () => {
    expect(hours("2026-03-28", ["00:00", "08:00"], { times: 2, per: "day" }).slice(2, 4)).toEqual([[24, 27], [27, 31]]);
    expect(hours("2026-10-24", ["00:00", "08:00"], { times: 2, per: "day" }).slice(2, 4)).toEqual([[24, 29], [29, 33]]);
  });
});
