import { describe, expect, test } from "vitest";
import type { Demand } from "../../src/model/demand.ts";
import { GROUPINGS, type Measure, type Term } from "../../src/model/term.ts";
import { compile } from "../../src/problem/compile.ts";
import { NONE } from "../../src/problem/problem.ts";
import { demand, nobodys, shift, task } from "../check/plan/hand.ts";

describe("groups of terms", () => {
  const world: Demand = {
    ...demand,
    shifts: [shift("s0", "anna", { team: "north" }), shift("s1", "anna"), shift("s2", "bo", { team: "south" })],
    clients: [{ id: "klara", team: "south" }, { id: "lars" }],
    tasks: [task("t0", 1), task("t1", 1, { client: "lars" }), nobodys(task("t2", 1))],
    relations: [{ id: "r0", kind: "workers", tasks: ["t0", "t1"], distinct: [1, 1] }],
    budgets: [{ id: "b0", of: "task", members: ["t0"], quantity: "count", opening: 0, reserved: 0, limit: [null, 9] }],
  };
  const grouped = (measure: Measure, per: Term["per"]) => {
    const term: Term = { name: "it", level: 1, measure, unit: "one", per, reduce: "max", curve: { points: [[0, 0]], above: 1 } };
    return compile({ ...world, terms: [term] }).terms[0]!;
  };
  const all = Object.entries(GROUPINGS).flatMap(([measure, pers]) => pers.map((per) => [measure as Measure, per] as const));

  test.each(all)("%s per %s: every atom has a group of its own or of the shift that serves it", (measure, per) => {
    const { group, shiftGroup, ownGroup, groupCount, entityCount, groupFrom } = grouped(measure, per);
    expect(group).toHaveLength(entityCount);
    const byShift = Array.from(group).some((g) => g === NONE);
    expect(groupFrom === null).toBe(byShift);
    if (byShift) {
      expect(shiftGroup).toHaveLength(world.shifts.length);
      expect(ownGroup + entityCount).toBe(groupCount);
    }
    for (const g of [...group, ...shiftGroup]) expect(g).toBeLessThan(groupCount);
  });

  test("a task counts to its client's team, else to that of its shift, else to none", () => {
    const { group, shiftGroup } = grouped("late", "team");
    const [north, south] = [0, 1];
    expect([...group]).toEqual([south, NONE, NONE]);
    expect([...shiftGroup]).toEqual([north, NONE, south]);
  });
  test("a shift counts to its team or stands alone; both of one worker's count to that worker", () => {
    expect([...grouped("work", "team").group]).toEqual([0, 2 + 1, 1]);
    expect([...grouped("work", "worker").group]).toEqual([0, 0, 1]);
    expect([...grouped("work", "shift").group]).toEqual([0, 1, 2]);
  });
  test("a task without a client stands alone among clients", () => expect([...grouped("late", "client").group]).toEqual([0, 1, 2 + 2]));
  test("one group for the plan", () => expect([...grouped("workers", "plan").group]).toEqual([0, 0]));
});
