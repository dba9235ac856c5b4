/**
 * The search's one mutable thing: rounds as linked lists, what was decided for each task, and the timing.
 *
 * Nodes: 0 … taskCount - 1 are tasks, taskCount + r is the sentinel at both ends of shift r's round.
 * All of it lives in one {@link Trail}, so any move can be undone. Write through `put`, read through the views.
 */
import { NONE, OPEN, type Problem, type Shifts } from "../problem/problem.ts";
import { COUNT, SERVICE_TICKS } from "../problem/relations.ts";
import { type TimingNeeds, timingNeeds } from "./timingNeeds.ts";
import { Trail } from "./trail.ts";

/** Knows nothing of costs or rules: `link` and `unlink` keep the lists and sums true, `Timing` the times, `Objective` the costs. */
export class State {
  readonly p: Problem;
  readonly needs: TimingNeeds;
  readonly trail: Trail;
  readonly taskCount: number;

  // Offsets into trail.ints, for `put`.
  readonly NEXT: number;
  readonly PREV: number;
  readonly SHIFT: number;
  readonly SLOT: number;
  readonly DURATION: number;
  readonly SIDE: number;
  readonly PLACE: number;
  readonly ARRIVAL: number;
  readonly START: number;
  readonly LATEST: number;
  readonly WHEN: number;
  readonly OPTION: number;
  readonly SIZE: number;
  readonly OPENS: number;
  readonly BEGIN: number;
  readonly END: number;
  readonly HOLD: number;
  readonly EAGER: number;
  readonly LEAD: number;
  readonly EXTRA: number;
  readonly LOAD: number;
  readonly USED: number;
  readonly OWED: number;

  /** [node] neighbours in the round. */
  readonly next: Int32Array;
  readonly prev: Int32Array;
  /** [task] shift that serves it, or NONE. */
  readonly shiftOf: Int32Array;
  /** [task] slot row, duration, and for open places the side, one of those in places.ts. */
  readonly slotOf: Int32Array;
  readonly duration: Int32Array;
  readonly side: Int32Array;
  /** [task] resolved place, or NONE where there is none. */
  readonly place: Int32Array;
  /** [task] earliest arrival, entry included, along the own round. */
  readonly arrival: Int32Array;
  /** [task] earliest start that arrivals, windows and timed relations allow. */
  readonly start: Int32Array;
  /** [task] latest start that the rest of the own round allows (relations left out: a bound). */
  readonly latest: Int32Array;
  /** [task] the start that is planned: `start`, or later where that costs less. Where that never happens it is `start` itself. */
  readonly when: Int32Array;
  /** [shift] option row, number of tasks, number of tasks at open places, planned begin and end. */
  readonly option: Int32Array;
  readonly size: Int32Array;
  readonly opens: Int32Array;
  readonly begin: Int32Array;
  readonly end: Int32Array;
  /** [task] it is held back until then though it could start earlier; -OPEN: it is not. */
  readonly hold: Int32Array;
  /** [shift] 1: tasks start as early as they can, though starting later could save waiting. */
  readonly eager: Int32Array;
  /** [shift] ticks that it begins earlier, and ends later, than its work needs. */
  readonly lead: Int32Array;
  readonly extra: Int32Array;
  /** [shift * loadCount + dimension] sum of what its tasks load; with parts of a whole, at most that. */
  readonly load: Int32Array;
  /** [budget of tasks] ticks or count used by served members; least ticks or count that unserved members need. Both without `within`. */
  readonly used: Int32Array;
  readonly owed: Int32Array;

