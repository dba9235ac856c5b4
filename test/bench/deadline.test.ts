import { expect, test } from "vitest";
import { casesOf, demandOf } from "../../bench/deadline/cases.ts";
import { type CaseLate, deadlineOptions, lateText } from "../../bench/deadline/deadline.ts";
import { quantile, runToAbort, runToDeadline } from "../../bench/deadline/measure.ts";
import { CommandError } from "../../bench/suites.ts";

const village = demandOf({ name: "sample/village/minute", path: null });

test("cases are drawn towns, sampled towns and instances, chosen by name", () => {
  expect(casesOf(["drawn/day/*"], undefined).map(({ name }) => name)).toEqual(["drawn/day/300", "drawn/day/1000", "drawn/day/3000"]);
  const [four] = casesOf(["vrptw/*"], "bench/small");
  expect(four).toMatchObject({ name: "vrptw/four", path: expect.stringContaining("four.txt") });
  expect(demandOf(four!).tasks.length).toBeGreaterThan(2);
  expect(() => casesOf(["moon"], undefined)).toThrow(CommandError);
});

test("a run tells how late its result came and what was in it", async () => {
  const run = await runToDeadline(village, 2, true, 1);
  expect(run).toMatchObject({ budget: 2, answered: null, legal: true });
  expect(run.late).toBeGreaterThan(-2000);
  expect(run.served).toBeGreaterThan(0);
});

test("an aborted run tells how long the answer took", async () => {
  const { answered, legal } = await runToAbort(village, 0.1, false, 1);
  expect(legal).toBe(true);
  expect(answered).toBeGreaterThan(0);
});

test("the share of all that lie at or below a value is counted by nearest rank", () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect([0.5, 0.99, 1].map((share) => quantile(hundred, share))).toEqual([50, 99, 100]);
  expect(quantile([7], 0.5)).toBe(7);
  expect(quantile([], 0.5)).toBeNaN();
});

test("the tables have a row per case and budget, and one for all", () => {
  const run = { served: 12, steps: 5, legal: true };
  const found: CaseLate = {
    name: "drawn/day/300",
    tasks: 312,
    breath: 3.25,
    deadlines: [{ ...run, budget: 0.1, late: 4.25, answered: null }, { ...run, budget: 1, late: -3, answered: null, legal: false }],
    aborts: [{ ...run, budget: 0.7, late: 9, answered: 6.5 }, { ...run, budget: 3, late: -5, answered: null }],
  };
  const lines = lateText([found], [0.1, 1]).split("\n").map((line) => line.trim().replaceAll(/ +/g, " "));
  expect(lines).toContain("drawn/day/300 312 0.1 1 4.3 4.3 4.3 4.3 12 1");
  expect(lines).toContain("drawn/day/300 312 1 1 -3.0 -3.0 -3.0 -3.0 12 0");
  expect(lines).toContain("all 2 -3.0 4.3 4.3 1");
  expect(lines).toContain("drawn/day/300 312 1 6.5 6.5 6.5 6.5 2 3.3");
});

test("what cannot be meant is refused in a sentence", () => {
  expect(deadlineOptions(["--help"])).toBeNull();
  expect(deadlineOptions(["--budgets", "0.05,3"])).toMatchObject({ budgets: [0.05, 3], each: 5, aborts: 40, cpu: false });
  for (const args of [["--budgets", "x"], ["--each", "-1"], ["--aborts", ""], ["--nothing"]]) expect(() => deadlineOptions(args)).toThrow(CommandError);
});
