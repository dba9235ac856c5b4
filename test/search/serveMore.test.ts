import { expect, test } from "vitest";
import { compile } from "../../src/problem/compile.ts";
import { solveSync } from "../../src/solve/solve.ts";
import { demand, shift, slot, task, term } from "../reference/demand.ts";
import { toolsOf } from "./lanes.ts";
import { serveMore } from "../../src/search/serveMore.ts";

const served = (of: ReturnType<typeof demand>): readonly (readonly [string, number])[] => solveSync(of, { steps: 0 }).plan.shifts.flatMap(({ shift: id, tasks }) => tasks.map((one) => [`${id}: ${one.id}`, one.start] as const));

test("what was left out and fits is served, in whatever shift that is, with what the shift then needs", () => {
  const of = demand({
    shifts: [shift("full", 0, 30), shift("empty", 100, 200)],
    tasks: [
      task("there", 0, 30, { slots: [slot(0, 0)] }),
      task("left", 0, 20, { slots: [slot(0, 150)] }),
      task("report", 0, 10, { slots: [slot(100, 100)], who: { shifts: ["empty"] }, required: { whenShiftExceeds: 0 } }),
    ],
    terms: [term("unserved", 1, 100)],
  });
  const tools = toolsOf(compile(of));
  tools.draft.put(0, 0, tools.objective.st.prev[3]!, 0, 30, 0);
  tools.draft.price();
  tools.keep();
  for (const _ of serveMore(tools));
  expect([...tools.objective.st.shiftOf.slice(0, 3)]).toEqual([0, 1, 1]);
  expect(tools.unserved).toEqual([]);
});

test("nothing is served at a higher price than it has", () => {
  const of = demand({
    shifts: [shift("day", 0, 100)],
    tasks: [task("far", 1, 10, { slots: [slot(0, 50)], unservedCost: 1 })],
    terms: [term("unserved", 1, 1), term("travel", 1, 100)],
  });
  expect(served(of)).toEqual([]);
});
