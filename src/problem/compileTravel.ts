/** Travel of all modes: as one matrix, or where that would be large, as the places that it is computed from. */
import type { Demand, Travel } from "../model/demand.ts";
import { UsageError } from "../errors.ts";
import { fits } from "./limits.ts";
import type { Profile, TravelColumns } from "./problem.ts";

/** Cells up to which a matrix is made of points as well: some 16 MB, of which a search keeps much in the cache. */
const FEW_CELLS = 4_000_000;
/** Cells beyond which the matrices of one Demand would pass a gigabyte. */
const MOST_CELLS = 250_000_000;

type Pointed = Travel & Required<Pick<Travel, "points">>;

/** `asMatrix`: whether points become a matrix, in place of what their number says. Either way every trip is the same to the tick. */
export function compileTravel(demand: Demand, asMatrix: boolean | null = null): TravelColumns {
  const modeCount = demand.travel.length;
  const placeCount = Math.max(0, ...demand.travel.map((t) => t.placeCount));
  const cells = placeCount * placeCount * modeCount;
  const hasMetres = demand.terms.some((t) => t.measure === "distance");
  const travels = demand.travel.filter((travel): travel is Pointed => travel.points !== undefined && travel.metres === undefined);
  const isMatrix = travels.length < modeCount || (asMatrix ?? cells <= FEW_CELLS);
  const columns = { modeCount, placeCount, hasMetres, profiles: demand.travel.map(profileOf) };
  if (!isMatrix) return { ...columns, ...asPlaces(travels, placeCount, hasMetres) };
  if (cells > MOST_CELLS) {
    throw new UsageError(`${modeCount} modes between ${placeCount} places need ${cells} matrix cells; give points for all modes, or split the Demand by area.`);
  }
  return { ...columns, ...asMatrices(demand.travel, placeCount, hasMetres) };
}

type Trips = Omit<TravelColumns, "modeCount" | "placeCount" | "hasMetres" | "profiles">;

function asMatrices(travels: readonly Travel[], placeCount: number, hasMetres: boolean): Trips {
  const cells = placeCount * placeCount * travels.length;
  const ticks = new Int32Array(cells);
  const metres = new Int32Array(hasMetres ? cells : 0);
  let longest = 0;
  travels.forEach((travel, mode) => {
    const size = travel.placeCount;
    for (let from = 0; from < size; from++) {
      for (let to = 0; to < size; to++) {
        if (from === to) continue;
        const cell = (mode * placeCount + from) * placeCount + to;
        const trip = fitting(tripTicks(travel, from, to), travel, "ticks");
        ticks[cell] = trip;
        if (trip > longest) longest = trip;
        if (hasMetres) metres[cell] = fitting(tripMetres(travel, from, to), travel, "metres");
      }
    }
  });
  const none = new Float64Array(0);
  return { ticks, metres, longest, x: none, y: none, ticksPerUnit: none, rounding: none, metresPerUnit: none };
}

function asPlaces(travels: readonly Pointed[], placeCount: number, hasMetres: boolean): Trips {
  const x = new Float64Array(travels.length * placeCount);
  const y = new Float64Array(travels.length * placeCount);
  const metresPerUnit = Float64Array.from(travels, (travel) => travel.metresPerUnit ?? 0);
  let longest = 0;
  travels.forEach((travel, mode) => {
    travel.points.forEach((point, place) => {
      x[mode * placeCount + place] = point[0];
      y[mode * placeCount + place] = point[1];
    });
    const across = diagonal(travel.points);
    longest = Math.max(longest, fitting(Math.ceil(across * unitTicks(travel)), travel, "ticks"));
    if (hasMetres) fitting(Math.ceil(across * metresPerUnit[mode]!), travel, "metres");
  });
  return {
    ticks: new Int32Array(0),
    metres: new Int32Array(0),
    longest,
    x,
    y,
    ticksPerUnit: Float64Array.from(travels, unitTicks),
    rounding: Float64Array.from(travels, (travel) => (travel.rounding === "nearest" ? 0.5 : 0)),
    metresPerUnit,
  };
}

function fitting(value: number, travel: Travel, unit: string): number {
  if (!fits(value)) throw new UsageError(`A trip by "${travel.mode}" of ${value} ${unit} is too long; use a coarser unit.`);
  return value;
}

/** Of the least rectangle that holds all points: no two are further apart. */
function diagonal(points: Pointed["points"]): number {
  let [left, right, low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    low = Math.min(low, y);
    high = Math.max(high, y);
  }
  return points.length === 0 ? 0 : Math.sqrt((right - left) ** 2 + (high - low) ** 2);
}

const unitTicks = (travel: Travel): number => travel.ticksPerUnit ?? 1;

function tripTicks(travel: Travel, from: number, to: number): number {
  if (travel.ticks !== undefined) return travel.ticks[from * travel.placeCount + to]!;
  const length = straightLine(travel, from, to) * unitTicks(travel);
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
