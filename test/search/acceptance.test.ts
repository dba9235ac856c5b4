import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Random } from "../../src/random.ts";
import { Acceptance, compareLevels, firstDifference } from "../../src/search/acceptance.ts";

const levels = (...values: readonly number[]): Float64Array => Float64Array.from(values);
const acceptance = (hot: Float64Array): Acceptance => new Acceptance(new Random(1), hot, 0.005);
const shareAccepted = (a: Acceptance, current: Float64Array, next: Float64Array): number => {
  let accepted = 0;
  for (let k = 0; k < 4000; k++) {
    a.draw();
    if (a.accepts(current, next)) accepted++;
  }
  return accepted / 4000;
};

describe("levels compare lexicographically", () => {
  test("a better first level outweighs any worse second", () => {
    expect(compareLevels(levels(0, 1e6), levels(1, 0))).toBeLessThan(0);
    expect(compareLevels(levels(1, 0), levels(0, 1e6))).toBeGreaterThan(0);
    expect(firstDifference(levels(0, 3, 5), levels(0, 3, 4))).toBe(2);
  });

  test("rounding is no difference, and what follows it decides", () => {
    expect(compareLevels(levels(1e6, 1), levels(1e6 + 1e-5, 2))).toBeLessThan(0);
    expect(firstDifference(levels(1e6, 1), levels(1e6 + 1e-5, 1))).toBe(-1);
  });

  test("swapping sides turns the sign", () => {
    const some = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(some, some, (a, b) => {
        const there = compareLevels(levels(...a), levels(...b));
        expect(there + compareLevels(levels(...b), levels(...a))).toBe(0);
        expect(there === 0).toBe(firstDifference(levels(...a), levels(...b)) === -1);
      }),
      { seed: 3 },
    );
  });
});

describe("acceptance", () => {
  test("takes whatever is better or equal, however cold", () => {
    const cold = acceptance(levels(0, 0, 0));
    expect(shareAccepted(cold, levels(0, 5, 5), levels(0, 5, 5))).toBe(1);
    expect(shareAccepted(cold, levels(0, 5, 5), levels(0, 4, 1000))).toBe(1);
    expect(shareAccepted(cold, levels(200, 5, 5), levels(100, 9, 9))).toBe(1);
  });

  test("at heat 0 refuses anything worse", () => {
    const cold = acceptance(levels(0, 0, 0));
    expect(shareAccepted(cold, levels(0, 5, 5), levels(0, 5, 5.001))).toBe(0);
    expect(shareAccepted(cold, levels(0, 5, 5), levels(0, 6, 0))).toBe(0);
    expect(shareAccepted(cold, levels(100, 5, 5), levels(101, 0, 0))).toBe(0);
  });

  test("takes a loss of d at heat h in exp(-d / h) of cases", () => {
    for (const d of [1, 2, 4]) {
      expect(Math.abs(shareAccepted(acceptance(levels(0, 2, 0)), levels(0, 5, 5), levels(0, 5 + d, 0)) - Math.exp(-d / 2))).toBeLessThan(
        0.03,
      );
    }
  });

  test("cools to the ratio given", () => {
    const cooled = acceptance(levels(0, 400));
    cooled.cool(1, 1);
    expect(Math.abs(shareAccepted(cooled, levels(0, 5), levels(0, 7)) - Math.exp(-2 / 2))).toBeLessThan(0.03); // 400 * 0.005 = 2
  });

  test("draws one number each time, so that streams stay in step", () => {
    const random = new Random(7);
    const other = new Random(7);
    const a = new Acceptance(random, levels(1, 1), 0.5);
    for (const next of [levels(0, 0), levels(0, 1), levels(9, 9)]) {
      a.draw();
      a.accepts(levels(0, 1), next);
      other.uint32();
    }
    expect(random.uint32()).toBe(other.uint32());
  });
});
