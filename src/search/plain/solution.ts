/** Rounds of a plain problem as a Solution: everything as early as it can be, and out no sooner than needed. */
import type { Problem } from "../../problem/problem.ts";
import type { Round, Solution } from "../../problem/solution.ts";
import { tasksOf } from "./copies.ts";
import type { Plain } from "./plain.ts";

/** `copy`: [node] the next, as `Rounds` copies it. O(tasks + shifts). */
export function solutionOf({ shifts, tasks: columns }: Problem, p: Plain, copy: Int32Array): Solution {
  const rounds: Round[] = [];
  for (let r = 0; r < p.shiftCount; r++) {
    const tasks = tasksOf(p, copy, r);
    if (tasks.length === 0) continue;
    const ticks = (a: number, b: number): number => p.to[p.base[r]! + a * p.pointCount + b]!;
    let at = p.fromPoint[r]!;
    let time = p.begin[r]!;
    const starts = tasks.map((task) => {
      const start = Math.max(time + ticks(at, task), p.earliest[task]!);
      time = start + p.service[task]!;
      at = task;
      return start;
    });
    rounds.push({
      shift: r,
      option: shifts.optionFrom[r]!,
      begin: Math.max(p.begin[r]!, Math.min(shifts.beginMax[r]!, starts[0]! - ticks(p.fromPoint[r]!, tasks[0]!))),
      end: time + ticks(at, p.toPoint[r]!),
      tasks,
      slots: tasks.map((task) => columns.slotFrom[task]!),
      starts,
      durations: tasks.map((task) => p.service[task]!),
      places: tasks.map((task) => columns.place[task]!),
    });
  }
  return { rounds };
}
