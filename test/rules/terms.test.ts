/** What a plan is judged by. Slot costs: 1 of a and 2 of b on Anna's early shift, 4 of c and 8 of d on Bo's late one. */
import { describe, expect, test } from "vitest";
import type { Task } from "../../src/model/demand.ts";
import type { Term } from "../../src/model/term.ts";
import { breaks, costs, type Facts, hand, keeps, lateRound, nobodys, PLAIN, round, shift, task, verdict } from "./facts.ts";

const slots = (cost: number): Pick<Task, "slots"> => ({ slots: [{ start: [null, null], cost }] });
const facts: Facts = {
  clients: [{ id: "klara", team: "south" }, { id: "karl" }],
  shifts: [shift("early", "anna"), shift("late", "bo", { team: "north" })],
  tasks: [
    task("a", 1, { ...slots(1), stopTicks: 2 }),
    task("b", 2, { ...slots(2), stopTicks: 2, client: "karl", priority: 5 }),
    nobodys(task("c", 1, { ...slots(4), class: "talk", kind: "other" })),
    task("d", 2, { ...slots(8), class: "talk", client: "karl" }),
  ],
};
const rounds = [round, lateRound({ id: "c", slot: 0, start: 710, end: 740 }, { id: "d", slot: 0, start: 750, end: 780 })];
const square = {
  points: [
    [0, 0],
    [1, 1],
    [2, 4],
    [3, 9],
    [4, 16],
  ],
  above: 100,
} as const;
const priced = (term: Partial<Term>, cost: number): void => costs(facts, { measure: "slotCost", ...term }, cost, rounds);

describe("Levels", () => {
  const term = (name: string, measure: Term["measure"], level: number): Term => ({ ...PLAIN, name, measure, level });
  test("each has the costs of its own terms, those without a term 0", () => {
    const { levels, searchedLevels } = verdict(
      { ...facts, terms: [term("way", "travel", 3), term("slots", "slotCost", 1), term("again", "slotCost", 3)] },
      rounds,
    );
    expect(levels).toEqual([0, 15, 0, 35 + 35 + 15]); // both rounds go out, on and back
    expect(searchedLevels).toEqual([15, 0, 85]);
  });
});

describe("Hard terms", () => {
  const cap = (most: number): Facts => ({
    terms: [{ ...PLAIN, measure: "usedShift", level: 0, curve: { points: [[most, 0]], above: 1 } }],
  });
  test("one shift at most, or none", () => {
    keeps(cap(1));
    const { codes, hardTerms, violations } = verdict(cap(0));
    expect([codes, hardTerms, violations]).toEqual([["hard-term"], true, 0]);
  });
  test("no excess is too small", () => {
    const { codes, hardTerms } = verdict({ terms: [{ ...PLAIN, measure: "travel", level: 0, curve: { points: [[34.75, 0]], above: 1 } }] });
    expect([codes, hardTerms]).toEqual([["hard-term"], true]);
  });
});

describe("Groups", () => {
  const far = {
    measure: "slotCost",
    curve: {
      points: [
        [0, 0],
        [3, 0],
      ],
      above: 1,
    },
  } as const; // what is above 3
  test.each([
    ["task", 1 + 5],
    ["client", 7 + 1], // 1 Klara's, 2 + 8 Karl's, 4 nobody's
    ["shift", 0 + 9],
    ["worker", 0 + 9],
    ["team", 0 + 0 + 9], // a is south, c and d are north; b has neither a client's nor a shift's team
    ["plan", 12],
  ] as const)("per %s", (per, cost) => costs(facts, { ...far, per }, cost, rounds));
  test("relations and budgets stand alone or together", () => {
    const soft = { points: [[0, 0]], above: 1 } as const;
    const relations = [2, 1].map(
      (most, i) => ({ id: `r${i}`, kind: "presence", tasks: ["a", "b", "c"], count: [null, most], zeroAllowed: false, soft }) as const,
    );
    const budgets = [2, 1].map(
      (free, i) =>
        ({
          id: `b${i}`,
          of: "task",
          members: ["a", "b", "c"],
          quantity: "count",
          opening: 0,
          reserved: 0,
          limit: [null, null],
          cost: { points: [[free, 0]], above: 1 },
        }) as const,
    );
    costs({ ...facts, relations }, { measure: "relation", per: "relation", curve: square }, 1 + 4, rounds);
    costs({ ...facts, relations }, { measure: "relation", per: "plan", curve: square }, 9, rounds);
    costs({ ...facts, budgets }, { measure: "budget", per: "budget", curve: square }, 1 + 4, rounds);
    costs({ ...facts, budgets }, { measure: "budget", per: "plan", curve: square }, 9, rounds);
  });
});

