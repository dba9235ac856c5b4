import { describe, expect, test } from "vitest";
import type { Demand } from "../../src/model/demand.ts";
import type { Plan } from "../../src/model/plan.ts";
import type { Span } from "../../src/units.ts";
import { compile } from "../../src/problem/compile.ts";
import { eligibleIn, NONE, OPEN, type Problem } from "../../src/problem/problem.ts";
import { demand, round, shift, task } from "../check/plan/hand.ts";

const two = [{ start: [400, 600] as const }, { start: [700, 900] as const, end: [null, 950] as const }];
const world: Demand = { ...demand, tasks: [task("a", 1, { slots: two }), task("b", 2)] };

/** Starts that each slot of task a leaves open; "shut": none. */
const windows = ({ slots }: Problem): readonly unknown[] =>
  [0, 1].map((k) => (slots.startMin[k]! > slots.startMax[k]! ? "shut" : [slots.startMin[k], slots.startMax[k]]));
const shiftsOf = (p: Problem, slot: number): readonly number[] => [0, 1].filter((r) => eligibleIn(p.slots, slot, r));

describe("pins", () => {
  const pinned = (pin: Omit<Demand["pins"][number], "task">): Problem => compile({ ...world, pins: [{ task: "a", ...pin }] });

  test("leave everything open but that the task is served", () => {
    const p = pinned({});
    expect(windows(p)).toEqual([
      [400, 600],
      [700, 900],
    ]);
    expect(Array.from(p.tasks.pinned)).toEqual([1, 0]);
  });
  test("of a slot shut the others", () => {
    const p = pinned({ slot: 1 });
    expect(windows(p)).toEqual(["shut", [700, 900]]);
    expect([shiftsOf(p, 0), shiftsOf(p, 1)]).toEqual([[], [0, 1]]);
  });
  test("of a start leave that start alone", () => expect(windows(pinned({ start: 750 }))).toEqual(["shut", [750, 750]]));
  test("of a shift or a worker leave that shift alone", () => {
    expect(shiftsOf(pinned({ shift: "late" }), 0)).toEqual([1]);
    expect(shiftsOf(pinned({ worker: "anna" }), 0)).toEqual([0]);
    expect(shiftsOf(pinned({ worker: "anna", shift: "late" }), 0)).toEqual([]);
  });
  test("of an order are one more order relation, and both are served", () => {
    const p = pinned({ after: "b" });
    expect(Array.from(p.tasks.pinned)).toEqual([1, 1]);
    expect(p.relations.count).toBe(1);
    expect(Array.from(p.relations.members)).toEqual([1, 0]);
    expect(p.demand.relations).toEqual([]);
  });
});

describe("now", () => {
  const baseline: Plan["shifts"] = [round];
  const frozen = (now: number): Problem => compile({ ...world, now, baseline });

  test("freezes what the baseline starts before it: shift, slot, start and length", () => {
    const p = frozen(520);
    expect(Array.from(p.tasks.frozen)).toEqual([1, 0]);
    expect(windows(p)).toEqual([[500, 500], "shut"]);
    expect([p.tasks.durationMin[0], p.tasks.durationMax[0]]).toEqual([30, 30]);
    expect(shiftsOf(p, 0)).toEqual([0]);
  });
  test("keeps everything else from starting before it", () => {
    const p = frozen(520);
    expect([p.slots.startMin[2], p.slots.startMax[2]]).toEqual([520, OPEN]);
    expect(windows(frozen(450))).toEqual([
      [450, 600],
      [700, 900],
    ]);
  });
  test("freezes what somebody has set out for: a, ten minutes away, after 490, and b, five, after 532", () => {
    expect(Array.from(frozen(490).tasks.frozen)).toEqual([0, 0]);
    expect(Array.from(frozen(491).tasks.frozen)).toEqual([1, 0]);
    expect(Array.from(frozen(532).tasks.frozen)).toEqual([1, 0]);
    expect(Array.from(frozen(533).tasks.frozen)).toEqual([1, 1]);
  });
  test("passes over shifts and tasks of the baseline that are gone", () => {
    const gone = [{ ...round, shift: "gone" }, { ...round, tasks: [{ ...round.tasks[0]!, id: "gone" }, ...round.tasks.slice(1)] }];
    const { freeze } = compile({ ...world, now: 481, baseline: gone });
    expect(Array.from(freeze.goesTo)).toEqual([NONE, 2, 1, NONE]);
  });
  test("keeps begin and option of a shift that has begun, and only then", () => {
    const at = (now: number) => {
      const { shifts } = frozen(now);
      return [shifts.beginMin[0], shifts.beginMax[0], shifts.frozenOption[0], shifts.frozenOption[1]];
    };
    expect(at(480)).toEqual([480, OPEN, NONE, NONE]);
    expect(at(481)).toEqual([480, 480, 0, NONE]);
  });
  test("lets no other shift begin earlier, unless it has to", () => {
    const soonest = (begins: Span, now: number): number | undefined => {
      const shifts = world.shifts.map((one) => ({ ...one, begins }));
      return compile({ ...world, now, baseline: [], shifts }).shifts.beginMin[0];
    };
    expect(soonest([470, 490], 460)).toBe(470);
    expect(soonest([470, 490], 480)).toBe(480);
    expect(soonest([470, 490], 500)).toBe(490);
    expect(soonest([null, null], 500)).toBe(500);
  });
  test("does not move what idle time is counted from", () => expect(frozen(481).shifts.idleFrom[0]).toBe(470));
  test("leaves a pin's word to the baseline", () => {
    const p = compile({ ...world, now: 520, baseline, pins: [{ task: "a", shift: "early", start: 500, slot: 0 }] });
    expect(windows(p)).toEqual([[500, 500], "shut"]);
  });
});

describe("lookalike shifts", () => {
  const alike = (changes: Partial<Demand>): readonly number[] => Array.from(compile({ ...demand, ...changes }).shifts.lookalike);
  const same = (a: Partial<Demand>): boolean => new Set(alike(a)).size === 1;

  test("are those that differ in nothing but names", () => {
    expect(same({})).toBe(true);
    expect(same({ shifts: [shift("early", "anna"), shift("late", "bo", { maxSpan: 300 })] })).toBe(false);
    expect(same({ workers: [demand.workers[0]!, { ...demand.workers[1]!, traits: ["female"] }] })).toBe(false);
  });
  test.each<[string, Partial<Demand>]>([
    ["a task asks for", { tasks: [task("a", 1, { who: { only: ["anna"] } })] }],
    ["a task refuses", { tasks: [task("a", 1, { who: { not: ["anna"] } })] }],
    ["a task prices", { tasks: [task("a", 1, { who: { cost: { anna: 1 } } })] }],
    ["a task names by shift", { tasks: [task("a", 1, { who: { shifts: ["early"] } })] }],
    ["a pin names", { pins: [{ task: "a", worker: "anna" }] }],
    ["a client knows", { memory: [{ client: "klara", worker: "anna", at: -1, times: 1 }] }],
    ["a client has as contact", { clients: [{ id: "klara", contact: "anna" }] }],
    [
      "a budget counts",
      { budgets: [{ id: "hours", of: "shift", members: ["early"], quantity: "workTicks", opening: 0, reserved: 0, limit: [null, 9] }] },
    ],
    ["the baseline uses", { baseline: [round] }],
    ["has two shifts", { shifts: [...demand.shifts, shift("night", "anna")] }],
  ])("are none that %s", (_, changes) => {
    const rows = alike(changes);
    expect(rows.filter((row) => row === rows[0])).toHaveLength(1);
  });
});
