/** The ways that the baseline goes: who takes the same may have set out before `now`. */
import type { Demand } from "../model/demand.ts";
import type { Rows } from "./compileShifts.ts";
import type { Decided } from "./compileTasks.ts";
import { BEGUN, type Freeze, NONE, OPEN } from "./problem.ts";

/** O(size of the baseline). */
export function compileFreeze({ now, baseline = [], tasks, shifts }: Demand, rows: Rows, decided: readonly Decided[]): Freeze {
  const goesTo = new Int32Array(tasks.length + shifts.length).fill(NONE);
  for (const { shift, tasks: planned } of now === undefined ? [] : baseline) {
    const row = rows.shift.get(shift);
    if (row === undefined) continue;
    let node = tasks.length + row;
    for (const { id } of planned) {
      const task = rows.task.get(id);
      if (task === undefined) continue;
      goesTo[node] = decided[task]!.frozen ? BEGUN : task;
      node = task;
    }
    goesTo[node] = tasks.length + row;
  }
  return { now: now ?? -OPEN, goesTo };
}
