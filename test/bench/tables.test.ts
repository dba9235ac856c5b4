import { describe, expect, test } from "vitest";
import { readCsv } from "../../bench/csv.ts";
import { gapOf, median, type Run, summaryOf } from "../../bench/quality/results.ts";
import { matchesGlob } from "../../bench/suites.ts";
import { figure, percent, tableText } from "../../bench/table.ts";

const run = (instance: string, cost: number, bestKnown: number | null, feasible = true): Run => ({
  instance,
  seed: 1,
  seconds: 1,
  cpuSeconds: 1,
  threads: 1,
  steps: 1,
  cost,
  bestKnown,
  gap: null,
  feasible,
});

describe("reading comma-separated values", () => {
  test("keeps commas and quotation marks within quotation marks", () => {
    expect(readCsv('a,b,c\r\n1,"x, ""y"" (z), w",3\n')).toEqual([{ a: "1", b: 'x, "y" (z), w', c: "3" }]);
  });

  test("keeps empty fields, also the last", () => {
    expect(readCsv("a,b,c\n,,\n1,,3")).toEqual([
      { a: "", b: "", c: "" },
      { a: "1", b: "", c: "3" },
    ]);
  });
});

describe("the gap of an instance", () => {
  test("is that of its median seed, and of the mean of the two in the middle", () => {
    expect(gapOf([run("a", 130, 100), run("a", 110, 100), run("a", 101, 100)])).toBeCloseTo(10);
    expect(gapOf([run("a", 110, 100), run("a", 102, 100)])).toBeCloseTo(6);
    expect(median([])).toBeNaN();
  });

  test("leaves out illegal plans, and instances of which nothing is known", () => {
    expect(gapOf([run("a", 50, 100, false), run("a", 110, 100)])).toBeCloseTo(10);
    expect(gapOf([run("a", 50, 100, false)])).toBeNull();
    expect(gapOf([run("a", 110, null)])).toBeNull();
  });
});

test("the summary is the mean over instances, not over runs", () => {
  const runs = [run("a", 110, 100), run("a", 110, 100), run("a", 110, 100), run("b", 98, 100), run("c", 7, null), run("d", 1, 100, false)];
  const summary = summaryOf(runs);
  expect(summary.meanGap).toBeCloseTo(4);
  expect(summary.worstGap).toBeCloseTo(10);
  expect(summary).toMatchObject({ instances: 4, runs: 6, compared: 2, infeasibleRuns: 1, belowBestKnown: 1 });
});

test("a glob matches whole names, and its other characters stand for themselves", () => {
  expect(matchesGlob("R102", "r1*")).toBe(true);
  expect(matchesGlob("RC102", "R1*")).toBe(false);
  expect(matchesGlob("C1_10_1", "C1_?_1")).toBe(false);
  expect(["C101", "R101", "RC101"].map((name) => matchesGlob(name, "[RC]1*"))).toEqual([true, true, false]);
  expect(matchesGlob("a(b", "a(b") && matchesGlob("a[", "a[")).toBe(true);
  expect(matchesGlob("a.b", "a.b")).toBe(true);
  expect(matchesGlob("axb", "a.b")).toBe(false);
});

test("tables line up, figures to the right", () => {
  expect(
    tableText(
      ["name", " cost"],
      [
        ["a", "1.00"],
        ["long", "100.00"],
      ],
    ),
  ).toBe(["name    cost", "----  ------", "a       1.00", "long  100.00"].join("\n"));
  expect([figure(null), figure(Number.NaN), figure(1.005, 1), percent(-0.5), percent(2), percent(null)]).toEqual([
    "-",
    "-",
    "1.0",
    "-0.50 %",
    "+2.00 %",
    "-",
  ]);
});
