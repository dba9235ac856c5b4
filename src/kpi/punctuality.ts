/** Whether staff come when it was promised, and at the same time from day to day. */
import type { Need } from "../model/case.ts";
import { clockMinutes, windowMinutes } from "../model/civil.ts";
import type { Demand } from "../model/demand.ts";
import { timeOfDayAt } from "../model/time.ts";
import { mean } from "./continuity.ts";
import { type Lookup, needOf, type Served } from "./lookup.ts";
import { type Family, family } from "./kpi.ts";

export type PunctualityMeasures = Family<"insideSpan" | "fromAnnounced" | "spread">;

export function punctualityFamily(demand: Demand, look: Lookup, comparable: boolean): PunctualityMeasures {
  const starts = firstStarts(demand, look);
  const promised = starts.filter(({ need }) => need.timing !== "free");
  const inside = promised.filter(({ need, minute }) => isInside(need, minute)).length;
  return family("punctuality", comparable, {
    insideSpan: [promised.length > 0 ? (100 * inside) / promised.length : null, "%", "Planned starts inside the span promised to the client, of all needs with a promised span."],
    fromAnnounced: [mean(starts.flatMap(({ fromAnnounced }) => fromAnnounced ?? [])), "min", "Planned start less the time last announced to the client, either way: its start in the plan before, else the need's planned clock time; mean over visits that have one.", "assumed"],
    spread: [mean(spreads(starts)), "min", "Latest less earliest planned start of the same need over the days, mean over needs that are due at least twice.", "assumed"],
  });
}

interface Start {
  /** Need and number within the day: what comes again tomorrow. */
  readonly key: string;
  readonly need: Need;
  /** By the clock on the wall; in the early hours of a span over midnight counted on from the day before. */
  readonly minute: number;
  /** Minutes from the time announced; null: none was. */
  readonly fromAnnounced: number | null;
}

/** The first person of every served occurrence who comes; a second one may come later. */
function firstStarts(demand: Demand, look: Lookup): Start[] {
  const before = new Map((demand.baseline ?? []).flatMap(({ tasks }) => tasks.map(({ id, start }) => [id, start] as const)));
  return [...look.serving].flatMap(([occurrence, tasks]) => {
    const need = needOf(look, occurrence);
    const first = tasks.find(({ id }) => look.served.has(id));
    if (need === undefined || first === undefined) return [];
    const nth = occurrence.slice(occurrence.lastIndexOf("#") + 1);
    const { start } = (look.served.get(first.id) as Served).planned;
    const minute = onDayOf(need, timeOfDayAt(demand.days, start) / demand.ticksPerMinute);
    const earlier = before.get(first.id);
    const fromAnnounced = earlier === undefined ? fromClock(need, nth, minute) : Math.abs(start - earlier) / demand.ticksPerMinute;
    return [{ key: `${need.id}#${nth}`, need, minute, fromAnnounced }];
  });
}

/** Minutes from the need's planned clock time, which is that of its first occasion of the day; null without one. */
function fromClock({ plannedAt, often }: Need, nth: string, minute: number): number | null {
  if (plannedAt === undefined || (often.per === "day" && nth !== "1")) return null;
  const apart = Math.abs((minute % 1440) - clockMinutes(plannedAt));
  return Math.min(apart, 1440 - apart);
}

/** A span over midnight holds the early hours of the next day too: the minute, or the same clock time a day later, whichever is nearer to the span. */
function onDayOf(need: Need, minute: number): number {
  const [from, to] = windowMinutes(need.window);
  const apart = (at: number): number => Math.max(0, from - at, at - to);
  return to > 1440 && apart(minute + 1440) < apart(minute) ? minute + 1440 : minute;
}

function isInside(need: Need, minute: number): boolean {
  const [from, to] = windowMinutes(need.window);
  return minute >= from && minute <= to;
}

function spreads(starts: readonly Start[]): number[] {
  const minutes = new Map<string, number[]>();
  for (const { key, minute } of starts) minutes.set(key, [...(minutes.get(key) ?? []), minute]);
  return [...minutes.values()].filter((list) => list.length > 1).map((list) => Math.max(...list) - Math.min(...list));
}
