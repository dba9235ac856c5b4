/** How long and how far a trip is, read off a Demand's travel data. */
import type { Tick } from "../units.ts";
import type { Demand, Travel } from "./demand.ts";
import { dayIndexAt, timeOfDayAt } from "./time.ts";

/** Ticks from one place to another, leaving at `depart`; 0 between equal places. O(profile steps passed). */
export function tripTicks(demand: Demand, travel: Travel, from: number, to: number, depart: Tick): Tick {
  if (from === to) return 0;
  const free = freeTicks(travel, from, to);
  return travel.profile === undefined ? free : Math.ceil(slowed(demand, travel.profile, free, depart) - 1e-9);
}

/** Metres of the same trip; null where the Demand does not say. */
export function tripMetres(travel: Travel, from: number, to: number): number | null {
  if (from === to) return 0;
  if (travel.metres !== undefined) return travel.metres[from * travel.placeCount + to] ?? null;
  return travel.points === undefined || travel.metresPerUnit === undefined ? null : Math.floor(distance(travel, from, to) * travel.metresPerUnit + 0.5);
}

function freeTicks(travel: Travel, from: number, to: number): Tick {
  if (travel.ticks !== undefined) return travel.ticks[from * travel.placeCount + to] ?? 0;
  const exact = distance(travel, from, to) * (travel.ticksPerUnit ?? 1);
  return travel.rounding === "truncate" ? Math.floor(exact) : Math.floor(exact + 0.5);
}

function distance(travel: Travel, from: number, to: number): number {
  const [x0, y0] = travel.points?.[from] ?? [0, 0];
  const [x1, y1] = travel.points?.[to] ?? [0, 0];
  return Math.sqrt((x1 - x0) ** 2 + (y1 - y0) ** 2);
}

/** Clock time that `free` ticks of driving take from `depart`: while a factor f holds, t ticks cover t / f of them. */
function slowed(demand: Demand, profile: NonNullable<Travel["profile"]>, free: Tick, depart: Tick): number {
  let clock = depart;
  let left = free;
  for (;;) {
    const timeOfDay = timeOfDayAt(demand.days, clock);
    const step = profile.findLast((p) => p.fromTimeOfDay <= timeOfDay) ?? profile[0];
    const until = nextChange(demand, profile, clock, timeOfDay);
    const needed = left * (step?.factor ?? 1);
    if (needed <= until - clock) return clock + needed - depart;
    left -= (until - clock) / (step?.factor ?? 1);
    clock = until;
  }
}

/** First tick after `clock` at which the factor may change: the profile's next step, a new day, a clock change. */
function nextChange(demand: Demand, profile: NonNullable<Travel["profile"]>, clock: Tick, timeOfDay: Tick): Tick {
  const index = dayIndexAt(demand.days, clock);
  const step = profile.find((p) => p.fromTimeOfDay > timeOfDay);
  const candidates = [step === undefined ? Infinity : clock + step.fromTimeOfDay - timeOfDay, demand.days[index + 1]?.begins, demand.days[index]?.clockChange?.at];
  return Math.min(...candidates.map((tick) => (tick === undefined || tick <= clock ? Infinity : tick)));
}
