/**
 * The least cost of a network, level after level, by the primal-dual method for minimum cost flow (Ford and Fulkerson 1962;
 * with shortest paths as in Ahuja, Magnanti, Orlin 1993, section 9.8). Potentials are the network's times and start from
 * the present ones: every step of the potentials lowers the cost, so a good start needs few, and one that is cut short by
 * the limit on work is still legal and no worse than the start.
 *
 * Levels compare lexicographically without any ratio between them: the flow that proves the minimum of a level says
 * which differences every minimum of it has. An arc with flow must be tight or beyond, one with room for more must be tight
 * or short (complementary slackness). So the set of minima is again a set of bounds on differences, and the next
 * level is minimised within them.
 *
 * Flows are whole numbers: weights are counted in a unit that divides them all where there is a simple one, else in 2^-20.
 */
import { Heap } from "./heap.ts";
import type { Network } from "./network.ts";

/** Bits of `holds`: an arc of an earlier level (or a bound) keeps x[head] - x[tail] at most, or at least, at `at`. */
const AT_MOST = 1;
const AT_LEAST = 2;

/** Units tried, as parts of 1: whole weights, per minute in seconds, in thousandths, and what small numbers divide. */
const UNITS = [1, 60, 1000, 151_200] as const;
const FINEST = 2 ** 20;

const isWhole = (x: number): boolean => Math.abs(x - Math.round(x)) < 1e-9 * Math.max(1, Math.abs(x));

export class Minimiser {
  /** Steps of potentials and looks at arcs since construction: the work, counted. */
  steps = 0;
  looks = 0;
  private readonly net: Network;
  private level = 0;
  private unit = 1;
  /** [arc] */
  private holds = new Uint8Array(0);
  private flow = new Float64Array(0);
  private low = new Float64Array(0);
  private high = new Float64Array(0);
  /** Arc ends at node v: links[linkFrom[v]] to links[linkFrom[v + 1] - 1]; 2 * arc at its tail, 2 * arc + 1 at its head. */
  private links = new Int32Array(0);
  private linkFrom = new Int32Array(0);
  /** [node] what flows in less what flows out, price included: it must come to 0. */
  private excess = new Float64Array(0);
  private distance = new Float64Array(0);
  private nextLink = new Int32Array(0);
  private path = new Int32Array(0);
  private onPath = new Uint8Array(0);
  private readonly heap = new Heap();
  private readonly reached: number[] = [];

  constructor(network: Network) {
    this.net = network;
  }

  /**
   * Moves the potentials, on which all bounds must hold, to a lexicographic minimum. `mostLooks` limits the work. False: it was
   * reached; the potentials are legal and no worse than before, but not proved to be best.
   */
  minimise(mostLooks: number): boolean {
    const { net } = this;
    this.fit();
    for (let a = 0; a < net.arcCount; a++) this.holds[a] = net.weight[a] === Number.POSITIVE_INFINITY ? AT_MOST : 0;
    const until = this.looks + mostLooks;
    for (let level = 0; level < net.levelCount; level++) {
      if (!this.prepare(level)) continue;
      if (!this.balance(until)) {
        net.settleZero();
        return false;
      }
      this.holdMinima();
    }
    net.settleZero();
    return true;
  }

