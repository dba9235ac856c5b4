/** Decided before. Anna: a from 500 to 530, b from 537 to 567, in a shift from 480; Bo: c from 710. */
import { describe, test } from "vitest";
import type { Pin } from "../../src/model/demand.ts";
import type { PlannedShift } from "../../src/model/plan.ts";
import { breaks, costs, type Facts, hand, keeps, lateRound, round, shift, task } from "./facts.ts";

const bo = lateRound({ id: "c", slot: 0, start: 710, end: 740 });
const rounds = [round, bo];
const walk = { mode: "walk", from: 0, to: 0 };
const world: Facts = {
  tasks: [...hand.tasks, task("c", 1)].map((one) => ({ ...one, slots: [...one.slots, ...one.slots] })),
  shifts: [shift("early", "anna", { options: [walk, { ...walk, cost: 1 }] }), shift("late", "bo")],
};
const pinned = (pin: Partial<Pin>): Facts => ({ ...world, pins: [{ task: "b", ...pin }] });
const onlyA = { ...round, tasks: round.tasks.slice(0, 1) };

describe("Pin: served", () => {
  test("b is served, or left out", () => {
    keeps(pinned({}), rounds);
    breaks(pinned({}), "pin-unserved", [onlyA, bo]);
  });
});

describe("Pin: person", () => {
  test("this shift, this worker", () => keeps(pinned({ shift: "early", worker: "anna" }), rounds));
  test("and no other", () => {
    breaks(pinned({ shift: "late" }), "pin-shift", rounds);
    breaks(pinned({ worker: "bo" }), "pin-worker", rounds);
  });
});

describe("Pin: order", () => {
  test("after a, not after c", () => {
    keeps(pinned({ after: "a" }), rounds);
    breaks(pinned({ after: "c" }), "pin-after", rounds);
  });
  test("in the same round, not only later", () => breaks({ ...world, pins: [{ task: "c", after: "a" }] }, "pin-after", rounds));
});

describe("Pin: time", () => {
  test("the first slot, at 537", () => keeps(pinned({ slot: 0, start: 537 }), rounds));
  test("not the second, not at 538", () => {
    breaks(pinned({ slot: 1 }), "pin-slot", rounds);
    breaks(pinned({ start: 538 }), "pin-start", rounds);
  });
});

const at = (now: number, baseline: readonly PlannedShift[]): Facts => ({ ...world, now, baseline });
const was = (changes: Partial<PlannedShift["tasks"][number]>): readonly PlannedShift[] => [
  { ...onlyA, tasks: [{ ...(round.tasks[0] as PlannedShift["tasks"][number]), ...changes }] },
];

describe("Begun tasks", () => {
  test("at 501 a stays as it was", () => keeps(at(501, was({})), rounds));
  test("its end, its slot and its start", () => {
    breaks(at(501, was({ end: 531 })), "frozen-task", rounds);
    breaks(at(501, was({ slot: 1 })), "frozen-task", rounds);
    breaks(at(501, was({ start: 499 })), "frozen-task", rounds);
  });
  test("its shift", () => {
    const elsewhere = [{ ...round, tasks: round.tasks.slice(1) }, { ...onlyA, shift: "late", begin: 700 }];
    breaks(at(501, elsewhere), ["start-before-arrival", "frozen-task"], rounds);
  });
  test("at 500 it has not begun", () => keeps(at(500, was({ end: 531 })), rounds));
  test("it is not left out", () => breaks(at(501, [onlyA]), "frozen-task", [bo]));
});

describe("Begun shifts", () => {
  test("at 481 the early shift keeps begin and option", () => {
    keeps(at(481, [{ ...round, tasks: [] }]), rounds);
    breaks(at(481, [{ ...round, begin: 479, tasks: [] }]), "frozen-shift", rounds);
    breaks(at(481, [{ ...round, option: 1, tasks: [] }]), "frozen-shift", rounds);
  });
  test("at 480 it has not begun", () => keeps(at(480, [{ ...round, option: 1, tasks: [] }]), rounds));
  test("without work it may be given up", () => keeps(at(490, [{ ...round, tasks: [] }]), [bo]));
});

describe("Nothing in the past", () => {
  const waiting = (now: number): Facts => ({ ...at(now, []), shifts: [shift("early", "anna", { begins: [480, 480] }), shift("late", "bo")] });
  test("a shift that may begin later is new at 480, not at 481", () => {
    keeps(at(480, []), rounds);
    breaks(at(481, []), "begin-before-now", rounds);
  });
  test("one that had to begin at 480 has been waiting and sets out for a, ten minutes away and two to enter, until 488", () => {
    keeps(waiting(488), rounds);
    breaks(waiting(489), "start-before-arrival", rounds);
    breaks(waiting(501), ["start-before-arrival", "start-before-now"], rounds);
  });
  test("who was to stay after a sets out for b, seven minutes away, at 530 and not at 531", () => {
    keeps(at(530, [onlyA]), rounds);
    breaks(at(531, [onlyA]), "start-before-arrival", rounds);
    keeps(at(531, [round]), rounds);
  });
  test("who was to go on to b goes home from 535 at the earliest", () => {
    keeps(at(535, [onlyA]), [{ ...onlyA, end: 540 }, bo]);
    breaks(at(535, [round]), "end-before-return", [{ ...onlyA, end: 540 }, bo]);
    keeps(at(535, [round]), [{ ...onlyA, end: 545 }, bo]);
  });
  test("the wait until now is waiting: Anna waits 8 before a, 2 after b was given up, none at the end", () =>
    costs(at(532, [round]), "waiting", 10, [{ ...onlyA, end: 542 }]));
});

describe("Moved", () => {
  test("a was at 480: 20; c was at 715: 5; b is new: 25", () =>
    costs(
      { ...world, baseline: [...was({ start: 480, end: 510 }), { ...bo, tasks: [{ id: "c", slot: 0, start: 715, end: 745 }] }] },
      "moved",
      25,
      rounds,
    ));
});

describe("Reassigned", () => {
  test("c was Anna's, a is still hers, b is new: 1", () =>
    costs({ ...world, baseline: [{ ...round, tasks: [...onlyA.tasks, ...bo.tasks] }] }, "reassigned", 1, rounds));
  test("another shift of the same person is no change", () =>
    costs(
      { ...world, shifts: [shift("early", "anna"), shift("late", "anna")], baseline: [{ ...round, tasks: bo.tasks }] },
      "reassigned",
      0,
      rounds,
    ));
});
