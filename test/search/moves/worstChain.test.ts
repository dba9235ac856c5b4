import { expect, test } from "vitest";
import type { Demand, Task } from "../../../src/model/demand.ts";
import type { Term } from "../../../src/model/term.ts";
import { compile } from "../../../src/problem/compile.ts";
import { lateAnew, lateElsewhere } from "../../../src/search/moves/worstChain.ts";
import type { Tools } from "../../../src/search/tools.ts";
import { demand, shift, task } from "../../check/plan/hand.ts";
import { toolsOf } from "../lanes.ts";
import { lay, seenOf } from "./tried.ts";

const term = (name: string, measure: Term["measure"], reduce: Term["reduce"]): Term => ({
  name, level: 1, measure, unit: "one", per: "plan", reduce, curve: { points: [[0, 0]], above: 1 },
});

/** Half an hour at home 1 from `from` on, due to start `due`. */
const visit = (id: string, from: number, due: number): Task =>
  task(id, 1, { slots: [{ start: [from, null], due: { start: due } }], duration: { min: 30, max: 30 }, required: true });

/**
 * Anna: early 500–530, wait, a 600–630, b 630–660, c 660–690, due 600, 630 and 640: 20 late. What binds c is b, then a, then the wait.
 * Bo: x 500–530, y 530–560, both in time.
 */
const late: Demand = {
  ...demand,
  relations: [],
  tasks: [visit("early", 500, 500), visit("a", 600, 600), visit("b", 600, 630), visit("c", 600, 640), visit("x", 500, 500), visit("y", 500, 530)],
  shifts: [shift("sa", "anna"), shift("sb", "bo")],
  terms: [term("travel", "travel", "sum"), term("latest", "late", "max")],
};
const ROUNDS = [[0, 1, 2, 3], [4, 5]];
const chain = [1, 2, 3];

function laid(of: Demand, rounds: readonly (readonly number[])[]): Tools {
  const tools = toolsOf(compile(of));
  lay(tools, rounds);
  return tools;
}

test("only tasks of the chain that binds the latest go elsewhere, and all of them sooner or later", () => {
  const tools = laid(late, ROUNDS);
  expect(tools.objective.levels[1]).toBe(20 + 40);
  const { tasks, best } = seenOf(lateElsewhere, tools);
  expect([...tasks].sort()).toEqual(chain);
  expect(best).toBe(40);
});

test("only tasks of the chain are taken out and put back", () => {
  const { tasks, best } = seenOf(lateAnew, laid(late, ROUNDS));
  expect([...tasks].sort()).toEqual(chain);
  expect(best).toBe(40);
});

test("the chain crosses to the partner's round where a relation binds", () => {
  // Bo comes late to y because of x; the relation makes c wait for y.
  const tied: Demand = {
    ...late,
    tasks: [visit("early", 400, 500), visit("c", 500, 500), visit("x", 500, 500), visit("y", 500, 530)],
    relations: [{ id: "together", kind: "gap", tasks: ["c", "y"], from: "start", to: "start", span: [0, 0], clock: "elapsed", over: "next" }],
  };
  const { tasks } = seenOf(lateElsewhere, laid(tied, [[0, 1], [2, 3]]));
  expect(tasks.has(0)).toBe(false);
  expect(tasks.has(2)).toBe(true);
});

test("nothing late: nothing is tried", () => {
  const { priced } = seenOf(lateElsewhere, laid(late, [[0, 1], [4, 5]]), 50);
  expect(priced).toBe(0);
});
