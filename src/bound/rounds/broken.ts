/** Which cuts a solution breaks. */
import type { Column } from "./column.ts";
import type { Cut } from "./cuts.ts";

/** A cut is broken if it is by more. */
const LEAST = 0.01;
/** New cuts that one task may be in. */
const CUTS_PER_ROW = 4;
/** Threes that are tried as parts of fives. */
const SEEDS = 3000;

interface Broken {
  readonly by: number;
  readonly rows: readonly number[];
}

/**
 * The cuts that these fractions of rounds break most; where no three tasks are left, of five.
 * O(rows³ x columns), and for fives O(threes x (rows² + columns x visits²)) with up to {@link SEEDS} threes.
 */
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
  const threes = triples(rowCount, visits, share);
  let broken = threes.filter(({ by }) => by > LEAST);
  if (broken.length === 0) broken = fives(rowCount, visits, share, threes);
  broken.sort((x, y) => y.by - x.by || byRows(x.rows, y.rows));
  const keptBefore = new Map(known.map(({ rows, keeps }) => [rows.join(), keeps] as const));
  const used = new Uint8Array(rowCount);
  const chosen: Cut[] = [];
  for (const { rows } of broken) {
    if (chosen.length >= most) break;
    if (rows.some((r) => used[r]! >= CUTS_PER_ROW)) continue;
    for (const r of rows) used[r]!++;
    chosen.push({ rows, keeps: remembered(rows, columns, rowCount, keptBefore.get(rows.join())) });
  }
  return chosen;
}

/** Every three tasks of which rounds serve two at all. */
function triples(rowCount: number, visits: readonly Uint8Array[], share: readonly number[]): Broken[] {
  const found: Broken[] = [];
  for (let a = 0; a < rowCount; a++) {
    for (let b = a + 1; b < rowCount; b++) {
      for (let c = b + 1; c < rowCount; c++) {
        let sum = 0;
        for (let r = 0; r < visits.length; r++) {
          const v = visits[r]!;
          sum += share[r]! * ((v[a]! + v[b]! + v[c]!) >> 1);
        }
        if (sum > 0.5) found.push({ by: sum - 1, rows: [a, b, c] });
      }
    }
  }
  return found;
}

/**
 * The fullest threes with two more tasks. Two tasks add what each adds to rounds with an odd number of visits so far, and what both together
 * add where both are: 1 to an even number, -1 to an odd one. O(threes x (rows² + columns x visits²)).
 */
function fives(rowCount: number, visits: readonly Uint8Array[], share: readonly number[], threes: readonly Broken[]): Broken[] {
  const seeds = [...threes].sort((x, y) => y.by - x.by || byRows(x.rows, y.rows)).slice(0, SEEDS);
  const served = visits.map((v) => [...v.keys()].filter((t) => v[t]! > 0));
  const alone = new Float64Array(rowCount);
  const both = new Float64Array(rowCount * rowCount);
  const found = new Map<string, Broken>();
  for (const { rows, by } of seeds) {
    alone.fill(0);
    both.fill(0);
    for (let r = 0; r < visits.length; r++) {
      const isOdd = (visits[r]![rows[0]!]! + visits[r]![rows[1]!]! + visits[r]![rows[2]!]!) & 1;
      const tasks = served[r]!;
      for (let i = 0; i < tasks.length; i++) {
        if (isOdd === 1) alone[tasks[i]!]! += share[r]!;
        for (let j = i + 1; j < tasks.length; j++) both[tasks[i]! * rowCount + tasks[j]!]! += isOdd === 1 ? -share[r]! : share[r]!;
      }
    }
    for (let a = 0; a < rowCount; a++) {
      for (let b = a + 1; b < rowCount; b++) {
        if (by - 1 + alone[a]! + alone[b]! + both[a * rowCount + b]! <= LEAST || rows.includes(a) || rows.includes(b)) continue;
        const five = [...rows, a, b].sort((x, y) => x - y);
        const key = five.join();
        if (!found.has(key)) found.set(key, { by: fullness(five, visits, share) - 2, rows: five });
      }
    }
  }
  return [...found.values()].filter(({ by }) => by > LEAST);
}

/** Rounds that the solution runs, each as often as it counts in the cut. */
function fullness(rows: readonly number[], visits: readonly Uint8Array[], share: readonly number[]): number {
  return visits.reduce((sum, v, r) => sum + share[r]! * (rows.reduce((had, row) => had + v[row]!, 0) >> 1), 0);
}

/** All that running rounds go between the visits that count. */
function remembered(
  rows: readonly number[],
  columns: readonly Column[],
  rowCount: number,
  before: Uint8Array | null | undefined,
): Uint8Array | null {
  if (before === null) return null;
  const keeps = before === undefined ? new Uint8Array(rowCount * rowCount) : before.slice();
  for (const { tasks } of columns) {
    let first = -1;
    tasks.forEach((task, i) => {
      if (!rows.includes(task)) return;
      if (first < 0) {
        first = i;
        return;
      }
      for (let k = first; k < i; k++) keeps[tasks[k]! * rowCount + tasks[k + 1]!] = 1;
      first = -1;
    });
  }
  return keeps;
}

function byRows(x: readonly number[], y: readonly number[]): number {
  const at = x.findIndex((r, i) => r !== y[i]);
  return at < 0 ? 0 : x[at]! - y[at]!;
}
