/** Cuts over three tasks: at most one of the rounds that serve two of them can be run, each task being served once. */
import type { Column } from "./column.ts";

export interface Cut {
  /** Task rows. */
  readonly rows: readonly [number, number, number];
}

/** How often a round with these visits counts in the cut: half of its visits, rounded down. */
export function countIn({ rows }: Cut, column: Pick<Column, "tasks">): number {
  let visits = 0;
  for (const t of column.tasks) if (t === rows[0] || t === rows[1] || t === rows[2]) visits++;
  return visits >> 1;
}

/** The cuts that these fractions of rounds break most. O(rows³ x columns). */
export function brokenCuts(
  rowCount: number,
  columns: readonly Column[],
  share: readonly number[],
  known: readonly Cut[],
  most: number,
): Cut[] {
  const visits = columns.map(({ tasks }) => {
    const count = new Uint8Array(rowCount);
    for (const t of tasks) count[t]!++;
    return count;
  });
  const have = new Set(known.map(({ rows }) => rows.join()));
  const broken: { readonly by: number; readonly cut: Cut }[] = [];
  for (let a = 0; a < rowCount; a++) {
    for (let b = a + 1; b < rowCount; b++) {
      for (let c = b + 1; c < rowCount; c++) {
        let sum = 0;
        for (let r = 0; r < columns.length; r++) {
          const v = visits[r]!;
          sum += share[r]! * ((v[a]! + v[b]! + v[c]!) >> 1);
        }
        if (sum > 1.01 && !have.has(`${a},${b},${c}`)) broken.push({ by: sum - 1, cut: { rows: [a, b, c] } });
      }
    }
  }
  broken.sort((x, y) => y.by - x.by || x.cut.rows[0] - y.cut.rows[0] || x.cut.rows[1] - y.cut.rows[1] || x.cut.rows[2] - y.cut.rows[2]);
  const used = new Uint8Array(rowCount);
  const chosen: Cut[] = [];
  for (const { cut } of broken) {
    if (chosen.length >= most) break;
    if (cut.rows.some((r) => used[r]! >= 4)) continue;
    for (const r of cut.rows) used[r]!++;
    chosen.push(cut);
  }
  return chosen;
}
