/** States that lanes hand to each other, and how those of several regions become one. */
import { NONE } from "../problem/problem.ts";
import type { Round, Solution } from "../problem/solution.ts";
import type { Cut } from "./regions.ts";
import type { State } from "./state.ts";
import type { Timing } from "./timing.ts";

/** The rounds, decisions and times of a state, without what judging them keeps there. */
export const roundsOf = (st: State, ints: Int32Array): Int32Array => ints.slice(0, st.extraInt);

/**
 * `base` with the rounds of each region as its lane left them. Times may lag where rounds of several regions are tied in time: `retime`.
 * O(all columns).
 */
export function mergeRounds(st: State, base: Int32Array, states: readonly Int32Array[], cut: Cut): Int32Array {
  const { taskCount: n, p } = st;
  const merged = base.slice();
  const taskColumns = new Set([st.NEXT, st.PREV, st.SHIFT, st.SLOT, st.DURATION, st.SIDE, st.PLACE, st.ARRIVAL, st.START, st.LATEST, st.WHEN, st.HOLD]);
  for (const column of taskColumns) for (let t = 0; t < n; t++) merged[column + t] = states[cut.ofTask[t]!]![column + t]!;
  const shiftColumns = [st.NEXT + n, st.PREV + n, st.OPTION, st.SIZE, st.OPENS, st.BEGIN, st.END, st.EAGER, st.LEAD, st.EXTRA];
  for (const column of shiftColumns) for (let r = 0; r < p.shiftCount; r++) merged[column + r] = states[cut.ofShift[r]!]![column + r]!;
  const { loadCount } = p.tasks;
  for (let k = 0; k < p.shiftCount * loadCount; k++) merged[st.LOAD + k] = states[cut.ofShift[Math.floor(k / loadCount)]!]![st.LOAD + k]!;
  for (const column of [st.USED, st.OWED]) {
    for (let b = column; b < column + p.budgets.count; b++) for (const state of states) merged[b]! += state[b]! - base[b]!;
  }
  return merged;
}

/** Settles anew the tasks that timed relations tie. False: they cannot be timed. */
export function retime(st: State, timing: Timing): boolean {
  const { componentTasks } = st.p.relations;
  for (const task of componentTasks) if (st.shiftOf[task]! !== NONE) timing.queueNode(task);
  return timing.propagate();
}

/** The rounds that the numbers of a state say. */
export function solutionFrom(st: State, ints: Int32Array): Solution {
  const { p } = st;
  const rounds: Round[] = [];
  for (let r = 0; r < p.shiftCount; r++) {
    if (ints[st.SIZE + r] === 0) continue;
    const tasks: number[] = [];
    for (let v = ints[st.NEXT + st.taskCount + r]!; v < st.taskCount; v = ints[st.NEXT + v]!) tasks.push(v);
    rounds.push({
      shift: r,
      option: ints[st.OPTION + r]!,
      begin: ints[st.BEGIN + r]!,
      end: ints[st.END + r]!,
      tasks,
      slots: tasks.map((t) => ints[st.SLOT + t]!),
      starts: tasks.map((t) => ints[st.WHEN + t]!),
      durations: tasks.map((t) => ints[st.DURATION + t]!),
      places: tasks.map((t) => ints[st.PLACE + t]!),
    });
  }
  return { rounds };
}
