/** Tasks by where they are: square cells, looked at ring by ring from a place outwards. */
import type { Problem } from "../problem/problem.ts";

/** Tasks per cell, on average. */
const PER_CELL = 4;
/** Bounds on distances are taken a little lower than computed, for the sake of rounding. */
const SURELY = 1 - 1e-9;

/** Only where trips are computed from places; the first mode says how far apart they are. */
export class TaskGrid {
  /** Tasks of cell c: items[from[c]] … items[from[c + 1] - 1]. */
  readonly from: Int32Array;
  readonly items: Int32Array;
  /** Tasks that are at no place of their own. */
  readonly nowhere: Int32Array;
  readonly columns: number;
  readonly rows: number;
  private readonly side: number;
  private readonly left: number;
  private readonly low: number;
  private readonly p: Problem;

  constructor(p: Problem) {
    this.p = p;
    const { place } = p.tasks;
    const { x, y } = p.travel;
    const all = Int32Array.from({ length: p.taskCount }, (_, t) => t);
    const placed = all.filter((t) => place[t]! >= 0);
    this.nowhere = all.filter((t) => place[t]! < 0);
    let [left, right, low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const t of placed) {
      left = Math.min(left, x[place[t]!]!);
      right = Math.max(right, x[place[t]!]!);
      low = Math.min(low, y[place[t]!]!);
      high = Math.max(high, y[place[t]!]!);
    }
    const cells = Math.max(1, placed.length / PER_CELL);
    const [width, height] = placed.length === 0 ? [0, 0] : [right - left, high - low];
    this.side = Math.max(Math.sqrt((width * height) / cells), Math.max(width, height) / cells) || 1;
    this.left = left;
    this.low = low;
    this.columns = Math.floor(width / this.side) + 1;
    this.rows = Math.floor(height / this.side) + 1;
    this.from = new Int32Array(this.columns * this.rows + 1);
    for (const t of placed) this.from[this.cellOf(t) + 1]!++;
    for (let c = 0; c < this.columns * this.rows; c++) this.from[c + 1]! += this.from[c]!;
    const next = this.from.slice();
    this.items = new Int32Array(placed.length);
    for (const t of placed) this.items[next[this.cellOf(t)]!++] = t;
  }

  columnOf(task: number): number {
    return Math.floor((this.p.travel.x[this.p.tasks.place[task]!]! - this.left) / this.side);
  }

  rowOf(task: number): number {
    return Math.floor((this.p.travel.y[this.p.tasks.place[task]!]! - this.low) / this.side);
  }

  /** Ticks of a trip, at least, to a cell that lies `across` columns and `up` rows away. */
  leastTicks(across: number, up: number): number {
    const dx = Math.max(0, Math.abs(across) - 1);
    const dy = Math.max(0, Math.abs(up) - 1);
    return Math.floor(Math.sqrt(dx * dx + dy * dy) * this.side * this.p.travel.ticksPerUnit[0]! * SURELY);
  }

  private cellOf(task: number): number {
    return this.rowOf(task) * this.columns + this.columnOf(task);
  }
}
