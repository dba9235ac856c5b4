/** What the terms charge, as far as it can be charged round by round: a price per raw unit, never more than what the term costs. */
import type { FlatCurves } from "../../problem/flatCurves.ts";
import { NO_CURVE } from "../../problem/flatCurves.ts";
import type { CompiledTerm, Problem } from "../../problem/problem.ts";

export interface Price {
  readonly level: number;
  readonly measure: CompiledTerm["measure"];
  /** Cost per raw unit. */
  readonly slope: number;
  readonly accepts: Uint8Array | null;
  readonly modes: Uint8Array | null;
}

export interface Prices {
  readonly prices: readonly Price[];
  /** [level] What the terms that have no price cost at least; -Infinity where nothing is known. */
  readonly floor: Float64Array;
}

/** Measures that no single round tells; where they cannot earn they are left out. */
const COUPLED: readonly CompiledTerm["measure"][] = ["relation", "budget", "workers", "splitShift"];

/** O(terms x points of their curves). */
export function pricesOf(problem: Problem): Prices {
  const floor = new Float64Array(problem.levelCount);
  const prices: Price[] = [];
  for (const term of problem.terms) {
    if (term.level === 0) continue;
    const adds = term.reduce === "sum" || (term.reduce === "max" && problem.demand.terms[term.row]!.per === term.family);
    const told = adds && !COUPLED.includes(term.measure);
    const slope = adds ? slopeBelow(problem.curves, term) : 0;
    const earns = adds ? !(slope >= 0 && term.neverNegative) : lowest(problem.curves, term) < 0;
    const isKnown = slope >= 0 ? !mayFallShort(problem, term.measure) : slope < 0 && isExact(problem, term.measure);
    if (told ? !isKnown : earns) floor[term.level] = Number.NEGATIVE_INFINITY;
    else if (told && slope !== 0) {
      prices.push({ level: term.level, measure: term.measure, slope, accepts: term.accepts, modes: term.modes });
    }
  }
  return { prices, floor };
}

/**
 * Could a plan have less of it than its rounds in networks? What has begun may have been idle before that is counted, or be done below the level
 * asked, which networks know only where levels last; a shift that serves nothing in networks may take an option that earns.
 */
function mayFallShort({ demand, tasks, shifts }: Problem, measure: CompiledTerm["measure"]): boolean {
  if (measure === "optionCost") return tasks.place.some((place) => place < 0) && shifts.optionCost.some((cost) => cost < 0);
  return demand.now !== undefined && (measure === "idle" || (measure === "overLevel" && tasks.overLevel.length === 0));
}

/** Is what a round costs by the measure what the network says, not only at least that? Then it may earn as well. */
function isExact({ travel, tasks }: Problem, measure: CompiledTerm["measure"]): boolean {
  // Else a shift may serve nothing but tasks that go into no network.
  const settled = tasks.place.every((place) => place >= 0);
  if (measure === "travel") return settled && travel.ticks.length > 0 && travel.profiles.every((profile) => profile === null);
  if (measure === "overLevel") return tasks.overLevel.length > 0;
  if (measure === "distance") return settled && travel.metres.length > 0;
  if (measure === "usedShift" || measure === "optionCost") return settled;
  return ["unserved", "missedBreak", "whoCost", "reassigned", "teamCrossing"].includes(measure);
}

/** The steepest line through the origin that stays below the curve for all raw values >= 0; NaN where raw values may be negative. */
function slopeBelow(curves: FlatCurves, { curve, divisor, slope, neverNegative }: CompiledTerm): number {
  if (!Number.isNaN(slope)) return slope;
  if (!neverNegative || curve === NO_CURVE) return Number.NaN;
  const last = curves.from[curve + 1]! - 1;
  let least = curves.above[curve]!;
  if (curves.x[last]! <= 0) least = Math.min(least, curves.above[curve]!);
  for (let p = curves.from[curve]!; p <= last; p++) if (curves.x[p]! > 0) least = Math.min(least, curves.cost[p]! / curves.x[p]!);
  return least / divisor;
}

/** Least cost of the curve over raw values >= 0. */
function lowest(curves: FlatCurves, { curve, neverNegative, reduce }: CompiledTerm): number {
  if (curve === NO_CURVE) return 0;
  if ((!neverNegative && reduce !== "range") || curves.above[curve]! < 0) return Number.NEGATIVE_INFINITY;
  let least = 0;
  for (let p = curves.from[curve]!; p < curves.from[curve + 1]!; p++) if (curves.x[p]! > 0) least = Math.min(least, curves.cost[p]!);
  return least;
}
