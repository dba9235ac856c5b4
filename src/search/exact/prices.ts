/**
 * What the terms cost, as arcs of the network. Exact here: sums with a straight line, and a curve over a group of which one
 * atom varies, of late, early, moved, overtime, slotCost, durationValue, waiting, idle, work, soft gaps and budgets over one
 * length; and the largest of late, early or overtime (one more potential that is no smaller than any of them).
 *
 * Priced by the search, not here: curves over several atoms that vary and totals of several lengths (here by their slopes at
 * the present sum); ranges; the largest of other measures; falling curves over a largest; negative prices of what is convex.
 * From the first level on which one of these stands, the network's minimum is only a proposal.
 */
import { type CompiledTerm, OPEN } from "../../problem/problem.ts";
import type { Ledger } from "../ledger.ts";
import type { Objective } from "../objective.ts";
import { slopeAt } from "./accounts.ts";
import { Corners } from "./corners.ts";
import { countsMode, countsTask, Groups } from "./groups.ts";
import { type Moments, ZERO } from "./moments.ts";
import { isElastic } from "./rounds.ts";
import { PlanPrices } from "./planPrices.ts";
import { priceLength, priceRound, priceSlot } from "./linearPrices.ts";

/** Atom = max(0, time(moment) - limit), max(0, limit - time(moment)), or both. */
const ABOVE = 0;
const BELOW = 1;
const BOTH = 2;

const CORNERED = new Set<string>(["late", "early", "moved", "overtime"]);
const LINEAR = new Set<string>(["waiting", "idle", "work"]);

export class Prices {
  /** Levels below this are exact. */
  exactLevels = 0;
  /** See {@link Accounts.price}. */
  blend = Number.NaN;
  private readonly m: Moments;
  private readonly objective: Objective;
  private readonly groups: Groups;
  private readonly plan: PlanPrices;
  private readonly corners = new Corners();
  /** Of each atom in `groups`. */
  private readonly moments: number[] = [];
  private readonly limits: number[] = [];
  private readonly kinds: number[] = [];

  constructor(m: Moments, objective: Objective) {
    this.m = m;
    this.objective = objective;
    this.groups = new Groups(m.st);
    this.plan = new PlanPrices(m, objective);
  }

  /** Prices the freed rounds. `relations` and `budgets`: those that look at them, each once. */
  price(rounds: readonly number[], relations: readonly number[], budgets: readonly number[]): void {
    this.exactLevels = this.objective.levels.length;
    for (const ledger of this.objective.ledgers) {
      const { term } = ledger;
      if (CORNERED.has(term.measure)) this.priceCornered(ledger, rounds);
      else if (LINEAR.has(term.measure)) this.priceLinear(ledger, rounds);
      else if (term.measure === "slotCost" || term.measure === "durationValue") this.priceCurved(ledger, rounds);
      else if (term.family === "relation" && !this.plan.priceRelations(ledger, relations)) this.doubt(term);
      else if (term.family === "budget" && !this.plan.priceBudgets(ledger, budgets, this.blend)) this.doubt(term);
    }
  }

  private doubt(term: CompiledTerm): void {
    this.exactLevels = Math.min(this.exactLevels, term.level);
  }

  /** Calls `look` for every task of the rounds that the term counts. */
  private eachTask(term: CompiledTerm, rounds: readonly number[], look: (task: number) => void): void {
    const { st } = this.m;
    for (const r of rounds) {
      const home = st.taskCount + r;
      for (let v = st.next[home]!; v !== home; v = st.next[v]!) if (countsTask(st, term, v, r)) look(v);
    }
  }

  private priceCornered(ledger: Ledger, rounds: readonly number[]): void {
    const { term } = ledger;
    const { groups, moments, limits, kinds, m } = this;
    groups.clear();
    moments.length = limits.length = kinds.length = 0;
    if (term.measure === "overtime") {
      for (const r of rounds) {
        if (m.st.p.shifts.paidTo[r]! >= OPEN || !countsMode(m.st, term.modes, r)) continue;
        this.note(term, r, m.finishOf(r), m.st.p.shifts.paidTo[r]!, ABOVE);
      }
    } else this.eachTask(term, rounds, (task) => this.noteTask(term, task));
    if (term.reduce === "range") return this.doubtIfAny(term);
    if (term.reduce === "max") return this.priceLargest(ledger);
    for (const [i, entity] of groups.entities.entries()) {
      const [moment, limit, kind] = [moments[i]!, limits[i]!, kinds[i]!];
      const group = groups.groupOf(term, entity);
      if (Number.isNaN(term.slope) && groups.sizeOf(group) === 1) {
        const rest = groups.rest(ledger, group);
        if (kind !== BELOW) m.curve(term.level, ZERO, moment, term.curve, 1, term.divisor, limit - rest, rest);
        if (kind !== ABOVE) m.curve(term.level, moment, ZERO, term.curve, 1, term.divisor, -limit - rest, rest);
        continue;
      }
      const slope = this.slopeOf(ledger, group);
      if (slope < 0) this.doubt(term);
      if (kind !== BELOW) m.hinge(term.level, ZERO, moment, limit, slope);
      if (kind !== ABOVE) m.hinge(term.level, moment, ZERO, -limit, slope);
    }
  }

