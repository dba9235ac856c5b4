import { describe, expect, test } from "vitest";
import { townOf } from "../../bench/rules/families.ts";
import { checkPlan } from "../../src/check/plan/checkPlan.ts";
import { UsageError } from "../../src/errors.ts";
import type { Demand } from "../../src/model/demand.ts";
import { hashOf } from "../../src/model/hash.ts";
import type { Plan } from "../../src/model/plan.ts";
import { compareScores } from "../../src/model/score.ts";
import type { SolveOptions } from "../../src/solve/options.ts";
import type { LanePool, LanesFound } from "../../src/solve/pool.ts";
import { solve, solveSync } from "../../src/solve/solve.ts";
import { demand as hand, planOf, round, shift, task } from "../check/plan/hand.ts";
import { randomDemand, randomPair } from "../generate/demands.ts";

const BIG = { tasks: [10, 14], shifts: [3, 5], features: { unserved: 1 } } as const;
const some = randomDemand(3, { ...BIG, features: { unserved: 1, double: 0 } });

/** Ticks by one each time it is looked at. */
const counting = (): (() => number) => {
  let looks = 0;
  return () => looks++;
};

test("progress is a share of the budget, also where there are no steps to take", async () => {
  for (const steps of [0, 50]) {
    const shares: number[] = [];
    await solve(some, { steps, clock: counting(), onProgress: ({ share }) => shares.push(share) }).result;
    expect(shares.length).toBeGreaterThan(0);
    expect(shares.filter((share) => !(share >= 0 && share <= 1))).toEqual([]);
  }
});

describe("the same Demand, seed, steps and lanes", () => {
  test("give the same plan to the bit, at once or in slices", async () => {
    for (let seed = 0; seed < 4; seed++) {
      const demand = randomDemand(seed, BIG);
      const options: SolveOptions = { seed: 4, steps: 100, lanes: 2 };
      const [first, again, sliced] = [solveSync(demand, options), solveSync(demand, options), await solve(demand, options).result];
      expect(hashOf(again.plan), `seed ${seed}`).toBe(hashOf(first.plan));
      expect(hashOf(sliced.plan), `seed ${seed}`).toBe(hashOf(first.plan));
      expect([first.steps, sliced.cooling]).toEqual([200, first.cooling]);
    }
  });

  test("are written into the plan, which the judge has seen", () => {
    const { plan, score, issues, steps } = solveSync(some, { seed: 9, steps: 150, lanes: 3 });
    expect(plan.origin).toEqual({ tool: "hemtur", seed: 9, steps: 150, lanes: 3 });
    expect(steps).toBe(450);
    expect(checkPlan(some, plan)).toEqual({ issues, score });
  });

  test("of another seed find another way", () => {
    const hashes = [1, 2, 3, 4].map((seed) => hashOf(solveSync(some, { seed, steps: 0 }).plan.shifts));
    expect(new Set(hashes).size).toBeGreaterThan(1);
  });
});

describe("lanes", () => {
  test("each cool from hot to cold in their own row", () => {
    const { cooling } = solveSync(some, { steps: 300, lanes: 3 });
    for (const lane of [0, 1, 2]) {
      const own = cooling.filter((point) => point.lane === lane);
      expect(own[0]).toEqual({ lane, step: 0, at: 0 });
      for (const [i, point] of own.entries()) {
        if (i === 0) continue;
        expect(point.step).toBeGreaterThan(own[i - 1]!.step);
        expect(point.at).toBeGreaterThan(own[i - 1]!.at);
      }
    }
  });

  test("go different ways", () => {
    const better = Array.from({ length: 10 }, (_, seed) => randomDemand(seed, BIG)).filter((demand) => {
      const [one, eight] = [1, 8].map((lanes) => solveSync(demand, { steps: 0, lanes }).score);
      return compareScores(eight!, one!) < 0;
    });
    expect(better.length).toBeGreaterThan(0);
  });

  test("more of them are never worse: the first ones do the same as before", () => {
    for (let seed = 0; seed < 6; seed++) {
      const demand = randomDemand(seed, BIG);
      const [one, three] = [1, 3].map((lanes) => solveSync(demand, { steps: 60, lanes }));
      if (one!.status === "infeasible") continue;
      expect(compareScores(three!.score, one!.score), `seed ${seed}`).toBeLessThanOrEqual(0);
    }
  });
});

