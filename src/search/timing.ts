/**
 * Earliest starts across rounds. Every hard bound is `x >= y + c` (windows, travel, timed relations), so the
 * componentwise smallest schedule exists. Arrivals along the own round are kept apart from starts, so that a decrease
 * travels as far as an increase: a relation looks at arrivals, never at starts it has itself raised.
 * Orders that are cyclic across rounds are legal; only a cycle of positive length, which never settles, is refused. On a
 * legal cycle of length zero starts stay feasible but may remain later than they must after a task is taken out, and one
 * that gains only a few ticks a turn is refused as if it never settled.
 */
import { CLOCK_TIME_OF_DAY, NONE, OPEN, type Problem } from "../problem/problem.ts";
import { RowSet } from "./rowSet.ts";
import { resolvePlaces } from "./places.ts";
import type { State } from "./state.ts";
import { baseTicks, leastTicks, tripTicks } from "./travel.ts";

/** A node visited more often than this in one propagation is on a cycle that never settles. */
const MOST_VISITS = 30;

export class Timing {
  private readonly st: State;
  private readonly p: Problem;
  private readonly queue: Int32Array;
  private readonly queued: Uint8Array;
  private readonly visits: Uint8Array;
  private readonly visited: Int32Array;
  private visitedCount = 0;
  private head = 0;
  private tail = 0;
  /** Shifts that have changed and must be looked at again; who has looked clears it. */
  readonly touched: RowSet;
  private readonly members: Int32Array;
  private readonly bound: Int32Array;
  private readonly ordered: Int32Array;
  private readonly isProfiled: boolean;

