import fc from "fast-check";
import { expect, test } from "vitest";
import { editDistance, suggest } from "../../src/model/suggest.ts";

test.each([
  ["", "", 0],
  ["", "abc", 3],
  ["kitten", "sitting", 3],
  ["slots", "solts", 1],
  ["ab", "ba", 1],
  ["shift", "shift", 0],
])("from %j to %j it takes %i changes", (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
});

test("the distance is the same both ways, 0 only to itself, and at most the longer length", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 7 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      const distance = editDistance(a, b);
      expect(distance).toBe(editDistance(b, a));
      expect(distance === 0).toBe(a === b);
      expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
    }),
    { seed: 3 },
  );
});

test.each([
  ["worker", ["workers", "work", "walker"], "workers"],
  ["WORKERS", ["worker", "workers"], "workers"],
  ["prio", ["place", "priority"], "priority"],
  ["pr", ["priority"], undefined],
  ["zebra", ["worker", "shift"], undefined],
  ["tsk", ["task", "tusk"], "task"],
  ["x".repeat(41), ["x".repeat(41)], undefined],
])("for %j among %j it suggests %j", (word, candidates, suggestion) => {
  expect(suggest(word, candidates)).toBe(suggestion);
});
