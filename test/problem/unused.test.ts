import { describe, expect, test } from "vitest";
import { casesOf, demandOf, SHAPES } from "../../bench/speed/shapes.ts";
import { UNUSED } from "../../bench/town/rules/unused.ts";
import { checkPlan } from "../../src/check/plan/checkPlan.ts";
import type { Budget, Demand, Shift, Worker } from "../../src/model/demand.ts";
import { hashOf } from "../../src/model/hash.ts";
import type { Relation } from "../../src/model/relation.ts";
import type { Term } from "../../src/model/term.ts";
import { compile } from "../../src/problem/compile.ts";
import { decode } from "../../src/problem/decode.ts";
import { horizonOf } from "../../src/problem/horizon.ts";
import { withoutUnused } from "../../src/problem/unused.ts";
import { demand, shift, task } from "../check/plan/hand.ts";
import { randomPair } from "../generate/demands.ts";
import { laneOf } from "../search/lanes.ts";

const HORIZON = { from: -1000, to: 1000 };
const used = (change: Partial<Demand>): Demand => withoutUnused({ ...demand, ...change }, HORIZON);

describe.each(Object.keys(SHAPES))("a town of the shape %s", (shape) => {
  /** All that the search reads. */
  const columns = (rule?: string) => {
    const { demand: given, levelCount, ...rest } = compile(demandOf({ shape, size: 30, ...(rule !== undefined && { rule }) }));
    return rest;
  };
  test.each(["unused", ...Object.keys(UNUSED)])("has the same columns with %s", (rule) => expect(columns(rule)).toEqual(columns()));
});

test("every unused rule that is measured is among them", () => {
  const rules = new Set(casesOf(true).flatMap(({ rule }) => rule ?? []));
  expect(rules).toEqual(new Set(["unused", ...Object.keys(UNUSED)]));
});

test("what is left out changes neither what a plan costs nor whether it is legal", () => {
  let changed = 0;
  for (let seed = 0; seed < 150; seed++) {
    const { demand: given, plan } = randomPair(seed, { tasks: [3, 10], shifts: [2, 5], fitted: 0.9 });
    const lane = laneOf(given, seed);
    const rest = withoutUnused(given, horizonOf(given, compile(given).travel.longest));
    if (hashOf(rest) !== hashOf(given)) changed++;
    for (const steps of [0, 30]) {
      lane.run(steps);
      for (const one of [plan, decode(lane.tools.p, lane.now(), { tool: "test" })]) {
        const [all, less] = [checkPlan(given, one), checkPlan(rest, { ...one, demandHash: hashOf(rest) })];
        expect(less.score.terms.map(({ cost }) => cost), `seed ${seed}`).toEqual(all.score.terms.map(({ cost }) => cost));
        expect(less.issues.length === 0, `seed ${seed}`).toBe(all.issues.length === 0);
      }
    }
  }
  expect(changed).toBeGreaterThan(30);
});

describe("a relation is left out only if it always holds", () => {
  const tasks = ["a", "b", "c"];
  const gap = (span: readonly [number | null, number | null]): Relation => ({
    id: "r", kind: "gap", tasks, from: "start", to: "start", span, clock: "elapsed", over: "next",
  });
  const presence = (count: readonly [number | null, number | null], zeroAllowed: boolean): Relation => ({ id: "r", kind: "presence", tasks, count, zeroAllowed });
  const workers = (distinct: readonly [number | null, number | null]): Relation => ({ id: "r", kind: "workers", tasks, distinct });
  const total = (span: readonly [number | null, number | null]): Relation => ({ id: "r", kind: "duration", tasks, total: span });
  const holding = [gap([null, null]), presence([0, 3], false), presence([1, null], true), workers([1, 3]), workers([null, null]), total([0, null])];
  const binding = [
    gap([0, null]), gap([null, 9999]), presence([1, 3], false), presence([0, 2], false), presence([2, null], true), workers([2, 3]), workers([1, 2]),
    total([1, null]), total([null, 9999]), { id: "r", kind: "order", tasks, adjacent: false } as const,
  ];
  test.each(holding)("%o does", (relation) => expect(used({ relations: [relation] }).relations).toEqual([]));
  test.each(binding)("%o may not", (relation) => expect(used({ relations: [relation] }).relations).toEqual([relation]));
  test("a largest that counts it as 0 keeps it", () => {
    const priced = (reduce: Term["reduce"]): Term => ({
      name: "it", level: 1, measure: "relation", unit: "one", per: "plan", reduce, curve: { points: [[0, 0]], above: 1 },
    });
    expect(used({ relations: [gap([null, null])], terms: [priced("sum")] }).relations).toHaveLength(0);
    expect(used({ relations: [gap([null, null])], terms: [priced("max")] }).relations).toHaveLength(1);
  });
});

