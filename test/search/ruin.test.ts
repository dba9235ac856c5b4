import { expect, test } from "vitest";
import { compile } from "../../src/problem/compile.ts";
import { NONE } from "../../src/problem/problem.ts";
import type { Ruin } from "../../src/search/ruin.ts";
import { demand, shift, task } from "../check/plan/hand.ts";
import { randomDemand } from "../generate/demands.ts";
import { laneOf, MIXED, toolsOf } from "./lanes.ts";
import { lay } from "./moves/tried.ts";

const FROZEN = { ...MIXED, fitted: 1, features: { now: 1, baseline: 1 } };

type Chosen = readonly [name: string, choose: (ruin: Ruin, task: number, shift: number) => void];
const ways: readonly Chosen[] = [
  ["strings", (ruin, task) => ruin.strings(task)],
  ["a whole round", (ruin, _, shift) => ruin.wholeRound(shift)],
  ["the same time", (ruin, task) => ruin.sameTime(task, 6)],
  ["a task", (ruin, task) => ruin.choose(task)],
];

test.each(ways)("%s: only served tasks are chosen, each once, and none that is frozen", (_, choose) => {
  let [chosen, frozen] = [0, 0];
  for (let seed = 0; seed < 36; seed++) {
    const { tools } = laneOf(randomDemand(seed, FROZEN), seed);
    const { ruin, p, objective } = tools;
    for (let t = 0; t < p.taskCount; t++) {
      choose(ruin, t, Math.max(0, objective.st.shiftOf[t]!));
      ruin.partners();
      const out = Array.from(ruin.out.subarray(0, ruin.count));
      expect(new Set(out).size, `seed ${seed}`).toBe(out.length);
      expect(
        out.filter((u) => p.tasks.frozen[u] === 1 || objective.st.shiftOf[u] === NONE),
        `seed ${seed}`,
      ).toEqual([]);
      chosen += out.length;
      if (p.tasks.frozen[t] === 1 && objective.st.shiftOf[t] !== NONE) frozen++;
      ruin.clear();
      expect(ruin.count).toBe(0);
    }
  }
  expect(chosen).toBeGreaterThan(100);
  expect(frozen).toBeGreaterThan(10);
});

test("a whole round is all of it", () => {
  for (let seed = 0; seed < 40; seed++) {
    const { tools } = laneOf(randomDemand(seed, { ...MIXED, features: { now: 0 } }), seed);
    const { ruin, p, objective } = tools;
    for (let r = 0; r < p.shiftCount; r++) {
      ruin.wholeRound(r);
      expect(ruin.count, `seed ${seed}`).toBe(objective.st.size[r]);
      ruin.clear();
    }
  }
});

test("partners bring in whole relations", () => {
  let brought = 0;
  for (let seed = 0; seed < 30; seed++) {
    const { tools } = laneOf(randomDemand(seed, { ...MIXED, features: { now: 0, relations: 1 } }), seed);
    const { ruin, p, objective } = tools;
    const { relations } = p;
    for (let k = 0; k < relations.count; k++) {
      const members = Array.from(relations.members.subarray(relations.memberFrom[k]!, relations.memberFrom[k + 1]!));
      const served = members.filter((t) => objective.st.shiftOf[t] !== NONE);
      if (served.length < 2 || members.length > 4) continue;
      ruin.choose(served[0]!);
      ruin.partners();
      expect(Array.from(ruin.out.subarray(0, ruin.count)), `seed ${seed}`).toEqual(expect.arrayContaining(served));
      ruin.clear();
      brought++;
    }
  }
  expect(brought).toBeGreaterThan(10);
});

test("strings: neighbours in one round each, with at most one piece kept in the middle, mostly of one task; about ten tasks in all", () => {
  const [ROUNDS, SIZE, TRIES] = [8, 6, 2000];
  const rows = (count: number): number[] => Array.from({ length: count }, (_, k) => k);
  const tools = toolsOf(
    compile({
      ...demand,
      tasks: rows(ROUNDS * SIZE).map((t) => task(`t${t}`, 1)),
      shifts: rows(ROUNDS).map((r) => shift(`s${r}`, "anna")),
    }),
  );
  lay(tools, rows(ROUNDS).map((r) => rows(SIZE).map((i) => r * SIZE + i)));
  const { ruin } = tools;
  const strings = new Map<number, number>();
  const lengths = new Map<number, number>();
  const kept = new Map<number, number>();
  const count = (of: Map<number, number>, key: number): Map<number, number> => of.set(key, (of.get(key) ?? 0) + 1);
  let chosen = 0;
  for (let k = 0; k < TRIES; k++) {
    const seed = k % (ROUNDS * SIZE);
    ruin.strings(seed);
    const out = Array.from(ruin.out.subarray(0, ruin.count));
    ruin.clear();
    chosen += out.length;
    const touched = rows(ROUNDS).filter((r) => out.some((t) => Math.floor(t / SIZE) === r));
    count(strings, touched.length);
    for (const r of touched) {
      const own = out.filter((t) => Math.floor(t / SIZE) === r).toSorted((a, b) => a - b);
      const holes = own.slice(1).map((t, i) => t - own[i]! - 1).filter((hole) => hole > 0);
      expect(holes.length, `try ${k}`).toBeLessThanOrEqual(1);
      count(lengths, own.length);
      if (own.length > 1 && own.length < SIZE) count(kept, holes[0] ?? 0);
      if (r === Math.floor(seed / SIZE)) expect(own[0]! <= seed && seed <= own.at(-1)!, `try ${k}`).toBe(true);
    }
    expect(touched).toContain(Math.floor(seed / SIZE));
  }
  // At most as long as a round, and then up to 4 * 10 / (1 + 6) strings.
  expect([...lengths.keys()].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
  expect([...strings.keys()].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
  expect(chosen / TRIES).toBeGreaterThan(8);
  expect(chosen / TRIES).toBeLessThan(12);
  // Half of those that could keep a piece do; one piece in a hundred grows by another task.
  const [none, one, two] = [0, 1, 2].map((size) => kept.get(size) ?? 0) as [number, number, number];
  expect(one / (none + one + two)).toBeGreaterThan(0.45);
  expect(one / (none + one + two)).toBeLessThan(0.55);
  expect(two).toBeGreaterThan(0);
  expect(two / (one + two)).toBeLessThan(0.03);
});