describe("the end of the search", () => {
  test("an abort gives the best so far and never rejects", async () => {
    const controller = new AbortController();
    const run = solve(some, { seconds: 3600, signal: controller.signal });
    for await (const { plan } of run.improvements()) {
      expect(plan.demandHash).toBe(hashOf(some));
      controller.abort();
    }
    const { plan, status, issues } = await run.result;
    expect(checkPlan(some, plan).issues).toEqual(issues);
    expect(status).toBe(issues.length === 0 ? "feasible" : "infeasible");
  });

  test("an abort before the beginning gives what construction found", async () => {
    const { steps, plan } = await solve(some, { seconds: 3600, signal: AbortSignal.abort() }).result;
    expect(steps).toBe(0);
    expect(plan.shifts.length).toBeGreaterThan(0);
  });

  test("comes with the seconds of the clock given, whatever a second is", () => {
    const clock = counting();
    const { steps, seconds } = solveSync(some, { seconds: 100, clock });
    expect(seconds).toBeGreaterThanOrEqual(100);
    expect(steps).toBeGreaterThan(0);
    expect(steps).toBeLessThan(100 * 50);
  });

  test("no seconds are no steps", () => expect(solveSync(some, { seconds: 0 }).steps).toBe(0));

  test("steps end it even where there is time", () => expect(solveSync(some, { seconds: 3600, steps: 120 }).steps).toBe(120));
});

test("a search over frames says how far from best its minutes may be, where they have several visits", () => {
  const { demand } = townOf({ family: "frames", size: 50 });
  const { frames, score } = solveSync(demand, { steps: 3000, seed: 1 });
  expect(frames).not.toBeNull();
  const { level, cost, bound, gap } = frames!;
  expect(cost).toBeCloseTo(score.levels[level]!, 6);
  expect(bound).toBeLessThanOrEqual(cost + 1e-6);
  expect(gap).toBeCloseTo(Math.max(0, cost - bound), 6);
  expect(solveSync(some, { steps: 10 }).frames).toBeNull();
});

describe("a plan to begin with", () => {
  test("is never made worse", () => {
    let better = 0;
    for (let seed = 0; seed < 40; seed++) {
      const { demand, plan } = randomPair(seed, { tasks: [1, 12], shifts: [1, 4] });
      const given = checkPlan(demand, plan);
      expect(given.issues, `seed ${seed}`).toEqual([]);
      const { score, status } = solveSync(demand, { start: plan, steps: 40 });
      expect(status, `seed ${seed}`).toBe("feasible");
      expect(compareScores(score, given.score), `seed ${seed}`).toBeLessThanOrEqual(0);
      if (compareScores(score, given.score) < 0) better++;
    }
    expect(better).toBeGreaterThan(5);
  });

  test("is given back where nothing as good is found", async () => {
    const { demand, plan } = randomPair(5, { tasks: [6, 9], features: { unserved: 1, required: 0, baseline: 0 } });
    const nothing = planOf(demand, []);
    const found = { plan: nothing, levels: [0], steps: 7, cooling: [], frames: null, hasResult: true };
    const idle = { threads: 1, run: () => Promise.resolve(found) };
    const { plan: kept, score, issues } = await solve(demand, { start: plan, steps: 7, pool: idle }).result;
    expect(kept).toEqual({ ...plan, origin: { tool: "hemtur", seed: 1, steps: 7, lanes: 1 } });
    expect({ issues, score }).toEqual(checkPlan(demand, plan));
    expect((await solve(demand, { steps: 7, pool: idle }).result).plan.shifts).toEqual([]);
  });

  test("of another Demand is refused", () => {
    const start: Plan = { ...planOf(hand, [round]), demandHash: "of another" };
    expect(() => solveSync(hand, { start })).toThrow(/of another.*adopt/);
  });
});

test("improvements are better and better, and end with the search at its result", async () => {
  let told = 0;
  for (let seed = 0; seed < 5; seed++) {
    const demand = randomDemand(seed, { ...BIG, tasks: [14, 14] });
    const run = solve(demand, { steps: 1000 });
    let last: Plan | null = null;
    for await (const improvement of run.improvements()) {
      if (last !== null) {
        const [before, now] = [last, improvement.plan].map((plan) => checkPlan(demand, plan));
        if (before!.issues.length === 0) {
          expect(now!.issues).toEqual([]);
          expect(compareScores(now!.score, before!.score), `seed ${seed}`).toBeLessThan(0);
        }
      }
      last = improvement.plan;
      told++;
    }
    const { plan } = await run.result;
    expect(plan.shifts, `seed ${seed}`).toEqual(last?.shifts);
  }
  expect(told).toBeGreaterThanOrEqual(5);
});

