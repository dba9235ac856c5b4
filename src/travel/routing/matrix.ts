/** From a service's table to the matrix of a way to travel. */
import type { TravelFormula, TravelMode } from "../../model/place.ts";
import type { Located } from "./points.ts";
import type { RoutingTable } from "./provider.ts";

/** [from][to] in the order of places, whole seconds and metres. */
export type Matrix = Required<NonNullable<TravelMode["matrix"]>>;

/**
 * The table between `located.points` as a matrix between all places. Of `formula` counts what a service cannot know: winter and the extra
 * of every trip. `missing` is told of every pair of places that no way joins. O(places²).
 */
export function matrixOf(
  table: RoutingTable,
  { pointOf }: Located,
  formula: Partial<TravelFormula> | undefined,
  missing: (from: number, to: number) => void,
): Matrix {
  const { winterFactor = 1, fixedSeconds = 0 } = formula ?? {};
  const seconds: number[][] = [];
  const metres: number[][] = [];
  pointOf.forEach((a, from) => {
    const secondsFrom: number[] = [];
    const metresFrom: number[] = [];
    pointOf.forEach((b, to) => {
      const time = a === b ? 0 : table.seconds[a]?.[b];
      const length = a === b ? 0 : table.metres[a]?.[b];
      if (typeof time !== "number" || typeof length !== "number") missing(from, to);
      else {
        secondsFrom.push(a === b ? 0 : Math.round(time * winterFactor + fixedSeconds));
        metresFrom.push(Math.round(length));
      }
    });
    seconds.push(secondsFrom);
    metres.push(metresFrom);
  });
  return { seconds, metres };
}