  constructor(st: State) {
    this.st = st;
    this.p = st.p;
    const nodes = st.p.taskCount + st.p.shiftCount;
    this.queue = new Int32Array(nodes + 1);
    this.queued = new Uint8Array(nodes);
    this.visits = new Uint8Array(nodes);
    this.visited = new Int32Array(nodes);
    this.touched = new RowSet(st.p.shiftCount);
    this.members = new Int32Array(st.p.taskCount);
    this.bound = new Int32Array(st.p.taskCount);
    this.ordered = new Int32Array(st.p.taskCount);
    this.isProfiled = st.p.travel.profiles.some((f) => f !== null);
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

  /** Works the queue off. False: the rounds cannot be timed; the caller must roll back. The queue is empty afterwards. */
  propagate(): boolean {
    let good = true;
    while (this.head !== this.tail) {
      const node = this.queue[this.head]!;
      this.head = this.head + 1 === this.queue.length ? 0 : this.head + 1;
      this.queued[node] = 0;
      if (good) good = this.walk(node);
    }
    for (let k = 0; k < this.visitedCount; k++) this.visits[this.visited[k]!] = 0;
    this.visitedCount = 0;
    return good;
  }

  /** Recomputes from `from` along its round until nothing changes. */
  private walk(from: number): boolean {
    const { st, p } = this;
    const n = st.taskCount;
    let v = from;
    for (;;) {
      if (v >= n) return this.endsInTime(v - n);
      const r = st.shiftOf[v]!;
      if (r === NONE) return true;
      if (!this.countVisit(v)) return false;
      const before = st.prev[v]!;
      const here = st.place[v]!;
      const arrival = this.arrivalAt(v, before, r, here);
      st.put(st.ARRIVAL + v, arrival);
      const component = p.relations.component[v]!;
      const was = st.start[v]!;
      if (component === NONE) {
        const slot = st.slotOf[v]!;
        let start = arrival;
        if (start < st.hold[v]!) start = st.hold[v]!;
        if (start < p.slots.startMin[slot]!) start = p.slots.startMin[slot]!;
        if (start + st.duration[v]! < p.slots.endMin[slot]!) start = p.slots.endMin[slot]! - st.duration[v]!;
        if (start > p.slots.startMax[slot]! || start + st.duration[v]! > p.slots.endMax[slot]!) return false;
        st.put(st.START + v, start);
      } else if (!this.settleComponent(component, v)) return false;
      this.touched.add(r);
      if (st.start[v] === was && v !== from) return true;
      if (st.start[v] === was && this.queued[st.next[v]!] === 1) return true;
      v = st.next[v]!;
    }
  }

  private countVisit(v: number): boolean {
    const count = this.visits[v]! + 1;
    this.visits[v] = count;
    if (count === 1) this.visited[this.visitedCount++] = v;
    return count <= MOST_VISITS;
  }

  private arrivalAt(v: number, before: number, r: number, here: number): number {
    const { st, p } = this;
    const first = before >= st.taskCount;
    const there = st.placeAfter(before, r);
    const mode = p.shifts.optionMode[st.option[r]!]!;
    const leave = first ? p.shifts.beginMin[r]! : st.start[before]! + st.duration[before]!;
    const trip = this.isProfiled ? tripTicks(p, mode, there, here, leave) : baseTicks(p, mode, there, here);
    const entry = first || there !== here ? p.tasks.stopTicks[v]! : 0;
    return leave + trip + entry;
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
    this.touched.add(r);
    return this.st.size[r] === 0 || this.earliestEnd(r) <= this.p.shifts.endMax[r]!;
  }

  /** Least starts of the served members of a component, given their arrivals; queues what follows the ones that moved. */
  private settleComponent(c: number, current: number): boolean {
    const { st, p } = this;
    const { relations, slots } = p;
    let count = 0;
    for (let k = relations.componentTaskFrom[c]!; k < relations.componentTaskFrom[c + 1]!; k++) {
      const u = relations.componentTasks[k]!;
      if (st.shiftOf[u]! === NONE) continue;
      const slot = st.slotOf[u]!;
      this.members[count++] = u;
      this.bound[u] = Math.max(st.arrival[u]!, st.hold[u]!, slots.startMin[slot]!, slots.endMin[slot]! - st.duration[u]!);
    }
    let pass = 0;
    if (count > 1) while (this.raise(c)) if (++pass > count + 1) return false;
    for (let k = 0; k < count; k++) {
      const u = this.members[k]!;
      const start = this.bound[u]!;
      if (start === st.start[u] && u !== current) continue;
      const slot = st.slotOf[u]!;
      if (start > slots.startMax[slot]! || start + st.duration[u]! > slots.endMax[slot]!) return false;
      if (start !== st.start[u]) {
        st.put(st.START + u, start);
        this.touched.add(st.shiftOf[u]!);
        if (u !== current) this.queueNode(st.next[u]!);
      }
    }
    return true;
  }

  /** One pass over the component's relations; true if a bound rose. */
  private raise(c: number): boolean {
    const { relations } = this.p;
    let rose = false;
    for (let k = relations.componentRelationFrom[c]!; k < relations.componentRelationFrom[c + 1]!; k++) {
      const relation = relations.componentRelations[k]!;
      const count = this.servedMembers(relation);
      for (let i = 0; i + 1 < count; i++) {
        const last = relations.every[relation] === 1 ? count - 1 : i + 1;
        for (let j = i + 1; j <= last; j++) if (this.raisePair(relation, this.ordered[i]!, this.ordered[j]!)) rose = true;
      }
    }
    return rose;
  }

  /** Served members in the order in which the relation is judged, as far as present bounds tell. */
  private servedMembers(relation: number): number {
    const { relations } = this.p;
    let count = 0;
    for (let k = relations.memberFrom[relation]!; k < relations.memberFrom[relation + 1]!; k++) {
      const u = relations.members[k]!;
      if (this.st.shiftOf[u]! === NONE) continue;
      let at = count++;
      if (relations.eitherOrder[relation] === 1) {
        while (at > 0 && this.onClock(relation, this.ordered[at - 1]!) > this.onClock(relation, u)) {
          this.ordered[at] = this.ordered[at - 1]!;
          at--;
        }
      }
      this.ordered[at] = u;
    }
    return count;
  }

  private onClock(relation: number, u: number): number {
    return this.bound[u]! - this.clockOffset(relation, u);
  }

  private clockOffset(relation: number, u: number): number {
    if (this.p.relations.clock[relation] !== CLOCK_TIME_OF_DAY) return 0;
    const offset = this.p.slots.clockOffset[this.st.slotOf[u]!]!;
    return offset === OPEN ? 0 : offset;
  }

  /** Enforces min <= to(b) - from(a) <= max by delaying one of the two. */
  private raisePair(relation: number, a: number, b: number): boolean {
    const { relations, slots } = this.p;
    const { st } = this;
    if (relations.clock[relation] === CLOCK_TIME_OF_DAY && (slots.clockOffset[st.slotOf[a]!] === OPEN || slots.clockOffset[st.slotOf[b]!] === OPEN)) return false;
    const shift = this.clockOffset(relation, b) - this.clockOffset(relation, a);
    const durations = (relations.fromEnd[relation] === 1 ? st.duration[a]! : 0) - (relations.toEnd[relation] === 1 ? st.duration[b]! : 0);
    const min = relations.min[relation]!;
    const max = relations.max[relation]!;
    let rose = false;
    if (min > -OPEN && this.bound[b]! < this.bound[a]! + min + shift + durations) {
      this.bound[b] = this.bound[a]! + min + shift + durations;
      rose = true;
    }
    if (max < OPEN && this.bound[a]! < this.bound[b]! - max - shift - durations) {
      this.bound[a] = this.bound[b]! - max - shift - durations;
      rose = true;
    }
    return rose;
  }

  /** Latest starts along the round of shift `r`, relations left out. O(tasks of the round). */
  computeLatest(r: number): void {
    const { st, p } = this;
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
