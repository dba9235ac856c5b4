import { expect, test } from "vitest";
import { togoOf } from "../../../src/bound/rounds/backwards.ts";
import { halvesOf, priceFromBoth } from "../../../src/bound/rounds/both.ts";
import { type Cut, type CutTable, countIn, NO_CUTS, tableOf } from "../../../src/bound/rounds/cuts.ts";
import { type Duals, Labels, type Memory, priceRounds } from "../../../src/bound/rounds/labels.ts";
import { settingOf, type Ways } from "../../../src/bound/rounds/setting.ts";
import { togoAt } from "../../../src/bound/rounds/togo.ts";
import { compile } from "../../../src/problem/compile.ts";
import { Random } from "../../../src/random.ts";
import { demand, shift, slot, task, term } from "../../reference/demand.ts";

/** Six tasks with windows and loads in one shift, and random prices of tasks and cuts. */
function drawn(seed: number): { ways: Ways; duals: Duals; cuts: Cut[]; table: CutTable } {
  const random = Random.keyed(seed, "labels");
  const tasks = Array.from({ length: 6 }, (_, i) => {
    const from = random.below(25);
    return task(`t${i}`, random.below(4), 1 + random.below(3), {
      slots: [slot(from, from + random.below(20))],
      load: { box: random.below(3) },
    });
  });
  const one = demand({
    tasks,
    shifts: [shift("day", 0, 45, { capacity: { box: 4 } })],
    terms: [term("travel", 1, 1), term("overtime", 1, 2), term("late", 1, 1)],
  });
  const ways = settingOf(compile(one)).classes[0]!.networks[0]!;
  const cuts = [0, 1, 2].map((k) => ({
    rows: [k, k + 1, k + 3],
    keeps: random.below(2) === 0 ? null : Uint8Array.from({ length: 36 }, () => random.below(2)),
  }));
  const duals = {
    weights: Float64Array.of(0, 1),
    tasks: Float64Array.from({ length: 6 }, () => random.below(14)),
    cuts: Float64Array.of(random.below(6), random.below(6), 0),
  };
  return { ways, duals, cuts, table: tableOf(cuts, duals.cuts, ways.row, 6) };
}

const everything = ({ row }: Ways): Memory => ({ words: 1, bits: new Int32Array(row.length).fill(-1) });
const options = { quick: false, below: 1e9, most: 50, labels: 1e6, stopped: () => false, togo: null };

/** Every order of every set of tasks, one after the other. */
function cheapest({ ways: { network, row }, duals, cuts }: ReturnType<typeof drawn>): number {
  const { nodeCount: n, arcTicks, arcCost, earliest, latest, load, capacity } = network;
  let least = Number.POSITIVE_INFINITY;
  const go = (nodes: readonly number[], time: number, cost: number, filled: number): void => {
    const at = nodes.at(-1) ?? n;
    if (nodes.length > 0 && time + arcTicks[at * (n + 1) + n]! <= network.end) {
      const end = time + arcTicks[at * (n + 1) + n]!;
      const met = cuts.reduce((sum, cut, q) => sum + duals.cuts[q]! * countIn(cut, { tasks: nodes.map((i) => row[i]!) }), 0);
      least = Math.min(least, cost + arcCost[1]![at * (n + 1) + n]! + met + network.endSoft.reduce((sum, soft) => sum + soft.at(end), 0));
    }
    for (let next = 0; next < n; next++) {
      const start = Math.max(time + arcTicks[at * (n + 1) + next]!, earliest[next]!);
      if (nodes.includes(next) || start > latest[next]! || filled + load[next]! > capacity) continue;
      const soft = network.soft[next]!.reduce((sum, one) => sum + one.at(start), 0);
      go([...nodes, next], start, cost + arcCost[1]![at * (n + 1) + next]! - duals.tasks[row[next]!]! + soft, filled + load[next]!);
    }
  };
  go([], network.begin, 0, 0);
  return least;
}

test("labels that remember everything find the cheapest of all orders", () => {
  for (let seed = 0; seed < 150; seed++) {
    const one = drawn(seed);
    const found = priceRounds(one.ways.network, one.ways.row, everything(one.ways), one.table, one.duals, options, new Labels())!;
    expect({ seed, least: found.least }).toEqual({ seed, least: cheapest(one) });
    expect(found.rounds[0]?.cost).toBe(found.least);
  }
});

test("labels that remember less, or are quick, never find a dearer or cheaper best", () => {
  for (let seed = 0; seed < 150; seed++) {
    const one = drawn(seed);
    const forgetful = { words: 1, bits: Int32Array.from(one.ways.row, (r) => 1 << r) };
    const exact = cheapest(one);
    const { network, row } = one.ways;
    expect(priceRounds(network, row, forgetful, one.table, one.duals, options, new Labels())!.least).toBeLessThanOrEqual(exact);
    expect(
      priceRounds(network, row, everything(one.ways), one.table, one.duals, { ...options, quick: true }, new Labels())!.least,
    ).toBeGreaterThanOrEqual(exact);
  }
});

