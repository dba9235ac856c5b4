/** Proven lower bounds, so that a plan can carry an honest gap. */
import { UsageError } from "../errors.ts";
import type { Demand } from "../model/demand.ts";
import { compareScores } from "../model/score.ts";
import { compile } from "../problem/compile.ts";
import type { Problem } from "../problem/problem.ts";
import { boundByRounds } from "./rounds/levels.ts";
import { boundByTree } from "./tree/tree.ts";

/** All optional. Without `seconds` the same Demand and steps give the same bound on any machine. */
export interface LowerBoundOptions {
  /**
   * Structures, boxes of times and partial rounds that may be looked at. What else takes long is counted as the partial rounds that take as
   * long: a pivot of the linear program one for every 16 of its rows, 500 fits of two partial rounds one. Default {@link DEFAULT_STEPS}.
   */
  readonly steps?: number;
  /** Ends the proof early, with what is proven by then. Default: no limit. */
  readonly seconds?: number;
  /** What `seconds` are measured by. Default: `performance.now() / 1000`. */
  readonly clock?: () => number;
  /** Ends the proof early, with what is proven by then. */
  readonly signal?: AbortSignal;
}

export interface LowerBound {
  /**
   * No plan that keeps the hard rules has a score that comes before this one (see `compareScores`): on each level the bound is for
   * plans that reach the bounds of the levels before it. -Infinity: nothing is known of the level. Infinity on level 0: no plan keeps the hard rules.
   */
  readonly levels: readonly number[];
  /** "tree": all there is was tried; "rounds": a relaxation to single rounds, couplings left out. */
  readonly method: "tree" | "rounds";
  /** The proof came to its end; by "tree" the bound is then the optimum as far as the library knows the rules. */
  readonly complete: boolean;
  readonly steps: number;
}

export const DEFAULT_STEPS = 16_000_000;
/** Beyond it trying everything leads nowhere. */
const TREE_TASKS = 9;
const TREE_STEPS = 100_000;

/**
 * A number per level that no plan of the Demand is below.
 *
 * Tiny Demands are searched through, with every rule and term. For others, single rounds are priced by column generation: travel, stops,
 * windows, durations, skills, loads and spans are kept, and every cost of a task or round by the least that it can be; relations, budgets,
 * rests, pools and tasks at open places are left out, terms on several rounds by the least that they can cost. Every step that runs to its end
 * proves a bound, the first of them the cheapest ways to all tasks, so that the best so far is returned wherever steps or time run out. Where the
 * first pricing is slow, rounds that forget what they served are priced before. Where cuts part no more, plans are parted by arcs and by who
 * serves a task, and the least of the parts is the bound.
 *
 * Safe against rounding: prices are multiples of a power of two, so that sums of whole costs at them are exact; from what is summed,
 * a thousand-millionth is taken off. Costs that are multiples of a common part for all plans are rounded up to it.
 *
 * For up to some 60 tasks at a shift and 150 in all; the cost grows quickly with the number of tasks that fit into one round.
 * @throws UsageError where the Demand cannot be compiled, or an option cannot be meant.
 */
export function lowerBound(
  demand: Demand,
  { steps = DEFAULT_STEPS, seconds, clock = () => performance.now() / 1000, signal }: LowerBoundOptions = {},
): LowerBound {
  if (!(Number.isInteger(steps) && steps >= 0)) throw new UsageError(`steps is ${steps}; give a whole number of at least 0.`);
  if (seconds !== undefined && !(seconds >= 0)) throw new UsageError(`seconds is ${seconds}; give a number of at least 0.`);
  const end = seconds === undefined ? Number.POSITIVE_INFINITY : clock() + seconds;
  const stopped = (): boolean => signal?.aborted === true || (seconds !== undefined && clock() >= end);
  const problem = compile(demand);
  const budget = { steps: Math.min(steps, TREE_STEPS), stopped };
  const tree = problem.taskCount <= TREE_TASKS ? boundByTree(problem, budget) : null;
  const used = problem.taskCount <= TREE_TASKS ? Math.min(steps, TREE_STEPS) - budget.steps : 0;
  if (tree?.complete)
    return { levels: tree.levels === null ? impossible(problem) : tree.levels.map(safe), method: "tree", complete: true, steps: used };
  const rounds = boundByRounds(problem, { steps: steps - used, stopped });
  const levels = rounds.levels.map(safe);
  const total = used + rounds.steps;
  if (tree !== null && tree.levels !== null && compareScores({ levels: tree.levels }, rounds) > 0) {
    return { levels: tree.levels.map(safe), method: "tree", complete: false, steps: total };
  }
  return { levels, method: "rounds", complete: rounds.complete, steps: total };
}

const impossible = ({ levelCount }: Problem): number[] => new Array<number>(levelCount).fill(Number.POSITIVE_INFINITY);

/** Sums of costs that are not whole may differ in their last bits. */
const safe = (cost: number): number =>
  Number.isFinite(cost) && !Number.isInteger(cost) ? cost - 1e-12 * Math.max(1, Math.abs(cost)) : cost + 0;
