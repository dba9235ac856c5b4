/** The hard rules of rounds as bounds on differences: windows, durations, travel, spans, stretches, gaps. */
import { paced } from "../../problem/compileShifts.ts";
import { KIND_BREAK, OPEN } from "../../problem/problem.ts";
import { isElastic } from "../draft.ts";
import type { State } from "../state.ts";
import { baseTicks, leavesAt, wasOnTheWay } from "../travel.ts";
import { type Moments, ZERO } from "./moments.ts";

/** Is the travel of shift `r` the same at all hours? Others are left as they are: with rush hours, arrivals are not convex in departures. */
export function isSteady(st: State, r: number): boolean {
  return st.p.travel.profiles[st.p.shifts.optionMode[st.option[r]!]!] === null;
}

/** Ticks from the end of the node before task `v` to its earliest start: the trip and, where a stop begins, the entry. */
export function ticksBefore(st: State, r: number, v: number): number {
  const { p } = st;
  const before = st.prev[v]!;
  const there = st.placeAfter(before, r);
  const entry = before >= st.taskCount || there !== st.place[v]! ? p.tasks.stopTicks[v]! : 0;
  return baseTicks(p, p.shifts.optionMode[st.option[r]!]!, there, st.place[v]!) + entry;
}

/** Ticks of the trip that ends the round. */
export function ticksHome(st: State, r: number): number {
  const { shifts } = st.p;
  const option = st.option[r]!;
  return baseTicks(st.p, shifts.optionMode[option]!, st.placeAfter(st.prev[st.taskCount + r]!, r), shifts.optionToPlace[option]!);
}

/** How early node `v` can be reached, `ticks` after setting out, because nobody sets out before now. */
export function soonestFromNow(st: State, v: number, ticks: number): number {
  const { now } = st.p.freeze;
  return now === -OPEN || wasOnTheWay(st.p, st.prev[v]!, v) ? -OPEN : now + ticks;
}

/** Lets begin, end and tasks of the used shift `r` move. */
export function freeRound(m: Moments, r: number): void {
  const { st } = m;
  const { shifts } = st.p;
  const home = st.taskCount + r;
  const [first, last] = [st.next[home]!, st.prev[home]!];
  // Where nothing looks at begins and ends, the state does not keep them.
  const begin = st.needs.spans ? st.begin[r]! : Math.min(shifts.beginMax[r]!, st.when[first]! - ticksBefore(st, r, first));
  const finish = st.needs.spans ? st.end[r]! : Math.max(shifts.endMin[r]!, leavesAt(st.p, last, home, st.when[last]! + st.duration[last]!) + ticksHome(st, r));
  m.free(m.beginOf(r), begin);
  m.free(m.finishOf(r), finish);
  for (let v = st.next[home]!; v !== home; v = st.next[v]!) {
    m.free(m.startOf(v), st.when[v]!);
    if (isElastic(st.p, v)) m.free(m.endOf(v), st.when[v]! + st.duration[v]!);
    else m.follow(m.endOf(v), m.startOf(v), st.duration[v]!);
  }
}

/** The rules that look at shift `r` alone. O(tasks of the round). */
export function ruleRound(m: Moments, r: number): void {
  const { st } = m;
  const { shifts, tasks } = st.p;
  const begin = m.beginOf(r);
  const finish = m.finishOf(r);
  // Never quite open: every cost then has a least.
  within(m, begin, Math.max(1 - OPEN, shifts.beginMin[r]!), shifts.beginMax[r]!);
  const home = st.taskCount + r;
  within(m, finish, Math.max(shifts.endMin[r]!, soonestFromNow(st, home, ticksHome(st, r))), Math.min(OPEN - 1, shifts.endMax[r]!));
  m.rule(begin, finish, shifts.maxSpan[r]!);
  let before = begin;
  let stretchFrom = begin;
  for (let v = st.next[home]!; v !== home; v = st.next[v]!) {
    m.rule(m.startOf(v), before, -ticksBefore(st, r, v));
    ruleTask(m, r, v);
    before = m.endOf(v);
    if (tasks.kind[v] !== KIND_BREAK) continue;
    m.rule(stretchFrom, m.startOf(v), shifts.maxStretch[r]!);
    stretchFrom = before;
  }
  m.rule(finish, before, -ticksHome(st, r));
  m.rule(stretchFrom, finish, shifts.maxStretch[r]!);
}

function ruleTask(m: Moments, r: number, v: number): void {
  const { st } = m;
  const { slots, tasks, shifts } = st.p;
  const slot = st.slotOf[v]!;
  const start = m.startOf(v);
  const end = m.endOf(v);
  within(m, start, Math.max(slots.startMin[slot]!, soonestFromNow(st, v, ticksBefore(st, r, v))), slots.startMax[slot]!);
  within(m, end, slots.endMin[slot]!, slots.endMax[slot]!);
  if (!isElastic(st.p, v)) return;
  const worker = shifts.worker[r]!;
  m.rule(start, end, paced(st.p, worker, tasks.klass[v]!, tasks.durationMax[v]!));
  m.rule(end, start, -paced(st.p, worker, tasks.klass[v]!, tasks.durationMin[v]!));
}

/** low <= time(moment) <= high. */
export function within(m: Moments, moment: number, low: number, high: number): void {
  m.rule(moment, ZERO, -low);
  m.rule(ZERO, moment, high);
}
