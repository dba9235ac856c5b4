import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Measured } from "../../bench/speed/measure.ts";
import { casesOf, demandOf, SHAPES } from "../../bench/speed/shapes.ts";
import { chosenCases, speedOptions, speedText } from "../../bench/speed/speed.ts";
import { type CaseSpeed, caseSpeed, changeOf, merged, readSpeeds, type Speeds, writeSpeeds } from "../../bench/speed/speeds.ts";
import { formatIssue, isInputError } from "../../src/errors.ts";
import type { Demand } from "../../src/model/demand.ts";
import { canonicalJson } from "../../src/model/hash.ts";
import { readDemand } from "../../src/model/readDemand.ts";

const issuesOf = (demand: Demand): readonly string[] => {
  try {
    readDemand(demand);
    return [];
  } catch (error) {
    return isInputError(error) ? error.issues.map(formatIssue) : [String(error)];
  }
};

test("every case up to 300 tasks is a valid demand, the same every time", () => {
  for (const one of casesOf(true).filter(({ size }) => size <= 300)) {
    const demand = demandOf(one);
    expect(issuesOf(demand), one.name).toEqual([]);
    if (one.size === 30) expect(canonicalJson(demandOf(one))).toBe(canonicalJson(demand));
  }
});

test("cases have about as many tasks as their name says, and those with an unused rule the same tasks as those without", () => {
  for (const one of casesOf(true).filter(({ size }) => size <= 300)) {
    const { tasks } = demandOf(one);
    expect(Math.abs(tasks.length / one.size - 1), one.name).toBeLessThan(0.1);
    if (one.rule !== undefined)
      expect(tasks.map(({ id }) => id)).toEqual(demandOf({ shape: one.shape, size: one.size }).tasks.map(({ id }) => id));
  }
});

test("a case that is asked for with its unused rule brings the one without, others stay away", () => {
  const named = (only: string, all = false): readonly string[] => chosenCases({ only, quick: false, all }).map(({ name }) => name);
  expect(named("day+unused/300")).toEqual(["day/300", "day+unused/300"]);
  expect(named("plain/30")).toEqual(["plain/30"]);
  expect(named("soft+pool/*", true)).toEqual(["soft/300", "soft+pool/300"]);
  expect(named("*/3000")).toEqual(Object.keys(SHAPES).map((shape) => `${shape}/3000`));
  expect(() => named("soft+pool/*")).toThrow("None of the");
  expect(chosenCases({ only: "*", quick: true, all: false }).every(({ size }) => size <= 300)).toBe(true);
});

test("options are read, and what is none is refused", () => {
  expect(speedOptions(["--help"])).toBeNull();
  expect(speedOptions(["--only", "x", "--save"])).toMatchObject({ only: "x", save: true, quick: false, json: undefined });
  expect(() => speedOptions(["--fast"])).toThrow("speed --help");
});

/** Two processes whose calibration loops run 10 and 20 million turns a second. */
const sample = (stepsPerSecond: number, turns: number, collections = 0) => ({
  stepsPerSecond,
  relative: stepsPerSecond / turns,
  collections,
});
const moves = (a: number, b: number, loop: number, bytesPerStep: number) => ({
  loop,
  bytesPerStep,
  moves: [
    { name: "swap", weight: 3, triesPerSecond: a, useful: 0.5 },
    { name: "serve", weight: 1, triesPerSecond: b, useful: 1 },
  ],
});
const slow = { built: { tasks: 9, building: 1 }, moves: moves(100, 200, 1e7, 40) };
const fast = { built: { tasks: 9, building: 3 }, moves: moves(300, 600, 2e7, 20) };

test("a case's figures are medians, its moves' shares of time follow from weights and speeds", () => {
  const found = caseSpeed([slow, fast], [sample(1000, 1e7, 2), sample(2000, 2e7), sample(3000, 2e7, 1)]);
  expect(found).toEqual({
    tasks: 9,
    building: 2,
    stepsPerSecond: 2000,
    relative: 100,
    collections: 3,
    bytesPerStep: 30,
    moves: {
      // 3 / 200 s and 1 / 400 s: 6 to 1
      swap: { triesPerSecond: 200, relative: 12.5, useful: 0.5, timeShare: expect.closeTo((100 * 6) / 7) },
      serve: { triesPerSecond: 400, relative: 25, useful: 1, timeShare: expect.closeTo(100 / 7) },
    },
  });
});

