import { expect, test } from "vitest";
import type { Demand } from "../../src/model/demand.ts";
import { demandFor, minute, ramtid, solveSync } from "../../src/index.ts";
import { sampleTown } from "../../src/sample/index.ts";
import { randomDemand } from "../generate/demands.ts";
import { demand, shift, task } from "../check/plan/hand.ts";
import { richCase } from "../model/rich/case.ts";
import { laneOf } from "./lanes.ts";

/** Three tasks that one person must do, though only anna may do the first and only bo the third. */
const torn: Demand = {
  ...demand,
  tasks: [
    task("a", 1, { who: { only: ["anna"] }, unservedCost: 5 }),
    task("b", 1, { unservedCost: 5 }),
    task("c", 1, { who: { only: ["bo"] }, unservedCost: 5 }),
  ],
  shifts: [shift("s", "anna"), shift("t", "bo")],
  relations: [{ id: "same", kind: "workers", tasks: ["a", "b", "c"], distinct: [1, 1] }],
  terms: [
    { name: "unserved", level: 1, measure: "unserved", unit: "one", per: "plan", reduce: "sum", curve: { points: [[0, 0]], above: 1 } },
  ],
};

test("a rule that ties people together is kept by leaving out as little as helps", () => {
  const { tools } = laneOf(torn);
  expect(tools.objective.levels[0]).toBe(0);
  expect(tools.unserved).toHaveLength(1);
});

test("no first plan is worse than leaving everything out", () => {
  for (let seed = 0; seed < 120; seed++) {
    const some = randomDemand(seed, { tasks: [4, 14], shifts: [2, 5] });
    const lane = laneOf(some, seed);
    const empty = laneOf({ ...some, shifts: some.shifts.map((s) => ({ ...s })) }, seed).tools;
    for (let t = 0; t < empty.p.taskCount; t++) if (empty.objective.st.shiftOf[t]! >= 0) empty.draft.take(t);
    if (!empty.draft.settleTimes()) continue;
    expect(lane.bestLevels[0], `seed ${seed}`).toBeLessThanOrEqual(empty.draft.price()[0]!);
  }
});

test("the first plan of a large town breaks no rule and leaves few out", () => {
  for (const [seed, model] of [
    [1, minute()],
    [2, ramtid()],
  ] as const) {
    const of = demandFor(sampleTown({ seed, clients: 190, days: 7 }), model);
    const { plan, status } = solveSync(of, { steps: 0, seed: 1 });
    expect({ seed, status }).toEqual({ seed, status: "feasible" });
    expect(plan.unserved.length, `seed ${seed}`).toBeLessThan(0.2 * of.tasks.length);
  }
});

test("a rule over visits by two is mended by leaving out whole visits", () => {
  const one = { ...richCase, households: richCase.households.map((home, i) => (i === 0 && home.access ? { ...home, access: { ...home.access, keyCopies: 1 } } : home)) };
  for (const seed of [1, 2, 3]) {
    for (const model of [minute(), ramtid()]) {
      const of = demandFor(one, model);
      const { plan, status } = solveSync(of, { steps: 0, seed });
      expect({ seed, status }).toEqual({ seed, status: "feasible" });
      expect(plan.unserved.length, `${model.name}, seed ${seed}`).toBeLessThan(0.5 * of.tasks.length);
    }
  }
});

test("a rule whose mending leaves a break without work is mended all the same, the idle shift after it", () => {
  const needs = richCase.needs.filter(({ id }) => id === "chat" || id === "insulin");
  const twice = { ...richCase, needs: needs.map((need) => (need.id === "chat" ? { ...need, often: { times: 2, per: "week" } as const } : need)) };
  const of = demandFor(twice, minute());
  const apart = { ...of, relations: of.relations.filter(({ id }) => id === "chat/apart") };
  expect(apart.relations).toHaveLength(1);
  for (const seed of [1, 2]) expect(solveSync(apart, { steps: 0, seed }).plan.unserved.length, `seed ${seed}`).toBeLessThan(0.75 * of.tasks.length);
});

test("a round that nothing mends is emptied, and the other rounds of the first plan stay", () => {
  for (const seed of [5, 10, 12]) {
    const of = demandFor(sampleTown({ seed, clients: 40, days: 7 }), minute());
    const { plan, status } = solveSync(of, { steps: 0, seed: 1 });
    expect({ seed, status }).toEqual({ seed, status: "feasible" });
    expect(plan.unserved.length, `seed ${seed}`).toBeLessThan(0.25 * of.tasks.length);
  }
});

test("what a run still breaks at its end is mended by leaving tasks out, where that helps", () => {
  let [broken, mended] = [0, 0];
  for (let seed = 0; seed < 150; seed++) {
    const lane = laneOf(randomDemand(seed, { tasks: [10, 24], shifts: [2, 6] }), seed);
    lane.run(200);
    const before = lane.bestLevels[0]!;
    while (!lane.finish());
    const { frames } = lane;
    if (frames !== null) expect(frames.cost, `seed ${seed}`).toBe(lane.bestLevels[frames.level]);
    if (before > 0) broken++;
    if (lane.bestLevels[0]! < before) mended++;
  }
  expect(broken).toBeGreaterThan(50);
  expect(mended).toBeGreaterThan(5);
});
