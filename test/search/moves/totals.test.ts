import { expect, test } from "vitest";
import type { Demand, Task } from "../../../src/model/demand.ts";
import { compile } from "../../../src/problem/compile.ts";
import { NONE } from "../../../src/problem/problem.ts";
import { shareTotal } from "../../../src/search/moves/totals.ts";
import type { Tools } from "../../../src/search/tools.ts";
import { demand, shift, task } from "../../check/plan/hand.ts";
import { toolsOf } from "../lanes.ts";
import { lay } from "./tried.ts";

/** 10 to 60 minutes at home 1, somewhen between 480 and 600. */
const visit = (id: string): Task => task(id, 1, { slots: [{ start: [480, 590] }], duration: { min: 10, max: 60 } });
/** Three visits that last so long together. */
const world = (total: readonly [number | null, number | null]): Demand => ({
  ...demand,
  tasks: [visit("a"), visit("b"), visit("c")],
  shifts: [shift("s", "anna", { begins: [480, 480], ends: [null, 600], options: [{ mode: "walk", from: 1, to: 1 }] })],
  relations: [{ id: "together", kind: "duration", tasks: ["a", "b", "c"], total }],
});

/** The first tasks in one round, each of so many minutes. */
function laid(of: Demand, minutes: readonly number[]): Tools {
  const tools = toolsOf(compile(of));
  tools.insertion.durations = "shortest";
  lay(tools, [minutes.map((_, task) => task)]);
  minutes.forEach((duration, task) => void tools.draft.change(task, 0, duration, 0));
  expect(tools.draft.settleTimes()).toBe(true);
  tools.draft.price();
  tools.keep();
  tools.insertion.durations = "liked";
  return tools;
}
const total = ({ objective: { st } }: Tools): number => Array.from(st.duration).reduce((sum, ticks, task) => sum + (st.shiftOf[task] === NONE ? 0 : ticks), 0);

test("a third visit goes in, and the others give the minutes it takes", () => {
  for (let k = 0; k < 20; k++) {
    const tools = laid(world([60, 60]), [30, 30]);
    for (let tries = 0; !shareTotal.try(tools); tries++) {
      expect(tries).toBeLessThan(50);
      tools.draft.undo();
    }
    expect(tools.objective.st.shiftOf[2]).toBe(0);
    expect(total(tools)).toBe(60);
    expect(tools.draft.price()[0]).toBe(0);
  }
});

test("a sum too small is filled up, one too large is cut, by no more than it must", () => {
  const short = laid(world([90, 100]), [20, 20, 20]);
  expect(shareTotal.try(short)).toBe(true);
  expect(total(short)).toBe(90);
  const long = laid(world([30, 50]), [20, 20, 20]);
  expect(shareTotal.try(long)).toBe(true);
  expect(total(long)).toBe(50);
});

test("what keeps the sum is left alone, and minutes that nobody has time for are not given", () => {
  expect(shareTotal.try(laid(world([50, 70]), [20, 20, 20]))).toBe(false);
  const full = laid(world([150, 150]), [30, 30, 30]);
  expect(shareTotal.try(full)).toBe(true);
  expect(total(full)).toBe(120);
});

test("it is for relations over durations that may vary", () => {
  const supports = (of: Demand): boolean => shareTotal.supports(compile(of));
  expect(supports(world([60, 60]))).toBe(true);
  expect(supports({ ...world([60, 60]), relations: [] })).toBe(false);
  expect(supports({ ...world([60, 60]), tasks: world([60, 60]).tasks.map((one) => ({ ...one, duration: { min: 20, max: 20 } })) })).toBe(false);
});
