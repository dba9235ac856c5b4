/** Copies of rounds, as `Rounds` makes them: [node] the next. */
import { NONE } from "../../problem/problem.ts";
import type { Plain } from "./plain.ts";

/** Tasks of shift `r` in a copy, in order. */
export function tasksOf({ taskCount }: Plain, copy: Int32Array, r: number): readonly number[] {
  const tasks: number[] = [];
  for (let v = copy[taskCount + r]!; v < taskCount; v = copy[v]!) tasks.push(v);
  return tasks;
}

/** [task] shift that serves it in a copy, or NONE. O(tasks + shifts). */
export function ownersIn(p: Plain, copy: Int32Array): Int32Array {
  const owner = new Int32Array(p.taskCount).fill(NONE);
  for (let r = 0; r < p.shiftCount; r++) for (const v of tasksOf(p, copy, r)) owner[v] = r;
  return owner;
}

/** Ticks of travel of a copy, and prices of what it leaves out. O(tasks + shifts). */
export function costOf(p: Plain, copy: Int32Array): number {
  const { to, base, fromPoint, toPoint, pointCount } = p;
  let cost = 0;
  for (let r = 0; r < p.shiftCount; r++) {
    const tasks = tasksOf(p, copy, r);
    if (tasks.length === 0) continue;
    let at = fromPoint[r]!;
    for (const point of [...tasks, toPoint[r]!]) {
      cost += to[base[r]! + at * pointCount + point]!;
      at = point;
    }
  }
  const owner = ownersIn(p, copy);
  for (let t = 0; t < p.taskCount; t++) if (owner[t] === NONE) cost += p.price[t]!;
  return cost;
}
