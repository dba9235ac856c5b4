import { expect, test } from "vitest";
import type { Demand, Slot } from "../../../src/model/demand.ts";
import type { Measure } from "../../../src/model/term.ts";
import { GROUPINGS } from "../../../src/model/term.ts";
import { demand, lateRound, round, shift, task, termOf } from "./hand.ts";

const [a, b] = [task("a", 1, { stopTicks: 2 }), task("b", 2, { stopTicks: 2 })];
const c = task("c", 1);
const inSlot = (slot: Partial<Slot>): Partial<Demand> => ({ tasks: [{ ...a, slots: [{ start: [null, null], ...slot }] }, b] });
const withEarly = (changes: Parameters<typeof shift>[2]): Partial<Demand> => ({
  shifts: [shift("early", "anna", changes), shift("late", "bo")],
});
const other = lateRound({ id: "c", slot: 0, start: 710, end: 740 });

interface Hand {
  readonly measure: Measure;
  readonly name: string;
  readonly changes: Partial<Demand>;
  readonly shifts?: readonly (typeof round)[];
  readonly raw: number;
}

const hands: readonly Hand[] = [
  {
    measure: "unserved",
    name: "c and d are left out: 7 + 3 = 10",
    changes: { tasks: [a, b, c, task("d", 1, { unservedCost: 3 })] },
    raw: 10,
  },
  {
    measure: "unserved",
    name: "a task due in shifts over 120 minutes is not priced: the shift lasts 120",
    changes: { tasks: [a, b, task("c", 1, { who: { shifts: ["early"] }, required: { whenShiftExceeds: 120 } })] },
    raw: 0,
  },
  {
    measure: "unserved",
    name: "a task due in a shift that is not used is not priced",
    changes: { tasks: [a, b, task("c", 1, { who: { shifts: ["late"] }, required: { whenShiftExceeds: 0 } })] },
    raw: 0,
  },
  {
    measure: "missedBreak",
    name: "one of the two tasks left out is a break: 1",
    changes: { tasks: [a, b, c, task("rest", "anywhere", { kind: "break" })] },
    raw: 1,
  },
  {
    measure: "slotCost",
    name: "4 for the slot + 500 - 490 for the start + 2 x (540 - 530) for the end = 34",
    raw: 34,
    changes: inSlot({ cost: 4, startCost: { points: [[490, 0]], above: 1 }, endCost: { points: [[540, 0]], below: -2 } }),
  },
  {
    measure: "late",
    name: "start 500 - 495 = 5, end 530 - 520 = 10, wish 500 - 497 = 3: the largest is 10",
    changes: inSlot({ due: { start: 495, end: 520 }, wish: { start: 497 } }),
    raw: 10,
  },
  { measure: "late", name: "after the wish only: 500 - 480 = 20", changes: inSlot({ due: { start: 505 }, wish: { start: 480 } }), raw: 20 },
  { measure: "late", name: "in time is 0, never negative", changes: inSlot({ due: { start: 505, end: 600 } }), raw: 0 },
  { measure: "early", name: "530 wished - 500 = 30", changes: inSlot({ wish: { start: 530 } }), raw: 30 },
  { measure: "early", name: "later than wished is 0", changes: inSlot({ wish: { start: 400 } }), raw: 0 },
  {
    measure: "whoCost",
    name: "Anna costs 2 at a and is not named at b",
    changes: {
      tasks: [
        { ...a, who: { cost: { anna: 2, bo: 5 } } },
        { ...b, who: { cost: { bo: 9 } } },
      ],
    },
    raw: 2,
  },
  {
    measure: "overLevel",
    name: "lift 3 - 1 = 2, meds at the better of two entries 4 - 1 = 3, together 5",
    changes: {
      workers: [
        {
          id: "anna",
          traits: [],
          rest: [],
          skills: [
            { id: "lift", level: 3 },
            { id: "meds", level: 2 },
            { id: "meds", level: 4, days: [0, 0] },
            { id: "meds", level: 9, days: [1, null] },
          ],
        },
        ...demand.workers.slice(1),
      ],
      tasks: [{ ...a, who: { all: ["lift", "meds"], level: 1 } }, b],
    },
    raw: 5,
  },
  {
    measure: "durationValue",
    name: "30 minutes at pace 1.5 are worth 20: 40 - 20 = 20",
    changes: {
      workers: [{ id: "anna", traits: [], skills: [], rest: [], pace: { hygiene: 1.5 } }, ...demand.workers.slice(1)],
      tasks: [
        {
          ...a,
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
        },
        b,
      ],
    },
    raw: 20,
  },
  { measure: "travel", name: "10 + 5 + 20 = 35", changes: {}, raw: 35 },
  { measure: "distance", name: "1000 + 500 + 2000 = 3500", changes: {}, raw: 3500 },
  { measure: "waiting", name: "8 before a + 13 after the return = 21", changes: {}, raw: 21 },
  {
    measure: "idle",
    name: "10 after the first possible begin + 21 waiting + 15 paid after the end = 46",
    changes: withEarly({ paidTo: 615 }),
    raw: 46,
  },
  {
    measure: "idle",
    name: "a floating begin and a late end leave the waiting: 21",
    changes: withEarly({ begins: [null, null], paidTo: 590 }),
    raw: 21,
  },
  {
    measure: "idle",
    name: "an unused shift is idle from 470 to 900: 430, beside Anna's 31",
    changes: { shifts: [shift("early", "anna"), shift("late", "bo", { idleIfUnused: true, paidTo: 900 })] },
    raw: 461,
  },
  { measure: "overtime", name: "600 - 580 = 20", changes: withEarly({ paidTo: 580 }), raw: 20 },
  { measure: "overtime", name: "none before the end of paid time", changes: withEarly({ paidTo: 700 }), raw: 0 },
  { measure: "usedShift", name: "one of two", changes: {}, raw: 1 },
  {
    measure: "optionCost",
    name: "the option costs 6",
    changes: withEarly({ options: [{ mode: "walk", from: 0, to: 0, cost: 6 }] }),
    raw: 6,
  },
  {
    measure: "splitShift",
    name: "Anna's second shift begins 100 minutes after the first ends",
    changes: { shifts: [shift("early", "anna"), shift("late", "anna")], tasks: [a, b, c] },
    shifts: [round, other],
    raw: 1,
  },
  {
    measure: "splitShift",
    name: "exactly 60 minutes are no split",
    changes: { shifts: [shift("early", "anna"), shift("late", "anna")], tasks: [a, b, c] },
    shifts: [round, { ...other, begin: 660 }],
    raw: 0,
  },
  {
    measure: "splitShift",
    name: "nor is the next day",
    changes: { shifts: [shift("early", "anna"), shift("late", "anna")], tasks: [a, b, c] },
    shifts: [round, { ...other, begin: 1440, end: 1800, tasks: [{ id: "c", slot: 0, start: 1500, end: 1510 }] }],
    raw: 0,
  },
  { measure: "work", name: "120 less a break of 30 = 90", changes: { tasks: [a, { ...b, kind: "break" }] }, raw: 90 },
  {
    measure: "workers",
    name: "Anna and Bo here, Cia and Anna before: 3; other duties do not count",
    changes: {
      tasks: [a, { ...b, kind: "other" }, c],
      memory: ["cia", "anna"].map((worker) => ({ client: "klara", worker, at: -99, times: 4 })),
    },
    shifts: [round, other],
    raw: 3,
  },
  {
    measure: "workers",
    name: "Bo comes for something else than care: 1",
    changes: { tasks: [a, b, { ...c, kind: "other" }] },
    shifts: [round, other],
    raw: 1,
  },
  {
    measure: "contactShare",
    name: "two of the three care tasks are not Bo's",
    changes: { tasks: [a, b, c], clients: [{ id: "klara", contact: "bo" }] },
    shifts: [round, other],
    raw: 2,
  },
  { measure: "contactShare", name: "without a contact 0", changes: { tasks: [a, b, c] }, shifts: [round, other], raw: 0 },
  {
    measure: "relation",
    name: "b starts 37 after a, 20 wanted: 17 over, at 2 each = 34",
    changes: {
      relations: [
        {
          id: "r",
          kind: "gap",
          tasks: ["a", "b"],
          from: "start",
          to: "start",
          clock: "elapsed",
          over: "next",
          span: [null, 20],
          soft: { points: [[0, 0]], above: 2 },
        },
      ],
    },
    raw: 34,
  },
  {
    measure: "budget",
    name: "10 before + 30 + 30 + 5 after = 75 used, 70 free: 5",
    changes: {
      budgets: [
        {
          id: "frame",
          of: "task",
          members: ["a", "b"],
          quantity: "serviceTicks",
          opening: 10,
          reserved: 5,
          limit: [null, null],
          cost: { points: [[70, 0]], above: 1 },
        },
      ],
    },
    raw: 5,
  },
  {
    measure: "moved",
    name: "a was at 480: 20; b was not there",
    changes: { baseline: [{ ...round, tasks: [{ id: "a", slot: 0, start: 480, end: 500 }] }] },
    raw: 20,
  },
  {
    measure: "reassigned",
    name: "a was Bo's, b Anna's: 1",
    changes: {
      baseline: [
        { ...round, shift: "late", tasks: round.tasks.slice(0, 1) },
        { ...round, tasks: round.tasks.slice(1) },
      ],
    },
    raw: 1,
  },
  {
    measure: "teamCrossing",
    name: "a north shift at a south client twice",
    changes: { clients: [{ id: "klara", team: "south" }], shifts: [shift("early", "anna", { team: "north" }), shift("late", "bo")] },
    raw: 2,
  },
  { measure: "teamCrossing", name: "no team crosses no team", changes: { clients: [{ id: "klara", team: "south" }] }, raw: 0 },
];

test.each(hands)("$measure: $name", ({ measure, changes, shifts, raw }) => {
  const { codes, ...term } = termOf(changes, { measure }, shifts);
  expect(codes).toEqual([]);
  expect(term.raw).toBe(raw);
  expect(term.cost).toBe(raw);
  expect(term.levels).toEqual([0, raw]);
});

test("every measure is worked by hand", () => {
  expect([...new Set(hands.map(({ measure }) => measure))].sort()).toEqual(Object.keys(GROUPINGS).sort());
});
