import { describe, expect, test } from "vitest";
import { weekdayOf } from "../../src/calendar/civil.ts";
import type { Case, Need } from "../../src/model/case.ts";
import { clockMinutes, windowMinutes } from "../../src/model/civil.ts";
import { sampleTown } from "../../src/sample/index.ts";
import { occurrencesOf } from "../../src/schedule/expand.ts";

const SERVICE = ["cleaning", "laundry", "shopping"];
const SEEDS = [1, 2, 3];
const towns = SEEDS.map((seed) => ({ seed, town: sampleTown({ seed }) }));
const all = towns.map(({ town }) => ({ town, visits: occurrencesOf(town).filter(({ need }) => need.kind !== "remote") }));
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
const isDouble = ({ staffing = 1 }: Need): boolean => staffing !== 1;

/** Granted hours per month of 30.4 days, counted from the needs in a way of its own. */
function monthlyHours({ needs, clients }: Case): number[] {
  return clients.map(({ id }) => {
    const own = needs.filter(({ client, sharedWith, basis }) => (client === id || sharedWith?.includes(id)) && basis === undefined);
    const perWeek = own.map(({ minutes, often, relativesDo = [], sharedWith = [] }) => {
      const days = [1, 2, 3, 4, 5, 6, 7].filter((day) => (often.weekdays ?? [day]).includes(day as 1) && !relativesDo.includes(day as 1)).length;
      return (minutes * (often.per === "day" ? days : often.times)) / (often.everyWeeks ?? 1) / (sharedWith.length + 1);
    });
    return (perWeek.reduce((sum, n) => sum + n, 0) * 30.4) / 7 / 60;
  });
}

describe("the default town is like a real unit", () => {
  test("115 clients over 14 days, 3,400 to 4,200 visits: about 2.4 per client and day, about 25 minutes each", () => {
    for (const { town, visits } of all) {
      expect(town.clients.length).toBe(115);
      expect(town.period.days).toBe(14);
      expect(visits.length).toBeGreaterThan(3400);
      expect(visits.length).toBeLessThan(4200);
      const minutes = mean(visits.map(({ need }) => need.minutes));
      expect(minutes).toBeGreaterThan(23.5);
      expect(minutes).toBeLessThan(26.5);
    }
  });

  test("granted hours per client and month have mean about 30 and median about 16, and some have far more", () => {
    const hours = towns.map(({ town }) => monthlyHours(town).sort((a, b) => a - b));
    expect(mean(hours.flat())).toBeGreaterThan(27);
    expect(mean(hours.flat())).toBeLessThan(33);
    const medians = hours.map((own) => own[57] as number);
    expect(mean(medians)).toBeGreaterThan(14.5);
    expect(mean(medians)).toBeLessThan(17.5);
    const above80 = mean(hours.flat().map((h) => (h > 80 ? 1 : 0)));
    expect(above80).toBeGreaterThan(0.06);
    expect(above80).toBeLessThan(0.15);
    expect(Math.max(...hours.flat())).toBeLessThan(250);
  });

  test("about 4 % of visits take two, at few clients", () => {
    const share = mean(all.map(({ visits }) => visits.filter(({ need }) => isDouble(need)).length / visits.length));
    expect(share).toBeGreaterThan(0.03);
    expect(share).toBeLessThan(0.05);
    for (const { visits } of all) expect(new Set(visits.filter(({ need }) => isDouble(need)).map(({ client }) => client.id)).size).toBeLessThan(10);
  });

  test("care has its peaks in the morning, at midday and in the evening; service is done on working days", () => {
    const care = all.flatMap(({ visits }) => visits.filter(({ need }) => !SERVICE.includes(need.class)));
    const share = (from: string, to: string): number =>
      mean(care.map(({ need }) => { const at = clockMinutes(need.plannedAt ?? need.window[0]); return at >= clockMinutes(from) && at < clockMinutes(to) ? 1 : 0; }));
    const expected: readonly (readonly [string, string, number])[] = [
      ["06:45", "10:00", 0.33], ["10:00", "11:30", 0.1], ["11:30", "13:30", 0.19], ["13:30", "16:00", 0.08], ["16:00", "18:30", 0.13], ["18:30", "22:00", 0.15],
    ];
    for (const [from, to, usual] of expected) expect(Math.abs(share(from, to) - usual), from).toBeLessThan(0.05);
    const service = all.flatMap(({ visits }) => visits.filter(({ need }) => SERVICE.includes(need.class)));
    expect(service.every(({ date }) => weekdayOf(date) <= 5)).toBe(true);
  });

  test("a quarter have service only", () => {
    for (const { town } of all) {
      const idle = town.clients.filter(({ id }) => !town.needs.some(({ client, class: work }) => client === id && !SERVICE.includes(work)));
      expect(idle.length / 115).toBeGreaterThan(0.2);
      expect(idle.length / 115).toBeLessThan(0.3);
    }
  });
});

