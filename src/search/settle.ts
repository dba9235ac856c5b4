/**
 * From earliest starts to a planned round: who waits where, when the shift begins and ends, and the sums that rules and
 * terms read. Waiting is pushed to where it costs least: a task starts later only if no later task is delayed by it.
 */
import { KIND_BREAK, NONE, OPEN, type Problem } from "../problem/problem.ts";
import { cheapestStart, latestOnTime } from "./cheapStart.ts";
import type { RowSet } from "./rowSet.ts";
import type { State } from "./state.ts";
import type { TimingNeeds } from "./timingNeeds.ts";
import { baseTicks, dayOf, latestDeparture, leavesAt, metresBetween, tripTicks } from "./travel.ts";
import { skilledOn } from "../problem/skills.ts";

/** A broken hard rule counts this much, plus how far it is broken. */
export const VIOLATION = 100;

/** Sums of one settled round, in ticks and metres. Reused: read before the next call. */
export interface RoundSums {
  travel: number;
  metres: number;
  waiting: number;
  work: number;
  service: number;
  violations: number;
}

export class Settler {
  readonly sums: RoundSums = { travel: 0, metres: 0, waiting: 0, work: 0, service: 0, violations: 0 };
  private readonly st: State;
  private readonly p: Problem;
  private readonly needs: TimingNeeds;

  private readonly retimed: RowSet;

  /** `retimed` learns which tasks are planned at another time than before. */
  constructor(st: State, retimed: RowSet) {
    this.st = st;
    this.retimed = retimed;
    this.p = st.p;
    this.needs = st.needs;
  }

  /**
   * Plans shift `r` anew and fills `sums`. O(tasks of the round). Where only the order of the tasks decides, begin and end
   * are left alone and sums of time are 0.
   */
  settle(r: number): void {
    const { st, sums } = this;
    sums.travel = sums.metres = sums.waiting = sums.work = sums.service = sums.violations = 0;
    if (this.needs.spans) {
      this.settleTimes(r);
      if (st.size[r]! > 0) this.add(r);
    } else if (st.size[r]! > 0) this.addTravel(r);
    this.checkLoads(r);
  }

  /** Chooses starts, begin and end of shift `r`. */
  settleTimes(r: number): void {
    const { st } = this;
    if (st.size[r] === 0) {
      st.put(st.BEGIN + r, 0);
      st.put(st.END + r, 0);
      return;
    }
    if (this.needs.startsLater) this.chooseStarts(r);
    this.chooseEnds(r);
    if (this.needs.startsLater && this.p.shifts.maxStretch[r]! < OPEN && this.takeBreaksInTime(r)) this.chooseEnds(r);
  }

  /** Breaks that wait though the stretch before them gets too long come earlier, as far as they can. Returns whether any did. */
  private takeBreaksInTime(r: number): boolean {
    const { st, p } = this;
    const { tasks, shifts } = p;
    const home = st.taskCount + r;
    const option = st.option[r]!;
    let came = false;
    let from = st.begin[r]!;
    let done = from;
    let here = shifts.optionFromPlace[option]!;
    for (let v = st.next[home]!; v !== home; v = st.next[v]!) {
      const there = st.place[v]!;
      const due = from + shifts.maxStretch[r]!;
      if (tasks.kind[v] === KIND_BREAK && st.when[v]! > due) {
        const leave = leavesAt(p, st.prev[v]!, v, done);
        const entry = st.prev[v] === home || here !== there ? tasks.stopTicks[v]! : 0;
        const reached = leave + tripTicks(p, shifts.optionMode[option]!, here, there, leave) + entry;
        const start = Math.max(due, reached, st.start[v]!);
        if (start < st.when[v]!) {
          this.plan(v, start);
          came = true;
        }
      }
      done = st.when[v]! + st.duration[v]!;
      if (tasks.kind[v] === KIND_BREAK) from = done;
      here = there;
    }
    return came;
  }

