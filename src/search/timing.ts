/**
 * Earliest starts across rounds. Every hard bound is `x >= y + c` (windows, travel, timed relations), so the
 * componentwise smallest schedule exists. Arrivals along the own round are kept apart from starts, so that a decrease
 * travels as far as an increase: a relation looks at arrivals, never at starts it has itself raised.
 * Orders that are cyclic across rounds are legal; only a cycle of positive length, which never settles, is refused, and it
 * is found exactly (`cycles.ts`). On a legal cycle of length zero starts stay feasible but may remain later than they
 * must after a task is taken out.
 */
import { NONE, OPEN, type Problem } from "../problem/problem.ts";
import { Cycles } from "./cycles.ts";
import { RowSet } from "./rowSet.ts";
import { resolvePlaces, SIDE_AFTER } from "./places.ts";
import type { State } from "./state.ts";
import { Ties } from "./ties.ts";
import { TimeQueue } from "./timeQueue.ts";
import { baseTicks, leastTicks, leavesAt, tripTicks } from "./travel.ts";

/** Visits to a node in one propagation from which on it is worth looking whether a cycle drives them. */
const SUSPICIOUS = 4;

export class Timing {
  private readonly st: State;
  private readonly p: Problem;
  /** Tasks whose start must be computed again, by when they can be reached. */
  private readonly queue: TimeQueue;
  /** [task] 1: what follows it must be told its start even if that stays. */
  private readonly isNew: Uint8Array;
  /** [component] 1: something has changed since its starts were settled together. */
  private readonly unsettled: Uint8Array;
  private readonly visits: Int32Array;
  private readonly visited: RowSet;
  /** Tasks and rounds found past a latest time. */
  private readonly late: RowSet;
  private root = NONE;
  private onlyRises = false;
  private rootStands = false;
  private rootWaits = false;
  /** Shifts that have changed and must be looked at again; who has looked clears it. */
  readonly touched: RowSet;
  /** Tasks whose start has changed, likewise. */
  readonly retimed: RowSet;
  private readonly ties: Ties;
  private readonly cycles: Cycles;
  private readonly isProfiled: boolean;

  constructor(st: State) {
    this.st = st;
    this.p = st.p;
    const { taskCount, shiftCount, travel } = st.p;
    this.queue = new TimeQueue(taskCount);
    this.isNew = new Uint8Array(taskCount);
    this.unsettled = new Uint8Array(Math.max(0, st.p.relations.componentTaskFrom.length - 1));
    this.visits = new Int32Array(taskCount);
    this.visited = new RowSet(taskCount);
    this.late = new RowSet(taskCount + shiftCount);
    this.touched = new RowSet(shiftCount);
    this.retimed = new RowSet(taskCount);
    this.ties = new Ties(st, this);
    this.cycles = new Cycles(st, this, this.ties);
    this.isProfiled = travel.profiles.some((f) => f !== null);
  }

  /** Asks that the start of `task` be computed again and what follows it be told; the first of a round is reached anew. */
  queueNode(task: number): void {
    const { st } = this;
    this.isNew[task] = 1;
    if (st.prev[task]! >= st.taskCount && st.shiftOf[task] !== NONE) st.put(st.ARRIVAL + task, this.arrivalAt(task, st.shiftOf[task]!));
    this.enqueue(task, st.start[task]!);
  }

  /** After linking `task`: its own times and those after it. */
  queueLinked(task: number): void {
    const r = this.st.shiftOf[task]!;
    this.touched.add(r);
    this.isNew[task] = 1;
    if (this.leavesPlacesOpen(r, this.st.prev[task]!, task, this.st.next[task]!)) this.requeueRound(r);
    else this.reach(task, r);
  }

  /** After unlinking a task of shift `r` before node `after`; `partners` of the task are freed as well. */
  queueUnlinked(task: number, r: number, after: number): void {
    this.touched.add(r);
    if (this.leavesPlacesOpen(r, this.st.prev[after]!, task, after)) this.requeueRound(r);
    else this.reach(after, r);
    this.queuePartners(task);
  }

  /** May a place of shift `r` be another one, now that `task` has come or gone between two nodes? Open places follow from those beside them. */
  private leavesPlacesOpen(r: number, before: number, task: number, after: number): boolean {
    const { st } = this;
    return !st.isFixed(task) || (st.opens[r]! > 0 && !(st.isFixed(before) && st.isFixed(after)));
  }

