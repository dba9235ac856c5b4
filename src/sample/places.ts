/** Where people live: a small town of apartment blocks and houses around each team's base. */
import type { Household } from "../model/case.ts";
import type { Place } from "../model/place.ts";
import type { Random } from "../random.ts";

/** Norrköping, so that maps look like somewhere; nothing else is taken from there. */
const CENTRE = { latitude: 58.5942, longitude: 16.1826 };
const DEGREES_PER_KM = { latitude: 1 / 111.19, longitude: 1 / (111.19 * 0.5209) };

export interface Spot {
  readonly latitude: number;
  readonly longitude: number;
}

/** A spot `east` and `north` km from the town's centre, to about a metre. */
const spot = (east: number, north: number): Spot => ({
  latitude: rounded(CENTRE.latitude + north * DEGREES_PER_KM.latitude),
  longitude: rounded(CENTRE.longitude + east * DEGREES_PER_KM.longitude),
});

/** Base of team `i`: the first in the centre, the others around it. */
export const baseSpot = (i: number): Spot => spot([0, 2.2, -2.2, 0, 0][i % 5] as number, [0, 0, 0, 2.2, -2.2][i % 5] as number);

/** Homes of one team: about half in blocks (several homes at one address), the rest alone. `kmRadius` around the base. */
export function homesAround(base: Spot, count: number, kmRadius: number, random: Random): Spot[] {
  const near = (): Spot => {
    const offset = (): number => (random.next() + random.next() - 1) * kmRadius;
    return {
      latitude: rounded(base.latitude + offset() * DEGREES_PER_KM.latitude),
      longitude: rounded(base.longitude + offset() * DEGREES_PER_KM.longitude),
    };
  };
  const blocks = Array.from({ length: Math.max(1, Math.round(count / 8)) }, near);
  return Array.from({ length: count }, () => (random.chance(0.5) ? random.pick(blocks) : near()));
}

/** A home is a place of its own, so that entering it takes its time even where the neighbour lives at the same address. */
export const homePlace = (id: string, at: Spot): Place => ({ id: `home-${id}`, ...at });

/** How staff get in and what they meet there. */
export function householdOf(id: string, random: Random): Household {
  const kind = random.pick(["clientOpens", "key", "key", "digital"] as const);
  const conditions = [...(random.chance(0.1) ? ["dog"] : []), ...(random.chance(0.08) ? ["smoke"] : [])];
  return {
    id: `household-${id}`,
    place: `home-${id}`,
    access: { kind, entryMinutes: kind === "key" ? 2 : 1 },
    ...(conditions.length > 0 && { conditions }),
  };
}

const rounded = (degrees: number): number => Math.round(degrees * 100000) / 100000;
