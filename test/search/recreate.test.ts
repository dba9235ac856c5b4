import { describe, expect, test } from "vitest";
import type { Demand, Task } from "../../src/model/demand.ts";
import type { Relation } from "../../src/model/relation.ts";
import { compile } from "../../src/problem/compile.ts";
import { NONE } from "../../src/problem/problem.ts";
import type { Tools } from "../../src/search/tools.ts";
import { demand, shift, task } from "../check/plan/hand.ts";
import { toolsOf } from "./lanes.ts";
import { lay } from "./moves/tried.ts";

const half = (id: string, changes: Partial<Task> = {}): Task =>
  task(id, 1, { slots: [{ start: [480, 600] }], duration: { min: 30, max: 30 }, required: true, ...changes });
const atHome = (id: string, worker: string, from: number) => shift(id, worker, { options: [{ mode: "walk", from, to: from }] });

function toolsFor(tasks: readonly Task[], relation: Relation, seed = 1): Tools {
  const world: Demand = {
    ...demand,
    tasks,
    shifts: [atHome("anna", "anna", 1), atHome("bo", "bo", 0)],
    relations: [relation],
    terms: [
      { name: "travel", level: 1, measure: "travel", unit: "one", per: "plan", reduce: "sum", curve: { points: [[0, 0]], above: 1 } },
    ],
  };
  const tools = toolsOf(compile(world), seed);
  tools.insertion.blink = 0;
  return tools;
}

describe("two that go together", () => {
  const together: Relation = {
    id: "pair",
    kind: "gap",
    tasks: ["x", "y"],
    from: "start",
    to: "start",
    span: [0, 0],
    clock: "elapsed",
    over: "next",
  };

  test("start together, each by another person", () => {
    const tools = toolsFor([half("x"), half("y")], together);
    const { st } = tools.objective;
    expect(tools.recreate.putPair(0, 1)).toBe(true);
    expect(Array.from(st.shiftOf).toSorted()).toEqual([0, 1]);
    expect(st.start[0]).toBe(st.start[1]);
  });

  test("where the cheapest place of the first leaves none for the second, a drawn round does", () => {
    let both = 0;
    for (let seed = 0; seed < 40; seed++) {
      const tools = toolsFor([half("x"), half("y", { who: { only: ["anna"] } })], together, seed);
      const { st } = tools.objective;
      if (tools.recreate.putPair(0, 1)) {
        both++;
        expect([st.shiftOf[0], st.shiftOf[1]]).toEqual([1, 0]);
        expect(st.start[0]).toBe(st.start[1]);
      } else expect(st.shiftOf[1]).toBe(NONE);
    }
    expect(both).toBeGreaterThan(30);
  });

  test("where the second finds no place, only the first is put in", () => {
    const tools = toolsFor([half("x"), half("y", { slots: [{ start: [700, 700] }] })], together);
    expect(tools.recreate.putPair(0, 1)).toBe(false);
    expect(Array.from(tools.objective.st.shiftOf)).toEqual([0, NONE]);
  });
});

describe("what is useless alone", () => {
  const all = (changes: object = {}): Relation =>
    ({ id: "all", kind: "presence", tasks: ["x", "y"], count: [2, 2], zeroAllowed: true, ...changes }) as Relation;
  const servedAfter = (relation: Relation, rounds: readonly (readonly number[])[]): readonly number[] => {
    const tools = toolsFor([half("x"), half("y"), half("z")], relation);
    lay(tools, rounds);
    tools.recreate.dropHalves(Int32Array.of(0, 1, 2), 3);
    return [0, 1, 2].filter((t) => tools.objective.st.shiftOf[t] !== NONE);
  };

  test("is taken out again; what is no part of it stays", () => {
    expect(servedAfter(all(), [[0, 2]])).toEqual([2]);
    expect(servedAfter(all({ tasks: ["x", "y", "z"], count: [3, 3] }), [[0], [2]])).toEqual([]);
  });

  test("stays where it is whole, where none is not allowed either, and where the relation is soft", () => {
    expect(servedAfter(all(), [[0], [1]])).toEqual([0, 1]);
    expect(servedAfter(all({ zeroAllowed: false }), [[0]])).toEqual([0]);
    expect(servedAfter(all({ soft: { points: [[0, 0]], above: 1 } }), [[0]])).toEqual([0]);
  });
});
