/** Places on a flat map in whole metres: every travel formula starts here, so that all engines see the same numbers. */
import type { Place } from "../model/place.ts";

/** Metres per degree of latitude on a sphere of radius 6 371 km. */
const METRES_PER_DEGREE = 111194.92664455873;

/** Whole metres east and north of the first place. */
export type Point = readonly [east: number, north: number];

/**
 * Equirectangular projection at the mean latitude: within 0.5 % of the great circle for places up to 100 km apart in
 * Sweden. A place without coordinates lies at the first place that has them. O(places).
 */
export function project(places: readonly Place[]): Point[] {
  const located = places.filter((place) => place.latitude !== undefined && place.longitude !== undefined);
  const latitude0 = located[0]?.latitude ?? 0;
  const longitude0 = located[0]?.longitude ?? 0;
  const meanLatitude =
    latitude0 + located.reduce((sum, place) => sum + ((place.latitude as number) - latitude0), 0) / Math.max(1, located.length);
  const metresPerLongitude = METRES_PER_DEGREE * cosineOfDegrees(meanLatitude);
  return places.map((place) => [
    Math.round(((place.longitude ?? longitude0) - longitude0) * metresPerLongitude),
    Math.round(((place.latitude ?? latitude0) - latitude0) * METRES_PER_DEGREE),
  ]);
}

/** Straight line in metres. Only products, sums and a square root, which every engine rounds alike. */
export const straightMetres = (a: Point, b: Point): number => Math.sqrt((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]));

/** Cosine for -90 to 90 degrees by its Taylor series, since `Math.cos` may differ between engines in the last bit. */
export function cosineOfDegrees(degrees: number): number {
  const radians = degrees * 0.017453292519943295;
  const square = radians * radians;
  let sum = 1;
  let term = 1;
  for (let n = 2; n <= 24; n += 2) {
    term = (-term * square) / (n * (n - 1));
    sum += term;
  }
  return sum;
}
