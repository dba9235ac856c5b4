/** When, and for how long. Anna's round: a from 500 to 530 at home 1, b from 537 to 567 at home 2. */
import { describe, test } from "vitest";
import type { Slot, Task, Worker } from "../../src/model/demand.ts";
import { breaks, costs, type Facts, hand, keeps, round, task } from "./facts.ts";

const b = task("b", 2, { stopTicks: 2 });
const withA = (changes: Partial<Task>): Facts => ({ tasks: [task("a", 1, { stopTicks: 2, ...changes }), b] });
const inSlot = (slot: Partial<Slot>): Facts => withA({ slots: [{ start: [null, null], ...slot }] });
const anna = (changes: Partial<Worker>): Pick<Facts, "workers"> => ({
  workers: [{ ...(hand.workers[0] as Worker), ...changes }, ...hand.workers.slice(1)],
});

describe("Start window", () => {
  test("500 is the last tick of one and the first of another", () => {
    keeps(inSlot({ start: [480, 500] }));
    keeps(inSlot({ start: [500, 520] }));
  });
  test("and outside of these", () => {
    breaks(inSlot({ start: [480, 499] }), "start-outside-slot");
    breaks(inSlot({ start: [501, 520] }), "start-outside-slot");
  });
});

describe("End window", () => {
  test("530 is the last tick of one and the first of another", () => {
    keeps(inSlot({ end: [null, 530] }));
    keeps(inSlot({ end: [530, null] }));
  });
  test("and outside of these", () => {
    breaks(inSlot({ end: [null, 529] }), "end-outside-slot");
    breaks(inSlot({ end: [531, null] }), "end-outside-slot");
  });
});

describe("Several slots", () => {
  const slots: readonly Slot[] = [{ start: [500, 510] }, { start: [600, 610] }, { start: [1500, 1510] }];
  const inThe = (slot: number) => [{ ...round, tasks: [{ id: "a", slot, start: 500, end: 530 }, ...round.tasks.slice(1)] }];
  test("the one that is used counts, not another", () => {
    keeps(withA({ slots }), inThe(0));
    breaks(withA({ slots }), "start-outside-slot", inThe(1));
    breaks(withA({ slots }), "unknown-slot", inThe(3));
  });
  test("the day after is a choice like any other", () => {
    const tomorrow = { ...round, begin: 1480, end: 1560, tasks: [{ id: "a", slot: 2, start: 1500, end: 1530 }] };
    keeps(withA({ slots }), [tomorrow]);
  });
});

describe("Price of a slot", () => {
  test("4 for the slot, 500 - 490 for the start and 2 x (540 - 530) for the end: 34", () =>
    costs(inSlot({ cost: 4, startCost: { points: [[490, 0]], above: 1 }, endCost: { points: [[540, 0]], below: -2 } }), "slotCost", 34));
  test("between two corners the line holds: half of 10, though the next point is cheaper", () =>
    costs(
      inSlot({
        startCost: {
          points: [
            [490, 0],
            [510, 10],
            [520, 0],
          ],
        },
      }),
      "slotCost",
      5,
    ));
});

describe("Lateness", () => {
  test("start 500 - 495 = 5, end 530 - 520 = 10, wish 500 - 497 = 3: the largest, 10", () =>
    costs(inSlot({ due: { start: 495, end: 520 }, wish: { start: 497 } }), "late", 10));
  test("by the wish alone: 500 - 480 = 20", () => costs(inSlot({ wish: { start: 480 } }), "late", 20));
  test("in time costs nothing, and earns nothing", () => costs(inSlot({ due: { start: 505, end: 600 } }), "late", 0));
});

describe("Earliness", () => {
  test("530 wished, 500 planned: 30", () => costs(inSlot({ wish: { start: 530 } }), "early", 30));
  test("later than wished: 0", () => costs(inSlot({ wish: { start: 480 } }), "early", 0));
});

describe("Duration", () => {
  test("30 is the least and the most of some, and too short or too long for others", () => {
    keeps(withA({ duration: { min: 30, max: 30 } }));
    breaks(withA({ duration: { min: 31, max: 40 } }), "too-short");
    breaks(withA({ duration: { min: 10, max: 29 } }), "too-long");
  });
});

describe("Value of a duration", () => {
  test("40 less one for each of 30 minutes: 10", () =>
    costs(
      withA({
        duration: {
          min: 10,
          max: 40,
          value: {
            points: [
              [0, 40],
              [40, 0],
            ],
          },
        },
      }),
      "durationValue",
      10,
    ));
  test("the first 20 minutes are worth 2 each, the others 1: -50", () =>
    costs(
      withA({
        duration: {
          min: 10,
          max: 40,
          value: {
            points: [
              [0, 0],
              [20, -40],
            ],
            above: -1,
          },
        },
      }),
      "durationValue",
      -50,
    ));
});

describe("Pace", () => {
  const slow = (duration: Task["duration"], factor: number) => ({ ...withA({ duration }), ...anna({ pace: { hygiene: factor } }) });
  test("20 at 1.5 are 30; 21 are 31.5, rounded 32", () => {
    keeps(slow({ min: 20, max: 20 }, 1.5));
    breaks(slow({ min: 21, max: 40 }, 1.5), "too-short");
    breaks(slow({ min: 10, max: 19 }, 1.5), "too-long");
  });
  test("halves are rounded up: 61 at 0.5 are 31", () => breaks(slow({ min: 61, max: 80 }, 0.5), "too-short"));
  test("another class of work goes at the usual pace", () =>
    keeps({ ...withA({ duration: { min: 30, max: 30 } }), ...anna({ pace: { meal: 2 } }) }));
  test("30 minutes at 1.5 are worth 20: 40 - 20", () =>
    costs(
      slow(
        {
          min: 10,
          max: 40,
          value: {
            points: [
              [0, 40],
              [40, 0],
            ],
          },
        },
        1.5,
      ),
      "durationValue",
      20,
    ));
});
