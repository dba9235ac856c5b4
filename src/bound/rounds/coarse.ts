/**
 * Coarse bounds, so that something is said where rounds with memories take more steps than there are: the cheapest way to each task, and
 * rounds as walks that remember next to nothing. There are many more walks than rounds, but few labels tell the cheapest.
 * Source: Christofides, Mingozzi, Toth (1981), doi:10.1002/net.3230110207 (state-space relaxation, q-paths).
 */
import type { Labels } from "./labels.ts";
import { type Master, PIVOTS } from "./master.ts";
import { firstMemory } from "./memory.ts";
import type { Network } from "./network.ts";
import { type Budget, dualsAt, lagrangian, priceAll, type Quarries, solveMaster } from "./pricing.ts";
import type { Setting } from "./setting.ts";

/** A gap below this share is not worth another pricing. */
const CLOSE = 1e-3;

/**
 * For where nothing earns: what tasks cost if each is served from wherever it is cheapest, or left out. Infinity: one cannot be either.
 * O(classes x nodes² x levels).
 */
export function cheapestWays({ classes, leftOut, floor, rowCount }: Setting, level: number, caps: readonly number[]): number {
  const least = new Float64Array(rowCount).fill(Number.POSITIVE_INFINITY);
  for (const { networks } of classes) {
    for (const { network, row } of networks) {
      row.forEach((r, node) => {
        least[r] = Math.min(least[r]!, cheapestWayTo(network, node, level));
      });
    }
  }
  let sum = 0;
  leftOut.forEach((cost, r) => {
    const mayLeave = cost !== null && caps.every((cap, l) => floor[l]! + cost[l]! <= cap + 1e-6 * (1 + Math.abs(cap)));
    sum += mayLeave ? Math.min(least[r]!, cost[level]!) : least[r]!;
  });
  return floor[level]! - 1e-9 * Math.abs(floor[level]!) + (1 - 1e-9) * sum;
}

function cheapestWayTo({ nodeCount: n, arcCost, arcTicks, begin, earliest, latest, soft }: Network, node: number, level: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let from = 0; from <= n; from++) {
    const arc = from * (n + 1) + node;
    if (from === node || (from === n ? begin : earliest[from]!) + arcTicks[arc]! > latest[node]!) continue;
    least = Math.min(least, arcCost[level]![arc]!);
  }
  return soft[node]!.reduce((sum, s) => (s.level === level ? sum + s.at(earliest[node]!) : sum), least);
}

/** The most that was proven when walks or the budget end; the master is left with walks in it. */
export function boundByWalks(
  setting: Setting,
  level: number,
  caps: readonly number[],
  master: Master,
  quarries: Quarries,
  scratch: Labels,
  budget: Budget,
): number {
  const forgetful = quarries.map((own) => own.map((quarry) => ({ ...quarry, memory: firstMemory(setting, quarry.ways, 0) })));
  let best = Number.NEGATIVE_INFINITY;
  while (budget.labels > 0 && !budget.stopped()) {
    solveMaster(master, PIVOTS, budget);
    const duals = dualsAt(master, level);
    const found = priceAll(setting, master, forgetful, duals, false, scratch, budget);
    if (found === null) return best;
    best = Math.max(best, lagrangian(setting, level, caps, duals, found.least, master));
    const reached = master.linear.objective() + setting.floor[level]!;
    if (found.columns.length === 0 || reached - best < CLOSE * Math.abs(reached)) return best;
    for (const column of found.columns) master.add(column);
  }
  return best;
}
