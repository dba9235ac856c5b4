/** Where ticks become the time on the wall again: with the offset, so that the hour that comes twice in autumn stays two. */
import { DateTime, IANAZone } from "luxon";
import { UsageError } from "../errors.ts";
import type { CivilDate } from "../model/civil.ts";
import type { Demand } from "../model/demand.ts";
import type { Tick } from "../units.ts";

export interface Instant {
  /** Local date. */
  readonly date: CivilDate;
  /** Local `07:30`; begun minutes are cut off. */
  readonly clock: string;
  /** Local with its offset, to the second: `2026-03-29T07:30:00+02:00`. */
  readonly iso: string;
  /** `2026-03-29T05:30:00Z`, to the second. */
  readonly utc: string;
}

/**
 * Reads ticks of a Demand as time in a zone. A tick that is no whole second is cut off to one. Throws {@link UsageError} if the zone is
 * unknown or the origin is no instant.
 */
export function instantsOf(demand: Pick<Demand, "origin" | "ticksPerMinute">, zone: string): (tick: Tick) => Instant {
  if (!IANAZone.isValidZone(zone))
    throw new UsageError(`${JSON.stringify(zone)} is not a time zone. Write an IANA name such as Europe/Stockholm.`);
  const origin = instantSeconds(demand.origin);
  return (tick) => {
    const second = Math.floor(origin + (tick * 60) / demand.ticksPerMinute);
    const local = DateTime.fromSeconds(second, { zone }) as DateTime<true>;
    return {
      date: local.toISODate(),
      clock: local.toISOTime({ includeOffset: false }).slice(0, 5),
      iso: local.toISO({ suppressMilliseconds: true }),
      utc: utcText(second),
    };
  };
}

/** `2026-03-29T05:30:00Z` of an ISO 8601 instant with offset; throws {@link UsageError} on anything else. */
export const toUtc = (iso: string): string => utcText(instantSeconds(iso));

const SHAPE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

function instantSeconds(iso: string): number {
  const time = SHAPE.test(iso) ? Date.parse(iso) : Number.NaN;
  if (Number.isNaN(time)) throw new UsageError(`${JSON.stringify(iso)} is not an instant. Write it as 2026-03-29T07:30:00+02:00.`);
  return Math.floor(time / 1000);
}

const utcText = (second: number): string => `${new Date(second * 1000).toISOString().slice(0, 19)}Z`;
