/** The atoms of task and shift measures, read off the state. NaN: there is none. */
import { overLevelOn } from "../problem/skills.ts";
import { curveCost } from "../problem/flatCurves.ts";
import { MEASURES } from "../problem/measures.ts";
import { type CompiledTerm, CONDITIONAL, KIND_BREAK, NONE, OPEN, type Problem } from "../problem/problem.ts";
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

/** Reads the atom of a task, given the shift that serves it or NONE. */
export type TaskAtom = (task: number, shift: number) => number;

/** Does the measure look at when a task starts? */
export function isTimed(p: Problem, { measure }: CompiledTerm): boolean {
  return MEASURES[measure].starts && (measure !== "overLevel" || p.tasks.overLevel.length === 0);
}

/** How the atoms of a term over tasks are read. */
export function taskAtom(st: State, term: CompiledTerm): TaskAtom {
  const { accepts, modes } = term;
  const { shifts } = st.p;
  const measured = measureOf(st, term);
  if (accepts === null && modes === null) return measured;
  const isLeftOut = term.measure === "unserved" || term.measure === "missedBreak";
  return (task, shift) => {
    if (accepts !== null && accepts[task] === 0) return Number.NaN;
    if (modes !== null && !isLeftOut && shift !== NONE && modes[shifts.optionMode[st.option[shift]!]!] === 0) return Number.NaN;
    return measured(task, shift);
  };
}

function measureOf(st: State, term: CompiledTerm): TaskAtom {
  const { tasks, slots, shifts, workers, clients, curves, demand, workerCount } = st.p;
  const { slotOf, when, duration } = st;
  const served = (value: TaskAtom): TaskAtom => (task, shift) => (shift === NONE ? Number.NaN : value(task, shift));
  switch (term.measure) {
    case "unserved": return (task) => (isMissed(st, task) ? tasks.unservedCost[task]! : Number.NaN);
    case "missedBreak": return (task) => (isMissed(st, task) ? (tasks.kind[task] === KIND_BREAK ? 1 : 0) : Number.NaN);
    case "late": return (task, shift) => {
      if (shift === NONE) return Number.NaN;
      const slot = slotOf[task]!;
      const start = when[task]!;
      let late = start - slots.dueStart[slot]!;
      const byEnd = start + duration[task]! - slots.dueEnd[slot]!;
      if (byEnd > late) late = byEnd;
      const byWish = start - slots.wish[slot]!;
      if (byWish > late) late = byWish;
      return late > 0 ? late : 0;
    };
    case "early": return served((task) => {
      const wish = slots.wish[slotOf[task]!]!;
      return wish === OPEN ? 0 : Math.max(0, wish - when[task]!);
    });
    case "slotCost": return served((task) => {
      const slot = slotOf[task]!;
      const start = when[task]!;
      return slots.cost[slot]! + curveCost(curves, slots.startCurve[slot]!, start) + curveCost(curves, slots.endCurve[slot]!, start + duration[task]!);
    });
    case "whoCost": return served((task, shift) => {
      const row = tasks.whoCostRow[task]!;
      return row === NONE ? 0 : tasks.whoCost[row * workerCount + shifts.worker[shift]!]!;
    });
    case "overLevel": return served((task, shift) => {
      const worker = shifts.worker[shift]!;
      if (tasks.overLevel.length > 0) return tasks.overLevel[task * workerCount + worker]!;
      return overLevelOn(demand.tasks[task]!, demand.workers[worker]!, dayOf(st.p, when[task]!));
    });
    case "durationValue": return served((task, shift) => {
      const pace = workers.pace[shifts.worker[shift]! * workers.classCount + tasks.klass[task]!]!;
      return curveCost(curves, tasks.valueCurve[task]!, duration[task]! / pace);
    });
    case "moved": return served((task) => (tasks.baselineStart[task] === OPEN ? 0 : Math.abs(when[task]! - tasks.baselineStart[task]!)));
    case "reassigned": return served((task, shift) => (tasks.baselineWorker[task] === NONE || tasks.baselineWorker[task] === shifts.worker[shift] ? 0 : 1));
    case "teamCrossing": return served((task, shift) => {
      const client = tasks.client[task]!;
      const team = client === NONE ? NONE : clients.team[client]!;
      return team !== NONE && shifts.team[shift]! !== NONE && team !== shifts.team[shift] ? 1 : 0;
    });
    default: return () => Number.NaN;
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
export const SPLIT_MINUTES = 60;

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
