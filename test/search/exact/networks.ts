/** Random networks of times, and their least cost level after level by linear programming. */
import { Random } from "../../../src/random.ts";
import { Minimiser } from "../../../src/search/exact/minimise.ts";
import { Network } from "../../../src/search/exact/network.ts";
import { type Row, solveLinear } from "../../reference/lp.ts";

/** Up to nine nodes within bounds of the zero, chains between them, and prices, some of them parts of 1. */
export function randomNetwork(seed: number): Network {
  const random = Random.keyed(seed, "network");
  const between = (low: number, high: number): number => low + random.below(high - low + 1);
  const net = new Network(between(1, 3));
  const count = between(1, 8);
  for (let v = 1; v <= count; v++) {
    const x = between(0, 60);
    net.node(x);
    net.bound(0, v, x + between(0, 30));
    net.bound(v, 0, between(0, 30) - x);
  }
  const node = (): number => between(0, count);
  for (let k = between(0, 2 * count); k > 0; k--) {
    const [tail, head] = [node(), node()];
    if (tail !== head) net.bound(tail, head, net.x[head]! - net.x[tail]! + (random.chance(0.4) ? 0 : between(0, 20)));
  }
  // Parts of 1 on the last level only: what the solver rounds on one level must not be worth much on the next.
  const weight = (level: number): number =>
    level + 1 < net.levelCount || random.chance(0.5) ? between(1, 6) : between(1, 40) / random.pick([7, 10, 60]);
  for (let k = between(1, 4 * count); k > 0; k--) {
    const [tail, head] = random.chance(0.5) ? (random.chance(0.5) ? [0, node()] : [node(), 0]) : [node(), node()];
    const at = net.x[head]! - net.x[tail]! + between(-20, 20) + (random.chance(0.1) ? 0.5 : 0);
    const level = random.below(net.levelCount);
    net.hinge(level, tail, head, at, weight(level));
  }
  for (let k = between(0, count); k > 0; k--) {
    const level = random.below(net.levelCount);
    net.line(level, node(), node(), random.pick([-1, 1]) * weight(level));
  }
  return net;
}

/** Least cost of each level, on whole ticks or between; null: the bounds contradict each other. */
export function linearMinimum(net: Network): number[] | null {
  const rows: Row[] = [];
  const x = (v: number): string => `x${v}`; // counted from the least it can be: the solver likes no free variables
  const least = lowest(net);
  const difference = (a: number): (readonly [string, number])[] => {
    const parts: (readonly [string, number])[] = [];
    if (net.head[a] !== 0) parts.push([x(net.head[a]!), 1]);
    if (net.tail[a] !== 0) parts.push([x(net.tail[a]!), -1]);
    return parts;
  };
  for (let a = 0; a < net.arcCount; a++) {
    const short = Number.isFinite(net.weight[a]!) ? ([[`y${a}`, -1]] as const) : [];
    rows.push({ sum: [...difference(a), ...short], min: null, max: net.at[a]! - least[net.head[a]!]! + least[net.tail[a]!]! });
  }
  const costs: number[] = [];
  for (let level = 0; level < net.levelCount; level++) {
    const cost = new Map<string, number>();
    let constant = 0;
    for (let v = 1; v < net.nodeCount; v++) {
      const price = net.price[level]![v]!;
      if (price !== 0) cost.set(x(v), price);
      constant += price * least[v]!;
    }
    for (let a = 0; a < net.arcCount; a++) if (Number.isFinite(net.weight[a]!) && net.level[a] === level) cost.set(`y${a}`, net.weight[a]!);
    const solution = solveLinear({ cost, rows, free: [] });
    if (solution === null) return null;
    const reached = [...cost].reduce((sum, [v, c]) => sum + c * solution.valueOf(v), 0);
    rows.push({ sum: [...cost], min: null, max: reached + 1e-7 * Math.max(1, Math.abs(reached)) });
    costs.push(constant + reached);
  }
  return costs;
}

/** [node] the least potential that its own bound to the zero allows. */
function lowest(net: Network): number[] {
  const least = Array.from(net.x.subarray(0, net.nodeCount), (_, v) => (v === 0 ? 0 : Number.NEGATIVE_INFINITY));
  for (let a = 0; a < net.arcCount; a++) {
    const v = net.tail[a]!;
    if (v !== 0 && net.head[a] === 0 && !Number.isFinite(net.weight[a]!)) least[v] = Math.max(least[v]!, -net.at[a]!);
  }
  return least;
}

/** Is the least cost of random network `seed` what the linear program says? Where that finds nothing, it says nothing. */
export function compareWithLinear(seed: number): {
  readonly seed: number;
  readonly same: boolean;
  readonly linear?: readonly number[] | null;
} {
  const net = randomNetwork(seed);
  const linear = linearMinimum(net);
  const proved = new Minimiser(net).minimise(1e6);
  const own = Array.from({ length: net.levelCount }, (_, level) => net.cost(level));
  const legal = proved && net.isFeasible() && net.x.every(Number.isInteger);
  const same = legal && (linear?.every((cost, level) => Math.abs(cost - own[level]!) < 1e-4 * Math.max(1, Math.abs(cost))) ?? false);
  return same ? { seed, same } : { seed, same, linear };
}
