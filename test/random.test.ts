import fc from "fast-check";
import { expect, test } from "vitest";
import { Random } from "../src/random.ts";

const draw = (random: Random, count: number): number[] => Array.from({ length: count }, () => random.uint32());

test("the same seed gives the same numbers, another seed others", () => {
  expect(draw(new Random(7), 100)).toEqual(draw(new Random(7), 100));
  expect(draw(new Random(7), 4)).not.toEqual(draw(new Random(8), 4));
});

test("the first numbers of seed 1 never change, since that would break every recorded plan", () => {
  expect(draw(new Random(1), 4)).toEqual([393288148, 2174103013, 3814759091, 2092745082]);
});

test("numbers stay inside their bounds", () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 2 ** 32 }), (seed, bound) => {
      const random = new Random(seed);
      const below = random.below(bound);
      expect(Number.isInteger(below) && below >= 0 && below < bound).toBe(true);
      const share = random.next();
      expect(share >= 0 && share < 1).toBe(true);
    }),
    { seed: 6 },
  );
});

test("a die falls on every side about equally often", () => {
  const random = new Random(11);
  const counts = new Array<number>(6).fill(0);
  for (let i = 0; i < 60_000; i++) counts[random.below(6)]!++;
  // Chi-square with 5 degrees of freedom: above 20.5 once in a thousand seeds, and the seed is fixed.
  expect(counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(20.5);
});

test("a chance of 0 never comes true, one of 1 always, and one of 0.3 in about 0.3", () => {
  const random = new Random(12);
  const share = (probability: number): number =>
    Array.from({ length: 10_000 }, () => random.chance(probability)).filter(Boolean).length / 10_000;
  expect([share(0), share(1)]).toEqual([0, 1]);
  expect(share(0.3)).toBeCloseTo(0.3, 1);
});

test("shuffling keeps every element, leaves the list alone, and reaches every order", () => {
  const random = new Random(13);
  const list = ["a", "b", "c"];
  const orders = new Set(Array.from({ length: 200 }, () => random.shuffled(list).join("")));
  expect([...orders].sort()).toEqual(["abc", "acb", "bac", "bca", "cab", "cba"]);
  expect(list).toEqual(["a", "b", "c"]);
});

test("picking gives elements of the list", () => {
  const random = new Random(14);
  expect(new Set(Array.from({ length: 100 }, () => random.pick([1, 2, 3])))).toEqual(new Set([1, 2, 3]));
});

test("a keyed stream depends on its seed and words, and on where one word ends", () => {
  expect(draw(Random.keyed(1, "client", 3), 5)).toEqual(draw(Random.keyed(1, "client", 3), 5));
  const streams = [
    Random.keyed(1, "ab", "c"),
    Random.keyed(1, "a", "bc"),
    Random.keyed(2, "ab", "c"),
    Random.keyed(1, "ab", "d"),
    Random.keyed(1),
  ];
  expect(new Set(streams.map((random) => random.uint32())).size).toBe(streams.length);
});
