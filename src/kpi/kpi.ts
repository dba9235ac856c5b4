/** A named number, and families of them. */

/** "visits", "staff" and "count" are numbers of things; "points" are percentage points, "SEK/h" is per hour. */
export type KpiUnit = "min" | "%" | "points" | "km" | "kg" | "visits" | "staff" | "count" | "SEK" | "SEK/h";

export interface Kpi {
  /** `family.member`, stable. */
  readonly name: string;
  /** null: there is nothing to measure it on (no eligible client, no distances). */
  readonly value: number | null;
  readonly unit: KpiUnit;
  /** What is counted, over what. English; reports carry translations. */
  readonly definition: string;
  /** Whose definition or limit it is: a rule, a paper, "assumed" where the limit is ours and no source has one, else {@link OWN}. English. */
  readonly source: string;
  /** What people call the provider that it is about, where it is about one of several. */
  readonly about?: string;
  /** False where the plan leaves visits unstaffed, unless the plan has no part in the number: work left undone makes every other one look better. */
  readonly comparable: boolean;
}

/** The numbers of one family, by short name. */
export type Family<K extends string> = Readonly<Record<K, Kpi>>;

/** The source of a number that follows from plan and Case alone. */
export const OWN = "definition of this library";

/** What Case or performed days alone say: the same in every plan, whatever it leaves unstaffed. */
const UNPLANNED: ReadonlySet<string> = new Set([
  "granted.granted", "granted.performed", "granted.performedShare", "granted.byRelatives", "goals.followUpsOverdue", "goals.unapproved", "goals.firstVersions", "goals.withoutPlan",
]);

/** Value, unit, definition, source (default {@link OWN}). */
export type Entry = readonly [value: number | null, unit: KpiUnit, definition: string, source?: string];

/** Names the entries of a family and stamps them. `about`: the provider, where it is that of one. */
export function family<K extends string>(name: string, comparable: boolean, entries: Readonly<Record<K, Entry>>, about?: string): Family<K> {
  const kpis: Record<string, Kpi> = {};
  for (const [key, [value, unit, definition, source = OWN]] of Object.entries<Entry>(entries)) {
    const full = `${name}.${key}`;
    kpis[key] = { name: full, value, unit, definition, source, comparable: comparable || UNPLANNED.has(full), ...(about !== undefined && { about }) };
  }
  return kpis as Record<K, Kpi>;
}
