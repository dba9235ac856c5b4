import { expect, test } from "vitest";
import { checkPlan } from "../../../src/check/plan/checkPlan.ts";
import { PLAN_ISSUE_CODES } from "../../../src/check/plan/codes.ts";
import { formatIssue } from "../../../src/errors.ts";
import { Random } from "../../../src/random.ts";
import { type Pair, randomPair } from "../../generate/demands.ts";
import type { Mutator } from "./mutate/mutator.ts";
import { names } from "./mutate/names.ts";
import { times } from "./mutate/times.ts";
import { together } from "./mutate/together.ts";

const mutators: readonly Mutator[] = [...names, ...times, ...together];
const WANTED = 20;

test("every code has a mutator that brings it about", () => {
  expect([...new Set(mutators.map(({ code }) => code))].sort()).toEqual(Object.keys(PLAN_ISSUE_CODES).sort());
});

test.each(mutators)("$code, $name: reported under this code and no other", (mutator) => {
  const ran = onPairs(mutator, 1, (codes, issues) => {
    expect(codes, issues).toContain(mutator.code);
    expect([mutator.code, ...(mutator.also ?? [])], issues).toEqual(expect.arrayContaining(codes));
  });
  expect(ran).toBe(WANTED);
});

test.each(mutators.filter(({ border }) => border))("$code, $name: nothing is reported at the border of the rule", (mutator) => {
  const ran = onPairs(mutator, 0, (codes, issues) => expect(codes, issues).toEqual([]));
  expect(ran).toBe(WANTED);
});

const pairs = new Map<number, Pair>();

/** Pairs of the usual options are made once. */
function pairOf(seed: number, { options }: Mutator): Pair {
  const pair = (options === undefined ? pairs.get(seed) : undefined) ?? randomPair(seed, options);
  if (options === undefined) pairs.set(seed, pair);
  return pair;
}

/** Tries the mutator on pairs until it found a place for it often enough; how often it did. */
function onPairs(mutator: Mutator, excess: 0 | 1, judge: (codes: string[], issues: string) => void): number {
  let ran = 0;
  for (let seed = 0; seed < 600 && ran < WANTED; seed++) {
    const mutated = mutator.mutate(pairOf(seed, mutator), Random.keyed(seed, mutator.code), excess);
    if (mutated === undefined) continue;
    const { issues } = checkPlan(mutated.demand, mutated.plan);
    judge([...new Set(issues.map(({ code }) => code))], `seed ${seed}: ${issues.map(formatIssue).join("\n")}`);
    ran++;
  }
  return ran;
}
