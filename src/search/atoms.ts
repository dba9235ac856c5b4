/** The atoms of task and shift measures, read off the state. NaN: there is none. */
import { overLevelOn } from "../problem/skills.ts";
import { curveCost } from "../problem/flatCurves.ts";
import { type CompiledTerm, CONDITIONAL, KIND_BREAK, NONE, OPEN } from "../problem/problem.ts";
import type { State } from "./state.ts";
import { dayOf } from "./travel.ts";

/** A task left out counts, unless it is conditional and its shift is not so long that it is needed. */
export function isMissed(st: State, task: number): boolean {
  const { tasks } = st.p;
  if (st.shiftOf[task]! !== NONE) return false;
  if (tasks.required[task] !== CONDITIONAL) return true;
  const shift = tasks.ownShift[task]!;
  return shift !== NONE && st.size[shift]! > 0 && st.end[shift]! - st.begin[shift]! > tasks.whenShiftExceeds[task]!;
}

export function taskAtom(st: State, term: CompiledTerm, task: number): number {
  const { p } = st;
  const { tasks, slots } = p;
  if (term.accepts !== null && term.accepts[task] === 0) return Number.NaN;
  const shift = st.shiftOf[task]!;
  if (term.measure === "unserved" || term.measure === "missedBreak") {
    if (!isMissed(st, task)) return Number.NaN;
    return term.measure === "unserved" ? tasks.unservedCost[task]! : tasks.kind[task] === KIND_BREAK ? 1 : 0;
  }
  if (shift === NONE) return Number.NaN;
  if (term.modes !== null && term.modes[p.shifts.optionMode[st.option[shift]!]!] === 0) return Number.NaN;
  const slot = st.slotOf[task]!;
  const start = st.when[task]!;
  const worker = p.shifts.worker[shift]!;
  switch (term.measure) {
    case "late":
      return Math.max(0, start - slots.dueStart[slot]!, start + st.duration[task]! - slots.dueEnd[slot]!, start - slots.wish[slot]!);
    case "early":
      return slots.wish[slot]! === OPEN ? 0 : Math.max(0, slots.wish[slot]! - start);
    case "slotCost":
      return (
        slots.cost[slot]! +
        curveCost(p.curves, slots.startCurve[slot]!, start) +
        curveCost(p.curves, slots.endCurve[slot]!, start + st.duration[task]!)
      );
    case "whoCost":
      return tasks.whoCostRow[task]! === NONE ? 0 : tasks.whoCost[tasks.whoCostRow[task]! * p.workerCount + worker]!;
    case "overLevel":
      if (tasks.overLevel.length > 0) return tasks.overLevel[task * p.workerCount + worker]!;
      return overLevelOn(p.demand.tasks[task]!, p.demand.workers[worker]!, dayOf(p, start));
    case "durationValue":
      return curveCost(p.curves, tasks.valueCurve[task]!, st.duration[task]! / p.workers.pace[worker * p.workers.classCount + tasks.klass[task]!]!);
    case "moved":
      return tasks.baselineStart[task] === OPEN ? 0 : Math.abs(start - tasks.baselineStart[task]!);
    case "reassigned":
      return tasks.baselineWorker[task] === NONE || tasks.baselineWorker[task] === worker ? 0 : 1;
    case "teamCrossing": {
      const client = tasks.client[task]!;
      const team = client === NONE ? NONE : p.clients.team[client]!;
      return team !== NONE && p.shifts.team[shift]! !== NONE && team !== p.shifts.team[shift] ? 1 : 0;
    }
    default:
      return Number.NaN;
  }
}

/** What the state keeps of each settled round. */
export interface ShiftSums {
  readonly travel: Int32Array;
  readonly metres: Int32Array;
  readonly waiting: Int32Array;
  readonly work: Int32Array;
}

export function shiftAtom(st: State, sums: ShiftSums, term: CompiledTerm, r: number): number {
  const { shifts } = st.p;
  const used = st.size[r]! > 0;
  const option = used ? st.option[r]! : shifts.optionFrom[r]!;
  if (term.modes !== null && term.modes[shifts.optionMode[option]!] === 0) return Number.NaN;
  const paidTo = shifts.paidTo[r]!;
  const idleFrom = shifts.idleFrom[r]!;
  if (!used) return term.measure === "idle" && shifts.idleIfUnused[r] === 1 && paidTo < OPEN && idleFrom > -OPEN ? paidTo - idleFrom : 0;
  switch (term.measure) {
    case "travel": return sums.travel[r]!;
    case "distance": return sums.metres[r]!;
    case "waiting": return sums.waiting[r]!;
    case "idle":
      return (idleFrom > -OPEN ? st.begin[r]! - idleFrom : 0) + sums.waiting[r]! + (paidTo < OPEN ? Math.max(0, paidTo - st.end[r]!) : 0);
    case "overtime": return paidTo < OPEN ? Math.max(0, st.end[r]! - paidTo) : 0;
    case "usedShift": return 1;
    case "optionCost": return shifts.optionCost[option]!;
    case "splitShift": return isSplit(st, r) ? 1 : 0;
    case "work": return sums.work[r]!;
    default: return Number.NaN;
  }
}

/** Minutes between two shifts of one day beyond which the day is split (delad tur). */
const SPLIT_MINUTES = 60;

function isSplit(st: State, r: number): boolean {
  const { p } = st;
  const worker = p.shifts.worker[r]!;
  for (let k = p.workers.shiftFrom[worker]!; k < p.workers.shiftFrom[worker + 1]!; k++) {
    const other = p.workers.shiftList[k]!;
    if (other === r || st.size[other] === 0 || st.begin[other]! >= st.begin[r]!) continue;
    if (st.begin[r]! - st.end[other]! > SPLIT_MINUTES * p.ticksPerMinute && dayOf(p, st.begin[other]!) === dayOf(p, st.begin[r]!)) return true;
  }
  return false;
}
