/** For each task the tasks it is most likely to follow or precede: near, and at times that suit. */
import { OPEN, type Problem } from "../problem/problem.ts";
import { doAll, type Pieces } from "./pieces.ts";

export interface Neighbours {
  readonly width: number;
  /** [task * width + k], nearest first; padded with -1. */
  readonly list: Int32Array;
}

/** Price of a tick of waiting beside a tick of travel. */
const WAITING_SHARE = 0.2;

/** Pairs of tasks looked at in a piece. */
const PIECE = 10_000;

/** Up to `width` for each task, listed at once. */
export function neighboursOf(p: Problem, width: number): Neighbours {
  const neighbours = noNeighbours(p, width);
  doAll(listNeighbours(p, neighbours));
  return neighbours;
}

/** Room for up to `width` for each task. */
export function noNeighbours(p: Problem, width: number): Neighbours {
  const k = Math.max(1, Math.min(width, p.taskCount - 1));
  return { width: k, list: new Int32Array(p.taskCount * k).fill(-1) };
}

/** Fills the list. O(tasks²) distances and a selection of `width` per task. Ties: the smaller row. */
export function* listNeighbours(p: Problem, { width: k, list }: Neighbours): Pieces {
  const n = p.taskCount;
  const far = new Float64Array(n);
  const earliest = new Int32Array(n).fill(OPEN);
  const latest = new Int32Array(n).fill(-OPEN);
  for (let t = 0; t < n; t++) {
    for (let s = p.tasks.slotFrom[t]!; s < p.tasks.slotFrom[t + 1]!; s++) {
      earliest[t] = Math.min(earliest[t]!, p.slots.startMin[s]!);
      latest[t] = Math.max(latest[t]!, Math.min(p.slots.startMax[s]!, p.slots.dueStart[s]!));
    }
  }
  const { ticks, placeCount } = p.travel;
  const { place, durationMin } = p.tasks;
  const heap = new Int32Array(k);
  for (let t = 0, looked = 0; t < n; t++, looked += n) {
    if (looked >= PIECE) {
      looked = 0;
      yield;
    }
    let size = 0;
    for (let u = 0; u < n; u++) {
      if (u === t) continue;
      const a = place[t]!;
      const b = place[u]!;
      const travel = a < 0 || b < 0 ? 0 : ticks[a * placeCount + b]!;
      // Rows only rise, so on a tie the one in the heap stays; times only add to the travel.
      if (size === k && travel >= far[heap[0]!]!) continue;
      const before = gapCost(earliest[t]!, latest[t]!, durationMin[t]! + travel, earliest[u]!, latest[u]!);
      const after = gapCost(earliest[u]!, latest[u]!, durationMin[u]! + travel, earliest[t]!, latest[t]!);
      const remoteness = travel + (before < after ? before : after);
      if (size === k && remoteness >= far[heap[0]!]!) continue;
      far[u] = remoteness;
      if (size < k) rise(heap, size++, far, u);
      else sink(heap, k, far, u);
    }
    const nearest = Array.from(heap.subarray(0, size)).sort((a, b) => far[a]! - far[b]! || a - b);
    list.set(nearest, t * k);
  }
}

/** The wait that cannot be avoided between two tasks, or by how much the second is too late; `between`: from start to start at least. */
function gapCost(earliest: number, latest: number, between: number, nextEarliest: number, nextLatest: number): number {
  const late = earliest + between - nextLatest;
  if (late > 0) return late;
  const wait = nextEarliest - (latest + between);
  return wait > 0 ? wait * WAITING_SHARE : 0;
}

/** Is `a` farther than `b`? Ties: the larger row. */
const above = (far: Float64Array, a: number, b: number): boolean => far[a]! > far[b]! || (far[a] === far[b] && a > b);

/** Adds `item` to a max-heap of `size`. */
function rise(heap: Int32Array, size: number, far: Float64Array, item: number): void {
  let i = size;
  while (i > 0 && above(far, item, heap[(i - 1) >> 1]!)) {
    heap[i] = heap[(i - 1) >> 1]!;
    i = (i - 1) >> 1;
  }
  heap[i] = item;
}

/** Puts `item` in the place of the farthest of a max-heap of `size`. */
function sink(heap: Int32Array, size: number, far: Float64Array, item: number): void {
  let i = 0;
  for (;;) {
    let child = 2 * i + 1;
    if (child >= size) break;
    if (child + 1 < size && above(far, heap[child + 1]!, heap[child]!)) child++;
    if (!above(far, heap[child]!, item)) break;
    heap[i] = heap[child]!;
    i = child;
  }
  heap[i] = item;
}
