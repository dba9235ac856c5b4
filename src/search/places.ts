/** Where tasks that leave their place open are done. */
import { NONE, PLACE_OPEN, PLACE_SHIFT_END } from "../problem/problem.ts";
import type { State } from "./state.ts";

/**
 * Where a task with an open place is done: at the stop before, the stop after, where the round starts, where it ends; from `SIDE_AT` on at
 * place `side - SIDE_AT`, for those that may be anywhere.
 */
export const SIDE_BEFORE = 0;
export const SIDE_AFTER = 1;
export const SIDE_FROM = 2;
export const SIDE_TO = 3;
export const SIDE_AT = 4;

/** Finds the place of every task of shift `r` that leaves it open. O(tasks of the round). */
export function resolvePlaces(st: State, r: number): void {
  const { taskCount: n, p } = st;
  const home = n + r;
  for (let v = st.next[home]!; v !== home; v = st.next[v]!) {
    if (p.tasks.place[v]! >= 0) continue;
    const chosen = chosenPlace(st, v, r);
    st.put(st.PLACE + v, chosen >= 0 ? chosen : st.placeAfter(st.prev[v]!, r));
  }
  // Only a first stretch without any place is still open: it is where the round goes next.
  let after = p.shifts.optionToPlace[st.option[r]!]!;
  for (let v = st.prev[home]!; v !== home; v = st.prev[v]!) {
    if (st.place[v]! < 0) st.put(st.PLACE + v, after);
    after = st.place[v]!;
  }
}

/** Where an open task has been put on purpose; negative: at the stop before. */
function chosenPlace(st: State, v: number, r: number): number {
  const { shifts, tasks } = st.p;
  const option = st.option[r]!;
  if (tasks.place[v] === PLACE_SHIFT_END) return shifts.optionToPlace[option]!;
  if (st.side[v]! >= SIDE_AT) return st.side[v]! - SIDE_AT;
  if (st.side[v] === SIDE_AFTER) return placeAhead(st, v, r);
  if (st.side[v] === SIDE_FROM) return shifts.optionFromPlace[option]!;
  return st.side[v] === SIDE_TO ? shifts.optionToPlace[option]! : NONE;
}

/** The place after `v`: the next that does not follow from `v` itself. */
function placeAhead(st: State, v: number, r: number): number {
  const { shifts, tasks } = st.p;
  const option = st.option[r]!;
  const home = st.taskCount + r;
  for (let u = st.next[v]!; u !== home; u = st.next[u]!) {
    const own = tasks.place[u]!;
    if (own >= 0) return own;
    if (own === PLACE_OPEN && st.side[u]! >= SIDE_AT) return st.side[u]! - SIDE_AT;
    if (own === PLACE_OPEN && st.side[u] === SIDE_FROM) return shifts.optionFromPlace[option]!;
    if (own === PLACE_SHIFT_END || st.side[u] === SIDE_TO) return shifts.optionToPlace[option]!;
  }
  return shifts.optionToPlace[option]!;
}
