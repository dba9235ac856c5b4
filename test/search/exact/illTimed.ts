/** Lanes over mixed Demands whose times are far from best. */
import type { Lane } from "../../../src/search/lane.ts";
import { otherDuration } from "../../../src/search/moves/adjust.ts";
import { holdBack } from "../../../src/search/moves/holdBack.ts";
import { randomDemand } from "../../generate/demands.ts";
import { laneOf } from "../lanes.ts";

const TIMED = { soft: 1, elastic: 0.7, relations: 0.7, softRelations: 0.7, idle: 0.7, baseline: 0.6, profile: 0.1 } as const;
const MIXED = { tasks: [3, 12], shifts: [1, 4] } as const;

/** A lane after a few steps over a Demand that mixes the whole vocabulary, then with tasks held back and durations changed at random. */
export function illTimed(seed: number): Lane {
  const lane = laneOf(randomDemand(seed, { ...MIXED, dayTicks: seed % 2 === 0 ? 60 : 1440, features: TIMED, otherFeatures: 0.3 }), seed);
  lane.cool(0);
  lane.run(60);
  const { tools } = lane;
  for (let k = 0; k < 12; k++) {
    const move = k % 3 === 0 ? otherDuration : holdBack;
    if (move.supports(tools.p) && move.try(tools)) {
      tools.draft.price();
      tools.keep();
    } else tools.draft.undo();
  }
  tools.draft.price();
  return lane;
}