  private chooseStarts(r: number): void {
    const { st, p } = this;
    const home = st.taskCount + r;
    const mode = p.shifts.optionMode[st.option[r]!]!;
    if (st.eager[r] === 1) {
      for (let v = st.next[home]!; v !== home; v = st.next[v]!) this.plan(v, st.start[v]!);
      return;
    }
    let after = home;
    for (let v = st.prev[home]!; v !== home; v = st.prev[v]!) {
      const start = st.start[v]!;
      let when = start;
      if (p.relations.component[v] === NONE) {
        const here = st.place[v]!;
        const there = st.placeBefore(after, r);
        const entry = after !== home && there !== here ? p.tasks.stopTicks[after]! : 0;
        const bound = after === home ? this.endFor(r) : st.when[after]!;
        const leave = latestDeparture(p, mode, here, there, bound - entry, start + st.duration[v]!, OPEN);
        when = this.bestStart(v, start, leave - st.duration[v]!, after === home);
      }
      this.plan(v, when);
      after = v;
    }
  }

  /** When the last task of shift `r` must be over, with the way home: where longer rounds cost, before the shift may end. */
  private endFor(r: number): number {
    const { needs, p } = this;
    return needs.savesWaiting && !needs.lengthens ? p.shifts.endMin[r]! : p.shifts.endMax[r]!;
  }

  private plan(v: number, when: number): void {
    const { st } = this;
    if (st.when[v] === when) return;
    st.put(st.WHEN + v, when);
    this.retimed.add(v);
  }

  /**
   * Best start of `v` between `start` and `bound`, which delays nothing else: the cheapest one where curves price it; else as late
   * as it saves waiting and is not late; else at its wish or where the baseline has it.
   */
  private bestStart(v: number, start: number, bound: number, last: boolean): number {
    const { needs, p } = this;
    const { slots } = p;
    const slot = this.st.slotOf[v]!;
    const duration = this.st.duration[v]!;
    const high = Math.min(bound, slots.startMax[slot]!, slots.endMax[slot]! - duration);
    if (high <= start) return start;
    if (needs.seeksCurves && (slots.startCurve[slot]! >= 0 || slots.endCurve[slot]! >= 0))
      return cheapestStart(p, needs.startPrices, slot, duration, start, high);
    const free = needs.dreadsLateness ? Math.min(high, latestOnTime(p, slot, duration)) : high;
    const { savesWaiting } = needs;
    const heedsBaseline = needs.seeksBaseline && (!savesWaiting || (needs.waitsForBaseline && !this.isLimited(this.st.shiftOf[v]!)));
    const baseline = heedsBaseline ? p.tasks.baselineStart[v]! : OPEN;
    const wanted = this.wanted(needs.seeksWishes ? slots.wish[slot]! : OPEN, baseline);
    if (savesWaiting && !(last && needs.lengthens)) return Math.max(start, baseline < OPEN ? Math.min(free, wanted) : free);
    return wanted < OPEN ? Math.max(start, Math.min(free, wanted)) : start;
  }

  /**
   * Where a task is best begun that has a wish, a start in the baseline, or neither (OPEN). To start after the wish is not early:
   * a later baseline is kept. An earlier one gives way to the wish, unless to be moved costs more than to be early.
   */
  private wanted(wish: number, baseline: number): number {
    if (wish === OPEN || baseline === OPEN) return Math.min(wish, baseline);
    return this.needs.baselineFirst ? baseline : Math.max(wish, baseline);
  }

  /** Must shift `r`, or what it works at a stretch, not last too long? */
  private isLimited(r: number): boolean {
    const { maxSpan, maxStretch } = this.p.shifts;
    return maxSpan[r]! < OPEN || maxStretch[r]! < OPEN;
  }

  private chooseEnds(r: number): void {
    const { st, p } = this;
    const home = st.taskCount + r;
    const option = st.option[r]!;
    const mode = p.shifts.optionMode[option]!;
    const first = st.next[home]!;
    const last = st.prev[home]!;
    const earliest = p.shifts.beginMin[r]!;
    const arriveBy = st.when[first]! - p.tasks.stopTicks[first]!;
    const begin = latestDeparture(p, mode, p.shifts.optionFromPlace[option]!, st.place[first]!, arriveBy, earliest, p.shifts.beginMax[r]!);
    st.put(st.BEGIN + r, Math.max(Math.min(earliest, begin), begin - st.lead[r]!));
    const leave = leavesAt(p, last, home, st.when[last]! + st.duration[last]!);
    const arrival = leave + tripTicks(p, mode, st.place[last]!, p.shifts.optionToPlace[option]!, leave);
    const soonest = Math.max(arrival, p.shifts.endMin[r]!);
    st.put(st.END + r, Math.min(soonest + st.extra[r]!, Math.max(soonest, p.shifts.endMax[r]!)));
  }

