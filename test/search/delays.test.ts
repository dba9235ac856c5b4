import { beforeEach, describe, expect, test } from "vitest";
import type { Demand, Slot } from "../../src/model/demand.ts";
import { compile } from "../../src/problem/compile.ts";
import { Delays } from "../../src/search/delays.ts";
import type { Tools } from "../../src/search/tools.ts";
import { demand, shift, task } from "../check/plan/hand.ts";
import { toolsOf } from "./lanes.ts";
import { lay } from "./moves/tried.ts";

const visit = (id: string, opens: number, due: Slot["due"], wish?: Slot["wish"]) =>
  task(id, 1, {
    slots: [{ start: [opens, null], ...(due === undefined ? {} : { due }), ...(wish === undefined ? {} : { wish }) }],
    duration: { min: 20, max: 20 },
  });
const priced = (measure: "late" | "overtime", above: number) =>
  ({ name: measure, level: 1, measure, unit: "one", per: "plan", reduce: "sum", curve: { points: [[0, 0]], above } }) as const;

/**
 * All at home 1, from 480 on: a 480-500, due to start by 485 · b 500-520, due to end by 530 · wait 15 · c 535-555, wished by 540 ·
 * end 555, paid to 560. A minute late costs 2, one of overtime 3.
 */
const world: Demand = {
  ...demand,
  tasks: [visit("a", 480, { start: 485 }), visit("b", 480, { end: 530 }), visit("c", 535, undefined, { start: 540 })],
  shifts: [
    shift("s", "anna", { begins: [480, 480], paidTo: 560, options: [{ mode: "walk", from: 1, to: 1 }] }),
    shift("empty", "bo", { begins: [480, 480], paidTo: 560, options: [{ mode: "walk", from: 1, to: 1 }] }),
  ],
  terms: [priced("late", 2), priced("overtime", 3)],
};
const [a, b, c] = [0, 1, 2];

describe("a delay", () => {
  let tools: Tools;
  let delays: Delays;
  beforeEach(() => {
    tools = toolsOf(compile(world));
    lay(tools, [[a, b, c]]);
    delays = new Delays(tools.objective.st, tools.guide);
  });
  const cost = (node: number, ticks: number): number => {
    delays.delay(node, 0, ticks);
    return delays.cost;
  };

  test("costs what each task after it becomes late, beyond its slack", () => {
    expect(cost(a, 5)).toBe(0);
    expect(cost(a, 12)).toBe(2 * (7 + 2)); // a 7 late, b ends at 532
  });

  test("is absorbed by waiting", () => {
    expect(cost(b, 15)).toBe(2 * 5); // b ends at 535; c still starts at 535
    expect(cost(b, 22)).toBe(2 * (12 + 2) + 3 * 2); // 7 are left: c starts at 542, the end is 562
  });

  test("of the last task costs overtime beyond what is paid", () => {
    expect(cost(c, 4)).toBe(0);
    expect(cost(c, 9)).toBe(2 * 4 + 3 * 4);
  });

  test("of what is late already costs all of itself, and no more", () => {
    tools = toolsOf(compile({ ...world, shifts: world.shifts.map((s) => ({ ...s, begins: [520, 520] })) }));
    lay(tools, [[a, b, c]]); // a 520-540, b 540-560, c 560-580
    delays = new Delays(tools.objective.st, tools.guide);
    expect(cost(b, 1)).toBe(2 * 2 + 3 * 1);
  });

  test("counts from when a node would be reached; a node that is reached in time costs nothing", () => {
    const { st } = tools.objective;
    delays.reach(b, 0, 500);
    expect(delays.cost).toBe(0);
    delays.reach(b, 0, 515);
    expect(delays.cost).toBe(2 * 5);
    delays.reach(st.taskCount, 0, 570);
    expect(delays.cost).toBe(3 * 10);
  });

  test("at the end of an empty round costs what lies beyond paid time", () => {
    const { st } = tools.objective;
    delays.reach(st.taskCount + 1, 1, 559);
    expect(delays.cost).toBe(0);
    delays.reach(st.taskCount + 1, 1, 571);
    expect(delays.cost).toBe(3 * 11);
  });
});
