import { expect, test } from "vitest";
import type { Case, Need } from "../../src/model/case.ts";
import type { Demand } from "../../src/model/demand.ts";
import { addPromise, addTime, emptyHalfHours, meanPeople } from "../../src/report/plots/halfHours.ts";
import { PLOT_WORDS } from "../../src/report/plots/words.ts";
import { busyHalfHours, shortagesOf, type Supply, supplyOf } from "../../src/report/plots/supply.ts";
import { demand, plan, planOf, t, town } from "../kpi/town.ts";
import { viewOf } from "./arms.ts";

/** Half hours from one clock time on, in minutes of staff. */
const minutesFrom = (row: readonly number[], clock: string, count: number): number[] => {
  const first = t(0, clock) / 1800;
  return row.slice(first, first + count).map((people) => Math.round(people * 30 * 1000) / 1000);
};

const sum = (row: readonly number[] | undefined): number => (row ?? []).reduce((a, b) => a + b, 0);

test("those present are in a paid shift and not on rast", () => {
  const { present } = supplyOf(viewOf(town, demand, plan)).weekdays;
  // Anna 07-15 with rast 11:00-11:30; Bo 08-12, whose round ends at 12:10.
  expect(minutesFrom(present, "06:30", 4)).toEqual([0, 30, 30, 60]);
  expect(minutesFrom(present, "10:30", 5)).toEqual([60, 30, 60, 40, 30]);
  expect(minutesFrom(present, "14:30", 2)).toEqual([30, 0]);
});

test("those at work are neither waiting nor idle, and part of them is with no client", () => {
  const { atWork, other } = supplyOf(viewOf(town, demand, plan)).weekdays;
  // Anna drives off at 07:24 and goes in at 07:29; insulin, ten minutes' drive, in again at 07:59; morning help to 08:30.
  expect(minutesFrom(atWork, "07:00", 3)).toEqual([6, 21, 30]);
  expect(minutesFrom(other, "07:00", 3)).toEqual([6, 11, 0]);
  // Both lift 09:00-09:20, then Bo drives home.
  expect(minutesFrom(atWork, "09:00", 2)).toEqual([45, 0]);
  expect(minutesFrom(other, "09:00", 2)).toEqual([5, 0]);
  // Notes at the base.
  expect(minutesFrom(other, "12:30", 2)).toEqual([10, 0]);
});

test("what visits ask for is spread over the starts that the Demand allows, whatever the plan", () => {
  const { visits, free } = supplyOf(viewOf(town, demand, plan)).weekdays;
  // Insulin 07:30-08:30 alone; from 08:00 also half an hour in the morning and twenty minutes by two.
  expect(minutesFrom(visits, "07:00", 2)).toEqual([0, 4.167]);
  expect(minutesFrom(visits, "08:00", 1)).toEqual([5 + 3.75 + 3.333]);
  // Lunch 11:30-13:00 for half an hour ends at 13:30 at the latest.
  expect(minutesFrom(visits, "12:30", 4)).toEqual([10, 5, 0, 0]);
  expect(30 * sum(visits)).toBeCloseTo(30 + 30 + 40 + 10, 9);
  expect(sum(free)).toBe(0);
  const nobody = supplyOf(viewOf(town, demand, planOf([]))).weekdays;
  expect(nobody.visits).toEqual(visits);
});

/** One visit with these slots, of a need changed so, that nobody does. */
const only = (slots: readonly (readonly [string, string, number?])[], need: Partial<Need> = {}): ReturnType<typeof supplyOf>["weekdays"] => {
  const of: Case = { ...town, needs: town.needs.map((one) => (one.id === "a-morning" ? { ...one, ...need } : one)) };
  const task = { ...demand.tasks.find(({ id }) => id === "a-morning@2026-03-02#1")!, slots: slots.map(([from, to, day = 0]) => ({ start: [t(day, from), t(day, to)] as const })) };
  const by: Demand = { ...demand, tasks: [task], relations: [], budgets: [] };
  return supplyOf(viewOf(of, by, { ...planOf([]), unserved: [task.id] })).weekdays;
};

