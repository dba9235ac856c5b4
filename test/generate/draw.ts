/** Drawing: a seeded generator with features that are on by chance. */

import type { Curve } from "../../src/model/curve.ts";
import { Random } from "../../src/random.ts";
import type { Span, Tick } from "../../src/units.ts";

/** Every part of the vocabulary that can be switched. */
export const FEATURES = [
  "clockChange",
  "profile",
  "points",
  "modes",
  "openEnds",
  "floating",
  "fixedDeparture",
  "idle",
  "maxSpan",
  "maxStretch",
  "pools",
  "loads",
  "rest",
  "pace",
  "skills",
  "traits",
  "only",
  "shifts",
  "whoCost",
  "breaks",
  "openPlaces",
  "entry",
  "slots",
  "ends",
  "elastic",
  "soft",
  "required",
  "conditional",
  "unserved",
  "relations",
  "softRelations",
  "budgets",
  "pins",
  "teams",
  "memory",
  "baseline",
  "now",
  "hardTerms",
  "double",
  "priced",
  "daysApart",
] as const;
export type Feature = (typeof FEATURES)[number];

/** Features that came later draw from streams of their own, so that everything else of a seed stays what it was. */
const LATER: ReadonlySet<Feature> = new Set<Feature>(["double", "priced", "daysApart"]);

/** What to generate. */
export interface DemandOptions {
  /** Fewest and most tasks. Default [1, 8]. */
  readonly tasks?: readonly [number, number];
  /** Fewest and most shifts. Default [1, 4]. */
  readonly shifts?: readonly [number, number];
  /** Fewest and most days. Default [1, 3]. */
  readonly days?: readonly [number, number];
  /** Ticks from midnight to midnight on a day without clock change, at least 24; all lengths scale with it. Default 1440. */
  readonly dayTicks?: number;
  /** Default: 1. */
  readonly ticksPerMinute?: number;
  /**
   * Widest window (of starts, ends, durations, begins) in ticks; with it no window is open, for those who enumerate.
   * Default: windows of all widths, some open.
   */
  readonly widest?: number;
  /**
   * Chance that a hard rule is drawn so that the hidden plan keeps it. 1 (default): the Demand surely has a legal plan;
   * less: it may have none.
   */
  readonly fitted?: number;
  /** Chance of each feature, per Demand and, where it is on, again at each place it may be used. Default 0.5 each. */
  readonly features?: Readonly<Partial<Record<Feature, number>>>;
  /** Chance of the features that `features` does not name. Default 0.5; 0 for only the named ones. */
  readonly otherFeatures?: number;
}

/** The options with defaults, a generator, and which features this Demand has. */
export interface Draw {
  readonly random: Random;
  readonly tasks: readonly [number, number];
  readonly shifts: readonly [number, number];
  readonly days: readonly [number, number];
  readonly dayTicks: Tick;
  readonly ticksPerMinute: number;
  readonly widest: number | undefined;
  readonly fitted: number;
  readonly features: ReadonlySet<Feature>;
  /** The same, drawing from a stream of this name of its own. */
  readonly aside: (name: string) => Draw;
}

/** Starts drawing: the same seed, options and attempt give the same Demand. */
export function drawing(seed: number, options: DemandOptions, attempt: number): Draw {
  const random = Random.keyed(seed, "demand", attempt);
  const stream = (name: string): Random => Random.keyed(seed, "demand", attempt, name);
  const source = (feature: Feature): Random => (LATER.has(feature) ? stream(feature) : random);
  const features = new Set(
    FEATURES.filter((feature) => source(feature).chance(options.features?.[feature] ?? options.otherFeatures ?? 0.5)),
  );
  const draw: Draw = {
    random,
    tasks: options.tasks ?? [1, 8],
    shifts: options.shifts ?? [1, 4],
    days: options.days ?? [1, 3],
    dayTicks: options.dayTicks ?? 1440,
    ticksPerMinute: options.ticksPerMinute ?? 1,
    widest: options.widest,
    fitted: options.fitted ?? 1,
    features,
    aside: (name) => ({ ...draw, random: stream(`${name} drawn`) }),
  };
  return draw;
}

/** A whole number from low to high, both included. */
export const between = ({ random }: Draw, low: number, high: number): number => low + random.below(Math.max(0, high - low) + 1);

/** True by chance where the feature is on. */
export const on = ({ random, features }: Draw, feature: Feature, chance = 0.5): boolean => random.chance(chance) && features.has(feature);

/** A share of the day in ticks, at least 1. */
export const share = ({ dayTicks }: Draw, of: number): Tick => Math.max(1, Math.round(dayTicks * of));

/** The value of the hidden plan, or by chance another one nearby, which makes a rule that the hidden plan may break. */
export const near = (draw: Draw, value: number, reach: number): number =>
  draw.random.chance(draw.fitted) ? value : value + between(draw, -reach, reach);

/** A span around the value (see {@link near}); ends may be open unless windows have a widest. */
export function around(draw: Draw, value: number, reach: number): Span {
  const center = near(draw, value, reach);
  const width = Math.min(reach, draw.widest ?? reach);
  const before = draw.random.chance(0.3) ? 0 : between(draw, 0, width);
  const after = draw.random.chance(0.3) ? 0 : between(draw, 0, width - (draw.widest === undefined ? 0 : Math.min(before, width)));
  const open = draw.widest === undefined ? 0.15 : 0;
  return [draw.random.chance(open) ? null : center - before, draw.random.chance(open) ? null : center + after];
}

/** A whole number that the hidden plan's value does not exceed (see {@link near}). */
export const atLeast = (draw: Draw, value: number, reach: number): number => near(draw, value, reach) + between(draw, 0, reach);

/** A curve that is 0 at 0: a line, a capped one, a convex or a concave one, a two-sided one. */
export function curve(draw: Draw, reach: number): Curve {
  const slope = between(draw, 1, 5);
  const x = between(draw, 1, Math.max(1, reach));
  const kinds: readonly Curve[] = [
    { points: [[0, 0]], above: slope },
    {
      points: [
        [0, 0],
        [x, slope * x],
      ],
    },
    {
      points: [
        [0, 0],
        [x, 0],
      ],
      above: slope,
    },
    {
      points: [
        [0, 0],
        [x, slope * x],
      ],
      above: slope + 2,
    },
    { points: [[0, 0]], above: slope, below: 0 - between(draw, 0, 3) },
  ];
  return draw.random.pick(kinds);
}

/** A V or a flat bottom around `x`, in absolute terms: the cost of a tick or an amount. */
export function valley(draw: Draw, x: number, reach: number): Curve {
  const width = between(draw, 1, Math.max(1, reach));
  const kinds: readonly Curve[] = [
    { points: [[x, 0]], below: 0 - between(draw, 0, 3), above: between(draw, 0, 3) },
    {
      points: [
        [x, 0],
        [x + width, 0],
      ],
      below: -1,
      above: 2,
    },
    {
      points: [
        [x, between(draw, 0, 9)],
        [x + width, 0],
      ],
    },
  ];
  return draw.random.pick(kinds);
}

/** Without the members that are undefined. */
export function defined<T extends object>(fields: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

/** Some elements, each with the chance. */
export const some = <T>({ random }: Draw, list: readonly T[], chance = 0.5): T[] => list.filter(() => random.chance(chance));
