import { expect, test } from "vitest";
import type { Need } from "../../src/model/case.ts";
import { occurrencesOf } from "../../src/schedule/expand.ts";
import { sampleTown } from "../../src/sample/index.ts";
import { clockText, minutesLeft, promiseOf, spanText } from "../../src/report/promise.ts";
import { demand, t } from "../kpi/town.ts";

const need = (more: Partial<Need>): Need => ({ id: "n", client: "A", class: "x", minutes: 10, often: { times: 1, per: "day" }, window: ["08:00", "10:00"], timing: "agreed", ...more });
const of = (occurrence: string, more: Partial<Need> = {}) => promiseOf({ needs: new Map([["n", need(more)]]) }, occurrence);

test("a daily occurrence is due on the date in its name, the k-th of n in the k-th part of the window", () => {
  expect(of("n@2026-03-10#1")).toMatchObject({ date: "2026-03-10", from: 480, to: 600 });
  const twice = { often: { times: 3, per: "day" as const }, window: ["08:00", "20:00"] as const };
  expect([1, 2, 3].map((k) => of(`n@2026-03-10#${k}`, twice)).map((p) => p && spanText(p))).toEqual(["08:00–12:00", "12:00–16:00", "16:00–20:00"]);
});

test("a weekly occurrence is due on the named weekday, else spread over the agreed days", () => {
  const week = (often: Partial<Need["often"]>, more: Partial<Need> = {}) => ({ ...more, often: { times: 1, per: "week" as const, ...often } });
  expect(of("n@2026-W10#1", week({ weekdays: [4] }))?.date).toBe("2026-03-05");
  expect([1, 2].map((k) => of(`n@2026-W10#${k}`, week({ times: 2, weekdays: [5, 2] }))?.date)).toEqual(["2026-03-03", "2026-03-06"]);
  // Of seven days the one at index floor(7 / 2) is Thursday; of Monday and Wednesday that at floor(2 / 2) is Wednesday.
  expect(of("n@2026-W10#1", week({}))?.date).toBe("2026-03-05");
  expect(of("n@2026-W10#1", week({}, { agreedDays: [1, 3] }))?.date).toBe("2026-03-04");
  // The first ISO week of 2026 begins in 2025, and 2026 has 53 weeks.
  expect([of("n@2026-W01#1", week({ weekdays: [1] }))?.date, of("n@2026-W53#1", week({ weekdays: [7] }))?.date]).toEqual(["2025-12-29", "2027-01-03"]);
});

test("the nominal day is that of the occurrence which a schedule model expands, for every need of a town", () => {
  const town = sampleTown({ seed: 3, clients: 12, days: 14 });
  const needs = new Map(town.needs.map((one) => [one.id, one]));
  const all = occurrencesOf(town);
  expect(all.filter(({ need: { often } }) => often.per === "week" && often.times > 1).length).toBeGreaterThan(5);
  expect(all.map(({ id }) => promiseOf({ needs }, id)).map((promise) => [promise?.date, promise?.dayIsNamed])).toEqual(all.map(({ date, dayIsNamed }) => [date, dayIsNamed]));
});

test("names that are not understood have no day, and needs that are not known no promise", () => {
  expect([of("n@later#1")?.date, of("m@2026-03-10#1"), of("n")?.date]).toEqual([undefined, undefined, undefined]);
});

test("minutes left are counted to the end of the span, and negative outside it", () => {
  const span = { from: 480, to: 600 };
  expect(["08:00", "09:30", "10:00", "10:05", "07:50"].map((clock) => minutesLeft(demand, span, t(1, clock)))).toEqual([120, 30, 0, -5, -10]);
  const night = { from: 23 * 60, to: 25 * 60 };
  expect([minutesLeft(demand, night, t(0, "23:30")), minutesLeft(demand, night, t(1, "00:30")), minutesLeft(demand, night, t(1, "01:10")), minutesLeft(demand, night, t(0, "22:55"))]).toEqual([90, 30, -10, -5]);
});

test("clock times pass midnight", () => {
  expect([0, 1439, 1440, 1500].map(clockText)).toEqual(["00:00", "23:59", "24:00", "01:00"]);
});
