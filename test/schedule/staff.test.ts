import { expect, test } from "vitest";
import type { CaseShift, Staff } from "../../src/model/staff.ts";
import { dayPolicyOf } from "../../src/schedule/dayPolicy.ts";
import { MINUTE as MINUTE_MODEL, minute } from "../../src/schedule/minute.ts";
import { RAMTID } from "../../src/schedule/ramtid.ts";
import { solveSync } from "../../src/solve/solve.ts";
import { checkDemand } from "../../src/check/demand/checkDemand.ts";
import { anna, caseWith, demandOf, HOUR, meal, MINUTE, taskOf } from "./hand.ts";

const eva: Staff = { id: "eva", team: "t", skills: [] };
const day: CaseShift = { id: "s", staff: "eva", date: "2026-03-10", from: "07:00", to: "16:00", modes: ["walk"] };
const demand = (shift: Partial<CaseShift>, staff: Partial<Staff> = {}) =>
  demandOf({ needs: [], staff: [{ ...eva, ...staff }], shifts: [{ ...day, ...shift }] }, minute());

test("a shift begins and ends by the clock, floats and runs over as far as it may", () => {
  expect(demand({ floatMinutes: 30, overtimeMinutes: 20 }).shifts).toEqual([
    {
      id: "s",
      worker: "eva",
      team: "t",
      begins: [31 * HOUR, 31.5 * HOUR],
      ends: [null, 40 * HOUR + 20 * MINUTE],
      maxStretch: 5 * HOUR,
      paidTo: 40 * HOUR,
      idleIfUnused: true,
      fixedDeparture: false,
      options: [{ mode: "walk", from: 0, to: 0 }],
    },
  ]);
});

test("vacant shifts, and those outside the period, plan nothing", () => {
  const shifts = [
    { ...day, id: "vacant", staff: undefined },
    { ...day, id: "late", date: "2026-03-16" },
  ].map(({ staff, ...shift }) => (staff === undefined ? shift : { ...shift, staff }));
  expect(demandOf({ needs: [], staff: [eva], shifts }, minute()).shifts).toEqual([]);
});

test("a night shift's break at two lies on the next date, wherever the shift is written", () => {
  const night = demand({ from: "21:00", to: "07:00", breaks: [{ minutes: 30, window: ["01:00", "04:00"] }] });
  expect(night.shifts[0]).toMatchObject({ begins: [45 * HOUR, 45 * HOUR], paidTo: 55 * HOUR });
  expect(taskOf(night, "s/break1")).toMatchObject({
    kind: "break",
    slots: [{ start: [49 * HOUR, 51.5 * HOUR] }],
    duration: { min: 1800, max: 1800 },
  });
});

test("breaks, pauses, duties and documentation are tasks of their shift", () => {
  const shift: CaseShift = {
    ...day,
    breaks: [
      { minutes: 30, window: ["11:00", "13:00"], ifShiftExceedsMinutes: 300 },
      { minutes: 10, window: ["09:00", "10:00"], paid: true, at: "base" },
    ],
    duties: [{ id: "report", class: "report", minutes: 15, window: ["07:00", "07:15"], at: "base" }],
  };
  const { tasks } = demandOf({ needs: [], staff: [eva], shifts: [shift], practice: { documentationMinutesPerShift: 20 } }, minute());
  expect(tasks.map(({ id, kind, class: work, place, required }) => [id, kind, work, place, required])).toEqual([
    ["s/break1", "break", "break", "neighbour", { whenShiftExceeds: 300 * MINUTE }],
    ["s/break2", "other", "pause", 0, { whenShiftExceeds: 0 }],
    ["s/duty:report", "base", "report", 0, { whenShiftExceeds: 0 }],
    ["s/documentation", "other", "documentation", "shiftEnd", { whenShiftExceeds: 0 }],
  ]);
  expect(tasks.every(({ who }) => who.shifts?.join() === "s")).toBe(true);
  expect(tasks[2]?.slots).toEqual([{ start: [31 * HOUR, 31 * HOUR] }]);
});

test("who is introduced follows from begin to end, with the breaks in the middle of their windows, and is solved so", () => {
  const introduced: CaseShift = {
    ...day,
    id: "new",
    staff: "nora",
    introducedIn: "s",
    breaks: [{ minutes: 30, window: ["11:00", "13:00"], at: "base" }],
    duties: [{ id: "report", class: "report", minutes: 15, window: ["07:00", "07:15"] }],
  };
  const town = { needs: [], staff: [eva, { ...eva, id: "nora" }], shifts: [day, introduced], practice: { documentationMinutesPerShift: 20 } };
  const read = demandOf(town, minute());
  const own = read.tasks.filter(({ who }) => who.shifts?.[0] === "new");
  expect(own.map(({ id, slots, duration }) => [id, slots[0]!.start[0]! / HOUR - 24, duration.min / HOUR])).toEqual([
    ["new/introduction1", 7, 4.75],
    ["new/break1", 11.75, 0.5],
    ["new/introduction2", 12.25, 3.75],
  ]);
  expect(solveSync(read, { steps: 50, seed: 1 }).plan.shifts.map(({ shift, tasks }) => [shift, tasks.length])).toEqual([["new", 3]]);
});

