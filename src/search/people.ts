/** Hard rules that look at several rounds: one person's shifts, and vehicles held at the same time. */
import { NONE, OPEN, type Problem } from "../problem/problem.ts";
import type { State } from "./state.ts";

/** Pairs of overlapping shifts of a worker and working periods that leave too little rest. O(shifts²) of the worker. */
export function restBreaches(st: State, worker: number): number {
  const { workers } = st.p;
  const from = workers.shiftFrom[worker]!;
  const to = workers.shiftFrom[worker + 1]!;
  let breaches = 0;
  for (let a = from; a < to; a++) {
    const s = workers.shiftList[a]!;
    if (st.size[s] === 0) continue;
    for (let b = a + 1; b < to; b++) {
      const other = workers.shiftList[b]!;
      if (st.size[other]! > 0 && st.begin[s]! < st.end[other]! && st.begin[other]! < st.end[s]!) breaches++;
    }
  }
  for (let k = workers.restFrom[worker]!; k < workers.restFrom[worker + 1]!; k++) {
    breaches += longPeriods(st, worker, workers.restAtLeast[k]!, workers.restWindow[k]! - workers.restAtLeast[k]!);
  }
  return breaches;
}

/** Working periods (shifts, and the end of the last one before, with less than `atLeast` between them) longer than `longest`. */
function longPeriods(st: State, worker: number, atLeast: number, longest: number): number {
  const busy = st.p.workers.busyUntil[worker]!;
  let begin = Number.NEGATIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  let long = 0;
  let pending = busy > -OPEN;
  const add = (from: number, to: number): void => {
    if (from - end < atLeast) end = Math.max(end, to);
    else {
      if (end - begin > longest) long++;
      begin = from;
      end = to;
    }
  };
  for (let s = nextShift(st, worker, -OPEN - 1); s !== NONE; s = nextShift(st, worker, order(st, s))) {
    if (pending && busy <= st.begin[s]!) {
      add(busy, busy);
      pending = false;
    }
    add(st.begin[s]!, st.end[s]!);
  }
  if (pending) add(busy, busy);
  return end - begin > longest ? long + 1 : long;
}

/** Sorts by begin; ties by row, which stays below the shift count. */
const order = (st: State, s: number): number => st.begin[s]! + s / (st.p.shiftCount + 1);

function nextShift(st: State, worker: number, after: number): number {
  const { workers } = st.p;
  let best = NONE;
  let bestOrder = Number.POSITIVE_INFINITY;
  for (let k = workers.shiftFrom[worker]!; k < workers.shiftFrom[worker + 1]!; k++) {
    const s = workers.shiftList[k]!;
    if (st.size[s] === 0) continue;
    const o = order(st, s);
    if (o > after && o < bestOrder) {
      bestOrder = o;
      best = s;
    }
  }
  return best;
}

/** Has a pool fewer vehicles than there are shifts that may take one? */
export function canRunShort({ shifts, pools, shiftCount }: Problem): boolean {
  const takers = new Int32Array(pools.count.length);
  for (let s = 0; s < shiftCount; s++) {
    const asked = new Set(shifts.optionPool.subarray(shifts.optionFrom[s]!, shifts.optionFrom[s + 1]!));
    for (const pool of asked) if (pool !== NONE) takers[pool]!++;
  }
  return takers.some((count, pool) => count > pools.count[pool]!);
}

/** How often a shift takes a vehicle of a pool that has none left. O(n log n) of the used shifts. */
export function poolExcess(st: State): number {
  const { shifts, pools } = st.p;
  const takenAt: number[][] = Array.from(pools.count, () => []);
  const backAt: number[][] = Array.from(pools.count, () => []);
  for (let s = 0; s < st.p.shiftCount; s++) {
    if (st.size[s] === 0 || st.end[s]! <= st.begin[s]!) continue;
    const pool = shifts.optionPool[st.option[s]!]!;
    if (pool === NONE) continue;
    takenAt[pool]!.push(st.begin[s]!);
    backAt[pool]!.push(st.end[s]!);
  }
  let excess = 0;
  for (const [pool, taken] of takenAt.entries()) {
    const back = backAt[pool]!.sort((a, b) => a - b);
    taken.sort((a, b) => a - b);
    let returned = 0;
    for (const [before, at] of taken.entries()) {
      while (back[returned]! <= at) returned++;
      if (before + 1 - returned > pools.count[pool]!) excess++;
    }
  }
  return excess;
}