  /** Every task of shift `r`, its open places found again. */
  requeueRound(r: number): void {
    const { st } = this;
    this.touched.add(r);
    resolvePlaces(st, r);
    const home = st.taskCount + r;
    for (let v = st.next[home]!; v !== home; v = st.next[v]!) this.reach(v, r);
    this.reach(home, r);
  }

  private enqueue(task: number, at: number): void {
    const c = this.p.relations.component[task]!;
    if (c !== NONE) this.unsettled[c] = 1;
    this.queue.push(task, at);
  }

  private queuePartners(task: number): void {
    const { relations } = this.p;
    const c = relations.component[task]!;
    if (c === NONE) return;
    for (let k = relations.componentTaskFrom[c]!; k < relations.componentTaskFrom[c + 1]!; k++) {
      const u = relations.componentTasks[k]!;
      if (u !== task && this.st.shiftOf[u]! !== NONE) this.enqueue(u, this.st.start[u]!);
    }
  }

  /** Node `v` of shift `r` is reached at another time, perhaps. */
  private reach(v: number, r: number): void {
    const { st } = this;
    if (v >= st.taskCount) {
      if (st.needs.spans) this.touched.add(r);
      if (!this.endsInTime(r)) this.late.add(v);
      return;
    }
    const arrival = this.arrivalAt(v, r);
    st.put(st.ARRIVAL + v, arrival);
    this.enqueue(v, arrival);
  }

  /** Tells the node after `task` when `task` is over. */
  passOn(task: number): void {
    const { st } = this;
    const r = st.shiftOf[task]!;
    const v = st.next[task]!;
    if (v >= st.taskCount) {
      this.reach(v, r);
      return;
    }
    const arrival = this.arrivalAt(v, r);
    if (arrival === st.arrival[v]) return;
    st.put(st.ARRIVAL + v, arrival);
    this.enqueue(v, arrival);
  }

  /**
   * Works the queue off. False: the rounds cannot be timed; the caller must roll back. The queue is empty afterwards.
   * `onlyRises`: tasks were just put into rounds that were timed, and only delay the others: whatever is late once, stays so.
   * `root`: the one task that was, if it was but one; should its own start rise once it stands, it waits for itself.
   */
  propagate(root: number = NONE, onlyRises = root !== NONE): boolean {
    this.root = root;
    this.onlyRises = onlyRises;
    this.rootStands = this.rootWaits = false;
    this.ties.begin();
    const good = this.workOff() && !this.anyLate();
    this.abandon();
    return good;
  }

  /** Forgets what was asked. */
  abandon(): void {
    for (let v = this.queue.pop(); v !== NONE; v = this.queue.pop()) {
      this.isNew[v] = 0;
      const c = this.p.relations.component[v]!;
      if (c !== NONE) this.unsettled[c] = 0;
    }
    for (let k = 0; k < this.visited.count; k++) this.visits[this.visited.list[k]!] = 0;
    this.visited.clear();
    this.late.clear();
  }

  private anyLate(): boolean {
    for (let k = 0; k < this.late.count; k++) if (this.isLate(this.late.list[k]!)) return true;
    return false;
  }

  private workOff(): boolean {
    const { st, p } = this;
    let unchecked = 0; // looking for a cycle takes no longer than the visits since the last look
    for (let v = this.queue.pop(); v !== NONE; v = this.queue.pop()) {
      const isNew = this.isNew[v] === 1;
      this.isNew[v] = 0;
      if (st.shiftOf[v] === NONE) continue;
      this.visited.add(v);
      const visit = ++this.visits[v]!;
      if (visit > st.taskCount + SUSPICIOUS) return false;
      if (++unchecked > this.visited.count && visit >= SUSPICIOUS) {
        unchecked = 0;
        if (this.cycles.drive(v, 4 * this.visited.count)) return false;
      }
      const c = p.relations.component[v]!;
      if (c === NONE) this.setStart(v, this.lowest(v, st.slotOf[v]!));
      else if (this.unsettled[c] === 1) {
        this.unsettled[c] = 0;
        if (!this.ties.settle(v)) return false;
      }
      if (isNew) this.passOn(v);
      if (v === this.root) this.rootStands = true;
      if (this.rootWaits || (this.onlyRises && this.late.count > 0)) return false;
    }
    return true;
  }

