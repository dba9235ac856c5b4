/** Travel of a Case as a Demand has it: one matrix per mode, or points where a matrix would be too large. */
import type { Place, TravelMode } from "../model/place.ts";
import { clockMinutes } from "../model/civil.ts";
import type { Travel } from "../model/demand.ts";
import { type Point, project, straightMetres } from "./projection.ts";
import { secondsPerMetre, tripSeconds } from "./seconds.ts";

/** Above this many places a formula without a fixed time is given as points instead of a matrix. */
export const MATRIX_PLACES = 600;

/** One entry per mode of the Case, in its order, in seconds (ticks of a care Demand). O(places²) per mode. */
export function travelFor(places: readonly Place[], modes: readonly TravelMode[]): Travel[] {
  const points = project(places);
  return modes.map((mode) => ({ mode: mode.mode, placeCount: places.length, ...resolved(mode, points), ...profiled(mode) }));
}

function resolved({ matrix, formula }: TravelMode, points: readonly Point[]): Partial<Travel> {
  if (matrix !== undefined) {
    return { ticks: matrix.seconds.flat(), ...(matrix.metres && { metres: matrix.metres.flat() }) };
  }
  if (formula === undefined) return { ticks: points.flatMap(() => points.map(() => 0)) };
  if (points.length > MATRIX_PLACES && formula.fixedSeconds === 0) {
    return { points, ticksPerUnit: secondsPerMetre(formula), rounding: "nearest", metresPerUnit: formula.detour };
  }
  const ticks: number[] = [];
  const metres: number[] = [];
  for (const a of points) {
    for (const b of points) {
      const straight = straightMetres(a, b);
      ticks.push(tripSeconds(formula, straight));
      metres.push(Math.round(straight * formula.detour));
    }
  }
  return { ticks, metres };
}

function profiled({ profile }: TravelMode): Pick<Travel, "profile"> {
  if (profile === undefined || profile.length === 0) return {};
  const steps = profile
    .map(({ from, factor }) => ({ fromTimeOfDay: clockMinutes(from) * 60, factor }))
    .sort((a, b) => a.fromTimeOfDay - b.fromTimeOfDay);
  return { profile: steps[0]?.fromTimeOfDay === 0 ? steps : [{ fromTimeOfDay: 0, factor: 1 }, ...steps] };
}
