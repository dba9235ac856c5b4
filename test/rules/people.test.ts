/** One person's shifts, and vehicles. Two rounds: early from 480 to 600 and late from 700 to 900. */
import { describe, test } from "vitest";
import type { Worker } from "../../src/model/demand.ts";
import { breaks, type Facts, hand, keeps, lateRound, round, shift, task } from "./facts.ts";

const tasks = [...hand.tasks, task("c", 1)];
const bo = lateRound({ id: "c", slot: 0, start: 710, end: 740 });
const both = [round, bo];
const annas: Facts = { tasks, shifts: [shift("early", "anna"), shift("late", "anna")] };
const anna = (changes: Partial<Worker>): Facts => ({ ...annas, workers: [{ ...(hand.workers[0] as Worker), ...changes }] });

describe("One shift at a time", () => {
  test("from 600 on, not from 599 on", () => {
    keeps(annas, [round, { ...bo, begin: 600 }]);
    breaks(annas, "shifts-overlap", [round, { ...bo, begin: 599 }]);
  });
  test("two people may work at once", () => keeps({ tasks }, [round, { ...bo, begin: 599 }]));
});

describe("Rest", () => {
  test("100 minutes are a rest of 100, not of 101: then 480 to 900 is one period of 420", () => {
    const ruled = (atLeast: number, longest: number) => anna({ rest: [{ window: atLeast + longest, atLeast }] });
    keeps(ruled(100, 200), both);
    keeps(ruled(101, 420), both);
    breaks(ruled(101, 419), "rest-too-short", both);
  });
  test("one shift alone may be too long", () => breaks(anna({ rest: [{ window: 219, atLeast: 100 }] }), "rest-too-short", [round]));
  test("a short rest and a long one are two rules", () => {
    const rules = (weekly: number) =>
      anna({
        rest: [
          { window: 300, atLeast: 100 },
          { window: 1000 + weekly, atLeast: 1000 },
        ],
      });
    keeps(rules(420), both);
    breaks(rules(419), "rest-too-short", both);
  });
});

describe("Rest before the period", () => {
  const busy = (busyUntil: number, longest = 200) => anna({ busyUntil, rest: [{ window: 300 + longest, atLeast: 300 }] });
  test("180 + 300 = 480 is in time, 181 + 300 is not: 181 to 600 is one period of 419", () => {
    keeps(busy(180), [round]);
    keeps(busy(181, 419), [round]);
    breaks(busy(181, 418), "rest-too-short", [round]);
  });
});

describe("Vehicles", () => {
  const cars = (count: number, ...ids: readonly ("early" | "late")[]): Facts => ({
    tasks,
    pools: [{ id: "cars", count }],
    shifts: [shift("early", "anna"), shift("late", "bo")].map((one) =>
      ids.some((id) => id === one.id) ? { ...one, options: one.options.map((option) => ({ ...option, pool: "cars" })) } : one,
    ),
  });
  const overlapping = [round, { ...bo, begin: 599 }];
  test("one given back at 600 is taken at 600, not at 599", () => {
    keeps(cars(1, "early", "late"), [round, { ...bo, begin: 600 }]);
    breaks(cars(1, "early", "late"), "pool-exceeded", overlapping);
  });
  test("two are enough for two, and one for whoever takes one", () => {
    keeps(cars(2, "early", "late"), overlapping);
    keeps(cars(1, "late"), overlapping);
  });
  test("of none there is none", () => breaks(cars(0, "early"), "pool-exceeded", [round]));
});
