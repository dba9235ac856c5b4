/** What a care worker thinks of as one stop. */
import type { JoinedTask } from "./joined.ts";

/**
 * Tasks of a round, in order, as stops: of one kind, for one client, at one place, each beginning when the one before ends. A task that is
 * no client's (a break, a report) is a stop of its own. At least one task each.
 */
export function stopsOf(tasks: readonly JoinedTask[]): readonly (readonly [JoinedTask, ...JoinedTask[]])[] {
  const stops: [JoinedTask, ...JoinedTask[]][] = [];
  for (const one of tasks) {
    const stop = stops.at(-1);
    const before = stop?.at(-1);
    if (stop !== undefined && before !== undefined && goesOn(before, one)) stop.push(one);
    else stops.push([one]);
  }
  return stops;
}

const goesOn = (before: JoinedTask, next: JoinedTask): boolean =>
  next.task.client !== undefined &&
  next.task.client === before.task.client &&
  next.task.kind === before.task.kind &&
  next.leg.to === before.leg.to &&
  next.planned.start === before.planned.end;
