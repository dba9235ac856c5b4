/** Straight lines between places, as the crow flies over a round earth: the judge draws no map. */
import type { Place } from "../../model/place.ts";

/** Mean radius of the earth in metres. */
const RADIUS = 6_371_000;
/** Whole metres on a flat map: two places may each be off by half a metre, to the north and to the east. */
const ROUNDED_METRES = 1.5;

export interface Globe {
  readonly places: readonly Place[];
  /** Place -> unit vector from the middle of the earth. */
  readonly points: readonly (readonly [x: number, y: number, z: number])[];
  /** How much longer or shorter a line may be on a flat map of all places, whichever of their latitudes is drawn true. */
  readonly flattening: number;
}

/** Places without coordinates lie where the first one is that has them. */
export function globeOf(places: readonly Place[]): Globe {
  const known = places.flatMap(({ latitude, longitude }) =>
    latitude === undefined || longitude === undefined ? [] : [{ latitude, longitude }],
  );
  const [first = { latitude: 0, longitude: 0 }] = known;
  const widths = known.map(({ latitude }) => Math.cos(radians(latitude)));
  return {
    places,
    points: places.map(({ latitude = first.latitude, longitude = first.longitude }) => {
      const [north, east] = [radians(latitude), radians(longitude)];
      return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)];
    }),
    flattening: known.length === 0 ? 0 : widest(widths) - 1 + 0.0005,
  };
}

const widest = (widths: readonly number[]): number =>
  widths.reduce((most, width) => Math.max(most, width), 0) /
  Math.max(
    1e-9,
    widths.reduce((least, width) => Math.min(least, width), 1),
  );

const radians = (degrees: number): number => (degrees / 180) * Math.PI;

/** Shortest and longest that the line in metres may be on a map. */
export function straightLine(globe: Globe, from: number, to: number): readonly [near: number, far: number] {
  const metres = exactMetres(globe, from, to);
  return [Math.max(0, metres * (1 - globe.flattening) - ROUNDED_METRES), metres * (1 + globe.flattening) + ROUNDED_METRES];
}

/** Are two places one? A map that knows whole metres may see it either way. */
export function sameSpot(globe: Globe, from: number, to: number): "surely" | "maybe" | "no" {
  const metres = exactMetres(globe, from, to);
  return metres < 0.01 ? "surely" : metres <= ROUNDED_METRES ? "maybe" : "no";
}

function exactMetres({ points }: Globe, from: number, to: number): number {
  const [a, b] = [points[from] ?? [0, 0, 0], points[to] ?? [0, 0, 0]];
  const chord = Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
  return 2 * RADIUS * Math.asin(Math.min(1, chord / 2));
}
