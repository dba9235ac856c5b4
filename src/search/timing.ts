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
import { resolvePlaces } from "./places.ts";
import type { State } from "./state.ts";
import { Ties } from "./ties.ts";
import { baseTicks, leastTicks, tripTicks } from "./travel.ts";

/** Visits to a node in one propagation after which it is worth looking whether a cycle drives them. */
const SUSPICIOUS = 16;

export class Timing {
  private readonly st: State;
  private readonly p: Problem;
  private readonly queue: Int32Array;
  private readonly queued: Uint8Array;
  private readonly visits: Int32Array;
  private readonly visited: Int32Array;
  private visitedCount = 0;
  private head = 0;
  private tail = 0;
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
    const nodes = taskCount + shiftCount;
    this.queue = new Int32Array(nodes + 1);
    this.queued = new Uint8Array(nodes);
    this.visits = new Int32Array(nodes);
    this.visited = new Int32Array(nodes);
    this.touched = new RowSet(shiftCount);
    this.retimed = new RowSet(taskCount);
    this.ties = new Ties(st, this);
    this.cycles = new Cycles(st, this, this.ties);
    this.isProfiled = travel.profiles.some((f) => f !== null);
  }

  /** Asks that the arrival and start of `node` be computed again. */
  queueNode(node: number): void {
    if (this.queued[node] === 1) return;
    this.queued[node] = 1;
    this.queue[this.tail] = node;
    this.tail = this.tail + 1 === this.queue.length ? 0 : this.tail + 1;
  }

  /** After linking `task`: its own times and those after it. */
  queueLinked(task: number): void {
    const r = this.st.shiftOf[task]!;
    this.touched.add(r);
    if (this.st.opens[r]! > 0) this.requeueRound(r);
    else {
      this.queueNode(task);
      this.queueNode(this.st.next[task]!);
    }
  }

  /** After unlinking a task of shift `r` before node `after`; `partners` of the task are freed as well. */
  queueUnlinked(task: number, r: number, after: number): void {
    this.touched.add(r);
    if (this.st.opens[r]! > 0 || this.p.tasks.place[task]! < 0) this.requeueRound(r);
    else this.queueNode(after);
    this.queuePartners(task);
  }

  /** Every node of shift `r`, its open places found again. */
  requeueRound(r: number): void {
    const { st } = this;
    this.touched.add(r);
    resolvePlaces(st, r);
    const home = st.taskCount + r;
    for (let v = st.next[home]!; v !== home; v = st.next[v]!) this.queueNode(v);
    this.queueNode(home);
  }

  private queuePartners(task: number): void {
    const { relations } = this.p;
    const c = relations.component[task]!;
    if (c === NONE) return;
    for (let k = relations.componentTaskFrom[c]!; k < relations.componentTaskFrom[c + 1]!; k++) {
      const u = relations.componentTasks[k]!;
      if (u !== task && this.st.shiftOf[u]! !== NONE) this.queueNode(u);
    }
  }

  /**
   * Works the queue off. False: the rounds cannot be timed; the caller must roll back. The queue is empty afterwards.
   * `root`: the one task just put into rounds that were timed, if there is one: should its start rise once it stands, it
   * waits for itself.
   */
  propagate(root: number = NONE): boolean {
    let good = true;
    while (this.head !== this.tail) {
      const node = this.queue[this.head]!;
      this.head = this.head + 1 === this.queue.length ? 0 : this.head + 1;
      this.queued[node] = 0;
      if (good) good = this.walk(node, root);
    }
    for (let k = 0; k < this.visitedCount; k++) this.visits[this.visited[k]!] = 0;
    this.visitedCount = 0;
    return good;
  }

  /** Recomputes from `from` along its round until nothing changes. */
  private walk(from: number, root: number): boolean {
    const { st, p } = this;
    const { slots } = p;
    const n = st.taskCount;
    let v = from;
    for (;;) {
      if (v >= n) return this.endsInTime(v - n);
      const r = st.shiftOf[v]!;
      if (r === NONE) return true;
      const visit = this.countVisit(v);
      if (visit % SUSPICIOUS === 0 && (visit > n + SUSPICIOUS || this.cycles.drives(v))) return false;
      st.put(st.ARRIVAL + v, this.arrivalAt(v, r));
      const was = st.start[v]!;
      if (p.relations.component[v] === NONE) {
        const slot = st.slotOf[v]!;
        const start = this.lowest(v, slot);
        if (start > slots.startMax[slot]! || start + st.duration[v]! > slots.endMax[slot]!) return false;
        if (start !== was) {
          st.put(st.START + v, start);
          this.retimed.add(v);
        }
      } else if (!this.ties.settle(v)) return false;
      if (st.needs.spans) this.touched.add(r);
      if (st.start[v] === was) {
        if (v !== from || this.queued[st.next[v]!] === 1) return true;
      } else if (v === root && visit > 1 && st.start[v]! > was) return false;
      v = st.next[v]!;
    }
  }

  private countVisit(v: number): number {
    const count = this.visits[v]! + 1;
    this.visits[v] = count;
    if (count === 1) this.visited[this.visitedCount++] = v;
    return count;
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
    const leave = first ? p.shifts.beginMin[r]! : st.start[before]! + st.duration[before]!;
    if (there === here) return first ? leave + p.tasks.stopTicks[v]! : leave;
    const trip = this.isProfiled ? tripTicks(p, mode, there, here, leave) : baseTicks(p, mode, there, here);
    return leave + trip + p.tasks.stopTicks[v]!;
  }

  /** Earliest end of the round of shift `r`. */
  earliestEnd(r: number): number {
    const { st, p } = this;
    const last = st.prev[st.taskCount + r]!;
    if (last >= st.taskCount) return p.shifts.beginMin[r]!;
    const option = st.option[r]!;
    const leave = st.start[last]! + st.duration[last]!;
    const mode = p.shifts.optionMode[option]!;
    const to = p.shifts.optionToPlace[option]!;
    return leave + (this.isProfiled ? tripTicks(p, mode, st.place[last]!, to, leave) : baseTicks(p, mode, st.place[last]!, to));
  }

  private endsInTime(r: number): boolean {
    if (this.st.needs.spans) this.touched.add(r);
    return this.p.shifts.endMax[r]! >= OPEN || this.st.size[r] === 0 || this.earliestEnd(r) <= this.p.shifts.endMax[r]!;
  }

  /** Latest starts along the round of shift `r`, relations left out. O(tasks of the round). */
  computeLatest(r: number): void {
    const { st, p } = this;
    if (!st.needs.latest) return;
    const home = st.taskCount + r;
    const option = st.option[r]!;
    const mode = p.shifts.optionMode[option]!;
    let after = home;
    for (let v = st.prev[home]!; v !== home; v = st.prev[v]!) {
      const slot = st.slotOf[v]!;
      const here = st.place[v]!;
      const there = st.placeBefore(after, r);
      const entry = after < st.taskCount && there !== here ? p.tasks.stopTicks[after]! : 0;
      const mustArrive = after === home ? p.shifts.endMax[r]! : st.latest[after]!;
      let latest = mustArrive - entry - leastTicks(p, mode, here, there) - st.duration[v]!;
      if (latest > p.slots.startMax[slot]!) latest = p.slots.startMax[slot]!;
      if (latest > p.slots.endMax[slot]! - st.duration[v]!) latest = p.slots.endMax[slot]! - st.duration[v]!;
      st.put(st.LATEST + v, latest);
      after = v;
    }
  }
}
