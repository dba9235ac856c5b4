import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { boundsOptions, boundsRuns, boundsText, firstCustomers } from "../../bench/bounds/bounds.ts";
import { OPTIMA } from "../../bench/bounds/optima.ts";
import { CommandError } from "../../bench/suites.ts";

const FIVE = ["FIVE", "VEHICLE", "NUMBER CAPACITY", "2 10", "CUSTOMER", "0 0 0 0 0 100 0", "1 3 4 4 0 50 10", "2 6 8 5 20 60 10", "3 0 5 6 0 30 5", "4 1 1 2 0 90 5"].join("\n");

test("the first customers are kept, and the depot", () => {
  expect(firstCustomers(FIVE, 2)).toBe(FIVE.split("\n").slice(0, 8).join("\n"));
});

test("instances of a folder are bounded, out and back where there is but one customer", () => {
  const data = mkdtempSync(join(tmpdir(), "bounds-"));
  try {
    writeFileSync(join(data, "R101.txt"), FIVE);
    const options = { data, customers: [1, 25], only: "*", steps: undefined, seconds: undefined, cpu: false, json: undefined };
    const [one, all] = boundsRuns(options);
    expect(one).toMatchObject({ instance: "R101", customers: 1, bound: 10, optimum: null, gap: null, complete: true });
    expect(all).toMatchObject({ customers: 25, optimum: 617.1 });
    expect(boundsText([one!, all!])).toContain("R101");
    expect(() => boundsRuns({ ...options, only: "C*" })).toThrow(CommandError);
  } finally {
    rmSync(data, { recursive: true });
  }
});

test("there is an optimum for every instance at both sizes", () => {
  expect(OPTIMA.size).toBe(112);
  expect(OPTIMA.get("RC101 50")).toBe(944);
});

test("what cannot be meant is refused in a sentence", () => {
  expect(boundsOptions(["--help"])).toBeNull();
  for (const args of [[], ["--data", "x", "--customers", "0"], ["--data", "x", "--seconds", "-1"], ["--data", "x", "--steps", "1.5"], ["--nothing"]]) {
    expect(() => boundsOptions(args)).toThrow(CommandError);
  }
});
