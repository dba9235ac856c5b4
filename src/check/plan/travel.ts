/** How long and how far a trip is. */
import type { Day, Travel } from "../../model/demand.ts";
import { dayIndexAt, timeOfDayAt } from "../../model/time.ts";
import type { Tick } from "../../units.ts";

/** Sums of factors may miss a whole tick by rounding errors of this size; they are not a tick more. */
const ROUNDING = 1e-9;

/** Clock time of a trip that leaves at `departure`; none between equal or unknown places. O(days + changes of the profile on the way). */
export function tripTicks(travel: Travel, days: readonly Day[], from: number | null, to: number | null, departure: Tick): Tick {
  if (from === null || to === null || from === to) return 0;
  const base = baseTicks(travel, from, to);
  return travel.profile === undefined ? base : profiledTicks(travel.profile, days, base, departure);
}

/** Metres of a trip; 0 where the travel data has none. */
export function tripMetres(travel: Travel, from: number | null, to: number | null): number {
  if (from === null || to === null || from === to) return 0;
  if (travel.metres !== undefined) return travel.metres[from * travel.placeCount + to] ?? 0;
  return travel.metresPerUnit === undefined ? 0 : Math.floor(distance(travel, from, to) * travel.metresPerUnit + 0.5);
}

/** Ticks of a trip at factor 1. */
export function baseTicks(travel: Travel, from: number, to: number): Tick {
  if (travel.ticks !== undefined) return travel.ticks[from * travel.placeCount + to] ?? 0;
  const exact = distance(travel, from, to) * (travel.ticksPerUnit ?? 1);
  return travel.rounding === "nearest" ? Math.floor(exact + 0.5) : Math.floor(exact);
}

function distance(travel: Travel, from: number, to: number): number {
  const [x0, y0] = travel.points?.[from] ?? [0, 0];
  const [x1, y1] = travel.points?.[to] ?? [0, 0];
  return Math.sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0));
}

/** Goes from one change of the factor to the next; while it is f, a stretch of clock time covers stretch / f of the trip. */
function profiledTicks(profile: NonNullable<Travel["profile"]>, days: readonly Day[], base: Tick, departure: Tick): Tick {
  let left = base;
  let now = departure;
  for (;;) {
    const factor = factorAt(profile, days, now);
    const change = nextChange(profile, days, now);
    if (left * factor <= change - now) return Math.ceil(now + left * factor - departure - ROUNDING);
    left -= (change - now) / factor;
    now = change;
  }
}

function factorAt(profile: NonNullable<Travel["profile"]>, days: readonly Day[], tick: Tick): number {
  const time = timeOfDayAt(days, tick);
  let factor = profile[0]?.factor ?? 1;
  for (const step of profile) if (step.fromTimeOfDay <= time) factor = step.factor;
  return factor;
}

/** The first tick after `tick` at which the factor may be another. */
function nextChange(profile: NonNullable<Travel["profile"]>, days: readonly Day[], tick: Tick): Tick {
  const time = timeOfDayAt(days, tick);
  const index = dayIndexAt(days, tick);
  const candidates = profile.map((step) => tick + step.fromTimeOfDay - time);
  candidates.push(days[index + 1]?.begins ?? Infinity, days[index]?.clockChange?.at ?? Infinity);
  return Math.min(...candidates.filter((candidate) => candidate > tick), Infinity);
}
