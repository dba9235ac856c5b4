/** OSRM: `GET /table/v1/{profile}/{longitude},{latitude};...`, version 5.18 or later (which has distances). */
import { UsageError } from "../../errors.ts";
import { show } from "../../model/show.ts";
import { addressOf } from "./address.ts";
import { memberOf, refused, tableOf, unreadable } from "./answer.ts";
import type { Mode, RoutingBlock, RoutingPoint, RoutingProvider, RoutingReply, RoutingTable } from "./provider.ts";
import { RoutingError } from "./routingError.ts";

export interface OsrmOptions {
  /** Where the service is, `http://localhost:5000`; a path and a query are kept. */
  readonly url: string;
  /**
   * Names of the service's profiles. Default: walk `foot`, bike and eBike `bike` (no faster than a bicycle), car `car`, and none for public
   * transport.
   */
  readonly profiles?: Readonly<Partial<Record<Mode, string>>>;
  /** Most coordinates in one request, as `osrm-routed --max-table-size` has it. At least 2; default 100, as there. */
  readonly maxTableSize?: number;
  /** Sent with every request, for example a key. */
  readonly headers?: Readonly<Record<string, string>>;
}

const PROFILES: Readonly<Partial<Record<Mode, string>>> = { walk: "foot", bike: "bike", eBike: "bike", car: "car" };

/**
 * An OSRM service for `resolveTravel`. Beware: `osrm-routed` serves the one profile its data was made with, whatever the request says, so
 * unless something in front of it sorts by profile, resolve one mode per address (`modes`). Where two profiles get equal answers,
 * `resolveTravel` refuses them. Throws {@link UsageError} on a wrong address or size.
 */
export function osrm({ url, profiles = {}, maxTableSize = 100, headers = {} }: OsrmOptions): RoutingProvider {
  const { base, query } = addressOf(url);
  if (!(Number.isInteger(maxTableSize) && maxTableSize >= 2))
    throw new UsageError(`maxTableSize is ${maxTableSize}. Give a whole number from 2.`);
  const named = { ...PROFILES, ...profiles };
  const service = `OSRM at ${base}`;
  return {
    service,
    profileOf: (mode) => named[mode],
    mayIgnoreProfile: true,
    // Sources and targets of a block are other coordinates, unless one block holds all.
    blockSide: (points) => (points <= maxTableSize ? points : Math.floor(maxTableSize / 2)),
    request(profile, block) {
      const points = pointsOf(block);
      const indices = (of: readonly RoutingPoint[]): string => of.map((point) => points.indexOf(point)).join(";");
      const places = points.map(({ longitude, latitude }) => `${longitude},${latitude}`).join(";");
      const asked = `annotations=duration,distance&sources=${indices(block.sources)}&destinations=${indices(block.targets)}`;
      return { url: `${base}/table/v1/${encodeURIComponent(profile)}/${places}?${asked}${query}`, method: "GET", headers };
    },
    read: (reply, block) => read(service, reply, block),
  };
}

/** The coordinates of a request, each once. */
const pointsOf = ({ sources, targets }: RoutingBlock): readonly RoutingPoint[] => [...new Set([...sources, ...targets])];

function read(service: string, reply: RoutingReply, block: RoutingBlock): RoutingTable {
  const code = memberOf(reply.body, "code");
  if (code === "Ok") {
    const seconds = tableOf(memberOf(reply.body, "durations"), block);
    const metres = tableOf(memberOf(reply.body, "distances"), block);
    if (seconds !== undefined && metres !== undefined) return { seconds, metres };
    throw unreadable(service, `Its table has no ${block.sources.length} x ${block.targets.length} durations and distances.`);
  }
  const said = memberOf(reply.body, "message");
  if (code === "NoSegment") {
    // "Could not find a matching segment for coordinate 3", counted in the request.
    const at = typeof said === "string" ? /coordinate (\d+)/.exec(said)?.[1] : undefined;
    const point = at === undefined ? undefined : pointsOf(block)[Number(at)];
    const where = point === undefined ? "a place" : show(point.id);
    const path = point === undefined ? [] : ["places", point.place];
    throw new RoutingError(
      "place-off-road",
      service,
      `It knows no road near ${where}.`,
      "Correct the coordinates, or give the service a larger map.",
      path,
    );
  }
  if (code === "TooBig") throw refused(service, reply, said, "Give `maxTableSize` as the service has it.");
  if (reply.status === 200) throw unreadable(service, "Its answer is no table.");
  throw refused(service, reply, said ?? code, "Check the address, and the names of the profiles.");
}
