import { describe, expect, test } from "vitest";
import { BASE, demandOf, FIRST_PLAN, MODEL_ARMS, NULL_ARM, PRESET_ARMS, requireEqualMeans } from "../../bench/models/arms.ts";
import { differencesOf } from "../../bench/models/differences.ts";
import { modelsOptions, trialsOf } from "../../bench/models/models.ts";
import { OUTCOMES, type Outcome, SHARED_COST, UNSTAFFED } from "../../bench/models/outcomes.ts";
import { intervalOver, studentQuantile, verdictOf } from "../../bench/models/statistics.ts";
import { differencesText, HEADING, NEVER_CLAIMED } from "../../bench/models/text.ts";
import { isWorse, type Trial } from "../../bench/models/trial.ts";
import { CommandError } from "../../bench/suites.ts";
import type { Measures } from "../../src/kpi/measures.ts";
import { sampleTown } from "../../src/sample/index.ts";

describe("statistics by hand", () => {
  test("the interval is over towns, each the mean of its plan seeds", () => {
    // Means of towns 2, 4 and 9: mean 5, variance (9 + 1 + 16) / 2 = 13, standard error sqrt(13 / 3), two degrees of freedom.
    const found = intervalOver([[1, 3], [4], [9, 9, 9], []]);
    const half = 4.303 * Math.sqrt(13 / 3);
    expect(found).toEqual({ towns: 3, mean: 5, low: 5 - half, high: 5 + half });
  });

  test("many plan seeds of one town are still one town, about which nothing is known", () => {
    expect(intervalOver([[1, 2, 3]])).toEqual({ towns: 1, mean: 2, low: -Infinity, high: Infinity });
    expect(verdictOf({ towns: 1, mean: 2, low: -Infinity, high: Infinity }, 1, true)).toBe("undecided");
    expect(intervalOver([[], []])).toBeUndefined();
  });

  test("equal plans differ by exactly nothing", () => {
    expect(intervalOver([[0], [0], [0]])).toEqual({ towns: 3, mean: 0, low: 0, high: 0 });
  });

  test("Student's quantiles are those of tables, or larger", () => {
    // 97.5 % quantiles by degrees of freedom.
    for (const [freedom, exact] of [[1, 12.7062], [2, 4.3027], [4, 2.7764], [9, 2.2622], [14, 2.1448], [19, 2.093], [23, 2.0687], [29, 2.0452], [120, 1.9799], [1000, 1.9623]] as const) {
      expect(studentQuantile(freedom)).toBeGreaterThanOrEqual(exact);
      expect(studentQuantile(freedom)).toBeLessThan(exact * 1.02);
    }
  });

  test.each([
    [1, 3, "better", "worse"],
    [-3, -1, "worse", "better"],
    [-0.9, 0.9, "no difference that matters", "no difference that matters"],
    [0.2, 0.8, "no difference that matters", "no difference that matters"],
    [0.5, 3, "undecided", "undecided"],
    [-2, 0.5, "undecided", "undecided"],
  ])("an interval from %d to %d with 1 as the smallest difference", (low, high, ifMore, ifLess) => {
    expect(verdictOf({ towns: 9, mean: (low + high) / 2, low, high }, 1, true)).toBe(ifMore);
    expect(verdictOf({ towns: 9, mean: (low + high) / 2, low, high }, 1, false)).toBe(ifLess);
  });
});

