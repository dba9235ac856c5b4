import { expect, test } from "vitest";
import type { Demand } from "../../../src/model/demand.ts";
import type { Term } from "../../../src/model/term.ts";
import { compile } from "../../../src/problem/compile.ts";
import { NONE } from "../../../src/problem/problem.ts";
import { tails } from "../../../src/search/moves/tails.ts";
import { demand, shift, task } from "../../check/plan/hand.ts";
import { toolsOf } from "../lanes.ts";
import { lay, seenOf } from "./tried.ts";

const travel: Term = { name: "travel", level: 1, measure: "travel", unit: "one", per: "plan", reduce: "sum", curve: { points: [[0, 0]], above: 1 } };
const visit = (id: string, place: number, start: number) => task(id, place, { slots: [{ start: [start, start] }], duration: { min: 30, max: 30 }, required: true });
const pause = (worker: string) => task(`pause ${worker}`, "anywhere", { kind: "break", slots: [{ start: [560, 640] }], duration: { min: 30, max: 30 }, who: { shifts: [worker] } });

/**
 * Anna goes base, home 1, pause, home 2, base; bo base, home 2, pause, home 1, base: 10 + 5 + 20 each. With the other's tail: 10 + 10 and 20 + 20.
 * Pauses belong to their shifts.
 */
const crossing: Demand = {
  ...demand,
  tasks: [visit("a1", 1, 520), visit("a2", 2, 700), visit("b1", 2, 520), visit("b2", 1, 700), pause("sa"), pause("sb")],
  shifts: [shift("sa", "anna"), shift("sb", "bo")],
  terms: [travel],
};

test("tails change rounds though a break in each of them stays", () => {
  const tools = toolsOf(compile(crossing));
  lay(tools, [[0, 4, 1], [2, 5, 3]]);
  expect(tools.objective.levels[1]).toBe(70);
  expect(seenOf(tails, tools).best).toBe(60);
});

test("breaks are served by their own shifts afterwards, or not at all", () => {
  const tools = toolsOf(compile(crossing));
  const { st } = tools.objective;
  lay(tools, [[0, 4, 1], [2, 5, 3]]);
  let moved = 0;
  for (let k = 0; k < 100; k++) {
    if (tails.try(tools)) {
      expect([0, NONE]).toContain(st.shiftOf[4]);
      expect([1, NONE]).toContain(st.shiftOf[5]);
      if (st.shiftOf[1] === 1) moved++;
    }
    tools.draft.undo();
  }
  expect(moved).toBeGreaterThan(10);
});
