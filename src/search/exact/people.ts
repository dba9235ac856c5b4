/** Rules between rounds of one person or of one pool of vehicles: shifts stay in the order and grouping they have now. */
import { NONE, OPEN } from "../../problem/problem.ts";
import { SPLIT_MINUTES } from "../atoms.ts";
import type { State } from "../state.ts";
import type { Moments } from "./moments.ts";

/** What ties shift `r` to the worker's other used shifts: one after the other, those that overlap as they begin. O(shifts of the worker). */
export function rulePerson(m: Moments, r: number): void {
  const { st } = m;
  const { shifts, workers, terms, ticksPerMinute } = st.p;
  const worker = shifts.worker[r]!;
  const mindsSplits = terms.some((t) => t.measure === "splitShift");
  for (let k = workers.shiftFrom[worker]!; k < workers.shiftFrom[worker + 1]!; k++) {
    const s = workers.shiftList[k]!;
    if (s === r || st.size[s] === 0) continue;
    if (st.end[r]! > st.begin[s]! && st.end[s]! > st.begin[r]!) {
      const isFirst = st.begin[r]! < st.begin[s]! || (st.begin[r] === st.begin[s] && r < s);
      m.rule(m.beginOf(isFirst ? s : r), m.finishOf(isFirst ? r : s), 0);
      continue;
    }
    for (const [first, second] of [
      [r, s],
      [s, r],
    ] as const) {
      if (st.end[first]! > st.begin[second]!) continue;
      m.keep(m.beginOf(second), m.finishOf(first), 0);
      if (mindsSplits) m.keep(m.finishOf(first), m.beginOf(second), SPLIT_MINUTES * ticksPerMinute);
    }
  }
}

/** The rest rules of a worker: pauses that are long enough stay so, periods between them last no longer than they may. */
export function ruleRest(m: Moments, worker: number): void {
  const { st } = m;
  const { workers } = st.p;
  if (workers.restFrom[worker] === workers.restFrom[worker + 1]) return;
  const own = usedShifts(st, worker);
  const busy = workers.busyUntil[worker]!;
  const pieces: Piece[] = own.map((s) => ({ begin: m.beginOf(s), end: m.finishOf(s), from: st.begin[s]!, to: st.end[s]! }));
  for (const s of own) if (busy > -OPEN && st.begin[s]! >= busy) m.rule(m.beginOf(s), BUSY, -busy);
  const at = busy > -OPEN ? own.findIndex((s) => busy <= st.begin[s]!) : NONE;
  if (busy > -OPEN) pieces.splice(at < 0 ? pieces.length : at, 0, { begin: NONE, end: NONE, from: busy, to: busy });
  for (let k = workers.restFrom[worker]!; k < workers.restFrom[worker + 1]!; k++) {
    const pause = workers.restAtLeast[k]!;
    let first = 0;
    for (let i = 1; i <= pieces.length; i++) {
      const last = pieces[i - 1]!;
      const next = pieces[i];
      const begun = pieces[first]!;
      if (next !== undefined && next.from - last.to < pause) continue;
      period(m, begun, last, workers.restWindow[k]! - pause);
      first = i;
      if (next !== undefined) apart(m, last, next, pause);
    }
  }
}

const BUSY = NONE;

/** A shift, or the end of work before the period; then its moments are the zero, and its ticks count. */
interface Piece {
  readonly begin: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** From the begin of `first` to the end of `last` at most `longest`. */
function period(m: Moments, first: Piece, last: Piece, longest: number): void {
  const shift = (first.begin === BUSY ? first.from : 0) - (last.end === BUSY ? last.to : 0);
  m.rule(first.begin, last.end, longest + shift);
}

/** At least `pause` between the two. */
function apart(m: Moments, last: Piece, next: Piece, pause: number): void {
  const shift = (next.begin === BUSY ? next.from : 0) - (last.end === BUSY ? last.to : 0);
  m.rule(next.begin, last.end, shift - pause);
}

function usedShifts(st: State, worker: number): number[] {
  const { workers } = st.p;
  const own: number[] = [];
  for (let k = workers.shiftFrom[worker]!; k < workers.shiftFrom[worker + 1]!; k++)
    if (st.size[workers.shiftList[k]!]! > 0) own.push(workers.shiftList[k]!);
  return own.sort((a, b) => st.begin[a]! - st.begin[b]! || a - b);
}

/** Vehicles: shifts of one pool, which is short of them, that do not overlap now never do. O(used shifts). */
export function rulePool(m: Moments, r: number): void {
  const { st } = m;
  const { shifts, pools, shiftCount } = st.p;
  const pool = shifts.optionPool[st.option[r]!]!;
  if (pool === NONE) return;
  const holds = (s: number): boolean => st.size[s]! > 0 && shifts.optionPool[st.option[s]!] === pool;
  let holders = 0;
  for (let s = 0; s < shiftCount; s++) if (holds(s)) holders++;
  if (holders <= pools.count[pool]!) return;
  for (let s = 0; s < shiftCount; s++) {
    if (s === r || !holds(s)) continue;
    if (st.end[s]! <= st.begin[r]!) m.keep(m.beginOf(r), m.finishOf(s), 0);
    else if (st.end[r]! <= st.begin[s]!) m.keep(m.beginOf(s), m.finishOf(r), 0);
  }
}

/** Conditional tasks that nobody misses as long as shift `r` is no longer than this. */
export function ruleConditions(m: Moments, r: number, conditional: Int32Array): void {
  const { st } = m;
  for (const task of conditional) {
    const most = st.p.tasks.whenShiftExceeds[task]!;
    if (st.shiftOf[task] === NONE) m.keep(m.beginOf(r), m.finishOf(r), most);
  }
}
