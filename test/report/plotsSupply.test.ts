import { expect, test } from "vitest";
import type { Case } from "../../src/model/case.ts";
import type { Demand } from "../../src/model/demand.ts";
import { addPromise, addTime, emptyHalfHours, meanPeople } from "../../src/report/plots/halfHours.ts";
import { busyHalfHours, shortageOf, type Supply, supplyOf } from "../../src/report/plots/supply.ts";
import { demand, plan, planOf, t, town } from "../kpi/town.ts";

/** Half hours from one clock time on, in minutes of staff. */
const minutesFrom = (row: readonly number[], clock: string, count: number): number[] => {
  const first = t(0, clock) / 1800;
  return row.slice(first, first + count).map((people) => Math.round(people * 30 * 1000) / 1000);
};

const sum = (row: readonly number[] | undefined): number => (row ?? []).reduce((a, b) => a + b, 0);

test("those present are in a paid shift and not on rast", () => {
  const { present } = supplyOf(town, { demand, plan }).weekdays;
  // Anna 07-15 with rast 11:00-11:30; Bo 08-12, whose round ends at 12:10.
  expect(minutesFrom(present, "06:30", 4)).toEqual([0, 30, 30, 60]);
  expect(minutesFrom(present, "10:30", 5)).toEqual([60, 30, 60, 40, 30]);
  expect(minutesFrom(present, "14:30", 2)).toEqual([30, 0]);
});

test("those at work are neither waiting nor idle, and part of them is with no client", () => {
  const { atWork, other } = supplyOf(town, { demand, plan }).weekdays;
  // Anna drives off at 07:24 and goes in at 07:29; insulin, ten minutes' drive, in again at 07:59; morning help to 08:30.
  expect(minutesFrom(atWork, "07:00", 3)).toEqual([6, 21, 30]);
  expect(minutesFrom(other, "07:00", 3)).toEqual([6, 11, 0]);
  // Both lift 09:00-09:20, then Bo drives home.
  expect(minutesFrom(atWork, "09:00", 2)).toEqual([45, 0]);
  expect(minutesFrom(other, "09:00", 2)).toEqual([5, 0]);
  // Notes at the base.
  expect(minutesFrom(other, "12:30", 2)).toEqual([10, 0]);
});

test("what visits ask for is spread over the promised spans, whatever the plan", () => {
  const { visits } = supplyOf(town, { demand, plan }).weekdays;
  // Insulin 07:30-08:30 alone; from 08:00 also half an hour in the morning and twenty minutes by two.
  expect(minutesFrom(visits, "07:00", 2)).toEqual([0, 4.167]);
  expect(minutesFrom(visits, "08:00", 1)).toEqual([5 + 3.75 + 3.333]);
  // Lunch 11:30-13:00 for half an hour ends at 13:30 at the latest.
  expect(minutesFrom(visits, "12:30", 4)).toEqual([10, 5, 0, 0]);
  expect(30 * sum(visits)).toBeCloseTo(30 + 30 + 40 + 10, 9);
  const nobody = planOf([]);
  const later: Demand = { ...demand, model: "other", tasks: demand.tasks.map((task) => ({ ...task, slots: task.slots.map(({ start: [a, b] }) => ({ start: [a, (b ?? 0) + 3600] as const })) })) };
  expect(supplyOf(town, { demand: later, plan: nobody }).weekdays.visits).toEqual(visits);
});

test("a weekly need counts in equal parts on the days it may fall on, a need for several times a day in its parts of the window", () => {
  const weekly: Case = { ...town, needs: [{ ...town.needs[0]!, often: { times: 1, per: "week" }, agreedDays: [1, 2] }] };
  const of = (serves: string[]): Demand => ({ ...demand, tasks: serves.map((one, i) => ({ ...demand.tasks[0]!, id: `task${i}`, serves: [one] })) });
  const empty = { ...plan, shifts: [] };
  expect(30 * sum(supplyOf(weekly, { demand: of(["a-morning@2026-W10#1"]), plan: empty }).weekdays.visits)).toBeCloseTo(30 / 2, 9);
  const thrice: Case = { ...town, needs: [{ ...town.needs[0]!, minutes: 10, often: { times: 4, per: "day" }, window: ["08:00", "16:00"] }] };
  const { visits } = supplyOf(thrice, { demand: of(["a-morning@2026-03-02#3", "a-morning@2026-03-03#3"]), plan: empty }).weekdays;
  expect(minutesFrom(visits, "11:30", 2)).toEqual([0, 2.083]); // third part: 12:00-14:00
  expect(minutesFrom(visits, "13:30", 3)).toEqual([2.5, 0.417, 0]);
});

