import { describe, expect, test } from "vitest";
import type { GapRelation, Relation } from "../../../src/model/relation.ts";
import type { Span } from "../../../src/units.ts";
import { codesOf, demand, shift, task, termOf } from "./hand.ts";

/** x 500 to 530 and y 600 to 660 by Anna on day 0; z 1920 to 1930, that is 480 to 490 on day 1, by Bo; u is left out. */
const world = {
  tasks: [task("x", 1), task("y", 1), task("z", 1), task("u", 1)],
  shifts: [shift("early", "anna"), shift("late", "bo")],
};
const shifts = [
  {
    shift: "early",
    option: 0,
    begin: 480,
    end: 700,
    tasks: [
      { id: "x", slot: 0, start: 500, end: 530 },
      { id: "y", slot: 0, start: 600, end: 660 },
    ],
  },
  { shift: "late", option: 0, begin: 1900, end: 2000, tasks: [{ id: "z", slot: 0, start: 1920, end: 1930 }] },
];
const line = { points: [[0, 0]], above: 1 } as const;

/** Sum of the distances of the soft relation; the hard one must be broken exactly where that is not 0. */
function distance(relation: Relation): number {
  const soft = termOf({ ...world, relations: [{ ...relation, soft: line }] }, { measure: "relation" }, shifts);
  expect(soft.codes).toEqual([]);
  const hard = codesOf({ ...demand, ...world, relations: [relation] }, shifts);
  expect(hard).toEqual(soft.raw > 0 ? [`${relation.kind}-broken`] : []);
  return soft.raw;
}

const gap = (tasks: readonly string[], span: Span, shape: Partial<GapRelation> = {}): GapRelation => ({
  id: "r",
  kind: "gap",
  tasks,
  span,
  from: "start",
  to: "start",
  clock: "elapsed",
  over: "next",
  ...shape,
});
const either = { eitherOrder: true } as const;

describe("gap between starts", () => {
  test.each([
    // y 600, x 500, z 1920 in span 100 to 200
    ["elapsed, next: x - y -100 is 200 short, z - x 1420 is 1220 over", gap(["y", "x", "z"], [100, 200]), 1420],
    ["elapsed, next, either: y - x 100, z - y 1320 is 1120 over", gap(["y", "x", "z"], [100, 200], either), 1120],
    ["elapsed, every: 200 + 1220 + z - y 1120", gap(["y", "x", "z"], [100, 200], { over: "every" }), 2540],
    ["elapsed, every, either: 0 + 1220 + 1120", gap(["y", "x", "z"], [100, 200], { over: "every", ...either }), 2340],
    // z day 1, y and x day 0, in span 2 to 3
    ["days, next: y - z -1 is 3 short, x - y 0 is 2 short", gap(["z", "y", "x"], [2, 3], { clock: "days" }), 5],
    ["days, next, either: y, x, z: 2 + 1 short", gap(["z", "y", "x"], [2, 3], { clock: "days", ...either }), 3],
    ["days, every: 3 + 3 + 2", gap(["z", "y", "x"], [2, 3], { clock: "days", over: "every" }), 8],
    ["days, every, either: 2 + 1 + 1", gap(["z", "y", "x"], [2, 3], { clock: "days", over: "every", ...either }), 4],
    // y 600, x 500, z 480 by the clock, in span 10 to 30
    ["timeOfDay, next: x - y -100 is 110 short, z - x -20 is 30 short", gap(["y", "x", "z"], [10, 30], { clock: "timeOfDay" }), 140],
    ["timeOfDay, next, either: x - z 20, y - x 100 is 70 over", gap(["y", "x", "z"], [10, 30], { clock: "timeOfDay", ...either }), 70],
    ["timeOfDay, every: 110 + z - y -120 is 130 short + 30", gap(["y", "x", "z"], [10, 30], { clock: "timeOfDay", over: "every" }), 270],
    ["timeOfDay, every, either: 0 + 90 + 70", gap(["y", "x", "z"], [10, 30], { clock: "timeOfDay", over: "every", ...either }), 160],
  ])("%s", (_, relation, expected) => {
    expect(distance(relation)).toBe(expected);
  });
});

