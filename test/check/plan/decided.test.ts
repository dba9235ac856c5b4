import { describe, expect, test } from "vitest";
import type { Budget, Demand, Pin, Shift, Task } from "../../../src/model/demand.ts";
import type { PlannedShift, PlannedTask } from "../../../src/model/plan.ts";
import { codesOf, demand, lateRound, round, shift, task } from "./hand.ts";

const world: Demand = {
  ...demand,
  shifts: [
    shift("early", "anna", {
      options: [
        { mode: "walk", from: 0, to: 0 },
        { mode: "walk", from: null, to: 0 },
      ],
    }),
    shift("late", "bo"),
  ],
  tasks: [...demand.tasks, task("c", 1), task("rest", "neighbour", { kind: "break" })],
};
const other = lateRound({ id: "c", slot: 0, start: 710, end: 740 }, { id: "rest", slot: 0, start: 750, end: 770 });
const plan = [round, other];

describe("a pin holds task b", () => {
  const codes = (pin: Partial<Pin>) => codesOf({ ...world, pins: [{ task: "b", ...pin }] }, plan);
  test("to nothing but being served", () => expect(codes({})).toEqual([]));
  test("to all that it says", () => expect(codes({ shift: "early", worker: "anna", slot: 0, start: 537, after: "a" })).toEqual([]));
  test("to none of what it says", () =>
    expect(codes({ shift: "late", worker: "bo", slot: 1, start: 538, after: "c" })).toEqual([
      "pin-shift",
      "pin-worker",
      "pin-slot",
      "pin-start",
      "pin-after",
    ]));
  test("behind itself", () => expect(codes({ after: "b" })).toEqual(["pin-after"]));
  test("behind an earlier task of another round", () =>
    expect(codesOf({ ...world, pins: [{ task: "rest", after: "a" }] }, plan)).toEqual(["pin-after"]));
  test("though it is left out", () =>
    expect(codesOf({ ...world, pins: [{ task: "b", start: 537 }] }, [{ ...round, tasks: round.tasks.slice(0, 1) }, other])).toEqual([
      "pin-unserved",
    ]));
});

describe("the freeze", () => {
  const codes = (now: number, baseline: readonly PlannedShift[]) => codesOf({ ...world, now, baseline }, plan);
  const changed = (changes: Partial<PlannedShift["tasks"][number]>) => [
    { ...round, tasks: [{ ...round.tasks[0], ...changes } as PlannedShift["tasks"][number]] },
  ];

  const onlyA = { ...round, tasks: round.tasks.slice(0, 1) };
  const [early, late] = world.shifts as [Shift, Shift];
  const waiting = (now: number) => codesOf({ ...world, now, baseline: [], shifts: [{ ...early, begins: [480, 480] }, late] }, plan);

  test("at 480 a shift of 480 may still be new, at 481 no more", () => {
    expect(codes(480, [])).toEqual([]);
    expect(codes(481, [])).toEqual(["begin-before-now"]);
    expect(codes(481, [{ ...round, begin: 481, tasks: [] }])).toEqual(["begin-before-now"]);
  });
  test("where it must begin at 480 it has been waiting, and sets out for a at 488 at the latest", () => {
    expect(waiting(488)).toEqual([]);
    expect(waiting(489)).toEqual(["start-before-arrival"]);
    expect(waiting(500)).toEqual(["start-before-arrival"]);
  });
  test("at 501 nothing new starts at 500", () => expect(waiting(501)).toEqual(["start-before-arrival", "start-before-now"]));
  test("at 501 it may if it was so", () => expect(codes(501, [round])).toEqual([]));
  test("who was on the way still is", () => {
    expect(codes(500, [onlyA])).toEqual([]);
    expect(codes(537, [round])).toEqual([]);
  });
  test("who was to stay after a cannot have set out for b at 530", () => {
    expect(codes(530, [onlyA])).toEqual([]);
    expect(codes(531, [onlyA])).toEqual(["start-before-arrival"]);
  });
  test("nobody went home in the past but who was to", () => {
    const home = { ...onlyA, end: 540 };
    const [a, b] = round.tasks as [PlannedTask, PlannedTask];
    const later = [{ ...round, end: 620, tasks: [a, { ...b, start: 560, end: 590 }] }];
    expect(codesOf({ ...world, now: 535, baseline: [onlyA] }, [home, other])).toEqual([]);
    expect(codesOf({ ...world, now: 535, baseline: later }, [home, other])).toEqual(["end-before-return"]);
    expect(codesOf({ ...world, now: 535, baseline: later }, [{ ...home, end: 545 }, other])).toEqual([]);
  });
  test("who waits sets out as late as will do: for a, ten minutes away and two to enter, at 488", () => {
    expect(codes(488, changed({ end: 531 }))).toEqual([]);
    expect(codes(489, changed({ end: 531 }))).toEqual(["frozen-task"]);
  });
  test("who would come too late by the baseline has not set out by it", () => {
    const hurried = [{ ...round, begin: 479, tasks: [{ ...(round.tasks[0] as PlannedTask), start: 490 }] }];
    expect(codes(480, hurried)).toEqual(["frozen-shift"]);
    expect(codes(491, hurried)).toEqual(["frozen-task", "frozen-shift"].reverse());
  });
  test("what has begun is judged by no slot, duration or person any more", () => {
    const [a] = world.tasks as [Task];
    const strict = { ...a, slots: [{ start: [510, 520] as const, end: [null, 525] as const }], duration: { min: 40, max: 50 }, who: { not: ["anna"] } };
    const facts = { ...world, tasks: [strict, ...world.tasks.slice(1)] };
    expect(codesOf({ ...facts, now: 501, baseline: [round] }, plan)).toEqual([]);
    expect(codesOf(facts, plan)).toEqual(["start-outside-slot", "end-outside-slot", "too-short", "worker-refused"]);
  });
  test("nor by when its shift may begin", () => {
    const facts = { ...world, shifts: [{ ...early, begins: [490, 490] as const }, late] };
    expect(codesOf({ ...facts, now: 501, baseline: [round] }, plan)).toEqual([]);
    expect(codesOf(facts, plan)).toEqual(["begin-outside-span"]);
  });
  test("a break stays where it was", () => {
    const [c, rest] = other.tasks as [PlannedTask, PlannedTask];
    const at = (place: number) => [round, { ...other, tasks: [c, { ...rest, at: place }] }];
    expect(codesOf({ ...world, now: 760, baseline: [round, other] }, at(1))).toEqual([]);
    expect(codesOf({ ...world, now: 760, baseline: at(0) }, at(1))).toContain("frozen-task");
  });
  test("at 501 its end, slot and shift stand", () => {
    expect(codes(501, changed({ end: 531 }))).toEqual(["frozen-task"]);
    expect(codes(501, changed({ slot: 1 }))).toEqual(["frozen-task"]);
    expect(codes(501, [{ ...round, tasks: [] }, { ...round, shift: "late", begin: 700 }])).toEqual(["start-before-arrival", "frozen-task"]);
  });
  test("a task moved from 499 to 500 at 500 had begun", () => expect(codes(500, changed({ start: 499 }))).toEqual(["frozen-task"]));
  test("begin and option of a shift stand from its begin on", () => {
    expect(codes(480, [{ ...round, begin: 479, tasks: [] }])).toEqual(["frozen-shift"]);
    expect(codes(480, [{ ...round, begin: 480, option: 1, tasks: [] }])).toEqual([]);
    expect(codes(481, [{ ...round, begin: 480, option: 1, tasks: [] }])).toEqual(["frozen-shift"]);
  });
  test("a shift that had begun and has nothing left to do may be given up", () => {
    expect(codesOf({ ...world, now: 488, baseline: [round] }, [other])).toEqual([]);
  });
  test("what the demand no longer has is not missed", () => {
    expect(codes(490, [round, { ...round, shift: "gone", tasks: [{ id: "gone", slot: 0, start: 485, end: 489 }] }])).toEqual([]);
  });
});

