import { describe, expect, test } from "vitest";
import type { Demand, ShiftOption, Task, Travel } from "../../../src/model/demand.ts";
import type { PlannedShift, PlannedTask } from "../../../src/model/plan.ts";
import { codesOf, demand, round, shift, task, termOf } from "./hand.ts";

describe("a task starts after travel and entry", () => {
  const moved = (start: number): readonly PlannedShift[] => [
    { ...round, tasks: [{ id: "a", slot: 0, start, end: 530 }, ...round.tasks.slice(1)] },
  ];

  test("480 + 10 + 2 = 492 is in time", () => expect(codesOf(demand, moved(492))).toEqual([]));
  test("491 is not", () => expect(codesOf(demand, moved(491))).toEqual(["start-before-arrival"]));

  test("a second task at the same place needs neither", () => {
    const same = { ...demand, tasks: [task("a", 1, { stopTicks: 2 }), task("b", 1, { stopTicks: 2 })] };
    const plan = [
      {
        ...round,
        tasks: [
          { id: "a", slot: 0, start: 492, end: 530 },
          { id: "b", slot: 0, start: 530, end: 560 },
        ],
      },
    ];
    expect(codesOf(same, plan)).toEqual([]);
    expect(termOf({ tasks: same.tasks }, { measure: "travel" }, plan).raw).toBe(20);
  });

  test("the first task needs entry even where the round starts", () => {
    const home = { ...demand, tasks: [task("a", 0, { stopTicks: 2 })] };
    const at = (start: number) => codesOf(home, [{ ...round, tasks: [{ id: "a", slot: 0, start, end: 530 }] }]);
    expect([at(481), at(482)]).toEqual([["start-before-arrival"], []]);
  });
});

describe("the round ends after the way back", () => {
  test("567 + 20 = 587 is in time", () => expect(codesOf(demand, [{ ...round, end: 587 }])).toEqual([]));
  test("586 is not", () => expect(codesOf(demand, [{ ...round, end: 586 }])).toEqual(["end-before-return"]));
  test("without a way back 567 is enough", () => {
    const open = { ...demand, shifts: [shift("early", "anna", { options: [{ mode: "walk", from: null, to: null }] })] };
    expect(codesOf(open, [{ ...round, end: 567 }])).toEqual([]);
  });
});

describe("places that tasks leave open", () => {
  const base: ShiftOption = { mode: "walk", from: 0, to: 0 };
  /** Travel of a round over tasks at these places, with `at` for each, or the issue. */
  function travelled(
    places: readonly Task["place"][],
    ats: readonly (number | undefined)[],
    option: ShiftOption = base,
  ): number | readonly string[] {
    const tasks = places.map((place, i) => task(`t${i}`, place));
    const planned = places.map((_, i): PlannedTask => {
      const at = ats[i];
      return { id: `t${i}`, slot: 0, start: 600 + 100 * i, end: 610 + 100 * i, ...(at === undefined ? {} : { at }) };
    });
    const shifts = [{ shift: "early", option: 0, begin: 480, end: 1400, tasks: planned }];
    const { codes, raw } = termOf({ tasks, shifts: [shift("early", "anna", { options: [option] })] }, { measure: "travel" }, shifts);
    return codes.length > 0 ? codes : raw;
  }

  test.each([
    ["neighbour without at is where one is: 10 + 0 + 5 + 20", [1, "neighbour", 2], [], base, 35],
    ["neighbour at the next place: 10 + 5 + 0 + 20", [1, "neighbour", 2], [undefined, 2], base, 35],
    ["neighbour at the base in the middle: 10 + 10 + 20 + 20", [1, "neighbour", 2], [undefined, 0], base, 60],
    ["neighbour at none of them", [1, "neighbour", 1], [undefined, 2], base, ["wrong-place"]],
    ["neighbour where the round ends, in the middle: 10 + 5 + 5 + 5", [1, "neighbour", 1], [undefined, 2], { ...base, to: 2 }, 25],
    ["anywhere: 10 + 5 + 5 + 10", [1, "anywhere", 1], [undefined, 2], base, 30],
    ["anywhere, but not beyond the places", [1, "anywhere", 1], [undefined, 3], base, ["wrong-place"]],
    ["anywhere, but not between places", [1, "anywhere", 1], [undefined, 0.5], base, ["wrong-place"]],
    ["shiftEnd is the option's end: 10 + 10 + 20 + 20", [1, "shiftEnd", 2], [], base, 60],
    ["shiftEnd of an open end is the place before it: 10 + 0 + 5", [1, "shiftEnd", 2], [], { ...base, to: null }, 15],
    ["shiftEnd is not elsewhere", [1, "shiftEnd", 2], [undefined, 2], base, ["wrong-place"]],
    ["first without a start: the place after it: 0 + 5", ["neighbour", 1, 2], [], { ...base, from: null, to: null }, 5],
    ["two first without a start: the place after them", ["anywhere", "neighbour", 1, 2], [], { ...base, from: null, to: null }, 5],
    ["all open: where the round ends", ["anywhere", "neighbour"], [], { ...base, from: null }, 0],
    ["nowhere at all", ["anywhere", "neighbour"], [], { ...base, from: null, to: null }, 0],
    ["a place of its own may be said", [1, 2], [1, 2], base, 35],
    ["a place of its own may not be another", [1, 2], [1, 1], base, ["wrong-place"]],
  ] as const)("%s", (_, places, ats, option, expected) => {
    expect(travelled(places, ats, option)).toEqual(expected);
  });
});

