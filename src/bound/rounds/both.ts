/**
 * Pricing from both ends: labels from the beginning up to a tick, labels from the end down to it, and every fit of the two. Each way makes
 * far fewer labels than one that goes to the end, for they grow in number with every task.
 * Source: Righini, Salani (2006), doi:10.1016/j.disopt.2006.05.007.
 */
import { reversed } from "./backwards.ts";
import { type CutTable, turned } from "./cuts.ts";
import { type Duals, type Found, type FoundRound, Labels, type Memory, type PriceOptions, priceRounds } from "./labels.ts";
import type { Network } from "./network.ts";

/** What is kept from one pricing of a network to the next. */
export interface Halves {
  readonly forth: Labels;
  readonly back: Labels;
  /** A network from its end, and which. */
  reversed: Network;
  reversedOf: Network;
  /** Forward labels start no later, backward ones later. */
  middle: number;
  /** What joining has taken in all, in labels. */
  joining: number;
}

/** Pairs that are tried in the time a label takes. */
const PAIRS_PER_LABEL = 500;

/** null: the network's costs depend on time, or loads fall on the way, so that rounds cannot be told from their end. The labels may be shared. O(nodes²). */
export function halvesOf(net: Network, forth = new Labels(), back = new Labels()): Halves | null {
  if (net.endSoft.length > 0 || net.soft.some((all) => all.length > 0) || net.load.some((l) => l < 0) || net.arcTicks.some((t) => t < 0))
    return null;
  const first = Math.max(net.begin, Math.min(...net.earliest));
  const last = Math.min(net.end, Math.max(...net.latest));
  return { forth, back, reversed: reversed(net), reversedOf: net, middle: Math.floor((first + last) / 2), joining: 0 };
}

/** As {@link priceRounds}, but that a least of `below` or more says no more than that. */
export function priceFromBoth(
  net: Network,
  row: Int32Array,
  memory: Memory,
  cuts: CutTable,
  duals: Duals,
  options: Pick<PriceOptions, "below" | "most" | "labels" | "stopped">,
  halves: Halves,
): Found | null {
  const { forth, back, middle } = halves;
  if (halves.reversedOf !== net) [halves.reversedOf, halves.reversed] = [net, reversed(net)];
  const shared = { quick: false, togo: null, stopped: options.stopped };
  const [forthMade, backMade] = [forth.made, back.made];
  const whole = priceRounds(
    net,
    row,
    memory,
    cuts,
    duals,
    { ...shared, below: options.below, most: options.most, labels: options.labels, until: middle },
    forth,
  );
  const nothing = { below: Number.NEGATIVE_INFINITY, most: 0 };
  const left = options.labels - (forth.made - forthMade);
  if (whole === null) return null;
  if (
    priceRounds(
      halves.reversed,
      row,
      memory,
      turned(cuts, net.nodeCount),
      duals,
      { ...shared, ...nothing, labels: left, until: -middle - 1 },
      back,
    ) === null
  )
    return null;
  const limits = { below: options.below, labels: left - (back.made - backMade), stopped: options.stopped };
  const fits = joined(net, cuts, duals, limits, halves, memory.words);
  if (fits === null) return null;
  const rounds = eachOnce(fits.concat(whole.rounds));
  balance(halves, net, forth.made - forthMade, back.made - backMade);
  return { least: Math.min(options.below, rounds[0]?.cost ?? options.below), rounds: rounds.slice(0, options.most) };
}

/** The way that makes more labels goes less far next time. */
function balance(halves: Halves, net: Network, forth: number, back: number): void {
  const first = Math.max(net.begin, Math.min(...net.earliest));
  const last = Math.min(net.end, Math.max(...net.latest));
  const step = Math.ceil((last - first) / 40);
  if (forth > 1.5 * back) halves.middle = Math.max(first, halves.middle - step);
  else if (back > 1.5 * forth) halves.middle = Math.min(last, halves.middle + step);
}

