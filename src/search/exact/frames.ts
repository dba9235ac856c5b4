/**
 * Budgets over several durations (frames), which are no differences: their curves and limits are replaced by a price per tick,
 * and the network's minimum at these prices less what the prices may overstate is a lower bound on the best times
 * (Lagrange; Fenchel's inequality on each budget). The prices climb by subgradients with Polyak's step. Times found on the
 * way are tried in full, and kept where they are better. Best times need a mixed integer program where the gap stays open.
 */
import type { Problem } from "../../problem/problem.ts";
import { curveCost } from "../../problem/flatCurves.ts";
import { compareLevels } from "../acceptance.ts";
import type { Pieces } from "../pieces.ts";
import type { Tools } from "../tools.ts";
import { slopeAt } from "./corners.ts";
import type { BudgetPrices } from "./planPrices.ts";
import { retimeAll, writeTimes } from "./retime.ts";

/** Changes of the prices, and looks at arcs of the network, after which the bound is good enough. */
const MOST_ROUNDS = 60;
const MOST_LOOKS = 10_000_000;
/** Changes of the prices in a row that close less than this share of the gap, after which no more are tried. */
const PATIENCE = 6;
const WORTH = 0.02;
const CLOSED = 1e-6;

/** How far from best the durations of a plan may be, given who does what in which order. */
export interface FramesGap {
  /** The level on which budgets, or else durations, are priced. */
  readonly level: number;
  /** What the plan costs on it. */
  readonly cost: number;
  /**
   * What no other times of the same rounds can go below that are as good on earlier levels and stay on the same side of every
   * jump in what is asked or paid (another day, a split shift, a break that falls due).
   */
  readonly bound: number;
  /** cost - bound, at least 0. */
  readonly gap: number;
}

/**
 * Gives all rounds the best times found, the budgets' sums with them, and says how far from best they may be on the level on
 * which budgets, or else durations, are priced: among times of the same rounds that are as good on earlier levels and keep the
 * same sides of what is not convex (see sides.ts). null: no bound is known, since nothing prices durations, several terms price
 * budgets, or a term up to that level is only a guess. Keeps only what is better. The state must be priced and nothing
 * pending, as it is between two pieces. O({@link MOST_LOOKS}).
 */
export function* settleFrames(tools: Tools): Pieces<FramesGap | null> {
  yield* retimeAll(tools);
  const priced = pricedIn(tools);
  if (priced === null) return null;
  const { objective } = tools;
  const { level } = priced;
  const frames = new Frames(tools, priced);
  const { minimiser } = tools.timetable;
  const until = minimiser.looks + MOST_LOOKS;
  let bound = Number.NEGATIVE_INFINITY;
  let gap = Number.POSITIVE_INFINITY;
  frames.start();
  for (let k = 0, idle = 0; k < MOST_ROUNDS && idle < PATIENCE; k++) {
    yield;
    const found = tryPrices(tools, frames, k, until - minimiser.looks);
    if (found === null) break;
    bound = Math.max(bound, found);
    const left = objective.levels[level]! - bound;
    if (left <= CLOSED * Math.max(1, Math.abs(bound))) break;
    idle = left < (1 - WORTH) * gap ? 0 : idle + 1;
    gap = Math.min(gap, left);
  }
  yield* retimeAll(tools);
  if (bound === Number.NEGATIVE_INFINITY) return null;
  const cost = objective.levels[level]!;
  return { level, cost, bound, gap: Math.max(0, cost - bound) };
}

/** Times all rounds at these prices, keeps that if it is better, and moves the prices. The bound that follows, or null. */
function tryPrices(tools: Tools, frames: Frames, turn: number, mostLooks: number): number | null {
  const { objective, draft, p, timetable } = tools;
  const { prices, accounts, gains } = timetable;
  const { level } = frames;
  const before = objective.levels.slice();
  const used = Array.from({ length: p.shiftCount }, (_, r) => r).filter((r) => objective.st.size[r]! > 0);
  prices.plan.standIn = frames;
  timetable.solve(used, mostLooks);
  prices.plan.standIn = null;
  const earlier = gains.slice(0, level).some((gain) => gain < -CLOSED);
  if (!timetable.proved || timetable.narrowed || prices.exactLevels <= level || earlier) return null;
  const found = before[level]! + gains[level]! - frames.overstated();
  frames.climb(before[level]! - found);
  accounts.turn = turn;
  if (writeTimes(tools, timetable) && compareLevels(draft.price(), before) < 0) tools.keep();
  else tools.undo();
  return found;
}

/** Where budgets are weighed against each other: a level, and what a unit of a budget's cost costs there. */
interface Priced {
  readonly level: number;
  readonly factor: number;
}

