import { expect, test } from "vitest";
import type { Demand } from "../../../src/model/demand.ts";
import { compile } from "../../../src/problem/compile.ts";
import { spareScarce } from "../../../src/search/moves/scarce.ts";
import { demand, shift, task } from "../../check/plan/hand.ts";
import { toolsOf } from "../lanes.ts";
import { lay, seenOf } from "./tried.ts";

const inOneHome = (id: string) => shift(id, id, { begins: [480, 480], ends: [null, 600], options: [{ mode: "walk", from: 1, to: 1 }] });
const visit = (id: string, start: number, nurse: boolean) =>
  task(id, 1, { slots: [{ start: [start, start] }], duration: { min: 60, max: 60 }, who: nurse ? { traits: ["nurse"] } : {} });

/** Two hours each for anna, a nurse, and for bo, who is none. Two hours ask for a nurse; at 480 anna does what anybody could. */
const short: Demand = {
  ...demand,
  workers: [
    { id: "anna", traits: ["nurse"], skills: [], rest: [] },
    { id: "bo", traits: [], skills: [], rest: [] },
  ],
  tasks: [visit("n1", 480, true), visit("n2", 540, true), visit("any", 480, false)],
  shifts: [inOneHome("anna"), inOneHome("bo")],
  terms: [{ name: "unserved", level: 1, measure: "unserved", unit: "one", per: "plan", reduce: "sum", curve: { points: [[0, 0]], above: 1 } }],
};

test("what anybody can do leaves the nurse's round, and nothing else does", () => {
  const tools = toolsOf(compile(short));
  lay(tools, [[2, 1], []]);
  const { tasks } = seenOf(spareScarce, tools);
  expect([...tasks]).toEqual([2]);
});

test("where everybody may do everything, nobody is spared", () => {
  const p = compile({ ...short, tasks: [visit("a", 480, false), visit("b", 540, false)] });
  expect(spareScarce.supports(p)).toBe(false);
});
