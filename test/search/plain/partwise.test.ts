/** Parts of plain problems, and plans bred part by part, against the whole. */
import { expect, test } from "vitest";
import { compile } from "../../../src/problem/compile.ts";
import { NONE } from "../../../src/problem/problem.ts";
import { Random } from "../../../src/random.ts";
import { doAll } from "../../../src/search/pieces.ts";
import { Anneal } from "../../../src/search/plain/anneal.ts";
import { listNear, noNear } from "../../../src/search/plain/near.ts";
import { Breeding } from "../../../src/search/plain/breeding.ts";
import { cutCopy, cutNear, layCopy, partAbout } from "../../../src/search/plain/part.ts";
import { Partwise } from "../../../src/search/plain/partwise.ts";
import { mayServe, type Plain, plainOf } from "../../../src/search/plain/plain.ts";
import { Rounds } from "../../../src/search/plain/rounds.ts";
import { plainDemand } from "./demands.ts";
import { recomputed } from "./recomputed.ts";

const SEEDS = [1, 2, 3, 4];

/** A plan of many tasks, some of which cannot be served. */
function plannedOf(seed: number) {
  const p = plainOf(compile(plainDemand(seed, { tasks: 300, shifts: 40, optional: 0.3, mixed: seed % 2 === 0 })))!;
  const random = new Random(seed);
  const near = noNear(p, 60);
  doAll(listNear(p, near));
  const anneal = new Anneal(p, near, random);
  const all = Int32Array.from({ length: p.taskCount }, (_, t) => t);
  anneal.recreate.putAll(all, all.length, 0, Number.POSITIVE_INFINITY);
  anneal.begin();
  anneal.heat = 1;
  anneal.run(200);
  const copy = new Int32Array(anneal.rounds.copySize);
  anneal.copyBest(copy);
  return { p, random, near, copy, cost: anneal.best };
}

/** What the plan in a copy costs, found from scratch; expects that it breaks no rule. */
function costOf(p: Plain, copy: Int32Array): number {
  const rounds = new Rounds(p);
  rounds.lay(copy);
  const { travel } = recomputed(p, rounds);
  let cost = travel;
  for (let t = 0; t < p.taskCount; t++) {
    const r = rounds.shiftOf[t]!;
    if (r === NONE) cost += p.price[t]!;
    else expect(mayServe(p, t, r)).toBe(true);
  }
  return cost;
}

test.each(SEEDS)("a part is the whole cut to some rounds, and laid back it changes nothing (seed %i)", (seed) => {
  const { p, random, near, copy } = plannedOf(seed);
  const part = partAbout(p, near, copy, random.below(p.taskCount), random);
  const { plain, tasks, shifts } = part;
  expect(new Set(tasks).size).toBe(tasks.length);
  expect(tasks.length).toBeGreaterThan(60);
  expect(tasks.length).toBeLessThan(p.taskCount);
  const pointOf = (row: number): number => (row < tasks.length ? tasks[row]! : NONE);
  const wrong: string[] = [];
  for (const [r, shift] of shifts.entries()) {
    const ends = new Map([
      [plain.fromPoint[r]!, p.fromPoint[shift]!],
      [plain.toPoint[r]!, p.toPoint[shift]!],
    ]);
    for (let a = 0; a < plain.pointCount; a++) {
      for (let b = 0; b < plain.pointCount; b++) {
        const [from, to] = [ends.get(a) ?? pointOf(a), ends.get(b) ?? pointOf(b)];
        if (from === NONE || to === NONE) continue;
        const [cell, whole] = [plain.base[r]! + a * plain.pointCount + b, p.base[shift]! + from * p.pointCount + to];
        if (plain.to[cell] !== p.to[whole] || plain.from[cell] !== p.from[whole]) wrong.push(`way ${a} to ${b} of shift ${r}`);
      }
    }
    for (const [t, task] of tasks.entries()) if (mayServe(plain, t, r) !== mayServe(p, task, shift)) wrong.push(`shift ${r} for task ${t}`);
  }
  expect(wrong).toEqual([]);
  const cut = cutCopy(p, part, copy);
  expect(costOf(plain, cut)).toBeLessThan(costOf(p, copy));
  const laid = copy.slice();
  layCopy(p, part, cut, laid);
  expect(laid).toEqual(copy);
});

