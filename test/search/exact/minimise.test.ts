import { expect, test } from "vitest";
import { Minimiser } from "../../../src/search/exact/minimise.ts";
import { Network } from "../../../src/search/exact/network.ts";
import { compareWithLinear, randomNetwork } from "./networks.ts";

const ENOUGH = 1e6;

/** A network of one level with nodes at the given ticks; `say` adds arcs. Its times at least cost. */
function best(ticks: readonly number[], say: (net: Network) => void, levels = 1): { readonly x: readonly number[]; readonly net: Network } {
  const net = new Network(levels);
  for (const x of ticks) net.node(x);
  say(net);
  expect(net.isFeasible()).toBe(true);
  expect(new Minimiser(net).minimise(ENOUGH)).toBe(true);
  expect(net.isFeasible()).toBe(true);
  return { x: [...net.x.subarray(1, net.nodeCount)], net };
}

test("two tasks in a row share what their wishes cost", () => {
  // Wishes at 10 and 12, the second at least 5 after the first; being early costs 1 a tick, being late 3.
  const { x } = best([0, 20], (net) => {
    net.bound(2, 1, -5);
    for (const [v, wish] of [
      [1, 10],
      [2, 12],
    ] as const) {
      net.hinge(0, v, 0, -wish, 1);
      net.hinge(0, 0, v, wish, 3);
    }
  });
  expect(x).toEqual([7, 12]);
});

test("a coupled pair waits together where waiting apart costs more", () => {
  // Node 1 wants tick 0 at 2 a tick, node 2 tick 30 at 5 a tick, and they start together: 30.
  const { x, net } = best([10, 10], (net) => {
    net.bound(1, 2, 0);
    net.bound(2, 1, 0);
    net.hinge(0, 0, 1, 0, 2);
    net.hinge(0, 2, 0, -30, 5);
  });
  expect([x, net.cost(0)]).toEqual([[30, 30], 60]);
});

test("a later level moves only what leaves the earlier ones at their best, whatever it would save", () => {
  // Level 0: the first start after 10 costs 1. Level 1: every tick before 50 costs 1000. Node 2 is free of level 0.
  const { x, net } = best(
    [30, 0],
    (net) => {
      net.hinge(0, 0, 1, 10, 1);
      net.hinge(1, 1, 0, -50, 1000);
      net.hinge(1, 2, 0, -50, 1000);
    },
    2,
  );
  expect([x, net.cost(0)]).toEqual([[10, 50], 0]);
});

test("a corner between two ticks is the same function on whole ticks", () => {
  // 2 * max(0, x - 3.5) and 1 a tick below 10: at 3 it costs 7, at 4 it costs 7, at 5 it costs 8; at 2 it costs 8.
  const { x, net } = best([9], (net) => {
    net.hinge(0, 0, 1, 3.5, 2);
    net.hinge(0, 1, 0, -10, 1);
  });
  expect([3, 4]).toContain(x[0]);
  expect(net.cost(0)).toBe(7);
});

test("bounds that do not hold are made to hold, or found to contradict each other", () => {
  const net = new Network(1);
  net.node(50);
  net.node(0);
  net.bound(1, 0, 0);
  net.bound(0, 1, 20);
  net.bound(2, 1, -5);
  expect([net.isFeasible(), net.makeFeasible(), net.isFeasible(), net.x[0]]).toEqual([false, true, true, 0]);
  net.bound(0, 2, 4);
  expect(net.makeFeasible()).toBe(false);
});

test("a random network costs on every level what the linear program says, at whole ticks", () => {
  for (let seed = 0; seed < 400; seed++) expect(compareWithLinear(seed)).toEqual({ seed, same: true });
});

test("cut short, times are legal and no worse than they were", () => {
  let short = 0;
  for (let seed = 0; seed < 300; seed++) {
    const net = randomNetwork(seed);
    const before = Array.from({ length: net.levelCount }, (_, level) => net.cost(level));
    if (!new Minimiser(net).minimise(10)) short++;
    expect({ seed, legal: net.isFeasible() }).toEqual({ seed, legal: true });
    const after = before.map((cost, level) => net.cost(level) - cost);
    const first = after.find((change) => Math.abs(change) > 1e-9) ?? 0;
    expect({ seed, worse: first > 0 }).toEqual({ seed, worse: false });
  }
  expect(short).toBeGreaterThan(20);
});
