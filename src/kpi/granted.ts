/** Granted against planned minutes, in minutes of staff: a visit by two counts twice on both sides. */
import type { Need } from "../model/case.ts";
import type { Demand } from "../model/demand.ts";
import type { Id } from "../units.ts";
import { type Lookup, needOf } from "./lookup.ts";
import { type Family, family } from "./kpi.ts";

export type GrantedMeasures = Family<"granted" | "planned" | "share">;

/**
 * Task id -> template minutes granted for it. The first task that serves an occurrence of a need carries the need's
 * minutes, the second those of the second person; tasks that serve nothing of the Case are absent. O(tasks).
 */
export function grantedMinutes(look: Pick<Lookup, "needs" | "serving">): ReadonlyMap<Id, number> {
  const granted = new Map<Id, number>();
  for (const [occurrence, tasks] of look.serving) {
    const need = needOf(look, occurrence);
    if (need === undefined) continue;
    tasks.forEach(({ id }, person) => void granted.set(id, (granted.get(id) ?? 0) + minutesOfPerson(need, person)));
  }
  return granted;
}

function minutesOfPerson(need: Need, person: number): number {
  if (person === 0) return need.minutes;
  return person > 1 ? 0 : typeof need.staffing === "object" ? need.staffing.second.minutes : need.minutes;
}

/** Planned minutes of one task: what the plan gives it, elapsed. 0 where it is not served. */
export function plannedMinutes(look: Pick<Lookup, "served">, demand: Demand, task: Id): number {
  const served = look.served.get(task);
  return served === undefined ? 0 : (served.planned.end - served.planned.start) / demand.ticksPerMinute;
}

export function grantedFamily(look: Lookup, demand: Demand, comparable: boolean): GrantedMeasures {
  let granted = 0;
  let planned = 0;
  for (const [task, minutes] of grantedMinutes(look)) {
    granted += minutes;
    planned += plannedMinutes(look, demand, task);
  }
  return family("granted", comparable, {
    granted: [granted, "min", "Template minutes of all needs due in the period; for two staff twice."],
    planned: [planned, "min", "Minutes that the plan gives to those needs; for two staff twice."],
    share: [granted > 0 ? (100 * planned) / granted : null, "%", "Planned minutes / granted minutes."],
  });
}
