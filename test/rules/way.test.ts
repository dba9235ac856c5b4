/** On the way. Anna's round: leaves the base at 480, a from 500 to 530, b from 537 to 567, back at 587, ends at 600; travel 10 + 5 + 20, entry 2 + 2. */
import { describe, test } from "vitest";
import type { Shift, ShiftOption, Task, Travel } from "../../src/model/demand.ts";
import { breaks, costs, type Facts, hand, keeps, round, shift, task } from "./facts.ts";

const early = (changes: Partial<Shift>): Pick<Facts, "shifts"> => ({ shifts: [shift("early", "anna", changes), shift("late", "bo")] });
const by = (...options: readonly ShiftOption[]): Pick<Facts, "shifts"> => early({ options });
const walk = hand.travel[0] as Travel;
const base: ShiftOption = { mode: "walk", from: 0, to: 0 };
/** A round of these tasks, each `[start, end]`, named a, b, … */
const times = (...tasks: readonly (readonly [number, number])[]) => [
  { ...round, tasks: tasks.map(([start, end], i) => ({ id: "abcd"[i] as string, slot: 0, start, end })) },
];

describe("Travel", () => {
  test("480 + 10 + 2 = 492 is in time, 491 is not", () => {
    keeps({}, times([492, 530], [537, 567]));
    breaks({}, "start-before-arrival", times([491, 530], [537, 567]));
  });
  test("567 + 20 = 587 is in time, 586 is not", () => {
    keeps({}, [{ ...round, end: 587 }]);
    breaks({}, "end-before-return", [{ ...round, end: 586 }]);
  });
  test("there, between and back: 35; out and in at the homes: 5", () => {
    costs({}, "travel", 35);
    costs(by({ mode: "walk", from: null, to: null }), "travel", 5);
    costs(by({ mode: "walk", from: 0, to: null }), "travel", 15);
  });
});

/** From the base to home 1 at 480 and back at 530. */
const outAndBack = [{ ...round, end: 650, tasks: [{ id: "a", slot: 0, start: 525, end: 530 }] }];
const travelling = (changes: Partial<Travel>): Facts => {
  const { ticks: _, metres: __, ...bare } = walk;
  return { travel: [{ ...("points" in changes ? bare : walk), ...changes }], tasks: [task("a", 1)] };
};

describe("Points", () => {
  const points = [
    [0, 0],
    [3, 4],
    [1, 1],
  ] as const;
  test("5 x 2 = 10, twice", () => costs(travelling({ points, ticksPerUnit: 2, rounding: "nearest" }), "travel", 20, outAndBack));
  test("5 x 2.1 = 10.5 is 11 to the nearest, 10 truncated", () => {
    costs(travelling({ points, ticksPerUnit: 2.1, rounding: "nearest" }), "travel", 22, outAndBack);
    costs(travelling({ points, ticksPerUnit: 2.1, rounding: "truncate" }), "travel", 20, outAndBack);
  });
  test("480 + 5 x 2 = 490", () => {
    const at = (start: number) => [{ ...round, tasks: [{ id: "a", slot: 0, start, end: 530 }] }];
    keeps(travelling({ points, ticksPerUnit: 2, rounding: "nearest" }), at(490));
    breaks(travelling({ points, ticksPerUnit: 2, rounding: "nearest" }), "start-before-arrival", at(489));
  });
});

describe("Distance", () => {
  test("1000 + 500 + 2000 metres, or 3.5 kilometres", () => {
    costs({}, "distance", 3500);
    costs({}, { measure: "distance", unit: "km" }, 3.5);
  });
  test("5 x 130 metres, twice", () =>
    costs(
      travelling({
        points: [
          [0, 0],
          [3, 4],
          [1, 1],
        ],
        ticksPerUnit: 2,
        rounding: "nearest",
        metresPerUnit: 130,
      }),
      "distance",
      1300,
      outAndBack,
    ));
  test("without metres there are none", () => {
    const { metres: _, ...bare } = walk;
    costs({ travel: [bare] }, "distance", 0);
  });
});

describe("Travel by time of day", () => {
  const slow = (...profile: readonly (readonly [number, number])[]) =>
    travelling({ profile: profile.map(([fromTimeOfDay, factor]) => ({ fromTimeOfDay, factor })) });
  test("twice as long all day: 20 + 20", () => costs(slow([0, 2]), "travel", 40, outAndBack));
  test("slow until 484: 4 ticks cover 2, 8 remain; back 10", () => costs(slow([0, 2], [484, 1]), "travel", 22, outAndBack));
  test("12.67 ticks are 13; back 10", () => costs(slow([0, 3], [484, 1]), "travel", 23, outAndBack));
  test("480 + 12 = 492 is in time, 491 is not", () => {
    const at = (start: number) => [{ ...round, tasks: [{ id: "a", slot: 0, start, end: 530 }] }];
    keeps(slow([0, 2], [484, 1]), at(492));
    breaks(slow([0, 2], [484, 1]), "start-before-arrival", at(491));
  });
  test("the hour after a clock change comes at once: 4 + 12; back 20", () =>
    costs(
      { ...slow([0, 1], [540, 2]), days: [{ date: "2026-03-29", begins: 0, clockChange: { at: 484, by: 60 } }] },
      "travel",
      36,
      outAndBack,
    ));
});

