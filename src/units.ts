/**
 * Units and branded indices shared by every folder.
 * Outside the Demand granted time is in minutes and planned time in seconds or ISO 8601; inside it is whole ticks.
 */
declare const kind: unique symbol;

/** A row number of one table. Branded because a mixed-up index is silent; `v++` keeps the brand, so loops need no cast. */
export type Index<K extends string> = number & { readonly [kind]: K };

/** Whole ticks of elapsed time since `Demand.origin`; `Demand.ticksPerMinute` says how long a tick is. */
export type Tick = number;

/** A name that is unique within its list. */
export type Id = string;

/** Lower and upper end, both inclusive; null means open. */
export type Span = readonly [min: number | null, max: number | null];
