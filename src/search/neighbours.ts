/** For each task the tasks it is most likely to follow or precede: near, and at times that suit. */
import { OPEN, type Problem } from "../problem/problem.ts";

export interface Neighbours {
  readonly width: number;
  /** [task * width + k], nearest first; padded with -1. */
  readonly list: Int32Array;
}

/** Price of a tick of waiting beside a tick of travel. */
const WAITING_SHARE = 0.2;

/** O(tasks² ) distances and a selection of `width` per task. Ties: the smaller row. */
export function neighboursOf(p: Problem, width: number): Neighbours {
  const n = p.taskCount;
  const k = Math.max(1, Math.min(width, n - 1));
  const list = new Int32Array(n * k).fill(-1);
  const far = new Float64Array(n);
  const earliest = new Int32Array(n).fill(OPEN);
  const latest = new Int32Array(n).fill(-OPEN);
  for (let t = 0; t < n; t++) {
    for (let s = p.tasks.slotFrom[t]!; s < p.tasks.slotFrom[t + 1]!; s++) {
      earliest[t] = Math.min(earliest[t]!, p.slots.startMin[s]!);
      latest[t] = Math.max(latest[t]!, p.slots.startMax[s]!, p.slots.dueStart[s]! === OPEN ? -OPEN : p.slots.dueStart[s]!);
      if (p.slots.dueStart[s]! < OPEN) latest[t] = Math.min(latest[t]!, p.slots.dueStart[s]!);
    }
  }
  const heap = new Int32Array(k);
  for (let t = 0; t < n; t++) {
    let size = 0;
    for (let u = 0; u < n; u++) {
      if (u === t) continue;
      far[u] = remoteness(p, earliest, latest, t, u);
      size = offer(heap, size, k, far, u);
    }
    const nearest = Array.from(heap.subarray(0, size)).sort((a, b) => far[a]! - far[b]! || a - b);
    list.set(nearest, t * k);
  }
  return { width: k, list };
}

/** Travel either way, the wait that cannot be avoided, and far apart where one can never follow the other. */
function remoteness(p: Problem, earliest: Int32Array, latest: Int32Array, t: number, u: number): number {
  const a = p.tasks.place[t]!;
  const b = p.tasks.place[u]!;
  const travel = a < 0 || b < 0 ? 0 : p.travel.ticks[a * p.travel.placeCount + b]!;
  const before = gapCost(p, earliest, latest, t, u, travel);
  const after = gapCost(p, earliest, latest, u, t, travel);
  return travel + Math.min(before, after);
}

function gapCost(p: Problem, earliest: Int32Array, latest: Int32Array, first: number, second: number, travel: number): number {
  const ready = earliest[first]! + p.tasks.durationMin[first]! + travel;
  const late = ready - latest[second]!;
  if (late > 0) return late;
  const wait = earliest[second]! - (latest[first]! + p.tasks.durationMin[first]! + travel);
  return wait > 0 ? wait * WAITING_SHARE : 0;
}

/** Keeps the `k` smallest in a max-heap; returns its size. */
function offer(heap: Int32Array, size: number, k: number, key: Float64Array, item: number): number {
  const above = (a: number, b: number): boolean => key[a]! > key[b]! || (key[a] === key[b] && a > b);
  if (size < k) {
    let i = size;
    heap[i] = item;
    while (i > 0 && above(heap[i]!, heap[(i - 1) >> 1]!)) {
      const up = (i - 1) >> 1;
      [heap[i], heap[up]] = [heap[up]!, heap[i]!];
      i = up;
    }
    return size + 1;
  }
  if (!above(heap[0]!, item)) return size;
  heap[0] = item;
  let i = 0;
  for (;;) {
    let top = i;
    for (const child of [2 * i + 1, 2 * i + 2]) if (child < size && above(heap[child]!, heap[top]!)) top = child;
    if (top === i) return size;
    [heap[i], heap[top]] = [heap[top]!, heap[i]!];
    i = top;
  }
}
