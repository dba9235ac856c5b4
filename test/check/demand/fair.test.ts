import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDemand } from "../../../src/check/demand/checkDemand.ts";
import type { Case, Client, FramePolicy, Need } from "../../../src/model/case.ts";
import { sampleTown } from "../../../src/sample/index.ts";
import { demandFor } from "../../../src/schedule/demandFor.ts";
import { minute } from "../../../src/schedule/minute.ts";
import { ramtid } from "../../../src/schedule/ramtid.ts";
import { SWITCH_VALUES, type Switches } from "../../../src/schedule/switches.ts";

const issuesOf = (town: Case, switches?: Partial<Switches>): readonly unknown[] =>
  [minute(switches), ramtid(switches)].flatMap((model) => checkDemand(town, demandFor(town, model)).issues);

test("both models read every sampled town fairly", () => {
  fc.assert(
    fc.property(fc.nat(1e6), fc.integer({ min: 2, max: 20 }), fc.integer({ min: 1, max: 16 }), fc.nat(40), (seed, clients, days, start) => {
      const from = new Date(Date.UTC(2026, 2, 1 + start)).toISOString().slice(0, 10);
      expect(issuesOf(sampleTown({ seed, clients, days, from }))).toEqual([]);
    }),
    { seed: 21, numRuns: 15 },
  );
});

describe("every switch alone reads a town fairly", () => {
  const steps = (Object.keys(SWITCH_VALUES) as (keyof Switches)[]).flatMap((key) =>
    SWITCH_VALUES[key].map((value): Partial<Switches> => ({ [key]: value })),
  );
  const town = sampleTown({ seed: 17, clients: 10, days: 9, from: "2026-10-20" });
  test.each(steps.map((step) => [JSON.stringify(step), step] as const))("%s", (_, step) => {
    expect(issuesOf(town, step)).toEqual([]);
  });
});

test("random recurrences, decisions, absences and policies are expanded alike by model and judge", () => {
  const weekdays = fc.option(fc.uniqueArray(fc.constantFrom(1, 2, 3, 4, 5, 6, 7), { minLength: 1 }), { nil: undefined });
  const date = fc.integer({ min: -20, max: 40 }).map((days) => new Date(Date.UTC(2026, 2, 11 + days)).toISOString().slice(0, 10));
  const need = fc
    .record({
      times: fc.integer({ min: 1, max: 3 }),
      per: fc.constantFrom("day", "week"),
      everyWeeks: fc.integer({ min: 1, max: 3 }),
      weekdays,
      agreedDays: weekdays,
      window: fc.constantFrom(["08:00", "11:00"], ["22:30", "01:30"], ["07:00", "20:00"]),
      timing: fc.constantFrom("fixed", "agreed", "free"),
      staffing: fc.constantFrom(1, 2, { second: { from: 5, minutes: 10 } }),
      basis: fc.constantFrom("SoL", "HSL", "alarm"),
      relativesDo: fc.option(fc.uniqueArray(fc.constantFrom(1, 3, 6, 7), { minLength: 1 }), { nil: undefined }),
      useful: fc.option(fc.constant({ min: 15, max: 40 }), { nil: undefined }),
      from: fc.option(date, { nil: undefined }),
      to: fc.option(date, { nil: undefined }),
      plannedAt: fc.option(fc.constantFrom("08:30", "23:00", "10:00"), { nil: undefined }),
    })
    .map(({ times, per, everyWeeks, weekdays: named, ...rest }) => {
      const often = { times, per, everyWeeks, ...(named && { weekdays: named }) };
      const known = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
      return { class: "hygiene", minutes: 20, often, ...known };
    });
  const policy = fc.record({
    scope: fc.constantFrom("client", "provider"),
    carryOver: fc.record({ mode: fc.constantFrom("none", "withinPeriod", "rolling"), maxShare: fc.constantFrom(0, 0.5) }),
    swap: fc.record({ betweenPurposes: fc.boolean(), betweenDays: fc.boolean() }),
    includesDelegated: fc.boolean(),
    doubleCounts: fc.constantFrom(1, 2),
  });
  const grants = fc.oneof(
    fc.constant({ kind: "interventions" }),
    fc.record({
      kind: fc.constant("frame"),
      minutes: fc.integer({ min: 100, max: 3000 }),
      per: fc.constantFrom("week", "fourWeeks", "calendarMonth"),
      policy: fc.constant("p"),
      usedMinutes: fc.integer({ min: 0, max: 300 }),
    }),
  );
  let framed = 0;
  let shared = 0;
  /** The third need is the couple's. */
  const sharedBy = (i: number, need: Need): Need => (i === 2 ? { ...need, sharedWith: ["c1"] } : need);
  fc.assert(
    fc.property(
      fc.array(need, { minLength: 1, maxLength: 4 }),
      policy,
      fc.tuple(grants, grants),
      fc.integer({ min: 1, max: 22 }),
      date,
      fc.constantFrom(1, 2, undefined),
      (needs, frame, [one, two], days, awayFrom, keyCopies) => {
        const clients = [one, two].map((granted, i) => ({
          id: `c${i}`,
          household: "h",
          decision: { basis: "SoL", grants: granted },
          careContact: "siv",
          contactMinutesPerWeek: 20 * i,
          away: [{ from: awayFrom, to: new Date(Date.parse(awayFrom) + 3 * 864e5).toISOString().slice(0, 10) }],
        }));
        const town: Case = {
          version: 1,
          name: "random",
          period: { from: "2026-03-11", days },
          places: [{ id: "p" }],
          travel: [{ mode: "walk", formula: { kmPerHour: 4, detour: 1, fixedSeconds: 0 } }],
          households: [{ id: "h", place: "p", access: { kind: "key", ...(keyCopies !== undefined && { keyCopies }) } }],
          clients: clients as Client[],
          needs: needs.map((wish, i) => sharedBy(i, { ...wish, id: `n${i}`, client: `c${i % 2}` } as unknown as Need)),
          staff: [{ id: "siv", skills: [] }],
          shifts: [],
          framePolicies: [{ id: "p", ...frame } as FramePolicy],
        };
        shared += town.needs.filter(({ sharedWith }) => sharedWith !== undefined).length;
        framed += demandFor(town, ramtid()).budgets.length;
        expect(issuesOf(town)).toEqual([]);
        expect(issuesOf(town, { save: "rolling", pool: "provider", duration: "elastic", framePer: "calendarMonth" })).toEqual([]);
      },
    ),
    { seed: 5, numRuns: 400 },
  );
  expect(framed).toBeGreaterThan(100);
  expect(shared).toBeGreaterThan(50);
});
