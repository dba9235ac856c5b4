import { expect, test } from "vitest";
import { checkPlan } from "../../src/check/plan/checkPlan.ts";
import { compareScores } from "../../src/model/score.ts";
import { randomPair } from "../generate/demands.ts";
import { bestOfEveryPlan } from "./everyPlan.ts";
import { instance, TINY } from "./instances.ts";
import { retimeExactly, solveExactly } from "./solveExactly.ts";

test("the optimum is the best of all plans, enumerated without knowing a rule", () => {
  let compared = 0;
  let planless = 0;
  for (let seed = 60; seed < 150; seed++) {
    const { demand } = instance(seed, TINY);
    const longest = Math.max(...demand.tasks.map((t) => Math.ceil(1.5 * t.duration.max)));
    const best = bestOfEveryPlan(demand, TINY.horizon, longest, 1000);
    if (best === undefined) continue;
    const { score } = solveExactly(demand, { everyPlace: true });
    expect({ seed, levels: score?.levels ?? null }).toEqual({ seed, levels: best });
    compared++;
    if (best === null) planless++;
  }
  expect(compared).toBeGreaterThan(15);
  expect(planless).toBeGreaterThan(2);
  expect(planless).toBeLessThan(compared / 2);
});

test("no plan that a demand was drawn around is better than its optimum, nor than its own best times", () => {
  let legal = 0;
  let bettered = 0;
  for (let seed = 2000; seed < 2150; seed++) {
    const { demand, plan } = randomPair(seed, { tasks: [2, 5], shifts: [1, 2], days: [1, 2], dayTicks: 24 });
    const hidden = checkPlan(demand, plan);
    if (hidden.issues.length > 0) continue;
    const optimum = solveExactly(demand, { everyPlace: true }).score;
    const retimed = retimeExactly(demand, plan).score;
    if (optimum === null || retimed === null) throw new Error(`seed ${seed}: a legal plan was not found`);
    expect({ seed, worse: compareScores(hidden.score, retimed) < 0 || compareScores(retimed, optimum) < 0 }).toEqual({
      seed,
      worse: false,
    });
    legal++;
    if (compareScores(optimum, hidden.score) < 0) bettered++;
  }
  expect(legal).toBeGreaterThan(100);
  expect(bettered).toBeGreaterThan(20);
});
