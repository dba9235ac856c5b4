/**
 * Ways to put one task in that several moves share. Each returns false where it found no place or none that can be timed. A task may
 * be served already: a shift that comes into use is furnished with its break, which may have been taken out with others.
 */
import { NONE } from "../problem/problem.ts";
import type { Tools } from "./tools.ts";

/** At the place that the last search of `tools.insertion` found. */
export function putFound({ insertion, draft, objective }: Tools, task: number): boolean {
  if (objective.st.shiftOf[task]! !== NONE) return true;
  if (insertion.shift === NONE) return false;
  return draft.put(task, insertion.shift, insertion.after, insertion.slot, insertion.duration, insertion.side);
}

/** Where it is cheapest anywhere, or not at all where that is cheaper. */
export const putBack = ({ recreate, objective }: Tools, task: number): boolean => objective.st.shiftOf[task]! !== NONE || recreate.put(task);

/** Where it is cheapest in shift `r`. */
export function putInShift(tools: Tools, task: number, r: number): boolean {
  return tools.insertion.searchShift(task, r) && putFound(tools, task);
}

/** Where it is cheapest in the shifts of `worker` that may serve it. */
export function putWithWorker(tools: Tools, task: number, worker: number): boolean {
  const { p, insertion } = tools;
  let best = NONE;
  let least = Number.POSITIVE_INFINITY;
  for (let k = p.tasks.shiftFrom[task]!; k < p.tasks.shiftFrom[task + 1]!; k++) {
    const r = p.tasks.shiftList[k]!;
    if (p.shifts.worker[r] !== worker || !insertion.searchShift(task, r) || insertion.cost >= least) continue;
    least = insertion.cost;
    best = r;
  }
  if (best === NONE) return false;
  return (insertion.shift === best && insertion.cost === least) || insertion.searchShift(task, best) ? putFound(tools, task) : false;
}

/** At a place that is drawn: cheapest anywhere, cheapest in one shift, beside a neighbour, or any in one shift. */
export function putSomewhere(tools: Tools, task: number): boolean {
  const { insertion, random, objective, neighbours } = tools;
  const { st } = objective;
  const kind = random.next();
  if (kind < 0.3) return insertion.searchAll(task) && putFound(tools, task);
  if (kind < 0.65) {
    const r = tools.shiftFor(task);
    return r !== NONE && putInShift(tools, task, r);
  }
  if (kind < 0.9) {
    const u = neighbours.list[task * neighbours.width + random.below(neighbours.width)]!;
    const r = u < 0 ? NONE : st.shiftOf[u]!;
    return r !== NONE && insertion.searchAfter(task, r, random.chance(0.5) ? u : st.prev[u]!) && putFound(tools, task);
  }
  const r = tools.shiftFor(task);
  if (r === NONE) return false;
  let after = st.taskCount + r;
  for (let k = random.below(st.size[r]! + 1); k > 0; k--) after = st.next[after]!;
  return insertion.searchAfter(task, r, after) && putFound(tools, task);
}
