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

/** One way to move. Exactly one of `matrix` and `formula`. */
export interface TravelMode {
  readonly mode: "walk" | "bike" | "eBike" | "car" | "public";
  /** [from][to] in the order of `places`, whole seconds and metres. */
  readonly matrix?: { readonly seconds: readonly (readonly number[])[]; readonly metres?: readonly (readonly number[])[] };
  /** Straight line x `detour` at `kmPerHour`, plus `fixedSeconds` per trip (parking, locking). */
  readonly formula?: { readonly kmPerHour: number; readonly detour: number; readonly fixedSeconds: number };
  /** Slower and faster hours: from this clock time on, trips take `factor` as long. */
  readonly profile?: readonly { readonly from: ClockTime; readonly factor: number }[];
  /** Grams of CO2 per km, for the measures. */
  readonly co2GramsPerKm?: number;
}
