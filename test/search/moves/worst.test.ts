import { expect, test } from "vitest";
import type { Demand } from "../../../src/model/demand.ts";
import { compile } from "../../../src/problem/compile.ts";
import { worst } from "../../../src/search/moves/worst.ts";
import { demand, shift, task } from "../../check/plan/hand.ts";
import { toolsOf } from "../lanes.ts";
import { lay } from "./tried.ts";

/** Eleven visits beside the base, and one whose detour is 1,000. */
const FAR = 11;
const remote: Demand = {
  ...demand,
  travel: [{ mode: "walk", placeCount: 3, ticks: [0, 1, 500, 1, 0, 500, 500, 500, 0] }],
  tasks: Array.from({ length: 12 }, (_, t) => task(`t${t}`, t === FAR ? 2 : 1, { slots: [{ start: [0, 5000] }], duration: { min: 10, max: 10 } })),
  shifts: [shift("sa", "anna", { begins: [0, null] }), shift("sb", "bo", { begins: [0, null] })],
  terms: [{ name: "travel", level: 1, measure: "travel", unit: "one", per: "plan", reduce: "sum", curve: { points: [[0, 0]], above: 1 } }],
};

test("what costs most where it is is taken out far more often than others", () => {
  const tools = toolsOf(compile(remote));
  lay(tools, [[0, 1, 2, 3, 4, FAR], [5, 6, 7, 8, 9, 10]]);
  const times = new Float64Array(12);
  for (let k = 0; k < 500; k++) {
    worst.try(tools);
    for (const t of tools.draft.moved.list.subarray(0, tools.draft.moved.count)) times[t]!++;
    tools.ruin.clear();
    tools.draft.undo();
  }
  const others = Array.from(times.subarray(0, FAR));
  expect(times[FAR]!).toBeGreaterThan(1.3 * Math.max(...others));
  expect(Math.min(...others)).toBeGreaterThan(0);
});
