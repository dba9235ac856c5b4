import { describe, expect, test } from "vitest";
import { lateRound, nobodys, round, shift, task, termOf } from "./hand.ts";

const world = {
  tasks: [
    task("a", 1, { stopTicks: 2, slots: [{ start: [null, null], cost: 1 }] }),
    task("b", 2, { stopTicks: 2, slots: [{ start: [null, null], cost: 2 }], client: "karl" }),
    nobodys(task("c", 1, { slots: [{ start: [null, null], cost: 4 }], kind: "other", class: "talk", priority: 5 })),
    task("d", 1, { slots: [{ start: [null, null], cost: 8 }], client: "karl", class: "talk" }),
  ],
  clients: [{ id: "klara", team: "south" }, { id: "karl" }],
  shifts: [shift("early", "anna", { team: "north" }), shift("late", "bo")],
};
const shifts = [round, lateRound({ id: "c", slot: 0, start: 710, end: 740 }, { id: "d", slot: 0, start: 740, end: 770 })];
const groups = (term: Parameters<typeof termOf>[1]) =>
  Object.fromEntries(termOf(world, term, shifts).groups.map(({ id, cost }) => [id, cost]));

describe("slot costs 1 of a, 2 of b on Anna's early shift, 4 of c, 8 of d on Bo's late one", () => {
  test.each([
    ["task", "sum", { a: 1, b: 2, c: 4, d: 8 }],
    ["client", "sum", { klara: 1, karl: 10, c: 4 }],
    ["shift", "sum", { early: 3, late: 12 }],
    ["worker", "max", { anna: 2, bo: 8 }],
    ["worker", "range", { anna: 1, bo: 4 }],
    ["team", "sum", { south: 1, north: 2, c: 4, d: 8 }],
    ["plan", "sum", { plan: 15 }],
    ["plan", "max", { plan: 8 }],
    ["plan", "range", { plan: 7 }],
  ] as const)("per %s, %s", (per, reduce, expected) => {
    expect(groups({ measure: "slotCost", per, reduce })).toEqual(expected);
  });
});

test("groups stand in the order of the demand, those without one at the end", () => {
  expect(termOf(world, { measure: "slotCost", per: "client" }, shifts).groups.map(({ id }) => id)).toEqual(["klara", "karl", "c"]);
});

test("groups that are 0 are left out", () => {
  expect(groups({ measure: "slotCost", per: "task", reduce: "range" })).toEqual({});
});

describe("where", () => {
  test.each([
    [{ classes: ["talk"] }, 12],
    [{ minPriority: 4 }, 4],
    [{ classes: ["talk"], minPriority: 4 }, 4],
    [{ modes: ["walk"] }, 15],
    [{ modes: ["car"] }, 0],
    [{ classes: [] }, 0],
  ])("%j lets slot costs of %d through", (where, cost) => {
    expect(termOf(world, { measure: "slotCost", where }, shifts).cost).toBe(cost);
  });

  test("does not ask a shift for a class or a task left out for a mode", () => {
    expect(termOf(world, { measure: "usedShift", where: { classes: ["none"] } }, shifts).cost).toBe(2);
    expect(termOf(world, { measure: "unserved", where: { modes: ["none"] } }, []).cost).toBe(28);
  });
});

describe("unit and curve", () => {
  test("a minute is 1 tick here: 35 minutes of travel, 5 over 30 at 3 each = 15", () => {
    expect(
      termOf(
        {},
        {
          measure: "travel",
          unit: "minute",
          curve: {
            points: [
              [0, 0],
              [30, 0],
            ],
            above: 3,
          },
        },
      ).cost,
    ).toBe(15);
  });

  test("a minute of 10 ticks: 35 ticks are 3.5 minutes", () => {
    expect(termOf({ ticksPerMinute: 10 }, { measure: "travel", unit: "minute" })).toMatchObject({ raw: 35, cost: 3.5 });
  });

  test("3500 metres are 3.5 km", () => {
    expect(termOf({}, { measure: "distance", unit: "km" })).toMatchObject({ raw: 3500, cost: 3.5 });
  });

  test("levels have the costs of their own terms, and 0 in between", () => {
    expect(termOf({}, { measure: "travel", level: 3 }).levels).toEqual([0, 0, 0, 35]);
  });

  test("a hard term that costs is an issue", () => {
    expect(termOf({}, { measure: "travel", level: 0 })).toMatchObject({ levels: [35], codes: ["hard-term"] });
  });
});
