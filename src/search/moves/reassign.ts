/**
 * Who takes which round? The rounds of shifts at about the same hours are given to these shifts anew, all at once, by the cheapest
 * assignment at guiding prices: person, new faces, and the way to the first and from the last task.
 */
import { assign, FORBIDDEN } from "../assignment.ts";
import { NONE } from "../../problem/problem.ts";
import type { Move, Tools } from "../tools.ts";
import { baseTicks } from "../travel.ts";
import { append, isBound, listAfter, mayGo, stay } from "./tails.ts";

/** Rounds assigned at once, and minutes between begins, or ends, that are about the same. */
const MOST = 8;
const ALIKE_MINUTES = 60;
/** Costs are blurred by up to this share of themselves, so that a second try finds something else. */
const BLUR = 0.3;
/** Share of tries in which the round that was drawn must change. */
const OTHERS = 0.5;

export const reassign: Move = {
  name: "reassign",
  supports: (p) => p.shiftCount > 2 && p.workerCount > 2 && p.terms.some((t) => t.family === "client" || t.measure === "whoCost"),
  try(tools) {
    const { objective, draft, random } = tools;
    const { st } = objective;
    const seed = tools.servedTask();
    if (seed === NONE) return false;
    const shifts = alike(tools, st.shiftOf[seed]!);
    const size = shifts.length;
    const from = new Int32Array(size + 1);
    for (let i = 0; i < size; i++) from[i + 1] = listAfter(tools, st.taskCount + shifts[i]!, from[i]!);
    const cost = new Float64Array(size * size);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) cost[i * size + j] = costOf(tools, from[i]!, from[i + 1]!, shifts[i]!, shifts[j]!) * (1 + BLUR * random.next());
    }
    if (random.chance(OTHERS)) cost[0] = FORBIDDEN;
    const takes = assign(cost, size);
    let changes = 0;
    for (let i = 0; i < size; i++) {
      if (cost[i * size + takes[i]!]! >= FORBIDDEN) return false;
      if (takes[i] !== i) changes++;
    }
    if (changes === 0) return false;
    for (let i = 0; i < size; i++) if (takes[i] !== i) for (let k = from[i]!; k < from[i + 1]!; k++) draft.take(tools.pending[k]!);
    if (!draft.settleTimes()) return false;
    for (let i = 0; i < size; i++) {
      const to = shifts[takes[i]!]!;
      if (takes[i] !== i) append(tools, from[i]!, from[i + 1]!, to, st.taskCount + to);
    }
    if (!draft.settleLinked()) return false;
    for (let i = 0; i < size; i++) if (takes[i] !== i && !stay(tools, from[i]!, from[i + 1]!, shifts[i]!)) return false;
    return true;
  },
};

/** `r` and others that begin and end about when it does. */
function alike({ p, random }: Tools, r: number): number[] {
  const { beginMin, endMax } = p.shifts;
  const within = ALIKE_MINUTES * p.ticksPerMinute;
  const found = [r];
  const first = random.below(p.shiftCount);
  for (let k = 0; k < p.shiftCount && found.length < MOST; k++) {
    const q = (first + k) % p.shiftCount;
    if (q !== r && Math.abs(beginMin[q]! - beginMin[r]!) <= within && Math.abs(endMax[q]! - endMax[r]!) <= within) found.push(q);
  }
  return found;
}

/** What it would cost, beyond what is the same for all, if the round of shift `r`, in `tools.pending`, were that of shift `q`. */
function costOf(tools: Tools, from: number, to: number, r: number, q: number): number {
  const { p, guide, objective, pending } = tools;
  const { st } = objective;
  const option = st.option[q]!;
  const worker = p.shifts.worker[q]!;
  let cost = 0;
  let first = NONE;
  let last = NONE;
  for (let k = from; k < to; k++) {
    const t = pending[k]!;
    if (r !== q && !mayGo(tools, t, q)) {
      if (isBound(tools, t)) continue;
      return FORBIDDEN;
    }
    if (first === NONE) first = st.place[t]!;
    last = st.place[t]!;
    const who = p.tasks.whoCostRow[t]!;
    if (who !== NONE) cost += guide.who * p.tasks.whoCost[who * p.workerCount + worker]!;
    if (guide.faces !== 0 && p.tasks.client[t]! !== NONE && !knows(tools, worker, p.tasks.client[t]!, r)) cost += guide.faces;
  }
  const mode = p.shifts.optionMode[option]!;
  const [there, back] = [baseTicks(p, mode, p.shifts.optionFromPlace[option]!, first), baseTicks(p, mode, last, p.shifts.optionToPlace[option]!)];
  return cost + guide.travel * (there + back);
}

/** Does the worker come to the client in another round than that of shift `but`? */
function knows({ p, objective, clientTasks }: Tools, worker: number, client: number, but: number): boolean {
  const { st } = objective;
  for (let k = clientTasks.from[client]!; k < clientTasks.from[client + 1]!; k++) {
    const r = st.shiftOf[clientTasks.items[k]!]!;
    if (r !== NONE && r !== but && p.shifts.worker[r] === worker) return true;
  }
  for (let k = p.clients.metFrom[client]!; k < p.clients.metFrom[client + 1]!; k++) if (p.clients.metList[k] === worker) return true;
  return false;
}
