/** What the rest of a round costs at least, from a node and time on. */

/** Steps of node i: rows from[i] … from[i + 1] - 1, latest first. */
export interface Togo {
  readonly from: Int32Array;
  /** Who starts the node at this time or earlier … */
  readonly time: Float64Array;
  /** … has at least this before him. */
  readonly cost: Float64Array;
}

/** Least cost after the node, for who starts it at `time`; Infinity: nobody gets home. O(log steps). */
export function togoAt({ from, time, cost }: Togo, node: number, at: number): number {
  let low = from[node]!;
  let high = from[node + 1]!;
  const first = low;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (time[middle]! >= at) low = middle + 1;
    else high = middle;
  }
  return low === first ? Number.POSITIVE_INFINITY : cost[low - 1]!;
}
