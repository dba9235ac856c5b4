import fc from "fast-check";
import { expect, test } from "vitest";
import type { Demand } from "../../src/model/demand.ts";
import { compile } from "../../src/problem/compile.ts";
import { NONE } from "../../src/problem/problem.ts";
import type { Tools } from "../../src/search/tools.ts";
import { demand, shift, task } from "../check/plan/hand.ts";
import { toolsOf } from "./lanes.ts";

const PLACES = 5;
const drawn = fc.record({
  trips: fc.array(fc.nat(60), { minLength: PLACES ** 2, maxLength: PLACES ** 2 }),
  shifts: fc.array(
    fc.record({
      begins: fc.integer({ min: 0, max: 300 }),
      lasts: fc.integer({ min: 60, max: 600 }),
      from: fc.nat(PLACES - 1),
      to: fc.nat(PLACES - 1),
    }),
    {
      minLength: 1,
      maxLength: 3,
    },
  ),
  tasks: fc.array(
    fc.record({
      place: fc.nat(PLACES - 1),
      opens: fc.nat(600),
      width: fc.nat(250),
      ends: fc.option(fc.nat(120)),
      lasts: fc.nat(60),
      entry: fc.nat(5),
    }),
    { minLength: 2, maxLength: 9 },
  ),
});

/** Hard windows, nothing coupled, travel the only term; trips need not obey the triangle inequality. */
const demandOf = ({ trips, shifts, tasks }: typeof drawn extends fc.Arbitrary<infer T> ? T : never): Demand => ({
  ...demand,
  travel: [{ mode: "walk", placeCount: PLACES, ticks: trips }],
  shifts: shifts.map(({ begins, lasts, from, to }, r) =>
    shift(`s${r}`, "anna", { begins: [begins, begins + 30 * r], ends: [null, begins + lasts], options: [{ mode: "walk", from, to }] }),
  ),
  tasks: tasks.map(({ place, opens, width, ends, lasts, entry }, t) =>
    task(`t${t}`, place, {
      slots: [{ start: [opens, opens + width], ...(ends === null ? {} : { end: [null, opens + lasts + ends] }) }],
      duration: { min: lasts, max: lasts },
      stopTicks: entry,
    }),
  ),
  terms: [{ name: "travel", level: 1, measure: "travel", unit: "one", per: "plan", reduce: "sum", curve: { points: [[0, 0]], above: 1 } }],
});

/** Tasks 1 and on put in as they come; task 0 is left over. */
function filled(of: Demand): Tools {
  const tools = toolsOf(compile(of));
  tools.insertion.blink = 0;
  for (let t = 1; t < tools.p.taskCount; t++) tools.recreate.put(t);
  tools.draft.price();
  tools.keep();
  return tools;
}

/** Every place in every round: the shift and the node before it. */
function placesOf({ objective: { st }, p }: Tools): readonly (readonly [shift: number, after: number])[] {
  return Array.from({ length: p.shiftCount }, (_, r) => r).flatMap((r) => {
    const places: (readonly [number, number])[] = [[r, p.taskCount + r]];
    for (let v = st.next[p.taskCount + r]!; v < p.taskCount; v = st.next[v]!) places.push([r, v]);
    return places;
  });
}

/** What the plan costs with task 0 put there; null: it cannot be timed. */
function costPut({ draft, objective, p }: Tools, r: number, after: number): number | null {
  const good = draft.put(0, r, after, 0, p.tasks.durationMin[0]!, 0);
  const cost = good ? draft.price()[1]! : null;
  draft.undo();
  objective.sumLevels();
  return cost;
}

test("a place passes the bounds exactly if the task can be timed there", () => {
  let [passed, refused] = [0, 0];
  fc.assert(
    fc.property(drawn, (d) => {
      const tools = filled(demandOf(d));
      for (const [r, after] of placesOf(tools)) {
        const good = costPut(tools, r, after) !== null;
        expect(tools.insertion.searchAfter(0, r, after)).toBe(good);
        if (good) passed++;
        else refused++;
      }
    }),
    { seed: 7, numRuns: 300 },
  );
  expect(Math.min(passed, refused)).toBeGreaterThan(200);
});

test("the place found is one of least travel, where rounds end where they start", () => {
  let found = 0;
  fc.assert(
    fc.property(drawn, (d) => {
      const tools = filled(demandOf({ ...d, shifts: d.shifts.map((s) => ({ ...s, to: s.from })) }));
      const { insertion, objective } = tools;
      const costs = placesOf(tools).flatMap(([r, after]) => costPut(tools, r, after) ?? []);
      const now = objective.levels[1]!;
      expect(insertion.searchAll(0)).toBe(costs.length > 0);
      if (insertion.shift === NONE) return;
      found++;
      expect(now + insertion.cost).toBeCloseTo(Math.min(...costs), 9);
      expect(costPut(tools, insertion.shift, insertion.after)).toBeCloseTo(Math.min(...costs), 9);
    }),
    { seed: 8, numRuns: 300 },
  );
  expect(found).toBeGreaterThan(50);
});
