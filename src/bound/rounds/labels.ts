/**
 * The cheapest round of one network at given prices, by labels: partial rounds that none other at the same node beats in cost, time,
 * load and memory. A label remembers only visits that later nodes care about (ng-routes), so rounds may repeat a task after a detour;
 * such rounds cost no more than real ones, which keeps the bound valid.
 * Source: Baldacci, Mingozzi, Roberti (2011), doi:10.1287/opre.1110.0975 (ng-routes).
 */
import type { CutTable } from "./cuts.ts";
import type { Network } from "./network.ts";
import { type Togo, togoAt } from "./togo.ts";

/** Prices at which rounds are looked for. */
export interface Duals {
  /** [level] weight of the level's costs. */
  readonly weights: Float64Array;
  /** [task row] what serving it is worth. */
  readonly tasks: Float64Array;
  /** [cut] what meeting it costs, >= 0. */
  readonly cuts: Float64Array;
}

export interface Found {
  /** Least reduced cost of any round; exact unless `quick`. */
  readonly least: number;
  /** Rounds below the threshold, cheapest first. */
  readonly rounds: readonly FoundRound[];
}

export interface FoundRound {
  readonly cost: number;
  readonly nodes: readonly number[];
}

export interface PriceOptions {
  /** Compare cost, time and load only: some rounds are missed. */
  readonly quick: boolean;
  readonly below: number;
  readonly most: number;
  /** Labels that may be made; with fewer than needed, null is returned. */
  readonly labels: number;
  /** Asked now and then; true ends it with null. */
  stopped(): boolean;
  /** What is still to come at least: partial rounds that cannot end `below` are left; then a least above it says no more than that. */
  readonly togo: Togo | null;
  /** No label is made for nodes that start later; default: any start is allowed. */
  readonly until?: number;
}

const QUEUE = 4096;
const BANDS = 32;
const SLACK = 1e-9;

/** Labels in columns that grow and are used again; `made` counts all that were ever made. */
export class Labels {
  made = 0;
  size = 0;
  node = new Int16Array(0);
  before = new Int32Array(0);
  time = new Float64Array(0);
  cost = new Float64Array(0);
  load = new Float64Array(0);
  next = new Int32Array(0);
  queued = new Int32Array(0);
  beaten = new Uint8Array(0);
  memory = new Int32Array(0);
  parity = new Int32Array(0);
  private capacity = 0;

  reserve(count: number, words: number, cutWords: number): void {
    if (count <= this.capacity && this.memory.length >= this.capacity * words && this.parity.length >= this.capacity * cutWords) return;
    const wanted = count <= this.capacity ? this.capacity : Math.max(4096, count, this.capacity * 2);
    const grown = <T extends { set(from: T): void; readonly length: number }>(make: new (n: number) => T, old: T, n: number): T => {
      if (old.length >= n) return old;
      const bigger = new make(n);
      bigger.set(old);
      return bigger;
    };
    this.node = grown(Int16Array, this.node, wanted);
    this.before = grown(Int32Array, this.before, wanted);
    this.time = grown(Float64Array, this.time, wanted);
    this.cost = grown(Float64Array, this.cost, wanted);
    this.load = grown(Float64Array, this.load, wanted);
    this.next = grown(Int32Array, this.next, wanted);
    this.queued = grown(Int32Array, this.queued, wanted);
    this.beaten = grown(Uint8Array, this.beaten, wanted);
    this.memory = grown(Int32Array, this.memory, wanted * words);
    this.parity = grown(Int32Array, this.parity, wanted * cutWords);
    this.capacity = wanted;
  }
}

/** How far back rounds are remembered: [node] the rows of tasks that it cares about, as bits. */
export interface Memory {
  readonly words: number;
  readonly bits: Int32Array;
}

