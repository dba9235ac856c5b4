/** Rounds of plain problems, against recomputation from scratch. */
import { expect, test } from "vitest";
import { compile } from "../../../src/problem/compile.ts";
import { NONE } from "../../../src/problem/problem.ts";
import { Random } from "../../../src/random.ts";
import { doAll } from "../../../src/search/pieces.ts";
import { Exchanges } from "../../../src/search/plain/exchanges.ts";
import { listNear, noNear } from "../../../src/search/plain/near.ts";
import { cross } from "../../../src/search/plain/offspring.ts";
import { Places } from "../../../src/search/plain/places.ts";
import { type Plain, plainOf } from "../../../src/search/plain/plain.ts";
import { Recreate } from "../../../src/search/plain/recreate.ts";
import { Rounds } from "../../../src/search/plain/rounds.ts";
import { Strings } from "../../../src/search/plain/strings.ts";
import { plainDemand } from "./demands.ts";
import { recomputed } from "./recomputed.ts";

const SEEDS = Array.from({ length: 12 }, (_, k) => k + 1);

const columnsOf = (seed: number, tasks = 30): Plain => plainOf(compile(plainDemand(seed, { tasks, shifts: 6, mixed: seed % 2 === 0 })))!;

function partsOf(p: Plain, seed: number) {
  const random = new Random(seed);
  const rounds = new Rounds(p);
  const near = noNear(p, 12);
  doAll(listNear(p, near));
  const recreate = new Recreate(rounds, new Places(rounds, near, p.taskCount, random), random);
  return { random, rounds, near, recreate, strings: new Strings(rounds, near, random), exchanges: new Exchanges(rounds, near, 10, random) };
}

function expectTrue(p: Plain, rounds: Rounds): void {
  const { travel, over, latest, load, size } = rounds;
  expect({ travel, over, latest, load, size, inUse: rounds.inUse }).toEqual(recomputed(p, rounds));
  expect([...rounds.order].sort((a, b) => a - b)).toEqual(Array.from({ length: p.shiftCount }, (_, r) => r));
  expect(Array.from(rounds.order.subarray(0, rounds.inUse)).every((r) => size[r]! > 0)).toBe(true);
}

/** A copy of rounds built from nothing. */
function built(rounds: Rounds, recreate: Recreate): Int32Array {
  const { taskCount } = rounds.p;
  rounds.clear();
  recreate.putAll(Int32Array.from({ length: taskCount }, (_, t) => t), taskCount, 0, Number.POSITIVE_INFINITY);
  rounds.commit();
  const copy = new Int32Array(rounds.copySize);
  rounds.copyBefore(copy);
  return copy;
}

const memoryOf = (rounds: Rounds): unknown =>
  structuredClone({ ...rounds, p: null, trail: null, used: null, order: rounds.order, inUse: rounds.inUse });

test.each(SEEDS)("after ruins, recreates and exchanges all times, sums and lists are those of the rounds (seed %i)", (seed) => {
  const p = columnsOf(seed);
  const { rounds, recreate, strings, exchanges, random } = partsOf(p, seed);
  recreate.putAll(Int32Array.from({ length: p.taskCount }, (_, t) => t), p.taskCount, 0, Number.POSITIVE_INFINITY);
  rounds.commit();
  expectTrue(p, rounds);
  let made = 0;
  for (let k = 0; k < 600; k++) {
    if (k % 3 === 0) {
      const served = rounds.size.reduce((sum, size) => sum + size, 0);
      if (!strings.take(random.below(p.taskCount), served)) rounds.undo();
      else recreate.putAll(strings.out, strings.count, 0, Number.POSITIVE_INFINITY);
    } else if (exchanges.try(random.below(p.taskCount), 60)) made++;
    rounds.commit();
    expectTrue(p, rounds);
  }
  expect(made).toBeGreaterThan(5);
});

test.each(SEEDS)("an exchange costs what it was priced at, and undo takes everything back (seed %i)", (seed) => {
  const p = columnsOf(seed);
  const { rounds, recreate, exchanges, random } = partsOf(p, seed);
  recreate.putAll(Int32Array.from({ length: p.taskCount }, (_, t) => t), p.taskCount, 0, Number.POSITIVE_INFINITY);
  rounds.commit();
  for (let k = 0; k < 2000; k++) {
    const [before, travel, most] = [k % 20 === 0 ? memoryOf(rounds) : null, rounds.travel, (k % 50) - 10];
    if (exchanges.try(random.below(p.taskCount), most)) expect(rounds.travel - travel).toBeLessThan(most);
    if (k % 3 === 0) rounds.commit();
    else {
      rounds.undo();
      if (before !== null) expect(memoryOf(rounds)).toEqual(before);
    }
  }
  expectTrue(p, rounds);
});

