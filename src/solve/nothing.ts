/** What lanes have found before they placed anything. */
import type { Demand } from "../model/demand.ts";
import { hashOf } from "../model/hash.ts";
import type { LanesFound } from "./pool.ts";

/** Nothing is served, which is worse than whatever a search may tell; a replay arrives at the same. O(tasks), but that the Demand is hashed. */
export function nothingFound(demand: Demand, firstLane: number): LanesFound {
  const unserved = demand.tasks.map(({ id }) => id);
  const plan = { version: 1, demandHash: hashOf(demand), shifts: [], unserved, origin: { tool: "hemtur" } } as const;
  return { plan, levels: [Number.MAX_VALUE], steps: 0, cooling: [{ lane: firstLane, step: 0, at: 1024, turns: 0 }], frames: null };
}
