/**
 * Budgets over several durations (frames), which are no differences: their curves and limits are replaced by a price per tick,
 * and the network's minimum at these prices less what the prices may overstate is a lower bound on the best times
 * (Lagrange; Fenchel's inequality on each budget). The prices climb by subgradients with Polyak's step. Times found on the
 * way are tried in full, and kept where they are better. Best times need a mixed integer program where the gap stays open.
 */
import type { Problem } from "../../problem/problem.ts";
import { curveCost } from "../../problem/flatCurves.ts";
import { compareLevels } from "../acceptance.ts";
import type { Ledger } from "../ledger.ts";
import type { Tools } from "../tools.ts";
import { slopeAt } from "./corners.ts";
import { retimeAll, timetableOf, writeTimes } from "./retime.ts";

/** Looks for better prices. */
const ROUNDS = 60;
const CLOSED = 1e-6;

export interface SettledFrames {
  /** The level on which budgets are priced, its cost now, and what no other times of these rounds can go below. */
  readonly level: number;
  readonly cost: number;
  readonly bound: number;
  /** cost - bound, at least 0. */
  readonly gap: number;
}

/**
 * Gives all rounds the best times found, the budgets' sums with them, and says how far from best they may be on the budgets' level:
 * among times of the same rounds that are as good on earlier levels and keep the same sides of what is not convex (see
 * sides.ts). null: no bound is known, since there is no budget term or several, or a term up to its level is only a guess. Keeps only
 * what is better. The state must be priced and nothing pending. O({@link ROUNDS} minima of all rounds).
 */
export function settleFrames(tools: Tools): SettledFrames | null {
  retimeAll(tools);
  const ledger = budgetLedger(tools);
  if (ledger === null) return null;
  const { objective, draft } = tools;
  const { st } = objective;
  const { level } = ledger.term;
  const timetable = timetableOf(tools);
  const { plan } = timetable.prices;
  const frames = new Frames(tools, ledger);
  const used = Array.from({ length: st.p.shiftCount }, (_, r) => r).filter((r) => st.size[r]! > 0);
  let bound = Number.NEGATIVE_INFINITY;
  frames.start();
  for (let k = 0; k < ROUNDS; k++) {
    const before = objective.levels.slice();
    plan.lambdas = frames.lambdas;
    timetable.solve(used);
    plan.lambdas = null;
    if (!timetable.proved || timetable.narrowed || timetable.prices.exactLevels <= level) return null;
    const earlier = timetable.gains.slice(0, level).some((gain) => gain < -CLOSED);
    if (earlier) return null;
    const found = before[level]! + timetable.gains[level]! - frames.overstated();
    bound = Math.max(bound, found);
    frames.climb(before[level]! - found);
    timetable.accounts.turn = k;
    if (writeTimes(tools, timetable) && compareLevels(draft.price(), before) < 0) tools.keep();
    else {
      draft.undo();
      objective.sumLevels();
    }
    if (objective.levels[level]! - bound <= CLOSED * Math.max(1, Math.abs(bound))) break;
  }
  retimeAll(tools);
  const cost = objective.levels[level]!;
  return { level, cost, bound, gap: Math.max(0, cost - bound) };
}

/** The one term over budgets, if it is a rising line over their sum. */
function budgetLedger({ objective }: Tools): Ledger | null {
  const all = objective.ledgers.filter(({ term }) => term.family === "budget");
  const [ledger] = all;
  if (ledger === undefined || all.length > 1) return null;
  return ledger.term.reduce === "sum" && ledger.term.slope > 0 ? ledger : null;
}

class Frames {
  /** [budget] price per tick. */
  readonly lambdas: Float64Array;
  private readonly tools: Tools;
  private readonly p: Problem;
  private readonly factor: number;
  /** Set by `conjugate`: the sum at which it is reached. */
  private best = 0;

  constructor(tools: Tools, ledger: Ledger) {
    this.tools = tools;
    this.p = tools.p;
    this.factor = ledger.term.slope;
    this.lambdas = new Float64Array(this.p.budgets.count);
  }

  /** Prices as the curves have them at the present sums. */
  start(): void {
    const { budgets, curves } = this.p;
    for (let b = 0; b < budgets.count; b++) {
      if (budgets.curve[b]! >= 0) this.lambdas[b] = this.factor * slopeAt(curves, budgets.curve[b]!, this.sumNow(b), true);
      this.limit(b);
    }
  }

  /** By how much the prices overstate what the present sums cost: 0 where they are slopes of the curves there. */
  overstated(): number {
    let sum = 0;
    for (let b = 0; b < this.p.budgets.count; b++) {
      const used = this.sumNow(b);
      if (!this.varies()) continue;
      sum += this.costOf(b, used) + this.conjugate(b) - this.lambdas[b]! * used;
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
      this.lambdas[b]! += step * wanted[b]!;
      this.limit(b);
    }
  }

  /** Beyond the curve's outer slopes nothing bounds a price, unless a limit bounds the sum. */
  private limit(b: number): void {
    const { budgets, curves } = this.p;
    const row = budgets.curve[b]!;
    const above = row < 0 ? 0 : this.factor * curves.above[row]!;
    const below = row < 0 ? 0 : this.factor * curves.below[row]!;
    if (budgets.max[b] === Number.POSITIVE_INFINITY) this.lambdas[b] = Math.min(this.lambdas[b]!, above);
    if (budgets.min[b] === Number.NEGATIVE_INFINITY) this.lambdas[b] = Math.max(this.lambdas[b]!, below);
  }

  /** Largest lambda * sum - cost over the sums allowed. */
  private conjugate(b: number): number {
    const { budgets, curves } = this.p;
    const { min, max } = budgets;
    let most = Number.NEGATIVE_INFINITY;
    const look = (sum: number): void => {
      const value = this.lambdas[b]! * sum - this.costOf(b, sum);
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
    const { accounts } = timetableOf(this.tools);
    accounts.readBudget(b);
    return accounts.used;
  }

  /** Do lengths of the budget read last vary? */
  private varies(): boolean {
    return timetableOf(this.tools).accounts.from.length > 0;
  }

  /** The sum at the times that the network found. */
  private sumFound(b: number): number {
    const { accounts, moments } = timetableOf(this.tools);
    accounts.readBudget(b);
    let sum = accounts.used;
    for (let i = 0; i < accounts.from.length; i++) {
      const [a, c] = [accounts.from[i]!, accounts.to[i]!];
      sum += accounts.sign[i]! * (moments.now(c) - moments.now(a) - moments.planned(c) + moments.planned(a));
    }
    return sum;
  }
}