test.each(SEEDS)("looking at all places finds the cheapest one that fits, looking near by none that is cheaper (seed %i)", (seed) => {
  const p = columnsOf(seed, 40);
  const { rounds, near, recreate, random } = partsOf(p, seed);
  const all = Int32Array.from({ length: p.taskCount - 10 }, (_, t) => t);
  recreate.putAll(all, all.length, 0, Number.POSITIVE_INFINITY);
  const isUniform = p.kind.every((kind) => kind === p.kind[0]);
  for (let task = p.taskCount - 10; task < p.taskCount; task++) {
    let least = Number.POSITIVE_INFINITY;
    for (let r = 0; r < p.shiftCount; r++) {
      if (p.eligible !== null && (p.eligible[task * p.words]! & (1 << r)) === 0) continue;
      for (let i = rounds.firstBegin + r; i !== rounds.firstEnd + r; i = rounds.next[i]!) {
        if (rounds.fits(task, r, i)) least = Math.min(least, rounds.ticks(r, i, task) + rounds.ticks(r, task, rounds.next[i]!) - rounds.way[i]!);
      }
    }
    const sharp = new Places(rounds, near, p.taskCount, random);
    const costs = Array.from({ length: 20 }, () => {
      sharp.search(task, Number.POSITIVE_INFINITY);
      return sharp.cost;
    });
    expect(Math.min(...costs)).toBe(least);
    expect(isUniform || costs.filter((cost) => cost === least).length > 5).toBe(true);
    const beside = new Places(rounds, near, 6, random);
    beside.search(task, Number.POSITIVE_INFINITY);
    expect(beside.cost).toBeGreaterThanOrEqual(least);
  }
});

test.each(SEEDS)("a child of two plans is timed, and serves every task that one of two equal parents serves (seed %i)", (seed) => {
  const p = columnsOf(seed);
  const { rounds, recreate, near, random } = partsOf(p, seed);
  const parents = [0, 1].map(() => built(rounds, recreate));
  for (let k = 0; k < 30; k++) {
    cross({ rounds, recreate, near, random }, parents[0]!, parents[1]!);
    rounds.commit();
    expectTrue(p, rounds);
  }
  rounds.lay(parents[0]!);
  const served = Array.from(rounds.shiftOf.subarray(0, p.taskCount)).filter((r) => r !== NONE).length;
  cross({ rounds, recreate, near, random }, parents[0]!, parents[0]!);
  expect(Array.from(rounds.shiftOf.subarray(0, p.taskCount)).filter((r) => r !== NONE).length).toBeGreaterThanOrEqual(served);
});

test("a child keeps all windows where the way over a third place may be shorter than the direct one", () => {
  for (const seed of SEEDS) {
    const { travel, ...demand } = plainDemand(seed, { tasks: 30, shifts: 9 });
    const { placeCount } = travel[0]!;
    const drawn = new Random(seed);
    const ticks = Array.from({ length: placeCount ** 2 }, () => (drawn.chance(0.3) ? 150 : 2 + drawn.below(20)));
    const p = plainOf(compile({ ...demand, travel: [{ mode: "car", placeCount, ticks }] }))!;
    const { rounds, recreate, near, random } = partsOf(p, seed);
    const parents = [0, 1].map(() => built(rounds, recreate));
    for (let k = 0; k < 50; k++) {
      cross({ rounds, recreate, near, random }, parents[k % 2]!, parents[1 - (k % 2)]!);
      expectTrue(p, rounds);
    }
  }
});

test("only rounds that nothing ties together are plain", () => {
  const demand = plainDemand(1, { tasks: 8, shifts: 3 });
  const plain = (change: object) => plainOf(compile({ ...demand, ...change }));
  expect(plain({})).not.toBeNull();
  expect(plain({ tasks: demand.tasks.map((t) => ({ ...t, duration: { min: 10, max: 20 } })) })).toBeNull();
  expect(plain({ tasks: demand.tasks.map((t) => ({ ...t, slots: [...t.slots, { start: [0, 5] }] })) })).toBeNull();
  expect(plain({ shifts: demand.shifts.map((s) => ({ ...s, worker: "w0", ends: [null, 50] })) })).toBeNull();
  expect(plain({ terms: [...demand.terms, { ...demand.terms[0]!, name: "waiting", measure: "waiting" }] })).toBeNull();
});
