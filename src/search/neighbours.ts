/** For each task the tasks it is most likely to follow or precede: near, and at times that suit. */
import { OPEN, type Problem } from "../problem/problem.ts";
import { doAll, type Pieces } from "./pieces.ts";
import { TaskGrid } from "./taskGrid.ts";
import { baseTicks } from "./travel.ts";

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

/**
 * Fills the list. Ties: the smaller row. Where trips are computed from places, only tasks in cells near enough are looked at, some hundreds per task;
 * with a matrix all pairs are, O(tasks²) distances and a selection of `width` per task.
 */
export function* listNeighbours(p: Problem, { width: k, list }: Neighbours): Pieces {
  const nearest = new Nearest(p, k);
  const grid = p.travel.ticks.length === 0 && p.taskCount > 0 ? new TaskGrid(p) : null;
  for (let t = 0; t < p.taskCount; t++) {
    nearest.begin(t);
    if (grid === null || p.tasks.place[t]! < 0) for (let u = 0; u < p.taskCount; u++) nearest.look(u);
    else lookAround(nearest, grid, t);
    nearest.write(list, t * k);
    if (nearest.looked < PIECE) continue;
    nearest.looked = 0;
    yield;
  }
}

/** Looks at all tasks that can be among the nearest of `t`, ring by ring. */
function lookAround(nearest: Nearest, grid: TaskGrid, t: number): void {
  const { columns, rows } = grid;
  for (const u of grid.nowhere) nearest.look(u);
  const column = grid.columnOf(t);
  const row = grid.rowOf(t);
  const last = Math.max(column, columns - 1 - column, row, rows - 1 - row);
  for (let ring = 0; ring <= last && !nearest.isBeyond(grid.leastTicks(ring, 0)); ring++) {
    for (let up = -ring; up <= ring; up++) {
      if (row + up < 0 || row + up >= rows) continue;
      const step = Math.abs(up) === ring ? 1 : 2 * ring;
      for (let across = -ring; across <= ring; across += step) {
        if (column + across < 0 || column + across >= columns || nearest.isBeyond(grid.leastTicks(across, up))) continue;
        const cell = (row + up) * columns + column + across;
        for (let i = grid.from[cell]!; i < grid.from[cell + 1]!; i++) nearest.look(grid.items[i]!);
      }
    }
  }
}

/** The nearest of one task among those looked at, in any order. */
class Nearest {
  /** Pairs looked at; who asks may set it back. */
  looked = 0;
  private readonly p: Problem;
  private readonly most: number;
  /** [task] */
  private readonly earliest: Int32Array;
  private readonly latest: Int32Array;
  private readonly far: Float64Array;
  /** The farthest on top. */
  private readonly heap: Int32Array;
  private size = 0;
  private task = 0;

  constructor(p: Problem, most: number) {
    this.p = p;
    this.most = most;
    this.far = new Float64Array(p.taskCount);
    this.heap = new Int32Array(most);
    this.earliest = new Int32Array(p.taskCount).fill(OPEN);
    this.latest = new Int32Array(p.taskCount).fill(-OPEN);
    for (let t = 0; t < p.taskCount; t++) {
      for (let s = p.tasks.slotFrom[t]!; s < p.tasks.slotFrom[t + 1]!; s++) {
        this.earliest[t] = Math.min(this.earliest[t]!, p.slots.startMin[s]!);
        this.latest[t] = Math.max(this.latest[t]!, Math.min(p.slots.startMax[s]!, p.slots.dueStart[s]!));
      }
    }
  }

  begin(task: number): void {
    this.task = task;
    this.size = 0;
  }

  /** Are tasks so many ticks of travel away too far? */
  isBeyond(travel: number): boolean {
    return this.size === this.most && travel > this.far[this.heap[0]!]!;
  }

  look(u: number): void {
    const { p, task: t, far, heap, earliest, latest } = this;
    this.looked++;
    if (u === t) return;
    const { place, durationMin } = p.tasks;
    const travel = baseTicks(p, 0, place[t]!, place[u]!);
    if (this.isBeyond(travel)) return; // times only add to the travel
    const before = gapCost(earliest[t]!, latest[t]!, durationMin[t]! + travel, earliest[u]!, latest[u]!);
    const after = gapCost(earliest[u]!, latest[u]!, durationMin[u]! + travel, earliest[t]!, latest[t]!);
    far[u] = travel + (before < after ? before : after);
    if (this.size < this.most) rise(heap, this.size++, far, u);
    else if (above(far, heap[0]!, u)) sink(heap, this.most, far, u);
  }

  /** Writes what was found to `list` from `at` on, nearest first. */
  write(list: Int32Array, at: number): void {
    const { heap, far } = this;
    for (let size = this.size - 1; size >= 0; size--) {
      list[at + size] = heap[0]!;
      if (size > 0) sink(heap, size, far, heap[size]!);
    }
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
