/** How hot a search starts: told by what its moves cost where it stands. */
import { firstDifference } from "./acceptance.ts";
import type { WeightedMove } from "./moves/index.ts";
import type { Pieces } from "./pieces.ts";
import { VIOLATION } from "./settle.ts";
import type { Tools } from "./tools.ts";
import { meanTrip } from "./tripHeat.ts";

/** Moves tried, and how many of them in a piece. */
const SAMPLES = 400;
const PIECE = 50;
/**
 * Start temperature as a share of what a worse move costs: the lower quartile, since the mean is ruled by moves that no temperature should
 * accept.
 */
const HEAT = 0.6;
const QUARTILE = 0.25;
/**
 * Start temperature in trips between neighbours, where travel is all that moves of served tasks change and rounds are tied to each other: most moves are
 * small there, and their costs so far from the bottom say little.
 */
const TRIPS_OF_HEAT = 16;
/** Heat against broken rules: three tenths of one. */
export const HARD_HEAT = 0.3 * VIOLATION;

/**
 * Heat per level, times `share`: tries moves and undoes them, to learn what a worse one typically costs. The state is as before, but for its levels,
 * which `tools.objective` sums at the end.
 */
export function* sampleHeat(tools: Tools, current: Float64Array, pickMove: () => WeightedMove, share: number): Pieces<Float64Array> {
  const { draft, objective, screen } = tools;
  screen.allow(Number.POSITIVE_INFINITY);
  const deltas: number[][] = Array.from(current, () => []);
  for (let k = 0; k < SAMPLES; k++) {
    if (k > 0 && k % PIECE === 0) yield;
    if (pickMove().move.try(tools)) {
      const levels = draft.price();
      const level = firstDifference(levels, current);
      if (level > 0 && levels[level]! > current[level]!) deltas[level]!.push(levels[level]! - current[level]!);
    } else tools.ruin.clear();
    draft.undo();
  }
  objective.sumLevels();
  const tripCost = tools.p.relations.count > 0 ? screen.tickPrice * meanTrip(tools.p, tools.neighbours) : 0;
  return Float64Array.from(deltas, (worse, level) => {
    if (level === 0) return HARD_HEAT * share;
    if (level === screen.travelLevel && tripCost > 0) return share * TRIPS_OF_HEAT * tripCost;
    return share * (worse.length > 0 ? HEAT * quantile(worse, QUARTILE) : 1);
  });
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(share * values.length)]!;
}
