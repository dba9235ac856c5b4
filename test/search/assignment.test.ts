import fc from "fast-check";
import { expect, test } from "vitest";
import { assign } from "../../src/search/assignment.ts";

const sumOf = (cost: Float64Array, columns: ArrayLike<number>): number => Array.from(columns).reduce((sum, column, row) => sum + cost[row * columns.length + column]!, 0);

function permutations(size: number): number[][] {
  if (size === 0) return [[]];
  return permutations(size - 1).flatMap((rest) => Array.from({ length: size }, (_, at) => [...rest.slice(0, at), size - 1, ...rest.slice(at)]));
}

test("three rows by hand", () => {
  // Taking the least of each row in turn would give 1 + 2 + 9.
  const cost = Float64Array.from([1, 2, 8, 2, 2, 3, 1, 4, 9]);
  expect(Array.from(assign(cost, 3))).toEqual([1, 2, 0]);
});

test("no rows, no columns", () => {
  expect(assign(new Float64Array(0), 0)).toHaveLength(0);
});

test("each row gets a column of its own, for the least sum of all permutations", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }).chain((size) => fc.array(fc.integer({ min: -50, max: 50 }), { minLength: size ** 2, maxLength: size ** 2 })), (values) => {
      const size = Math.round(Math.sqrt(values.length));
      const cost = Float64Array.from(values);
      const columns = assign(cost, size);
      expect(new Set(columns).size).toBe(size);
      expect(sumOf(cost, columns)).toBe(Math.min(...permutations(size).map((p) => sumOf(cost, p))));
    }),
    { seed: 7, numRuns: 300 },
  );
});
