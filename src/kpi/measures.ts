/** What a plan is measured by: named numbers with units and definitions. No number here reads which schedule model made the Demand. */
import type { Id } from "../units.ts";
import type { TimeUse } from "./timeUse.ts";
import type { UnstaffedTask } from "./unstaffed.ts";

/** "visits", "staff" and "count" are numbers of things; "points" are percentage points. */
export type KpiUnit = "min" | "%" | "points" | "km" | "kg" | "visits" | "staff" | "count";

export interface Kpi {
  /** `family.member`, stable. */
  readonly name: string;
  /** null: there is nothing to measure it on (no eligible client, no distances). */
  readonly value: number | null;
  readonly unit: KpiUnit;
  /** What is counted, over what. English; reports carry translations. */
  readonly definition: string;
  /** False where the plan leaves visits unstaffed: work left undone makes every other number look better. */
  readonly comparable: boolean;
}

/** The numbers of one family, by short name. */
export type Family<K extends string> = Readonly<Record<K, Kpi>>;

/** Travel by one mode. */
export interface ModeTravel {
  readonly mode: Id;
  readonly minutes: Kpi;
  readonly km: Kpi;
}

export interface Measures {
  /** True: no visit is unstaffed, so that plans may be compared. */
  readonly complete: boolean;
  readonly unstaffed: Family<"visits" | "minutes" | "clients">;
  readonly time: Family<
    | "paidSpan" | "overtime" | "client" | "remote" | "entry" | "travel" | "waiting" | "documentation" | "duties" | "paidBreak" | "idle" | "unpaidRest"
  >;
  readonly work: Family<"clientTimeShare" | "stops" | "usedShifts" | "splitShifts" | "restBreaches" | "stretchBreaches" | "missedBreaks">;
  readonly continuity: Family<"official" | "officialClients" | "mean" | "p90" | "contactShare">;
  readonly granted: Family<"granted" | "planned" | "share">;
  readonly frame: Family<"use" | "balance" | "outside">;
  readonly punctuality: Family<"insideSpan" | "spread">;
  readonly fairness: Family<"workRange" | "loadRange">;
  readonly travel: Family<"km" | "co2">;
  readonly modes: readonly ModeTravel[];
  /** Every shift that is paid, in the order of the Demand: in ticks, balanced. */
  readonly shifts: readonly TimeUse[];
  /** What is not staffed, in the order of the Demand. */
  readonly missing: readonly UnstaffedTask[];
}

/** Value, unit, definition. */
export type Entry = readonly [value: number | null, unit: KpiUnit, definition: string];

/** Names the entries of a family and stamps them. */
export function family<K extends string>(name: string, comparable: boolean, entries: Readonly<Record<K, Entry>>): Family<K> {
  const kpis: Record<string, Kpi> = {};
  for (const [key, [value, unit, definition]] of Object.entries<Entry>(entries)) {
    kpis[key] = { name: `${name}.${key}`, value, unit, definition, comparable };
  }
  return kpis as Record<K, Kpi>;
}

/** Every number in reading order: what is wrong first, then clients, staff, time, travel. */
export function kpiList(measures: Measures): Kpi[] {
  const { unstaffed, continuity, punctuality, granted, frame, work, time, fairness, travel, modes } = measures;
  const families = [unstaffed, continuity, punctuality, granted, frame, work, fairness, time, travel];
  return [...families.flatMap((f) => Object.values<Kpi>(f)), ...modes.flatMap((m) => [m.minutes, m.km])];
}
