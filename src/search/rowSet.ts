import type { Lists } from "../problem/lists.ts";

/** A set of rows in the order they came, emptied in time proportional to what it holds. Nothing here allocates after construction. */
export class RowSet {
  /** The rows, `count` of them. */
  readonly list: Int32Array;
  count = 0;
  private readonly marked: Uint8Array;

  /** For rows 0 … size - 1. */
  constructor(size: number) {
    this.list = new Int32Array(size);
    this.marked = new Uint8Array(size);
  }

  add(row: number): void {
    if (this.marked[row] === 1) return;
    this.marked[row] = 1;
    this.list[this.count++] = row;
  }

  /** All items of the list of row `of`. */
  addAll(lists: Lists, of: number): void {
    for (let k = lists.from[of]!; k < lists.from[of + 1]!; k++) this.add(lists.items[k]!);
  }

  clear(): void {
    for (let k = 0; k < this.count; k++) this.marked[this.list[k]!] = 0;
    this.count = 0;
  }
}
