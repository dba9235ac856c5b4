/** Rests that shifts with open hours always keep, since nobody gains by working later than need be. */
import type { Horizon } from "./horizon.ts";
import { OPEN, type Problem, WORK_TICKS } from "./problem.ts";
import { timeMatters } from "./timeMatters.ts";

/**
 * The problem without rests, if all work, begun as early as may be and done one task after the other, is over before any of them
 * could be broken, and if apart from them nothing is better later. O(size of the problem).
 */
export function withoutKeptRests(p: Problem, { to }: Horizon): Problem {
  const none = new Int32Array(0);
  const free: Problem = {
    ...p,
    workers: { ...p.workers, restFrom: new Int32Array(p.workerCount + 1), restWindow: none, restAtLeast: none },
  };
  const isEarly = p.demand.now === undefined && !timeMatters(free) && !mayLast(p);
  return isEarly && p.workers.busyUntil.every((_, worker) => keepsRests(p, worker, to)) ? free : p;
}

/** May a shift be planned longer than its work needs? */
const mayLast = ({ budgets, terms }: Problem): boolean =>
  budgets.quantity.includes(WORK_TICKS) || terms.some(({ family, reduce }) => family === "shift" && reduce === "range");

function keepsRests({ workers, shifts }: Problem, worker: number, latest: number): boolean {
  const busy = workers.busyUntil[worker]!;
  let from = busy > -OPEN ? busy : OPEN;
  let to = busy;
  for (let k = workers.shiftFrom[worker]!; k < workers.shiftFrom[worker + 1]!; k++) {
    const shift = workers.shiftList[k]!;
    from = Math.min(from, shifts.beginMin[shift]!);
    to = Math.max(to, Math.min(latest, shifts.endMax[shift]!));
  }
  for (let k = workers.restFrom[worker]!; k < workers.restFrom[worker + 1]!; k++) {
    if (to - from > workers.restWindow[k]! - workers.restAtLeast[k]!) return false;
  }
  return true;
}