describe("a budget", () => {
  /** The rule is kept exactly: one more or one less is broken. */
  const used = (budget: Pick<Budget, "of" | "members" | "quantity"> & Partial<Budget>, amount: number) => {
    const codes = (limit: Budget["limit"]) =>
      codesOf({ ...world, budgets: [{ id: "x", opening: 0, reserved: 0, ...budget, limit }] }, plan);
    expect(codes([amount, amount])).toEqual([]);
    expect(codes([amount + 1, null])).toEqual(["budget-broken"]);
    expect(codes([null, amount - 1])).toEqual(["budget-broken"]);
  };

  test("of tasks: 30 of a + 30 of b, 8 before and 4 after", () =>
    used({ of: "task", members: ["a", "b"], quantity: "serviceTicks", opening: 8, reserved: 4 }, 72));
  test("counts the tasks", () => used({ of: "task", members: ["a", "b", "c"], quantity: "count" }, 3));
  test("of Bo's shift: 30 of service without the break of 20", () =>
    used({ of: "shift", members: ["late"], quantity: "serviceTicks" }, 30));
  test("of both shifts: 120 + 200 of work less the break", () =>
    used({ of: "shift", members: ["early", "late"], quantity: "workTicks" }, 300));
  test("counts used shifts", () => used({ of: "shift", members: ["early", "late"], quantity: "count" }, 2));
  test("within 500 to 537: a starts at its first tick, b at the one after its last", () =>
    used({ of: "task", members: ["a", "b"], quantity: "count", within: [500, 537] }, 1));
  test("within 480 to 700: only the shift that begins there", () =>
    used({ of: "shift", members: ["early", "late"], quantity: "count", within: [480, 700] }, 1));
});

test("a task due in shifts over 120 minutes may be left out of one of 120, not of one of 121", () => {
  const due = {
    ...demand,
    tasks: [...demand.tasks, task("rest", "anywhere", { who: { shifts: ["early"] }, required: { whenShiftExceeds: 120 } })],
  };
  expect(codesOf(due, [round])).toEqual([]);
  expect(codesOf(due, [{ ...round, end: 601 }])).toEqual(["required-unserved"]);
  expect(codesOf(due, [])).toEqual([]);
});
