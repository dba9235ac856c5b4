import { expect, test } from "vitest";
import type { Demand, Task } from "../../../src/model/demand.ts";
import { compile } from "../../../src/problem/compile.ts";
import { NONE } from "../../../src/problem/problem.ts";
import { giveMinutes, lengthen, squeeze } from "../../../src/search/moves/elastic.ts";
import type { Tools } from "../../../src/search/tools.ts";
import { demand, shift, task } from "../../check/plan/hand.ts";
import { toolsOf } from "../lanes.ts";
import { lay } from "./tried.ts";

/** 20 to 60 minutes, each of which is worth something. */
const elastic = (id: string, start: readonly [number, number], changes: Partial<Task> = {}): Task =>
  task(id, 1, {
    slots: [{ start }],
    duration: {
      min: 20,
      max: 60,
      value: {
        points: [
          [20, 0],
          [60, -40],
        ],
      },
    },
    ...changes,
  });

/** Anna at home 1 from 480 to 600. */
const world = (tasks: readonly Task[], most: number | null = null): Demand => ({
  ...demand,
  tasks,
  shifts: [shift("s", "anna", { begins: [480, 480], ends: [null, 600], options: [{ mode: "walk", from: 1, to: 1 }] })],
  budgets: [
    { id: "frame", of: "task", members: tasks.map(({ id }) => id), quantity: "serviceTicks", opening: 0, reserved: 0, limit: [null, most] },
  ],
  terms: [
    {
      name: "value",
      level: 1,
      measure: "durationValue",
      unit: "one",
      per: "plan",
      reduce: "sum",
      curve: { points: [[0, 0]], below: 1, above: 1 },
    },
  ],
});

/** Tasks laid as short as they may be, or as long as they like. */
function laid(of: Demand, round: readonly number[], durations: "shortest" | "liked"): Tools {
  const tools = toolsOf(compile(of));
  tools.insertion.durations = durations;
  lay(tools, [round]);
  tools.insertion.durations = "liked";
  tools.insertion.blink = 0;
  return tools;
}
const lasting = ({ objective: { st } }: Tools): readonly number[] => Array.from(st.duration);

test("lengthen: each task as long as it likes, as far as the next and the end of the shift leave time", () => {
  const tools = laid(world([elastic("a", [480, 560]), elastic("b", [530, 590])]), [0, 1], "shortest");
  expect(lasting(tools)).toEqual([20, 20]);
  expect(lengthen.try(tools)).toBe(true);
  expect(lasting(tools)).toEqual([60, 60]); // until 540, and from then until the end
});

test("lengthen: a task that must end by then no longer than that", () => {
  const ends = { slots: [{ start: [480, 540] as const, end: [null, 515] as const }] };
  const tools = laid(world([elastic("a", [480, 540], ends), elastic("b", [530, 590])]), [0, 1], "shortest");
  expect(lengthen.try(tools)).toBe(true);
  expect(lasting(tools)).toEqual([35, 60]);
});

test("lengthen: no more than the frame has left", () => {
  const tools = laid(world([elastic("a", [480, 560]), elastic("b", [530, 590])], 70), [0, 1], "shortest");
  expect(lengthen.try(tools)).toBe(true);
  expect(lasting(tools)).toEqual([50, 20]);
  tools.keep();
  expect(lengthen.try(tools)).toBe(false);
});

test("squeeze: a full round makes room for what is left out", () => {
  const full = [elastic("a", [480, 540]), elastic("b", [480, 580]), task("new", 1, { duration: { min: 40, max: 40 } })];
  const tools = laid(world(full), [0, 1], "liked");
  const { st } = tools.objective;
  expect(lasting(tools).slice(0, 2)).toEqual([60, 60]);
  let [short, long] = [0, 0];
  for (let k = 0; k < 40; k++) {
    expect(squeeze.try(tools)).toBe(true);
    const [a, b] = lasting(tools) as [number, number, number];
    expect(st.shiftOf[2]).toBe(0);
    if (a + b === 40) short++;
    else if (a + b === 80) long++;
    tools.draft.undo();
    expect(st.shiftOf[2]).toBe(NONE);
  }
  expect(Math.min(short, long)).toBeGreaterThan(5); // and in half of the tries what is left is given back
  expect(short + long).toBe(40);
});

test("giveMinutes: one gives another minutes of their frame, as many as it may and the other can take", () => {
  const tools = laid(world([elastic("a", [480, 480]), elastic("b", [530, 590])], 80), [0, 1], "liked");
  expect(lasting(tools)).toEqual([60, 20]);
  const given = new Set<number>();
  for (let k = 0; k < 200; k++) {
    if (giveMinutes.try(tools)) {
      const [a, b] = lasting(tools) as [number, number];
      expect(a + b).toBe(80);
      expect(Math.min(a, b)).toBeGreaterThanOrEqual(20);
      given.add(60 - a);
    } else expect(lasting(tools)).toEqual([60, 20]);
    tools.draft.undo();
  }
  expect(Math.max(...given)).toBe(40);
  expect(given.size).toBeGreaterThan(10);
});

test("tasks of one length only: nothing to shorten or lengthen", () => {
  const p = compile(world([task("a", 1, { duration: { min: 20, max: 20 } })]));
  expect([squeeze, lengthen, giveMinutes].map((move) => move.supports(p))).toEqual([false, false, false]);
});

test("lengthen: a task that starts at a fixed time, until the next must start", () => {
  const tools = laid(world([elastic("a", [480, 480]), elastic("b", [530, 530])]), [0, 1], "shortest");
  expect(lengthen.try(tools)).toBe(true);
  expect(lasting(tools)).toEqual([50, 60]);
});