  /** `extraInts` and `extraReals`: room at the end for others (the objective), from `extraInt` and 0. */
  constructor(p: Problem, extraInts: number, extraReals: number) {
    this.p = p;
    this.needs = timingNeeds(p);
    const n = p.taskCount;
    const r = p.shiftCount;
    this.taskCount = n;
    let at = 0;
    const room = (length: number): number => {
      const from = at;
      at += length;
      return from;
    };
    this.NEXT = room(n + r);
    this.PREV = room(n + r);
    this.SHIFT = room(n);
    this.SLOT = room(n);
    this.DURATION = room(n);
    this.SIDE = room(n);
    this.PLACE = room(n);
    this.ARRIVAL = room(n);
    this.START = room(n);
    this.LATEST = room(n);
    this.WHEN = this.needs.startsLater ? room(n) : this.START;
    this.OPTION = room(r);
    this.SIZE = room(r);
    this.OPENS = room(r);
    this.BEGIN = room(r);
    this.END = room(r);
    this.HOLD = room(n);
    this.EAGER = room(r);
    this.LEAD = room(r);
    this.EXTRA = room(r);
    this.LOAD = room(r * p.tasks.loadCount);
    this.USED = room(p.budgets.count);
    this.OWED = room(p.budgets.count);
    this.extraInt = at;
    this.trail = new Trail(at + extraInts, extraReals);
    const view = (from: number, length: number): Int32Array => this.trail.ints.subarray(from, from + length);
    this.next = view(this.NEXT, n + r);
    this.prev = view(this.PREV, n + r);
    this.shiftOf = view(this.SHIFT, n);
    this.slotOf = view(this.SLOT, n);
    this.duration = view(this.DURATION, n);
    this.side = view(this.SIDE, n);
    this.place = view(this.PLACE, n);
    this.arrival = view(this.ARRIVAL, n);
    this.start = view(this.START, n);
    this.latest = view(this.LATEST, n);
    this.when = view(this.WHEN, n);
    this.option = view(this.OPTION, r);
    this.size = view(this.SIZE, r);
    this.opens = view(this.OPENS, r);
    this.begin = view(this.BEGIN, r);
    this.end = view(this.END, r);
    this.hold = view(this.HOLD, n);
    this.eager = view(this.EAGER, r);
    this.lead = view(this.LEAD, r);
    this.extra = view(this.EXTRA, r);
    this.load = view(this.LOAD, r * p.tasks.loadCount);
    this.used = view(this.USED, p.budgets.count);
    this.owed = view(this.OWED, p.budgets.count);
    this.clear();
  }

  /** Where others' whole numbers begin in `trail.ints`. */
  readonly extraInt: number;

  /** Empties all rounds; not undoable. */
  clear(): void {
    const { p, taskCount: n } = this;
    this.trail.commit();
    this.shiftOf.fill(NONE);
    this.slotOf.fill(NONE);
    this.latest.fill(OPEN);
    for (let r = 0; r < p.shiftCount; r++) {
      this.next[n + r] = n + r;
      this.prev[n + r] = n + r;
      this.option[r] = firstOption(p.shifts, r);
    }
    this.size.fill(0);
    this.opens.fill(0);
    this.eager.fill(0);
    this.lead.fill(0);
    this.extra.fill(0);
    this.load.fill(0);
    this.used.fill(0);
    this.owed.fill(0);
    for (let t = 0; t < n; t++) for (const b of this.budgetsOf(t)) this.owed[b]! += this.quantity(b, p.tasks.durationMin[t]!);
  }

  put(index: number, value: number): void {
    this.trail.put(index, value);
  }

  /** Links `task` into shift `r` after node `after`. Timing is the caller's next step. */
  link(task: number, r: number, after: number, slot: number, duration: number, side: number): void {
    const before = this.next[after]!;
    this.put(this.NEXT + after, task);
    this.put(this.PREV + task, after);
    this.put(this.NEXT + task, before);
    this.put(this.PREV + before, task);
    this.put(this.SHIFT + task, r);
    this.put(this.SLOT + task, slot);
    this.put(this.DURATION + task, duration);
    this.put(this.SIDE + task, side);
    this.put(this.ARRIVAL + task, -OPEN); // a bound that timing can only raise
    this.put(this.HOLD + task, -OPEN);
    this.put(this.SIZE + r, this.size[r]! + 1);
    this.addLoad(task, r, 1);
    this.charge(task, 1);
    const place = this.p.tasks.place[task]!;
    if (place < 0) this.put(this.OPENS + r, this.opens[r]! + 1);
    else this.put(this.PLACE + task, place);
  }