test("of lanes that end equally well the first is the result, and shown last, though another was ready before it", async () => {
  const either = { ...hand, tasks: [task("a", 1)], shifts: [shift("one", "anna"), shift("other", "bo")] };
  const doneBy = (id: string): LanesFound => ({
    plan: planOf(either, [{ shift: id, option: 0, begin: 480, end: 600, tasks: [{ id: "a", slot: 0, start: 500, end: 530 }] }]),
    levels: [0],
    steps: 1,
    cooling: [],
    frames: null,
    hasResult: true,
  });
  const other: LanesFound = doneBy("other");
  const pool: LanePool = {
    threads: 2,
    run: async (job, watch) => {
      if (job.firstLane === 1) {
        watch.report({ ...other, plan: () => other.plan });
        return other;
      }
      for (let turn = 0; turn < 10; turn++) await Promise.resolve();
      return doneBy("one");
    },
  };
  const run = solve(either, { steps: 1, lanes: 2, pool });
  const shown: string[] = [];
  for await (const { plan } of run.improvements()) shown.push(plan.shifts[0]!.shift);
  expect(shown).toEqual(["other", "one"]);
  expect((await run.result).plan.shifts[0]!.shift).toBe("one");
});

test("where there is no plan, the status says so and the issues say why", () => {
  const alone = { ...hand, tasks: [task("a", 1, { required: true, who: { traits: ["juggler"] } })] };
  const { status, issues, plan } = solveSync(alone, { steps: 50 });
  expect(status).toBe("infeasible");
  expect(issues.map(({ code }) => code)).toEqual(["required-unserved"]);
  expect(plan).toMatchObject({ shifts: [], unserved: ["a"] });
});

describe("a Demand with little in it", () => {
  const empty: Demand = { ...hand, tasks: [], shifts: [], workers: [], clients: [] };
  test.each<[string, Demand, readonly string[]]>([
    ["nothing at all", empty, []],
    ["no tasks", { ...hand, tasks: [] }, []],
    ["no shifts", { ...hand, shifts: [] }, ["a", "b"]],
    ["one task and one shift", { ...hand, tasks: [task("a", 1, { required: true })], shifts: [shift("early", "anna")] }, []],
  ])("%s", async (_, demand, unserved) => {
    for (const result of [
      solveSync(demand, { steps: 100, lanes: 2 }),
      solveSync(demand, { seconds: 0 }),
      await solve(demand, { steps: 100 }).result,
    ]) {
      expect(result.status).toBe("feasible");
      expect(result.plan.unserved).toEqual(unserved);
    }
  });
});

describe("options that make no sense are refused by name", () => {
  test.each<[string, SolveOptions]>([
    ["seconds is -1", { seconds: -1 }],
    ["seconds is NaN", { seconds: Number.NaN }],
    ["steps is 1.5", { steps: 1.5 }],
    ["steps is -1", { steps: -1 }],
    ["seed is 0.5", { seed: 0.5 }],
    ["lanes is 0", { lanes: 0 }],
    ["lanes is 1.5", { lanes: 1.5 }],
    ["replay does not end", { replay: [{ lane: 0, step: 0, at: 0 }] }],
  ])("%s", (words, options) => {
    for (const run of [() => solveSync(hand, options), () => void solve(hand, options)]) {
      expect(run).toThrow(UsageError);
      expect(run).toThrow(words);
    }
  });

  test("a pool where nobody waits for it", () => {
    const pool = { threads: 2, run: () => Promise.reject(new Error("never asked")) };
    expect(() => solveSync(hand, { pool })).toThrow(/solveSync cannot wait/);
  });
});

test("a baseline that is best already comes back as it was, with and without now, whatever is priced", () => {
  const must = hand.tasks.map((one) => ({ ...one, required: true, duration: { min: 30, max: 30 } }));
  for (const now of [undefined, 505]) {
    for (const measures of [[], ["travel"], ["travel", "waiting"]] as const) {
      const terms = measures.map((measure) => ({ name: measure, level: 1, measure, unit: "one", per: "plan", reduce: "sum", curve: { points: [[0, 0]], above: 1 } }) as const);
      const demand = { ...hand, tasks: must, shifts: hand.shifts.slice(0, 1), terms, baseline: [round], ...(now === undefined ? {} : { now }) };
      const { status, plan, issues } = solveSync(demand, { steps: 300, audit: true });
      expect({ status, issues, tasks: plan.shifts.flatMap(({ tasks }) => tasks.map(({ id }) => id)) }).toEqual({ status: "feasible", issues: [], tasks: ["a", "b"] });
    }
  }
});