describe("Worst case", () => {
  test("the largest of the plan; of each worker, 2 + 8; of each client, 1 + 8 + 4", () => {
    priced({ reduce: "max" }, 8);
    priced({ reduce: "max", per: "worker" }, 10);
    priced({ reduce: "max", per: "client" }, 13);
    priced({ reduce: "sum" }, 15);
  });
  test("of shifts: the longer way of two, the other may be anything below", () =>
    costs(facts, { measure: "work", reduce: "max" }, 200, rounds));
});

describe("Fairness", () => {
  test("the largest less the smallest: 8 - 1; of each worker, 1 + 4", () => {
    priced({ reduce: "range" }, 7);
    priced({ reduce: "range", per: "worker" }, 5);
  });
  test("200 minutes of work and 120: 80 apart", () => costs(facts, { measure: "work", reduce: "range" }, 80, rounds));
  test("an unused shift works 0 minutes", () => costs({}, { measure: "work", reduce: "range" }, 120));
});

describe("Curve and unit", () => {
  const over30 = {
    points: [
      [0, 0],
      [30, 0],
    ],
    above: 3,
  } as const;
  test("5 over 30 minutes at 3 each", () => costs({}, { measure: "travel", unit: "minute", curve: over30 }, 15));
  test("35 ticks of which ten are a minute are 3.5", () => costs({ ticksPerMinute: 10 }, { measure: "travel", unit: "minute" }, 3.5));
  test("3500 metres are 3.5 kilometres", () => costs({}, { measure: "distance", unit: "km" }, 3.5));
  test.each(["visit", "person", "one"] as const)("two tasks are two of %s", (unit) =>
    costs({ clients: [{ id: "klara", contact: "bo" }] }, { measure: "contactShare", unit }, 2),
  );
  test("between corners the line holds: 1.75 of the way from 3 to 4", () =>
    costs({}, { measure: "distance", unit: "km", curve: square }, 9 + 0.5 * 7));
  test("below 0 the slope is the one below: -50 at 2 each", () => {
    const worth = {
      ...(hand.tasks[0] as Task),
      duration: {
        min: 0,
        max: 90,
        value: {
          points: [
            [0, 0],
            [30, -50],
          ],
        },
      },
    } as const;
    costs({ tasks: [worth, hand.tasks[1] as Task] }, { measure: "durationValue", curve: { points: [[0, 0]], below: 2, above: 9 } }, -100);
  });
});

describe("Only some", () => {
  test.each([
    [{ classes: ["talk"] }, 12],
    [{ minPriority: 4 }, 2],
    [{ classes: ["talk"], minPriority: 4 }, 0],
    [{ modes: ["walk"] }, 15],
    [{ modes: [] }, 0],
  ])("%j let slot costs of %d through", (where, cost) => priced({ where }, cost));
  test("a shift is not asked for a class, nor a task left out for a mode", () => {
    costs(facts, { measure: "usedShift", where: { classes: ["none"] } }, 2, rounds);
    costs(facts, { measure: "unserved", where: { modes: ["none"] } }, 28, []);
  });
  test("nor is a broken rule", () => breaks({ ...facts, now: 480, baseline: [{ ...round, begin: 479, tasks: [] }] }, "frozen-shift", rounds));
});
