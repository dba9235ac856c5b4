/** Which clients are of which archetype, and how heavy in it: spread evenly, so that every town has its share of each. */
import { Random } from "../random.ts";
import { ARCHETYPES, type Archetype } from "./visitParameters.ts";
import type { TownParameters } from "./parameters.ts";

export interface Burden {
  readonly archetype: Archetype;
  /** 0 the lightest, 1 the heaviest of the archetype. */
  readonly burden: number;
}

/** Fractions of its multiples are spread more evenly over 0 to 1 than drawn ones. */
const GOLDEN = 0.6180339887498949;

/** Number `i` of many, from 0 to 1: any share of the range has about its share of them. */
export const evenRank = (start: number, i: number): number => (start + i * GOLDEN) % 1;

/** What client number `i` of the town is. It depends on nothing but the seed, the number and the shares. */
export function burdenOf(i: number, seed: number, shares: TownParameters["archetypes"]): Burden {
  const whole = ARCHETYPES.reduce((sum, name) => sum + (shares[name] ?? 0), 0);
  let rank = evenRank(Random.keyed(seed, "ranks").next(), i) * whole;
  let last: Archetype = "light";
  for (const archetype of ARCHETYPES) {
    const share = shares[archetype] ?? 0;
    if (share === 0) continue;
    if (rank < share) return { archetype, burden: rank / share };
    rank -= share;
    last = archetype;
  }
  return { archetype: last, burden: 1 };
}
