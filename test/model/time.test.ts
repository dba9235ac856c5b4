import fc from "fast-check";
import { expect, test } from "vitest";
import type { Day } from "../../src/model/demand.ts";
import { dayIndexAt, timeOfDayAt } from "../../src/model/time.ts";

const HOUR = 3600;
/** Three days around the night on which Stockholm's clocks go forward at 02:00. */
const spring: readonly Day[] = [
  { date: "2026-03-28", begins: 0 },
  { date: "2026-03-29", begins: 24 * HOUR, clockChange: { at: 26 * HOUR, by: HOUR } },
  { date: "2026-03-30", begins: 47 * HOUR },
];

test.each([
  [-1, 0],
  [0, 0],
  [24 * HOUR - 1, 0],
  [24 * HOUR, 1],
  [47 * HOUR - 1, 1],
  [47 * HOUR, 2],
  [1000 * HOUR, 2],
])("tick %i belongs to day %i", (tick, day) => {
  expect(dayIndexAt(spring, tick)).toBe(day);
});

test.each([
  [7 * HOUR, 7],
  [26 * HOUR - 1, 2 - 1 / HOUR],
  [26 * HOUR, 3],
  [46 * HOUR, 23],
  [47 * HOUR, 0],
  [54 * HOUR, 7],
])("at tick %i the clock shows %d hours", (tick, hours) => {
  expect(timeOfDayAt(spring, tick)).toBeCloseTo(hours * HOUR, 6);
});

test("the day found is the last that has begun, as going through all of them says", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 40 }),
      fc.integer({ min: -10, max: 1010 }),
      (begins, tick) => {
        const days = begins.toSorted((a, b) => a - b).map((begin) => ({ date: "2026-01-01", begins: begin }));
        expect(dayIndexAt(days, tick)).toBe(Math.max(0, days.filter((day) => day.begins <= tick).length - 1));
      },
    ),
    { seed: 5 },
  );
});