describe("its staff", () => {
  const minutesOf = ({ from, to, breaks = [] }: Case["shifts"][number]): number => {
    const [begin, end] = windowMinutes([from, to]);
    return end - begin - breaks.reduce((sum, { minutes }) => sum + minutes, 0);
  };

  test("are about as many as in a real unit, some of them hourly with few delegations", () => {
    for (const { town } of all) {
      expect(town.staff.length).toBeGreaterThanOrEqual(38);
      expect(town.staff.length).toBeLessThanOrEqual(44);
      const hourly = town.staff.filter(({ employment }) => employment === "hourly");
      expect(hourly.length / town.staff.length).toBeLessThan(0.33);
      expect(hourly.some(({ skills }) => skills.length === 0)).toBe(true);
    }
  });

  test("are paid for what is needed: visits fill 45 to 75 % of it", () => {
    for (const { town, visits } of all) {
      const client = visits.reduce((sum, { need }) => sum + need.minutes * (need.staffing === 2 ? 2 : 1) + (typeof need.staffing === "object" ? need.staffing.second.minutes : 0), 0);
      const paid = town.shifts.reduce((sum, shift) => sum + minutesOf(shift), 0);
      expect(client / paid).toBeGreaterThan(0.45);
      expect(client / paid).toBeLessThan(0.75);
    }
  });

  test("work every other weekend at most, and no more than their contracts but for a little", () => {
    for (const { town } of all) {
      const hours = town.staff.filter(({ employment }) => employment === "permanent").map(({ id, contract }) => {
        const own = town.shifts.filter(({ staff }) => staff === id);
        expect(new Set(own.filter(({ date }) => weekdayOf(date) > 5).map(({ date }) => date > "2026-03-29")).size, id).toBeLessThanOrEqual(1);
        const worked = own.reduce((sum, shift) => sum + minutesOf(shift), 0);
        expect(worked, id).toBeLessThan(2 * (contract?.minutesPerWeek ?? 0) * 1.16);
        return worked / (2 * (contract?.minutesPerWeek ?? 1));
      });
      expect(mean(hours)).toBeGreaterThan(0.8);
      expect(hours.some((share) => share < 0.7), "somebody is on holiday").toBe(true);
    }
  });

  test("have no planner at weekends: nobody hands over to one then", () => {
    for (const { date, duties = [] } of all.flatMap(({ town }) => town.shifts)) {
      if (weekdayOf(date) > 5) expect(duties.some(({ id }) => id === "planner")).toBe(false);
    }
    expect(all.every(({ town }) => town.shifts.some(({ duties = [] }) => duties.some(({ id }) => id === "planner")))).toBe(true);
  });
});

test("there is what makes planning hard, and what planners look for", () => {
  const drawn = all.map(({ town }) => town);
  const [clients, needs, staff, households, shifts] = [drawn.flatMap((town) => town.clients), drawn.flatMap((town) => town.needs), drawn.flatMap((town) => town.staff), drawn.flatMap((town) => town.households), drawn.flatMap((town) => town.shifts)];
  const has = <T>(list: readonly T[], what: (one: T) => unknown): void => expect(list.some((one) => Boolean(what(one)))).toBe(true);
  has(clients, ({ refusedStaff }) => refusedStaff);
  has(clients, ({ requiredTraits }) => requiredTraits);
  has(clients, ({ history }) => history);
  has(clients, ({ contactMinutesPerWeek }) => contactMinutesPerWeek);
  has(clients, ({ decision: { grants } }) => grants.kind === "frame" && grants.per === "week");
  has(clients, ({ implementationPlan }) => implementationPlan?.approvedBy === undefined);
  has(clients, ({ implementationPlan }) => (implementationPlan?.followUp ?? "9") < "2026-03-23");
  has(households, ({ conditions }) => conditions?.includes("dog"));
  has(households, ({ access }) => access?.kind === "key" && access.keyCopies === 1);
  expect(households.length).toBeLessThan(3 * 115);
  has(needs, ({ sharedWith }) => sharedWith);
  has(needs, ({ relativesDo }) => relativesDo);
  has(needs, ({ timing, skills, basis }) => timing === "fixed" && skills?.includes("insulin") && basis === "HSL");
  has(needs, ({ basis }) => basis === "alarm");
  has(needs, ({ class: work, kind }) => work === "cameraCheck" && kind === "remote");
  has(needs, ({ plannedAt }) => plannedAt === undefined);
  has(needs, ({ often }) => often.per === "week" && often.weekdays === undefined);
  has(needs, ({ gaps }) => gaps);
  has(staff, ({ skills }) => skills.some(({ to = "9" }) => to < "2026-04-05"));
  has(staff, ({ cannotMeet }) => cannotMeet);
  has(shifts, ({ from, to }) => from > to);
  has(shifts, ({ staff: person }) => person === undefined);
  has(clients, ({ decision: { grants } }) => grants.kind === "frame" && grants.per === "calendarMonth");
  has(drawn.flatMap(({ teams = [] }) => teams), ({ isShared }) => isShared);
});
