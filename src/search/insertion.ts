/**
 * Where a task would fit best. Bounds (earliest times before, latest times after) refuse most places in O(1); the rest
 * are compared by guiding prices. What passes here may still fail when timed across rounds: the caller tries it.
 */
import { curveCost } from "../problem/flatCurves.ts";
import { eligibleIn, CONDITIONAL, KIND_BREAK, mayServe, NONE, NOT_REQUIRED, OPEN, PLACE_OPEN, PLACE_SHIFT_END, type Problem } from "../problem/problem.ts";
import { computedTicks } from "../problem/trips.ts";
import type { Random } from "../random.ts";
import { DayGaps } from "./dayGaps.ts";
import { Delays } from "./delays.ts";
import { likedIn, longestIn, shortestIn } from "./draft.ts";
import type { Guide } from "./guide.ts";
import type { Neighbours } from "./neighbours.ts";
import type { Objective } from "./objective.ts";
import { Partners } from "./partners.ts";
import { SIDE_AFTER, SIDE_BEFORE } from "./places.ts";
import type { State } from "./state.ts";
import { leastTicks, leavesAt, tripTicks } from "./travel.ts";

/** Neighbours of a task beside which it may be put, where there are too many places to look at all. */
const NEIGHBOURS = 40;
/** Share of slots, where there are several, and of stays at the stop before, passed over at random. */
const SLOT_BLINK = 0.15;
/** Share of looks at an empty round for a task that is only conditional there, such as its break. */
const LONELY = 0.1;
/** Places per task up to which all of them are looked at. */
const FULL_SCAN = 260;

/** What a `search…` finds stands in `shift`, `after`, `slot`, `duration`, `side` and `cost` until the next. */
export class Insertion {
  private readonly st: State;
  private readonly p: Problem;
  private readonly guide: Guide;
  private readonly neighbours: Neighbours;
  private readonly random: Random;
  private readonly emptySeen: Int32Array;
  private stamp = 0;
  private readonly partners: Partners;
  private readonly delays: Delays;
  private readonly dayGaps: DayGaps;
  private readonly profiled: boolean;
  /** Which durations are tried first. */
  durations: "liked" | "shortest" | "any" = "liked";
  /** Are all rounds looked at where nothing near by will do? */
  isThorough = false;
  /** Share of places passed over at random. */
  blink = 0.01;
  /** [shift] 1: may be looked at; null: all may. */
  open: Uint8Array | null = null;

  cost = Number.POSITIVE_INFINITY;
  shift = NONE;
  after = NONE;
  slot = NONE;
  duration = 0;
  side = 0;

  private task = NONE;
  private min = 0;
  private max = 0;
  private liked = 0;
  /** Ticks that hard budgets leave it: in all, and with what others need set aside. */
  private room = OPEN;
  private spared = OPEN;
  private mode = 0;
  private modeRow = 0;
  private baseCost = 0;
  /** `baseCost` and the detour by the place being looked at. Kept here, since a number passed on may be boxed. */
  private placeCost = 0;
  /** No task unloads, so that the sum of the loads is all that counts. */
  private readonly onlyLoads: boolean;
  /** Can a cost at guiding prices be negative, beyond the detour? */
  private readonly mayEarn: boolean;

  constructor(objective: Objective, guide: Guide, neighbours: Neighbours, random: Random) {
    this.st = objective.st;
    this.p = objective.st.p;
    this.guide = guide;
    this.neighbours = neighbours;
    this.random = random;
    this.emptySeen = new Int32Array(this.p.shiftCount);
    this.delays = new Delays(this.st, guide);
    this.dayGaps = new DayGaps(this.st);
    this.partners = new Partners(this.st, guide, this.delays);
    this.onlyLoads = this.p.tasks.loadCount > 0 && this.p.tasks.load.every((load) => load >= 0);
    this.mayEarn = guide.value !== 0 || guide.slotCost !== 0;
    this.profiled = this.p.travel.profiles.some((f) => f !== null);
  }

