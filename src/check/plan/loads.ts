/** What a round carries. */
import type { Id } from "../../units.ts";
import type { Report, Round } from "./facts.ts";

/** After each task the load is max(0, load + what it adds), and at most the capacity; a dimension not named has capacity 0. */
export function checkLoads(round: Round, report: Report): void {
  const load = new Map<Id, number>();
  for (const { task, path } of round.served) {
    for (const [dimension, added] of Object.entries(task.load ?? {})) {
      const after = Math.max(0, (load.get(dimension) ?? 0) + added);
      load.set(dimension, after);
      const capacity = round.shift.capacity?.[dimension] ?? 0;
      if (after > capacity) {
        const message = `After task "${task.id}" shift "${round.shift.id}" carries ${after} of "${dimension}"; its capacity is ${capacity}.`;
        report("over-capacity", path, message, "Unload before it or move the task to another shift.");
      }
    }
  }
}
