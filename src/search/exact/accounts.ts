/**
 * Sums of lengths (budgets, total durations) seen from some rounds. One length that varies is a difference and exact. Of
 * several, a hard limit lets each use only what is left for it now, and a curve is replaced by its slopes at the
 * present sum: such costs are priced by the search, not here.
 */
import { KIND_BREAK, NONE, OPEN } from "../../problem/problem.ts";
import { COUNT, SERVICE_TICKS } from "../../problem/relations.ts";
import { isElastic } from "../draft.ts";
import type { Objective } from "../objective.ts";
import { slopeAt } from "./corners.ts";
import type { Moments } from "./moments.ts";

export class Accounts {
  /** Lengths that vary: from moment `from[i]` to moment `to[i]`, counted `sign[i]` times; `count` of them. */
  readonly from: number[] = [];
  readonly to: number[] = [];
  readonly sign: number[] = [];
  /** The present sum, of what varies and what does not. */
  used = 0;
  /** Which of the lengths may use what a limit leaves, counted round. */
  turn = 0;
  private readonly m: Moments;
  private readonly objective: Objective;

  constructor(m: Moments, objective: Objective) {
    this.m = m;
    this.objective = objective;
  }

  /** Reads budget `b`. O(its members and the tasks of their rounds). */
  readBudget(b: number): void {
    const { m, objective } = this;
    const { st } = m;
    const { budgets } = st.p;
    this.clear(budgets.fixed[b]!);
    const quantity = budgets.quantity[b]!;
    if (quantity === COUNT) return;
    const shifts = budgets.ofShifts[b] === 1;
    for (let i = budgets.memberFrom[b]!; i < budgets.memberFrom[b + 1]!; i++) {
      const member = budgets.members[i]!;
      if (shifts ? st.size[member] === 0 : st.shiftOf[member] === NONE) continue;
      const at = shifts ? st.begin[member]! : st.when[member]!;
      if (at < budgets.withinFrom[b]! || at >= budgets.withinTo[b]!) continue;
      if (!shifts) this.addTask(member);
      else if (quantity === SERVICE_TICKS) this.addService(member, objective.sums.service[member]!);
      else this.addWork(member, objective.sums.work[member]!);
    }
  }

  /** Reads the total duration that relation `k` looks at. */
  readDurations(k: number): void {
    const { st } = this.m;
    const { relations } = st.p;
    this.clear(0);
    for (let i = relations.memberFrom[k]!; i < relations.memberFrom[k + 1]!; i++)
      if (st.shiftOf[relations.members[i]!] !== NONE) this.addTask(relations.members[i]!);
  }

  /** min <= sum <= max. */
  rule(min: number, max: number): void {
    const { m } = this;
    let up = max >= OPEN ? Number.POSITIVE_INFINITY : max - this.used;
    let down = min <= -OPEN ? Number.POSITIVE_INFINITY : this.used - min;
    for (let k = 0; k < this.from.length; k++) {
      const i = (k + this.turn) % this.from.length;
      const plus = this.sign[i]! > 0;
      const [a, b] = plus ? [this.from[i]!, this.to[i]!] : [this.to[i]!, this.from[i]!];
      const now = m.now(b) - m.now(a);
      if (up < Number.POSITIVE_INFINITY) m.rule(a, b, now + Math.floor(up));
      if (down < Number.POSITIVE_INFINITY) m.rule(b, a, -(now - Math.floor(down)));
      // One of them may use all that is left.
      if (up < Number.POSITIVE_INFINITY) up = 0;
      if (down < Number.POSITIVE_INFINITY) down = 0;
    }
  }

  /**
   * Costs factor * curve(sum); false: only by its slopes at the present sum. `blend` 0 to 1: a slope from the one before to the one
   * after; NaN: both, each on its side, so that lengths change only where that pays whatever the others do.
   */
  price(level: number, row: number, factor: number, blend: number): boolean {
    if (row < 0 || factor === 0 || this.from.length === 0) return true;
    const { m } = this;
    const { curves } = m.st.p;
    if (this.from.length === 1 && this.sign[0] === 1) {
      const [a, b] = [this.from[0]!, this.to[0]!];
      m.curve(level, a, b, row, factor, 1, m.now(b) - m.now(a) - this.used, Number.NEGATIVE_INFINITY);
      return true;
    }
    const before = factor * slopeAt(curves, row, this.used, false);
    const after = factor * slopeAt(curves, row, this.used, true);
    for (let i = 0; i < this.from.length; i++) {
      const plus = this.sign[i]! > 0;
      const [a, b] = plus ? [this.from[i]!, this.to[i]!] : [this.to[i]!, this.from[i]!];
      if (!Number.isNaN(blend) || after < before)
        m.line(level, this.from[i]!, this.to[i]!, this.sign[i]! * (before + (after - before) * (Number.isNaN(blend) ? 1 : blend)));
      else if (plus) {
        m.line(level, a, b, before);
        m.hinge(level, a, b, m.now(b) - m.now(a), after - before);
      } else {
        m.line(level, a, b, -after);
        m.hinge(level, a, b, m.now(b) - m.now(a), after - before);
      }
    }
    return false;
  }

  /** Costs slope * sum. */
  line(level: number, slope: number): void {
    for (let i = 0; i < this.from.length; i++) this.m.line(level, this.from[i]!, this.to[i]!, this.sign[i]! * slope);
  }

  /** Costs factor * curve(distance of the sum outside [min, max]). False: it is not priced, since several lengths vary. */
  priceOutside(level: number, row: number, factor: number, min: number, max: number): boolean {
    if (this.from.length > 1) return false;
    const { m } = this;
    const [a, b] = [this.from[0]!, this.to[0]!];
    const rest = this.used - (m.now(b) - m.now(a));
    if (max < OPEN) m.curve(level, a, b, row, factor, 1, max - rest, 0);
    if (min > -OPEN) m.curve(level, b, a, row, factor, 1, rest - min, 0);
    return true;
  }

  private clear(used: number): void {
    this.used = used;
    this.from.length = this.to.length = this.sign.length = 0;
  }

  private addTask(task: number): void {
    this.used += this.m.st.duration[task]!;
    this.addLength(this.m.startOf(task), this.m.endOf(task), 1);
  }

  private addService(r: number, service: number): void {
    const { st } = this.m;
    this.used += service;
    const home = st.taskCount + r;
    for (let v = st.next[home]!; v !== home; v = st.next[v]!)
      if (st.p.tasks.kind[v] !== KIND_BREAK) this.addLength(this.m.startOf(v), this.m.endOf(v), 1);
  }

  private addWork(r: number, work: number): void {
    const { st } = this.m;
    this.used += work;
    this.addLength(this.m.beginOf(r), this.m.finishOf(r), 1);
    const home = st.taskCount + r;
    for (let v = st.next[home]!; v !== home; v = st.next[v]!) {
      if (st.p.tasks.kind[v] === KIND_BREAK && isElastic(st.p, v)) this.addLength(this.m.startOf(v), this.m.endOf(v), -1);
    }
  }

  private addLength(a: number, b: number, sign: number): void {
    if (!this.m.differ(a, b)) return;
    this.from.push(a);
    this.to.push(b);
    this.sign.push(sign);
  }
}