  /** Takes `task` out of its round; the node after it is returned. */
  unlink(task: number): number {
    const before = this.prev[task]!;
    const after = this.next[task]!;
    const r = this.shiftOf[task]!;
    this.put(this.NEXT + before, after);
    this.put(this.PREV + after, before);
    this.put(this.SHIFT + task, NONE);
    this.put(this.SIZE + r, this.size[r]! - 1);
    this.addLoad(task, r, -1);
    this.charge(task, -1);
    if (this.p.tasks.place[task]! < 0) this.put(this.OPENS + r, this.opens[r]! - 1);
    return after;
  }

  /** Changes how long a served task lasts. */
  setDuration(task: number, duration: number): void {
    const { budgets } = this.p;
    const change = duration - this.duration[task]!;
    for (let k = budgets.ofTaskFrom[task]!; k < budgets.ofTaskFrom[task + 1]!; k++) {
      const b = budgets.ofTask[k]!;
      if (budgets.quantity[b] === SERVICE_TICKS) this.put(this.USED + b, this.used[b]! + change);
    }
    this.put(this.DURATION + task, duration);
  }

  /** Ticks that hard budgets still allow `task`, what unserved others need at least set aside where `sparing`. */
  room(task: number, sparing: boolean): number {
    const { budgets, tasks } = this.p;
    let room = OPEN;
    for (let k = budgets.ofTaskFrom[task]!; k < budgets.ofTaskFrom[task + 1]!; k++) {
      const b = budgets.ofTask[k]!;
      if (budgets.max[b]! >= OPEN || budgets.withinFrom[b]! > -OPEN || budgets.withinTo[b]! < OPEN) continue;
      let left = budgets.max[b]! - budgets.fixed[b]! - this.used[b]!;
      if (budgets.quantity[b] === COUNT) {
        if (left < 1) return -1;
        continue;
      }
      if (sparing) left -= this.owed[b]! - (this.shiftOf[task] === NONE ? tasks.durationMin[task]! : 0);
      if (left < room) room = left;
    }
    return room;
  }

  private charge(task: number, sign: number): void {
    const { budgets, tasks } = this.p;
    for (let k = budgets.ofTaskFrom[task]!; k < budgets.ofTaskFrom[task + 1]!; k++) {
      const b = budgets.ofTask[k]!;
      this.put(this.USED + b, this.used[b]! + sign * this.quantity(b, this.duration[task]!));
      this.put(this.OWED + b, this.owed[b]! - sign * this.quantity(b, tasks.durationMin[task]!));
    }
  }

  private quantity(budget: number, duration: number): number {
    return this.p.budgets.quantity[budget] === COUNT ? 1 : duration;
  }

  private budgetsOf(task: number): Int32Array {
    return this.p.budgets.ofTask.subarray(this.p.budgets.ofTaskFrom[task]!, this.p.budgets.ofTaskFrom[task + 1]!);
  }

  private addLoad(task: number, r: number, sign: number): void {
    const { loadCount, load } = this.p.tasks;
    for (let d = 0; d < loadCount; d++) this.put(this.LOAD + r * loadCount + d, this.load[r * loadCount + d]! + sign * load[task * loadCount + d]!);
  }

  /** Place from which node `node` is left: of a sentinel, where the shift's round starts. */
  placeAfter(node: number, r: number): number {
    return node >= this.taskCount ? this.p.shifts.optionFromPlace[this.option[r]!]! : this.place[node]!;
  }

  /** Does where `node` is follow from nothing but itself? */
  isFixed(node: number): boolean {
    return node >= this.taskCount || this.p.tasks.place[node]! >= 0;
  }

  /** Place at which node `node` is reached: of a sentinel, where the shift's round ends. */
  placeBefore(node: number, r: number): number {
    return node >= this.taskCount ? this.p.shifts.optionToPlace[this.option[r]!]! : this.place[node]!;
  }
}

/** The option that an unused shift stands at: the frozen one, or else its first. */
export const firstOption = (shifts: Shifts, r: number): number => {
  const frozen = shifts.frozenOption[r]!;
  return frozen === NONE ? shifts.optionFrom[r]! : frozen;
};
