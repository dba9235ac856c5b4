/** Gap relations between moments: hard ones as bounds, soft ones as prices; members stay in the order in which the gaps are read now. */
import { NONE, OPEN } from "../../problem/problem.ts";
import { CLOCK_DAYS, CLOCK_ELAPSED, CLOCK_TIME_OF_DAY } from "../../problem/relations.ts";
import { dayOf, timeOfDay } from "../travel.ts";
import type { Moments } from "./moments.ts";
import { keepClock, keepDay } from "./sides.ts";

export class Gaps {
  private readonly m: Moments;
  /** Served members of the relation read last, in order. */
  private readonly members: Int32Array;
  private count = 0;

  constructor(m: Moments) {
    this.m = m;
    this.members = new Int32Array(m.st.taskCount);
  }

  /** Reads the served members of relation `k`. O(members²) where they are sorted. */
  read(k: number): void {
    const { st } = this.m;
    const { relations } = st.p;
    this.count = 0;
    for (let i = relations.memberFrom[k]!; i < relations.memberFrom[k + 1]!; i++) {
      const task = relations.members[i]!;
      if (st.shiftOf[task] === NONE) continue;
      let at = this.count++;
      if (relations.eitherOrder[k] === 1) {
        while (at > 0 && this.onClock(k, this.members[at - 1]!) > this.onClock(k, task)) {
          this.members[at] = this.members[at - 1]!;
          at--;
        }
      }
      this.members[at] = task;
    }
  }

  /** Keeps the members on their days, sides of clock changes and in their order, as far as relation `k` looks at these. After `read`. */
  keep(k: number): void {
    const { m } = this;
    const { relations } = m.st.p;
    const clock = relations.clock[k]!;
    for (let i = 0; i < this.count; i++) {
      const task = this.members[i]!;
      for (const moment of [m.startOf(task), m.endOf(task)]) {
        if (clock === CLOCK_DAYS) keepDay(m, moment);
        if (clock === CLOCK_TIME_OF_DAY) keepClock(m, moment);
      }
      if (i === 0 || relations.eitherOrder[k] === 0 || clock === CLOCK_DAYS) continue;
      const before = this.members[i - 1]!;
      const [first, second] = [m.startOf(before), m.startOf(task)];
      // Of equal starts the one listed first comes first.
      const turned = this.listedAt(k, before) > this.listedAt(k, task) ? 1 : 0;
      m.keep(second, first, this.offset(k, first) - this.offset(k, second) - turned);
    }
  }

  /** The hard gaps of relation `k`. After `read`. */
  rule(k: number): void {
    const { min, max } = this.m.st.p.relations;
    this.eachPair(k, (from, to, offset) => {
      if (max[k]! < OPEN) this.m.rule(from, to, max[k]! + offset);
      if (min[k]! > -OPEN) this.m.rule(to, from, -(min[k]! + offset));
    });
  }

  /** `factor` times the soft cost of relation `k`. After `read`. */
  price(level: number, k: number, factor: number): void {
    const { min, max, soft } = this.m.st.p.relations;
    this.eachPair(k, (from, to, offset) => {
      if (max[k]! < OPEN) this.m.curve(level, from, to, soft[k]!, factor, 1, max[k]! + offset, 0);
      if (min[k]! > -OPEN) this.m.curve(level, to, from, soft[k]!, factor, 1, -(min[k]! + offset), 0);
    });
  }

  /** `offset`: what the difference of ticks is more than that of the relation's clock. */
  private eachPair(k: number, look: (from: number, to: number, offset: number) => void): void {
    const { m } = this;
    const { relations } = m.st.p;
    for (let i = 0; i + 1 < this.count; i++) {
      const a = this.members[i]!;
      const from = relations.fromEnd[k] === 1 ? m.endOf(a) : m.startOf(a);
      const last = relations.every[k] === 1 ? this.count - 1 : i + 1;
      for (let j = i + 1; j <= last; j++) {
        const b = this.members[j]!;
        const to = relations.toEnd[k] === 1 ? m.endOf(b) : m.startOf(b);
        look(from, to, this.offset(k, to) - this.offset(k, from));
      }
    }
  }

  private onClock(k: number, task: number): number {
    const { p, when } = this.m.st;
    const clock = p.relations.clock[k]!;
    return clock === CLOCK_ELAPSED ? when[task]! : clock === CLOCK_DAYS ? dayOf(p, when[task]!) : timeOfDay(p, when[task]!);
  }

  /** What to take from a tick to have its time on the relation's clock. */
  private offset(k: number, moment: number): number {
    const { p } = this.m.st;
    if (p.relations.clock[k] !== CLOCK_TIME_OF_DAY) return 0;
    return this.m.now(moment) - timeOfDay(p, this.m.now(moment));
  }

  private listedAt(k: number, task: number): number {
    const { relations } = this.m.st.p;
    let i = relations.memberFrom[k]!;
    while (relations.members[i] !== task) i++;
    return i;
  }
}
