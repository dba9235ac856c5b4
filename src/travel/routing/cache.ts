/** Remembering blocks, so that a town is asked for once. */
import { hashOf } from "../../model/hash.ts";
import { memberOf, tableOf } from "./answer.ts";
import type { RoutingBlock, RoutingPoint, RoutingTable } from "./provider.ts";

/** A memory of texts: a Map will do, and `travelCache` of `hemtur/node` keeps files. Keys are 64 hexadecimal digits. */
export interface TravelCache {
  get(key: string): string | undefined | Promise<string | undefined>;
  set(key: string, text: string): unknown;
}

/** One name for all that decides an answer: service, profile and coordinates. */
export const keyOf = (service: string, profile: string, { sources, targets }: RoutingBlock): string =>
  hashOf({ service, profile, sources: sources.map(spot), targets: targets.map(spot) });

const spot = ({ longitude, latitude }: RoutingPoint): readonly [number, number] => [longitude, latitude];

/** What was remembered, unless it is no table for this block: then it is asked for again. */
export function recalled(text: string | undefined, block: RoutingBlock): RoutingTable | undefined {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    const seconds = tableOf(memberOf(value, "seconds"), block);
    const metres = tableOf(memberOf(value, "metres"), block);
    return seconds && metres && { seconds, metres };
  } catch {
    return undefined;
  }
}

/** Only whole tables are worth remembering: a missing way may be put on the map tomorrow. */
export const isWhole = ({ seconds, metres }: RoutingTable): boolean =>
  [...seconds, ...metres].every((row) => row.every((value) => value !== null));
