/** What lacks somebody, in the order in which it is told: visits, and shifts. */
import type { UnstaffedTask } from "../../kpi/unstaffed.ts";
import { windowMinutes } from "../../model/civil.ts";
import type { CaseShift } from "../../model/staff.ts";
import { tickOn } from "../promise.ts";
import type { View } from "../view.ts";
import type { Id } from "../../units.ts";
import { compareText } from "../compareText.ts";
import { orderOf } from "./item.ts";
import type { Work } from "./rest.ts";

/** One occurrence: a visit by two that lacks both stands once. */
export interface Lacking {
  readonly missing: readonly [UnstaffedTask, ...UnstaffedTask[]];
  /** See `Item`: the most important first, then by time. */
  readonly order: string;
}

/** Priority of a need that is vital. */
export const VITAL = 5;

/** O(missing x log missing). */
export function lackingVisits({ arm, demand }: Pick<View, "arm" | "demand">): Lacking[] {
  const byVisit = new Map<string, [UnstaffedTask, ...UnstaffedTask[]]>();
  const others = otherWays(demand, arm.measures.missing);
  for (const one of arm.measures.missing) {
    if (others.has(one.task.id)) continue;
    const key = one.task.serves?.join(" ") ?? one.task.id;
    const known = byVisit.get(key);
    if (known === undefined) byVisit.set(key, [one]);
    else known.push(one);
  }
  const visits = [...byVisit.values()].map((missing): Lacking => {
    const { priority, slots } = missing[0].task;
    const first = slots[0]?.start;
    return { missing, order: `${Math.max(0, VITAL - priority)} ${orderOf(first?.[0] ?? first?.[1] ?? 0)}` };
  });
  return visits.sort((a, b) => compareText(a.order, b.order));
}

/** Of several ways to do the same thing, of which none was taken, all but the first. */
function otherWays({ relations }: View["demand"], missing: readonly UnstaffedTask[]): ReadonlySet<Id> {
  const lacking = new Set(missing.map(({ task }) => task.id));
  return new Set(relations.flatMap((relation) => (relation.kind === "presence" && relation.soft === undefined && relation.count[1] === 1 ? relation.tasks.filter((id) => lacking.has(id)).slice(1) : [])));
}

/** A shift that nobody works (*vakant pass*). */
export interface Vacant {
  readonly shift: CaseShift;
  /** Index of its day. */
  readonly day: number;
  readonly hours: Work;
}

/** Those on the days planned, by begin, then as in the Case. O(shifts x days). */
export function vacantShifts({ town, demand }: Pick<View, "town" | "demand">): Vacant[] {
  const vacant = town.shifts.flatMap((shift): Vacant[] => {
    const day = demand.days.findIndex(({ date }) => date === shift.date);
    const on = demand.days[day];
    if (shift.staff !== undefined || on === undefined) return [];
    const [from, to] = windowMinutes([shift.from, shift.to]);
    return [{ shift, day, hours: { begin: tickOn(demand, on, from), end: tickOn(demand, on, to) } }];
  });
  return vacant.sort((a, b) => a.hours.begin - b.hours.begin);
}
