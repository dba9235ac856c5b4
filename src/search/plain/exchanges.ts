/**
 * Small exchanges that bring two tasks together which go well one after the other (granular neighbourhoods: Toth and Vigo 2003,
 * doi:10.1287/ijoc.15.4.333.24890), priced and tested before anything is written.
 */
import { NONE } from "../../problem/problem.ts";
import type { Random } from "../../random.ts";
import { mayServe, type Plain } from "./plain.ts";
import type { Near } from "./near.ts";
import type { Rounds } from "./rounds.ts";

/** Longest run of tasks that goes elsewhere together. */
const LONGEST_RUN = 3;

export class Exchanges {
  private readonly p: Plain;
  private readonly rounds: Rounds;
  private readonly near: Near;
  private readonly width: number;
  private readonly random: Random;

  /** `width`: how many of each task's best followers are tried. */
  constructor(rounds: Rounds, near: Near, width: number, random: Random) {
    this.p = rounds.p;
    this.rounds = rounds;
    this.near = near;
    this.width = Math.min(width, near.width);
    this.random = random;
  }

  /**
   * Draws an exchange that gives task `u` another follower, and makes it where travel grows by less than `most` ticks and all is in time.
   * Returns whether it was made; undo is possible.
   */
  try(u: number, most: number): boolean {
    const { random, near } = this;
    const { shiftOf, next, prev, firstBegin } = this.rounds;
    const v = near.after[u * near.width + random.below(this.width)]!;
    if (v < 0 || next[u] === v) return false;
    const [r, q] = [shiftOf[u]!, shiftOf[v]!];
    if (r === NONE || q === NONE) return false;
    const kind = random.below(r === q ? 2 : 4);
    if (kind === 0) return this.move(v, this.lastOfRun(v, u), u, most);
    if (kind === 1) return this.move(this.firstOfRun(u, v), u, prev[v]!, most);
    if (kind === 2) return this.tails(u, prev[v]!, most);
    return next[u]! < firstBegin && this.swap(next[u]!, v, most);
  }

  /** The end of a drawn run that begins with `first` and does not reach `not`. */
  private lastOfRun(first: number, not: number): number {
    const { next, firstBegin } = this.rounds;
    let last = first;
    for (let k = this.random.below(LONGEST_RUN); k > 0; k--) {
      const v = next[last]!;
      if (v >= firstBegin || v === not) break;
      last = v;
    }
    return last;
  }

  private firstOfRun(last: number, not: number): number {
    const { prev, firstBegin } = this.rounds;
    let first = last;
    for (let k = this.random.below(LONGEST_RUN); k > 0; k--) {
      const v = prev[first]!;
      if (v >= firstBegin || v === not) break;
      first = v;
    }
    return first;
  }

  /** The tasks from `first` to `last` go after node `i`, which is none of them. */
  private move(first: number, last: number, i: number, most: number): boolean {
    const { p, rounds } = this;
    const { next, prev, way, over, latest, shiftOf, load } = rounds;
    const [r, q] = [shiftOf[first]!, shiftOf[i]!];
    const [before, after, j] = [prev[first]!, next[last]!, next[i]!];
    if (i === before || p.base[r] !== p.base[q]) return false;
    const isEmptied = before >= rounds.firstBegin && after >= rounds.firstBegin;
    const direct = isEmptied ? 0 : rounds.ticks(r, before, after);
    const there = rounds.ticks(q, i, first);
    const on = rounds.ticks(q, last, j);
    if (direct - way[before]! - way[last]! + there + on - way[i]! >= most) return false;
    if (r !== q) {
      let more = 0;
      for (let v = first; ; v = next[v]!) {
        more += p.load[v]!;
        if (p.eligible !== null && !mayServe(p, v, q)) return false;
        if (v === last) break;
      }
      if (load[q]! + more > p.capacity[q]!) return false;
      if (over[before]! + direct > latest[after]!) return false;
      const end = this.endOfRun(first, last, over[i]! + there);
      if (end === NONE || end + on > latest[j]!) return false;
    } else if (i >= rounds.firstBegin || over[i]! < over[first]!) {
      let end = this.endOfRun(first, last, over[i]! + there);
      if (end === NONE) return false;
      end = this.endOfRun(j, before, end + on);
      if (end === NONE || end + direct > latest[after]!) return false;
    } else {
      if (over[i]! <= over[last]!) return false;
      let end = this.endOfRun(after, i, over[before]! + direct);
      if (end === NONE) return false;
      end = this.endOfRun(first, last, end + there);
      if (end === NONE || end + on > latest[j]!) return false;
    }
    if (!rounds.remove(first, last)) return false;
    this.putRun(first, last, q, i);
    return true;
  }

