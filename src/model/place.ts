/** Where things are and how one gets there, as a Case says it. */
import type { Id } from "../units.ts";
import type { ClockTime } from "./civil.ts";

export interface Place {
  readonly id: Id;
  /** Degrees, WGS 84. Needed by travel formulas and maps. */
  readonly latitude?: number;
  readonly longitude?: number;
  readonly area?: Id;
}

/**
 * Travel without a map: the straight line x `detour` at `kmPerHour` x `winterFactor`, plus `fixedSeconds` per trip (parking, locking),
 * rounded to whole seconds. Between places at the same spot there is no trip.
 */
export interface TravelFormula {
  readonly kmPerHour: number;
  /** How much longer the way is than the straight line, 1 or more. */
  readonly detour: number;
  /** Once per trip that is not between places at the same spot: the extra of every stop. */
  readonly fixedSeconds: number;
  /** Snow and ice: the time of moving, without `fixedSeconds`, is so many times as long. 1 or more; default 1. */
  readonly winterFactor?: number;
}

/** One way to move. Exactly one of `matrix` and `formula`. */
export interface TravelMode {
  readonly mode: "walk" | "bike" | "eBike" | "car" | "public";
  /** [from][to] in the order of `places`, whole seconds and metres. */
  readonly matrix?: { readonly seconds: readonly (readonly number[])[]; readonly metres?: readonly (readonly number[])[] };
  readonly formula?: TravelFormula;
  /** Slower and faster hours: from this clock time on, trips take `factor` as long. */
  readonly profile?: readonly { readonly from: ClockTime; readonly factor: number }[];
  /** Grams of CO2 per km, for the measures. */
  readonly co2GramsPerKm?: number;
}
