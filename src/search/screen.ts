/**
 * Refuses a move by its travel alone, before anything is changed: what the acceptance allows is drawn before the move, and
 * the other terms cannot fall below zero. Where that cannot be promised (a term may earn, a level above may improve),
 * everything passes.
 */
import type { CompiledTerm, Problem } from "../problem/problem.ts";
import type { Ledger } from "./ledger.ts";

/**
 * Costs of tasks left out, which a move of served tasks cannot lower: only a conditional task may stop being missed, and while one is
 * missed a hard rule is broken, so that everything passes.
 */
const OF_UNSERVED: ReadonlySet<string> = new Set(["unserved", "missedBreak"]);

export class Screen {
  /** Cost of a tick of travel; 0: travel says nothing about the cost of a move. */
  private readonly slope: number;
  private readonly level: number;
  /** Terms that a move of served tasks may lower: on the level of travel, and above it. */
  private readonly beside: readonly Ledger[];
  private readonly above: readonly Ledger[];
  /** [0] by how much they could fall together. */
  private readonly hope = new Float64Array(1).fill(Number.POSITIVE_INFINITY);
  private most = Number.POSITIVE_INFINITY;

  constructor(p: Problem, ledgers: readonly Ledger[]) {
    const travels = ledgers.filter(({ term }) => term.measure === "travel");
    const others = ledgers.filter(({ term }) => term.measure !== "travel" && !OF_UNSERVED.has(term.measure));
    this.level = travels[0]?.term.level ?? 0;
    const isPlain = travels.every(
      ({ term }) => term.reduce === "sum" && term.slope > 0 && term.modes === null && term.level === this.level,
    );
    const isSure = others.every(({ term }) => term.level > this.level || neverEarns(p, term)) && p.travel.profiles.every((f) => f === null);
    this.slope = isPlain && isSure && this.level > 0 ? travels.reduce((sum, { term }) => sum + term.slope, 0) : 0;
    this.beside = others.filter(({ term }) => term.level === this.level);
    this.above = others.filter(({ term }) => term.level < this.level);
  }

  /** Looks at the state that moves start from; `levels` are its costs. */
  look(levels: Float64Array): void {
    this.hope[0] = levels[0]! > 0 || this.isAnyAbove() ? Number.POSITIVE_INFINITY : 0;
    for (const ledger of this.beside) ledger.addCost(this.hope, 0, 1);
  }

  /** Does anything cost something on the levels above travel? */
  private isAnyAbove(): boolean {
    for (const ledger of this.above) if (ledger.cost() > 0) return true;
    return false;
  }

  /** What a tick of travel costs where it is all that a move of served tasks changes; otherwise 0. */
  get tickPrice(): number {
    return this.beside.length + this.above.length === 0 ? this.slope : 0;
  }

  /** The level on which travel counts. */
  get travelLevel(): number {
    return this.level;
  }

  /** Says how much the level of travel may rise in the next move. */
  allow(rise: number): void {
    this.most = this.slope > 0 ? (rise + this.hope[0]!) / this.slope : Number.POSITIVE_INFINITY;
  }

  /** May a move of served tasks that travels `ticks` more be accepted? */
  passes(ticks: number): boolean {
    return ticks <= this.most;
  }
}

/** Can a term never cost less than nothing? */
function neverEarns(p: Problem, { curve, neverNegative }: CompiledTerm): boolean {
  const { from, x, cost, above, below } = p.curves;
  for (let k = from[curve]!; k < from[curve + 1]!; k++) if (cost[k]! < 0) return false;
  return neverNegative && above[curve]! >= 0 && (below[curve]! <= 0 || x[from[curve]!]! <= 0);
}
