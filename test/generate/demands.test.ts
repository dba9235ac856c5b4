import { expect, test } from "vitest";
import { checkPlan } from "../../src/check/plan/checkPlan.ts";
import { formatIssue, isInputError } from "../../src/errors.ts";
import { canonicalJson } from "../../src/model/hash.ts";
import { readDemand } from "../../src/model/readDemand.ts";
import { randomDemand, randomPair } from "./demands.ts";

const SMALL = { tasks: [1, 4], dayTicks: 48, widest: 6 } as const;

test.each([
  ["any", {}],
  ["small", SMALL],
  ["perhaps impossible", { ...SMALL, fitted: 0.7 }],
])("%s random demands are valid", (_, options) => {
  for (let seed = 0; seed < 300; seed++) {
    let issues: readonly string[] = [];
    try {
      readDemand(randomDemand(seed, options));
    } catch (error) {
      issues = isInputError(error) ? error.issues.map(formatIssue) : [String(error)];
    }
    expect(issues, `seed ${seed}`).toEqual([]);
  }
});

test("the same seed and options give the same demand", () => {
  for (let seed = 0; seed < 50; seed++) expect(canonicalJson(randomDemand(seed, SMALL))).toBe(canonicalJson(randomDemand(seed, SMALL)));
});

test("small ones have no window wider than asked for, and none open", () => {
  for (let seed = 0; seed < 300; seed++) {
    for (const { slots } of randomDemand(seed, SMALL).tasks) {
      for (const { start } of slots) expect((start[1] ?? Infinity) - (start[0] ?? -Infinity)).toBeLessThanOrEqual(6);
    }
  }
});

test("features that are off are absent, those that are on appear", () => {
  const plain = { otherFeatures: 0 };
  let profiles = 0;
  for (let seed = 0; seed < 100; seed++) {
    const demand = randomDemand(seed, plain);
    expect([demand.relations, demand.budgets, demand.pins, demand.memory, demand.pools].flat()).toEqual([]);
    expect(demand.travel.every(({ profile }) => profile === undefined)).toBe(true);
    profiles += randomDemand(seed, { ...plain, features: { profile: 1 } }).travel.filter(({ profile }) => profile !== undefined).length;
  }
  expect(profiles).toBeGreaterThan(40);
});

test("less fitted demands break the plan they were drawn around in many ways", () => {
  const codes = new Set<string>();
  for (let seed = 0; seed < 300; seed++) {
    const { demand, plan } = randomPair(seed, { fitted: 0.7 });
    for (const { code } of checkPlan(demand, plan).issues) codes.add(code);
  }
  expect(codes.size).toBeGreaterThan(12);
});