test.each(SEEDS)("lists of neighbours cut to a part are those of the whole, without whoever is not in it (seed %i)", (seed) => {
  const { p, random, near, copy } = plannedOf(seed);
  const part = partAbout(p, near, copy, random.below(p.taskCount), random);
  const cut = cutNear(near, part, p.taskCount);
  const inPart = new Set(part.tasks);
  for (const [k, task] of part.tasks.entries()) {
    for (const list of ["around", "before", "after"] as const) {
      const whole = Array.from(near[list].subarray(task * near.width, (task + 1) * near.width)).filter((u) => inPart.has(u));
      const cutList = Array.from(cut[list].subarray(k * cut.width, (k + 1) * cut.width)).filter((u) => u >= 0);
      expect(cutList.map((u) => part.tasks[u])).toEqual(whole);
    }
    for (let j = k * cut.width; j < (k + 1) * cut.width && cut.before[j]! >= 0; j++) {
      expect(cut.fromBefore[j]).toBe(part.plain.to[cut.before[j]! * part.plain.pointCount + k]);
    }
    for (let j = k * cut.width; j < (k + 1) * cut.width && cut.after[j]! >= 0; j++) {
      expect(cut.toAfter[j]).toBe(part.plain.to[k * part.plain.pointCount + cut.after[j]!]);
    }
  }
});

test.each(SEEDS)("bred part by part a plan only becomes better, and costs what it says (seed %i)", (seed) => {
  const { p, random, near, copy, cost } = plannedOf(seed);
  const partwise = new Partwise(p, near, random, 10, 40, copy, cost);
  let before = cost;
  let better = 0;
  partwise.onAccept = () => {
    better++;
    expect(partwise.cost).toBeLessThan(before);
    expect(costOf(p, partwise.copy)).toBe(partwise.cost);
    before = partwise.cost;
  };
  partwise.run(20_000);
  expect(better).toBeGreaterThan(0);
});

test("a better plan of others is taken over when the present part is done, a worse one never", () => {
  const { p, near, copy, cost } = plannedOf(1);
  const bred = new Partwise(p, near, new Random(1), 10, 40, copy, cost);
  bred.run(20_000);
  const partwise = new Partwise(p, near, new Random(2), 10, 40, copy, cost);
  partwise.run(1);
  partwise.welcome(bred.copy, bred.cost);
  expect(partwise.cost).toBeGreaterThan(bred.cost);
  partwise.run(12_000);
  expect(partwise.cost).toBeLessThanOrEqual(bred.cost);
  const better = partwise.cost;
  partwise.welcome(copy, cost);
  partwise.run(12_000);
  expect(partwise.cost).toBeLessThanOrEqual(better);
  expect(costOf(p, partwise.copy)).toBe(partwise.cost);
});

test.each(SEEDS)("founders of a part differ (seed %i)", (seed) => {
  const { p, random, near, copy } = plannedOf(seed);
  const part = partAbout(p, near, copy, 0, random);
  const anneal = new Anneal(part.plain, cutNear(near, part, p.taskCount), random);
  const from = cutCopy(p, part, copy);
  anneal.rounds.lay(from);
  anneal.begin();
  const breeding = new Breeding(anneal, cutNear(near, part, p.taskCount), random, 10, 600 * part.tasks.length, { from, hot: 0.5, steps: 30 });
  breeding.admitPresent();
  while (breeding.members.count < 6) breeding.run(16, () => {});
  const costs = Array.from({ length: breeding.members.count }, (_, k) => breeding.members.member(k).cost);
  expect(new Set(costs).size).toBeGreaterThan(4);
});

test("once all founders are there, ever fewer members are left, the best among them", () => {
  const { p, random, near, copy } = plannedOf(2);
  const anneal = new Anneal(p, near, random);
  anneal.rounds.lay(copy);
  anneal.begin();
  const steps = 100_000;
  const breeding = new Breeding(anneal, near, random, 10, steps, { from: null, hot: 1, steps: 2 });
  const counts: number[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (let done = 0; done < steps; done += 1000) {
    breeding.run(1000, () => {});
    const costs = Array.from({ length: breeding.members.count }, (_, k) => breeding.members.member(k).cost);
    counts.push(costs.length);
    if (costs.length === 0) continue;
    expect(Math.min(...costs)).toBeLessThanOrEqual(least);
    least = Math.min(...costs);
  }
  const most = Math.max(...counts);
  expect(most).toBeGreaterThan(30);
  const after = counts.slice(counts.indexOf(most));
  expect(after.every((count, k) => k === 0 || count <= after[k - 1]!)).toBe(true);
  expect(after.at(-1)).toBeLessThan(15);
});
