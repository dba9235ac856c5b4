import { expect, test } from "vitest";
import { gapOf } from "../../src/bound/gap.ts";

test("the gap is told on the first level that is not proven best", () => {
  expect(gapOf({ levels: [0, 200, 50] }, { levels: [0, 150, 60] })).toEqual({ level: 1, cost: 200, bound: 150, share: 0.25 });
  expect(gapOf({ levels: [0, 200, 50] }, { levels: [0, 200, 49] })).toEqual({ level: 2, cost: 50, bound: 49, share: 0.02 });
});

test("a plan at its bound is proven best", () => {
  expect(gapOf({ levels: [0, 200, 50] }, { levels: [0, 200, 50 - 1e-12] })).toMatchObject({ level: 2, share: 0 });
});

test("where nothing is known the gap has no end; a plan below the bound breaks rules", () => {
  expect(gapOf({ levels: [0, 7] }, { levels: [0, Number.NEGATIVE_INFINITY] }).share).toBe(Infinity);
  expect(gapOf({ levels: [0, 7] }, { levels: [Infinity, Infinity] }).share).toBe(-Infinity);
  expect(gapOf({ levels: [0, 7] }, { levels: [0, 8] }).share).toBeLessThan(0);
});

test("a level that earns has a gap as a share of what it earns", () => {
  expect(gapOf({ levels: [0, -8] }, { levels: [0, -10] })).toMatchObject({ level: 1, share: 0.25 });
});
