/** Two rounds exchange what follows a point of each (2-opt*), or everything (a change of person). */
import { eligibleIn, KIND_CARE, NONE } from "../../problem/problem.ts";
import { earliestAfter } from "../fits.ts";
import { nearestIn } from "../draft.ts";
import { putInShift } from "../placing.ts";
import type { State } from "../state.ts";
import { baseTicks } from "../travel.ts";
import type { Move, Tools } from "../tools.ts";

/** What follows a task changes rounds with a task near it, in another round, and what follows that. */
export const tails: Move = {
  name: "tails",
  supports: (p) => p.shiftCount > 1,
  try(tools) {
    const { random, objective, neighbours } = tools;
    const { st } = objective;
    const a = tools.servedTask();
    if (a === NONE) return false;
    const u = neighbours.list[a * neighbours.width + random.below(neighbours.width)]!;
    if (u < 0 || st.shiftOf[u]! === NONE || st.shiftOf[u] === st.shiftOf[a]) return false;
    const [r, q, b] = [st.shiftOf[a]!, st.shiftOf[u]!, st.prev[u]!];
    return mayGain(tools, r, a, q, b) && exchange(tools, r, a, q, b);
  },
};

/** By travel and by the times that there are now, can it be worth it that what follows `a` and what follows `b` change rounds? Where it is not known, yes. */
function mayGain({ objective: { st }, screen }: Tools, r: number, a: number, q: number, b: number): boolean {
  if (st.opens[r]! + st.opens[q]! > 0) return true;
  const [x, y] = [st.next[a]!, st.next[b]!];
  if (!mayFollow(st, a, r, y) || !mayFollow(st, b, q, x)) return false;
  const isEmptied = b >= st.taskCount && x >= st.taskCount;
  const now = ticksFrom(st, r, a, x) + ticksFrom(st, q, b, y);
  return screen.passes(ticksFrom(st, r, a, y) + (isEmptied ? 0 : ticksFrom(st, q, b, x)) - now);
}

/** By its window, can node `v` be reached in time after node `after` of shift `r`? The end of another shift is as good as that of this one. */
const mayFollow = (st: State, after: number, r: number, v: number): boolean =>
  v >= st.taskCount || earliestAfter(st, v, r, after, st.slotOf[v]!, st.duration[v]!) <= st.p.slots.startMax[st.slotOf[v]!]!;

/** Ticks from node `after` by the mode of shift `r` to `first`, on through what follows it, and to where shift `r` ends. */
function ticksFrom(st: State, r: number, after: number, first: number): number {
  const { p } = st;
  const mode = p.shifts.optionMode[st.option[r]!]!;
  let here = st.placeAfter(after, r);
  let ticks = 0;
  for (let v = first; v < st.taskCount; v = st.next[v]!) {
    ticks += baseTicks(p, mode, here, st.place[v]!);
    here = st.place[v]!;
  }
  return ticks + baseTicks(p, mode, here, p.shifts.optionToPlace[st.option[r]!]!);
}

/** Two shifts take over each other's rounds. */
export const wholeRounds: Move = {
  name: "wholeRounds",
  supports: (p) => p.shiftCount > 1,
  try(tools) {
    const { st } = tools.objective;
    const a = tools.servedTask();
    if (a === NONE) return false;
    const other = tools.shiftFor(a);
    const r = st.shiftOf[a]!;
    if (other === NONE || other === r) return false;
    return exchange(tools, r, st.taskCount + r, other, st.taskCount + other);
  },
};

/**
 * Everything after node `a` of shift `r` changes places with everything after node `b` of shift `q`. What is no care, such as a break, and
 * cannot go stays in its round, where it fits best afterwards.
 */
function exchange(tools: Tools, r: number, a: number, q: number, b: number): boolean {
  const { draft, pending } = tools;
  const middle = listAfter(tools, a, 0);
  const end = listAfter(tools, b, middle);
  if (end === 0) return false;
  for (let k = 0; k < end; k++) if (!isBound(tools, pending[k]!) && !mayGo(tools, pending[k]!, k < middle ? q : r)) return false;
  for (let k = 0; k < end; k++) draft.take(pending[k]!);
  if (!draft.settleTimes()) return false;
  append(tools, middle, end, r, a);
  append(tools, 0, middle, q, b);
  return draft.settleLinked() && stay(tools, 0, middle, r) && stay(tools, middle, end, q);
}

/** Lists what follows `node` in its round in `tools.pending`, from place `at` on. Returns the place after the last. */
export function listAfter({ objective, pending }: Tools, node: number, at: number): number {
  const { st } = objective;
  let end = at;
  for (let v = st.next[node]!; v < st.taskCount; v = st.next[v]!) pending[end++] = v;
  return end;
}

/** May `task` be served by shift `r` in the slot it has now? */
export function mayGo({ p, objective }: Tools, task: number, r: number): boolean {
  return p.tasks.frozen[task] === 0 && eligibleIn(p.slots, objective.st.slotOf[task]!, r);
}

/** Is it done for the shift's own sake? */
export const isBound = ({ p }: Tools, task: number): boolean => p.tasks.kind[task] !== KIND_CARE && p.tasks.frozen[task] === 0;

/** Links those of `tools.pending` from `from` to before `to` that may go to shift `r`, one after the other, at its end; follow with `settleLinked`. */
export function append(tools: Tools, from: number, to: number, r: number, after: number): void {
  const { draft, objective, pending, p } = tools;
  const { st } = objective;
  let last = after;
  for (let k = from; k < to; k++) {
    const task = pending[k]!;
    if (!mayGo(tools, task, r)) continue;
    draft.link(task, r, last, st.slotOf[task]!, nearestIn(p, task, r, st.duration[task]!), st.side[task]!);
    last = task;
  }
}

/** Puts those of `tools.pending` from `from` to before `to` that went nowhere back into shift `r`. False: a pinned one found no place. */
export function stay(tools: Tools, from: number, to: number, r: number): boolean {
  const { p, objective, pending } = tools;
  for (let k = from; k < to; k++) {
    const task = pending[k]!;
    if (objective.st.shiftOf[task] === NONE && !putInShift(tools, task, r) && p.tasks.pinned[task] === 1) return false;
  }
  return true;
}
