/** Travel between two places of a Demand without a profile, as its docstring defines it. */
import type { Travel } from "../../model/demand.ts";

/** Whole ticks from one place to another; no place on either side: none. Throws nothing; O(1). */
export function travelTicks(travel: Travel, from: number | null, to: number | null): number {
  if (from === null || to === null) return 0;
  if (travel.ticks !== undefined) return travel.ticks[from * travel.placeCount + to] ?? 0;
  const [x0, y0] = travel.points?.[from] ?? [0, 0];
  const [x1, y1] = travel.points?.[to] ?? [0, 0];
  const exact = Math.sqrt((x1 - x0) ** 2 + (y1 - y0) ** 2) * (travel.ticksPerUnit ?? 1);
  return travel.rounding === "truncate" ? Math.trunc(exact) : Math.floor(exact + 0.5);
}
