/**
 * Rounds of a plain problem: linked lists with the earliest time at which each stop is over and the latest at which it may begin, so that
 * a task between two stops is tested in O(1). Every write can be undone.
 */
import { NONE } from "../../problem/problem.ts";
import { Trail } from "../trail.ts";
import { InUse } from "./inUse.ts";
import type { Plain } from "./plain.ts";

/**
 * Nodes: tasks, then one begin for each shift (`taskCount + r`), then one end (`taskCount + shiftCount + r`). Read through the views;
 * write through the methods. `commit` makes writes final, `undo` takes back those since.
 */
export class Rounds {
  readonly p: Plain;
  readonly firstBegin: number;
  readonly firstEnd: number;
  /** [node] point of the travel matrices. */
  readonly point: Int32Array;
  /** [node] neighbours in the round. */
  readonly next: Int32Array;
  readonly prev: Int32Array;
  /** [node] shift, or NONE for a task that is left out. */
  readonly shiftOf: Int32Array;
  /** [node] earliest end of the stop; latest begin of it. */
  readonly over: Int32Array;
  readonly latest: Int32Array;
  /** [node] ticks of travel to the next. */
  readonly way: Int32Array;
  /** [shift] tasks in its round. */
  readonly size: Int32Array;
  /** Shifts, those in use first: `inUse` of them. */
  readonly order: Int32Array;
  /** [shift] sum of the loads. */
  readonly load: Float64Array;
  /** Ticks of travel of all rounds. */
  travel = 0;

  private readonly trail: Trail;
  private readonly PREV: number;
  private readonly SHIFT: number;
  private readonly OVER: number;
  private readonly LATEST: number;
  private readonly WAY: number;
  private readonly SIZE: number;
  private readonly used: InUse;
  private travelBefore = 0;

  constructor(p: Plain) {
    this.p = p;
    const { taskCount: n, shiftCount: r } = p;
    this.firstBegin = n;
    this.firstEnd = n + r;
    const nodes = n + 2 * r;
    this.PREV = nodes;
    this.SHIFT = 2 * nodes;
    this.OVER = 3 * nodes;
    this.LATEST = 4 * nodes;
    this.WAY = 5 * nodes;
    this.SIZE = 6 * nodes;
    this.trail = new Trail(this.SIZE + r + InUse.roomFor(r), r);
    this.used = new InUse(this.trail, this.SIZE + r, r);
    const { ints } = this.trail;
    const view = (from: number, length: number): Int32Array => ints.subarray(from, from + length);
    this.next = view(0, nodes);
    this.prev = view(this.PREV, nodes);
    this.shiftOf = view(this.SHIFT, nodes);
    this.over = view(this.OVER, nodes);
    this.latest = view(this.LATEST, nodes);
    this.way = view(this.WAY, nodes);
    this.size = view(this.SIZE, r);
    this.order = this.used.order;
    this.load = this.trail.reals;
    this.point = new Int32Array(nodes);
    this.shiftOf.fill(NONE, 0, n);
    for (let t = 0; t < n; t++) this.point[t] = t;
    for (let k = 0; k < r; k++) {
      const [begin, end] = [n + k, n + r + k];
      this.point[begin] = p.fromPoint[k]!;
      this.point[end] = p.toPoint[k]!;
      this.shiftOf[begin] = this.shiftOf[end] = k;
      this.next[begin] = end;
      this.prev[end] = begin;
      this.over[begin] = this.over[end] = p.begin[k]!;
      this.latest[begin] = this.latest[end] = p.end[k]!;
      this.way[begin] = 0; // an unused shift does not travel
    }
  }

  /** How many shifts are in use. */
  get inUse(): number {
    return this.used.count;
  }

  /** Ticks from node `a` to node `b` by the mode of shift `r`. */
  ticks(r: number, a: number, b: number): number {
    const { p, point } = this;
    return p.to[p.base[r]! + point[a]! * p.pointCount + point[b]!]!;
  }

  /** Puts a task that fits after node `i` of shift `r`; `travel` grows by what it travels more. */
  insert(task: number, r: number, i: number): void {
    const { p, next, way, size } = this;
    const j = next[i]!;
    const there = this.ticks(r, i, task);
    const on = this.ticks(r, task, j);
    this.travel += there + on - way[i]!;
    this.put(i, task);
    this.put(this.PREV + task, i);
    this.put(task, j);
    this.put(this.PREV + j, task);
    this.put(this.SHIFT + task, r);
    this.put(this.WAY + i, there);
    this.put(this.WAY + task, on);
    if (size[r] === 0) this.used.add(r);
    this.put(this.SIZE + r, size[r]! + 1);
    this.addLoad(r, p.load[task]!);
    this.delay(task);
    this.advance(task);
  }

  /**
   * Takes out the tasks from `first` to `last`, which follow each other. False: what follows would be late, since the direct way is longer
   * than the way over what was taken; the caller must undo.
   */
  remove(first: number, last: number): boolean {
    const { p, next, prev, way, size } = this;
    const r = this.shiftOf[first]!;
    const [i, j] = [prev[first]!, next[last]!];
    let count = 0;
    let load = 0;
    let saved = way[i]!;
    for (let v = first; v !== j; v = next[v]!) {
      count++;
      load += p.load[v]!;
      saved += way[v]!;
      this.put(this.SHIFT + v, NONE);
    }
    this.put(this.SIZE + r, size[r]! - count);
    if (size[r] === 0) this.used.remove(r);
    const direct = size[r] === 0 ? 0 : this.ticks(r, i, j);
    this.travel += direct - saved;
    this.put(i, j);
    this.put(this.PREV + j, i);
    this.put(this.WAY + i, direct);
    this.addLoad(r, -load);
    const isInTime = this.over[i]! + direct <= this.latest[j]!;
    this.advance(j);
    this.delay(j);
    return isInTime;
  }

