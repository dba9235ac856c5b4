/** Trips read off the travel columns: from a matrix, or from where the places lie. The only code that knows which. */
import type { TravelColumns } from "./problem.ts";

/** Ticks from one place to another by mode, at factor 1. Both places are known (>= 0) and different. */
export function ticksOf(travel: TravelColumns, mode: number, from: number, to: number): number {
  const { ticks, placeCount } = travel;
  return ticks[(mode * placeCount + from) * placeCount + to] ?? computedTicks(travel, mode, from, to);
}

/** The same where there is no matrix. */
export function computedTicks(travel: TravelColumns, mode: number, from: number, to: number): number {
  const { x, y } = travel;
  const row = mode * travel.placeCount;
  const dx = x[row + from]! - x[row + to]!;
  const dy = y[row + from]! - y[row + to]!;
  return Math.floor(Math.sqrt(dx * dx + dy * dy) * travel.ticksPerUnit[mode]! + travel.rounding[mode]!);
}

/** Metres from one place to another by mode; 0 where no term reads distances. */
export function metresOf(travel: TravelColumns, mode: number, from: number, to: number): number {
  const { metres, placeCount } = travel;
  const row = mode * placeCount;
  if (metres.length > 0) return metres[(row + from) * placeCount + to]!;
  if (!travel.hasMetres) return 0;
  const { x, y } = travel;
  const dx = x[row + from]! - x[row + to]!;
  const dy = y[row + from]! - y[row + to]!;
  return Math.floor(Math.sqrt(dx * dx + dy * dy) * travel.metresPerUnit[mode]! + 0.5);
}
