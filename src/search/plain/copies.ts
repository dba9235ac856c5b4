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
