/** Backward pricing: what rounds cost from each node on, without cuts, which only make rounds dearer. */
import { NO_CUTS } from "./cuts.ts";
import { type Duals, type Labels, type Memory, type PriceOptions, priceRounds } from "./labels.ts";
import { homeOf, type Network } from "./network.ts";
import type { Togo } from "./togo.ts";

/** null: the limits were reached. */
export function togoOf(
  net: Network,
  row: Int32Array,
  memory: Memory,
  duals: Duals,
  limits: Pick<PriceOptions, "labels" | "stopped">,
  labels: Labels,
): Togo | null {
  const { nodeCount: n } = net;
  const options = { quick: false, below: Number.NEGATIVE_INFINITY, most: 0, togo: null, labels: limits.labels, stopped: limits.stopped };
  if (priceRounds(reversed(net), row, memory, NO_CUTS, duals, options, labels) === null) return null;
  const lists: { time: number; cost: number }[][] = Array.from({ length: n }, () => []);
  for (let l = 0; l < labels.size; l++) {
    if (labels.beaten[l] === 1) continue;
    const node = labels.node[l]!;
    lists[node]!.push({ time: 0 - labels.time[l]!, cost: labels.cost[l]! + duals.tasks[row[node]!]! });
  }
  const from = new Int32Array(n + 1);
  const time: number[] = [];
  const cost: number[] = [];
  lists.forEach((list, node) => {
    list.sort((a, b) => b.time - a.time || a.cost - b.cost);
    let least = Number.POSITIVE_INFINITY;
    for (const step of list) {
      if (step.cost >= least) continue;
      least = step.cost;
      time.push(step.time);
      cost.push(step.cost);
    }
    from[node + 1] = time.length;
  });
  return { from, time: Float64Array.from(time), cost: Float64Array.from(cost) };
}

/** Sums of loads from the end differ in their last bits from those in order of service. */
const FULL = 1 + 1e-9;

/** The network run from its end, time with its sign changed. Costs that depend on time are charged at the least they can be. */
export function reversed(net: Network): Network {
  const { nodeCount: n, arcTicks, arcCost, earliest, latest, soft, endSoft, load, capacity } = net;
  const width = n + 1;
  const turn = <T extends Int32Array | Float64Array | Uint8Array>(table: T): T => {
    const turned = table.slice() as T;
    for (let a = 0; a < width; a++) for (let b = 0; b < width; b++) turned[b * width + a] = table[a * width + b]!;
    return turned;
  };
  const costs = arcCost.map(turn);
  soft.forEach((all, node) => {
    // Softly timed costs of a node belong to the arcs that lead to it.
    for (const { level, at } of all) for (let b = 0; b < width; b++) costs[level]![node * width + b]! += at(earliest[node]!);
  });
  const soonest = earliest.reduce((least, e) => Math.min(least, e), Number.POSITIVE_INFINITY);
  for (const { level, at } of endSoft) for (let b = 0; b < n; b++) costs[level]![n * width + b]! += at(soonest);
  const turnedTicks = turn(arcTicks);
  const loads = load.every((l) => l >= 0) ? load : new Float64Array(n);
  return {
    ...net,
    capacity: capacity * FULL,
    earliest: latest.map((t) => 0 - t),
    latest: earliest.map((t) => 0 - t),
    begin: 0 - net.end,
    end: 0 - net.begin,
    load: loads,
    arcTicks: turnedTicks,
    home: homeOf(turnedTicks, n),
    closed: net.closed === null ? null : turn(net.closed),
    arcCost: costs,
    soft: soft.map(() => []),
    endSoft: [],
  };
}
