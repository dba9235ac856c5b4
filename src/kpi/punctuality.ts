/** Whether staff come when it was promised, and at the same time from day to day. */
import type { Need } from "../model/case.ts";
import { windowMinutes } from "../model/civil.ts";
import type { Demand } from "../model/demand.ts";
import { timeOfDayAt } from "../model/time.ts";
import type { Id } from "../units.ts";
import { mean } from "./continuity.ts";
import { type Lookup, needOf, type Served } from "./lookup.ts";
import { type Family, family } from "./kpi.ts";

export type PunctualityMeasures = Family<"insideSpan" | "spread">;

export function punctualityFamily(demand: Demand, look: Lookup, comparable: boolean): PunctualityMeasures {
  const starts = firstStarts(demand, look);
  const promised = starts.filter(({ need }) => need.timing !== "free");
  const inside = promised.filter(({ need, minute }) => isInside(need, minute)).length;
  return family("punctuality", comparable, {
    insideSpan: [promised.length > 0 ? (100 * inside) / promised.length : null, "%", "Planned starts inside the span promised to the client, of all needs with a promised span."],
    spread: [mean(spreads(starts)), "min", "Latest less earliest planned start of the same need over the days, mean over needs that are due at least twice."],
  });
}

interface Start {
  /** Need and number within the day: what comes again tomorrow. */
  readonly key: string;
  readonly need: Need;
  /** By the clock on the wall. */
  readonly minute: number;
}

/** The first task of every served occurrence; a second person may come later. */
function firstStarts(demand: Demand, look: Lookup): Start[] {
  const seen = new Set<Id>();
  return demand.tasks.flatMap((task) => {
    const served = look.served.get(task.id);
    return (task.serves ?? []).flatMap((occurrence) => {
      const need = needOf(look, occurrence);
      if (served === undefined || need === undefined || seen.has(occurrence)) return [];
      seen.add(occurrence);
      return [{ key: `${need.id}#${occurrence.slice(occurrence.lastIndexOf("#") + 1)}`, need, minute: minuteOf(demand, served) }];
    });
  });
}

const minuteOf = (demand: Demand, { planned }: Served): number => timeOfDayAt(demand.days, planned.start) / demand.ticksPerMinute;

/** A span over midnight holds the early hours of the next day too. */
function isInside(need: Need, minute: number): boolean {
  const [from, to] = windowMinutes(need.window);
  return (minute >= from && minute <= to) || minute + 1440 <= to;
}

function spreads(starts: readonly Start[]): number[] {
  const minutes = new Map<string, number[]>();
  for (const { key, minute } of starts) minutes.set(key, [...(minutes.get(key) ?? []), minute]);
  return [...minutes.values()].filter((list) => list.length > 1).map((list) => Math.max(...list) - Math.min(...list));
}
