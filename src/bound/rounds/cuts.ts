/**
 * Cuts over three or five tasks: of the rounds that serve two of them, one or two at most can be run, each task being served once. A round
 * that serves two counts only where it keeps the first in mind up to the second, which spares labels.
 * Source: Jepsen, Petersen, Spoorendonk, Pisinger (2008), doi:10.1287/opre.1070.0449 (subset-row cuts);
 * Pecin, Pessoa, Poggi, Uchoa (2017), doi:10.1007/s12532-016-0108-8 (limited memory).
 */
import type { Column } from "./column.ts";

export interface Cut {
  /** Task rows, an odd number of them. */
  readonly rows: readonly number[];
  /** [from row * rowCount + to row] 1: who goes from one to the other keeps in mind what was served; null: everybody does. */
  readonly keeps: Uint8Array | null;
}

/** Rounds that a cut lets run at most. */
export const mostOfCut = ({ rows }: Cut): number => rows.length >> 1;

/** How often a round with these visits counts in the cut: half of its visits, those forgotten left out, rounded down. */
export function countIn({ rows, keeps }: Cut, { tasks }: Pick<Column, "tasks">): number {
  const rowCount = keeps === null ? 0 : Math.sqrt(keeps.length);
  let count = 0;
  let isOdd = false;
  tasks.forEach((task, i) => {
    if (isOdd && keeps !== null && keeps[tasks[i - 1]! * rowCount + task] === 0) isOdd = false;
    if (!rows.includes(task)) return;
    if (isOdd) count++;
    isOdd = !isOdd;
  });
  return count;
}

/** Cuts that labels are made with: those with a price. */
export interface CutTable {
  /** Words of bits for each node or arc; bit k is of active cut k. */
  readonly words: number;
  /** [active cut] */
  readonly penalty: Float64Array;
  /** [node][word] */
  readonly touches: Int32Array;
  /** [from * nodes + to][word] */
  readonly keeps: Int32Array;
}

export const NO_CUTS: CutTable = { words: 0, penalty: new Float64Array(0), touches: new Int32Array(0), keeps: new Int32Array(0) };

/** O(nodes² x cuts). */
export function tableOf(cuts: readonly Cut[], prices: Float64Array, row: Int32Array, rowCount: number): CutTable {
  const active = cuts.flatMap((cut, q) => (prices[q]! > 0 ? [{ ...cut, price: prices[q]! }] : []));
  const n = row.length;
  const words = (active.length + 31) >> 5;
  const touches = new Int32Array(n * words);
  const keeps = new Int32Array(n * n * words);
  active.forEach(({ rows, keeps: kept }, k) => {
    const [word, bit] = [k >> 5, 1 << (k & 31)];
    for (let i = 0; i < n; i++) {
      if (rows.includes(row[i]!)) touches[i * words + word]! |= bit;
      for (let j = 0; j < n; j++) if (kept === null || kept[row[i]! * rowCount + row[j]!] === 1) keeps[(i * n + j) * words + word]! |= bit;
    }
  });
  return { words, penalty: Float64Array.from(active, ({ price }) => price), touches, keeps };
}

/** The same for rounds run from their end. */
export function turned(table: CutTable, n: number): CutTable {
  const { words } = table;
  const keeps = new Int32Array(table.keeps.length);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) for (let w = 0; w < words; w++) keeps[(j * n + i) * words + w] = table.keeps[(i * n + j) * words + w]!;
  }
  return { ...table, keeps };
}
