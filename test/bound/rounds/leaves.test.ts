import { expect, test } from "vitest";
import { groundOf, grow } from "../../../src/bound/rounds/generate.ts";
import { boundLevel } from "../../../src/bound/rounds/leaves.ts";
import { settingOf } from "../../../src/bound/rounds/setting.ts";
import { boundByTree } from "../../../src/bound/tree/tree.ts";
import type { Demand } from "../../../src/model/demand.ts";
import { compile } from "../../../src/problem/compile.ts";
import { Random } from "../../../src/random.ts";
import { demand, shift, task, term, worker } from "../../reference/demand.ts";

/** Six tasks with loads that fit badly into two shifts that differ in what they take. */
function badlyPacked(seed: number): Demand {
  const workers = ["ann", "bo"];
  const random = Random.keyed(seed, "frac");
  const at = Array.from({ length: 7 }, () => [random.below(30), random.below(30)] as const);
  const ticks = at.flatMap(([x, y]) => at.map(([u, v]) => Math.ceil(Math.hypot(x - u, y - v))));
  const loaded = (_: unknown, i: number) =>
    task(`t${i}`, i + 1, 1, { unservedCost: 20 + random.below(30), load: { box: 3 + random.below(3) } });
  return demand({
    travel: [{ mode: "walk", placeCount: 7, ticks }],
    workers: workers.map((id) => worker(id)),
    shifts: workers.map((id, i) => shift(id, 0, 300, { worker: id, capacity: { box: 10 + i } })),
    tasks: Array.from({ length: 6 }, loaded),
    terms: [term("unserved", 1, 1), term("travel", 1, 1)],
  });
}

const budget = () => ({ labels: 100_000, stopped: () => false });

test("where the root is not whole, leaves prove more, and never more than the optimum", () => {
  let parted = 0;
  for (let seed = 0; seed < 140; seed++) {
    const problem = compile(badlyPacked(seed));
    const setting = settingOf(problem);
    const root = grow(groundOf(setting, 1, [0], []), [], budget());
    const bound = boundLevel(setting, 1, [0], 0, [], budget());
    if (bound.value < root.value + 1e-6) continue;
    parted++;
    const optimum = boundByTree(problem, { steps: 1e6, stopped: () => false })!;
    const told = { seed, complete: true, optimal: true, above: false };
    expect({ ...told, complete: bound.complete, optimal: optimum.complete, above: bound.value > optimum.levels![1]! }).toEqual(told);
  }
  expect(parted).toBeGreaterThan(7);
});

test("a bound is rounded up to what all plans cost multiples of", () => {
  const setting = settingOf(compile(badlyPacked(8)));
  const least = boundLevel(setting, 1, [0], 0, [], budget()).value;
  expect(boundLevel(setting, 1, [0], 1, [], budget()).value).toBe(Math.ceil(least - 1e-6));
  expect(boundLevel(setting, 1, [0], 50, [], budget()).value).toBe(50 * Math.ceil(least / 50));
});
