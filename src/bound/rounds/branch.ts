/** Ways to part all plans in two: rounds go from one task straight to another or none does; a task is served in a class of shifts or is not. */
import type { Column } from "./column.ts";
import type { Ways } from "./setting.ts";

/** In place of a task row. */
export const BASE = -1;

export type Decision =
  | { readonly kind: "arc"; readonly from: number; readonly to: number; readonly used: boolean }
  | { readonly kind: "class"; readonly task: number; readonly shiftClass: number; readonly used: boolean };

/** A choice a solution makes by halves, and how much of it is made. */
export interface Split {
  readonly yes: Decision;
  readonly no: Decision;
  readonly share: number;
}

/** Shares closer to 0 or 1 are taken for it. */
const CLEAR = 0.02;

/** May no round of the class go from row to row (or {@link BASE}) where this is decided? */
function forbids(decision: Decision, shiftClass: number, from: number, to: number): boolean {
  if (decision.kind === "class") return to === decision.task && (shiftClass === decision.shiftClass) !== decision.used;
  if (!decision.used) return from === decision.from && to === decision.to;
  const leavesElsewhere = from !== BASE && from === decision.from && to !== decision.to;
  return leavesElsewhere || (to !== BASE && to === decision.to && from !== decision.from);
}

/** [arc] 1: no round goes there; null: nothing is decided. O(nodes² x decisions). */
export function closedBy(decisions: readonly Decision[], { network: { nodeCount: n }, row }: Ways, shiftClass: number): Uint8Array | null {
  if (decisions.length === 0) return null;
  const closed = new Uint8Array((n + 1) * (n + 1));
  const rowOf = (node: number): number => (node === n ? BASE : row[node]!);
  for (let a = 0; a <= n; a++) {
    for (let b = 0; b <= n; b++) {
      if (decisions.some((one) => forbids(one, shiftClass, rowOf(a), rowOf(b)))) closed[a * (n + 1) + b] = 1;
    }
  }
  return closed;
}

/** O(visits x decisions). */
export function isOpen(decisions: readonly Decision[], { shiftClass, tasks }: Column): boolean {
  for (const one of decisions) {
    for (let i = 0; i <= tasks.length; i++) if (forbids(one, shiftClass, tasks[i - 1] ?? BASE, tasks[i] ?? BASE)) return false;
  }
  return true;
}

/** Task rows that are not left out where this is decided: rounds go from or to them, or a class serves them. */
export function servedBy(decisions: readonly Decision[]): ReadonlySet<number> {
  const used = decisions.filter((one) => one.used);
  return new Set(used.flatMap((one) => (one.kind === "arc" ? [one.from, one.to] : [one.task])).filter((row) => row !== BASE));
}

/** What the shares of these rounds leave undecided, the most even first. */
export function splitsOf(decisions: readonly Decision[], columns: readonly Column[], share: readonly number[]): Split[] {
  const decided = new Set(decisions.map(keyOf));
  const splits = new Map<string, { yes: Decision; no: Decision; share: number }>();
  columns.forEach(({ tasks, shiftClass }, r) => {
    const add = (yes: Decision): void => {
      const key = keyOf(yes);
      const known = splits.get(key);
      if (known === undefined) splits.set(key, { yes, no: { ...yes, used: false }, share: share[r]! });
      else known.share += share[r]!;
    };
    [...tasks, BASE].forEach((to, i) => {
      add({ kind: "arc", from: tasks[i - 1] ?? BASE, to, used: true });
    });
    for (const task of tasks) add({ kind: "class", task, shiftClass, used: true });
  });
  return [...splits]
    .filter(([key, split]) => split.share > CLEAR && split.share < 1 - CLEAR && !decided.has(key))
    .map(([, split]) => split)
    .sort((a, b) => Math.abs(a.share - 0.5) - Math.abs(b.share - 0.5));
}

const keyOf = (one: Decision): string => (one.kind === "arc" ? `${one.from}>${one.to}` : `${one.task}@${one.shiftClass}`);
