import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import type { Demand } from "../../src/model/demand.ts";
import type { GapRelation } from "../../src/model/relation.ts";
import { compile } from "../../src/problem/compile.ts";
import { Timing } from "../../src/search/timing.ts";
import type { Tools } from "../../src/search/tools.ts";
import { demand, shift, task } from "../check/plan/hand.ts";
import { toolsOf } from "./lanes.ts";
import { longestPath } from "./longestPath.ts";

/** Minutes from home to home along a line. */
const PLACES = 4;
const travel = {
  mode: "walk",
  placeCount: PLACES,
  ticks: Array.from({ length: PLACES ** 2 }, (_, i) => 7 * Math.abs((i % PLACES) - Math.floor(i / PLACES))),
};
const inBase = { options: [{ mode: "walk", from: 0, to: 0 }], begins: [100, null], ends: [null, 2000] } as const;

const gap = (id: string, tasks: readonly string[], span: GapRelation["span"], changes: Partial<GapRelation> = {}): GapRelation => ({
  id,
  kind: "gap",
  tasks,
  from: "start",
  to: "start",
  span,
  clock: "elapsed",
  over: "next",
  ...changes,
});

/** Links whole rounds of task rows, one per shift, and times them; false: they cannot be timed. */
function linked(tools: Tools, rounds: readonly (readonly number[])[]): boolean {
  const { st } = tools.objective;
  const { slotFrom, durationMin } = tools.p.tasks;
  rounds.forEach((round, r) => {
    let last = st.taskCount + r;
    for (const t of round) {
      tools.draft.link(t, r, last, slotFrom[t]!, durationMin[t]!, 0);
      last = t;
    }
  });
  return tools.draft.settleTimes();
}

const startsOf = ({ objective: { st } }: Tools): readonly (number | null)[] =>
  Array.from(st.shiftOf, (r, t) => (r < 0 ? null : st.start[t]!));

