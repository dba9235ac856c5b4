import fc from "fast-check";
import { expect, test } from "vitest";
import { exponentialTable, naturalLog, powerTable } from "../../src/search/numbers.ts";

test("the natural logarithm is the engine's to twelve digits", () => {
  const above0 = fc.double({ min: 1e-300, max: 1, noNaN: true });
  fc.assert(
    fc.property(above0, (x) => {
      expect(Math.abs(naturalLog(x) - Math.log(x))).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(Math.log(x))));
    }),
    { seed: 2, numRuns: 2000, examples: [[1], [0.75], [0.7499999], [0.5], [Number.EPSILON], [1e-300]] },
  );
});

test("powers run from 1 down to the ratio, each step the same factor", () => {
  for (const ratio of [0.005, 0.5, 1]) {
    const table = powerTable(ratio);
    expect(table).toHaveLength(1025);
    expect(table[0]).toBe(1);
    for (let k = 0; k <= 1024; k++) expect(table[k]! / ratio ** (k / 1024)).toBeCloseTo(1, 10);
  }
});

test("exponential noise is positive, falls along the table and has mean 1", () => {
  const table = exponentialTable();
  for (let k = 1; k < table.length; k++) expect(table[k]!).toBeLessThan(table[k - 1]!);
  expect(table.at(-1)).toBeGreaterThan(0);
  expect(table.reduce((a, b) => a + b) / table.length).toBeCloseTo(1, 3);
});
