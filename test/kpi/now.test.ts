import { expect, test } from "vitest";
import { walkRounds } from "../../src/kpi/measure.ts";
import type { Demand } from "../../src/model/demand.ts";
import { solveSync } from "../../src/solve/solve.ts";
import { randomPair } from "../generate/demands.ts";

const TERMS: Demand["terms"] = (["travel", "waiting"] as const).map((name) => ({
  name,
  level: 1,
  measure: name,
  unit: "one",
  per: "plan",
  reduce: "sum",
  curve: { points: [[0, 0]], above: 1 },
}));

test("rounds are walked as the judge walks them, also where somebody sets out at now", () => {
  let [seen, held] = [0, 0];
  for (let seed = 0; seed < 400; seed++) {
    const { demand } = randomPair(seed, { features: { baseline: 1, now: 1 } });
    if (demand.now === undefined) continue;
    const some: Demand = { ...demand, terms: TERMS };
    const { plan, score } = solveSync(some, { steps: 40, seed });
    const look = { tasks: new Map(some.tasks.map((t) => [t.id, t])), shifts: new Map(some.shifts.map((s) => [s.id, s])) };
    const pieces = walkRounds(some, look, plan).flatMap((round) => round.pieces);
    const spent = (activity: string): number => pieces.filter((p) => p.activity === activity).reduce((sum, p) => sum + p.end - p.begin, 0);
    expect({ seed, travel: spent("travel"), waiting: spent("waiting") }).toEqual({ seed, travel: score.terms[0]!.raw, waiting: score.terms[1]!.raw });
    seen++;
    if (pieces.some((piece, i) => piece.activity === "travel" && piece.begin === some.now && pieces[i - 1]?.activity === "waiting")) held++;
  }
  expect(seen).toBeGreaterThan(200);
  expect(held).toBeGreaterThan(2);
});