  /** Puts back what still is linked from `first` to `last`, after node `i`. */
  private putRun(first: number, last: number, q: number, i: number): void {
    const { next } = this.rounds;
    let at = i;
    for (let v = first; ; ) {
      const following = next[v]!;
      this.rounds.insert(v, q, at);
      if (v === last) return;
      at = v;
      v = following;
    }
  }

  /** When the run from `first` to `last` is over, reached at `arrival`; NONE: a task would begin too late. */
  private endOfRun(first: number, last: number, arrival: number): number {
    const { p, rounds } = this;
    const { next, way } = rounds;
    let time = arrival;
    for (let v = first; ; v = next[v]!) {
      if (time < p.earliest[v]!) time = p.earliest[v]!;
      if (time > p.latest[v]!) return NONE;
      time += p.service[v]!;
      if (v === last) return time;
      time += way[v]!;
    }
  }

  /** What follows `a` and what follows `b` of another round change places. */
  private tails(a: number, b: number, most: number): boolean {
    const { p, rounds } = this;
    const { next, way, over, latest, shiftOf, load, firstEnd, firstBegin } = rounds;
    const [r, q] = [shiftOf[a]!, shiftOf[b]!];
    if (p.kind[r] !== p.kind[q]) return false;
    const [afterA, afterB] = [next[a]!, next[b]!];
    const on = rounds.ticks(r, a, afterB);
    const leavesNone = b >= firstBegin && afterA >= firstEnd;
    const other = leavesNone ? 0 : rounds.ticks(q, b, afterA);
    if (on + other - way[a]! - way[b]! >= most) return false;
    if (over[a]! + on > latest[afterB]! || over[b]! + other > latest[afterA]!) return false;
    let tailA = 0;
    for (let v = afterA; v < firstBegin; v = next[v]!) tailA += p.load[v]!;
    let tailB = 0;
    for (let v = afterB; v < firstBegin; v = next[v]!) tailB += p.load[v]!;
    if (load[r]! - tailA + tailB > p.capacity[r]! || load[q]! - tailB + tailA > p.capacity[q]!) return false;
    rounds.exchangeTails(a, b);
    return true;
  }

  /** Tasks `a` and `b` of two rounds change places. */
  private swap(a: number, b: number, most: number): boolean {
    const { p, rounds } = this;
    const { next, prev, way, over, latest, shiftOf, load } = rounds;
    const [r, q] = [shiftOf[a]!, shiftOf[b]!];
    if (r === q) return false;
    const [i, j] = [prev[a]!, next[a]!];
    const [k, l] = [prev[b]!, next[b]!];
    const [toB, onB] = [rounds.ticks(r, i, b), rounds.ticks(r, b, j)];
    const [toA, onA] = [rounds.ticks(q, k, a), rounds.ticks(q, a, l)];
    if (toB + onB + toA + onA - way[i]! - way[a]! - way[k]! - way[b]! >= most) return false;
    const more = p.load[b]! - p.load[a]!;
    if (load[r]! + more > p.capacity[r]! || load[q]! - more > p.capacity[q]!) return false;
    if (p.eligible !== null && !(mayServe(p, b, r) && mayServe(p, a, q))) return false;
    const startB = Math.max(over[i]! + toB, p.earliest[b]!);
    if (startB > p.latest[b]! || startB + p.service[b]! + onB > latest[j]!) return false;
    const startA = Math.max(over[k]! + toA, p.earliest[a]!);
    if (startA > p.latest[a]! || startA + p.service[a]! + onA > latest[l]!) return false;
    rounds.remove(a, a);
    rounds.remove(b, b);
    rounds.insert(b, r, i);
    rounds.insert(a, q, k);
    return true;
  }
}
