import { describe, expect, test } from "vitest";
import { type Partner, partnersOf } from "../../../src/io/plan/partners.ts";
import type { Demand, Task } from "../../../src/model/demand.ts";
import type { GapRelation } from "../../../src/model/relation.ts";
import type { Plan } from "../../../src/model/plan.ts";
import { demand, plan } from "./town.ts";

type Seat = readonly [shift: string, start: number, end: number];

/** Partners of the night task, with the look task planned beside it; what ties the two is given. */
function partners(tie: Partial<Demand> & { readonly serves?: Task["serves"] }, first: Seat, second: Seat): readonly Partner[] {
  const { serves = [], ...more } = tie;
  const [a, b] = ["night@2026-03-28#1", "look@2026-03-29#1"];
  const tasks = demand.tasks.map((task) => (task.id === a || task.id === b ? { ...task, serves } : task));
  const round = (id: string, [shift, start, end]: Seat): Plan["shifts"][number] => ({ shift, option: 0, begin: 0, end: 1000, tasks: [{ id, slot: 0, start, end }] });
  const shifts = new Map(demand.shifts.map((shift) => [shift.id, shift]));
  return partnersOf({ ...demand, tasks, ...more }, shifts, { ...plan, shifts: [round(a as string, first), round(b as string, second)] })(a as string);
}

const gap = (more: Partial<GapRelation> = {}): Pick<Demand, "relations"> => ({
  relations: [{ id: "r", kind: "gap", tasks: ["night@2026-03-28#1", "look@2026-03-29#1"], from: "start", to: "start", span: [0, 0], clock: "elapsed", over: "next", ...more }],
});

describe("Working together are", () => {
  test("two at one occurrence of a need whose times overlap", () => {
    expect(partners({ serves: ["need@d#1"] }, ["åsa-night", 0, 60], ["bo-night", 30, 90])).toEqual([{ staff: "bo", start: 30, end: 90 }]);
  });
  test("two whose starts are tied", () => {
    expect(partners(gap(), ["åsa-night", 0, 60], ["bo-night", 0, 60])).toEqual([{ staff: "bo", start: 0, end: 60 }]);
  });
  test("two who start at once, though it takes no time", () => {
    expect(partners(gap(), ["åsa-night", 5, 5], ["bo-night", 5, 5])).toHaveLength(1);
  });
});

describe("Not working together are", () => {
  test("two of whom one begins when the other ends", () => {
    expect(partners({ serves: ["need@d#1"] }, ["åsa-night", 0, 60], ["bo-night", 60, 90])).toEqual([]);
  });
  test("the same person's two halves of a visit, overlapping by mistake", () => {
    expect(partners({ serves: ["need@d#1"] }, ["åsa-night", 0, 60], ["åsa-night", 30, 90])).toEqual([]);
  });
  test("two with nothing that ties them, or tied by end, day or time of day", () => {
    for (const tie of [{}, gap({ from: "end" }), gap({ clock: "days" }), gap({ clock: "timeOfDay" })]) {
      expect(partners(tie, ["åsa-night", 0, 60], ["bo-night", 0, 60])).toEqual([]);
    }
  });
});