test("a second person who comes later is needed later", () => {
  const second: Case = { ...town, needs: [{ ...town.needs[0]!, window: ["08:00", "08:30"], minutes: 60, staffing: { second: { from: 60, minutes: 30 } } }] };
  const one = { ...demand, days: demand.days.slice(0, 1), tasks: [{ ...demand.tasks[0]!, serves: ["a-morning@2026-03-02#1"] }] };
  expect(minutesFrom(supplyOf(second, { demand: one, plan: { ...plan, shifts: [] } }).weekdays.visits, "08:00", 4)).toEqual([15, 30, 15 + 15, 15]);
});

test("Saturday and Sunday are apart from the other days", () => {
  const weekend: Demand = { ...demand, days: [{ date: "2026-03-06", begins: 0 }, { date: "2026-03-07", begins: 86_400 }] };
  const supplies = supplyOf(town, { demand: weekend, plan });
  expect([supplies.weekdays.days, supplies.weekend.days]).toEqual([[0], [1]]);
  expect(supplies.weekdays.present).toEqual(supplies.weekend.present);
  expect(supplyOf(town, { demand, plan }).weekend.days).toEqual([]);
});

test("time is counted by the clock on the wall, where the clocks change too", () => {
  const spring: Demand = { ...demand, days: [{ date: "2026-03-29", begins: 0, clockChange: { at: 7200, by: 3600 } }, { date: "2026-03-30", begins: 82_800 }] };
  const sums = emptyHalfHours(spring);
  addTime(sums, spring, 6300, 9000); // 01:45 to 02:00, then 03:00 to 03:30
  expect(sums[0]?.slice(2, 8)).toEqual([0, 15, 0, 0, 30, 0]);
  const night = emptyHalfHours(spring);
  addTime(night, spring, 82_800 - 600, 82_800 + 1200);
  addTime(night, spring, -600, 300);
  expect([night[0]?.[47], night[1]?.[0], night[0]?.[0]]).toEqual([10, 20, 5]);
});

test("a promise at one clock time is not spread, one over midnight goes on the next day", () => {
  const sums = emptyHalfHours(demand);
  addPromise(sums, 0, [8 * 60 + 15, 8 * 60 + 15], 40);
  expect(sums[0]?.slice(15, 19)).toEqual([0, 15, 25, 0]);
  addPromise(sums, 0, [1440 - 30, 1440 + 30], 60, 2);
  expect([sums[0]?.[47], sums[1]?.[0], sums[1]?.[1], sums[1]?.[2], sums[1]?.[3]]).toEqual([15, 45, 45, 15, 0]);
});

test("means, busy hours and lacks", () => {
  const row = (values: Readonly<Record<number, number>>): number[] => Array.from({ length: 48 }, (_, i) => values[i] ?? 0);
  expect(meanPeople([row({ 15: 30 }), row({ 15: 60 })], [0, 1])[15]).toBe(1.5);
  expect(meanPeople([row({ 15: 30 })], [])).toEqual(row({}));
  const supply: Supply = { days: [0], present: row({ 15: 2, 16: 2, 17: 2 }), atWork: row({}), visits: row({ 15: 1, 16: 2, 17: 3 }), other: row({ 15: 0.5, 16: 0.5, 17: 0.5 }) };
  expect(shortageOf(supply)).toEqual({ halfHours: 2, most: 1.5, at: 17 });
  expect(busyHalfHours([supply])).toEqual([14, 18]);
  expect(busyHalfHours([])).toEqual([0, 48]);
});