  /** Room for the network's nodes and arcs, and its lists of arcs by node. */
  private fit(): void {
    const { nodeCount: n, arcCount: m, tail, head } = this.net;
    if (this.flow.length < m) {
      const size = this.net.tail.length;
      this.holds = new Uint8Array(size);
      this.flow = new Float64Array(size);
      this.low = new Float64Array(size);
      this.high = new Float64Array(size);
      this.links = new Int32Array(2 * size);
    }
    if (this.excess.length < n) {
      const size = this.net.x.length;
      this.excess = new Float64Array(size);
      this.distance = new Float64Array(size);
      this.nextLink = new Int32Array(size);
      this.path = new Int32Array(size);
      this.onPath = new Uint8Array(size);
      this.linkFrom = new Int32Array(size + 1);
    }
    this.linkFrom.fill(0, 0, n + 1);
    for (let a = 0; a < m; a++) {
      this.linkFrom[tail[a]! + 1]!++;
      this.linkFrom[head[a]! + 1]!++;
    }
    for (let v = 0; v < n; v++) this.linkFrom[v + 1]! += this.linkFrom[v]!;
    for (let v = 0; v < n; v++) this.nextLink[v] = this.linkFrom[v]!;
    for (let a = 0; a < m; a++) {
      this.links[this.nextLink[tail[a]!]!++] = 2 * a;
      this.links[this.nextLink[head[a]!]!++] = 2 * a + 1;
    }
  }

  /** Starts a level: no flow but on arcs whose cost is already rising. False: nothing costs anything on this level. */
  private prepare(level: number): boolean {
    const { net, excess } = this;
    this.level = level;
    this.unit = this.unitOf(level);
    if (this.unit === 0) return false;
    const price = net.price[level]!;
    let rest = 0;
    for (let v = 1; v < net.nodeCount; v++) {
      excess[v] = Math.round(price[v]! * this.unit);
      rest -= excess[v]!;
    }
    excess[0] = rest;
    for (let a = 0; a < net.arcCount; a++) {
      const holds = this.holds[a]!;
      this.flow[a] = 0;
      this.low[a] = (holds & AT_LEAST) !== 0 ? Number.NEGATIVE_INFINITY : 0;
      this.high[a] = (holds & AT_MOST) !== 0 ? Number.POSITIVE_INFINITY : 0;
      if (holds !== 0 || net.level[a] !== level) continue;
      this.high[a] = Math.round(net.weight[a]! * this.unit);
      if (this.slack(a) < 0) this.push(a, this.high[a]!);
    }
    return true;
  }

  /** The unit's inverse in which all weights of the level are whole; 0: there are none. */
  private unitOf(level: number): number {
    const { net } = this;
    const price = net.price[level]!;
    let any = false;
    let whole = 0;
    for (const unit of UNITS) {
      let fits = true;
      for (let v = 1; v < net.nodeCount && fits; v++) {
        if (price[v] === 0) continue;
        any = true;
        fits = isWhole(price[v]! * unit);
      }
      for (let a = 0; a < net.arcCount && fits; a++) {
        if (net.level[a] !== level || net.weight[a] === Number.POSITIVE_INFINITY) continue;
        any = true;
        fits = isWhole(net.weight[a]! * unit);
      }
      if (fits) {
        whole = unit;
        break;
      }
    }
    return !any ? 0 : whole > 0 ? whole : FINEST;
  }

  private slack(a: number): number {
    const { x, tail, head, at } = this.net;
    return at[a]! + x[tail[a]!]! - x[head[a]!]!;
  }

  private push(a: number, amount: number): void {
    this.flow[a]! += amount;
    this.excess[this.net.tail[a]!]! -= amount;
    this.excess[this.net.head[a]!]! += amount;
  }

  /** Routes all excess. False: the work limit was reached. */
  private balance(until: number): boolean {
    for (;;) {
      if (!this.step()) return true;
      this.augment();
      if (this.looks > until) return false;
    }
  }

  /** Finds what excess can reach at least change of potentials, and changes them. False: there is no excess. */
  private step(): boolean {
    const { net, heap, distance, excess, reached } = this;
    const { nodeCount: n } = net;
    distance.fill(Number.POSITIVE_INFINITY, 0, n);
    heap.clear();
    for (let v = 0; v < n; v++) {
      if (excess[v]! <= 0) continue;
      distance[v] = 0;
      heap.add(v, 0);
    }
    if (heap.size === 0) return false;
    this.steps++;
    reached.length = 0;
    let far = Number.POSITIVE_INFINITY;
    while (heap.size > 0) {
      const from = heap.topKey();
      const v = heap.pop();
      if (from > distance[v]!) continue;
      if (excess[v]! < 0) {
        far = from;
        break;
      }
      reached.push(v);
      this.relax(v, from);
    }
    if (far === Number.POSITIVE_INFINITY) throw new Error("A network's cost must have a lower bound.");
    if (far > 0) for (const v of reached) if (distance[v]! < far) net.x[v]! += distance[v]! - far;
    return true;
  }