  /** Sets the least start of a served task and tells what follows it. */
  setStart(task: number, start: number): void {
    const { st } = this;
    const was = st.start[task]!;
    if (this.isPast(task, start)) this.late.add(task);
    if (start === was) return;
    if (task === this.root && this.rootStands && start > was) this.rootWaits = true;
    st.put(st.START + task, start);
    this.retimed.add(task);
    if (st.needs.spans) this.touched.add(st.shiftOf[task]!);
    this.passOn(task);
  }

  private isPast(task: number, start: number): boolean {
    const { slots } = this.p;
    const slot = this.st.slotOf[task]!;
    return start > slots.startMax[slot]! || start + this.st.duration[task]! > slots.endMax[slot]!;
  }

  private isLate(node: number): boolean {
    const { st } = this;
    if (node >= st.taskCount) return !this.endsInTime(node - st.taskCount);
    return st.shiftOf[node] !== NONE && this.isPast(node, st.start[node]!);
  }

  /** Earliest start of `v` by its arrival, what holds it back, and its window. */
  lowest(v: number, slot: number): number {
    const { st } = this;
    const { slots } = this.p;
    let start = st.arrival[v]!;
    if (start < st.hold[v]!) start = st.hold[v]!;
    if (start < slots.startMin[slot]!) start = slots.startMin[slot]!;
    const byEnd = slots.endMin[slot]! - st.duration[v]!;
    return start < byEnd ? byEnd : start;
  }

  /** When `v` of shift `r` can be reached from the node before it, entry included. */
  arrivalAt(v: number, r: number): number {
    const { st, p } = this;
    const before = st.prev[v]!;
    const here = st.place[v]!;
    const option = st.option[r]!;
    const mode = p.shifts.optionMode[option]!;
    const first = before >= st.taskCount;
    const there = first ? p.shifts.optionFromPlace[option]! : st.place[before]!;
    const leave = leavesAt(p, before, v, first ? p.shifts.beginMin[r]! : st.start[before]! + st.duration[before]!);
    if (there === here) return first ? leave + p.tasks.stopTicks[v]! : leave;
    const trip = this.isProfiled ? tripTicks(p, mode, there, here, leave) : baseTicks(p, mode, there, here);
    return leave + trip + p.tasks.stopTicks[v]!;
  }

  /** Earliest end of the round of shift `r`. */
  earliestEnd(r: number): number {
    const { st, p } = this;
    const home = st.taskCount + r;
    const last = st.prev[home]!;
    if (last === home) return p.shifts.beginMin[r]!;
    const option = st.option[r]!;
    const leave = leavesAt(p, last, home, st.start[last]! + st.duration[last]!);
    const mode = p.shifts.optionMode[option]!;
    const to = p.shifts.optionToPlace[option]!;
    return leave + (this.isProfiled ? tripTicks(p, mode, st.place[last]!, to, leave) : baseTicks(p, mode, st.place[last]!, to));
  }

  private endsInTime(r: number): boolean {
    return this.p.shifts.endMax[r]! >= OPEN || this.st.size[r] === 0 || this.earliestEnd(r) <= this.p.shifts.endMax[r]!;
  }

  /**
   * Does `task`, just linked into shift `r`, only delay what follows? Not where the way over it is shorter than the direct one, nor where what goes
   * before is done at another place because of it, and so reached at another time.
   */
  onlyDelays(task: number, r: number): boolean {
    const { st, p } = this;
    const after = st.next[task]!;
    if (this.movesBefore(task, r)) return false;
    if (after >= st.taskCount || this.leavesPlacesOpen(r, st.prev[task]!, task, after)) return true;
    const here = st.place[task]!;
    const there = st.place[after]!;
    const entry = there === here ? 0 : p.tasks.stopTicks[after]!;
    const leave = this.lowest(task, st.slotOf[task]!) + st.duration[task]!;
    return leave + leastTicks(p, p.shifts.optionMode[st.option[r]!]!, here, there) + entry >= st.arrival[after]!;
  }

  /** May one of the open places just before `task` follow from it? */
  private movesBefore(task: number, r: number): boolean {
    const { st, p } = this;
    if (st.opens[r] === 0) return false;
    const hasStart = p.shifts.optionFromPlace[st.option[r]!]! >= 0;
    for (let v = st.prev[task]!; !st.isFixed(v); v = st.prev[v]!) if (!hasStart || st.side[v] === SIDE_AFTER) return true;
    return false;
  }
}
