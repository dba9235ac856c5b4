/** Keys that rounds take along: while one is out, nobody else can use it. */
import { clockSeconds } from "../calendar/clock.ts";
import type { Case, Household } from "../model/case.ts";
import type { Day, Task } from "../model/demand.ts";
import type { Relation } from "../model/relation.ts";
import { dayIndexAt, timeOfDayAt } from "../model/time.ts";
import type { Id, Tick } from "../units.ts";

/** When keys are handed back, where the Case does not say. */
export const KEYS_BACK_AT = ["15:00", "22:00"];

/**
 * Between two times at which keys are back, at most as many people go into a home as there are copies of its key. `tasks`: one of each
 * visit, since two who come together share a key. A task that may fall on either side of such a time is not counted, since whose key it
 * needs is not known.
 */
export function keyRelations(of: Case, tasks: readonly Task[], days: readonly Day[]): Relation[] {
  const backAt = (of.practice?.keysBackAt ?? KEYS_BACK_AT).map(clockSeconds);
  const homes = new Map(of.households.map((household) => [household.id, household]));
  const homeOf = new Map(of.clients.map((client) => [client.id, homes.get(client.household)]));
  const groups = new Map<Id, { readonly copies: number; readonly tasks: Id[] }>();
  for (const task of tasks) {
    const home = homeOf.get(task.client ?? "");
    const copies = copiesOf(home);
    const part = partOf(task, days, backAt);
    if (home === undefined || copies === undefined || part === undefined || task.kind !== "care") continue;
    const id = `${home.id}/keys:${part}`;
    const group = groups.get(id) ?? { copies, tasks: [] };
    group.tasks.push(task.id);
    groups.set(id, group);
  }
  return [...groups]
    .filter(([, group]) => group.tasks.length > group.copies)
    .map(([id, group]): Relation => ({ id, kind: "workers", tasks: group.tasks, distinct: [null, group.copies] }));
}

const copiesOf = (home: Household | undefined): number | undefined => (home?.access?.kind === "key" ? home.access.keyCopies : undefined);

/** Date and part of the day in which all of the task's starts lie; undefined if there are several. */
function partOf({ slots }: Task, days: readonly Day[], backAt: readonly number[]): string | undefined {
  const parts = new Set(slots.flatMap(({ start }) => start.map((tick) => (tick === null ? "" : partAt(tick, days, backAt)))));
  return parts.size === 1 ? [...parts][0] : undefined;
}

function partAt(tick: Tick, days: readonly Day[], backAt: readonly number[]): string {
  const clock = timeOfDayAt(days, tick);
  return `${days[dayIndexAt(days, tick)]?.date}#${backAt.filter((back) => back <= clock).length}`;
}
