/**
 * Takes strings of stops out of rounds that lie near each other.
 * Source: Christiaens and Vanden Berghe (2020), "Slack Induction by String Removals", doi:10.1287/trsc.2019.0914.
 */
import { NONE } from "../../problem/problem.ts";
import type { Random } from "../../random.ts";
import type { Near } from "./near.ts";
import type { Rounds } from "./rounds.ts";

/** Average number of tasks taken out, and the longest string. */
const AVERAGE = 10;
const LONGEST = 10;
/** Share of strings that keep a piece in their middle, and how readily that piece grows. */
const SPLIT = 0.5;
const GROWTH = 0.01;

export class Strings {
  /** What was taken out: the first `count`. */
  readonly out: Int32Array;
  count = 0;
  private readonly rounds: Rounds;
  private readonly near: Near;
  private readonly random: Random;
  private readonly seen: Int32Array;
  private stamp = 0;

  constructor(rounds: Rounds, near: Near, random: Random) {
    this.rounds = rounds;
    this.near = near;
    this.random = random;
    this.out = new Int32Array(rounds.p.taskCount);
    this.seen = new Int32Array(rounds.p.shiftCount);
  }

  /** Takes strings out around `seed`, into `out`. False: what is left has no times. `served`: tasks in all rounds. */
  take(seed: number, served: number): boolean {
    const { rounds, near, random } = this;
    const { shiftOf, size } = rounds;
    this.count = 0;
    if (served === 0) return true;
    const longest = Math.min(LONGEST, served / rounds.inUse);
    const strings = Math.floor(random.next() * ((4 * AVERAGE) / (1 + longest) - 1) + 1);
    this.stamp++;
    let done = 0;
    for (let k = -1; k < near.width && done < strings; k++) {
      const u = k < 0 ? seed : near.around[seed * near.width + k]!;
      if (u < 0) break;
      const r = shiftOf[u]!;
      if (r === NONE || this.seen[r] === this.stamp) continue;
      this.seen[r] = this.stamp;
      done++;
      if (!this.string(u, r, Math.floor(random.next() * Math.min(longest, size[r]!) + 1))) return false;
    }
    return true;
  }

  /** Takes `length` tasks out of the round of shift `r`, about `u`. */
  private string(u: number, r: number, length: number): boolean {
    const { rounds, random } = this;
    const { next, prev, firstBegin } = rounds;
    let kept = 0;
    const spare = rounds.size[r]! - length;
    if (length > 1 && spare > 0 && random.chance(SPLIT)) {
      kept = 1;
      while (kept < spare && random.chance(GROWTH)) kept++;
    }
    const span = length + kept;
    let first = u;
    let [ahead, behind] = [random.below(span), 1];
    while (ahead > 0 && prev[first]! < firstBegin) {
      first = prev[first]!;
      ahead--;
      behind++;
    }
    let last = u;
    while (behind < span && next[last]! < firstBegin) {
      last = next[last]!;
      behind++;
    }
    while (behind < span) {
      first = prev[first]!;
      behind++;
    }
    if (kept === 0) return this.run(first, length);
    const before = 1 + random.below(length - 1);
    let second = first;
    for (let k = 0; k < before + kept; k++) second = next[second]!;
    return this.run(first, before) && this.run(second, length - before);
  }

  /** Takes out `length` tasks from `first` on. */
  private run(first: number, length: number): boolean {
    const { next } = this.rounds;
    let last = first;
    this.out[this.count++] = first;
    for (let k = 1; k < length; k++) {
      last = next[last]!;
      this.out[this.count++] = last;
    }
    return this.rounds.remove(first, last);
  }
}