test("what is hopeless by backward prices is left, and nothing else", () => {
  for (let seed = 0; seed < 150; seed++) {
    const one = drawn(seed);
    const { network, row } = one.ways;
    const memory = everything(one.ways);
    const exact = cheapest(one);
    const togo = togoOf(network, row, memory, one.duals, options, new Labels())!;
    for (const below of [exact + 1e-6, exact + 3]) {
      const all = new Labels();
      const found = priceRounds(network, row, memory, one.table, one.duals, { ...options, below, togo }, all)!;
      expect({ seed, least: found.least }).toEqual({ seed, least: exact });
    }
    const none = priceRounds(network, row, memory, one.table, one.duals, { ...options, below: exact - 1e-6, togo }, new Labels())!;
    expect(none.rounds).toEqual([]);
  }
});

test("labels from both ends find the cheapest of all orders, wherever they meet", () => {
  let met = 0;
  for (let seed = 0; seed < 150; seed++) {
    const one = drawn(seed);
    const { network, row } = one.ways;
    const halves = halvesOf(network)!;
    const exact = cheapest(one);
    for (const middle of [halves.middle, -1, 12, 45]) {
      const found = priceFromBoth(network, row, everything(one.ways), one.table, one.duals, options, { ...halves, middle })!;
      expect({ seed, middle, least: found.least, first: found.rounds[0]?.cost }).toEqual({ seed, middle, least: exact, first: exact });
      met++;
    }
    const none = priceFromBoth(network, row, everything(one.ways), one.table, one.duals, { ...options, below: exact }, halves)!;
    expect({ seed, ...none }).toEqual({ seed, least: exact, rounds: [] });
  }
  expect(met).toBe(600);
});

test("labels that forget find the same from both ends as from one", () => {
  for (let seed = 0; seed < 150; seed++) {
    const one = drawn(seed);
    const { network, row } = one.ways;
    const forgetful = { words: 1, bits: Int32Array.from(row, (r) => (1 << r) | (1 << ((r + 1) % 6))) };
    const least = priceRounds(network, row, forgetful, one.table, one.duals, options, new Labels())!.least;
    expect({ seed, least: priceFromBoth(network, row, forgetful, one.table, one.duals, options, halvesOf(network)!)!.least }).toEqual({
      seed,
      least,
    });
  }
});

test("no round goes over a closed arc, from one end or from both", () => {
  for (let seed = 0; seed < 150; seed++) {
    const one = drawn(seed);
    const random = Random.keyed(seed, "closed");
    const n = one.ways.network.nodeCount;
    const network = { ...one.ways.network, closed: Uint8Array.from({ length: (n + 1) ** 2 }, () => Number(random.below(3) === 0)) };
    const { row } = one.ways;
    const memory = everything(one.ways);
    const forth = priceRounds(network, row, memory, one.table, one.duals, options, new Labels())!;
    const both = priceFromBoth(network, row, memory, one.table, one.duals, options, halvesOf(network)!)!;
    expect({ seed, least: both.least }).toEqual({ seed, least: Math.min(forth.least, options.below) });
    for (const { nodes } of [...forth.rounds, ...both.rounds]) {
      expect([...nodes, n].some((to, i) => network.closed[(nodes[i - 1] ?? n) * (n + 1) + to] === 1)).toBe(false);
    }
  }
});

test("a shift is full by the sum of loads in order of service, whatever the sum from the end", () => {
  const loads = [0.3, 0.2, 0.1];
  expect(0.3 + 0.2 + 0.1).toBe(0.6);
  expect(0.1 + 0.2 + 0.3).toBeGreaterThan(0.6);
  const early = task("early", 1, 1, { slots: [slot(2, 2)], load: { box: 0.6 } });
  const tasks = [...loads.map((box, i) => task(`t${i}`, 1, 1, { slots: [slot(10 + i, 10 + i)], load: { box } })), early];
  const shifts = [shift("day", 0, 30, { capacity: { box: 0.6 } })];
  const ways = settingOf(compile(demand({ tasks, shifts, terms: [term("travel", 1, 1)] }))).classes[0]!.networks[0]!;
  const { network, row } = ways;
  const duals = { weights: Float64Array.of(0, 1), tasks: Float64Array.of(30, 30, 30, 0), cuts: new Float64Array(0) };
  const memory = everything(ways);
  const least = 2 + 2 - 90;
  expect(priceRounds(network, row, memory, NO_CUTS, duals, options, new Labels())!.least).toBe(least);
  for (const middle of [0, 10, 11, 12]) {
    const halves = { ...halvesOf(network)!, middle };
    expect({ middle, least: priceFromBoth(network, row, memory, NO_CUTS, duals, options, halves)!.least }).toEqual({ middle, least });
  }
  const togo = togoOf(network, row, memory, duals, options, new Labels())!;
  expect(togoAt(togo, 0, 10)).toBe(least + 30 - 2);
});

test("costs that depend on time cannot be told from the end", () => {
  const { network } = drawn(0).ways;
  expect(halvesOf(network)).not.toBeNull();
  expect(halvesOf({ ...network, endSoft: [{ level: 1, at: (end) => end }] })).toBeNull();
  expect(halvesOf({ ...network, load: network.load.map((l) => l - 1) })).toBeNull();
});

test("without labels enough there is no answer", () => {
  const one = drawn(3);
  expect(
    priceRounds(one.ways.network, one.ways.row, everything(one.ways), one.table, one.duals, { ...options, labels: 2 }, new Labels()),
  ).toBeNull();
});
