import { expect, test } from "vitest";
import { boundByRounds } from "../../../src/bound/rounds/levels.ts";
import { boundByTree } from "../../../src/bound/tree/tree.ts";
import { readVrptw } from "../../../src/io/benchmarks/vrptw/readVrptw.ts";
import type { Demand } from "../../../src/model/demand.ts";
import { compareScores } from "../../../src/model/score.ts";
import { compile } from "../../../src/problem/compile.ts";
import { Random } from "../../../src/random.ts";
import { mixtureOf, seededDemand } from "../../reference/seeded.ts";

const endless = { steps: 100_000, stopped: () => false };

test("bounds by rounds are below the optimum whatever couples rounds", () => {
  let reached = 0;
  for (let seed = 100; seed < 180; seed++) {
    const problem = compile(seededDemand(seed));
    const optimum = boundByTree(problem, { ...endless })!;
    const bound = boundByRounds(problem, endless);
    if (optimum.levels === null) continue;
    const above = compareScores(bound, { levels: optimum.levels }) > 0;
    expect({ seed, bound: bound.levels, optimum: optimum.levels, above, mixed: mixtureOf(seededDemand(seed)) }).toMatchObject({ seed, above: false });
    if (compareScores(bound, { levels: optimum.levels }) === 0) reached++;
  }
  expect(reached).toBeGreaterThan(20);
});

/** Six customers, windows and loads at random, three vehicles. */
function smallRouting(seed: number): Demand {
  const random = Random.keyed(seed, "routing");
  const rows = Array.from({ length: 6 }, (_, i) => {
    const from = random.below(120);
    return [i + 1, random.below(60), random.below(60), 1 + random.below(9), from, from + 20 + random.below(120), 5].join(" ");
  });
  return readVrptw(["SMALL", "VEHICLE", "NUMBER CAPACITY", "3 20", "CUSTOMER", "0 30 30 0 0 300 0", ...rows].join("\n"));
}

test("where nothing couples rounds, bounds by rounds are all but the optimum", () => {
  let shares = 0;
  let compared = 0;
  for (let seed = 0; seed < 40; seed++) {
    const problem = compile(smallRouting(seed));
    const optimum = boundByTree(problem, { ...endless });
    const [, bound] = boundByRounds(problem, endless).levels;
    if (optimum === null || !optimum.complete) continue;
    if (optimum.levels === null) {
      expect({ seed, bound }).toEqual({ seed, bound: Infinity });
      continue;
    }
    const best = optimum.levels[1]!;
    expect(bound).toBeLessThanOrEqual(best);
    shares += (best - bound!) / best;
    compared++;
  }
  expect(compared).toBeGreaterThan(15);
  expect(shares / compared).toBeLessThan(0.005);
});
