import fc from "fast-check";
import { expect, test } from "vitest";
import type { Demand } from "../../src/model/demand.ts";
import { compile } from "../../src/problem/compile.ts";
import { NONE, OPEN } from "../../src/problem/problem.ts";
import { fitsBetween } from "../../src/search/fits.ts";
import type { Tools } from "../../src/search/tools.ts";
import { demand, shift, task } from "../check/plan/hand.ts";
import { toolsOf } from "./lanes.ts";

const PLACES = 5;

/** Trips and tasks last up to an hour, of so many ticks; of fewer, and more often something fits by a tick. */
const worldOf = (hour: number) =>
  fc.record({
    trips: fc.array(fc.nat(hour), { minLength: PLACES ** 2, maxLength: PLACES ** 2 }),
    shifts: fc.array(
      fc.record({
        begins: fc.nat(5 * hour),
        lasts: fc.integer({ min: hour, max: 10 * hour }),
        from: fc.nat(PLACES - 1),
        to: fc.nat(PLACES - 1),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    tasks: fc.array(
      fc.record({
        place: fc.nat(PLACES - 1),
        opens: fc.nat(10 * hour),
        width: fc.nat(4 * hour),
        ends: fc.option(fc.nat(2 * hour)),
        lasts: fc.nat(hour),
        entry: fc.nat(5),
      }),
      { minLength: 2, maxLength: 9 },
    ),
  });
const drawn = worldOf(60);
const small = worldOf(5);

type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

/** Hard windows, nothing coupled, travel the only term; trips need not obey the triangle inequality. */
const demandOf = ({ trips, shifts, tasks }: Drawn): Demand => ({
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
        const { st } = tools.objective;
        expect(fitsBetween(st, 0, r, after, st.next[after]!, 0, tools.p.tasks.durationMin[0]!)).toBe(good);
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

test("every round is looked at by who is thorough, where those near by are full", () => {
  const packed = Array.from({ length: 29 * 12 }, (_, i) => {
    const starts = 20 + 10 * (i % 12);
    return task(`full${i}`, 1, { slots: [{ start: [starts, starts] }], duration: { min: 10, max: 10 }, who: { shifts: [`s${Math.floor(i / 12)}`] } });
  });
  const sparse = [20, 60, 100].map((starts) =>
    task(`at${starts}`, 2, { slots: [{ start: [starts, starts] }], duration: { min: 10, max: 10 }, who: { shifts: ["s29"] } }),
  );
  const shifts = Array.from({ length: 30 }, (_, r) => shift(`s${r}`, "anna", { begins: [0, 0], ends: [null, 150] }));
  const left = task("left", 1, { slots: [{ start: [30, 110] }], duration: { min: 10, max: 10 } });
  const tools = filled({ ...demand, shifts, tasks: [left, ...packed, ...sparse] });
  expect(Array.from(tools.objective.st.shiftOf).filter((r) => r === NONE)).toHaveLength(1);
  expect(tools.insertion.searchAll(0)).toBe(false);
  tools.insertion.isThorough = true;
  expect(tools.insertion.searchAll(0)).toBe(true);
  expect(tools.insertion.shift).toBe(29);
});

/** A gap between task 0 and another: who comes first, what is measured, and where the span lies. */
const gap = fc.record({
  other: fc.nat(7),
  isFirst: fc.boolean(),
  from: fc.constantFrom("start" as const, "end" as const),
  to: fc.constantFrom("start" as const, "end" as const),
  clock: fc.constantFrom("elapsed" as const, "timeOfDay" as const),
  least: fc.option(fc.integer({ min: -10, max: 10 })),
  width: fc.option(fc.nat(8)),
  eitherOrder: fc.option(fc.constant(true as const), { freq: 2 }),
});

/** Days of 30 ticks, so that many a window crosses midnight: then the time of day is not known before the task is timed. */
const shortDays = [0, 30, 60].map((begins, i) => ({ date: `2026-03-0${i + 2}`, begins }));

const gapsOf = (d: Drawn, gaps: readonly (typeof gap extends fc.Arbitrary<infer T> ? T : never)[]): Demand["relations"] =>
  gaps.map(({ other, isFirst, from, to, clock, least, width, eitherOrder }, k) => {
    const pair = ["t0", `t${1 + (other % (d.tasks.length - 1))}`];
    const span = [least, width === null ? null : (least ?? 0) + width] as const;
    const tasks = isFirst ? pair : pair.toReversed();
    return { id: `g${k}`, kind: "gap", tasks, from, to, span, clock, over: "next", ...(eitherOrder === null ? {} : { eitherOrder }) };
  });

/** The same rounds where nothing is coupled. */
function uncoupled(tools: Tools, demand: Demand): Tools {
  const { st } = tools.objective;
  const twin = toolsOf(compile({ ...demand, relations: [] }));
  const { taskCount, shiftCount } = twin.p;
  for (let r = 0; r < shiftCount; r++) {
    for (let v = st.next[taskCount + r]!; v < taskCount; v = st.next[v]!) twin.draft.put(v, r, st.prev[v]!, 0, st.duration[v]!, 0);
  }
  twin.draft.price();
  twin.keep();
  return twin;
}

test("with gaps of two, what the bounds refuse cannot be timed, and much is refused for its gap alone", () => {
  const seen = { passed: 0, refusedForGap: 0, passedUnknown: 0 };
  fc.assert(
    fc.property(small, fc.array(gap, { minLength: 1, maxLength: 2 }), (d, gaps) => {
      const coupled = { ...demandOf(d), days: shortDays, relations: gapsOf(d, gaps) };
      const tools = filled(coupled);
      const twin = uncoupled(tools, coupled);
      const isUnknown = gaps.some(({ clock }) => clock === "timeOfDay") && tools.p.slots.clockOffset[0] === OPEN;
      for (const [r, after] of placesOf(tools)) {
        const found = tools.insertion.searchAfter(0, r, after);
        const good = costPut(tools, r, after) !== null;
        if (good) expect(found).toBe(true);
        if (good) seen.passed++;
        if (good && isUnknown) seen.passedUnknown++;
        if (!found && costPut(twin, r, after) !== null) seen.refusedForGap++;
      }
    }),
    { seed: 10, numRuns: 1500 },
  );
  expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(50);
});