  /** Exchanges what follows node `a` with what follows node `b` of another round. The caller has seen that both fit. */
  exchangeTails(a: number, b: number): void {
    const { p, next, prev, shiftOf, firstEnd, size } = this;
    const [r, q] = [shiftOf[a]!, shiftOf[b]!];
    const [endR, endQ] = [firstEnd + r, firstEnd + q];
    const [afterA, afterB] = [next[a]!, next[b]!];
    const [lastR, lastQ] = [prev[endR]!, prev[endQ]!];
    let [moved, load] = [0, 0];
    for (let v = afterA; v !== endR; v = next[v]!) {
      this.put(this.SHIFT + v, q);
      moved++;
      load += p.load[v]!;
    }
    for (let v = afterB; v !== endQ; v = next[v]!) {
      this.put(this.SHIFT + v, r);
      moved--;
      load -= p.load[v]!;
    }
    const [firstR, firstQ] = [afterB === endQ ? endR : afterB, afterA === endR ? endQ : afterA];
    const [endsR, endsQ] = [afterB === endQ ? a : lastQ, afterA === endR ? b : lastR];
    const [sizeR, sizeQ] = [size[r]! - moved, size[q]! + moved];
    this.relink(a, firstR);
    this.relink(b, firstQ);
    this.relink(endsR, endR);
    this.relink(endsQ, endQ);
    this.put(this.SIZE + r, sizeR);
    this.put(this.SIZE + q, sizeQ);
    if (sizeR === 0) this.used.remove(r);
    if (sizeQ === 0) this.used.remove(q);
    this.addLoad(r, -load);
    this.addLoad(q, load);
    this.travelOn(a, r);
    this.travelOn(b, q);
    this.travelOn(endsR, r);
    this.travelOn(endsQ, q);
    this.advance(endR);
    this.advance(endQ);
    this.delay(firstR);
    this.delay(firstQ);
    this.advance(firstR);
    this.advance(firstQ);
  }

  /** Makes what was written final. */
  commit(): void {
    this.trail.commit();
    this.travelBefore = this.travel;
  }

  /** Takes back what was written since the last `commit`. */
  undo(): void {
    this.trail.rollback();
    this.travel = this.travelBefore;
  }

  /** Copies the rounds as they were at the last `commit` into `into`, as many numbers as `copySize`. */
  copyBefore(into: Int32Array): void {
    this.trail.copyBefore(into);
  }

  /** Numbers of a copy: who follows whom. */
  get copySize(): number {
    return this.PREV;
  }

  /** Would a task that is left out be in time after node `i` of shift `r`, with all that follows, and is there room for it? */
  fits(task: number, r: number, i: number): boolean {
    const { p, next, over, latest, load } = this;
    const j = next[i]!;
    const start = Math.max(over[i]! + this.ticks(r, i, task), p.earliest[task]!);
    const isInTime = start <= p.latest[task]! && start + p.service[task]! + this.ticks(r, task, j) <= latest[j]!;
    return isInTime && load[r]! + p.load[task]! <= p.capacity[r]!;
  }

  /** Empties the round of shift `r`. */
  empty(r: number): void {
    if (this.size[r]! > 0) this.remove(this.next[this.firstBegin + r]!, this.prev[this.firstEnd + r]!);
  }

  /** Empties all rounds; final at once. */
  clear(): void {
    for (let r = 0; r < this.p.shiftCount; r++) this.empty(r);
    this.commit();
  }

  /** Lays the rounds out as in a copy; final at once. */
  lay(copy: Int32Array): void {
    const { p, firstBegin } = this;
    this.clear();
    for (let r = 0; r < p.shiftCount; r++) {
      let at = firstBegin + r;
      for (let v = copy[at]!; v < firstBegin; v = copy[v]!) {
        this.insert(v, r, at);
        at = v;
      }
    }
    this.commit();
  }

  private relink(a: number, b: number): void {
    this.put(a, b);
    this.put(this.PREV + b, a);
  }

  /** Finds the way from `node` of shift `r` to the next anew. */
  private travelOn(node: number, r: number): void {
    const now = this.size[r] === 0 ? 0 : this.ticks(r, node, this.next[node]!);
    this.travel += now - this.way[node]!;
    this.put(this.WAY + node, now);
  }

  /** Brings the earliest times from `node` on up to date. */
  private delay(node: number): void {
    const { p, next, prev, over, way, firstBegin } = this;
    let v = node;
    while (v < firstBegin) {
      const i = prev[v]!;
      let start = over[i]! + way[i]!;
      if (start < p.earliest[v]!) start = p.earliest[v]!;
      const end = start + p.service[v]!;
      if (end === over[v] && v !== node) return;
      this.put(this.OVER + v, end);
      v = next[v]!;
    }
  }

  /** Brings the latest begins up to date, from `node` back. */
  private advance(node: number): void {
    const { p, next, prev, latest, way, firstBegin } = this;
    let v = node < firstBegin ? node : prev[node]!;
    while (v < firstBegin) {
      const j = next[v]!;
      let begin = latest[j]! - way[v]! - p.service[v]!;
      if (begin > p.latest[v]!) begin = p.latest[v]!;
      if (begin === latest[v] && v !== node) return;
      this.put(this.LATEST + v, begin);
      v = prev[v]!;
    }
  }

  private addLoad(r: number, load: number): void {
    if (load === 0) return;
    this.trail.saveReal(r);
    this.load[r] = this.load[r]! + load;
  }

  private put(at: number, value: number): void {
    this.trail.put(at, value);
  }
}
