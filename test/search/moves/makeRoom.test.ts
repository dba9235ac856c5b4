import { expect, test } from "vitest";
import type { Demand, Task } from "../../../src/model/demand.ts";
import type { Relation } from "../../../src/model/relation.ts";
import type { Term } from "../../../src/model/term.ts";
import { compile } from "../../../src/problem/compile.ts";
import { makeRoom } from "../../../src/search/moves/makeRoom.ts";
import { demand, shift, task } from "../../check/plan/hand.ts";
import { toolsOf } from "../lanes.ts";
import { lay, seenOf } from "./tried.ts";

const unserved: Term = { name: "unserved", level: 1, measure: "unserved", unit: "one", per: "plan", reduce: "sum", curve: { points: [[0, 0]], above: 1 } };
const inOneHome = (id: string, from: number, to: number) => shift(id, id, { begins: [from, from], ends: [null, to], options: [{ mode: "walk", from: 1, to: 1 }] });
const visit = (id: string, from: number, to: number, changes: Partial<Task> = {}) => task(id, 1, { slots: [{ start: [from, to] }], duration: { min: 60, max: 60 }, ...changes });

/** Anna has from 480 to 540, bo from 600 to 660. Only Anna is there for "early"; "any" could be done by either, and is with her. */
const taken: Demand = {
  ...demand,
  tasks: [visit("early", 480, 480), visit("any", 480, 600)],
  shifts: [inOneHome("anna", 480, 540), inOneHome("bo", 600, 660)],
  terms: [unserved],
};

test("a task left out takes the place of another, which goes elsewhere", () => {
  const tools = toolsOf(compile(taken));
  lay(tools, [[1], []]);
  expect(tools.objective.levels[1]).toBe(7);
  expect(seenOf(makeRoom, tools).best).toBe(0);
});

/** Two hours of Anna and of bo at once; "a" and "b" go together at 480, "c" and "d" are in their way and could be later. */
const pair: Relation = { id: "both", kind: "gap", tasks: ["a", "b"], from: "start", to: "start", span: [0, 0], clock: "elapsed", over: "next" };
const together: Demand = {
  ...demand,
  tasks: [visit("a", 480, 480), visit("b", 480, 480), visit("c", 480, 600), visit("d", 480, 600)],
  shifts: [inOneHome("anna", 480, 600), inOneHome("bo", 480, 600)],
  relations: [pair, { id: "all or none", kind: "presence", tasks: ["a", "b"], count: [2, 2], zeroAllowed: true }],
  terms: [unserved],
};

test("two that go together find room in two rounds", () => {
  const tools = toolsOf(compile(together));
  lay(tools, [[2], [3]]);
  expect(tools.objective.levels[1]).toBe(14);
  expect(seenOf(makeRoom, tools).best).toBe(0);
});

test("what cannot be elsewhere is not driven out for nothing: more is never left out than it gains", () => {
  const tools = toolsOf(compile({ ...taken, tasks: [visit("early", 480, 480), visit("any", 480, 480)] }));
  lay(tools, [[1], []]);
  expect(seenOf(makeRoom, tools).best).toBe(7);
});

test("nothing is tried where all are served, nor where nothing may be left out", () => {
  const tools = toolsOf(compile(taken));
  lay(tools, [[0], [1]]);
  expect(seenOf(makeRoom, tools).priced).toBe(0);
  expect(makeRoom.supports(compile({ ...taken, tasks: taken.tasks.map((one) => ({ ...one, required: true })) }))).toBe(false);
});
