import fc from "fast-check";
import { expect, test } from "vitest";
import { contradictions, type Difference } from "../../src/model/differences.ts";

const NODES = 4;
const HORIZON = 6;

const difference = fc.record({
  from: fc.nat(NODES - 1),
  to: fc.nat(NODES - 1),
  atLeast: fc.integer({ min: -4, max: 4 }),
  reason: fc.nat(9),
});

/** Every way to give the nodes values from 0 to the horizon. */
function* valuations(): Generator<readonly number[]> {
  for (let code = 0; code < (HORIZON + 1) ** NODES; code++) {
    yield Array.from({ length: NODES }, (_, node) => Math.floor(code / (HORIZON + 1) ** node) % (HORIZON + 1));
  }
}
const all = [...valuations()];
const holds = (differences: readonly Difference[]): boolean =>
  all.some((value) => differences.every((d) => value[d.to]! - value[d.from]! >= d.atLeast));

test("a contradiction is found exactly when trying every value finds none that holds, and its reasons alone are one", () => {
  const lower = new Array<number>(NODES).fill(0);
  const upper = new Array<number>(NODES).fill(HORIZON);
  let contradicted = 0;
  fc.assert(
    fc.property(fc.array(difference, { minLength: 1, maxLength: 7 }), (differences) => {
      const found = contradictions(differences, lower, upper);
      expect(found.length === 0).toBe(holds(differences));
      contradicted += found.length > 0 ? 1 : 0;
      for (const reasons of found) expect(holds(differences.filter((d) => reasons.includes(d.reason)))).toBe(false);
    }),
    { numRuns: 400, seed: 7 },
  );
  expect(contradicted).toBeGreaterThan(50);
});

test("a circle that only leads upwards contradicts without any bound", () => {
  const circle: Difference[] = [
    { from: 0, to: 1, atLeast: 5, reason: 3 },
    { from: 1, to: 2, atLeast: -2, reason: 1 },
    { from: 2, to: 0, atLeast: -2, reason: 2 },
  ];
  expect(contradictions(circle, [null, null, null], [null, null, null])).toEqual([[1, 2, 3]]);
  circle[2] = { from: 2, to: 0, atLeast: -3, reason: 2 };
  expect(contradictions(circle, [null, null, null], [null, null, null])).toEqual([]);
});

test("each connected part is told once, and sound parts are not", () => {
  const pair = (from: number, atLeast: number, reason: number): Difference[] => [
    { from, to: from + 1, atLeast, reason },
    { from: from + 1, to: from, atLeast: 1, reason },
  ];
  const open = new Array<null>(6).fill(null);
  expect(contradictions([...pair(0, 0, 5), ...pair(2, -1, 6), ...pair(4, 3, 7)], open, open)).toEqual([[5], [7]]);
});

test("a long circle listed against its direction is found", () => {
  const n = 2000;
  const circle = Array.from({ length: n }, (_, i) => ({ from: n - 1 - i, to: (n - i) % n, atLeast: 1, reason: i }));
  const open = new Array<null>(n).fill(null);
  expect(contradictions(circle, open, open)[0]?.length).toBe(n);
});