/** The cheapest fits over each arc that are below the limit; null: the limits were reached. */
function joined(
  net: Network,
  cuts: CutTable,
  duals: Duals,
  limits: Pick<PriceOptions, "below" | "labels" | "stopped">,
  halves: Halves,
  words: number,
): FoundRound[] | null {
  const {
    forth,
    back,
    reversed: { capacity },
  } = halves;
  const { nodeCount: n, arcTicks, arcCost, closed } = net;
  const width = n + 1;
  const { words: cutWords, penalty, keeps } = cuts;
  const fore = byNode(forth, n);
  const hind = byNode(back, n);
  const rounds: FoundRound[] = [];
  let pairs = 0;
  /** What the cuts cost that only both parts together meet. */
  const met = (f: number, b: number, crossing: number): number => {
    let sum = 0;
    for (let w = 0; w < cutWords; w++) {
      let bits = forth.parity[f * cutWords + w]! & back.parity[b * cutWords + w]! & keeps[crossing * cutWords + w]!;
      while (bits !== 0) {
        sum += penalty[w * 32 + 31 - Math.clz32(bits & -bits)]!;
        bits &= bits - 1;
      }
    }
    return sum;
  };
  const apart = (f: number, b: number): boolean => {
    for (let w = 0; w < words; w++) if ((forth.memory[f * words + w]! & back.memory[b * words + w]!) !== 0) return false;
    return true;
  };
  for (let j = 0; j < n; j++) {
    const after = hind[j]!;
    if (after.length === 0) continue;
    if (pairs > PAIRS_PER_LABEL * limits.labels || limits.stopped()) {
      halves.joining += pairs / PAIRS_PER_LABEL;
      return null;
    }
    const cheapest = back.cost[after[0]!]!;
    for (let i = 0; i <= n; i++) {
      const arc = i * width + j;
      if (i === j || closed?.[arc] === 1) continue;
      let own = 0;
      for (const [level, cost] of arcCost.entries()) own += duals.weights[level]! * cost[arc]!;
      let limit = limits.below;
      let best: FoundRound | null = null;
      for (const f of i === n ? [-1] : fore[i]!) {
        const sofar = (f < 0 ? 0 : forth.cost[f]!) + own;
        if (sofar + cheapest >= limit) break;
        const arrival = (f < 0 ? net.begin : forth.time[f]!) + arcTicks[arc]!;
        for (const b of after) {
          let cost = sofar + back.cost[b]!;
          if (cost >= limit) break;
          pairs++;
          if (arrival > -back.time[b]! || (f >= 0 && (forth.load[f]! + back.load[b]! > capacity || !apart(f, b)))) continue;
          if (f >= 0 && cutWords > 0) cost += met(f, b, i * n + j);
          if (cost >= limit) continue;
          limit = cost;
          best = { cost, nodes: nodesOf(forth, f).reverse().concat(nodesOf(back, b)) };
        }
      }
      if (best !== null) rounds.push(best);
    }
  }
  halves.joining += pairs / PAIRS_PER_LABEL;
  return rounds;
}

/** Cheapest first. Whoever has met on one of a round's arcs mostly meets on the others too. */
function eachOnce(rounds: readonly FoundRound[]): FoundRound[] {
  const known = new Map<string, FoundRound>();
  for (const round of [...rounds].sort((a, b) => a.cost - b.cost)) {
    const key = round.nodes.join();
    if (!known.has(key)) known.set(key, round);
  }
  return [...known.values()];
}

/** [node] labels that none beats, cheapest first. */
function byNode(labels: Labels, n: number): number[][] {
  const lists: number[][] = Array.from({ length: n }, () => []);
  for (let l = 0; l < labels.size; l++) if (labels.beaten[l] === 0) lists[labels.node[l]!]!.push(l);
  for (const list of lists) list.sort((a, b) => labels.cost[a]! - labels.cost[b]! || a - b);
  return lists;
}

/** From the label's own node to the base. */
function nodesOf(labels: Labels, label: number): number[] {
  const nodes: number[] = [];
  for (let l = label; l >= 0; l = labels.before[l]!) nodes.push(labels.node[l]!);
  return nodes;
}
