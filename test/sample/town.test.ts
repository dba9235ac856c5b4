import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../src/calendar/civil.ts";
import { hashOf } from "../../src/model/hash.ts";
import { readCase } from "../../src/model/readCase.ts";
import { sampleTown } from "../../src/sample/index.ts";
import { demandFor } from "../../src/schedule/demandFor.ts";
import { minute } from "../../src/schedule/minute.ts";

const options = fc.record({ seed: fc.nat(1e6), clients: fc.integer({ min: 1, max: 40 }), days: fc.integer({ min: 1, max: 20 }) });

test("every town is a valid Case", () => {
  fc.assert(
    fc.property(options, (wish) => {
      expect(() => readCase(JSON.parse(JSON.stringify(sampleTown(wish))))).not.toThrow();
    }),
    { seed: 8, numRuns: 25 },
  );
});

test("a seed gives the same town again, another seed another", () => {
  expect(hashOf(sampleTown({ seed: 3 }))).toBe(hashOf(sampleTown({ seed: 3 })));
  expect(hashOf(sampleTown({ seed: 3 }))).not.toBe(hashOf(sampleTown({ seed: 4 })));
});

test("clients are told apart by their initials, staff by their names", () => {
  const { clients, staff } = sampleTown({ seed: 7, clients: 60 });
  const initials = clients.map(({ name = "" }) => name.split(" ").map((word) => [...word][0]).join(""));
  expect(new Set(initials).size).toBe(60);
  expect(initials.every((letters) => letters.length === 2)).toBe(true);
  expect(new Set(staff.map(({ name }) => name)).size).toBe(staff.length);
});

test("impossible sizes are refused", () => {
  expect(() => sampleTown({ seed: Number.NaN })).toThrow(/seed is NaN/);
  expect(() => sampleTown({ clients: 0 })).toThrow(/clients is 0/);
  expect(() => sampleTown({ clients: 1e6 })).toThrow(/clients is 1000000/);
  expect(() => sampleTown({ days: 3661 })).toThrow(/days is 3661/);
  expect(() => sampleTown({ days: 2.5 })).toThrow(/days is 2.5/);
});

describe("a town of a hundred clients over a fortnight", () => {
  const town = sampleTown({ seed: 6, clients: 100, days: 14 });
  const visits = demandFor(town, minute()).tasks.filter(({ kind }) => kind === "care");
  const share = (count: number, of: number): number => count / of;

  test("has the visits, lengths and double staffing of Swedish home care", () => {
    expect(share(visits.length, 100 * 14)).toBeGreaterThan(2);
    expect(share(visits.length, 100 * 14)).toBeLessThan(3.2);
    const minutes = visits.reduce((sum, { duration }) => sum + duration.max / 60, 0);
    expect(minutes / visits.length).toBeGreaterThan(20);
    expect(minutes / visits.length).toBeLessThan(28);
    const seconds = visits.filter(({ id }) => id.endsWith("/second"));
    expect(share(seconds.length, visits.length)).toBeGreaterThan(0.01);
    expect(share(seconds.length, visits.length)).toBeLessThan(0.08);
  });

  test("works mornings most", () => {
    const hour = (need: (typeof town.needs)[number]): number => Number((need.plannedAt ?? need.window[0]).slice(0, 2));
    const daily = town.needs.filter(({ often }) => often.per === "day");
    const between = (from: number, to: number): number => daily.filter((need) => hour(need) >= from && hour(need) < to).length;
    expect(between(7, 11)).toBeGreaterThan(between(11, 14));
    expect(between(7, 11)).toBeGreaterThan(between(19, 22));
  });

  test("pays for little more than the work there is, and for enough of it", () => {
    const paid = town.shifts.reduce(
      (sum, { from, to, breaks = [] }) => sum + clock(to) - clock(from) - breaks.reduce((rest, pause) => rest + pause.minutes, 0),
      0,
    );
    const client = visits.reduce((sum, { duration }) => sum + duration.max / 60, 0);
    expect(client / paid).toBeGreaterThan(0.4);
    expect(client / paid).toBeLessThan(0.75);
  });

  test("lets nobody work two shifts a day, six days in a row, or days and evenings", () => {
    for (const { id } of town.staff) {
      const own = town.shifts.filter(({ staff }) => staff === id);
      expect(new Set(own.map(({ date }) => date)).size).toBe(own.length);
      expect(new Set(own.map(({ from }) => from)).size).toBeLessThanOrEqual(1);
      const dates = new Set(own.map(({ date }) => date));
      for (const date of dates) expect([0, 1, 2, 3, 4, 5].every((i) => dates.has(addDays(date, i)))).toBe(false);
    }
  });

  test("has what makes planning hard: refusals, animals, delegations that end, shared homes, fixed insulin", () => {
    expect(town.clients.some(({ refusedStaff }) => refusedStaff !== undefined)).toBe(true);
    expect(town.households.some(({ conditions }) => conditions?.includes("dog"))).toBe(true);
    expect(town.households.some(({ access }) => access?.kind === "digital")).toBe(true);
    expect(town.households.length).toBeLessThan(100);
    expect(town.needs.some(({ timing, skills }) => timing === "fixed" && skills?.includes("insulin"))).toBe(true);
    expect(town.staff.some(({ employment, skills }) => employment === "hourly" && skills.length === 0)).toBe(true);
    expect(town.needs.some(({ plannedAt }) => plannedAt === undefined)).toBe(true);
    expect(town.clients.some(({ decision }) => decision.grants.kind === "frame")).toBe(true);
  });
});

const clock = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