test("what is first without a start is at the place after it, where nobody enters again", () => {
  const option = { mode: "walk", from: null, to: null };
  const tasks = [task("a", "anywhere", { stopTicks: 2 }), task("b", 1, { stopTicks: 3 })];
  const at = (first: number, second: number) =>
    codesOf({ ...demand, tasks, shifts: [shift("early", "anna", { options: [option] })] }, [
      {
        ...round,
        tasks: [
          { id: "a", slot: 0, start: first, end: 500 },
          { id: "b", slot: 0, start: second, end: 600 },
        ],
      },
    ]);
  expect([at(482, 500), at(481, 500)]).toEqual([[], ["start-before-arrival"]]);
});

describe("travel", () => {
  const walk = demand.travel[0] as Travel;
  /** Travel from base at 480 to home 1 and back at 530. */
  const travelOf = (changes: Partial<Travel>, days = demand.days): number => {
    const { ticks: _, metres: __, ...bare } = walk;
    const travel = [{ ...("points" in changes ? bare : walk), ...changes }];
    const shifts = [{ ...round, begin: 480, end: 1400, tasks: [{ id: "a", slot: 0, start: 525, end: 530 }] }];
    return termOf({ travel, days, tasks: [task("a", 1)] }, { measure: "travel" }, shifts).raw;
  };
  const points = [
    [0, 0],
    [3, 4],
    [1, 1],
  ] as const;

  test("points: sqrt(9 + 16) x 2 = 10, twice", () => expect(travelOf({ points, ticksPerUnit: 2, rounding: "nearest" })).toBe(20));
  test("points: 5 x 2.1 = 10.5 is 11 to nearest", () => expect(travelOf({ points, ticksPerUnit: 2.1, rounding: "nearest" })).toBe(22));
  test("points: 5 x 2.1 = 10.5 is 10 truncated", () => expect(travelOf({ points, ticksPerUnit: 2.1, rounding: "truncate" })).toBe(20));

  const from = (fromTimeOfDay: number, factor: number) => ({ fromTimeOfDay, factor });
  test("factor 2 all day: 20 + 20", () => expect(travelOf({ profile: [from(0, 2)] })).toBe(40));
  test("slow until 484: 4 ticks cover 2, 8 remain: 12; back 10", () => expect(travelOf({ profile: [from(0, 2), from(484, 1)] })).toBe(22));
  test("factor 3 until 484: 4 ticks cover 4/3, 8.67 remain: 12.67 is 13; back 10", () =>
    expect(travelOf({ profile: [from(0, 3), from(484, 1)] })).toBe(23));
  test("ten tenths are no tick more: 10 x 1.1 = 11, twice", () => expect(travelOf({ profile: [from(0, 1.1)] })).toBe(22));
  test("100 x 1.1 is 110.00000000000001 to a computer, and 110 to us", () => {
    const travel = [{ ...walk, ticks: walk.ticks?.map((minutes) => minutes * 10) as number[], profile: [from(0, 1.1)] }];
    const shifts = [shift("early", "anna", { begins: [0, 0], options: [{ mode: "walk", from: 0, to: null }] })];
    const at = (start: number) =>
      codesOf({ ...demand, travel, shifts, tasks: [task("a", 1)] }, [
        { ...round, begin: 0, tasks: [{ id: "a", slot: 0, start, end: 530 }] },
      ]);
    expect([at(109), at(110)]).toEqual([["start-before-arrival"], []]);
  });
  test("fast at the end: 484 - 480 = 4, 6 at half: 3; back 5", () => expect(travelOf({ profile: [from(0, 1), from(484, 0.5)] })).toBe(12));

  test("the hour after a clock change comes at once: at 484 it is 544, factor 2: 4 + 12; back 20", () => {
    const days = [{ date: "2026-03-29", begins: 0, clockChange: { at: 484, by: 60 } }];
    expect(travelOf({ profile: [from(0, 1), from(540, 2)] }, days)).toBe(36);
  });

  test("a new day begins with its first factor: 4 + 2 x 6 = 16; back 20", () => {
    const days = [
      { date: "2026-03-28", begins: 0 },
      { date: "2026-03-29", begins: 484 },
    ];
    expect(travelOf({ profile: [from(0, 2), from(400, 1)] }, days)).toBe(36);
  });

  test("a day beyond its midnight goes on with the last factor", () => {
    const days = [{ date: "2026-03-28", begins: -1440 }];
    expect(travelOf({ profile: [from(0, 1), from(1200, 2)] }, days)).toBe(40);
  });
});

