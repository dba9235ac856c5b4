import { describe, expect, test } from "vitest";
import type { Demand, Worker } from "../../../src/model/demand.ts";
import type { PlannedShift } from "../../../src/model/plan.ts";
import { codesOf, demand, shift, task } from "./hand.ts";

/** Shifts of Anna's from begin to end, each with one task at home 1 that fits. */
function shiftsOf(...spans: readonly (readonly [number, number])[]): { readonly world: Demand; readonly shifts: readonly PlannedShift[] } {
  const open = { begins: [null, null] as const, options: [{ mode: "walk", from: 1, to: 1, pool: "cars" }] };
  const world = {
    ...demand,
    pools: [{ id: "cars", count: 9 }],
    shifts: spans.map((_, i) => shift(`s${i}`, "anna", open)),
    tasks: spans.map((_, i) => task(`t${i}`, 1)),
  };
  const shifts = spans.map(([begin, end], i) => ({
    shift: `s${i}`,
    option: 0,
    begin,
    end,
    tasks: [{ id: `t${i}`, slot: 0, start: begin, end: begin }],
  }));
  return { world, shifts };
}

describe("rest of 660 in each 1440, so that working periods last at most 780", () => {
  const codes = (busyUntil: number | undefined, ...spans: readonly (readonly [number, number])[]) => {
    const { world, shifts } = shiftsOf(...spans);
    const anna: Worker = {
      id: "anna",
      traits: [],
      skills: [],
      rest: [{ window: 1440, atLeast: 660 }],
      ...(busyUntil === undefined ? {} : { busyUntil }),
    };
    return codesOf({ ...world, workers: [anna] }, shifts);
  };

  test("one shift of 780", () => expect(codes(undefined, [0, 780])).toEqual([]));
  test("one shift of 781", () => expect(codes(undefined, [0, 781])).toEqual(["rest-too-short"]));
  test("two shifts with 659 between them last 1259", () => expect(codes(undefined, [0, 300], [959, 1259])).toEqual(["rest-too-short"]));
  test("two shifts with 660 between them are two periods", () => expect(codes(undefined, [0, 300], [960, 1260])).toEqual([]));
  test("a split day within 780", () => expect(codes(undefined, [0, 300], [600, 780])).toEqual([]));
  test("in any order of the plan", () => expect(codes(undefined, [959, 1259], [0, 300])).toEqual(["rest-too-short"]));
  test("600 after the last shift before the period, and 300 long: 900", () => expect(codes(-100, [500, 800])).toEqual(["rest-too-short"]));
  test("600 after it, and 180 long: 780", () => expect(codes(-100, [500, 680])).toEqual([]));
  test("rest is counted from the end of the longest", () =>
    expect(codes(undefined, [0, 700], [10, 20], [1300, 1310])).toEqual(["shifts-overlap", "rest-too-short"]));
  test("a period that grows too long is reported once", () =>
    expect(codes(undefined, [0, 700], [710, 800], [810, 900])).toEqual(["rest-too-short"]));
});

describe("overlap", () => {
  const codes = (...spans: readonly (readonly [number, number])[]) => {
    const { world, shifts } = shiftsOf(...spans);
    return codesOf(world, shifts);
  };
  test("one may begin when the other ends", () => expect(codes([0, 100], [100, 200])).toEqual([]));
  test("but not before", () => expect(codes([0, 100], [99, 200])).toEqual(["shifts-overlap"]));
  test("a long one overlaps all that begin in it", () =>
    expect(codes([0, 300], [10, 20], [200, 250])).toEqual(["shifts-overlap", "shifts-overlap"]));
  test("two people may work at once", () => {
    const { world, shifts } = shiftsOf([0, 100], [50, 200]);
    expect(codesOf({ ...world, shifts: world.shifts.map((s, i) => ({ ...s, worker: i === 0 ? "anna" : "bo" })) }, shifts)).toEqual([]);
  });
});

describe("a pool of two cars", () => {
  const codes = (...spans: readonly (readonly [number, number])[]) => {
    const { world, shifts } = shiftsOf(...spans);
    const workers = spans.map((_, i) => ({ id: `w${i}`, traits: [], skills: [], rest: [] }));
    const own = world.shifts.map((s, i) => ({ ...s, worker: `w${i}` }));
    return codesOf({ ...world, workers, shifts: own, pools: [{ id: "cars", count: 2 }] }, shifts);
  };
  test("two at once", () => expect(codes([0, 100], [50, 200])).toEqual([]));
  test("a third while both are out", () => expect(codes([0, 100], [50, 200], [99, 300])).toEqual(["pool-exceeded"]));
  test("a third when one comes back", () => expect(codes([0, 100], [50, 200], [100, 300])).toEqual([]));
  test("a third when one comes back, in any order of the plan", () => expect(codes([100, 300], [50, 200], [0, 100])).toEqual([]));
  test("a fourth and a third", () => expect(codes([0, 100], [0, 100], [0, 100], [0, 100])).toEqual(["pool-exceeded", "pool-exceeded"]));
});

test("10 to 10 minutes at pace 1.25 are 12.5, that is 13", () => {
  const workers = [{ id: "anna", traits: [], skills: [], rest: [], pace: { hygiene: 1.25 } }];
  const world = { ...demand, workers, shifts: [shift("early", "anna")], tasks: [task("a", 1, { duration: { min: 10, max: 10 } })] };
  const lasting = (minutes: number) =>
    codesOf(world, [{ shift: "early", option: 0, begin: 480, end: 600, tasks: [{ id: "a", slot: 0, start: 500, end: 500 + minutes }] }]);
  expect([lasting(12), lasting(13), lasting(14)]).toEqual([["too-short"], [], ["too-long"]]);
});

describe("who", () => {
  const by = (who: Demand["tasks"][number]["who"], anna: Partial<Worker>, start = 500) => {
    const world = {
      ...demand,
      workers: [{ id: "anna", traits: [], skills: [], rest: [], ...anna }],
      shifts: [shift("early", "anna")],
      tasks: [task("a", 1, { who })],
    };
    return codesOf(world, [{ shift: "early", option: 0, begin: 480, end: 2000, tasks: [{ id: "a", slot: 0, start, end: start + 5 }] }]);
  };
  const meds = { id: "meds", level: 2 };

  test("a skill at level 2 is enough for 2, not for 3", () => {
    expect(by({ all: ["meds"], level: 2 }, { skills: [meds] })).toEqual([]);
    expect(by({ all: ["meds"], level: 3 }, { skills: [meds] })).toEqual(["skill-missing"]);
  });
  test("a delegation from the second day on holds at 1440, not at 1439", () => {
    expect(by({ all: ["meds"] }, { skills: [{ ...meds, days: [1, null] }] }, 1440)).toEqual([]);
    expect(by({ all: ["meds"] }, { skills: [{ ...meds, days: [1, null] }] }, 1439)).toEqual(["skill-missing"]);
  });
  test("traits wanted and refused", () => {
    expect(by({ traits: ["woman"] }, { traits: ["woman"] })).toEqual([]);
    expect(by({ not: ["woman"] }, { traits: ["woman"] })).toEqual(["worker-refused"]);
    expect(by({ not: ["anna"], traits: ["woman"] }, {})).toEqual(["trait-missing", "worker-refused"]);
  });
  test("an empty list of the only workers lets nobody in", () => expect(by({ only: [] }, {})).toEqual(["worker-not-allowed"]));
});
