/** Granted against planned minutes, in minutes of staff: a visit by two counts twice on both sides. */
import type { Need } from "../model/case.ts";
import type { Demand } from "../model/demand.ts";
import type { Id } from "../units.ts";
import { type Lookup, needOf } from "./lookup.ts";
import { type Family, family } from "./kpi.ts";
import type { FrameLedger } from "./ledger/ledger.ts";
import { type Performed, performedMinutes, staffMinutesOf } from "./performed.ts";
import { templateStaffMinutes } from "./price.ts";

export type GrantedMeasures = Family<"granted" | "planned" | "share" | "performed" | "performedShare" | "byRelatives">;

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

export function grantedFamily(look: Lookup, demand: Demand, comparable: boolean, performed: Performed, { byRelatives, ticksPerMinute }: FrameLedger): GrantedMeasures {
  let granted = 0;
  let planned = 0;
  for (const [task, minutes] of grantedMinutes(look)) {
    granted += minutes;
    planned += plannedMinutes(look, demand, task);
  }
  const known = knownOccasions(look, performed);
  const knownGranted = known.reduce((sum, { template }) => sum + template, 0);
  const done = known.reduce((sum, { minutes }) => sum + minutes, 0);
  return family("granted", comparable, {
    granted: [granted, "min", "Template minutes of all needs due in the period; for two staff twice."],
    planned: [planned, "min", "Minutes that the plan gives to those needs; for two staff twice."],
    share: [granted > 0 ? (100 * planned) / granted : null, "%", "Planned minutes / granted minutes."],
    performed: [known.length > 0 ? done : null, "min", "Minutes performed, where they are known; for two staff twice."],
    performedShare: [knownGranted > 0 ? (100 * done) / knownGranted : null, "%", "Minutes performed / granted minutes of the occasions of which it is known.", "utförd / beviljad tid, as municipalities follow it up (SKR, 2024)"],
    byRelatives: [byRelatives.length > 0 ? byRelatives.reduce((sum, { ticks }) => sum + ticks, 0) / ticksPerMinute : null, "min", "Template minutes that relatives or others do in the period, beside what is granted and planned here."],
  });
}

/** Occasions of which it is known how long they lasted: minutes of staff, as granted and as performed. */
function knownOccasions(look: Lookup, performed: Performed): { template: number; minutes: number }[] {
  return [...look.serving.keys()].flatMap((occasion) => {
    const need = needOf(look, occasion);
    const minutes = performedMinutes(performed, occasion);
    return need === undefined || minutes === null ? [] : [{ template: templateStaffMinutes(need), minutes: staffMinutesOf(need, minutes) }];
  });
}
