/** How long trips take and how far they are. */
import type { Travel } from "../../src/model/demand.ts";
import { timeOfDayAt } from "../../src/model/time.ts";
import type { Tick } from "../../src/units.ts";
import type { Range } from "./range.ts";
import type { Reading } from "./reading.ts";

/** A round that starts nowhere has no place there. */
export const NOWHERE = -1;

const travelOf = (reading: Reading, mode: string): Travel => reading.travel.get(mode) as Travel;

/** Ticks at factor 1. */
export function baseTicks(reading: Reading, mode: string, from: number, to: number): number {
  if (from === NOWHERE || to === NOWHERE || from === to) return 0;
  const travel = travelOf(reading, mode);
  if (travel.ticks !== undefined) return travel.ticks[from * travel.placeCount + to] as number;
  const exact = straight(travel, from, to) * (travel.ticksPerUnit ?? 1);
  return travel.rounding === "truncate" ? Math.trunc(exact) : Math.floor(exact + 0.5);
}

export function metresOf(reading: Reading, mode: string, from: number, to: number): number {
  if (from === NOWHERE || to === NOWHERE || from === to) return 0;
  const travel = travelOf(reading, mode);
  if (travel.metres !== undefined) return travel.metres[from * travel.placeCount + to] as number;
  return travel.points === undefined ? 0 : Math.floor(straight(travel, from, to) * (travel.metresPerUnit ?? 0) + 0.5);
}

function straight(travel: Travel, from: number, to: number): number {
  const [x0, y0] = travel.points?.[from] ?? [0, 0];
  const [x1, y1] = travel.points?.[to] ?? [0, 0];
  return Math.sqrt((x1 - x0) ** 2 + (y1 - y0) ** 2);
}

/** Ticks of a trip that starts at `departure`. */
export function tripTicks(reading: Reading, mode: string, base: number, departure: Tick): number {
  const { profile } = travelOf(reading, mode);
  if (profile === undefined || base === 0) return base;
  const { days } = reading.demand;
  let left = base;
  let at = departure;
  for (;;) {
    const clock = timeOfDayAt(days, at);
    const factor = (profile.filter((p) => p.fromTimeOfDay <= clock).at(-1) ?? profile[0])?.factor ?? 1;
    const changes = profile.filter((p) => p.fromTimeOfDay > clock).map((p) => at + p.fromTimeOfDay - clock);
    for (const day of days) changes.push(day.begins, day.clockChange?.at ?? day.begins);
    const until = Math.min(...changes.filter((t) => t > at));
    if (left * factor <= until - at) return Math.ceil(at - departure + left * factor - 1e-9);
    left -= (until - at) / factor;
    at = until;
  }
}

/** Bounds of {@link tripTicks} over departures in the range; exact for short ranges. */
export function tripRange(reading: Reading, mode: string, base: number, [from, to]: Range): Range {
  const { profile } = travelOf(reading, mode);
  if (profile === undefined || base === 0) return [base, base];
  if (to - from > 40) {
    const factors = profile.map((p) => p.factor);
    return [Math.floor(base * Math.min(...factors)), Math.ceil(base * Math.max(...factors))];
  }
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (let t = from; t <= to; t++) {
    const ticks = tripTicks(reading, mode, base, t);
    least = Math.min(least, ticks);
    most = Math.max(most, ticks);
  }
  return [least, most];
}
