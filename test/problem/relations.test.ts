import { describe, expect, test } from "vitest";
import type { Relation } from "../../src/model/relation.ts";
import { compile } from "../../src/problem/compile.ts";
import { NONE } from "../../src/problem/problem.ts";
import { demand, task } from "../check/plan/hand.ts";
import { randomDemand } from "../generate/demands.ts";

describe("components", () => {
  const tasks = ["a", "b", "c", "d", "e", "f"].map((id) => task(id, 1));
  const gap = (id: string, members: readonly string[], changes: object = {}): Relation => ({
    ...{ id, kind: "gap", tasks: members, from: "start", to: "start", span: [0, 0], clock: "elapsed", over: "next" },
    ...changes,
  });
  const componentsOf = (...relations: readonly Relation[]): readonly number[] =>
    Array.from(compile({ ...demand, tasks, relations }).relations.component);

  test("join what gaps tie, through others too, and leave the rest alone", () => {
    expect(componentsOf(gap("1", ["a", "d"]), gap("2", ["b", "c"]), gap("3", ["d", "f"]))).toEqual([0, 1, 1, 0, NONE, 0]);
  });
  test("are not joined by soft gaps, gaps in days or other kinds", () => {
    const none = tasks.map(() => NONE);
    expect(componentsOf(gap("1", ["a", "b"], { soft: { points: [[0, 0]], above: 1 } }))).toEqual(none);
    expect(componentsOf(gap("1", ["a", "b"], { clock: "days" }))).toEqual(none);
    expect(componentsOf({ id: "1", kind: "workers", tasks: ["a", "b"], distinct: [1, 1] })).toEqual(none);
    expect(componentsOf(gap("1", ["a", "b"], { clock: "timeOfDay" })).slice(0, 3)).toEqual([0, 0, NONE]);
  });
  test("list their tasks and relations, in the order of the Demand", () => {
    const { relations: r } = compile({ ...demand, tasks, relations: [gap("1", ["f", "a"]), gap("2", ["b", "c"]), gap("3", ["a", "d"])] });
    const of = (from: Int32Array, list: Int32Array, c: number): readonly number[] => Array.from(list.subarray(from[c], from[c + 1]));
    expect([of(r.componentTaskFrom, r.componentTasks, 0), of(r.componentTaskFrom, r.componentTasks, 1)]).toEqual([
      [0, 3, 5],
      [1, 2],
    ]);
    expect([of(r.componentRelationFrom, r.componentRelations, 0), of(r.componentRelationFrom, r.componentRelations, 1)]).toEqual([
      [0, 2],
      [1],
    ]);
  });
  test("of random Demands are those that walking from task to task finds", () => {
    let tied = 0;
    for (let seed = 0; seed < 200; seed++) {
      const of = randomDemand(seed, { tasks: [2, 12], features: { relations: 1 } });
      const { component } = compile(of).relations;
      const timed = of.relations.filter((r) => r.kind === "gap" && r.soft === undefined && r.clock !== "days");
      of.tasks.forEach(({ id }, t) => {
        const reached = new Set([id]);
        for (const reach of reached) for (const r of timed) if (r.tasks.includes(reach)) for (const other of r.tasks) reached.add(other);
        if (reached.size === 1) expect(component[t], `seed ${seed}`).toBe(NONE);
        else tied++;
        of.tasks.forEach((other, u) => {
          if (reached.size > 1) expect(component[u] === component[t], `seed ${seed}`).toBe(reached.has(other.id));
        });
      });
    }
    expect(tied).toBeGreaterThan(50);
  });
});
