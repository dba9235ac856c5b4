import { expect, test } from "vitest";
import { checkPlan } from "../../../src/check/plan/checkPlan.ts";
import { formatIssue } from "../../../src/errors.ts";
import { GROUPINGS, type Measure, type Term } from "../../../src/model/term.ts";
import { Random } from "../../../src/random.ts";
import { type Pair, randomPair } from "../../generate/demands.ts";
import { costs } from "./mutate/costs.ts";
import { withDemand } from "./mutate/mutator.ts";

const MEASURES = Object.keys(GROUPINGS) as Measure[];
const WANTED = 20;

/** One term for each measure: its sum over the plan. */
const TERMS = MEASURES.map(
  (measure): Term => ({ name: measure, level: 1, measure, unit: "one", per: "plan", reduce: "sum", curve: { points: [[0, 0]], above: 1 } }),
);

function judged(pair: Pair): { readonly raw: readonly number[]; readonly issues: string } {
  const { demand, plan } = withDemand(pair, { terms: TERMS });
  const { issues, score } = checkPlan(demand, plan);
  return { raw: score.terms.map(({ raw }) => raw), issues: issues.map(formatIssue).join("\n") };
}

test("every measure has a mutator that makes it larger", () => {
  expect([...new Set(costs.map(({ measure }) => measure))].sort()).toEqual([...MEASURES].sort());
});

test.each(costs)("$measure, $name: this and nothing else costs more", ({ measure, mutate, options }) => {
  let ran = 0;
  let grew = 0;
  for (let seed = 0; seed < 600 && ran < WANTED; seed++) {
    const pair = randomPair(seed, options);
    const changed = mutate(pair, Random.keyed(seed, "cost", measure));
    if (changed === undefined) continue;
    const before = judged(pair);
    const after = judged(changed.pair);
    expect(after.issues, `seed ${seed}`).toBe("");
    const expected = MEASURES.map((name, i) => (before.raw[i] as number) + (changed.grown[name] ?? 0));
    const byName = (raw: readonly number[]): object =>
      Object.fromEntries(MEASURES.map((name, i) => [name, Math.round((raw[i] as number) * 1e6) / 1e6]));
    expect(byName(after.raw), `seed ${seed}`).toEqual(byName(expected));
    if ((changed.grown[measure] ?? 0) > 0) grew++;
    ran++;
  }
  expect(ran).toBe(WANTED);
  expect(grew).toBeGreaterThan(5);
});
