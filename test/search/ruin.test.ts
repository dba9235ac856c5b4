import { expect, test } from "vitest";
import { NONE } from "../../src/problem/problem.ts";
import type { Ruin } from "../../src/search/ruin.ts";
import { randomDemand } from "../generate/demands.ts";
import { laneOf, MIXED } from "./lanes.ts";

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
  for (let seed = 0; seed < 30; seed++) {
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
