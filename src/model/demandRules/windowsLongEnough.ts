import { fastestPace } from "./pace.ts";
import type { DemandRule } from "./demandIndex.ts";

/** Every slot is long enough for the task, done by the fastest. */
export const windowsLongEnough: DemandRule = (demand, _index, issues) => {
  const pace = fastestPace(demand.workers);
  demand.tasks.forEach((task, i) => {
    const needed = Math.round(task.duration.min * (pace.get(task.class) ?? 1));
    task.slots.forEach(({ start, end }, j) => {
      const [from, to] = [start[0], end?.[1] ?? null];
      if (from === null || to === null || to - from >= needed) return;
      issues.add("window-too-short", ["tasks", i, "slots", j], () => [
        `From ${from} to ${to} is shorter than the ${needed} ticks of the task.`,
        "Widen the slot or shorten the task.",
      ]);
    });
  });
};
