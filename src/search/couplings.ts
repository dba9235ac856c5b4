/** Judging relations and budgets on the planned times of the state. */
import { curveCost } from "../problem/flatCurves.ts";
import { NONE, OPEN, type Problem } from "../problem/problem.ts";
import { CLOCK_DAYS, CLOCK_ELAPSED, COUNT, DURATION, GAP, ORDER, PRESENCE, SERVICE_TICKS, WORKERS } from "../problem/relations.ts";
import { VIOLATION } from "./settle.ts";
import type { State } from "./state.ts";
import { dayOf, timeOfDay } from "./travel.ts";

export class Couplings {
  private readonly st: State;
  private readonly p: Problem;
  private readonly served: Int32Array;
  private readonly seen: Int32Array;
  private stamp = 0;
  /** Results of the last `judge…`: hard units, and cost where soft. */
  violations = 0;
  cost = 0;

  constructor(st: State) {
    this.st = st;
    this.p = st.p;
    this.served = new Int32Array(st.p.taskCount);
    this.seen = new Int32Array(st.p.workerCount);
  }

  /** Fills `violations` and `cost` for relation `k`. O(members), for "every" O(members²). */
  judgeRelation(k: number): void {
    this.violations = 0;
    this.cost = 0;
    const { relations } = this.p;
    const count = this.servedMembers(k);
    const kind = relations.kind[k]!;
    if (kind === PRESENCE) {
      if (count > 0 || relations.flag[k] === 0) this.price(k, outside(count, relations.min[k]!, relations.max[k]!), 1);
      return;
    }
    if (count < 2) return;
    if (kind === GAP) this.judgeGap(k, count);
    else if (kind === WORKERS) this.price(k, outside(this.distinctWorkers(count), relations.min[k]!, relations.max[k]!), 1);
    else if (kind === ORDER) this.price(k, this.outOfOrder(k, count), 1);
    else if (kind === DURATION) {
      let total = 0;
      for (let i = 0; i < count; i++) total += this.st.duration[this.served[i]!]!;
      this.price(k, outside(total, relations.min[k]!, relations.max[k]!), this.p.ticksPerMinute);
    }
  }

  /** Adds one distance outside the span; `unit` of it counts as one step of a hard violation. */
  private price(k: number, distance: number, unit: number): void {
    if (distance <= 0) return;
    if (this.p.relations.soft[k]! >= 0) this.cost += curveCost(this.p.curves, this.p.relations.soft[k]!, distance);
    else this.violations += VIOLATION + Math.ceil(distance / unit);
  }

  private servedMembers(k: number): number {
    const { relations } = this.p;
    let count = 0;
    for (let m = relations.memberFrom[k]!; m < relations.memberFrom[k + 1]!; m++) {
      const task = relations.members[m]!;
      if (this.st.shiftOf[task]! === NONE) continue;
      let at = count++;
      if (relations.eitherOrder[k] === 1) {
        while (at > 0 && this.clockAt(k, this.st.when[this.served[at - 1]!]!) > this.clockAt(k, this.st.when[task]!)) {
          this.served[at] = this.served[at - 1]!;
          at--;
        }
      }
      this.served[at] = task;
    }
    return count;
  }

  private clockAt(k: number, tick: number): number {
    const clock = this.p.relations.clock[k]!;
    return clock === CLOCK_ELAPSED ? tick : clock === CLOCK_DAYS ? dayOf(this.p, tick) : timeOfDay(this.p, tick);
  }

  private judgeGap(k: number, count: number): void {
    const { relations, ticksPerMinute } = this.p;
    const { when, duration } = this.st;
    const unit = relations.clock[k] === CLOCK_DAYS ? 1 : ticksPerMinute;
    for (let i = 0; i + 1 < count; i++) {
      const a = this.served[i]!;
      const from = this.clockAt(k, when[a]! + (relations.fromEnd[k] === 1 ? duration[a]! : 0));
      const last = relations.every[k] === 1 ? count - 1 : i + 1;
      for (let j = i + 1; j <= last; j++) {
        const b = this.served[j]!;
        const gap = this.clockAt(k, when[b]! + (relations.toEnd[k] === 1 ? duration[b]! : 0)) - from;
        this.price(k, outside(gap, relations.min[k]!, relations.max[k]!), unit);
      }
    }
  }

  private distinctWorkers(count: number): number {
    this.stamp++;
    let distinct = 0;
    for (let i = 0; i < count; i++) {
      const worker = this.p.shifts.worker[this.st.shiftOf[this.served[i]!]!]!;
      if (this.seen[worker] === this.stamp) continue;
      this.seen[worker] = this.stamp;
      distinct++;
    }
    return distinct;
  }

  private outOfOrder(k: number, count: number): number {
    const { st } = this;
    let wrong = 0;
    for (let i = 0; i + 1 < count; i++) {
      const a = this.served[i]!;
      const b = this.served[i + 1]!;
      const follows = this.p.relations.flag[k] === 1 ? st.next[a] === b : st.shiftOf[a] === st.shiftOf[b] && this.comesAfter(a, b);
      if (!follows) wrong++;
    }
    return wrong;
  }

  private comesAfter(a: number, b: number): boolean {
    const { st } = this;
    for (let v = st.next[a]!; v < st.taskCount; v = st.next[v]!) if (v === b) return true;
    return false;
  }

  /** Fills `violations` and `cost` for budget `k`. `work` and `service` are per shift. O(members). */
  judgeBudget(k: number, work: Int32Array, service: Int32Array): void {
    const { budgets } = this.p;
    const { st } = this;
    let used = budgets.fixed[k]!;
    const shifts = budgets.ofShifts[k] === 1;
    const quantity = budgets.quantity[k]!;
    for (let m = budgets.memberFrom[k]!; m < budgets.memberFrom[k + 1]!; m++) {
      const member = budgets.members[m]!;
      if (shifts ? st.size[member] === 0 : st.shiftOf[member] === NONE) continue;
      const at = shifts ? st.begin[member]! : st.when[member]!;
      if (at < budgets.withinFrom[k]! || at >= budgets.withinTo[k]!) continue;
      if (quantity === COUNT) used += 1;
      else if (!shifts) used += st.duration[member]!;
      else used += quantity === SERVICE_TICKS ? service[member]! : work[member]!;
    }
    const distance = Math.max(budgets.min[k]! - used, used - budgets.max[k]!, 0);
    this.violations = distance > 0 ? VIOLATION + Math.ceil(distance / (quantity === COUNT ? 1 : this.p.ticksPerMinute)) : 0;
    this.cost = budgets.curve[k]! >= 0 ? curveCost(this.p.curves, budgets.curve[k]!, used) : 0;
  }

  /** Different workers over a client's served tasks in `tasks` and those met before. */
  facesOf(client: number, from: number, to: number, tasks: Int32Array): number {
    const { clients, shifts } = this.p;
    this.stamp++;
    let faces = 0;
    for (let k = clients.metFrom[client]!; k < clients.metFrom[client + 1]!; k++) {
      this.seen[clients.metList[k]!] = this.stamp;
      faces++;
    }
    for (let k = from; k < to; k++) {
      const shift = this.st.shiftOf[tasks[k]!]!;
      if (shift === NONE || this.seen[shifts.worker[shift]!] === this.stamp) continue;
      this.seen[shifts.worker[shift]!] = this.stamp;
      faces++;
    }
    return faces;
  }
}

function outside(value: number, min: number, max: number): number {
  if (min > -OPEN && value < min) return min - value;
  if (max < OPEN && value > max) return value - max;
  return 0;
}
