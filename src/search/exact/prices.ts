/**
 * What the terms cost, as arcs of the network. Exact here: sums with a straight line, and a curve over a group of which one
 * atom varies, of late, early, moved, overtime, slotCost, durationValue, waiting, idle, work, soft gaps and budgets over one
 * length; and the largest of late, early or overtime (one more potential that is no smaller than any of them).
 *
 * Priced by the search, not here: curves over several atoms that vary and totals of several lengths (here by their slopes at
 * the present sum); ranges; the largest of other measures; falling curves over a largest; negative prices of what is convex.
 * From the first level on which one of these stands, the network's minimum is only a proposal.
 */
import type { Ledger } from "../ledger.ts";
import type { Objective } from "../objective.ts";
import { Cornered } from "./cornered.ts";
import { countsMode, eachTask, Groups, slopeOf } from "./groups.ts";
import { priceLength, priceRound, priceSlot } from "./linearPrices.ts";
import type { Moments } from "./moments.ts";
import { PlanPrices } from "./planPrices.ts";

export class Prices {
  /** Levels below this are exact. */
  exactLevels = 0;
  /** See `Accounts.price`. */
  blend = Number.NaN;
  private readonly m: Moments;
  private readonly objective: Objective;
  private readonly groups: Groups;
  private readonly cornered: Cornered;
  readonly plan: PlanPrices;

  constructor(m: Moments, objective: Objective) {
    this.m = m;
    this.objective = objective;
    this.groups = new Groups(m.st);
    this.cornered = new Cornered(m);
    this.plan = new PlanPrices(m, objective);
  }

  /** Prices the freed rounds. `relations` and `budgets`: those that look at them, each once. */
  price(rounds: readonly number[], relations: readonly number[], budgets: readonly number[]): void {
    const { ledgers, levels } = this.objective;
    this.exactLevels = levels.length;
    for (const ledger of ledgers) {
      if (!this.priceTerm(ledger, rounds, relations, budgets)) this.exactLevels = Math.min(this.exactLevels, ledger.term.level);
    }
    this.plan.priceStandIn(budgets);
  }

  /** False: some of the term is a guess, or left out. */
  private priceTerm(ledger: Ledger, rounds: readonly number[], relations: readonly number[], budgets: readonly number[]): boolean {
    switch (ledger.term.measure) {
      case "late":
      case "early":
      case "moved":
      case "overtime":
        return this.cornered.price(ledger, rounds);
      case "waiting":
      case "idle":
      case "work":
        return this.priceLinear(ledger, rounds);
      case "slotCost":
      case "durationValue":
        return this.priceCurved(ledger, rounds);
      case "relation":
        return this.plan.priceRelations(ledger, relations);
      case "budget":
        return this.plan.priceBudgets(ledger, budgets, this.blend);
      // These do not change with time alone, or only in jumps that moments are kept from (see sides.ts, people.ts).
      case "unserved":
      case "missedBreak":
      case "whoCost":
      case "overLevel":
      case "reassigned":
      case "teamCrossing":
      case "travel":
      case "distance":
      case "usedShift":
      case "optionCost":
      case "splitShift":
      case "workers":
      case "contactShare":
        return true;
    }
  }

  private priceLinear(ledger: Ledger, rounds: readonly number[]): boolean {
    const { term } = ledger;
    const { groups, m } = this;
    groups.clear();
    for (const r of rounds) if (countsMode(m.st, term.modes, r)) groups.add(term, r);
    if (term.reduce !== "sum") return groups.entities.length === 0;
    const isLine = !Number.isNaN(term.slope);
    let exact = true;
    for (const r of groups.entities) {
      const group = groups.groupOf(term, r);
      if (!isLine && groups.sizeOf(group) === 1 && priceLength(m, term, r, ledger.atom(r), groups.rest(ledger, group))) continue;
      if (!priceRound(m, term, r, slopeOf(groups, ledger, group)) || !isLine) exact = false;
    }
    return exact;
  }

  private priceCurved(ledger: Ledger, rounds: readonly number[]): boolean {
    const { term } = ledger;
    const { groups, m } = this;
    groups.clear();
    eachTask(m.st, term, rounds, (task) => groups.add(term, task));
    if (term.reduce !== "sum") return groups.entities.length === 0;
    for (const task of groups.entities) priceSlot(m, term, task, slopeOf(groups, ledger, groups.groupOf(term, task)));
    return groups.entities.length === 0 || !Number.isNaN(term.slope);
  }
}