/** Prices one network. `row`: [node] task row. Returns null where it would take more labels than it may make. Cost: labels x labels per node at worst. */
export function priceRounds(
  net: Network,
  row: Int32Array,
  memory: Memory,
  cuts: CutTable,
  duals: Pick<Duals, "weights" | "tasks">,
  options: PriceOptions,
  labels: Labels,
): Found | null {
  const { nodeCount: n, arcTicks, home, earliest, latest, load, capacity, soft, endSoft } = net;
  const width = n + 1;
  const { words } = memory;
  const { words: cutWords, penalty, touches: inCut, keeps } = cuts;
  const arc = weighted(net, row, duals);
  const softWeights = soft.map((all) => all.map(({ level }) => duals.weights[level]!));
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < n; i++) {
    first = Math.min(first, Math.max(net.begin, earliest[i]!));
    last = Math.max(last, Math.min(net.end, latest[i]!));
  }
  const span = Math.max(1, last - first + 1);
  const queueWidth = span / QUEUE;
  const bandWidth = span / BANDS;
  const queue = new Int32Array(QUEUE).fill(-1);
  const bandHead = new Int32Array(n * BANDS).fill(-1);
  const bandLeast = new Float64Array(n * BANDS).fill(Number.POSITIVE_INFINITY);
  const bandOf = (time: number): number => Math.max(0, Math.min(BANDS - 1, Math.floor((time - first) / bandWidth)));
  const { quick, togo, until = Number.POSITIVE_INFINITY } = options;
  labels.size = 0;

  const remembers = new Int32Array(Math.max(1, words));
  const odd = new Int32Array(Math.max(1, cutWords));

  /** Does label `a` beat (cost, time, load, remembers, odd)? */
  const beatsNew = (a: number, cost: number, time: number, filled: number): boolean => {
    if (labels.cost[a]! > cost + SLACK || labels.time[a]! > time || labels.load[a]! > filled) return false;
    if (quick) return true;
    for (let w = 0; w < words; w++) if ((labels.memory[a * words + w]! & ~remembers[w]!) !== 0) return false;
    if (cutWords === 0) return true;
    let more = labels.cost[a]!;
    for (let w = 0; w < cutWords; w++) {
      let bits = labels.parity[a * cutWords + w]! & ~odd[w]!;
      while (bits !== 0) {
        const bit = 31 - Math.clz32(bits & -bits);
        more += penalty[w * 32 + bit]!;
        if (more > cost + SLACK) return false;
        bits &= bits - 1;
      }
    }
    return true;
  };
  const newBeats = (a: number, cost: number, time: number, filled: number): boolean => {
    if (cost > labels.cost[a]! + SLACK || time > labels.time[a]! || filled > labels.load[a]!) return false;
    if (quick) return true;
    for (let w = 0; w < words; w++) if ((remembers[w]! & ~labels.memory[a * words + w]!) !== 0) return false;
    if (cutWords === 0) return true;
    let more = cost;
    for (let w = 0; w < cutWords; w++) {
      let bits = odd[w]! & ~labels.parity[a * cutWords + w]!;
      while (bits !== 0) {
        const bit = 31 - Math.clz32(bits & -bits);
        more += penalty[w * 32 + bit]!;
        if (more > labels.cost[a]! + SLACK) return false;
        bits &= bits - 1;
      }
    }
    return true;
  };

  /** From label `from` (-1: the base) to node `to`. */
  const extend = (from: number, to: number): void => {
    const at = from < 0 ? n : labels.node[from]!;
    const a = at * width + to;
    if (arc[a] === Number.POSITIVE_INFINITY) return;
    const time = Math.max((from < 0 ? net.begin : labels.time[from]!) + arcTicks[a]!, earliest[to]!);
    if (time > until || time > latest[to]! || time + home[to]! > net.end) return;
    const r = row[to]!;
    if (from >= 0 && (labels.memory[from * words + (r >> 5)]! & (1 << (r & 31))) !== 0) return;
    const filled = Math.max(0, (from < 0 ? 0 : labels.load[from]!) + load[to]!);
    if (filled > capacity) return;
    let cost = (from < 0 ? 0 : labels.cost[from]!) + arc[a]!;
    const soften = soft[to]!;
    for (let k = 0; k < soften.length; k++) {
      const weight = softWeights[to]![k]!;
      if (weight !== 0) cost += weight * soften[k]!.at(time);
    }
    for (let w = 0; w < words; w++) {
      remembers[w] = (from < 0 ? 0 : labels.memory[from * words + w]!) & memory.bits[to * words + w]!;
    }
    remembers[r >> 5] = remembers[r >> 5]! | (1 << (r & 31));
    for (let w = 0; w < cutWords; w++) {
      const had = from < 0 ? 0 : labels.parity[from * cutWords + w]! & keeps[(at * n + to) * cutWords + w]!;
      const touches = inCut[to * cutWords + w]!;
      let met = had & touches;
      while (met !== 0) {
        cost += penalty[w * 32 + 31 - Math.clz32(met & -met)]!;
        met &= met - 1;
      }
      odd[w] = had ^ touches;
    }
    if (togo !== null && cost + togoAt(togo, to, time) >= options.below) return;
    const band = bandOf(time);
    const base = to * BANDS;
    for (let b = 0; b <= band; b++) {
      if (bandLeast[base + b]! > cost + SLACK) continue;
      for (let l = bandHead[base + b]!; l >= 0; l = labels.next[l]!) if (beatsNew(l, cost, time, filled)) return;
    }
    for (let b = band; b < BANDS; b++) {
      let previous = -1;
      for (let l = bandHead[base + b]!; l >= 0; l = labels.next[l]!) {
        if (!newBeats(l, cost, time, filled)) {
          previous = l;
          continue;
        }
        labels.beaten[l] = 1;
        if (previous < 0) bandHead[base + b] = labels.next[l]!;
        else labels.next[previous] = labels.next[l]!;
      }
    }
    const label = labels.size++;
    labels.reserve(labels.size, words, cutWords);
    labels.node[label] = to;
    labels.before[label] = from;
    labels.time[label] = time;
    labels.cost[label] = cost;
    labels.load[label] = filled;
    labels.beaten[label] = 0;
    for (let w = 0; w < words; w++) labels.memory[label * words + w] = remembers[w]!;
    for (let w = 0; w < cutWords; w++) labels.parity[label * cutWords + w] = odd[w]!;
    labels.next[label] = bandHead[base + band]!;
    bandHead[base + band] = label;
    if (cost < bandLeast[base + band]!) bandLeast[base + band] = cost;
    const slot = Math.max(0, Math.min(QUEUE - 1, Math.floor((time - first) / queueWidth)));
    labels.queued[label] = queue[slot]!;
    queue[slot] = label;
  };

  labels.reserve(1024, words, cutWords);
  for (let to = 0; to < n; to++) extend(-1, to);
  let least = Number.POSITIVE_INFINITY;
  let extended = 0;
  const ends: { cost: number; label: number }[] = [];
  for (let slot = 0; slot < QUEUE; slot++) {
    for (let label = queue[slot]!; label >= 0; label = queue[slot]!) {
      queue[slot] = labels.queued[label]!;
      if (labels.beaten[label] === 1) continue;
      const at = labels.node[label]!;
      let cost = labels.cost[label]! + arc[at * width + n]!;
      const end = labels.time[label]! + arcTicks[at * width + n]!;
      for (const { level, at: costAt } of endSoft) cost += duals.weights[level]! * costAt(end);
      if (end <= net.end) {
        if (cost < least) least = cost;
        if (cost < options.below) ends.push({ cost, label });
      }
      for (let to = 0; to < n; to++) if (to !== at) extend(label, to);
      if (labels.size > options.labels || ((++extended & 255) === 0 && options.stopped())) {
        labels.made += labels.size;
        return null;
      }
    }
  }
  labels.made += labels.size;
  ends.sort((a, b) => a.cost - b.cost || a.label - b.label);
  return { least, rounds: chosen(labels, ends, options.most) };
}