test("a delegation holds on its days and no others", () => {
  const skills = [
    { id: "always" },
    { id: "ends", to: "2026-03-11" },
    { id: "begins", from: "2026-03-12", level: 2 },
    { id: "over", to: "2026-03-08" },
    { id: "longer", from: "2025-01-01", to: "2027-01-01" },
  ];
  expect(demand({}, { skills }).workers[0]?.skills).toEqual([
    { id: "always", level: 0 },
    { id: "ends", level: 0, days: [null, 2] },
    { id: "begins", level: 2, days: [3, null] },
    { id: "longer", level: 0 },
  ]);
});

test("animals, providers and the last shift before the period come with the worker", () => {
  const worker = demand({}, { traits: ["woman"], cannotMeet: ["dog"], provider: "city", workedUntil: "2026-03-08T22:00" }).workers[0];
  expect(worker).toMatchObject({ traits: ["woman", "cannotMeet:dog", "provider:city"], busyUntil: -2 * HOUR });
  expect(worker?.rest).toEqual([
    { window: 24 * HOUR, atLeast: 11 * HOUR },
    { window: 168 * HOUR, atLeast: 36 * HOUR },
  ]);
});

test("a mode takes a vehicle where the base keeps some", () => {
  const vehicles = [
    { id: "cars", mode: "car", base: "base", count: 2 } as const,
    { id: "far", mode: "car", base: "home", count: 1 } as const,
  ];
  const { shifts, pools } = demandOf({ needs: [], staff: [eva], shifts: [{ ...day, modes: ["walk", "car"] }], vehicles }, minute());
  expect(shifts[0]?.options).toEqual([
    { mode: "walk", from: 0, to: 0 },
    { mode: "car", from: 0, to: 0, cost: 1, pool: "cars" },
  ]);
  expect(pools).toEqual([
    { id: "cars", count: 2 },
    { id: "far", count: 1 },
  ]);
});

test("a team's provider is that of its clients and staff, who may name another", () => {
  const providers = [{ id: "municipality" }, { id: "private" }];
  const teams = [{ id: "t", base: "base", provider: "municipality" }];
  const staff = [{ ...eva, team: "t" }, { id: "pia", team: "t", provider: "private", skills: [] }];
  const parts = { providers, teams, staff, clients: [anna, { ...anna, id: "cleo", provider: "private" }], needs: [meal, { ...meal, id: "cleo-meal", client: "cleo" }] };
  const read = demandOf(parts, minute());
  expect(read.workers.map(({ traits }) => traits.filter((trait) => trait.startsWith("provider:")))).toEqual([["provider:municipality"], ["provider:private"]]);
  expect([...new Set(read.tasks.map(({ client, who }) => `${client} ${who.traits}`))]).toEqual(["anna provider:municipality", "cleo provider:private"]);
  expect(checkDemand(caseWith(parts), read).issues).toEqual([]);
});

test("a round starts at home where the shift says so, without the base's vehicles; base work stays at the base", () => {
  const parts = {
    needs: [],
    vehicles: [{ id: "bikes", mode: "walk" as const, base: "base", count: 1 }],
    staff: [{ ...eva, home: "home" }],
    shifts: [{ ...day, startsAt: "home" as const, duties: [{ id: "report", class: "report", minutes: 15, window: ["07:00", "09:00"] as const, at: "base" as const }] }],
  };
  const read = demandOf(parts, minute());
  expect(read.shifts[0]!.options).toEqual([{ mode: "walk", from: 1, to: 1 }]);
  expect(taskOf(read, "s/duty:report").place).toBe(0);
  expect(checkDemand(caseWith(parts), read).issues).toEqual([]);
});

test("what may be done on the day follows from the switches", () => {
  const [strict, free] = [dayPolicyOf(MINUTE_MODEL), dayPolicyOf(RAMTID)];
  expect([strict.swapPurpose, strict.moveDay, strict.save].map(({ allowed }) => allowed)).toEqual([false, false, false]);
  expect(free.swapPurpose).toEqual({ allowed: true, approval: "client" });
  expect(dayPolicyOf({ ...RAMTID, decides: "planner" }).moveDay).toEqual({ allowed: true, approval: "planner" });
});
