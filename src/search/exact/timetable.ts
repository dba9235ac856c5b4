/**
 * The times of some rounds as a network: everything else stays as it is, and so do order, slots, places and ways to travel.
 * Hard rules that hold now are kept, those that are broken are healed where that can be. Exactness and what is left out: see
 * prices.ts; sides that are kept: sides.ts, people.ts, gaps.ts, accounts.ts. Rounds with travel by time of day are not touched.
 */
import { DURATION, GAP } from "../../problem/relations.ts";
import type { Objective } from "../objective.ts";
import { RowSet } from "../rowSet.ts";
import { Accounts } from "./accounts.ts";
import { Gaps } from "./gaps.ts";
import { Minimiser } from "./minimise.ts";
import { Moments } from "./moments.ts";
import { ruleConditions, rulePerson, rulePool, ruleRest } from "./people.ts";
import { Prices } from "./prices.ts";
import { freeRound, isSteady, ruleRound } from "./rounds.ts";
import { keepShift, keepTask } from "./sides.ts";

/** Looks at arcs per arc after which a minimum is given up. */
const LOOKS_PER_ARC = 400;

export class Timetable {
  readonly moments: Moments;
  readonly prices: Prices;
  readonly minimiser: Minimiser;
  /** The rounds that move. */
  readonly rounds: number[] = [];
  private readonly objective: Objective;
  private readonly gaps: Gaps;
  readonly accounts: Accounts;
  private readonly relations: RowSet;
  private readonly budgets: RowSet;
  private readonly before: Float64Array;

  constructor(objective: Objective) {
    const { p } = objective.st;
    this.objective = objective;
    const lateTerms = p.terms.filter((t) => t.measure === "late").length;
    const largest = p.terms.reduce((sum, t) => sum + (t.reduce === "max" ? t.groupCount : 0), 0);
    this.moments = new Moments(objective.st, lateTerms * p.taskCount + largest);
    this.prices = new Prices(this.moments, objective);
    this.minimiser = new Minimiser(this.moments.net);
    this.gaps = new Gaps(this.moments);
    this.accounts = new Accounts(this.moments, objective);
    this.relations = new RowSet(p.relations.count);
    this.budgets = new RowSet(p.budgets.count);
    this.before = new Float64Array(p.levelCount);
  }

  /** After `solve`: what the minimum found changes on each level, and whether it is proved to be one. */
  readonly gains: number[] = [];
  proved = false;
  /** After `solve`: does a bound on several durations together keep each of them from more than it must? */
  narrowed = false;

  /**
   * Finds the best times of the used rounds `shifts`; read them off `moments.now`. False: they may not move, or their times
   * are best as they are. The state must be priced. O(network * steps), at most `mostLooks` looks at arcs.
   */
  solve(shifts: Iterable<number>, mostLooks = Number.NaN): boolean {
    const { st } = this.objective;
    this.rounds.length = 0;
    for (const r of shifts) if (st.size[r]! > 0 && isSteady(st, r)) this.rounds.push(r);
    if (this.rounds.length === 0) return false;
    const { net } = this.moments;
    this.build(true);
    let healed = this.moments.broken > 0;
    if (healed && !net.makeFeasible()) {
      this.build(false);
      healed = false;
    }
    for (let level = 0; level < net.levelCount; level++) this.before[level] = net.cost(level);
    this.proved = this.minimiser.minimise(Number.isNaN(mostLooks) ? LOOKS_PER_ARC * net.arcCount : mostLooks);
    this.gains.length = 0;
    for (let level = 0; level < net.levelCount; level++) this.gains.push(net.cost(level) - this.before[level]!);
    return healed || this.gains.some((gain) => gain < -1e-9);
  }

  private build(healing: boolean): void {
    const { moments: m, relations, budgets } = this;
    const { p } = m.st;
    m.clear();
    m.healing = healing;
    this.narrowed = false;
    relations.clear();
    budgets.clear();
    for (const r of this.rounds) freeRound(m, r);
    const workers = new Set<number>();
    for (const r of this.rounds) {
      ruleRound(m, r);
      rulePerson(m, r);
      rulePool(m, r);
      const { from, items } = this.objective.links.conditionals;
      ruleConditions(m, r, items.subarray(from[r]!, from[r + 1]!));
      keepShift(m, r);
      workers.add(p.shifts.worker[r]!);
      for (let k = p.budgets.ofShiftFrom[r]!; k < p.budgets.ofShiftFrom[r + 1]!; k++) budgets.add(p.budgets.ofShift[k]!);
      this.lookAtTasks(r);
    }
    for (const worker of workers) ruleRest(m, worker);
    this.ruleRelations();
    if (this.prices.plan.standIn === null) this.ruleBudgets();
    this.prices.price(this.rounds, rowsOf(relations), rowsOf(budgets));
  }

  private lookAtTasks(r: number): void {
    const { moments: m } = this;
    const { st } = m;
    const { relations, budgets } = st.p;
    const home = st.taskCount + r;
    for (let v = st.next[home]!; v !== home; v = st.next[v]!) {
      keepTask(m, v);
      for (let k = relations.ofTaskFrom[v]!; k < relations.ofTaskFrom[v + 1]!; k++) this.relations.add(relations.ofTask[k]!);
      for (let k = budgets.ofTaskFrom[v]!; k < budgets.ofTaskFrom[v + 1]!; k++) this.budgets.add(budgets.ofTask[k]!);
    }
  }

  private ruleRelations(): void {
    const { relations } = this.moments.st.p;
    for (const k of rowsOf(this.relations)) {
      if (relations.kind[k] === GAP) {
        this.gaps.read(k);
        this.gaps.keep(k);
        if (relations.soft[k]! < 0 && relations.timed[k] === 1) this.gaps.rule(k);
      } else if (relations.kind[k] === DURATION && relations.soft[k]! < 0) {
        this.accounts.readDurations(k);
        if (this.accounts.from.length > 1) this.narrowed = true;
        this.accounts.rule(relations.min[k]!, relations.max[k]!);
      }
    }
  }

  private ruleBudgets(): void {
    const { budgets } = this.moments.st.p;
    for (const b of rowsOf(this.budgets)) {
      this.accounts.readBudget(b);
      this.accounts.rule(budgets.min[b]!, budgets.max[b]!);
    }
  }
}

const rowsOf = (set: RowSet): readonly number[] => Array.from(set.list.subarray(0, set.count));