describe("differences", () => {
  const outcomes: readonly Outcome[] = [
    { name: "left", unit: "%", isMoreBetter: false, smallest: 1, isAlwaysComparable: true, of: () => null },
    { name: "faces", unit: "staff", isMoreBetter: false, smallest: 1, of: () => null },
  ];
  const trial = (townSeed: number, arm: string, faces: number | null, more: Partial<Trial> = {}): Trial => ({
    profile: "p", townSeed, planSeed: 1, arm, issues: 0, missing: [], levels: [0, 0, 0], values: { left: 0, faces }, ...more,
  });

  test("pairs that do not do the same work, or break rules, count only where they may", () => {
    const trials = [
      trial(1, "minute", 5), trial(1, "other", 3),
      trial(2, "minute", 6, { missing: ["a"] }), trial(2, "other", 4.5, { missing: ["a"] }),
      trial(3, "minute", 7, { missing: ["a"], values: { left: 2, faces: 7 } }), trial(3, "other", 1),
      trial(4, "minute", 8), trial(4, "other", 1, { issues: 1 }),
    ];
    const [left, faces] = differencesOf(trials, outcomes);
    expect(left).toMatchObject({ leftOut: 1, base: 2 / 3, interval: { towns: 3, mean: -2 / 3 } });
    expect(faces).toMatchObject({ arm: "other", outcome: "faces", leftOut: 2, base: 5.5, interval: { towns: 2, mean: -1.75 } });
    // Two towns: -2 and -1.5, standard error 0.25.
    expect(faces?.interval?.high).toBeCloseTo(-1.75 + 12.707 * 0.25, 10);
    expect(faces?.verdict).toBe("undecided");
  });

  test("half a percent left undone is too little to keep plans apart, and what is left undone has its price", () => {
    const nearly = (townSeed: number, arm: string, left: number): Trial => trial(townSeed, arm, 5, { missing: [arm], values: { [UNSTAFFED]: left, faces: 5 } });
    const compared = (left: number): number => differencesOf([nearly(1, "minute", 0.1), nearly(1, "other", left)], outcomes)[1]?.interval?.towns ?? 0;
    expect([compared(0.49), compared(0.5)]).toEqual([1, 0]);
    const cost = OUTCOMES.find(({ name }) => name === SHARED_COST)!;
    // Ten granted hours, 120 priced minutes, and a visit of 20 minutes left out: 120 + 3 * (20 + 15) minutes.
    const measures = { granted: { granted: { value: 600 } }, missing: [{ minutes: 20 }] } as unknown as Measures;
    expect(cost.of(measures, { levels: [0, 7, 120], terms: [] })).toBeCloseTo(22.5, 10);
  });

  test("a loss reads as plainly as a gain", () => {
    const towns = [1, 2, 3, 4];
    const trials = towns.flatMap((seed) => [trial(seed, "minute", 5), trial(seed, "gains", 3 + seed / 100), trial(seed, "loses", 7 + seed / 100)]);
    const differences = differencesOf(trials, outcomes);
    expect(differences.filter(({ outcome }) => outcome === "faces").map(({ arm, verdict }) => [arm, verdict])).toEqual([["gains", "better"], ["loses", "worse"]]);
    const text = differencesText({ settings: "settings", differences, byProfile: [], search: [], trials });
    expect(text).toMatch(/^gains +better in 1, worse in 0,/m);
    expect(text).toMatch(/^loses +better in 0, worse in 1,/m);
    expect(text.startsWith(HEADING)).toBe(true);
    for (const line of NEVER_CLAIMED) expect(text).toContain(line);
  });
});

test("all arms of a town have equal means, and one that has not is refused", () => {
  const town = sampleTown({ seed: 2, clients: 5, days: 3 });
  const base = demandOf(town, BASE).demand;
  for (const arm of [...MODEL_ARMS, ...PRESET_ARMS]) expect(() => requireEqualMeans(base, demandOf(town, arm).demand)).not.toThrow();
  expect(() => requireEqualMeans(base, { ...base, terms: base.terms.slice(1) })).toThrow(/same means/);
  expect(() => requireEqualMeans(base, { ...base, shifts: base.shifts.slice(1) })).toThrow(/same means/);
});

test("a small run has a trial for each arm, the same every time, and the base again differs by its draws only", () => {
  const options = { towns: 1, seeds: 1, steps: 200, profiles: 1, arms: [BASE, FIRST_PLAN, NULL_ARM], clients: 4, days: 2 };
  const trials = trialsOf(options);
  expect(trials.map(({ arm, issues }) => [arm, issues])).toEqual([["minute", 0], ["minute, first plan", 0], ["minute, other draws", 0]]);
  expect(trialsOf(options)).toEqual(trials);
  expect(isWorse(trials[0]!, trials[1]!)).toBe(false);
  expect(Object.keys(trials[0]!.values)).toEqual(OUTCOMES.map(({ name }) => name));
});

test("what cannot be meant is refused", () => {
  expect(modelsOptions(["--help"])).toBeNull();
  expect(modelsOptions(["--quick", "--towns", "2"])).toMatchObject({ towns: 2, profiles: 1, seeds: 1 });
  expect(modelsOptions([])!.arms.map(({ name }) => name)).toContain("gavle");
  expect(() => modelsOptions(["--towns", "0"])).toThrow(CommandError);
  expect(() => modelsOptions(["--twons", "1"])).toThrow(CommandError);
});
