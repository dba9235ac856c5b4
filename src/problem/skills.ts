/** Skills on a given day: delegations are dated. */
import type { Task, Worker } from "../model/demand.ts";
import { OPEN } from "./problem.ts";

/** By how much the worker's levels exceed what the task asks on day `day`, summed; a missing skill counts nothing. */
export function overLevelOn(task: Task, worker: Worker, day: number): number {
  const needed = task.who.level ?? 0;
  let over = 0;
  for (const wanted of task.who.all ?? []) {
    const levels = worker.skills.filter((s) => s.id === wanted && day >= (s.days?.[0] ?? 0) && day <= (s.days?.[1] ?? OPEN)).map((s) => s.level);
    if (levels.length > 0) over += Math.max(...levels) - needed;
  }
  return over;
}

/** Does the worker hold every skill the task asks, at its level, on day `day`? */
export function skilledOn(task: Task, worker: Worker, day: number): boolean {
  const level = task.who.level ?? 0;
  return (task.who.all ?? []).every((wanted) =>
    worker.skills.some((s) => s.id === wanted && s.level >= level && day >= (s.days?.[0] ?? 0) && day <= (s.days?.[1] ?? OPEN)),
  );
}
