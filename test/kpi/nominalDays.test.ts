import fc from "fast-check";
import { expect, test } from "vitest";
import { dateRange } from "../../src/calendar/civil.ts";
import { occasionsOn } from "../../src/kpi/nominalDays.ts";
import type { Case, Client, Need } from "../../src/model/case.ts";
import type { Weekday } from "../../src/model/civil.ts";
import { occurrencesOf } from "../../src/schedule/expand.ts";
import { town } from "./town.ts";

const early = fc.constantFrom(...dateRange("2026-02-20", 30));
const late = fc.constantFrom(...dateRange("2026-03-10", 30));
const weekdays = fc.uniqueArray(fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7), { minLength: 1 });
const dates = fc.record({ from: early, to: late }, { requiredKeys: [] });

const needs: fc.Arbitrary<Need> = fc
  .record({
    often: fc.record(
      { times: fc.integer({ min: 1, max: 3 }), per: fc.constantFrom("day" as const, "week" as const), everyWeeks: fc.integer({ min: 1, max: 3 }), weekdays },
      { requiredKeys: ["times", "per"] },
    ),
    force: dates,
    rest: fc.record({ agreedDays: weekdays, relativesDo: weekdays }, { requiredKeys: [] }),
  })
  .map(({ often, force, rest }) => ({ id: "n", client: "A", class: "hygiene", minutes: 10, window: ["08:00", "09:00"], timing: "free", often, ...force, ...rest }));

test("what would be due on a day is what is due where the client is at home", () => {
  let counted = 0;
  fc.assert(
    fc.property(needs, dates, early, fc.integer({ min: 1, max: 30 }), (need, decided, from, days) => {
      const client: Client = { id: "A", household: "home-A", decision: { basis: "SoL", ...decided, grants: { kind: "interventions" } } };
      const of: Case = { ...town, period: { from, days }, clients: [client], needs: [need] };
      const due = occurrencesOf(of);
      counted += due.length;
      const perDay = dateRange(from, days).map((day) => [day, due.filter((o) => o.date === day).length]);
      expect(dateRange(from, days).map((day) => [day, occasionsOn(of, need, client, day)])).toEqual(perDay);
    }),
    { seed: 4, numRuns: 400 },
  );
  expect(counted).toBeGreaterThan(300);
});
