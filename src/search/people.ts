/** Hard rules that look at several rounds: one person's shifts, and vehicles held at the same time. Nothing here allocates after construction. */
import { NONE, OPEN } from "../problem/problem.ts";
import type { State } from "./state.ts";

export class Rests {
  private readonly st: State;
  /** Used shifts of the worker looked at, `count` of them, by their begins. */
  private readonly used: Int32Array;
  private count = 0;

  constructor(st: State) {
    this.st = st;
    this.used = new Int32Array(st.p.shiftCount);
  }

  /** Pairs of overlapping shifts of a worker and working periods that leave too little rest. O(shifts²) of the worker. */
  breaches(worker: number): number {
    const { workers } = this.st.p;
    this.listUsed(worker);
    let breaches = this.overlaps();
    for (let k = workers.restFrom[worker]!; k < workers.restFrom[worker + 1]!; k++) {
      breaches += this.longPeriods(workers.busyUntil[worker]!, workers.restAtLeast[k]!, workers.restWindow[k]! - workers.restAtLeast[k]!);
    }
    return breaches;
  }

  private listUsed(worker: number): void {
    const { st, used } = this;
    const { shiftFrom, shiftList } = st.p.workers;
    this.count = 0;
    for (let k = shiftFrom[worker]!; k < shiftFrom[worker + 1]!; k++) {
      const s = shiftList[k]!;
      if (st.size[s] === 0) continue;
      used[this.count] = s;
      settle(used, this.count++, st.begin);
    }
  }

  private overlaps(): number {
    const { st, used, count } = this;
    let pairs = 0;
    for (let a = 0; a < count; a++) {
      for (let b = a + 1; b < count; b++) if (st.begin[used[a]!]! < st.end[used[b]!]! && st.begin[used[b]!]! < st.end[used[a]!]!) pairs++;
    }
    return pairs;
  }

  /** Working periods (shifts, and the end of the last one before, with less than `atLeast` between them) longer than `longest`. */
  private longPeriods(busyUntil: number, atLeast: number, longest: number): number {
    const { st, used, count } = this;
    let begin = Number.NEGATIVE_INFINITY;
    let end = Number.NEGATIVE_INFINITY;
    let long = 0;
    let pending = busyUntil > -OPEN;
    for (let k = 0; k < count || pending; ) {
      const isBefore = pending && (k === count || busyUntil <= st.begin[used[k]!]!);
      const from = isBefore ? busyUntil : st.begin[used[k]!]!;
      const to = isBefore ? busyUntil : st.end[used[k]!]!;
      if (isBefore) pending = false;
      else k++;
      if (from - end >= atLeast) {
        if (end - begin > longest) long++;
        begin = from;
        end = to;
      } else if (to > end) end = to;
    }
    return end - begin > longest ? long + 1 : long;
  }
}

export class PoolUse {
  private readonly st: State;
  /** All shifts by their begins and by their ends, as they were when last asked: little changes from one time to the next. */
  private readonly byBegin: Int32Array;
  private readonly byEnd: Int32Array;
  /** [pool] vehicles held. */
  private readonly held: Int32Array;

  constructor(st: State) {
    this.st = st;
    this.byBegin = Int32Array.from({ length: st.p.shiftCount }, (_, s) => s);
    this.byEnd = this.byBegin.slice();
    this.held = new Int32Array(st.p.pools.count.length);
  }

  /** How often a shift takes a vehicle of a pool that has none left. O(shifts), and how far they have changed places. */
  excess(): number {
    const { st, byBegin, byEnd, held } = this;
    const { count } = st.p.pools;
    for (let k = 1; k < byBegin.length; k++) {
      settle(byBegin, k, st.begin);
      settle(byEnd, k, st.end);
    }
    held.fill(0);
    let excess = 0;
    let back = 0;
    for (let k = 0; k < byBegin.length; k++) {
      const s = byBegin[k]!;
      const pool = this.poolOf(s);
      if (pool === NONE) continue;
      for (; st.end[byEnd[back]!]! <= st.begin[s]!; back++) {
        const returned = this.poolOf(byEnd[back]!);
        if (returned !== NONE) held[returned]!--;
      }
      if (++held[pool]! > count[pool]!) excess++;
    }
    return excess;
  }

  /** The pool of which shift `s` holds a vehicle for some time, or NONE. */
  private poolOf(s: number): number {
    const { st } = this;
    return st.size[s] === 0 || st.end[s]! <= st.begin[s]! ? NONE : st.p.shifts.optionPool[st.option[s]!]!;
  }
}

/** One step of an insertion sort by `key`: brings place `at` of `rows` where it belongs among those before it. */
function settle(rows: Int32Array, at: number, key: Int32Array): void {
  const row = rows[at]!;
  let k = at;
  for (; k > 0 && key[rows[k - 1]!]! > key[row]!; k--) rows[k] = rows[k - 1]!;
  rows[k] = row;
}
