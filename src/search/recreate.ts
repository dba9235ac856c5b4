/**
 * Puts tasks back, one after the other, each where it is cheapest now. The order is drawn anew each time.
 */
import { CONDITIONAL, NONE, type Problem } from "../problem/problem.ts";
import { PRESENCE } from "../problem/relations.ts";
import type { Random } from "../random.ts";
import type { Draft } from "./draft.ts";
import type { Insertion } from "./insertion.ts";
import type { State } from "./state.ts";
import { baseTicks } from "./travel.ts";

/** Times a place that could not be timed is replaced by the next best round. */
const RETRIES = 3;
/** Share of places taken though leaving the task out is cheaper: the next move may make it worth while. */
const UNWORTHY = 0.1;
/** Rounds tried for the first of two tasks that go together. */
const PAIR_TRIES = 5;
/** Share of rounds of breaks alone that are left: rarely, one fills a budget. */
const LONELY_STAYS = 0.2;

export class Recreate {
  private readonly draft: Draft;
  private readonly insertion: Insertion;
  private readonly st: State;
  private readonly p: Problem;
  private readonly random: Random;
  private readonly key: Float64Array;
  private readonly tightness: Float64Array;
  private readonly remoteness: Float64Array;
  /** [task] the other task of a timed relation of two, or NONE. */
  private readonly partnerOf: Int32Array;

  constructor(draft: Draft, insertion: Insertion, random: Random) {
    this.draft = draft;
    this.insertion = insertion;
    this.st = draft.objective.st;
    this.p = this.st.p;
    this.random = random;
    const { p } = this;
    this.key = new Float64Array(p.taskCount);
    this.tightness = Float64Array.from({ length: p.taskCount }, (_, t) => widthOf(p, t));
    this.partnerOf = partnersOf(p);
    this.remoteness = Float64Array.from({ length: p.taskCount }, (_, t) => depotDistance(p, t));
  }

  /** Sorts the first `count` of `tasks` in place by a drawn rule. */
  order(tasks: Int32Array, count: number): void {
    const { p, random, key } = this;
    const rule = random.below(15);
    for (let k = 0; k < count; k++) {
      const t = tasks[k]!;
      let value: number;
      if (rule < 4) value = random.next();
      else if (rule < 8) value = -p.tasks.durationMin[t]! - (p.tasks.loadCount > 0 ? p.tasks.load[t * p.tasks.loadCount]! * p.ticksPerMinute : 0);
      else if (rule < 10) value = -this.remoteness[t]!;
      else if (rule < 11) value = this.remoteness[t]!;
      else if (rule < 13) value = this.tightness[t]!;
      else if (rule < 14) value = p.slots.startMin[p.tasks.slotFrom[t]!]!;
      else value = -p.slots.startMax[p.tasks.slotFrom[t]!]!;
      const scarce = p.tasks.shiftFrom[t + 1]! - p.tasks.shiftFrom[t]!;
      key[t] = rule < 12 || p.relations.component[t]! === NONE ? value : value - 1e9 + scarce;
    }
    insertionSort(tasks, count, key);
  }

  /** Puts in as many of the tasks as is worth it. */
  putAll(tasks: Int32Array, count: number): void {
    for (let k = 0; k < count; k++) this.putInTurn(tasks[k]!);
    this.dropHalves(tasks, count);
  }

  /** Puts one task in if that is worth it, with the one that goes together with it; one that is served already stays. */
  putInTurn(task: number): void {
    if (this.st.shiftOf[task]! !== NONE) return;
    const partner = this.partnerOf[task]!;
    if (partner !== NONE && this.st.shiftOf[partner] === NONE) this.putPair(task, partner);
    else this.put(task);
  }

  /**
   * Puts in two tasks that go together: the first where it is cheapest, or else in a drawn round, until the second finds
   * a place as well. If none is found, only the first is put in. Returns whether both are served.
   */
  putPair(first: number, second: number): boolean {
    const { insertion, draft, st, p, random } = this;
    for (let k = 0; k < PAIR_TRIES; k++) {
      const from = p.tasks.shiftFrom[first]!;
      const count = p.tasks.shiftFrom[first + 1]! - from;
      const found = k === 0 ? insertion.searchAll(first) : count > 0 && insertion.searchShift(first, p.tasks.shiftList[from + random.below(count)]!);
      if (!found) {
        if (k === 0) break;
        continue;
      }
      const mark = st.trail.mark();
      if (!draft.put(first, insertion.shift, insertion.after, insertion.slot, insertion.duration, insertion.side)) continue;
      if (this.put(second)) {
        this.furnish(st.shiftOf[first]!);
        return true;
      }
      st.trail.rollbackInts(mark);
    }
    this.put(first);
    return false;
  }

  /** The task that goes together with `task`, or NONE. */
  partner(task: number): number {
    return this.partnerOf[task]!;
  }