describe("between two breaks", () => {
  const withBreak: Demand = { ...demand, tasks: [...demand.tasks, task("rest", "neighbour", { kind: "break" })] };
  const tasks = [...round.tasks.slice(0, 1), { id: "rest", slot: 0, start: 530, end: 538 }, { id: "b", slot: 0, start: 545, end: 567 }];
  const codes = (maxStretch: number) => codesOf({ ...withBreak, shifts: [shift("early", "anna", { maxStretch })] }, [{ ...round, tasks }]);

  test("480 to 530 and 538 to 600: 62 is the longest stretch", () => {
    expect(codes(62)).toEqual([]);
    expect(codes(61)).toEqual(["stretch-too-long"]);
    expect(codes(49)).toEqual(["stretch-too-long", "stretch-too-long"]);
  });
});

describe("load", () => {
  const loads = (...added: readonly number[]) => {
    const tasks = added.map((boxes, i) => task(`t${i}`, 1, { load: { boxes } }));
    const planned = added.map((_, i) => ({ id: `t${i}`, slot: 0, start: 500 + i, end: 501 + i }));
    return codesOf({ ...demand, tasks, shifts: [shift("early", "anna", { capacity: { boxes: 5 } })] }, [{ ...round, tasks: planned }]);
  };
  test("3 + 2 = 5 fits", () => expect(loads(3, 2)).toEqual([]));
  test("3 + 3 = 6 does not", () => expect(loads(3, 3)).toEqual(["over-capacity"]));
  test("unloading stops at 0: max(0, 3 - 9) + 5 = 5", () => expect(loads(3, -9, 5)).toEqual([]));
  test("unloading in advance does not help", () => expect(loads(-9, 6)).toEqual(["over-capacity"]));
});
