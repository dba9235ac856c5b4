/**
 * Times as whole potentials x of nodes, tied by differences: what exact timing minimises. Node 0 is the zero of the clock.
 * An arc costs weight * max(0, x[head] - x[tail] - at), which with an infinite weight is the bound x[head] - x[tail] <= at; beside
 * that each node has a price per tick. Sums of arcs and prices are exactly the convex piecewise linear functions of
 * differences with whole corners, and their minimum is the dual of a minimum cost flow in which `at` is the cost and
 * `weight` the capacity of an arc: so it lies on whole ticks. Nothing here allocates once it has grown to the largest use.
 */
export class Network {
  nodeCount = 0;
  arcCount = 0;
  readonly levelCount: number;
  /** [node] present potential; bounds must hold on it before it is minimised. */
  x = new Float64Array(64);
  /** [arc] */
  tail = new Int32Array(256);
  head = new Int32Array(256);
  at = new Float64Array(256);
  /** Cost per tick beyond `at`, infinite for a bound; of which level. */
  weight = new Float64Array(256);
  level = new Int32Array(256);
  /** [level][node] price per tick. */
  readonly price: Float64Array[];

  constructor(levelCount: number) {
    this.levelCount = levelCount;
    this.price = Array.from({ length: levelCount }, () => new Float64Array(64));
    this.clear();
  }

  /** Back to node 0 alone. */
  clear(): void {
    this.nodeCount = 0;
    this.arcCount = 0;
    this.node(0);
  }

  /** A new node at tick `x`. */
  node(x: number): number {
    const node = this.nodeCount++;
    if (node === this.x.length) this.growNodes();
    this.x[node] = x;
    for (let level = 0; level < this.levelCount; level++) this.price[level]![node] = 0;
    return node;
  }

  /** The rule x[head] - x[tail] <= at. */
  bound(tail: number, head: number, at: number): void {
    this.arc(0, tail, head, at, Number.POSITIVE_INFINITY);
  }

  /** Costs weight * max(0, x[head] - x[tail] - at). Where `at` is not whole: the same on whole ticks. `weight` >= 0. */
  hinge(level: number, tail: number, head: number, at: number, weight: number): void {
    if (weight <= 0 || tail === head) return;
    const whole = Math.floor(at);
    const part = at - whole;
    this.arc(level, tail, head, whole, weight * (1 - part));
    if (part > 0) this.arc(level, tail, head, whole + 1, weight * part);
  }

  /** Costs slope * (x[head] - x[tail]). */
  line(level: number, tail: number, head: number, slope: number): void {
    const price = this.price[level]!;
    price[head]! += slope;
    price[tail]! -= slope;
  }

  /** Cost of a level at the present potentials, up to a constant. */
  cost(level: number): number {
    let sum = 0;
    const price = this.price[level]!;
    for (let v = 0; v < this.nodeCount; v++) sum += price[v]! * this.x[v]!;
    for (let a = 0; a < this.arcCount; a++) {
      if (this.level[a] !== level || this.weight[a] === Number.POSITIVE_INFINITY) continue;
      const beyond = this.x[this.head[a]!]! - this.x[this.tail[a]!]! - this.at[a]!;
      if (beyond > 0) sum += this.weight[a]! * beyond;
    }
    return sum;
  }

  /** Do all bounds hold? */
  isFeasible(): boolean {
    for (let a = 0; a < this.arcCount; a++) {
      if (this.weight[a] === Number.POSITIVE_INFINITY && this.x[this.head[a]!]! - this.x[this.tail[a]!]! > this.at[a]!) return false;
    }
    return true;
  }

  /** Moves potentials until all bounds hold. False: they contradict each other. O(nodes * arcs) at worst (Bellman and Ford). */
  makeFeasible(): boolean {
    for (let pass = 0; pass <= this.nodeCount; pass++) {
      let moved = false;
      for (let a = 0; a < this.arcCount; a++) {
        const most = this.x[this.tail[a]!]! + this.at[a]!;
        if (this.weight[a] !== Number.POSITIVE_INFINITY || this.x[this.head[a]!]! <= most) continue;
        this.x[this.head[a]!] = most;
        moved = true;
      }
      if (!moved) {
        this.settleZero();
        return true;
      }
    }
    return false;
  }

  /** Shifts all potentials so that node 0 is at 0. */
  settleZero(): void {
    const zero = this.x[0]!;
    if (zero !== 0) for (let v = 0; v < this.nodeCount; v++) this.x[v]! -= zero;
  }

  private arc(level: number, tail: number, head: number, at: number, weight: number): void {
    const a = this.arcCount++;
    if (a === this.tail.length) this.growArcs();
    this.level[a] = level;
    this.tail[a] = tail;
    this.head[a] = head;
    this.at[a] = at;
    this.weight[a] = weight;
  }

  private growNodes(): void {
    const size = 2 * this.x.length;
    this.x = grown(this.x, new Float64Array(size));
    for (const [level, price] of this.price.entries()) this.price[level] = grown(price, new Float64Array(size));
  }

  private growArcs(): void {
    const size = 2 * this.tail.length;
    this.tail = grown(this.tail, new Int32Array(size));
    this.head = grown(this.head, new Int32Array(size));
    this.at = grown(this.at, new Float64Array(size));
    this.weight = grown(this.weight, new Float64Array(size));
    this.level = grown(this.level, new Int32Array(size));
  }
}

function grown<A extends Int32Array | Float64Array>(old: A, larger: A): A {
  larger.set(old);
  return larger;
}