  private relax(v: number, from: number): void {
    const { net, distance, flow, links, heap } = this;
    const to = this.linkFrom[v + 1]!;
    this.looks += to - this.linkFrom[v]!;
    for (let k = this.linkFrom[v]!; k < to; k++) {
      const link = links[k]!;
      const a = link >> 1;
      const backward = (link & 1) === 1;
      if (backward ? flow[a]! <= this.low[a]! : flow[a]! >= this.high[a]!) continue;
      const u = backward ? net.tail[a]! : net.head[a]!;
      const length = backward ? from - this.slack(a) : from + this.slack(a);
      if (length >= distance[u]!) continue;
      distance[u] = length;
      heap.add(u, length);
    }
  }

  /** Sends excess along tight arcs as far as one search from each node that has some reaches. */
  private augment(): void {
    const { net, excess } = this;
    for (let v = 0; v < net.nodeCount; v++) this.nextLink[v] = this.linkFrom[v]!;
    for (let v = 0; v < net.nodeCount; v++) while (excess[v]! > 0 && this.sendFrom(v));
  }

  /** One path from `source`, by depth; `nextLink` remembers where nothing was found. */
  private sendFrom(source: number): boolean {
    const { net, excess, path, links, nextLink, flow } = this;
    let length = 0;
    let v = source;
    this.onPath[v] = 1;
    for (;;) {
      if (excess[v]! < 0) break;
      let advanced = false;
      for (; nextLink[v]! < this.linkFrom[v + 1]!; nextLink[v]!++) {
        this.looks++;
        const link = links[nextLink[v]!]!;
        const a = link >> 1;
        const backward = (link & 1) === 1;
        if (backward ? flow[a]! <= this.low[a]! : flow[a]! >= this.high[a]!) continue;
        const u = backward ? net.tail[a]! : net.head[a]!;
        if (this.onPath[u] === 1 || this.slack(a) !== 0) continue;
        path[length++] = link;
        this.onPath[u] = 1;
        v = u;
        advanced = true;
        break;
      }
      if (advanced) continue;
      this.onPath[v] = 0;
      if (length === 0) return false;
      v = this.startOf(path[--length]!);
      nextLink[v]!++;
    }
    let amount = Math.min(excess[source]!, -excess[v]!);
    for (let k = 0; k < length; k++) amount = Math.min(amount, this.roomOf(path[k]!));
    this.onPath[v] = 0;
    for (let k = 0; k < length; k++) {
      const link = path[k]!;
      this.onPath[this.startOf(link)] = 0;
      this.push(link >> 1, (link & 1) === 1 ? -amount : amount);
    }
    return true;
  }

  private startOf(link: number): number {
    return (link & 1) === 1 ? this.net.head[link >> 1]! : this.net.tail[link >> 1]!;
  }

  private roomOf(link: number): number {
    const a = link >> 1;
    return (link & 1) === 1 ? this.flow[a]! - this.low[a]! : this.high[a]! - this.flow[a]!;
  }

  /** Makes bounds of what all minima of the level have in common. */
  private holdMinima(): void {
    const { net, holds, flow } = this;
    for (let a = 0; a < net.arcCount; a++) {
      if (holds[a] !== 0) {
        if (flow[a] !== 0) holds[a] = AT_MOST | AT_LEAST;
      } else if (net.level[a] === this.level) {
        holds[a] = (flow[a]! < this.high[a]! ? AT_MOST : 0) | (flow[a]! > 0 ? AT_LEAST : 0);
      }
    }
  }
}
