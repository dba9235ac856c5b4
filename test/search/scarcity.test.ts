import { expect, test } from "vitest";
import type { Demand } from "../../src/model/demand.ts";
import { compile } from "../../src/problem/compile.ts";
import { scarcityOf } from "../../src/search/scarcity.ts";
import { demand, shift, task } from "../check/plan/hand.ts";

const skilled = { trait: "nurse" };
const visit = (id: string, minutes: number, nurse: boolean) =>
  task(id, 1, { duration: { min: minutes, max: minutes }, who: nurse ? { traits: [skilled.trait] } : {} });

/** Anna and bo are nurses, carl and dina are not; 480 minutes each. */
const four: Demand = {
  ...demand,
  workers: ["anna", "bo", "carl", "dina"].map((id, k) => ({ id, traits: k < 2 ? [skilled.trait] : [], skills: [], rest: [] })),
  shifts: ["anna", "bo", "carl", "dina"].map((id) => shift(id, id, { begins: [480, null], ends: [null, 960] })),
  tasks: [],
};

test("work that only two of four can do presses on these two, and on nobody else", () => {
  const p = compile({ ...four, tasks: [visit("n1", 240, true), visit("n2", 240, true), visit("n3", 240, true), visit("any", 240, false), visit("all", 60, false)] });
  const { pressure, scarce, generic } = scarcityOf(p);
  // Nurses 720 of 960, the others 300 of 960: the mean is 510 of 960.
  expect(pressure[0]).toBeCloseTo(720 / 2 / 480 / (1020 / 4 / 480), 1);
  expect(pressure[2]).toBeCloseTo(300 / 2 / 480 / (1020 / 4 / 480), 1);
  expect([...scarce]).toEqual([0, 1, 2]);
  expect([...generic]).toEqual([3, 4]);
});

test("where the others are as busy, nobody is scarce", () => {
  const p = compile({ ...four, tasks: [visit("n1", 240, true), visit("n2", 240, true), visit("any", 240, false), visit("all", 240, false)] });
  const { pressure, scarce } = scarcityOf(p);
  for (const one of pressure) expect(one).toBeCloseTo(1, 1);
  expect(scarce).toHaveLength(0);
});