const TASKS = 7;
const SHIFTS = 3;
const span = fc.tuple(fc.option(fc.integer({ min: -60, max: 60 }), { freq: 3 }), fc.option(fc.integer({ min: 0, max: 90 }), { freq: 3 }));
const drawn = fc.record({
  tasks: fc.array(
    fc.record({
      place: fc.nat(PLACES - 1),
      opens: fc.integer({ min: 90, max: 300 }),
      width: fc.constantFrom(30, 200, 2000),
      lasts: fc.integer({ min: 1, max: 40 }),
      entry: fc.nat(3),
    }),
    { minLength: TASKS, maxLength: TASKS },
  ),
  gaps: fc.array(
    fc.record({
      tasks: fc.shuffledSubarray(
        Array.from({ length: TASKS }, (_, t) => t),
        { minLength: 2, maxLength: 3 },
      ),
      span,
      from: fc.constantFrom("start" as const, "end" as const),
      to: fc.constantFrom("start" as const, "end" as const),
      over: fc.constantFrom("next" as const, "every" as const),
    }),
    { maxLength: 4 },
  ),
  order: fc.shuffledSubarray(
    Array.from({ length: TASKS }, (_, t) => t),
    { minLength: TASKS, maxLength: TASKS },
  ),
  shiftOf: fc.array(fc.nat(SHIFTS - 1), { minLength: TASKS, maxLength: TASKS }),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

const demandOf = ({ tasks, gaps }: Drawn): Demand => ({
  ...demand,
  travel: [travel],
  shifts: Array.from({ length: SHIFTS }, (_, r) => shift(`s${r}`, "anna", inBase)),
  tasks: tasks.map(({ place, opens, width, lasts, entry }, t) =>
    task(`t${t}`, place, { slots: [{ start: [opens, opens + width] }], duration: { min: lasts, max: lasts }, stopTicks: entry }),
  ),
  relations: gaps.map(({ tasks: members, span: [low, width], ...rest }, k) =>
    gap(
      `g${k}`,
      members.map((t) => `t${t}`),
      [low, width === null ? null : (low ?? 0) + width],
      rest,
    ),
  ),
});

const roundsOf = ({ order, shiftOf }: Drawn): readonly (readonly number[])[] =>
  Array.from({ length: SHIFTS }, (_, r) => order.filter((t) => shiftOf[t] === r));

describe("propagation", () => {
  test("finds the longest paths, or refuses where a window or a cycle forbids", () => {
    let timed = 0;
    let refused = 0;
    fc.assert(
      fc.property(drawn, (d) => {
        const of = demandOf(d);
        const tools = toolsOf(compile(of));
        const expected = longestPath(of, roundsOf(d));
        const good = linked(tools, roundsOf(d));
        expect(good).toBe(expected !== null);
        if (expected === null) refused++;
        else {
          timed++;
          expect(startsOf(tools)).toEqual(expected);
        }
      }),
      { seed: 5, numRuns: 800 },
    );
    expect(Math.min(timed, refused)).toBeGreaterThan(80);
  });

  test("keeps the longest paths while tasks come and go, and a refused task changes nothing", () => {
    let [put, taken, refused] = [0, 0, 0];
    const steps = fc.array(fc.record({ task: fc.nat(TASKS - 1), shift: fc.nat(SHIFTS - 1), at: fc.nat(TASKS) }), {
      minLength: 10,
      maxLength: 30,
    });
    fc.assert(
      fc.property(drawn, steps, (d, moves) => {
        const of = demandOf(d);
        const tools = toolsOf(compile(of));
        const { draft, p, objective } = tools;
        let rounds = Array.from({ length: SHIFTS }, (): readonly number[] => []);
        for (const { task: t, shift: r, at } of moves) {
          const without = rounds.map((round) => round.filter((u) => u !== t));
          if (objective.st.shiftOf[t]! >= 0) {
            draft.take(t);
            expect(draft.settleTimes()).toBe(true);
            rounds = without;
            taken++;
          } else {
            const k = at % (rounds[r]!.length + 1);
            const next = without.map((round, s) => (s === r ? round.toSpliced(k, 0, t) : round));
            const after = k === 0 ? TASKS + r : rounds[r]![k - 1]!;
            const good = draft.put(t, r, after, p.tasks.slotFrom[t]!, p.tasks.durationMin[t]!, 0);
            expect(good).toBe(longestPath(of, next) !== null);
            if (good) put++;
            else refused++;
            if (good) rounds = next;
          }
          expect(startsOf(tools)).toEqual(longestPath(of, rounds));
        }
      }),
      { seed: 6, numRuns: 300 },
    );
    expect(Math.min(put, taken, refused)).toBeGreaterThan(300);
  });
});

describe("linking at the ends of rounds that have their times", () => {
  /** Rounds 0 and 1 with what comes after `heads` tasks exchanged. */
  const exchanged = (rounds: readonly (readonly number[])[], heads: readonly [number, number]): readonly (readonly number[])[] => {
    const [a, b] = [0, 1].map((r) => ({ head: rounds[r]!.slice(0, heads[r]), tail: rounds[r]!.slice(heads[r]) })) as [{ head: number[]; tail: number[] }, { head: number[]; tail: number[] }];
    return [[...a.head, ...b.tail], [...b.head, ...a.tail], ...rounds.slice(2)];
  };

  test("ends at the first that is late with what settling to the end would say", () => {
    let [timed, refused] = [0, 0];
    fc.assert(
      fc.property(drawn, fc.nat(3), fc.nat(3), (d, i, j) => {
        const of = demandOf(d);
        const tools = toolsOf(compile(of));
        if (!linked(tools, roundsOf(d))) return;
        const { draft, p, objective } = tools;
        const next = exchanged(roundsOf(d), [i, j]);
        for (const t of [...roundsOf(d)[0]!.slice(i), ...roundsOf(d)[1]!.slice(j)]) draft.take(t);
        if (!draft.settleTimes()) return; // a relation may tie those on both sides of what was taken
        for (const r of [0, 1]) for (const t of next[r]!) {
          if (objective.st.shiftOf[t]! < 0) draft.link(t, r, objective.st.prev[TASKS + r]!, p.tasks.slotFrom[t]!, p.tasks.durationMin[t]!, 0);
        }
        const expected = longestPath(of, next);
        expect(draft.settleLinked()).toBe(expected !== null);
        if (expected === null) refused++;
        else {
          timed++;
          expect(startsOf(tools)).toEqual(expected);
        }
      }),
      { seed: 7, numRuns: 2000 },
    );
    expect(Math.min(timed, refused)).toBeGreaterThan(50);
  });
});

describe("two doubles in two rounds", () => {
  const together = (a: string, b: string): GapRelation => gap(`${a} with ${b}`, [a, b], [0, 0]);
  const of: Demand = {
    ...demand,
    shifts: [shift("s0", "anna", inBase), shift("s1", "bo", inBase)],
    tasks: ["a1", "a2", "b1", "b2"].map((id) =>
      task(id, id.startsWith("a") ? 1 : 2, { slots: [{ start: [200, 900] }], duration: { min: 30, max: 30 } }),
    ),
    relations: [together("a1", "a2"), together("b1", "b2")],
  };

  test("one after the other start together: 200, and 200 + 30 + 5", () => {
    const tools = toolsOf(compile(of));
    expect(
      linked(tools, [
        [0, 2],
        [1, 3],
      ]),
    ).toBe(true);
    expect(startsOf(tools)).toEqual([200, 200, 235, 235]);
  });

  test("crossing are refused: each would have to wait 35 minutes for the other", () => {
    expect(
      linked(toolsOf(compile(of)), [
        [0, 2],
        [3, 1],
      ]),
    ).toBe(false);
  });

  const loose = (minutes: number): Demand => ({
    ...of,
    relations: of.relations.map((r) => ({ ...r, span: [-minutes, minutes] }) as GapRelation),
  });

  test("crossing are timed where each may wait 35 minutes: a cycle, but a legal one", () => {
    const tools = toolsOf(compile(loose(35)));
    expect(
      linked(tools, [
        [0, 2],
        [3, 1],
      ]),
    ).toBe(true);
    expect(startsOf(tools)).toEqual([200, 235, 235, 200]);
  });

  test("crossing are refused where each may wait only 34", () => {
    expect(
      linked(toolsOf(compile(loose(34))), [
        [0, 2],
        [3, 1],
      ]),
    ).toBe(false);
  });
});

describe("a circle of waiting", () => {
  const LONG = 1e6;
  const TAIL = 60;
  const tail = (round: string): readonly string[] => Array.from({ length: TAIL }, (_, k) => `${round}${k}`);
  const together = (...tasks: readonly string[]): GapRelation => gap(tasks.join(" with "), tasks, [0, 0], { over: "every" });
  const ids = ["a1", "a2", "a3", "b1", "b2", ...tail("x"), ...tail("y")];
  const of: Demand = {
    ...demand,
    shifts: ["s0", "s1", "s2"].map((id) => shift(id, "anna", { ...inBase, ends: [null, LONG] })),
    tasks: ids.map((id) => task(id, 1, { slots: [{ start: [200, LONG] }], duration: { min: 5, max: 5 } })),
    // The three visits of a start together, and so do those of b; the tails of two rounds go side by side.
    relations: [together("a1", "a2", "a3"), together("b1", "b2"), ...tail("x").map((id, k) => together(id, tail("y")[k]!))],
  };
  const row = (id: string): number => ids.indexOf(id);

  test("that drives many others is found long before it has driven them through their windows", () => {
    const setStart = vi.spyOn(Timing.prototype, "setStart");
    const good = linked(toolsOf(compile(of)), [
      ["a1", "b1", ...tail("x")].map(row),
      ["a2", ...tail("y")].map(row),
      ["b2", "a3"].map(row),
    ]);
    expect(good).toBe(false);
    expect(setStart.mock.calls.length).toBeLessThan(10 * ids.length);
  });
});

test("a task on a way round that is shorter than the direct way lets others start earlier", () => {
  // From 0 to 2 takes 60, over 1 only 5 + 5. b at 2 starts within 20 of a at 1.
  const of: Demand = {
    ...demand,
    travel: [{ mode: "walk", placeCount: 3, ticks: [0, 5, 60, 5, 0, 5, 60, 5, 0] }],
    shifts: [shift("s", "anna", { begins: [480, 480], ends: [null, 2000], options: [{ mode: "walk", from: 0, to: 0 }] })],
    tasks: [
      task("a", 1, { slots: [{ start: [480, 500] }], duration: { min: 0, max: 0 } }),
      task("b", 2, { slots: [{ start: [480, 600] }], duration: { min: 0, max: 0 } }),
    ],
    relations: [gap("near", ["a", "b"], [null, 20])],
  };
  const tools = toolsOf(compile(of));
  const { draft, p, objective } = tools;
  const home = objective.st.taskCount;
  expect(draft.put(1, 0, home, p.tasks.slotFrom[1]!, 0, 0)).toBe(true);
  expect(startsOf(tools)).toEqual([null, 540]);
  expect(draft.put(0, 0, home, p.tasks.slotFrom[0]!, 0, 0)).toBe(true);
  expect(startsOf(tools)).toEqual([485, 490]);
});