  /** What it costs to leave `task` out, at guiding prices; required tasks are beyond price. */
  leavingOut(task: number): number {
    const { tasks } = this.p;
    if (tasks.required[task] !== NOT_REQUIRED || tasks.pinned[task] === 1) return Number.POSITIVE_INFINITY;
    return tasks.unservedCost[task]! * this.guide.unserved + (tasks.kind[task] === KIND_BREAK ? this.guide.missedBreak : 0);
  }

  /** Finds the cheapest place anywhere. False: none passed the bounds. */
  searchAll(task: number): boolean {
    this.begin(task);
    const { p, st } = this;
    const from = p.tasks.shiftFrom[task]!;
    const to = p.tasks.shiftFrom[task + 1]!;
    let places = 0;
    const list = p.tasks.shiftList;
    for (let k = from; k < to && places <= FULL_SCAN; k++) if (this.open?.[list[k]!] !== 0 && st.size[list[k]!]! > 0) places += st.size[list[k]!]! + 1;
    const isLittle = places <= FULL_SCAN || p.tasks.place[task]! < 0;
    if (!isLittle) this.scanNeighbours(task, from, to);
    if (isLittle || (this.isThorough && this.shift === NONE)) for (let k = from; k < to; k++) this.scanShift(p.tasks.shiftList[k]!);
    return this.shift !== NONE;
  }

  /** Finds the cheapest place in shift `r`. */
  searchShift(task: number, r: number): boolean {
    this.begin(task);
    this.scanShift(r);
    return this.shift !== NONE;
  }

  /** Looks at one place only: after node `after` of shift `r`. */
  searchAfter(task: number, r: number, after: number): boolean {
    this.begin(task);
    if (this.enter(r)) this.tryPlace(r, after);
    return this.shift !== NONE;
  }

  private begin(task: number): void {
    this.task = task;
    this.cost = Number.POSITIVE_INFINITY;
    this.shift = NONE;
    this.stamp++;
    this.dayGaps.look(task);
    this.room = OPEN;
    this.spared = OPEN;
    if (this.p.budgets.count === 0) return;
    this.room = this.st.room(task, false);
    this.spared = this.st.room(task, true);
  }

  /** Prepares for shift `r`; false if it is not worth looking at. */
  private enter(r: number): boolean {
    const { p, st, task } = this;
    if (this.open?.[r] === 0) return false;
    if (st.size[r] === 0) {
      if (p.tasks.required[task] === CONDITIONAL && p.tasks.pinned[task] === 0 && !this.random.chance(LONELY)) return false;
      const alike = p.shifts.lookalike[r]!;
      if (this.emptySeen[alike] === this.stamp) return false;
      this.emptySeen[alike] = this.stamp;
    }
    if (this.onlyLoads && !this.hasRoom(r)) return false;
    const option = st.option[r]!;
    this.mode = p.shifts.optionMode[option]!;
    this.modeRow = this.mode * p.travel.placeCount;
    this.baseCost = this.personCost(r);
    if (st.size[r] === 0) this.baseCost += this.guide.usedShift + p.shifts.optionCost[option]! * this.guide.optionCost;
    this.min = p.tasks.durationMin[task]!;
    this.max = this.min;
    this.liked = this.min;
    if (p.workers.anyPace || this.min !== p.tasks.durationMax[task]) this.chooseDurations(r);
    return this.min <= this.room;
  }

  private chooseDurations(r: number): void {
    this.min = shortestIn(this.p, this.task, r);
    this.max = longestIn(this.p, this.task, r);
    this.liked = this.min;
    if (this.durations === "shortest") return;
    const liked = this.durations === "any" ? this.min + this.random.below(this.max - this.min + 1) : likedIn(this.p, this.task, r);
    this.liked = Math.max(this.min, Math.min(liked, this.spared));
  }

  private hasRoom(r: number): boolean {
    const { loadCount, load } = this.p.tasks;
    for (let d = 0; d < loadCount; d++) {
      if (this.st.load[r * loadCount + d]! + load[this.task * loadCount + d]! > this.p.shifts.capacity[r * loadCount + d]!) return false;
    }
    return true;
  }

