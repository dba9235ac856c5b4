/** The calls that reach furthest: for days on which several visits lack staff, who could take most of them. */
import type { Task } from "../../model/demand.ts";
import { dayIndexAt } from "../../model/time.ts";
import type { Id } from "../../units.ts";
import type { View } from "../view.ts";
import { callIns } from "./callIn.ts";

export interface DayCall {
  /** Index of the day. */
  readonly day: number;
  /** Visits that may only be done that day and lack somebody. */
  readonly visits: number;
  /** Who could come in, with the number of those visits each could do, taken one by one; most first, then hourly staff. */
  readonly staff: readonly { readonly id: Id; readonly visits: number }[];
}

/** Visits lacking on one day from which a day's call is worth a line of its own. */
const SEVERAL = 3;

/** In order of days. O(unstaffed x workers x shifts). */
export function dayCalls({ arm, demand, town }: View): DayCall[] {
  const byDay = new Map<number, Map<string, Task>>();
  for (const { task } of arm.measures.missing) {
    const days = new Set(task.slots.map(({ start: [from, to] }) => dayIndexAt(demand.days, from ?? to ?? 0)));
    const [day] = days;
    if (day === undefined || days.size > 1) continue;
    byDay.set(day, (byDay.get(day) ?? new Map<string, Task>()).set(task.serves?.join(" ") ?? task.id, task));
  }
  return [...byDay]
    .sort(([a], [b]) => a - b)
    .flatMap(([day, visits]) => {
      if (visits.size < SEVERAL) return [];
      const counts = new Map<Id, { visits: number; isHourly: boolean }>();
      for (const task of visits.values()) {
        for (const { staff, isHourly } of callIns(town, demand, task)) counts.set(staff, { visits: (counts.get(staff)?.visits ?? 0) + 1, isHourly });
      }
      const able = [...counts].map(([id, one], i) => ({ id, i, ...one })).sort((a, b) => b.visits - a.visits || Number(b.isHourly) - Number(a.isHourly) || a.i - b.i);
      return able.length === 0 ? [] : [{ day, visits: visits.size, staff: able.map(({ id, visits: own }) => ({ id, visits: own })) }];
    });
}
