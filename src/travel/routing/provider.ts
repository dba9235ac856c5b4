/** What a routing service has to be able to say; the asking is done by `ask.ts`, so a service is only its protocol. */
import type { TravelMode } from "../../model/place.ts";
import type { Id } from "../../units.ts";

export type Mode = TravelMode["mode"];

/** Where one or more places of the Case are. */
export interface RoutingPoint {
  /** Index in `Case.places` of the first place there, and its id: for messages. */
  readonly place: number;
  readonly id: Id;
  /** Degrees, WGS 84, as many decimals as are sent (about a decimetre). */
  readonly latitude: number;
  readonly longitude: number;
}

/** Trips from every source to every target. */
export interface RoutingBlock {
  readonly sources: readonly RoutingPoint[];
  readonly targets: readonly RoutingPoint[];
}

/** [source][target]; null where no way leads. Seconds and metres of 0 or more, not yet rounded. */
export interface RoutingTable {
  readonly seconds: readonly (readonly (number | null)[])[];
  readonly metres: readonly (readonly (number | null)[])[];
}

export interface RoutingRequest {
  readonly url: string;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** `body`: the JSON of the answer; undefined where it is none. */
export interface RoutingReply {
  readonly status: number;
  readonly body: unknown;
}

/** A routing service's protocol: `osrm` and `valhalla` make one, and anything else of this form will do. */
export interface RoutingProvider {
  /** Name and address, for messages and as part of the cache's keys. Without secrets. */
  readonly service: string;
  /** Everything besides the places that decides the answer for a mode, as text. Undefined: the service does not serve it. */
  profileOf(mode: Mode): string | undefined;
  /** True where the service may answer for another profile than the one asked for: equal answers for two are then refused. */
  readonly mayIgnoreProfile?: boolean;
  /** Most sources, and most targets, that one request may have where there are `points` in all. At least 1. */
  blockSide(points: number): number;
  /** The request for a block; `profile` is one of {@link profileOf}. */
  request(profile: string, block: RoutingBlock): RoutingRequest;
  /** The table in a reply that is neither 429 nor 5xx. Throws {@link RoutingError} where there is none. */
  read(reply: RoutingReply, block: RoutingBlock): RoutingTable;
}
