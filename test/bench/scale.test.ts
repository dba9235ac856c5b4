import { expect, test } from "vitest";
import { cityDay } from "../../bench/scale/cityDay.ts";
import { exponentOf, secondsToGoal } from "../../bench/scale/growth.ts";
import { scaleOptions, scaleText } from "../../bench/scale/scale.ts";
import { traceOf } from "../../bench/scale/trace.ts";
import { CommandError } from "../../bench/suites.ts";
import { readDemand } from "../../src/model/readDemand.ts";

test("a city day is a sound Demand, the same every time, with the shifts and doubles that its size asks for", () => {
  const city = cityDay(1000, 2);
  expect(readDemand(JSON.stringify(city))).toEqual(cityDay(1000, 2));
  expect(city.tasks.length).toBe(1000);
  expect(city.shifts.length).toBeGreaterThan(75);
  expect(city.shifts.length).toBeLessThan(95);
  expect(city.relations.length).toBeGreaterThan(25);
  expect(new Set(city.tasks.map(({ who }) => who.level))).toEqual(new Set([1, 2, 3]));
  expect(city.tasks.every(({ required, unservedCost }) => required === false && unservedCost === 7200)).toBe(true);
});

test("small days are planned with nobody left out, and their course is told", async () => {
  const trace = await traceOf({ visits: 120, seed: 1, seconds: 2, cpu: true, threads: 1 }, () => 0.5);
  expect([trace.issues, trace.last.unstaffed]).toEqual([0, 0]);
  expect(trace.last.travel).toBeLessThan(trace.first.travel);
  expect(trace.last.travel).toBeLessThan(trace.greedy.travel);
  expect(trace.moments.every(({ seconds }, k) => k === 0 || seconds > trace.moments[k - 1]!.seconds)).toBe(true);
  const text = scaleText([trace]);
  expect(text).toContain("120");
  expect(text).toContain("too few sizes reached it");
});

test("the goal is where the line between two looks crosses it", () => {
  const at = (seconds: number, travel: number, unstaffed = 0) => ({ seconds, steps: 1, travel, unstaffed });
  const first = at(1, 90);
  const greedy = { travel: 100, unstaffed: 0 };
  expect(secondsToGoal({ greedy, first, moments: [first, at(2, 55), at(4, 35)], last: at(5, 34) })).toBe(3);
  expect(secondsToGoal({ greedy, first, moments: [first, at(2, 40, 1)], last: at(5, 50) })).toBeNull();
});

test("time that grows with the square has the exponent 2, and one size has none", () => {
  expect(exponentOf([500, 1000, 4000].map((visits) => ({ visits, seconds: 3 * visits ** 2 })))).toBeCloseTo(2, 10);
  expect(exponentOf([{ visits: 500, seconds: 1 }, { visits: 500, seconds: 2 }])).toBeNull();
});

test("what cannot be meant is refused in a sentence", () => {
  expect(scaleOptions(["--help"])).toBeNull();
  expect(scaleOptions([])).toMatchObject({ sizes: [500, 1000, 2000, 4000, 8000, 16_000], seconds: 60, cpu: false, threads: 1, seed: 1 });
  for (const args of [["--sizes", "500,x"], ["--seconds", "0"], ["--threads", "0"], ["--nothing"]]) expect(() => scaleOptions(args)).toThrow(CommandError);
});
