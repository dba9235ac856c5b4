/** How far a plan lies from the one before. */
import type { Demand } from "../model/demand.ts";
import type { PlannedShift } from "../model/plan.ts";
import type { Id } from "../units.ts";
import { counted } from "./counted.ts";

/** Visits begun less than this apart are at the same time, minutes. */
const SAME_TIME = 15;

export interface Changes {
  /** Care tasks that both plans serve, or one of them. */
  readonly visits: number;
  readonly otherPerson: number;
  /** By the same person, but at least a quarter of an hour apart. */
  readonly otherTime: number;
  readonly added: number;
  readonly dropped: number;
}

/** Care tasks of the Demand, as two plans of it have them. O(tasks). */
export function changesOf(demand: Demand, before: readonly PlannedShift[], after: readonly PlannedShift[]): Changes {
  const workers = new Map(demand.shifts.map(({ id, worker }) => [id, worker]));
  const servedIn = (shifts: readonly PlannedShift[]): ReadonlyMap<Id, { readonly worker: Id | undefined; readonly start: number }> =>
    new Map(shifts.flatMap(({ shift, tasks }) => tasks.map(({ id, start }) => [id, { worker: workers.get(shift), start }])));
  const [was, is] = [servedIn(before), servedIn(after)];
  const count = { visits: 0, otherPerson: 0, otherTime: 0, added: 0, dropped: 0 };
  for (const { id, kind } of demand.tasks) {
    const [a, b] = [was.get(id), is.get(id)];
    if (kind !== "care" || (a === undefined && b === undefined)) continue;
    count.visits++;
    if (a === undefined) count.added++;
    else if (b === undefined) count.dropped++;
    else if (a.worker !== b.worker) count.otherPerson++;
    else if (Math.abs(a.start - b.start) >= SAME_TIME * demand.ticksPerMinute) count.otherTime++;
  }
  return count;
}

export const changesText = ({ visits, otherPerson, otherTime, added, dropped }: Changes, lang: "sv" | "en" = "en"): string =>
  lang === "sv" ? `Mot planen innan, av ${visits} besök: ${otherPerson} av en annan person, ${otherTime} av samma men minst ${SAME_TIME} minuter ifrån, ${added} nya, ${dropped} borttagna` : `Against the baseline, of ${counted(visits, "visit")}: ${otherPerson} by another person, ${otherTime} by the same at least ${SAME_TIME} minutes apart, ${added} new, ${dropped} left out`;
