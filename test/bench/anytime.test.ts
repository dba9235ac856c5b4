import { describe, expect, test } from "vitest";
import { anytimeOptions, anytimeText } from "../../bench/anytime/anytime.ts";
import { type Line, pictureOf } from "../../bench/anytime/picture.ts";
import { type AnytimeRun, byCase, pointsOf } from "../../bench/anytime/runs.ts";
import { CommandError } from "../../bench/suites.ts";

const run = (of: Partial<AnytimeRun>): AnytimeRun => ({
  case: "drawn/day/300", tasks: 312, bestKnown: null, seed: 1, budget: 1, seconds: 1, cpuSeconds: 1, steps: 9, unserved: 0, legal: true, levels: [0, 0, 100], cost: null, ...of,
});

describe("how far a budget is from the best", () => {
  test("of towns counts on the last level, where the earlier ones are as good", () => {
    const runs = [run({ budget: 1, levels: [0, 5, 90] }), run({ budget: 2, levels: [0, 0, 150] }), run({ budget: 4 })];
    expect(pointsOf(runs).map(({ budget, excess }) => [budget, excess])).toEqual([[1, null], [2, 50], [4, 0]]);
  });

  test("of instances counts from the best known", () => {
    const instance = { bestKnown: 200, levels: [0, 2100] };
    expect(pointsOf([run({ ...instance, cost: 210 })])[0]!.excess).toBeCloseTo(5, 9);
  });

  test("is that of the middle seed, and unknown where that is not legal", () => {
    const seeds = [110, 130, 120].map((cost, i) => run({ seed: i + 1, levels: [0, 0, cost] }));
    expect(pointsOf([...seeds, run({ budget: 9 })])[0]!.run.seed).toBe(3);
    const illegal = [run({}), run({ seed: 2, legal: false }), run({ seed: 3, legal: false })];
    expect(pointsOf(illegal)[0]!.excess).toBeNull();
    expect(pointsOf([run({ legal: false })])[0]!.excess).toBeNull();
  });

  test("stands in a table with a row per case and budget", () => {
    const runs = [run({ budget: 1, levels: [0, 5, 90] }), run({ budget: 2 }), run({ case: "vrptw/R101", bestKnown: 1600, cost: 1616, levels: [0, 16160] })];
    expect([...byCase(runs).keys()]).toEqual(["drawn/day/300", "vrptw/R101"]);
    const lines = anytimeText(runs).split("\n").map((line) => line.trim().replaceAll(/ +/g, " "));
    expect(lines.slice(2)).toEqual([
      "drawn/day/300 312 1 1.00 1.00 yes 0 5 / 90 - 9",
      "drawn/day/300 312 2 1.00 1.00 yes 0 0 / 100 +0.00 % 9",
      "vrptw/R101 312 1 1.00 1.00 yes 0 1616.0 +1.00 % 9",
    ]);
  });
});

test("the picture has a line per case, dashed for rivals, hollow where nothing can be compared, and names that do not touch", () => {
  const points = [{ seconds: 0.05, excess: null }, { seconds: 1, excess: 10 }, { seconds: 60, excess: 0 }];
  const lines: Line[] = [{ name: "a & b", isRival: false, points }, { name: "other", isRival: true, points: points.slice(1) }];
  const svg = pictureOf(lines, "Seed 1.");
  expect(svg).toContain("a &amp; b");
  expect(svg.match(/stroke-dasharray/g)).toHaveLength(1);
  expect(svg.match(/fill="#fff" stroke=/g)).toHaveLength(1);
  const heights = [...svg.matchAll(/<text x="652" y="([\d.]+)"/g)].map(([, y]) => Number(y));
  expect(heights).toHaveLength(2);
  expect(Math.abs(heights[0]! - heights[1]!)).toBeGreaterThanOrEqual(17);
  expect(svg).not.toMatch(/NaN|Infinity|undefined/);
});

test("what cannot be meant is refused in a sentence", () => {
  expect(anytimeOptions(["--help"])).toBeNull();
  expect(anytimeOptions([])).toMatchObject({ budgets: [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 60], seeds: 1, cpu: false });
  expect(anytimeOptions(["--budgets", "5,1"])!.budgets).toEqual([1, 5]);
  for (const args of [["--budgets", "0"], ["--seeds", "1.5"], ["--resume"], ["--nothing"]]) expect(() => anytimeOptions(args)).toThrow(CommandError);
});