/** The cheapest, at most a few with the same last node. */
function chosen(labels: Labels, ends: readonly { readonly cost: number; readonly label: number }[], most: number): FoundRound[] {
  const perNode = new Map<number, number>();
  const rounds: FoundRound[] = [];
  for (const { cost, label } of ends) {
    if (rounds.length >= most) break;
    const node = labels.node[label]!;
    const had = perNode.get(node) ?? 0;
    if (had >= 4) continue;
    perNode.set(node, had + 1);
    const nodes: number[] = [];
    for (let l = label; l >= 0; l = labels.before[l]!) nodes.push(labels.node[l]!);
    rounds.push({ cost, nodes: nodes.reverse() });
  }
  return rounds;
}

/** Arc costs at these prices, with what the node reached is worth; Infinity where none may go. */
function weighted({ nodeCount: n, arcCost, closed }: Network, row: Int32Array, duals: Pick<Duals, "weights" | "tasks">): Float64Array {
  const width = n + 1;
  const cost = new Float64Array(width * width);
  for (const [level, own] of arcCost.entries()) {
    const weight = duals.weights[level]!;
    if (weight !== 0) for (let a = 0; a < cost.length; a++) cost[a]! += weight * own[a]!;
  }
  for (let from = 0; from <= n; from++) for (let to = 0; to < n; to++) cost[from * width + to]! -= duals.tasks[row[to]!]!;
  if (closed !== null) for (let a = 0; a < cost.length; a++) if (closed[a] === 1) cost[a] = Number.POSITIVE_INFINITY;
  return cost;
}