  /** Puts one task where it is cheapest, or leaves it out where that is cheaper; one that furnishing has put in already stays. */
  put(task: number): boolean {
    const { insertion, draft } = this;
    if (this.st.shiftOf[task]! !== NONE) return true;
    const leavingOut = insertion.leavingOut(task);
    if (!insertion.searchAll(task)) return false;
    for (let k = 0; ; k++) {
      if (insertion.cost > leavingOut && !this.random.chance(UNWORTHY)) return false;
      if (draft.put(task, insertion.shift, insertion.after, insertion.slot, insertion.duration, insertion.side)) {
        this.furnish(this.st.shiftOf[task]!);
        return true;
      }
      if (k === RETRIES) return false;
      const from = this.p.tasks.shiftFrom[task]!;
      const r = this.p.tasks.shiftList[from + this.random.below(this.p.tasks.shiftFrom[task + 1]! - from)]!;
      if (!insertion.searchShift(task, r)) return false;
    }
  }

  /** Takes out again what is useless alone: members of an all-or-none relation that is only partly served. */
  dropHalves(tasks: Int32Array, count: number): void {
    const { relations } = this.p;
    for (let k = 0; k < count; k++) {
      const task = tasks[k]!;
      for (let m = relations.ofTaskFrom[task]!; m < relations.ofTaskFrom[task + 1]!; m++) {
        const relation = relations.ofTask[m]!;
        if (relations.kind[relation] !== PRESENCE || relations.soft[relation]! >= 0 || relations.flag[relation] === 0) continue;
        if (this.countServed(relation) < relations.min[relation]!) this.dropMembers(relation);
      }
    }
  }

  /** Gives a shift that has just come into use what it will need, its break above all, while there is room. */
  private furnish(r: number): void {
    if (this.st.size[r] === 1) this.putConditional(r);
  }

  /** Puts in what shift `r` needs if it is long, as far as there is room. */
  putConditional(r: number): void {
    const { st } = this;
    const { from, items } = this.draft.objective.links.conditionals;
    for (let k = from[r]!; k < from[r + 1]!; k++) {
      const task = items[k]!;
      if (st.shiftOf[task] === NONE) this.put(task);
    }
  }

  private countServed(relation: number): number {
    const { relations } = this.p;
    let served = 0;
    for (let i = relations.memberFrom[relation]!; i < relations.memberFrom[relation + 1]!; i++) if (this.st.shiftOf[relations.members[i]!]! !== NONE) served++;
    return served;
  }

  /** Takes all members out, or none where the rest could not be timed. */
  private dropMembers(relation: number): void {
    const { relations, tasks } = this.p;
    const mark = this.st.trail.mark();
    for (let i = relations.memberFrom[relation]!; i < relations.memberFrom[relation + 1]!; i++) {
      const member = relations.members[i]!;
      if (this.st.shiftOf[member]! !== NONE && tasks.frozen[member] === 0) this.draft.take(member);
    }
    if (!this.draft.settleTimes()) this.st.trail.rollbackInts(mark);
  }

  /** Takes conditional tasks (breaks) out of rounds that hold nothing else. Returns whether any were taken. */
  dropLonelyBreaks(r: number): boolean {
    const { st, p } = this;
    const home = st.taskCount + r;
    if (this.random.chance(LONELY_STAYS)) return false;
    for (let v = st.next[home]!; v !== home; v = st.next[v]!) {
      if (p.tasks.required[v] !== CONDITIONAL || p.tasks.pinned[v] === 1) return false;
    }
    if (st.size[r] === 0) return false;
    for (let v = st.next[home]!; v !== home; v = st.next[home]!) this.draft.take(v);
    return true;
  }
}

function partnersOf(p: Problem): Int32Array {
  const { relations } = p;
  const partner = new Int32Array(p.taskCount).fill(NONE);
  for (let k = 0; k < relations.count; k++) {
    const from = relations.memberFrom[k]!;
    if (relations.timed[k] === 0 || relations.memberFrom[k + 1]! - from !== 2) continue;
    partner[relations.members[from]!] = relations.members[from + 1]!;
    partner[relations.members[from + 1]!] = relations.members[from]!;
  }
  return partner;
}

/** Total width of a task's windows. */
function widthOf(p: Problem, task: number): number {
  let width = 0;
  for (let s = p.tasks.slotFrom[task]!; s < p.tasks.slotFrom[task + 1]!; s++) width += Math.max(0, p.slots.startMax[s]! - p.slots.startMin[s]!);
  return width;
}

/** Travel from where the first shift starts. */
function depotDistance(p: Problem, task: number): number {
  return baseTicks(p, 0, p.shifts.optionFromPlace[0] ?? NONE, p.tasks.place[task]!);
}

function insertionSort(tasks: Int32Array, count: number, key: Float64Array): void {
  if (count > 400) {
    const sorted = Array.from(tasks.subarray(0, count)).sort((a, b) => key[a]! - key[b]! || a - b);
    tasks.set(sorted);
    return;
  }
  for (let i = 1; i < count; i++) {
    const task = tasks[i]!;
    let j = i;
    while (j > 0 && (key[tasks[j - 1]!]! > key[task]! || (key[tasks[j - 1]!] === key[task] && tasks[j - 1]! > task))) {
      tasks[j] = tasks[j - 1]!;
      j--;
    }
    tasks[j] = task;
  }
}
