/**
 * The assignment problem: each row to a column of its own, for the least sum. Shortest augmenting paths with potentials
 * (Kuhn 1955; Jonker and Volgenant 1987, doi:10.1007/BF02278710).
 */

/** Never part of an answer unless there is no other. */
export const FORBIDDEN = 1e15;

/** `cost[row * size + column]`. Returns the column of each row. O(size³). */
export function assign(cost: Float64Array, size: number): Int32Array {
  const rowPrice = new Float64Array(size + 1);
  const columnPrice = new Float64Array(size + 1);
  /** [column + 1] row + 1 that has it, 0: none; column 0 is where each path starts. */
  const rowOf = new Int32Array(size + 1);
  const before = new Int32Array(size + 1);
  const least = new Float64Array(size + 1);
  const reached = new Uint8Array(size + 1);
  for (let row = 1; row <= size; row++) {
    rowOf[0] = row;
    least.fill(Number.POSITIVE_INFINITY);
    reached.fill(0);
    let column = 0;
    do {
      reached[column] = 1;
      const from = rowOf[column]!;
      let step = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let c = 1; c <= size; c++) {
        if (reached[c] === 1) continue;
        const reduced = cost[(from - 1) * size + c - 1]! - rowPrice[from]! - columnPrice[c]!;
        if (reduced < least[c]!) {
          least[c] = reduced;
          before[c] = column;
        }
        if (least[c]! < step) {
          step = least[c]!;
          next = c;
        }
      }
      for (let c = 0; c <= size; c++) {
        if (reached[c] === 1) {
          rowPrice[rowOf[c]!]! += step;
          columnPrice[c]! -= step;
        } else least[c]! -= step;
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      rowOf[column] = rowOf[before[column]!]!;
      column = before[column]!;
    }
  }
  const columnOf = new Int32Array(size);
  for (let c = 1; c <= size; c++) columnOf[rowOf[c]! - 1] = c - 1;
  return columnOf;
}