  private scanShift(r: number): void {
    if (!this.enter(r)) return;
    const { st, p, task } = this;
    let lastStart = -OPEN;
    for (let s = p.tasks.slotFrom[task]!; s < p.tasks.slotFrom[task + 1]!; s++) if (eligibleIn(p.slots, s, r)) lastStart = Math.max(lastStart, p.slots.startMax[s]!);
    if (lastStart === -OPEN) return;
    let after = st.taskCount + r;
    for (;;) {
      if (after < st.taskCount && st.start[after]! + st.duration[after]! > lastStart) return; // everything later is too late
      if (this.blink === 0 || !this.random.chance(this.blink)) this.tryPlace(r, after);
      after = st.next[after]!;
      if (after >= st.taskCount) return;
    }
  }

  private scanNeighbours(task: number, from: number, to: number): void {
    const { st, p, neighbours } = this;
    const nearest = task * neighbours.width;
    for (let k = nearest; k < nearest + Math.min(neighbours.width, NEIGHBOURS); k++) {
      const u = neighbours.list[k]!;
      if (u < 0) break;
      const r = st.shiftOf[u]!;
      if (r === NONE || !mayServe(p, task, r) || !this.enter(r)) continue;
      if (this.random.chance(this.blink)) continue;
      this.tryPlace(r, u);
      this.tryPlace(r, st.prev[u]!);
    }
    // Rounds that no neighbour is in: empty ones and the ends of a few others.
    const count = to - from;
    const first = this.random.below(count);
    for (let k = 0, tried = 0; k < Math.min(count, 60) && tried < 6; k++) {
      const r = p.tasks.shiftList[from + ((first + k) % count)]!;
      if (st.size[r]! > 0 && k > 3) continue;
      if (!this.enter(r)) continue;
      tried++;
      this.tryPlace(r, st.taskCount + r);
      if (st.size[r]! > 0) this.tryPlace(r, st.prev[st.taskCount + r]!);
    }
  }

  /** Prices the place after node `after`; keeps it if it beats the best so far. */
  private tryPlace(r: number, after: number): void {
    const { st, p, task } = this;
    const before = st.next[after]!;
    const option = st.option[r]!;
    const there = after < st.taskCount ? st.place[after]! : p.shifts.optionFromPlace[option]!;
    const beyond = before < st.taskCount ? st.place[before]! : p.shifts.optionToPlace[option]!;
    const own = p.tasks.place[task]!;
    if (own >= 0) this.tryAt(own, SIDE_BEFORE, r, after, before, there, beyond);
    else if (own === PLACE_SHIFT_END && p.shifts.optionToPlace[option]! >= 0) this.tryAt(p.shifts.optionToPlace[option]!, SIDE_BEFORE, r, after, before, there, beyond);
    else {
      const hasChoice = own === PLACE_OPEN && there !== beyond && beyond >= 0;
      if (!hasChoice || this.blink === 0 || !this.random.chance(SLOT_BLINK)) this.tryAt(there >= 0 ? there : beyond, SIDE_BEFORE, r, after, before, there, beyond);
      if (hasChoice) this.tryAt(beyond, SIDE_AFTER, r, after, before, there, beyond);
    }
  }

