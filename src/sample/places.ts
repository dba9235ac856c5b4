/** Where people live: blocks and houses around each team's base. */
import type { Household } from "../model/case.ts";
import type { Place } from "../model/place.ts";
import { Random } from "../random.ts";
import type { Id } from "../units.ts";
import type { TownParameters } from "./parameters.ts";

const KM_PER_DEGREE = { latitude: 111.19, longitude: 111.19 * 0.5209 };

export interface Spot {
  readonly latitude: number;
  readonly longitude: number;
}

/** Base of team number `i`, on a square spiral around the centre. */
export function baseSpot(i: number, { centre, teamKm }: TownParameters): Spot {
  let [east, north, dx, dy] = [0, 0, 1, 0];
  for (let left = i, run = 1; left > 0; run++) {
    for (let side = 0; side < 2 && left > 0; side++) {
      const steps = Math.min(run, left);
      east += dx * steps;
      north += dy * steps;
      left -= steps;
      [dx, dy] = [-dy, dx];
    }
  }
  return moved(centre, east * teamKm, north * teamKm);
}

/** Home of a household: in one of the team's blocks, where several live at one address, or alone. */
export function homeSpot(household: Id, team: Id, base: Spot, homes: number, seed: number, parameters: TownParameters): Spot {
  const random = Random.keyed(seed, "home", household);
  const { blockShare, homesPerBlock, radiusKm } = parameters;
  const own = near(base, radiusKm, random);
  if (!random.chance(blockShare)) return own;
  const blocks = Math.max(1, Math.round((homes * blockShare) / Math.max(1, homesPerBlock)));
  return near(base, radiusKm, Random.keyed(seed, "block", team, random.below(blocks)));
}

/** A home is a place of its own, so that entering it takes its time even where the neighbour lives at the same address. */
export const homePlace = (household: Id, at: Spot, area: Id): Place => ({ id: `home-${household}`, ...at, area });

/** How staff get in and what they meet there. */
export function householdOf(id: Id, seed: number, parameters: TownParameters): Household {
  const random = Random.keyed(seed, "household", id);
  const { clientOpens, key, digital } = parameters.access;
  const drawn = random.next() * (clientOpens + key + digital);
  const kind = drawn < clientOpens ? "clientOpens" : drawn < clientOpens + key ? "key" : "digital";
  const conditions = [...(random.chance(parameters.dogShare) ? ["dog"] : []), ...(random.chance(parameters.smokeShare) ? ["smoke"] : [])];
  return { id, place: `home-${id}`, access: { kind, entryMinutes: parameters.entryMinutes[kind] }, ...(conditions.length > 0 && { conditions }) };
}

/** More often near the base than far from it. */
function near(base: Spot, radiusKm: number, random: Random): Spot {
  const offset = (): number => (random.next() + random.next() - 1) * radiusKm;
  const east = offset();
  return moved(base, east, offset());
}

/** A spot `east` and `north` km from another, to about a metre. */
const moved = ({ latitude, longitude }: Spot, east: number, north: number): Spot => ({
  latitude: rounded(latitude + north / KM_PER_DEGREE.latitude),
  longitude: rounded(longitude + east / KM_PER_DEGREE.longitude),
});

const rounded = (degrees: number): number => Math.round(degrees * 100000) / 100000;
