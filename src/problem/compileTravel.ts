/** Travel of all modes as one matrix. */
import type { Demand, Travel } from "../model/demand.ts";
import { UsageError } from "../errors.ts";
import { fits } from "./limits.ts";
import type { Profile, TravelColumns } from "./problem.ts";

/** Places beyond which the matrices of one Demand would pass a gigabyte. */
const MOST_CELLS = 250_000_000;

export function compileTravel(demand: Demand): TravelColumns {
  const modeCount = demand.travel.length;
  const placeCount = Math.max(0, ...demand.travel.map((t) => t.placeCount));
  const cells = placeCount * placeCount;
  if (cells * modeCount > MOST_CELLS) {
    throw new UsageError(`${modeCount} modes between ${placeCount} places need ${cells * modeCount} matrix cells; split the Demand by area.`);
  }
  const wantsMetres = demand.terms.some((t) => t.measure === "distance");
  const ticks = new Int32Array(cells * modeCount);
  const metres = new Int32Array(wantsMetres ? cells * modeCount : 0);
  demand.travel.forEach((travel, mode) => {
    const size = travel.placeCount;
    for (let from = 0; from < size; from++) {
      for (let to = 0; to < size; to++) {
        if (from === to) continue;
        const cell = (mode * placeCount + from) * placeCount + to;
        ticks[cell] = fitting(tripTicks(travel, from, to), travel, "ticks");
        if (wantsMetres) metres[cell] = fitting(tripMetres(travel, from, to), travel, "metres");
      }
    }
  });
  return { modeCount, placeCount, ticks, metres, profiles: demand.travel.map(profileOf) };
}

function fitting(value: number, travel: Travel, unit: string): number {
  if (!fits(value)) throw new UsageError(`A trip by "${travel.mode}" of ${value} ${unit} is too long; use a coarser unit.`);
  return value;
}

function tripTicks(travel: Travel, from: number, to: number): number {
  if (travel.ticks !== undefined) return travel.ticks[from * travel.placeCount + to]!;
  const length = straightLine(travel, from, to) * (travel.ticksPerUnit ?? 1);
  return travel.rounding === "nearest" ? Math.floor(length + 0.5) : Math.floor(length);
}

function tripMetres(travel: Travel, from: number, to: number): number {
  if (travel.metres !== undefined) return travel.metres[from * travel.placeCount + to]!;
  if (travel.points === undefined) return 0;
  return Math.floor(straightLine(travel, from, to) * (travel.metresPerUnit ?? 0) + 0.5);
}

function straightLine(travel: Travel, from: number, to: number): number {
  const a = travel.points![from]!;
  const b = travel.points![to]!;
  const dx = a[0] - b[0];
  const dy = a[1] - b[1];
  return Math.sqrt(dx * dx + dy * dy);
}

function profileOf(travel: Travel): Profile | null {
  const steps = travel.profile;
  if (steps === undefined || steps.every((s) => s.factor === 1)) return null;
  return {
    from: Float64Array.from(steps, (s) => s.fromTimeOfDay),
    factor: Float64Array.from(steps, (s) => s.factor),
    least: Math.min(...steps.map((s) => s.factor)),
  };
}