describe("Entry", () => {
  const same = (stopTicks: number): Facts => ({ tasks: [task("a", 1, { stopTicks }), task("b", 1, { stopTicks })] });
  test("ten minutes after the trip, at the first task alone", () => {
    keeps(same(10), times([500, 530], [530, 560]));
    breaks(same(11), "start-before-arrival", times([500, 530], [530, 560]));
  });
  test("even where the round starts", () => {
    keeps({ tasks: [task("a", 0, { stopTicks: 20 })] }, times([500, 530]));
    breaks({ tasks: [task("a", 0, { stopTicks: 21 })] }, "start-before-arrival", times([500, 530]));
  });
});

describe("Place", () => {
  const open = (place: Task["place"], option = base): Facts => ({ tasks: [task("a", 1), task("b", place), task("c", 2)], ...by(option) });
  const at = (at?: number) => [
    {
      ...round,
      end: 800,
      tasks: [
        [500, 510],
        [600, 610],
        [700, 710],
      ].map(([start, end], i) => ({
        id: "abc"[i] as string,
        slot: 0,
        start: start as number,
        end: end as number,
        ...(i === 1 && at !== undefined ? { at } : {}),
      })),
    },
  ];
  test("where one is: 10 + 0 + 5 + 20", () => costs(open("neighbour"), "travel", 35, at()));
  test("at the next place: 10 + 5 + 0 + 20", () => costs(open("neighbour"), "travel", 35, at(2)));
  test("at the base: 10 + 10 + 20 + 20", () => costs(open("neighbour"), "travel", 60, at(0)));
  test("a neighbour's, and nobody else's", () => {
    const far: Facts = { tasks: [task("a", 1), task("b", "neighbour"), task("c", 1)] };
    breaks(far, "wrong-place", at(2));
  });
  test("where the round ends, though it is no neighbour's: 10 + 5 + 5 + 5", () =>
    costs({ ...open("neighbour", { ...base, to: 2 }), tasks: [task("a", 1), task("b", "neighbour"), task("c", 1)] }, "travel", 25, at(2)));
  test("anywhere, but not beyond the places", () => breaks(open("anywhere"), "wrong-place", at(3)));
  test("where the shift ends: 10 + 10 + 20 + 20; with an open end where one is: 10 + 0 + 5", () => {
    costs(open("shiftEnd"), "travel", 60, at());
    costs(open("shiftEnd", { ...base, to: null }), "travel", 15, at());
  });
  test("a first task without a place before it is where the next is: 5 from there", () => {
    const lead: Facts = { tasks: [task("a", "neighbour"), task("b", 1), task("c", 2)], ...by({ mode: "walk", from: null, to: null }) };
    costs(lead, "travel", 5, at());
  });
});

describe("Loads", () => {
  const loads = (...boxes: readonly number[]): Facts => ({
    tasks: boxes.map((added, i) => task("abcd"[i] as string, 1, { load: { boxes: added }, kind: added < 0 ? "base" : "care" })),
    ...early({ capacity: { boxes: 5 } }),
  });
  const rounds = (count: number) => times(...Array.from({ length: count }, (_, i) => [500 + i, 501 + i] as const));
  test("3 + 2 = 5 fits, 3 + 3 does not", () => {
    keeps(loads(3, 2), rounds(2));
    breaks(loads(3, 3), "over-capacity", rounds(2));
  });
  test("a stop at the base unloads, but not below 0: max(0, 3 - 9) + 5 = 5", () => {
    keeps(loads(3, -9, 5), rounds(3));
    breaks(loads(-9, 6), "over-capacity", rounds(2));
  });
  test("what a shift has no capacity for it cannot carry", () =>
    breaks({ tasks: [task("a", 1, { load: { chairs: 1 } })], ...early({ capacity: { boxes: 5 } }) }, "over-capacity", rounds(1)));
});

describe("Way to travel", () => {
  const car: Travel = { mode: "car", placeCount: 3, ticks: (walk.ticks as readonly number[]).map((ticks) => ticks / 5) };
  const either: Facts = { travel: [walk, car], ...by(base, { ...base, mode: "car" }) };
  test("on foot 35, by car 7", () => {
    costs(either, "travel", 35);
    costs(either, "travel", 7, [{ ...round, option: 1 }]);
  });
  test("there is no third way", () => breaks(either, "unknown-option", [{ ...round, option: 2 }]));
});
