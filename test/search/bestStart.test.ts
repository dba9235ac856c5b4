import fc from "fast-check";
import { expect, test } from "vitest";
import { checkPlan } from "../../src/check/plan/checkPlan.ts";
import type { Curve } from "../../src/model/curve.ts";
import type { Demand, Slot } from "../../src/model/demand.ts";
import { hashOf } from "../../src/model/hash.ts";
import type { Plan } from "../../src/model/plan.ts";
import { demand, slot, task, term } from "../reference/demand.ts";
import { laneOf } from "./lanes.ts";

const DURATION = 5;
const STARTS = Array.from({ length: 30 - DURATION + 1 }, (_, start) => start);

const whole = fc.integer({ min: -20, max: 20 });
const time = fc.integer({ min: 0, max: 30 });
const start = fc.integer({ min: 0, max: 30 - DURATION });
const level = fc.integer({ min: 2, max: 3 });
const weight = fc.integer({ min: 1, max: 8 });
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** A whole number at each tick, so that equal costs are equal. */
const curve: fc.Arbitrary<Curve> = fc
  .record({ xs: fc.uniqueArray(time, { minLength: 1, maxLength: 4 }), slopes: fc.array(whole, { minLength: 3, maxLength: 3 }), below: whole, above: whole })
  .map(({ xs, slopes, below, above }) => {
    let cost = 0;
    const points = xs
      .sort((a, b) => a - b)
      .map((x, i, sorted) => {
        if (i > 0) cost += slopes[i - 1]! * (x - sorted[i - 1]!);
        return [x, cost] as const;
      });
    return { points, below, above };
  });

const given = <T extends object>(values: T): T => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;

const priced: fc.Arbitrary<Slot> = fc
  .record({ startCost: curve, endCost: optional(curve), dueStart: optional(time), dueEnd: optional(time), wish: optional(time) })
  .map(({ startCost, endCost, dueStart, dueEnd, wish }) => {
    const due = given({ start: dueStart, end: dueEnd });
    return slot(0, 30 - DURATION, given({ startCost, endCost, due, wish: given({ start: wish }) }) as Partial<Slot>);
  });

const planned = (start: number) => [
  { shift: "day", option: 0, begin: start, end: start + DURATION, tasks: [{ id: "a", slot: 0, start, end: start + DURATION }] },
];

/** The first plan costs what the best of all starts of its one task does. */
function startsBest(day: Demand): void {
  const levels = STARTS.map((start) => {
    const plan: Plan = { version: 1, demandHash: hashOf(day), shifts: planned(start), unserved: [], origin: { tool: "hand" } };
    return checkPlan(day, plan).score.levels;
  });
  const [best] = levels.sort((a, b) => a.map((x, i) => x - b[i]!).find((difference) => difference !== 0) ?? 0);
  expect([...laneOf(day).bestLevels]).toEqual(best);
}

const unserved = term("unserved", 1, 1_000_000);

test("a task alone starts where its slot's curves and lateness cost least, on one level or on two", () => {
  fc.assert(
    fc.property(priced, level, level, weight, weight, (one, slotLevel, lateLevel, slotWeight, lateWeight) => {
      const terms = [unserved, term("slotCost", slotLevel, slotWeight), term("late", lateLevel, lateWeight)];
      startsBest(demand({ tasks: [task("a", 0, DURATION, { slots: [one] })], terms }));
    }),
    { seed: 12, numRuns: 300 },
  );
});

test("a task alone starts where its wish and the baseline cost least, on one level or on two", () => {
  fc.assert(
    fc.property(optional(time), start, level, level, weight, weight, (wish, was, movedLevel, earlyLevel, movedWeight, earlyWeight) => {
      const terms = [unserved, term("moved", movedLevel, movedWeight), term("early", earlyLevel, earlyWeight)];
      const one = slot(0, 30 - DURATION, given({ wish: wish === undefined ? undefined : { start: wish } }) as Partial<Slot>);
      startsBest(demand({ tasks: [task("a", 0, DURATION, { slots: [one] })], baseline: planned(was), terms }));
    }),
    { seed: 13, numRuns: 300 },
  );
});
