/** Places on a flat drawing, and the way of each round from place to place. */
import type { Round } from "../../kpi/round.ts";
import { legsOf, wayOf } from "../../model/legs.ts";
import type { Place } from "../../model/place.ts";
import { dayIndexAt } from "../../model/time.ts";
import type { Id } from "../../units.ts";
import type { View } from "../view.ts";

export type Dot = readonly [x: number, y: number];

export interface FlatMap {
  readonly width: number;
  readonly height: number;
  /** [place of the Case] where it is drawn, to a tenth of a pixel; undefined: no coordinates. */
  readonly dots: readonly (Dot | undefined)[];
  readonly pixelsPerKm: number;
}

const KM_PER_DEGREE = 111.19492664455873;
/** Kilometres of a map of a single spot. */
const LEAST_KM = 0.5;

/**
 * Equirectangular at the mean latitude, north upwards, one scale in both directions, as large as fits between the margins. The height is
 * what the places take, within the bounds. Only `drawn` places (all by default) count; undefined where none has coordinates. O(places).
 */
export function flatMap(
  places: readonly Place[],
  { width, margin, heights: [least, most] }: { readonly width: number; readonly margin: number; readonly heights: readonly [number, number] },
  drawn: (place: number) => boolean = () => true,
): FlatMap | undefined {
  const located = places.filter((place, i) => drawn(i) && isLocated(place)) as Located[];
  if (located.length === 0) return undefined;
  const span = (values: readonly number[]): readonly [number, number] => [Math.min(...values), Math.max(...values)];
  const [south, north] = span(located.map((p) => p.latitude));
  const [west, east] = span(located.map((p) => p.longitude));
  const kmPerLongitude = KM_PER_DEGREE * Math.cos((((south + north) / 2) * Math.PI) / 180);
  const [wide, high] = [(east - west) * kmPerLongitude, (north - south) * KM_PER_DEGREE];
  const scale = Math.min((width - 2 * margin) / Math.max(wide, LEAST_KM), (most - 2 * margin) / Math.max(high, LEAST_KM));
  const height = Math.ceil(Math.max(least, high * scale + 2 * margin));
  const tenth = (x: number): number => Math.round(10 * x) / 10;
  const dot = ({ latitude, longitude }: Located): Dot => [
    tenth(width / 2 + (longitude - (west + east) / 2) * kmPerLongitude * scale),
    tenth(height / 2 - (latitude - (south + north) / 2) * KM_PER_DEGREE * scale),
  ];
  return { width, height, pixelsPerKm: scale, dots: places.map((place, i) => (drawn(i) && isLocated(place) ? dot(place as Located) : undefined)) };
}

type Located = Place & { readonly latitude: number; readonly longitude: number };

const isLocated = ({ latitude, longitude }: Place): boolean => latitude !== undefined && longitude !== undefined;

/** The longest of 1, 2 and 5 times a power of ten, in kilometres, that takes no more than `pixels`. */
export function scaleBarKm(pixelsPerKm: number, pixels: number): number {
  const power = 10 ** Math.floor(Math.log10(pixels / pixelsPerKm));
  const factor = [5, 2, 1].find((f) => f * power * pixelsPerKm <= pixels) ?? 1;
  return factor >= 1 && power >= 1 ? factor * power : Number((factor * power).toPrecision(1));
}

/** The way of a round over one day's map. */
export interface MapRound {
  readonly worker: Id;
  readonly team: Id | undefined;
  /** Places in order, each once in a row, from where the round starts to where it ends. */
  readonly places: readonly number[];
  /** Places of visits to clients. */
  readonly homes: readonly number[];
  readonly stops: number;
  /** null where the Demand has no distances. */
  readonly km: number | null;
}

/** [day] The rounds that begin on it, by begin, then as in the Demand. O(tasks). */
export function mapRounds(view: Pick<View, "demand" | "look" | "rounds">): MapRound[][] {
  const { demand, rounds } = view;
  const order = new Map(demand.shifts.map(({ id }, i) => [id, i]));
  const sorted = [...rounds.values()].sort((a, b) => a.planned.begin - b.planned.begin || (order.get(a.shift.id) ?? 0) - (order.get(b.shift.id) ?? 0));
  const days = demand.days.map((): MapRound[] => []);
  for (const round of sorted) days[dayIndexAt(demand.days, round.planned.begin)]?.push(mapRound(view, round));
  return days;
}

function mapRound({ demand, look }: Pick<View, "demand" | "look">, { shift, stops, pieces, planned }: Round): MapRound {
  const legs = legsOf(demand, look.tasks, planned, wayOf(demand, shift, planned));
  const places = [legs[0]?.from ?? null, ...legs.map(({ to }) => to)].filter((place) => place !== null);
  const atClients = planned.tasks.flatMap(({ id }, i) => (look.tasks.get(id)?.kind === "care" ? (legs[i]?.to ?? []) : []));
  const km = pieces.reduce<number | null>((sum, { activity, metres }) => (activity !== "travel" || sum === null ? sum : metres == null ? null : sum + metres / 1000), 0);
  return {
    worker: shift.worker, team: shift.team, stops, km,
    places: places.filter((place, i) => place !== places[i - 1]),
    homes: [...new Set(atClients)],
  };
}
