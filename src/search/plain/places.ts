/** Where a task costs least: between any two stops, or only beside those it goes well with. */
import { NONE } from "../../problem/problem.ts";
import type { Random } from "../../random.ts";
import { mayServe, type Plain } from "./plain.ts";
import type { Near } from "./near.ts";
import type { Rounds } from "./rounds.ts";

/** One place in so many is passed over (Christiaens and Vanden Berghe 2020: 1 %). */
const BLINK = 100;
/** Unused shifts looked at where they are not all alike. */
const UNUSED = 6;

/** What `search` finds stands in `cost`, `shift` and `after` until the next. */
export class Places {
  cost = Number.POSITIVE_INFINITY;
  shift = NONE;
  after = NONE;
  private readonly p: Plain;
  private readonly rounds: Rounds;
  private readonly near: Near;
  private readonly random: Random;
  /** Neighbours looked at on either side; as many as there are tasks: all places are. */
  private readonly width: number;
  /** Places until the next one that is passed over. */
  private blink = 1;
  private readonly isUniform: boolean;
  /** Are there ways that the lists of neighbours do not hold? */
  private readonly hasModes: boolean;

  constructor(rounds: Rounds, near: Near, width: number, random: Random) {
    this.p = rounds.p;
    this.rounds = rounds;
    this.near = near;
    this.width = width;
    this.random = random;
    this.hasModes = this.p.base.some((base) => base > 0);
    this.isUniform = this.p.kind.every((kind) => kind === this.p.kind[0]);
  }

  /** Finds the cheapest place for a task that is left out, in ticks of travel, of those that cost less than `most`. False: there is none. */
  search(task: number, most: number): boolean {
    this.cost = most;
    this.shift = NONE;
    if (this.width >= this.p.taskCount) this.everywhere(task);
    else this.nearBy(task);
    this.inUnused(task);
    return this.shift !== NONE;
  }

  /** Finds the cheapest round of its own. */
  searchUnused(task: number): boolean {
    this.cost = Number.POSITIVE_INFINITY;
    this.shift = NONE;
    this.inUnused(task);
    return this.shift !== NONE;
  }

  private everywhere(task: number): void {
    const { p, rounds } = this;
    const { order, load, inUse } = rounds;
    const most = p.load[task]!;
    for (let k = 0; k < inUse; k++) {
      const r = order[k]!;
      if (load[r]! + most <= p.capacity[r]! && (p.eligible === null || mayServe(p, task, r))) this.inRound(task, r);
    }
  }

  private inRound(task: number, r: number): void {
    const { p, rounds } = this;
    const { next, over, latest, way, point, firstEnd } = rounds;
    const earliest = p.earliest[task]!;
    const last = p.latest[task]!;
    const service = p.service[task]!;
    const row = p.base[r]! + task * p.pointCount;
    let { cost, blink } = this;
    let i = rounds.firstBegin + r;
    let there = p.from[row + point[i]!]!;
    while (i < firstEnd && over[i]! <= last) {
      const j = next[i]!;
      const hop = p.to[row + point[j]!]!;
      const more = there + hop - way[i]!;
      if (more < cost) {
        let start = over[i]! + there;
        if (start < earliest) start = earliest;
        if (start <= last && start + service + hop <= latest[j]!) {
          if (--blink === 0) blink = 1 + this.random.below(2 * BLINK);
          else {
            cost = more;
            this.after = i;
            this.shift = r;
          }
        }
      }
      i = j;
      there = p.from[row + point[j]!]!;
    }
    this.cost = cost;
    this.blink = blink;
  }

  /** After whoever could well precede it, and before whoever could follow: written out for both, since most of the time of long searches goes here. */
  private nearBy(task: number): void {
    const { p, near, rounds, hasModes } = this;
    const { to, from, base, eligible, pointCount } = p;
    const { next, prev, shiftOf, over, latest, way, point, load } = rounds;
    const { before, after, fromBefore, toAfter } = near;
    const earliest = p.earliest[task]!;
    const last = p.latest[task]!;
    const service = p.service[task]!;
    const free = p.load[task]!;
    const row = task * pointCount;
    const first = task * near.width;
    const end = first + this.width;
    let { cost, blink } = this;
    for (let k = first; k < end; k++) {
      const u = before[k]!;
      if (u < 0) break;
      const r = shiftOf[u]!;
      if (r < 0) continue;
      const j = next[u]!;
      const there = hasModes ? from[base[r]! + row + u]! : fromBefore[k]!;
      const hop = to[hasModes ? base[r]! + row + point[j]! : row + point[j]!]!;
      const more = there + hop - way[u]!;
      if (more >= cost) continue;
      let start = over[u]! + there;
      if (start < earliest) start = earliest;
      if (start > last || start + service + hop > latest[j]!) continue;
      if (load[r]! + free > p.capacity[r]! || (eligible !== null && !mayServe(p, task, r))) continue;
      if (--blink === 0) {
        blink = 1 + this.random.below(2 * BLINK);
        continue;
      }
      cost = more;
      this.after = u;
      this.shift = r;
    }
    for (let k = first; k < end; k++) {
      const v = after[k]!;
      if (v < 0) break;
      const r = shiftOf[v]!;
      if (r < 0) continue;
      const i = prev[v]!;
      const there = from[hasModes ? base[r]! + row + point[i]! : row + point[i]!]!;
      const hop = hasModes ? to[base[r]! + row + v]! : toAfter[k]!;
      const more = there + hop - way[i]!;
      if (more >= cost) continue;
      let start = over[i]! + there;
      if (start < earliest) start = earliest;
      if (start > last || start + service + hop > latest[v]!) continue;
      if (load[r]! + free > p.capacity[r]! || (eligible !== null && !mayServe(p, task, r))) continue;
      if (--blink === 0) {
        blink = 1 + this.random.below(2 * BLINK);
        continue;
      }
      cost = more;
      this.after = i;
      this.shift = r;
    }
    this.cost = cost;
    this.blink = blink;
  }

  /** A round of its own. */
  private inUnused(task: number): void {
    const { p, rounds, random } = this;
    const { order, inUse } = rounds;
    const unused = p.shiftCount - inUse;
    if (unused === 0) return;
    const looks = this.isUniform ? 1 : Math.min(UNUSED, unused);
    const first = this.isUniform ? 0 : random.below(unused);
    for (let k = 0; k < looks; k++) {
      const r = order[inUse + ((first + k) % unused)]!;
      const begin = rounds.firstBegin + r;
      const there = rounds.ticks(r, begin, task);
      const hop = rounds.ticks(r, task, rounds.firstEnd + r);
      if (there + hop >= this.cost || p.load[task]! > p.capacity[r]! || !mayServe(p, task, r)) continue;
      const start = Math.max(p.begin[r]! + there, p.earliest[task]!);
      if (start > p.latest[task]! || start + p.service[task]! + hop > p.end[r]!) continue;
      this.cost = there + hop;
      this.after = begin;
      this.shift = r;
    }
  }
}
