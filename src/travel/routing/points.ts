/** Where a Case's places are, each spot once. */
import { InputError, type Issue } from "../../errors.ts";
import type { Place } from "../../model/place.ts";
import { show } from "../../model/show.ts";
import type { RoutingPoint } from "./provider.ts";

export interface Located {
  /** Each spot once, in the order of its first place. */
  readonly points: readonly RoutingPoint[];
  /** [place]: index in `points`. */
  readonly pointOf: readonly number[];
}

/** About a decimetre: all that OSRM and Valhalla keep, and closer than any map. */
const DECIMALS = 6;

/** Places at the same spot share a point. Throws InputError with every place without coordinates. O(places). */
export function locate(places: readonly Place[]): Located {
  const points: RoutingPoint[] = [];
  const known = new Map<string, number>();
  const issues: Issue[] = [];
  const pointOf = places.map(({ id, latitude, longitude }, place) => {
    if (latitude === undefined || longitude === undefined) {
      issues.push({
        code: "coordinates-missing",
        path: ["places", place],
        message: `Nobody can ask for ways to ${show(id)} without knowing where it is.`,
        fix: "Add latitude and longitude.",
      });
      return 0;
    }
    const point = { place, id, latitude: rounded(latitude), longitude: rounded(longitude) };
    const spot = `${point.latitude} ${point.longitude}`;
    const index = known.get(spot) ?? points.push(point) - 1;
    known.set(spot, index);
    return index;
  });
  if (issues.length > 0) throw new InputError(issues);
  return { points, pointOf };
}

const rounded = (degrees: number): number => Number(degrees.toFixed(DECIMALS));