test("a planned clock time is asked for at that time, not all over the promised span", () => {
  // The mean of two days, of which one has the visit.
  expect(minutesFrom(only([["08:30", "08:30"]]).visits, "08:00", 3)).toEqual([0, 15, 0]);
});

test("a visit that may be done on several days counts in equal parts on them", () => {
  const { visits } = only([["08:00", "08:00", 0], ["09:00", "09:00", 1]]);
  expect(minutesFrom(visits, "08:00", 3)).toEqual([7.5, 0, 7.5]);
});

test("a visit that is free in time asks for no hour of its own: it counts where the plan has it", () => {
  const free: Case = { ...town, needs: town.needs.map((one) => (one.id === "a-morning" ? { ...one, timing: "free" as const } : one)) };
  const open: Demand = { ...demand, tasks: demand.tasks.map((task) => (task.id.startsWith("a-morning") ? { ...task, slots: task.slots.map(({ start: [from] }) => ({ start: [from, (from ?? 0) + 9 * 3600] as const })) } : task)) };
  const { visits, free: own } = supplyOf(viewOf(free, open, plan)).weekdays;
  // Anna helps from 08:00 to 08:30 on both days; insulin and the lift stay where they were.
  expect(minutesFrom(own, "07:30", 3)).toEqual([0, 30, 0]);
  expect(minutesFrom(visits, "08:00", 1)).toEqual([5 + 3.333]);
  expect(shortagesOf({ days: [0], present: [0], atWork: [0], visits: [0], free: [1], other: [0] })).toEqual([{ at: 0, people: 1 }]);
});

test("a free visit that nobody does is spread like the others, so that it is not lost", () => {
  expect(30 * sum(only([["08:00", "16:00"]], { timing: "free" }).visits)).toBeCloseTo(15, 9);
});

test("of two ways to do the same thing the one that is not taken asks for nobody", () => {
  const [first] = demand.tasks.filter(({ id }) => id === "a-morning@2026-03-02#1");
  const other = { ...first!, id: "a-morning-by-camera", serves: [] };
  const by: Demand = { ...demand, tasks: [...demand.tasks, other], relations: [...demand.relations, { kind: "presence", id: "either", tasks: [first!.id, other.id], count: [1, 1], zeroAllowed: false }] };
  const { visits } = supplyOf(viewOf(town, by, { ...plan, unserved: [other.id] })).weekdays;
  expect(visits).toEqual(supplyOf(viewOf(town, demand, plan)).weekdays.visits);
});

test("Saturday and Sunday are apart from the other days", () => {
  const weekend: Demand = { ...demand, days: [{ date: "2026-03-06", begins: 0 }, { date: "2026-03-07", begins: 86_400 }] };
  const supplies = supplyOf(viewOf(town, weekend, plan));
  expect([supplies.weekdays.days, supplies.weekend.days]).toEqual([[0], [1]]);
  expect(supplies.weekdays.present).toEqual(supplies.weekend.present);
  expect(supplyOf(viewOf(town, demand, plan)).weekend.days).toEqual([]);
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
  const supply: Supply = { days: [0], present: row({ 15: 2, 16: 2, 17: 2 }), atWork: row({}), visits: row({ 15: 1, 16: 2, 17: 3 }), free: row({}), other: row({ 15: 0.5, 16: 0.5, 17: 0.5 }) };
  expect(shortagesOf(supply)).toEqual([{ at: 16, people: 0.5 }, { at: 17, people: 1.5 }]);
  const said = PLOT_WORDS.sv.lack([{ clock: "07:00", people: "1,1" }, { clock: "12:30", people: "0,1" }], 0);
  expect(said).toBe("I medel saknas folk vid två halvtimmar: 07:00 (1,1 personer), 12:30 (0,1). Ett medel över dagarna döljer enstaka dagar.".replace("två", "2"));
  expect(PLOT_WORDS.en.lack([{ clock: "07:00", people: "1.1" }], 2)).toBe("On average staff are short at 3 half hours: 07:00 (1.1 people) and 2 more. A mean over the days hides single days.");
  expect(busyHalfHours([supply])).toEqual([14, 18]);
  expect(busyHalfHours([])).toEqual([0, 48]);
});
