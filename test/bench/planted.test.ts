import { expect, test } from "vitest";
import { plantedOptions, plantedRuns, plantedText } from "../../bench/planted/planted.ts";
import { CommandError } from "../../bench/suites.ts";

test("small towns are planned under both models, and every visit is counted", () => {
  const runs = plantedRuns({ profiles: ["middleTown"], seeds: 1, clients: 8, seconds: 600, cpu: true, steps: 3000 });
  expect(runs.map(({ model, issues }) => [model, issues])).toEqual([["minute", 0], ["ramtid", 0]]);
  expect(runs[0]!.visits).toBeGreaterThan(100);
  expect(runs[1]!.visits).toBe(runs[0]!.visits);
  expect(runs.every(({ unstaffed, visits }) => unstaffed < visits / 10)).toBe(true);
  expect(plantedText(runs)).toContain("2 plans of 1 town; visits unstaffed in ");
});

test("what cannot be meant is refused in a sentence", () => {
  expect(plantedOptions(["--help"])).toBeNull();
  expect(plantedOptions([])).toMatchObject({ profiles: ["denseCity", "middleTown", "rural"], seeds: 5, seconds: 60, cpu: false, steps: undefined });
  for (const args of [["--seeds", "0"], ["--seconds", "-1"], ["--steps", "1.5"], ["--only", "moon"], ["--nothing"]]) expect(() => plantedOptions(args)).toThrow(CommandError);
});
