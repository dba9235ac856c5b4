/** Two rounds exchange what follows a point of each (2-opt*), or everything (a change of person). */
import { eligibleIn, NONE } from "../../problem/problem.ts";
import { durationBounds } from "../draft.ts";
import type { Move, Tools } from "../tools.ts";

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
    return exchange(tools, st.shiftOf[a]!, a, st.shiftOf[u]!, st.prev[u]!);
  },
};

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

/** Everything after node `a` of shift `r` changes places with everything after node `b` of shift `q`. */
export function exchange(tools: Tools, r: number, a: number, q: number, b: number): boolean {
  const { draft, objective } = tools;
  const { st } = objective;
  const fromR: number[] = [];
  const fromQ: number[] = [];
  for (let v = st.next[a]!; v < st.taskCount; v = st.next[v]!) fromR.push(v);
  for (let v = st.next[b]!; v < st.taskCount; v = st.next[v]!) fromQ.push(v);
  if (fromR.length + fromQ.length === 0) return false;
  if (!fromR.every((t) => mayGo(tools, t, q)) || !fromQ.every((t) => mayGo(tools, t, r))) return false;
  for (const t of fromR) draft.take(t);
  for (const t of fromQ) draft.take(t);
  if (!draft.settleTimes()) return false;
  append(tools, fromQ, r, a);
  append(tools, fromR, q, b);
  return draft.settleTimes();
}

function mayGo(tools: Tools, task: number, r: number): boolean {
  const { p, objective } = tools;
  return p.tasks.frozen[task] === 0 && eligibleIn(p.slots, objective.st.slotOf[task]!, r);
}

function append(tools: Tools, tasks: readonly number[], r: number, after: number): void {
  const { draft, objective } = tools;
  const { st } = objective;
  let last = after;
  for (const t of tasks) {
    const { min, max } = durationBounds(objective, t, r);
    draft.link(t, r, last, st.slotOf[t]!, Math.min(max, Math.max(min, st.duration[t]!)), st.side[t]!);
    last = t;
  }
}