  private noteTask(term: CompiledTerm, task: number): void {
    const { m } = this;
    const { slots, tasks } = m.st.p;
    const slot = m.st.slotOf[task]!;
    const wish = slots.wish[slot]!;
    const start = m.startOf(task);
    if (term.measure === "early") {
      if (wish < OPEN) this.note(term, task, start, wish, BELOW);
    } else if (term.measure === "moved") {
      if (tasks.baselineStart[task]! < OPEN) this.note(term, task, start, tasks.baselineStart[task]!, BOTH);
    } else this.noteLate(term, task, Math.min(wish, slots.dueStart[slot]!), slots.dueEnd[slot]!);
  }

  /** Lateness by start and by end is one moment's where the duration is fixed; else that of a helper after both. */
  private noteLate(term: CompiledTerm, task: number, dueStart: number, dueEnd: number): void {
    const { m } = this;
    const start = m.startOf(task);
    const end = m.endOf(task);
    if (dueStart >= OPEN && dueEnd >= OPEN) return;
    if (!isElastic(m.st.p, task))
      return this.note(term, task, start, Math.min(dueStart, dueEnd >= OPEN ? OPEN : dueEnd - m.st.duration[task]!), ABOVE);
    if (dueEnd >= OPEN) return this.note(term, task, start, dueStart, ABOVE);
    if (dueStart >= OPEN) return this.note(term, task, end, dueEnd, ABOVE);
    const later = m.helper(Math.max(m.now(start) - dueStart, m.now(end) - dueEnd));
    m.keep(later, start, dueStart);
    m.keep(later, end, dueEnd);
    this.note(term, task, later, 0, ABOVE);
  }

  private note(term: CompiledTerm, entity: number, moment: number, limit: number, kind: number): void {
    this.groups.add(term, entity);
    this.moments.push(moment);
    this.limits.push(limit);
    this.kinds.push(kind);
  }

  private doubtIfAny(term: CompiledTerm): void {
    if (this.groups.entities.length > 0) this.doubt(term);
  }

  /** Price per tick of a group's sum: the line's, or the curve's slope at the present sum, which is a guess. */
  private slopeOf(ledger: Ledger, group: number): number {
    const { term } = ledger;
    if (!Number.isNaN(term.slope)) return term.slope;
    this.doubt(term);
    return slopeAt(this.m.st.p.curves, term.curve, this.groups.whole(ledger, group) / term.divisor, true) / term.divisor;
  }

  /** One potential per group that is no smaller than any of its atoms; where they count down, it is no larger than their negatives. */
  private priceLargest(ledger: Ledger): void {
    const { term } = ledger;
    const { groups, moments, limits, kinds, m } = this;
    this.corners.load(m.st.p.curves, term.curve, 1, term.divisor, 0, 0);
    if (!this.corners.rises() || kinds.includes(BOTH)) return this.doubtIfAny(term);
    const done = new Set<number>();
    for (const entity of groups.entities) {
      const group = groups.groupOf(term, entity);
      if (done.has(group)) continue;
      done.add(group);
      const least = groups.rest(ledger, group);
      const down = kinds[0] === BELOW;
      const top = m.helper(down ? -groups.whole(ledger, group) : groups.whole(ledger, group));
      const [a, b] = down ? [top, ZERO] : [ZERO, top];
      m.keep(b, a, -least);
      for (const [i, other] of groups.entities.entries()) {
        if (groups.groupOf(term, other) !== group) continue;
        if (down) m.keep(moments[i]!, top, -limits[i]!);
        else m.keep(top, moments[i]!, limits[i]!);
      }
      m.curve(term.level, a, b, term.curve, 1, term.divisor, 0, least);
    }
  }

  private priceLinear(ledger: Ledger, rounds: readonly number[]): void {
    const { term } = ledger;
    const { groups, m } = this;
    groups.clear();
    for (const r of rounds) if (countsMode(m.st, term.modes, r)) groups.add(term, r);
    if (term.reduce !== "sum") return this.doubtIfAny(term);
    for (const r of groups.entities) {
      const group = groups.groupOf(term, r);
      if (Number.isNaN(term.slope) && groups.sizeOf(group) === 1 && priceLength(m, term, r, ledger.atom(r), groups.rest(ledger, group)))
        continue;
      if (!priceRound(m, term, r, this.slopeOf(ledger, group))) this.doubt(term);
    }
  }

  private priceCurved(ledger: Ledger, rounds: readonly number[]): void {
    const { term } = ledger;
    const { groups, m } = this;
    groups.clear();
    this.eachTask(term, rounds, (task) => groups.add(term, task));
    if (term.reduce !== "sum") return this.doubtIfAny(term);
    for (const task of groups.entities) priceSlot(m, term, task, this.slopeOf(ledger, groups.groupOf(term, task)));
  }
}
