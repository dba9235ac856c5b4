import { expect, test } from "vitest";
import { boundByRounds } from "../../../src/bound/rounds/levels.ts";
import { boundByTree } from "../../../src/bound/tree/tree.ts";
import { readVrptw } from "../../../src/io/benchmarks/vrptw/readVrptw.ts";
import type { Demand } from "../../../src/model/demand.ts";
import { compareScores } from "../../../src/model/score.ts";
import { compile } from "../../../src/problem/compile.ts";
import { Random } from "../../../src/random.ts";
import { demand, shift, slot, task, term, worker } from "../../reference/demand.ts";
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

/** Eight visits with windows in two long shifts; what is travelled is the last two levels. */
function travelledTwice(seed: number): Demand {
  const random = Random.keyed(seed, "stall");
  const at = Array.from({ length: 9 }, () => [random.below(200), random.below(200)] as const);
  const ticks = at.flatMap(([x, y]) => at.map(([u, v]) => 20 * Math.ceil(Math.hypot(x - u, y - v))));
  const tasks = at.slice(1).map((_, i) => {
    const from = random.below(500);
    return task(`t${i}`, i + 1, 400, { slots: [slot(20 * from, 20 * (from + 150 + random.below(200)))] });
  });
  return demand({
    travel: [{ mode: "walk", placeCount: at.length, ticks }],
    workers: [worker("ann"), worker("bo")],
    shifts: [shift("s", 0, 18_000), shift("t", 0, 18_000, { worker: "bo" })],
    tasks,
    terms: [term("unserved", 1, 1), term("travel", 2, 1), term("travel", 3, 1)],
  });
}

test("rounds that seem to pay by the rounding of prices alone are not found for ever", () => {
  for (let seed = 0; seed < 8; seed++) {
    const { steps, complete } = boundByRounds(compile(travelledTwice(seed)), endless);
    expect({ seed, complete, isSoon: steps < 10_000 }).toEqual({ seed, complete: true, isSoon: true });
  }
});