test("the ratio of a pair is the median over repetitions side by side", () => {
  const plain = [sample(1000, 1e7), sample(4000, 1e7), sample(2000, 1e7)];
  const ruled = [sample(900, 1e7), sample(2000, 1e7), sample(2000, 1e7)];
  expect(caseSpeed([slow], ruled, plain).ratio).toBeCloseTo(0.9);
});

const speedOf = (relative: number, swap: number): CaseSpeed => ({
  tasks: 9,
  building: 1,
  stepsPerSecond: 1000,
  relative,
  collections: 0,
  bytesPerStep: 0,
  moves: { swap: { triesPerSecond: 1, relative: swap, useful: 1, timeShare: 100 } },
});
const speeds = (cases: Speeds["cases"], node = "v20.0.0"): Speeds => ({
  machine: { cpu: "a", platform: "b", node, turnsPerSecond: 1e8 },
  settings: { steps: 10, warmUp: 5, repetitions: 1, processes: 1 },
  cases,
});

test("changes compare what is left when the machine's own speed is taken out", () => {
  const change = changeOf({ ...speedOf(110, 40), stepsPerSecond: 1 }, speedOf(100, 50));
  expect(change.steps).toBeCloseTo(10);
  expect(change.moves["swap"]).toBeCloseTo(-20);
  expect(changeOf(speedOf(110, 40), undefined)).toEqual({ steps: undefined, moves: { swap: undefined } });
});

test("the table shows the change of each case and says where there is nothing to compare with", () => {
  const now = speeds({ "plain/30": speedOf(110, 40), "new/30": speedOf(1, 1) });
  const text = speedText(now, speeds({ "plain/30": speedOf(100, 50) }), true);
  expect(text).toMatch(/plain\/30 .*\+10\.00 %/);
  expect(text).toMatch(/new\/30 .* 1 +- +0 +0/);
  expect(text).toMatch(/plain\/30 +swap .*-20\.00 %/);
  expect(speedText(now, undefined, false)).toContain("no baseline");
  expect(speedText(now, { ...now, settings: { ...now.settings, steps: 11 } }, false)).toContain("mean little");
});

test("a partial measurement replaces its cases only, and never mixes machines", () => {
  const before = speeds({ a: speedOf(1, 1), b: speedOf(2, 2) });
  expect(merged(before, speeds({ b: speedOf(3, 3) }), false).cases).toEqual({ a: speedOf(1, 1), b: speedOf(3, 3) });
  expect(merged(before, speeds({ b: speedOf(3, 3) }), true).cases).toEqual({ b: speedOf(3, 3) });
  expect(() => merged(before, speeds({}, "v22.0.0"), false)).toThrow("without --only");
  expect(merged(undefined, before, false)).toBe(before);
});

test("figures are written one case a line and read again", () => {
  const folder = mkdtempSync(join(tmpdir(), "speed-"));
  try {
    const path = join(folder, "speeds.json");
    expect(readSpeeds(path)).toBeUndefined();
    const all = speeds({ a: speedOf(123.4, 1), b: speedOf(2, 2) });
    writeSpeeds(path, all);
    expect(readSpeeds(path)).toEqual(all);
    expect(
      readFileSync(path, "utf8")
        .split("\n")
        .filter((line) => line.includes('"tasks"')),
    ).toHaveLength(2);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("moves are undone: trying them all leaves the lane as it was", async () => {
  const lane = () => new Measured(demandOf({ shape: "day", size: 30 }), 200);
  const tried = lane();
  expect(tried.tasks).toBeGreaterThan(25);
  const names = tried.moveSpeeds().map(({ name }) => name);
  expect(names).toContain("relocate");
  expect(tried.now()).toEqual(lane().now());
  expect((await tried.steps(100)).stepsPerSecond).toBeGreaterThan(0);
});
