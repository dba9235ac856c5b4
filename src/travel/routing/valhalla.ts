/** Valhalla: `POST /sources_to_targets`. */
import { UsageError } from "../../errors.ts";
import { canonicalJson } from "../../model/hash.ts";
import { show } from "../../model/show.ts";
import { addressOf } from "./address.ts";
import { amountOrNull, listOf, memberOf, refused, unreadable } from "./answer.ts";
import type { Mode, RoutingBlock, RoutingPoint, RoutingProvider, RoutingReply, RoutingTable } from "./provider.ts";
import { RoutingError } from "./routingError.ts";

export interface ValhallaOptions {
  /** Where the service is, `http://localhost:8002`; a path and a query are kept. */
  readonly url: string;
  /**
   * Names of the service's costing models. Default: walk `pedestrian`, bike and eBike `bicycle`, car `auto`, and none for public transport,
   * for which Valhalla has no matrix.
   */
  readonly costing?: Readonly<Partial<Record<Mode, string>>>;
  /** Options of those models, as Valhalla has them: `{ eBike: { cycling_speed: 20 } }`. Default none. */
  readonly costingOptions?: Readonly<Partial<Record<Mode, Readonly<Record<string, unknown>>>>>;
  /** Most sources, and most targets, of one request: at least 1; default 50, as `max_matrix_location_pairs` is 2,500 by default. */
  readonly maxSide?: number;
  /** Sent with every request, for example a key. */
  readonly headers?: Readonly<Record<string, string>>;
}

const COSTING: Readonly<Partial<Record<Mode, string>>> = { walk: "pedestrian", bike: "bicycle", eBike: "bicycle", car: "auto" };

/** What to do on the refusals that a setting mends: Valhalla's `error_code`. */
const FIXES: Readonly<Record<number, string>> = {
  150: "Give a `maxSide` whose square is at most the service's `max_matrix_location_pairs`.",
  154: "Leave out places far away, or raise the service's `max_matrix_distance`.",
  170: "Correct the coordinates of places on islands, or leave this way to travel to its formula.",
};
const NO_ROAD = 171;
const NO_PATH_AT_ALL = 442;

/** A Valhalla service for `resolveTravel`. Throws {@link UsageError} on a wrong address or size. */
export function valhalla({ url, costing = {}, costingOptions = {}, maxSide = 50, headers = {} }: ValhallaOptions): RoutingProvider {
  const { base, query } = addressOf(url);
  if (!(Number.isInteger(maxSide) && maxSide >= 1)) throw new UsageError(`maxSide is ${maxSide}. Give a whole number from 1.`);
  const named = { ...COSTING, ...costing };
  const service = `Valhalla at ${base}`;
  return {
    service,
    profileOf(mode) {
      const model = named[mode];
      const options = costingOptions[mode];
      return model === undefined ? undefined : canonicalJson({ costing: model, ...(options && { costing_options: { [model]: options } }) });
    },
    blockSide: (points) => Math.min(points, maxSide),
    request(profile, { sources, targets }) {
      const body = {
        sources: sources.map(placed),
        targets: targets.map(placed),
        units: "kilometers",
        verbose: true,
        ...JSON.parse(profile),
      };
      return {
        url: `${base}/sources_to_targets${query.replace(/^&/, "?")}`,
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify(body),
      };
    },
    read: (reply, block) => read(service, reply, block),
  };
}

const placed = ({ latitude, longitude }: RoutingPoint): { readonly lat: number; readonly lon: number } => ({
  lat: latitude,
  lon: longitude,
});

function read(service: string, reply: RoutingReply, block: RoutingBlock): RoutingTable {
  const { sources, targets } = block;
  if (reply.status === 200) {
    const rows = memberOf(reply.body, "sources_to_targets");
    const all = (read: (cell: unknown) => number | null | undefined) =>
      listOf(rows, sources.length, (row) => listOf(row, targets.length, read));
    const seconds = all((cell) => amountOrNull(memberOf(cell, "time")));
    const metres = all((cell) => metresOf(amountOrNull(memberOf(cell, "distance"))));
    if (seconds !== undefined && metres !== undefined && (memberOf(reply.body, "units") ?? "kilometers") === "kilometers")
      return { seconds, metres };
    throw unreadable(service, `Its answer has no ${sources.length} x ${targets.length} times, and distances in kilometers.`);
  }
  const code = memberOf(reply.body, "error_code");
  // Where it finds no way at all in a block, it refuses instead of answering null everywhere.
  if (code === NO_PATH_AT_ALL) return { seconds: nowhere(block), metres: nowhere(block) };
  const said = memberOf(reply.body, "error");
  if (code === NO_ROAD) {
    const first = sources[0] as RoutingPoint;
    const places = new Set([...sources, ...targets]).size;
    const what = `It knows no road near one of ${places} places, of which ${show(first.id)} is the first.`;
    const fix =
      "Correct the coordinates, or give the service a larger map; with a smaller `maxSide` the message comes nearer to the place.";
    throw new RoutingError("place-off-road", service, what, fix);
  }
  throw refused(service, reply, said, FIXES[code as number] ?? "Check the address, and the names of the costing models.");
}

const metresOf = (kilometres: number | null | undefined): number | null | undefined =>
  typeof kilometres === "number" ? kilometres * 1000 : kilometres;

const nowhere = ({ sources, targets }: RoutingBlock): null[][] => sources.map(() => targets.map(() => null));