  /** Prices being at place `here` between two nodes that are left at `there` and reached at `beyond`. */
  private tryAt(here: number, side: number, r: number, after: number, before: number, there: number, beyond: number): void {
    const { st, p, task } = this;
    const { ticks, placeCount } = p.travel;
    const n = st.taskCount;
    // Looked up by hand in this innermost loop; without a matrix there is nothing to be found in it.
    const to = there < 0 || here < 0 || there === here ? 0 : (ticks[(this.modeRow + there) * placeCount + here] ?? computedTicks(p.travel, this.mode, there, here));
    const on = beyond < 0 || here < 0 || here === beyond ? 0 : (ticks[(this.modeRow + here) * placeCount + beyond] ?? computedTicks(p.travel, this.mode, here, beyond));
    const leave = leavesAt(p, after, task, after >= n ? p.shifts.beginMin[r]! : st.start[after]! + st.duration[after]!);
    const entry = after >= n || there !== here ? p.tasks.stopTicks[task]! : 0;
    const trip = this.profiled ? tripTicks(p, this.mode, there, here, leave) : to;
    const arrival = leave + trip + entry;
    const reached = this.profiled ? leastTicks(p, this.mode, here, beyond) : on;
    const onward = reached + (before < n && beyond !== here ? p.tasks.stopTicks[before]! : 0);
    const must = before < n ? st.latest[before]! : p.shifts.endMax[r]!;
    if (arrival + this.min + onward > must) return;
    const hasStraight = st.size[r]! > 0 && there >= 0 && beyond >= 0 && there !== beyond;
    const straight = hasStraight ? (ticks[(this.modeRow + there) * placeCount + beyond] ?? computedTicks(p.travel, this.mode, there, beyond)) : 0;
    this.placeCost = (to + on - straight) * this.guide.travel + this.baseCost;
    if (this.placeCost >= this.cost && !this.mayEarn) return;
    const several = this.blink > 0 && p.tasks.slotFrom[task + 1]! - p.tasks.slotFrom[task]! > 1;
    for (let s = p.tasks.slotFrom[task]!; s < p.tasks.slotFrom[task + 1]!; s++) {
      if (!eligibleIn(p.slots, s, r) || (several && this.random.chance(SLOT_BLINK)) || !this.dayGaps.allows(s)) continue;
      // Where the end is bound from below, a task may have to last longer than its least.
      const least = Math.max(this.min, p.slots.endMin[s]! - p.slots.startMax[s]!);
      if (least > this.max || least > this.room) continue;
      this.tryTime(r, after, before, s, side, arrival, onward, must, Math.max(this.liked, least));
      if (this.liked > least) this.tryTime(r, after, before, s, side, arrival, onward, must, least);
    }
  }

  private tryTime(r: number, after: number, before: number, s: number, side: number, arrival: number, onward: number, must: number, duration: number): void {
    const { st, p, guide, task } = this;
    const { slots } = p;
    let start = arrival;
    if (start < slots.startMin[s]!) start = slots.startMin[s]!;
    if (start + duration < slots.endMin[s]!) start = slots.endMin[s]! - duration;
    let cost = this.placeCost;
    if (p.relations.component[task]! !== NONE) {
      start = this.partners.earliest(task, s, start, duration);
      if (start === OPEN) return;
      cost += this.partners.cost;
    }
    if (start > slots.startMax[s]! || start + duration > slots.endMax[s]! || start + duration + onward > must) return;
    if (guide.slotCost !== 0) cost += slots.cost[s]! * guide.slotCost;
    if (guide.late !== 0) cost += Math.max(0, start - slots.dueStart[s]!, start + duration - slots.dueEnd[s]!, start - slots.wish[s]!) * guide.late;
    if (guide.value !== 0 && p.tasks.valueCurve[task]! >= 0) cost += curveCost(p.curves, p.tasks.valueCurve[task]!, duration) * guide.value;
    if (guide.waiting !== 0 && after < st.taskCount) cost += Math.max(0, start - arrival) * guide.waiting;
    if (cost >= this.cost) return;
    if (guide.delaysCost) {
      this.delays.reach(before, r, start + duration + onward);
      cost += this.delays.cost;
      if (cost >= this.cost) return;
    }
    this.cost = cost;
    this.shift = r;
    this.after = after;
    this.slot = s;
    this.duration = duration;
    this.side = side;
  }

  private personCost(r: number): number {
    const { p, task, guide } = this;
    const row = p.tasks.whoCostRow[task]!;
    return row === NONE || guide.who === 0 ? 0 : p.tasks.whoCost[row * p.workerCount + p.shifts.worker[r]!]! * guide.who;
  }
}
