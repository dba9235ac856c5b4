import fc from "fast-check";
import { expect, test } from "vitest";
import { type Curve, costAt, linear } from "../../src/model/curve.ts";

const curve: Curve = {
  points: [
    [10, 5],
    [20, 0],
    [40, 10],
  ],
  below: -2,
  above: 3,
};

test.each([
  [10, 5],
  [20, 0],
  [40, 10],
  [15, 2.5],
  [30, 5],
  [8, 9],
  [42, 16],
])("at %d it costs %d", (x, cost) => {
  expect(costAt(curve, x)).toBe(cost);
});

test("outside its points a curve is flat where no slope is given", () => {
  expect(
    [-5, 0, 1, 9].map((x) =>
      costAt(
        {
          points: [
            [0, 2],
            [1, 4],
          ],
        },
        x,
      ),
    ),
  ).toEqual([2, 2, 4, 4]);
});

test("a line through the origin has the same slope on both sides", () => {
  expect([-3, 0, 4].map((x) => costAt(linear(2.5), x))).toEqual([-7.5, 0, 10]);
});

test("between two neighbouring points the cost lies between theirs", () => {
  const points = fc.uniqueArray(fc.tuple(fc.integer({ min: -100, max: 100 }), fc.integer({ min: -100, max: 100 })), {
    selector: ([x]) => x,
    minLength: 2,
    maxLength: 6,
  });
  fc.assert(
    fc.property(points, fc.nat(1000), (unsorted, share) => {
      const sorted = unsorted.toSorted(([a], [b]) => a - b);
      for (const [i, [x1, c1]] of sorted.entries()) {
        const [x0, c0] = sorted[i - 1] ?? [x1, c1];
        const cost = costAt({ points: sorted }, x0 + ((x1 - x0) * share) / 1000);
        expect(cost).toBeGreaterThanOrEqual(Math.min(c0, c1) - 1e-9);
        expect(cost).toBeLessThanOrEqual(Math.max(c0, c1) + 1e-9);
      }
    }),
    { seed: 4 },
  );
});
