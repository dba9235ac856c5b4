import { describe, expect, test } from "vitest";
import { adopt } from "../../src/check/adopt.ts";
import { checkPlan } from "../../src/check/plan/checkPlan.ts";
import type { Demand } from "../../src/model/demand.ts";
import { randomPair } from "../generate/demands.ts";
import { demand, planOf, round, shift, task } from "./plan/hand.ts";

const plan = planOf(demand, [round]);

test("a plan is adopted unchanged by the demand it answers", () => {
  for (let seed = 0; seed < 100; seed++) {
    const pair = randomPair(seed, { features: { slots: 0 } });
    const unserved = pair.demand.tasks.map(({ id }) => id).filter((id) => pair.plan.unserved.includes(id));
    expect(adopt(pair.plan, pair.demand, pair.demand), `seed ${seed}`).toEqual({ ...pair.plan, unserved });
  }
});

test("with several slots the plan stays legal unless a decision names the slot", () => {
  const features = { slots: 1, pins: 0, baseline: 0 };
  for (let seed = 0; seed < 100; seed++) {
    const pair = randomPair(seed, { features });
    expect(checkPlan(pair.demand, adopt(pair.plan, pair.demand)).issues, `seed ${seed}`).toEqual([]);
  }
});

describe("tasks", () => {
  const named = (ids: readonly string[], serves: readonly (readonly string[])[]): Demand => ({
    ...demand,
    tasks: ids.map((id, i) => task(id, i === 0 ? 1 : 2, { stopTicks: 2, serves: serves[i] as string[] })),
  });

  test("of the same need occurrence are the same", () => {
    const to = named(["x", "y"], [["shower"], ["meal"]]);
    const adopted = adopt(plan, to, named(["a", "b"], [["shower"], ["meal"]]));
    expect(adopted.shifts[0]?.tasks.map(({ id, start }) => [id, start])).toEqual([
      ["x", 500],
      ["y", 537],
    ]);
    expect(adopted.unserved).toEqual([]);
    expect(checkPlan(to, adopted).issues).toEqual([]);
  });

  test("sharing an occurrence are matched by their place among those that do", () => {
    const adopted = adopt(plan, named(["x", "y"], [["lift"], ["lift"]]), named(["b", "a"], [["lift"], ["lift"]]));
    expect(adopted.shifts[0]?.tasks.map(({ id }) => id)).toEqual(["y", "x"]);
  });

  test("of the same name come before those of the same occurrence", () => {
    const adopted = adopt(plan, named(["b", "y"], [["shower"], ["meal"]]), named(["a", "b"], [["shower"], ["meal"]]));
    expect(adopted.shifts[0]?.tasks.map(({ id }) => id)).toEqual(["b"]);
    expect(adopted.unserved).toEqual(["y"]);
  });

  test("that are gone are dropped, with the shift they leave empty; the rest is unserved", () => {
    const adopted = adopt(plan, named(["x", "y"], [["shower"], ["meal"]]));
    expect(adopted).toMatchObject({ shifts: [], unserved: ["x", "y"] });
  });

  test("say where they are only where the new task leaves it open", () => {
    const said = planOf(demand, [{ ...round, tasks: round.tasks.map((planned) => ({ ...planned, at: 1 })) }]);
    const open = { ...demand, tasks: [task("a", "anywhere"), task("b", 2)] };
    expect(adopt(said, open).shifts[0]?.tasks.map(({ at }) => at)).toEqual([1, undefined]);
  });
});

describe("slots", () => {
  const slotOf = (slots: Demand["tasks"][number]["slots"]): number | undefined =>
    adopt(plan, { ...demand, tasks: [task("a", 1, { slots }), task("b", 2)] }).shifts[0]?.tasks[0]?.slot;

  test("the one that start 500 and end 530 fit into", () => {
    expect(slotOf([{ start: [501, null] }, { start: [null, 500], end: [531, null] }, { start: [500, 500], end: [null, 530] }])).toBe(2);
  });
  test("the cheapest of those: 5, 500 - 498 = 2, 3", () => {
    expect(
      slotOf([
        { start: [0, 900], cost: 5 },
        { start: [0, 900], startCost: { points: [[498, 0]], above: 1 } },
        { start: [0, 900], cost: 3 },
      ]),
    ).toBe(1);
  });
  test("the first of equals", () => expect(slotOf([{ start: [0, 900] }, { start: [0, 900] }])).toBe(0));
  test("the nearest where none fits: 10 away before 20, whatever they cost", () => {
    expect(slotOf([{ start: [520, null] }, { start: [null, 490], cost: 99 }])).toBe(1);
  });
});

describe("shifts", () => {
  const walk = { mode: "walk", from: 0, to: 0 };
  const drive = { mode: "car", from: 0, to: 0 };
  const withOptions = (...options: Demand["shifts"][number]["options"]): Demand => ({
    ...demand,
    shifts: [shift("early", "anna", { options }), shift("late", "bo")],
  });
  const second = planOf(demand, [{ ...round, option: 1 }]);

  test("take the option that goes the same way", () => {
    expect(adopt(second, withOptions(walk, drive), withOptions(drive, walk)).shifts[0]?.option).toBe(0);
  });
  test("take the same index where none does, or nothing is known", () => {
    expect(adopt(second, withOptions(drive, drive), withOptions(drive, walk)).shifts[0]?.option).toBe(1);
    expect(adopt(second, withOptions(walk, drive)).shifts[0]?.option).toBe(1);
  });
  test("take the first where there are not so many", () => expect(adopt(second, withOptions(drive)).shifts[0]?.option).toBe(0));
  test("that are gone leave their tasks unserved", () => {
    expect(adopt(plan, { ...demand, shifts: [shift("late", "bo")] })).toMatchObject({ shifts: [], unserved: ["a", "b"] });
  });
});
