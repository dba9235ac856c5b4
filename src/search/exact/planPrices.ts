/** Prices of soft relations and of budgets. */
import type { Problem } from "../../problem/problem.ts";
import { CLOCK_DAYS, DURATION, GAP } from "../../problem/relations.ts";
import type { Ledger } from "../ledger.ts";
import type { Objective } from "../objective.ts";
import { Accounts } from "./accounts.ts";
import { slopeAt } from "./corners.ts";
import { Gaps } from "./gaps.ts";
import type { Moments } from "./moments.ts";

/** What a tick of each budget costs on a level. */
export interface BudgetPrices {
  readonly level: number;
  readonly perTick: Float64Array;
}

export class PlanPrices {
  /** Prices that stand in for what budgets cost and allow; null: that itself. See frames.ts. */
  standIn: BudgetPrices | null = null;
  private readonly p: Problem;
  private readonly accounts: Accounts;
  private readonly gaps: Gaps;

  constructor(m: Moments, objective: Objective) {
    this.p = m.st.p;
    this.accounts = new Accounts(m, objective);
    this.gaps = new Gaps(m);
  }

  /** Soft gaps and total durations. False: some of it is a guess. */
  priceRelations(ledger: Ledger, relations: readonly number[]): boolean {
    const { p, gaps, accounts } = this;
    const { kind, soft, clock, min, max, pinsFrom } = p.relations;
    let exact = true;
    for (const k of relations) {
      if (soft[k]! < 0 || k >= pinsFrom) continue;
      const factor = this.factorOf(ledger, k);
      if (kind[k] === GAP && clock[k] !== CLOCK_DAYS) {
        gaps.read(k);
        if (!this.isLine(ledger) || factor < 0) exact = false;
        gaps.price(ledger.term.level, k, factor);
      } else if (kind[k] === DURATION) {
        accounts.readDurations(k);
        if (accounts.from.length > 0)
          exact = accounts.priceOutside(ledger.term.level, soft[k]!, factor, min[k]!, max[k]!) && this.isLine(ledger) && exact;
      }
    }
    return exact;
  }

  /** False: some of it is a guess. */
  priceBudgets(ledger: Ledger, budgets: readonly number[], blend: number): boolean {
    const { p, accounts } = this;
    if (this.standIn !== null) return true;
    let exact = true;
    for (const b of budgets) {
      if (p.budgets.curve[b]! < 0) continue;
      accounts.readBudget(b);
      if (accounts.from.length === 0) continue;
      if (!accounts.price(ledger.term.level, p.budgets.curve[b]!, this.factorOf(ledger, b), blend) || !this.isLine(ledger)) exact = false;
    }
    return exact;
  }

  /** What stands in for the budgets. */
  priceStandIn(budgets: readonly number[]): void {
    if (this.standIn === null) return;
    for (const b of budgets) {
      this.accounts.readBudget(b);
      this.accounts.line(this.standIn.level, this.standIn.perTick[b]!);
    }
  }

  private isLine({ term }: Ledger): boolean {
    return term.reduce === "sum" && !Number.isNaN(term.slope);
  }

  /** What one unit of the entity's cost costs: the term's line, or its slope at the present sum or value. */
  private factorOf(ledger: Ledger, entity: number): number {
    const { term } = ledger;
    if (this.isLine(ledger)) return term.slope;
    if (term.reduce !== "sum") return 0;
    let sum = 0;
    for (let e = 0; e < term.entityCount; e++) if (term.group[e] === term.group[entity]) sum += ledger.atom(e);
    return slopeAt(this.p.curves, term.curve, sum / term.divisor, true) / term.divisor;
  }
}
