/** Searches of plain Demands, judged from outside. */
import { expect, test } from "vitest";
import { checkPlan } from "../../../src/check/plan/checkPlan.ts";
import { hashOf } from "../../../src/model/hash.ts";
import { decode } from "../../../src/problem/decode.ts";
import { compile } from "../../../src/problem/compile.ts";
import { costOf } from "../../../src/search/plain/copies.ts";
import { plainOf } from "../../../src/search/plain/plain.ts";
import { PlainLane } from "../../../src/search/plain/plainLane.ts";
import { solve, solveSync } from "../../../src/solve/solve.ts";
import { solveExactly } from "../../reference/solveExactly.ts";
import { plainDemand } from "./demands.ts";

const SEEDS = Array.from({ length: 10 }, (_, k) => k + 1);

/** Ticks by one each time it is looked at. */
const counting = (): (() => number) => {
  let looks = 0;
  return () => looks++;
};

test.each(SEEDS)("after every accepted move the running cost is the judge's, and no rule is broken (seed %i)", (seed) => {
  const demand = plainDemand(seed, { tasks: 24, shifts: 5, optional: seed % 3 === 0 ? 0.5 : 0, mixed: seed % 2 === 0 });
  expect(plainOf(compile(demand))).not.toBeNull();
  const { plan, issues, score } = solveSync(demand, { steps: 400, seed, audit: true });
  expect(checkPlan(demand, plan)).toEqual({ issues, score });
  expect(issues.filter(({ code }) => code !== "required-unserved")).toEqual([]);
});

test.each(SEEDS)("of few tasks the best plan there is is found (seed %i)", (seed) => {
  const demand = plainDemand(seed, { tasks: 5, shifts: 2, optional: 0.5, mixed: seed % 2 === 0 });
  const { score } = solveExactly(demand);
  const found = solveSync(demand, { steps: 3000, seed });
  if (score === null) expect(found.issues.length).toBeGreaterThan(0);
  else expect(found.score.levels).toEqual(score.levels);
});

test("founders and children are bred where steps allow it, and find no worse plans than an annealing as short as a founder's", () => {
  const costs = [400, 30_000].map((steps) =>
    SEEDS.map((seed) => solveSync(plainDemand(seed, { tasks: 25, shifts: 8 }), { steps, seed }).score.levels[1]!),
  );
  expect(costs[1]!.filter((cost, k) => cost > costs[0]![k]!)).toEqual([]);
  expect(costs[1]!.some((cost, k) => cost < costs[0]![k]!)).toBe(true);
});

test("the same seed and steps give the same plan, at once or in slices", async () => {
  for (const seed of [1, 2, 3]) {
    const demand = plainDemand(seed, { tasks: 30, shifts: 6, mixed: seed === 2 });
    const options = { seed, steps: 20_000, lanes: 2 };
    expect(hashOf((await solve(demand, options).result).plan)).toBe(hashOf(solveSync(demand, options).plan));
  }
});

test("a run by the clock is done again from its cooling, founders and children included", () => {
  for (const seconds of [3, 40, 3000]) {
    const demand = plainDemand(7, { tasks: 25, shifts: 6 });
    const timed = solveSync(demand, { seed: 3, seconds, clock: counting() });
    const again = solveSync(demand, { seed: 3, replay: timed.cooling });
    expect(again.steps).toBe(timed.steps);
    expect(hashOf(again.plan)).toBe(hashOf(timed.plan));
  }
});

test("a plan to begin with is never made worse, and is where the search begins", () => {
  for (const seed of SEEDS) {
    const demand = plainDemand(seed, { tasks: 25, shifts: 6, mixed: seed % 2 === 0 });
    const good = solveSync(demand, { steps: 3000, seed });
    const none = solveSync(demand, { steps: 0, start: good.plan });
    expect(none.score.levels).toEqual(good.score.levels);
    const more = solveSync(demand, { steps: 50, start: good.plan, seed: seed + 1 });
    expect(more.score.levels[1]!).toBeLessThanOrEqual(good.score.levels[1]!);
  }
});

test("a task is left out where that costs less than to serve it", () => {
  const { tasks, ...demand } = plainDemand(4, { tasks: 8, shifts: 3, optional: 1 });
  const priced = (unservedCost: number) => solveSync({ ...demand, tasks: tasks.map((task) => ({ ...task, unservedCost })) }, { steps: 2000 });
  expect(priced(0).plan.unserved).toHaveLength(8);
  expect(priced(100_000).plan.unserved).toEqual([]);
});

test("random numbers are a lane's own", () => {
  const p = compile(plainDemand(1, { tasks: 10, shifts: 3 }));
  const [one, other] = [1, 2].map((seed) => new PlainLane(p, plainOf(p)!, seed, null).random.uint32());
  expect(one).not.toBe(other);
});

test("a plan found elsewhere is the best of a lane at once, whatever it is breeding, and is only made better", () => {
  for (const tasks of [60, 520]) {
    const p = compile(plainDemand(5, { tasks, shifts: tasks / 6, optional: 1 }));
    const columns = plainOf(p)!;
    const built = (seed: number): PlainLane => {
      const lane = new PlainLane(p, columns, seed, null);
      while (!lane.build());
      return lane;
    };
    const other = built(2);
    other.cool(0);
    for (let k = 0; k < 200; k++) {
      other.cool(k / 200);
      other.run(100);
    }
    const lane = built(1);
    for (const progress of [1 / 16, 1 / 16 + 1e-6, 0.6]) {
      lane.cool(progress); // as fast as that, there are steps enough for breeding
      lane.run(50);
    }
    expect(lane.bestLevels[1]).toBeGreaterThan(other.bestLevels[1]!);
    lane.adopt(other.bestState());
    expect(lane.bestLevels).toEqual(other.bestLevels);
    expect(lane.best()).toEqual(other.best());
    lane.run(30_000);
    expect(lane.bestLevels[1]).toBeLessThanOrEqual(other.bestLevels[1]!);
    expect(costOf(columns, lane.bestState().ints) * columns.slope).toBe(lane.bestLevels[1]);
  }
});

test.each([80, 20])("the running cost is the judge's while parts are bred too, by %i shifts, few of which leave most tasks out", (shifts) => {
  const demand = plainDemand(6, { tasks: 520, shifts, optional: 1, mixed: true });
  const p = compile(demand);
  const columns = plainOf(p)!;
  const lane = new PlainLane(p, columns, 3, null);
  while (!lane.build());
  let parts = 0;
  lane.onAccept = (move) => {
    if (move === "part") parts++;
    else return;
    const plan = decode(p, lane.now(), { tool: "test" });
    expect(checkPlan(demand, plan).score.levels).toEqual(Array.from(lane.levels));
  };
  for (const progress of [1 / 16, 1 / 16 + 1e-6, 0.6]) {
    lane.cool(progress);
    lane.run(50);
  }
  lane.run(40_000);
  expect(parts).toBeGreaterThan(0);
});
