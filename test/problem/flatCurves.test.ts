import fc from "fast-check";
import { expect, test } from "vitest";
import { type Curve, costAt } from "../../src/model/curve.ts";
import { CurveTable, cheapestWithin, curveCost, NO_CURVE } from "../../src/problem/flatCurves.ts";

const whole = fc.integer({ min: -20, max: 20 });
const curve: fc.Arbitrary<Curve> = fc
  .record({
    xs: fc.uniqueArray(whole, { minLength: 1, maxLength: 5 }),
    costs: fc.array(whole, { minLength: 5, maxLength: 5 }),
    below: fc.option(whole, { nil: undefined }),
    above: fc.option(whole, { nil: undefined }),
  })
  .map(({ xs, costs, below, above }) => ({
    points: xs.sort((a, b) => a - b).map((x, i) => [x, costs[i]!] as const),
    ...(below !== undefined && { below }),
    ...(above !== undefined && { above }),
  }));

test("flat curves cost what the curves do", () => {
  fc.assert(
    fc.property(fc.array(curve, { minLength: 1, maxLength: 4 }), fc.double({ min: -30, max: 30, noNaN: true }), (curves, x) => {
      const table = new CurveTable();
      const rows = curves.map((c) => table.row(c));
      const flat = table.flat();
      curves.forEach((c, i) => {
        for (const at of [x, Math.round(x)]) expect(curveCost(flat, rows[i]!, at)).toBe(costAt(c, at));
      });
    }),
    { seed: 10, numRuns: 500 },
  );
});

test("the cheapest whole number of a range is the one found by trying all, the smallest of equals", () => {
  fc.assert(
    fc.property(curve, whole, fc.nat(25), (c, low, width) => {
      const table = new CurveTable();
      const row = table.row(c);
      const all = Array.from({ length: width + 1 }, (_, i) => low + i);
      const least = Math.min(...all.map((x) => costAt(c, x)));
      const found = cheapestWithin(table.flat(), row, low, low + width);
      expect(costAt(c, found)).toBeCloseTo(least, 9);
      expect(found).toBe(all.find((x) => costAt(c, x) <= least + 1e-9));
    }),
    { seed: 11, numRuns: 500 },
  );
});

test("equal objects share a row; no curve costs nothing and asks for the lower end", () => {
  const table = new CurveTable();
  const c: Curve = { points: [[0, 0]], above: 2 };
  expect([table.row(c), table.row({ ...c }), table.row(c), table.row(undefined)]).toEqual([0, 1, 0, NO_CURVE]);
  expect(curveCost(table.flat(), NO_CURVE, 7)).toBe(0);
  expect(cheapestWithin(table.flat(), NO_CURVE, 3, 9)).toBe(3);
  expect(cheapestWithin(table.flat(), 0, 9, 3)).toBe(9);
});
