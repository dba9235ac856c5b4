/**
 * Which tasks a move takes out. Each ruin fills `out` with tasks; coupled partners may follow.
 * Strings: Christiaens and Vanden Berghe (2020), "Slack Induction by String Removals", doi:10.1287/trsc.2019.0914.
 */
import { NONE, type Problem } from "../problem/problem.ts";
import type { Random } from "../random.ts";
import type { Neighbours } from "./neighbours.ts";
import type { State } from "./state.ts";

/** Average number of tasks taken out, and the longest string. */
const AVERAGE_REMOVED = 10;
const LONGEST_STRING = 10;
/** Share of strings that keep a piece in the middle, and how readily that piece grows. */
const SPLIT_SHARE = 0.5;
const SPLIT_GROWTH = 0.01;
/** Relations of more members tie nothing together here; and how many tasks partners are looked for at most. */
const MOST_MEMBERS = 4;
const MOST_LOOKED_AT = 60;

export class Ruin {
  /** Tasks chosen, `count` of them. */
  readonly out: Int32Array;
  count = 0;
  /** [task] 1: may be chosen; null: all may. */
  open: Uint8Array | null = null;
  private readonly st: State;
  private readonly p: Problem;
  private readonly random: Random;
  private readonly neighbours: Neighbours;
  private readonly chosen: Uint8Array;
  private readonly shiftStamp: Int32Array;
  private stamp = 0;
  private readonly round: Int32Array;

  constructor(st: State, neighbours: Neighbours, random: Random) {
    this.st = st;
    this.p = st.p;
    this.random = random;
    this.neighbours = neighbours;
    this.out = new Int32Array(this.p.taskCount);
    this.chosen = new Uint8Array(this.p.taskCount);
    this.shiftStamp = new Int32Array(this.p.shiftCount);
    this.round = new Int32Array(this.p.taskCount);
  }

  clear(): void {
    for (let k = 0; k < this.count; k++) this.chosen[this.out[k]!] = 0;
    this.count = 0;
  }

  /** Adds a served task unless it is frozen, closed or already chosen. */
  choose(task: number): void {
    if (this.chosen[task] === 1 || this.st.shiftOf[task]! === NONE || this.p.tasks.frozen[task] === 1) return;
    if (this.open !== null && this.open[task] === 0) return;
    this.chosen[task] = 1;
    this.out[this.count++] = task;
  }

  /** Strings of neighbouring rounds around `seed`. */
  strings(seed: number): void {
    const { st, p, random, neighbours } = this;
    let served = 0;
    let used = 0;
    for (let r = 0; r < p.shiftCount; r++) {
      served += st.size[r]!;
      if (st.size[r]! > 0) used++;
    }
    if (used === 0) return;
    const average = served / used;
    const longest = Math.min(LONGEST_STRING, average);
    const most = (4 * AVERAGE_REMOVED) / (1 + longest) - 1;
    const strings = Math.floor(random.next() * most + 1);
    this.stamp++;
    let done = 0;
    for (let k = -1; k < neighbours.width && done < strings; k++) {
      const u = k < 0 ? seed : neighbours.list[seed * neighbours.width + k]!;
      if (u < 0) break;
      const r = st.shiftOf[u]!;
      if (r === NONE || this.shiftStamp[r] === this.stamp || this.chosen[u] === 1) continue;
      if (this.open !== null && this.open[u] === 0) continue;
      this.shiftStamp[r] = this.stamp;
      const length = Math.floor(random.next() * Math.min(longest, st.size[r]!) + 1);
      this.string(u, r, length);
      done++;
    }
  }

  private string(u: number, r: number, length: number): void {
    const { st, random } = this;
    const home = st.taskCount + r;
    let at = 0;
    let size = 0;
    for (let v = st.next[home]!; v !== home; v = st.next[v]!) {
      if (v === u) at = size;
      this.round[size++] = v;
    }
    let kept = 0;
    if (length < size && length > 1 && random.chance(SPLIT_SHARE)) {
      kept = 1;
      while (length + kept < size && random.chance(SPLIT_GROWTH)) kept++;
      if (kept > size - length) kept = size - length;
    }
    const span = length + kept;
    const low = Math.max(0, at - span + 1);
    const high = Math.min(at, size - span);
    const first = low + random.below(Math.max(1, high - low + 1));
    const holeAt = kept === 0 ? span : 1 + random.below(Math.max(1, length - 1));
    for (let i = 0; i < span; i++) if (i < holeAt || i >= holeAt + kept) this.choose(this.round[first + i]!);
  }

  /** A whole round. */
  wholeRound(r: number): void {
    const home = this.st.taskCount + r;
    for (let v = this.st.next[home]!; v !== home; v = this.st.next[v]!) this.choose(v);
  }

  /** Tasks that start about when `seed` does, by nearness. */
  sameTime(seed: number, most: number): void {
    const { st, neighbours } = this;
    this.choose(seed);
    for (let k = 0; k < neighbours.width && this.count < most; k++) {
      const u = neighbours.list[seed * neighbours.width + k]!;
      if (u < 0) break;
      if (st.shiftOf[u]! !== NONE && Math.abs(st.start[u]! - st.start[seed]!) <= 60 * this.p.ticksPerMinute) this.choose(u);
    }
  }

  /**
   * Served tasks tied to those chosen by a relation, hard or soft, of at most {@link MOST_MEMBERS} tasks, and what is tied to
   * them in turn, until {@link MOST_LOOKED_AT} have been looked at.
   */
  partners(): void {
    const { relations } = this.p;
    for (let k = 0; k < this.count && k < MOST_LOOKED_AT; k++) {
      const task = this.out[k]!;
      for (let m = relations.ofTaskFrom[task]!; m < relations.ofTaskFrom[task + 1]!; m++) {
        const relation = relations.ofTask[m]!;
        if (relations.memberFrom[relation + 1]! - relations.memberFrom[relation]! > MOST_MEMBERS) continue;
        for (let i = relations.memberFrom[relation]!; i < relations.memberFrom[relation + 1]!; i++) this.choose(relations.members[i]!);
      }
    }
  }
}
