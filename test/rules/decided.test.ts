/** Decided before. Anna: a from 500 to 530, b from 537 to 567, in a shift from 480; Bo: c from 710. */
import { describe, test } from "vitest";
import type { Pin, Task } from "../../src/model/demand.ts";
import type { PlannedShift, PlannedTask } from "../../src/model/plan.ts";
import { breaks, costs, type Facts, hand, keeps, lateRound, nobodys, round, shift, task } from "./facts.ts";

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

const [a, b] = round.tasks as [PlannedTask, PlannedTask];
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
  test("at 488 nobody need have set out for it, at 489 somebody has", () => {
    keeps(at(488, was({ end: 531 })), rounds);
    breaks(at(489, was({ end: 531 })), "frozen-task", rounds);
  });
  test("it is a fact, whatever its slot, its duration and its client say", () => {
    const [first, ...others] = world.tasks as [Task, ...Task[]];
    const strict: Task = { ...first, slots: [{ start: [510, 520], end: [null, 525] }], duration: { min: 40, max: 50 }, who: { not: ["anna"] } };
    keeps({ ...at(501, was({})), tasks: [strict, ...others] }, rounds);
  });
  test("it is a fact, whatever is pinned", () => {
    for (const pin of [{ shift: "late" }, { worker: "bo" }, { slot: 1 }, { start: 499 }]) keeps({ ...at(501, was({})), pins: [{ task: "a", ...pin }] }, rounds);
    breaks({ ...at(501, was({})), pins: [{ task: "a", after: "b" }] }, "pin-after", rounds);
  });
  test("it goes on from where it came, though what came before is gone", () => {
    const facts: Facts = { ...at(540, [round]), tasks: (world.tasks as Task[]).slice(1) };
    keeps(facts, [{ ...round, tasks: round.tasks.slice(1) }, bo]);
  });
  test("nothing goes in between two that have begun", () => {
    const far: Facts = { ...at(535, [{ ...round, tasks: [a, { ...b, start: 545, end: 575 }] }]), tasks: [...(world.tasks as Task[]), task("x", 2)] };
    const x = { id: "x", slot: 0, start: 538, end: 540 };
    breaks({ ...far, now: 539 }, ["start-before-arrival", "start-before-now"], [{ ...round, tasks: [a, x, { ...b, start: 545, end: 575 }] }, bo]);
  });
  test("a break that has begun stays where it is, though the round goes on elsewhere", () => {
    const rest = nobodys(task("rest", "neighbour", { kind: "break" }));
    const planned = (at: number) => ({ id: "rest", slot: 0, start: 750, end: 770, at });
    const late = (...tasks: PlannedShift["tasks"]) => lateRound({ id: "c", slot: 0, start: 710, end: 740 }, ...tasks);
    const facts = (place: number): Facts => ({ ...at(760, [round, late(planned(place))]), tasks: [...(world.tasks as Task[]), rest] });
    keeps(facts(1), [round, late(planned(1))]);
    breaks(facts(0), "frozen-task", [round, late(planned(1))]);
  });
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
  const later = [{ ...round, end: 620, tasks: [a, { ...b, start: 560, end: 590 }] }];
  test("who was to go on to b, and need not have set out yet, goes home from 535 at the earliest", () => {
    keeps(at(535, [onlyA]), [{ ...onlyA, end: 540 }, bo]);
    breaks(at(535, later), "end-before-return", [{ ...onlyA, end: 540 }, bo]);
    keeps(at(535, later), [{ ...onlyA, end: 545 }, bo]);
  });
  test("the wait until now is waiting: Anna waits 8 before a, 2 after b was given up, none at the end", () =>
    costs(at(532, later), "waiting", 10, [{ ...onlyA, end: 542 }]));
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
