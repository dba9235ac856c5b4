/** Rounds. Anna's: leaves the base at 480, a from 500 to 530, b from 537 to 567, back at 587, ends at 600; travel 10 + 5 + 20, entry 2 + 2. */
import { describe, test } from "vitest";
import type { Shift, ShiftOption, Task } from "../../src/model/demand.ts";
import { breaks, costs, type Facts, hand, keeps, lateRound, round, shift, task } from "./facts.ts";

const early = (changes: Partial<Shift>): Pick<Facts, "shifts"> => ({ shifts: [shift("early", "anna", changes), shift("late", "bo")] });
const by = (...options: readonly ShiftOption[]): Pick<Facts, "shifts"> => early({ options });
const base: ShiftOption = { mode: "walk", from: 0, to: 0 };
const [a, b] = hand.tasks as [Task, Task];
const [first, second] = round.tasks as [(typeof round.tasks)[0], (typeof round.tasks)[0]];

describe("Begin of a shift", () => {
  test("480 is the first and the last tick of some spans", () => {
    keeps(early({ begins: [480, 490] }));
    keeps(early({ begins: [470, 480] }));
  });
  test("and outside of others", () => {
    breaks(early({ begins: [481, 490] }), "begin-outside-span");
    breaks(early({ begins: [470, 479] }), "begin-outside-span");
  });
  test("one that floats begins at any time", () => keeps(early({ begins: [null, null] })));
});

describe("Fixed departure", () => {
  const fixed = (from: number) => early({ begins: [from, null], fixedDeparture: true });
  test("leaves at 480 and waits", () => keeps(fixed(480)));
  test("not ten minutes after it", () => breaks(fixed(470), "begin-not-fixed"));
});

describe("End of a shift", () => {
  test("600 is the first and the last tick of some spans", () => {
    keeps(early({ ends: [600, null] }));
    keeps(early({ ends: [null, 600] }));
  });
  test("and outside of others", () => {
    breaks(early({ ends: [601, null] }), "end-outside-span");
    breaks(early({ ends: [null, 599] }), "end-outside-span");
  });
  test("never before the begin, nor before it is back", () =>
    breaks(
      { ...by({ mode: "walk", from: null, to: null }), tasks: [task("a", 1)] },
      ["end-before-return", "end-before-begin"],
      [{ ...round, begin: 500, end: 499, tasks: [{ id: "a", slot: 0, start: 500, end: 500 }] }],
    ));
});

describe("Longest span", () => {
  test("120 minutes are 120, and more than 119", () => {
    keeps(early({ maxSpan: 120 }));
    breaks(early({ maxSpan: 119 }), "span-too-long");
  });
});

describe("Longest stretch", () => {
  const rest = task("rest", "neighbour", { kind: "break" });
  const rounds = [{ ...round, tasks: [first, { id: "rest", slot: 0, start: 530, end: 538 }, { ...second, start: 545 }] }];
  test("480 to 530 and 538 to 600: 62", () => {
    keeps({ tasks: [a, b, rest], ...early({ maxStretch: 62 }) }, rounds);
    breaks({ tasks: [a, b, rest], ...early({ maxStretch: 61 }) }, "stretch-too-long", rounds);
  });
  test("without a break it is the whole span", () => {
    keeps(early({ maxStretch: 120 }));
    breaks(early({ maxStretch: 119 }), "stretch-too-long");
  });
  test("a paid pause ends no stretch", () =>
    breaks({ tasks: [a, b, { ...rest, kind: "other" }], ...early({ maxStretch: 62 }) }, "stretch-too-long", rounds));
});

describe("Price of an option", () => {
  const priced = by({ ...base, cost: 6 }, { ...base, cost: 9 });
  test("6 of the first, 9 of the second, nothing of an unused shift", () => {
    costs(priced, "optionCost", 6);
    costs(priced, "optionCost", 9, [{ ...round, option: 1 }]);
    costs(priced, "optionCost", 0, []);
  });
});

const withC: Facts = { tasks: [a, b, task("c", 1)] };
const bo = lateRound({ id: "c", slot: 0, start: 710, end: 740 });

describe("Used shift", () => {
  test("one of two, both, none", () => {
    costs({}, "usedShift", 1);
    costs(withC, "usedShift", 2, [round, bo]);
    costs({}, "usedShift", 0, []);
  });
  test("one without a task is not used", () => breaks({}, "empty-shift", [round, { ...bo, tasks: [] }]));
});

describe("Waiting", () => {
  test("500 - 480 - 10 - 2 = 8 and 600 - 587 = 13: 21", () => costs({}, "waiting", 21));
  test("less where it begins later: 488", () => costs({}, "waiting", 13, [{ ...round, begin: 488 }]));
});

describe("Idle", () => {
  test("10 after the first possible begin, 21 waiting, 15 paid after the end: 46", () => costs(early({ paidTo: 615 }), "idle", 46));
  test("a floating begin and a late end leave the waiting: 21", () => costs(early({ begins: [null, null], paidTo: 590 }), "idle", 21));
  test("an unused shift is idle from 470 to 900, where it says so: 31 + 430", () => {
    const late = (idleIfUnused: boolean): Facts => ({
      shifts: [shift("early", "anna"), shift("late", "bo", { idleIfUnused, paidTo: 900 })],
    });
    costs(late(true), "idle", 461);
    costs(late(false), "idle", 31);
  });
});

describe("Overtime", () => {
  test("600 - 580 = 20, none before the end of paid time", () => {
    costs(early({ paidTo: 580 }), "overtime", 20);
    costs(early({ paidTo: 600 }), "overtime", 0);
  });
  test("in steps: 15 extra minutes at 1, the other 5 at 3", () =>
    costs(
      early({ paidTo: 580 }),
      {
        measure: "overtime",
        per: "shift",
        curve: {
          points: [
            [0, 0],
            [15, 15],
          ],
          above: 3,
        },
      },
      30,
    ));
});

describe("Split day", () => {
  const annas: Facts = { ...withC, shifts: [shift("early", "anna"), shift("late", "anna")] };
  test("100 minutes later the same day; 60 are no split", () => {
    costs(annas, "splitShift", 1, [round, bo]);
    costs(annas, "splitShift", 0, [round, { ...bo, begin: 660 }]);
  });
  test("nor is the next day", () =>
    costs(annas, "splitShift", 0, [round, { ...bo, begin: 1440, end: 1800, tasks: [{ id: "c", slot: 0, start: 1500, end: 1510 }] }]));
});

describe("Work", () => {
  test("120 less a break of 30: 90", () => costs({ tasks: [a, { ...b, kind: "break" }] }, "work", 90));
  test.each(["care", "base", "remote", "other"] as const)("%s is work", (kind) => costs({ tasks: [a, { ...b, kind }] }, "work", 120));
});
