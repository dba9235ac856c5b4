/** A mutator of what a plan costs: one fact is changed, and one measure by so much; the others stay, unless they are named. */
import type { Shift } from "../../../../src/model/demand.ts";
import type { Measure } from "../../../../src/model/term.ts";
import type { Random } from "../../../../src/random.ts";
import type { DemandOptions, Pair } from "../../../generate/demands.ts";
import { pickFrom, type Spot, spots } from "./mutator.ts";

export interface CostMutator {
  readonly measure: Measure;
  readonly name: string;
  /** The changed pair, and by how much each measure has grown: those not named have not changed. Undefined: no place for it in this pair. */
  readonly mutate: (pair: Pair, random: Random) => Changed | undefined;
  readonly options?: DemandOptions;
}

interface Changed {
  readonly pair: Pair;
  readonly grown: Readonly<Partial<Record<Measure, number>>>;
}

/** By how much: 1 to 9. */
export const few = (random: Random): number => 1 + random.below(9);

/** A mutator on a random served task. */
export function costAt(
  measure: Measure,
  name: string,
  change: (pair: Pair, spot: Spot, by: number) => Pair | Changed | undefined,
  features: DemandOptions["features"] = {},
): CostMutator {
  return {
    measure,
    name,
    options: { features },
    mutate: (pair, random) => {
      const spot = pickFrom(random, spots(pair));
      const by = few(random);
      const changed = spot && change(pair, spot, by);
      return changed === undefined || "grown" in changed ? changed : { pair: changed, grown: { [measure]: by } };
    },
  };
}

/** Somebody who is in no random Demand. */
export const STRANGER = { id: "stranger", traits: [], skills: [], rest: [] } as const;

/** A shift of the stranger's, without places. */
export const bare = (id: string): Shift => ({
  id,
  worker: STRANGER.id,
  begins: [null, null],
  ends: [null, null],
  idleIfUnused: false,
  fixedDeparture: false,
  options: [{ mode: "walk", from: null, to: null }],
});
