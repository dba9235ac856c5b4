import { expect, test } from "vitest";
import { compareWithOptimum, missedByTiming, reached } from "./compare.ts";
import { mixtureOf, seededDemand } from "./seeded.ts";

const COUNT = 150;
const STEPS = 50_000;
const TRIES = 5;
const comparisons = Array.from({ length: COUNT }, (_, seed) => compareWithOptimum(seed, STEPS, TRIES));
const named = (of: typeof comparisons): string[] =>
  of.map(
    (c) =>
      `seed ${c.seed}: ${c.outcomes.join(", ")}; optimum ${JSON.stringify(c.optimum)}, found ${JSON.stringify(c.found)}; ${mixtureOf(seededDemand(c.seed)).join(", ")}`,
  );
test("the search never beats the optimum, and claims no plan where there is none", () => {
  expect(named(comparisons.filter((c) => c.outcomes.includes("wrong")))).toEqual([]);
  expect(comparisons.filter((c) => c.optimum === null).length).toBeGreaterThan(3);
  expect(comparisons.filter((c) => c.optimum !== null).length).toBeGreaterThan(100);
});

test("the first seed reaches the optimum on 99 % of the demands, misses by approximate timing apart", () => {
  const missed = comparisons.filter((c) => !reached(c, 1));
  const byTiming = missed.filter((c) => missedByTiming(c, 1));
  if (missed.length > 0) console.log(`${missed.length} of ${COUNT} missed at the first seed, ${byTiming.length} of them by timing\n${named(missed).join("\n")}`);
  expect(missed.length - byTiming.length).toBeLessThanOrEqual(0.01 * COUNT);
});

test("one of five seeds reaches the optimum of every demand, misses by approximate timing apart", () => {
  expect(named(comparisons.filter((c) => !reached(c) && !missedByTiming(c)))).toEqual([]);
});