describe("gap between other ends, exactly 0 wanted", () => {
  test.each([
    ["from the end: 600 - 530 = 70", { from: "end" }, ["x", "y"], 70],
    ["to the end: 660 - 500 = 160", { to: "end" }, ["x", "y"], 160],
    ["from end to end: 660 - 530 = 130", { from: "end", to: "end" }, ["x", "y"], 130],
    ["from the end, either: still from the earlier one's end, 70", { from: "end", ...either }, ["y", "x"], 70],
    ["from the end, y first: 500 - 660 = -160", { from: "end" }, ["y", "x"], 160],
    ["only served members are neighbours: x, y around u", { from: "end" }, ["x", "u", "y"], 70],
    ["one served member alone holds", { from: "end" }, ["x", "u"], 0],
  ] as const)("%s", (_, shape, tasks, expected) => {
    expect(distance(gap(tasks, [0, 0], shape))).toBe(expected);
  });
});

test("on the clock of the wall the hour of a clock change is skipped", () => {
  const days = [
    { date: "2026-03-29", begins: 0, clockChange: { at: 550, by: 60 } },
    { date: "2026-03-30", begins: 1380 },
  ];
  const relation = { ...gap(["x", "y"], [0, 0], { clock: "timeOfDay" }), soft: line };
  expect(termOf({ ...world, days, relations: [relation] }, { measure: "relation" }, shifts).raw).toBe(160); // 600 + 60 - 500
});

describe("workers", () => {
  test.each([
    ["same: Anna and Bo are 1 too many", ["x", "y", "z"], [1, 1], 1],
    ["same: Anna twice", ["x", "y"], [1, 1], 0],
    ["all different: 2 of 3", ["x", "y", "z"], [3, 3], 1],
    ["at most 2", ["x", "y", "z"], [null, 2], 0],
    ["one served member alone holds", ["x", "u"], [2, 2], 0],
  ] as const)("%s", (_, tasks, distinct, expected) => {
    expect(distance({ id: "r", kind: "workers", tasks, distinct })).toBe(expected);
  });
});

describe("presence", () => {
  test.each([
    ["all or none: 1 of 2 is 1 short", ["x", "u"], [2, 2], true, 1],
    ["none, and that is allowed", ["u"], [1, 1], true, 0],
    ["none, and that is not allowed", ["u"], [1, 1], false, 1],
    ["one of: 2 are 1 too many", ["x", "y"], [1, 1], false, 1],
    ["one served member is judged too", ["x"], [2, null], false, 1],
    ["both", ["x", "y"], [2, 2], false, 0],
  ] as const)("%s", (_, tasks, count, zeroAllowed, expected) => {
    expect(distance({ id: "r", kind: "presence", tasks, count, zeroAllowed })).toBe(expected);
  });
});

describe("order", () => {
  test.each([
    ["x before y", ["x", "y"], false, 0],
    ["x directly before y, u is not served", ["x", "u", "y"], true, 0],
    ["y before x is one wrong pair", ["y", "x"], false, 1],
    ["another round is a wrong pair", ["x", "y", "z"], false, 1],
    ["both pairs wrong", ["y", "x", "z"], false, 2],
  ] as const)("%s", (_, tasks, adjacent, expected) => {
    expect(distance({ id: "r", kind: "order", tasks, adjacent })).toBe(expected);
  });

  test("adjacent with a task in between is one wrong pair", () => {
    const three = [
      { ...shifts[0], tasks: [shifts[0]?.tasks[0], { id: "u", slot: 0, start: 540, end: 550 }, shifts[0]?.tasks[1]] },
    ] as typeof shifts;
    const relation: Relation = { id: "r", kind: "order", tasks: ["x", "y"], adjacent: true };
    expect(codesOf({ ...demand, ...world, relations: [relation] }, three)).toEqual(["order-broken"]);
    expect(codesOf({ ...demand, ...world, relations: [{ ...relation, adjacent: false }] }, three)).toEqual([]);
  });
});

describe("duration", () => {
  test.each([
    ["30 + 60 + 10 = 100 of at least 120", ["x", "y", "z"], [120, null], 20],
    ["30 + 60 = 90 of at most 85", ["x", "y"], [null, 85], 5],
    ["one served member alone holds", ["x", "u"], [120, null], 0],
  ] as const)("%s", (_, tasks, total, expected) => {
    expect(distance({ id: "r", kind: "duration", tasks, total })).toBe(expected);
  });
});

test("the soft curve is applied to each gap on its own: 2 x min(distance, 100) of 200 and 1220 = 400", () => {
  const soft = {
    points: [
      [0, 0],
      [100, 200],
    ],
  } as const;
  expect(termOf({ ...world, relations: [{ ...gap(["y", "x", "z"], [100, 200]), soft }] }, { measure: "relation" }, shifts).raw).toBe(400);
});