/** By the one term over budgets, if it is a rising line over their sum; without one, on the first level that prices durations. */
function pricedIn({ objective, p }: Tools): Priced | null {
  const terms = objective.ledgers.map(({ term }) => term);
  const [term, another] = terms.filter(({ family }) => family === "budget");
  if (another !== undefined || p.budgets.count === 0) return null;
  if (term !== undefined) return term.reduce === "sum" && term.slope > 0 ? { level: term.level, factor: term.slope } : null;
  const levels = terms.filter(({ measure, level }) => measure === "durationValue" && level > 0).map(({ level }) => level);
  return levels.length === 0 ? null : { level: Math.min(...levels), factor: 0 };
}

class Frames implements BudgetPrices {
  /** [budget] price per tick. */
  readonly perTick: Float64Array;
  readonly level: number;
  private readonly tools: Tools;
  private readonly p: Problem;
  private readonly factor: number;
  /** Set by `conjugate`: the sum at which it is reached. */
  private best = 0;

  constructor(tools: Tools, { factor, level }: Priced) {
    this.tools = tools;
    this.p = tools.p;
    this.factor = factor;
    this.level = level;
    this.perTick = new Float64Array(this.p.budgets.count);
  }

  /** Prices as the curves have them at the present sums. */
  start(): void {
    const { budgets, curves } = this.p;
    for (let b = 0; b < budgets.count; b++) {
      if (budgets.curve[b]! >= 0) this.perTick[b] = this.factor * slopeAt(curves, budgets.curve[b]!, this.sumNow(b), true);
      this.limit(b);
    }
  }

  /** By how much the prices overstate what the present sums cost: 0 where they are slopes of the curves there. */
  overstated(): number {
    let sum = 0;
    for (let b = 0; b < this.p.budgets.count; b++) {
      const used = this.sumNow(b);
      if (!this.varies()) continue;
      sum += this.costOf(b, used) + this.conjugate(b) - this.perTick[b]! * used;
    }
    return sum;
  }

  /** Moves the prices towards the sums that the network chose, less those that the prices would like; `distance`: to the bound. */
  climb(distance: number): void {
    const { budgets } = this.p;
    const wanted = new Float64Array(budgets.count);
    let norm = 0;
    for (let b = 0; b < budgets.count; b++) {
      const found = this.sumFound(b);
      if (!this.varies()) continue;
      this.conjugate(b);
      wanted[b] = found - this.best;
      norm += wanted[b]! ** 2;
    }
    if (norm === 0) return;
    const step = Math.max(0, distance) / norm;
    for (let b = 0; b < budgets.count; b++) {
      this.perTick[b]! += step * wanted[b]!;
      this.limit(b);
    }
  }

  /** Beyond the curve's outer slopes nothing bounds a price, unless a limit bounds the sum. */
  private limit(b: number): void {
    const { budgets, curves } = this.p;
    const row = budgets.curve[b]!;
    const above = row < 0 ? 0 : this.factor * curves.above[row]!;
    const below = row < 0 ? 0 : this.factor * curves.below[row]!;
    if (budgets.max[b] === Number.POSITIVE_INFINITY) this.perTick[b] = Math.min(this.perTick[b]!, above);
    if (budgets.min[b] === Number.NEGATIVE_INFINITY) this.perTick[b] = Math.max(this.perTick[b]!, below);
  }

  /** Largest lambda * sum - cost over the sums allowed. */
  private conjugate(b: number): number {
    const { budgets, curves } = this.p;
    const { min, max } = budgets;
    let most = Number.NEGATIVE_INFINITY;
    const look = (sum: number): void => {
      const value = this.perTick[b]! * sum - this.costOf(b, sum);
      if (value <= most) return;
      most = value;
      this.best = sum;
    };
    if (Number.isFinite(min[b]!)) look(min[b]!);
    if (Number.isFinite(max[b]!)) look(max[b]!);
    const row = budgets.curve[b]!;
    if (row >= 0)
      for (let i = curves.from[row]!; i < curves.from[row + 1]!; i++)
        if (curves.x[i]! >= min[b]! && curves.x[i]! <= max[b]!) look(curves.x[i]!);
    if (most === Number.NEGATIVE_INFINITY) look(this.sumNow(b)); // no corner at all: the price is the one slope, any sum will do
    return most;
  }

  private costOf(b: number, sum: number): number {
    return this.factor * curveCost(this.p.curves, this.p.budgets.curve[b]!, sum);
  }

  private sumNow(b: number): number {
    const { accounts } = this.tools.timetable;
    accounts.readBudget(b);
    return accounts.used;
  }

  /** Do lengths of the budget read last vary? */
  private varies(): boolean {
    return this.tools.timetable.accounts.from.length > 0;
  }

  /** The sum at the times that the network found. */
  private sumFound(b: number): number {
    const { accounts, moments } = this.tools.timetable;
    accounts.readBudget(b);
    let sum = accounts.used;
    for (let i = 0; i < accounts.from.length; i++) {
      const [a, c] = [accounts.from[i]!, accounts.to[i]!];
      sum += accounts.sign[i]! * (moments.now(c) - moments.now(a) - moments.planned(c) + moments.planned(a));
    }
    return sum;
  }
}