  /** Sums, and the rules that look at one round. */
  private add(r: number): void {
    const { st, p, sums } = this;
    const home = st.taskCount + r;
    const option = st.option[r]!;
    const mode = p.shifts.optionMode[option]!;
    const wantsMetres = p.travel.hasMetres;
    let here = p.shifts.optionFromPlace[option]!;
    let leave = st.begin[r]!;
    let stretchFrom = leave;
    let entries = 0;
    let services = 0;
    let rests = 0;
    for (let v = st.next[home]!; v !== home; v = st.next[v]!) {
      const there = st.place[v]!;
      sums.travel += tripTicks(p, mode, here, there, leavesAt(p, st.prev[v]!, v, leave));
      if (wantsMetres) sums.metres += metresBetween(p, mode, here, there);
      if (st.prev[v] === home || here !== there) entries += p.tasks.stopTicks[v]!;
      const duration = st.duration[v]!;
      leave = st.when[v]! + duration;
      if (p.tasks.kind[v] === KIND_BREAK) {
        rests += duration;
        this.checkStretch(r, stretchFrom, st.when[v]!);
        stretchFrom = leave;
      } else services += duration;
      if (p.slots.skillsByDay[st.slotOf[v]!] === 1 && !this.skilledThen(v, r)) sums.violations += VIOLATION;
      here = there;
    }
    sums.travel += tripTicks(p, mode, here, p.shifts.optionToPlace[option]!, leavesAt(p, st.prev[home]!, home, leave));
    if (wantsMetres) sums.metres += metresBetween(p, mode, here, p.shifts.optionToPlace[option]!);
    this.checkStretch(r, stretchFrom, st.end[r]!);
    const span = st.end[r]! - st.begin[r]!;
    sums.waiting = span - sums.travel - entries - services - rests;
    sums.work = span - rests;
    sums.service = services;
    this.exceed(span - p.shifts.maxSpan[r]!);
    this.exceed(st.end[r]! - p.shifts.endMax[r]!);
  }

  private addTravel(r: number): void {
    const { st, p, sums } = this;
    const home = st.taskCount + r;
    const option = st.option[r]!;
    const mode = p.shifts.optionMode[option]!;
    const wantsMetres = p.travel.hasMetres;
    let here = p.shifts.optionFromPlace[option]!;
    for (let v = st.next[home]!; ; v = st.next[v]!) {
      const there = v === home ? p.shifts.optionToPlace[option]! : st.place[v]!;
      sums.travel += baseTicks(p, mode, here, there);
      if (wantsMetres) sums.metres += metresBetween(p, mode, here, there);
      if (v === home) return;
      here = there;
    }
  }

  private checkStretch(r: number, from: number, to: number): void {
    this.exceed(to - from - this.p.shifts.maxStretch[r]!);
  }

  private exceed(ticks: number): void {
    if (ticks > 0) this.sums.violations += VIOLATION + Math.ceil(ticks / this.p.ticksPerMinute);
  }

  private skilledThen(v: number, r: number): boolean {
    const { p } = this;
    return skilledOn(p.demand.tasks[v]!, p.demand.workers[p.shifts.worker[r]!]!, dayOf(p, this.st.when[v]!));
  }

  private checkLoads(r: number): void {
    const { st, p } = this;
    const { loadCount, load } = p.tasks;
    if (loadCount === 0) return;
    const home = st.taskCount + r;
    for (let d = 0; d < loadCount; d++) {
      let carried = 0;
      let over = 0;
      for (let v = st.next[home]!; v !== home; v = st.next[v]!) {
        carried = Math.max(0, carried + load[v * loadCount + d]!);
        over = Math.max(over, carried - p.shifts.capacity[r * loadCount + d]!);
      }
      if (over > 0) this.sums.violations += VIOLATION + Math.ceil(over);
    }
  }
}
