/** Telling a service that ignores what it is asked for. */
import type { RoutingTable } from "./provider.ts";
import { RoutingError } from "./routingError.ts";

/** Shorter trips may take equally long by accident, above all in whole seconds. */
const TELLING_SECONDS = 60;

/**
 * Throws {@link RoutingError} where two profiles have equal tables with a trip of more than a minute: `osrm-routed` serves one profile
 * whatever its name, and people would walk as fast as cars. O(profiles² x points²).
 */
export function refuseAlike(service: string, tables: ReadonlyMap<string, RoutingTable>): void {
  const all = [...tables];
  all.forEach(([profile, { seconds }], i) => {
    if (!seconds.some((row) => row.some((time) => time !== null && time > TELLING_SECONDS))) return;
    const alike = all
      .slice(0, i)
      .find(([, earlier]) => earlier.seconds.every((row, a) => row.every((time, b) => time === seconds[a]?.[b])));
    if (alike === undefined) return;
    const fix = "Ask one mode per address, with `modes`; where the same is meant, give both modes the same profile.";
    throw new RoutingError("profiles-alike", service, `It answers the same for the profiles ${alike[0]} and ${profile}.`, fix);
  });
}
