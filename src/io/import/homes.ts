/** Where things are: degrees of clients and places. */
import { ROW } from "./messages.ts";
import type { Row } from "./row.ts";

export interface Spot {
  readonly latitude: number;
  readonly longitude: number;
}

/** The degrees of a row, or undefined where it has none. One without the other, and Swedish degrees in each other's columns, are faults. */
export function spotOf(row: Row<"clients"> | Row<"places">): Spot | undefined {
  const one = row as Row<"places">;
  const latitude = one.degrees("latitude", 90);
  const longitude = one.degrees("longitude", 180);
  if (one.raw("latitude") === "" && one.raw("longitude") === "") return undefined;
  for (const [here, there] of [
    ["latitude", "longitude"],
    ["longitude", "latitude"],
  ] as const) {
    if (one.raw(here) === "" && row.table === "clients")
      one.fault(here, "missing-cell", ROW.oneDegree(here, there));
  }
  if (latitude === undefined || longitude === undefined) return undefined;
  if (looksSwapped(latitude, longitude)) {
    return one.fault("latitude", "swapped-coordinates", ROW.swappedDegrees(latitude, longitude));
  }
  return { latitude, longitude };
}

const looksSwapped = (latitude: number, longitude: number): boolean =>
  latitude >= 10 && latitude <= 25 && longitude >= 55 && longitude <= 70;

/** The middle of some spots, to five decimals (about a metre); undefined of none. */
export function middleOf(spots: readonly Spot[]): Spot | undefined {
  if (spots.length === 0) return undefined;
  const mean = (of: (spot: Spot) => number): number =>
    Math.round((spots.reduce((sum, spot) => sum + of(spot), 0) / spots.length) * 1e5) / 1e5;
  return { latitude: mean(({ latitude }) => latitude), longitude: mean(({ longitude }) => longitude) };
}
