/** A plan as GeoJSON (RFC 7946): the homes visited and the rounds between them. */
import type { Case } from "../../model/case.ts";
import type { Demand } from "../../model/demand.ts";
import type { Place } from "../../model/place.ts";
import type { Plan } from "../../model/plan.ts";
import type { Id } from "../../units.ts";
import { type Joined, type JoinedRound, joinPlan } from "./joined.ts";
import { type Called, calledBy, type Names } from "./names.ts";

export type Position = readonly [longitude: number, latitude: number];

export interface PlaceFeature {
  readonly type: "Feature";
  readonly geometry: { readonly type: "Point"; readonly coordinates: Position };
  readonly properties: {
    readonly is: "place";
    readonly place: Id;
    /** Who lives there, as in the Case. */
    readonly clients: readonly Id[];
    readonly clientNames?: readonly string[];
    /** Care tasks done there (each of a double visit), and care tasks there that nobody does. */
    readonly visits: number;
    readonly unserved: number;
  };
}

export interface RoundFeature {
  readonly type: "Feature";
  /** From where it starts over its stops to where it ends; null with fewer than two positions. */
  readonly geometry: { readonly type: "LineString"; readonly coordinates: readonly Position[] } | null;
  readonly properties: {
    readonly is: "round";
    readonly shift: Id;
    readonly staff: Id;
    readonly staffName?: string;
    /** Local date on which it begins. */
    readonly date: string;
    readonly mode: Id;
    readonly tasks: number;
    readonly travelSeconds: number;
    /** null where the Demand has no distances. */
    readonly metres: number | null;
  };
}

/** Plain data: `JSON.stringify` makes the file. */
export interface PlanGeoJson {
  readonly type: "FeatureCollection";
  /** West, south, east, north of all that is drawn; absent if nothing is. */
  readonly bbox?: readonly [west: number, south: number, east: number, north: number];
  readonly features: readonly (PlaceFeature | RoundFeature)[];
  /** Places that belong on the map but have no coordinates, as in the Case; rounds pass them over. */
  readonly withoutCoordinates: readonly Id[];
}

/**
 * A point per place where clients live, in the order of the Case; then a line per round, by begin: straight between stops, since a plan
 * knows no roads. `names` (default "ids") adds names beside ids. Coordinates as in the Case: homes can be found by them, so share the file
 * as you would share addresses. Throws `UsageError` where the three do not belong together. O(size of all three).
 */
export function planGeoJson(town: Case, demand: Demand, plan: Plan, { names = "ids" }: { readonly names?: Names } = {}): PlanGeoJson {
  const joined = joinPlan(town, demand, plan);
  const called = names === "ids" ? undefined : calledBy(town, names);
  const homes = placeFeatures(joined, called);
  const rounds = joined.rounds.map((round) => roundFeature(joined, called, round));
  const features = [...homes.features, ...rounds.map(({ feature }) => feature)];
  const touched = new Set([...homes.places, ...rounds.flatMap(({ places }) => places)]);
  const bbox = boxOf(features);
  return {
    type: "FeatureCollection",
    ...(bbox && { bbox }),
    features,
    withoutCoordinates: town.places.filter((place) => touched.has(place) && positionOf(place) === undefined).map(({ id }) => id),
  };
}

function placeFeatures(joined: Joined, called: Called | undefined): { features: PlaceFeature[]; places: Place[] } {
  const { town, rounds, unserved, place } = joined;
  const homeOf = new Map(town.households.map((household) => [household.id, household.place]));
  const clientsAt = new Map<Id, Id[]>();
  for (const { id, household } of town.clients) {
    const home = homeOf.get(household);
    if (home !== undefined) clientsAt.set(home, [...(clientsAt.get(home) ?? []), id]);
  }
  const done = rounds.flatMap(({ tasks }) => tasks).filter(({ task }) => task.kind === "care");
  const visits = counts(done.map(({ leg }) => place(leg.to)?.id));
  const left = unserved.filter(({ kind }) => kind === "care");
  const missing = counts(left.map((task) => (typeof task.place === "number" ? place(task.place)?.id : undefined)));
  const places = town.places.filter(({ id }) => clientsAt.has(id));
  const features = places.flatMap((at): PlaceFeature[] => {
    const coordinates = positionOf(at);
    if (coordinates === undefined) return [];
    const clients = clientsAt.get(at.id) ?? [];
    const properties: PlaceFeature["properties"] = {
      is: "place",
      place: at.id,
      clients,
      ...(called && { clientNames: clients.map(called.client) }),
      visits: visits.get(at.id) ?? 0,
      unserved: missing.get(at.id) ?? 0,
    };
    return [{ type: "Feature", geometry: { type: "Point", coordinates }, properties }];
  });
  return { features, places };
}

function roundFeature(joined: Joined, called: Called | undefined, round: JoinedRound): { feature: RoundFeature; places: Place[] } {
  const { shift, planned, mode, tasks, legs } = round;
  const ways = [legs[0]?.from ?? null, ...legs.map(({ to }) => to)];
  const places = ways.filter((index, i) => index !== null && index !== ways[i - 1]).flatMap((index) => joined.place(index) ?? []);
  const coordinates = places.map(positionOf).filter((position) => position !== undefined);
  const metres = legs.map((leg) => leg.metres);
  const properties: RoundFeature["properties"] = {
    is: "round",
    shift: shift.id,
    staff: shift.worker,
    ...(called && { staffName: called.staff(shift.worker) }),
    date: joined.instant(planned.begin).date,
    mode,
    tasks: tasks.length,
    travelSeconds: Math.round((sum(legs.map(({ ticks }) => ticks)) * 60) / joined.demand.ticksPerMinute),
    metres: metres.includes(null) ? null : sum(metres.map(Number)),
  };
  const geometry = coordinates.length < 2 ? null : { type: "LineString" as const, coordinates };
  return { feature: { type: "Feature", geometry, properties }, places };
}

const positionOf = ({ latitude, longitude }: Place): Position | undefined =>
  latitude === undefined || longitude === undefined ? undefined : [longitude, latitude];

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

function counts(ids: readonly (Id | undefined)[]): ReadonlyMap<Id | undefined, number> {
  const count = new Map<Id | undefined, number>();
  for (const id of ids) count.set(id, (count.get(id) ?? 0) + 1);
  return count;
}

/** Towns do not lie across the 180th meridian, so the west is the least longitude. */
function boxOf(features: PlanGeoJson["features"]): PlanGeoJson["bbox"] {
  const drawn = features.flatMap(({ geometry }): readonly Position[] =>
    geometry === null ? [] : geometry.type === "Point" ? [geometry.coordinates] : geometry.coordinates,
  );
  const [first] = drawn;
  if (first === undefined) return undefined;
  return drawn.reduce<readonly [number, number, number, number]>(
    ([west, south, east, north], [x, y]) => [Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)],
    [...first, ...first],
  );
}
