/** Nodes to be looked at, the earliest first: a binary heap. A node waits at most once. Nothing here allocates after construction. */
import { NONE } from "../problem/problem.ts";

export class TimeQueue {
  private readonly nodes: Int32Array;
  private readonly times: Int32Array;
  private readonly waiting: Uint8Array;
  private count = 0;

  /** For nodes 0 … size - 1. */
  constructor(size: number) {
    this.nodes = new Int32Array(size);
    this.times = new Int32Array(size);
    this.waiting = new Uint8Array(size);
  }

  /** Adds a node at a time; one that waits already keeps its place. O(log nodes). */
  push(node: number, time: number): void {
    if (this.waiting[node] === 1) return;
    this.waiting[node] = 1;
    const { nodes, times } = this;
    let at = this.count++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (times[parent]! <= time) break;
      nodes[at] = nodes[parent]!;
      times[at] = times[parent]!;
      at = parent;
    }
    nodes[at] = node;
    times[at] = time;
  }

  /** Takes the earliest node out; NONE: there is none. O(log nodes). */
  pop(): number {
    if (this.count === 0) return NONE;
    const { nodes, times } = this;
    const first = nodes[0]!;
    this.waiting[first] = 0;
    const last = --this.count;
    const node = nodes[last]!;
    const time = times[last]!;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= last) break;
      if (child + 1 < last && times[child + 1]! < times[child]!) child++;
      if (times[child]! >= time) break;
      nodes[at] = nodes[child]!;
      times[at] = times[child]!;
      at = child;
    }
    nodes[at] = node;
    times[at] = time;
    return first;
  }
}
