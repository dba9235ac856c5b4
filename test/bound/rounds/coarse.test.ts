import { expect, test } from "vitest";
import { lowerBound } from "../../../src/bound/lowerBound.ts";
import { boundByWalks, cheapestWays } from "../../../src/bound/rounds/coarse.ts";
import { groundOf } from "../../../src/bound/rounds/generate.ts";
import { settingOf } from "../../../src/bound/rounds/setting.ts";
import { compile } from "../../../src/problem/compile.ts";
import { demand, onLine, shift, task } from "../../reference/demand.ts";

/** Two visits of a tick at 2 and 4 on a line, 8 there and back; both must be served, for leaving out is on the level before. */
const one = demand({
  travel: [{ mode: "walk", placeCount: 3, ticks: onLine([0, 2, 4]) }],
  tasks: [task("near", 1, 1), task("far", 2, 1)],
  shifts: [shift("day", 0, 15)],
});
const setting = settingOf(compile(one));

test("each task costs at least the cheapest way to it", () => {
  // Near from the base, far from near.
  expect(cheapestWays(setting, 2, [0, 0])).toBeCloseTo(4, 6);
  // Whoever may be left out at 100 each is.
  expect(cheapestWays(setting, 2, [0, 200])).toBeCloseTo(0, 6);
});

test("a task that nobody can reach and nobody may leave out makes the bound infinite", () => {
  const required = demand({ tasks: [task("far", 3, 1, { required: true })], shifts: [shift("day", 0, 5)] });
  expect(cheapestWays(settingOf(compile(required)), 2, [0, 0])).toBe(Number.POSITIVE_INFINITY);
});

test("walks go to and fro, and prove a little less than rounds", () => {
  // In 15 ticks near-far-near for 8 and far-near-far for 12, a third of each; four visits do not fit.
  const { master, quarries, scratch } = groundOf(setting, 2, [0, 0], []);
  const bound = boundByWalks(setting, 2, [0, 0], master, quarries, scratch, { labels: 10_000, stopped: () => false });
  expect(bound).toBeLessThanOrEqual(20 / 3 + 1e-9);
  expect(bound).toBeGreaterThan(6.6);
});

test("without a step something is said", () => {
  const twelve = demand({
    travel: [{ mode: "walk", placeCount: 13, ticks: onLine(Array.from({ length: 13 }, (_, i) => 2 * i)) }],
    tasks: Array.from({ length: 12 }, (_, i) => task(`t${i}`, i + 1, 1)),
    shifts: [shift("day", 0, 1000)],
  });
  expect(lowerBound(twelve, { steps: 0 })).toMatchObject({ levels: [0, 0, 24], complete: false });
});
