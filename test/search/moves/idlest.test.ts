import { expect, test } from "vitest";
import type { Demand } from "../../../src/model/demand.ts";
import type { Term } from "../../../src/model/term.ts";
import { compile } from "../../../src/problem/compile.ts";
import { idlestAnew, idlestGets } from "../../../src/search/moves/idlest.ts";
import { demand, shift, task } from "../../check/plan/hand.ts";
import { toolsOf } from "../lanes.ts";
import { lay, seenOf } from "./tried.ts";

const term = (measure: Term["measure"], reduce: Term["reduce"]): Term => ({
  name: measure, level: 1, measure, unit: "one", per: "plan", reduce, curve: { points: [[0, 0]], above: 1 },
});

/** Three shifts from 480 to 780 at home 1 without travel: anna has four tasks of an hour, bo two, carl one. Idle: 60, 180, 240. */
const uneven: Demand = {
  ...demand,
  workers: [...demand.workers, { id: "carl", traits: [], skills: [], rest: [] }],
  tasks: Array.from({ length: 7 }, (_, t) => task(`t${t}`, 1, { slots: [{ start: [480, 720] }], duration: { min: 60, max: 60 } })),
  shifts: ["anna", "bo", "carl"].map((worker) =>
    shift(worker, worker, { begins: [480, null], ends: [null, 780], paidTo: 780, idleIfUnused: true, options: [{ mode: "walk", from: 1, to: 1 }] }),
  ),
  terms: [term("idle", "max")],
};
const ROUNDS = [[0, 1, 2, 3], [4, 5], [6]];

test("the idlest shift gets a task of another round, or rarely gives one away", () => {
  const tools = toolsOf(compile(uneven));
  lay(tools, ROUNDS);
  expect(tools.objective.levels[1]).toBe(240);
  const { best, priced } = seenOf(idlestGets, tools);
  expect(best).toBe(180);
  expect(priced).toBeGreaterThan(200);
});

test("an unserved task goes into the idlest shift", () => {
  const tools = toolsOf(compile(uneven));
  lay(tools, [[0, 1, 2, 3], [4, 5]]);
  expect(tools.objective.levels[1]).toBe(300);
  expect(seenOf(idlestGets, tools).best).toBe(240);
});

test("the idlest round is built anew with others near it", () => {
  const tools = toolsOf(compile(uneven));
  lay(tools, ROUNDS);
  const { tasks, best } = seenOf(idlestAnew, tools);
  expect(tasks.has(6)).toBe(true);
  expect(best).toBeLessThan(240);
});

test("of a range both ends are worked on", () => {
  const tools = toolsOf(compile({ ...uneven, terms: [term("work", "range")] }));
  lay(tools, ROUNDS);
  expect(tools.objective.levels[1]).toBe(180);
  expect(seenOf(idlestGets, tools).best).toBe(60);
});
