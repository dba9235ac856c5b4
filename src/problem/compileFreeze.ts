/** The ways that the baseline goes: who takes the same may have set out before `now`. */
import type { Demand } from "../model/demand.ts";
import type { Rows } from "./compileShifts.ts";
import { BEGUN, type Freeze, NONE, OPEN } from "./problem.ts";

/** O(size of the baseline). */
export function compileFreeze({ now, baseline = [], tasks, shifts }: Demand, rows: Rows): Freeze {
  const goesTo = new Int32Array(tasks.length + shifts.length).fill(NONE);
  for (const { shift, tasks: planned } of now === undefined ? [] : baseline) {
    const home = tasks.length + (rows.shift.get(shift) ?? NONE);
    let node = home;
    for (const { id, start } of planned) {
      const task = rows.task.get(id) ?? NONE;
      goesTo[node] = start < now! ? BEGUN : task;
      node = task;
    }
    goesTo[node] = home;
  }
  return { now: now ?? -OPEN, goesTo };
}