describe("a budget is left out only if it is never broken and costs nothing", () => {
  const budget: Budget = { id: "b", of: "task", members: ["a", "b"], quantity: "count", opening: 3, reserved: 1, limit: [4, 6] };
  test("between its least and its most use", () => expect(used({ budgets: [budget] }).budgets).toEqual([]));
  test.each<Partial<Budget>>([
    { limit: [5, 6] },
    { limit: [4, 5] },
    { quantity: "serviceTicks" },
    { cost: { points: [[0, 0], [9, 0]], above: 1 } },
  ])("%o stays", (change) => expect(used({ budgets: [{ ...budget, ...change }] }).budgets).toHaveLength(1));
  test("a cost of 0 is none", () => expect(used({ budgets: [{ ...budget, cost: { points: [[2, 0], [5, 0]] } }] }).budgets).toEqual([]));
});

describe("what shifts and workers are bound by", () => {
  const two = (count: number): Demand => {
    const shifts = ["s", "q"].map((id) => shift(id, "anna", { options: [{ mode: "walk", from: null, to: null, pool: "cars" }] }));
    return used({ shifts, pools: [{ id: "cars", count }] });
  };
  test("a pool as large as the shifts that may take from it is none", () => {
    expect(two(2).pools).toEqual([]);
    expect(two(2).shifts.map(({ options }) => options)).toEqual([[{ mode: "walk", from: null, to: null }], [{ mode: "walk", from: null, to: null }]]);
    expect(two(1).pools).toHaveLength(1);
    expect(two(1).shifts[0]!.options[0]!.pool).toBe("cars");
  });
  test("a load that every shift could carry whole is none; others stay", () => {
    const carried = (kg: number): Demand =>
      used({
        tasks: [task("a", 1, { load: { kg: 2, box: 1 } }), task("b", 1, { load: { kg: 3 } }), task("c", 1, { load: { kg: -4 } })],
        shifts: [shift("s", "anna", { capacity: { kg } }), shift("q", "anna", { capacity: { kg: 9 } })],
      });
    expect([carried(5).tasks[0]!.load, carried(5).shifts[0]!.capacity]).toEqual([{ box: 1 }, {}]);
    expect([carried(4).tasks[0]!.load, carried(4).shifts[0]!.capacity]).toEqual([{ kg: 2, box: 1 }, { kg: 4 }]);
  });
  test("spans and stretches that the hours keep are none", () => {
    const bound = (hours: Partial<Shift>): Shift => used({ shifts: [shift("s", "anna", { maxSpan: 100, maxStretch: 99, ...hours })] }).shifts[0]!;
    const shorter = bound({ begins: [50, 60], ends: [100, 150] });
    expect([shorter.maxSpan, shorter.maxStretch]).toEqual([undefined, 99]);
    expect(bound({ begins: [50, 60], ends: [100, null] }).maxSpan).toBe(100);
  });

  const resting = (change: Partial<Demand>, hours: Partial<Shift> = {}, busyUntil?: number): number => {
    const worker: Worker = { id: "anna", traits: [], skills: [], rest: [{ window: 110, atLeast: 10 }], ...(busyUntil !== undefined && { busyUntil }) };
    const { workers } = used({ shifts: [shift("s", "anna", { begins: [50, null], ends: [null, 150], ...hours })], workers: [worker], terms: [], ...change });
    return workers[0]!.rest.length;
  };
  test("a rest that the hours of all shifts keep is none", () => {
    expect(resting({})).toBe(0);
    expect(resting({}, { ends: [null, 151] })).toBe(1);
    expect(resting({}, {}, 49)).toBe(1);
    expect(resting({}, {}, 50)).toBe(0);
  });
  test("open hours reach to the horizon where nothing is better late, and for ever where something is", () => {
    const waiting: Term = { name: "it", level: 1, measure: "waiting", unit: "one", per: "plan", reduce: "sum", curve: { points: [[0, 0]], above: 1 } };
    const within = { begins: [900, null], ends: [null, null] } as const;
    expect(resting({}, within)).toBe(0);
    expect(resting({}, { begins: [899, null], ends: [null, null] })).toBe(1);
    expect(resting({ terms: [waiting] }, within)).toBe(1);
    expect(resting({ terms: [{ ...waiting, curve: { points: [[0, 0]] } }] }, within)).toBe(0);
    expect(resting({ now: 0 }, within)).toBe(1);
  });
});
