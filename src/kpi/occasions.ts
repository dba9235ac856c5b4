/** Occasions of needs (interventions) as a plan does them, for paying: however many tasks and staff, each once. */
import type { Client, Need } from "../model/case.ts";
import type { Demand, Task } from "../model/demand.ts";
import { timeOfDayAt } from "../model/time.ts";
import type { Id } from "../units.ts";
import { plannedMinutes } from "./granted.ts";
import { type Lookup, needOf } from "./lookup.ts";

export interface Occasion {
  /** `need@date#k`, as in `Task.serves`. */
  readonly id: Id;
  readonly need: Need;
  /** Whom it serves, each for an equal part. */
  readonly clients: readonly Client[];
  /** Minutes after midnight on the clock at which the first of the staff begins; null: nobody comes. */
  readonly startMinute: number | null;
  /** Planned minutes; those of two staff add up. */
  readonly staffMinutes: number;
}

/** In the order of the Demand. A task that serves several needs is divided among them by their template minutes. O(tasks). */
export function occasionsOf(demand: Demand, look: Lookup): Occasion[] {
  const occasions = new Map<Id, Occasion>();
  for (const task of demand.tasks) {
    const parts = needsServed(look, task);
    const template = parts.reduce((sum, { need }) => sum + need.minutes, 0);
    const served = look.served.get(task.id);
    const start = served === undefined ? null : timeOfDayAt(demand.days, served.planned.start) / demand.ticksPerMinute;
    for (const { id, need } of parts) {
      const before = occasions.get(id) ?? { id, need, clients: clientsOf(look, need), startMinute: null, staffMinutes: 0 };
      occasions.set(id, {
        ...before,
        startMinute: before.startMinute === null || start === null ? (before.startMinute ?? start) : earlier(before.startMinute, start),
        staffMinutes: before.staffMinutes + (plannedMinutes(look, demand, task.id) * need.minutes) / template,
      });
    }
  }
  return [...occasions.values()];
}

const needsServed = (look: Lookup, { serves = [] }: Task): { id: Id; need: Need }[] =>
  serves.flatMap((id) => {
    const need = needOf(look, id);
    return need === undefined ? [] : [{ id, need }];
  });

const clientsOf = (look: Lookup, need: Need): Client[] => [need.client, ...(need.sharedWith ?? [])].flatMap((id) => look.clients.get(id) ?? []);

/** The earlier of two starts of one occasion; half a day apart they lie on both sides of midnight. */
const earlier = (a: number, b: number): number => (Math.abs(a - b) > 720 ? Math.max(a, b) : Math.min(a, b));
