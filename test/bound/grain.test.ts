import { expect, test } from "vitest";
import { grainOf } from "../../src/bound/grain.ts";
import { demand, task, term, worker } from "../reference/demand.ts";

test("costs of tasks left out have the common part of their costs and weights", () => {
  const tasks = [task("a", 1, 1, { unservedCost: 4 }), task("b", 2, 1, { unservedCost: 6 })];
  expect(grainOf(demand({ tasks }), 1)).toBe(200);
  expect(grainOf(demand({ tasks: tasks.slice(0, 1) }), 1)).toBe(400);
});

test("terms of one level share a part", () => {
  const terms = [term("unserved", 1, 100), term("travel", 1, 6), term("waiting", 1, 4)];
  expect(grainOf(demand({ terms }), 1)).toBe(2);
  expect(grainOf(demand({ terms: [term("travel", 1, 1.5, { unit: "minute" })], ticksPerMinute: 60 }), 1)).toBeCloseTo(0.025);
});

test("where a cost may be any number there is none", () => {
  expect(grainOf(demand({ terms: [term("travel", 1, Math.PI)] }), 1)).toBe(0);
  expect(grainOf(demand({ tasks: [task("a", 1, 1, { unservedCost: 0.5 })] }), 1)).toBe(0);
  const value = { points: [[1, 0], [4, -1]] } as const;
  const elastic = demand({ tasks: [task("a", 1, 1, { duration: { min: 1, max: 4, value } })], terms: [term("durationValue", 1, 1)] });
  expect(grainOf(elastic, 1)).toBe(0);
  const paced = demand({ workers: [worker("ann", { pace: { visit: 0.8 } })], terms: [term("durationValue", 1, 1)] });
  expect(grainOf(paced, 1)).toBe(0);
});
