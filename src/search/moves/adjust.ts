/** Change how something is done without moving it: slot, duration, side of an open place, way to travel. */
import { eligibleIn, NONE, PLACE_OPEN, type Problem } from "../../problem/problem.ts";
import { SERVICE_TICKS } from "../../problem/relations.ts";
import { longestIn, shortestIn } from "../draft.ts";
import { lengthenRound, shortenRound } from "./elastic.ts";
import { SIDE_AT } from "../places.ts";
import type { Move, Tools } from "../tools.ts";

/** Another window of the task, without moving it in its round. */
export const otherSlot: Move = {
  name: "otherSlot",
  supports: (p) => p.tasks.slotFrom.some((from, t) => t > 0 && from - p.tasks.slotFrom[t - 1]! > 1),
  try(tools) {
    const { p, objective, draft, random } = tools;
    const task = tools.servedOf(tools.slotted);
    if (task === NONE) return false;
    const from = p.tasks.slotFrom[task]!;
    const slot = from + random.below(p.tasks.slotFrom[task + 1]! - from);
    const { st } = objective;
    if (slot === st.slotOf[task] || !eligibleIn(p.slots, slot, st.shiftOf[task]!)) return false;
    draft.change(task, slot, st.duration[task]!, st.side[task]!);
    return draft.settleTimes();
  },
};

/** A new duration: the shortest, the longest, a point of the value curve, what fills the slack after it, or one drawn. */
export const otherDuration: Move = {
  name: "otherDuration",
  supports: (p) => p.tasks.durationMin.some((min, t) => min < p.tasks.durationMax[t]!),
  try(tools) {
    const { p, objective, draft } = tools;
    const { st } = objective;
    const task = tools.servedOf(tools.elastic);
    if (task === NONE) return false;
    const r = st.shiftOf[task]!;
    const min = shortestIn(p, task, r);
    const max = longestIn(p, task, r);
    const room = st.duration[task]! + Math.max(0, st.room(task, false));
    const duration = Math.max(min, Math.min(max, room, drawnDuration(tools, task, min, max)));
    if (duration === st.duration[task]) return false;
    draft.change(task, st.slotOf[task]!, duration, st.side[task]!);
    return draft.settleTimes();
  },
};

function drawnDuration({ p, objective, random }: Tools, task: number, min: number, max: number): number {
  const { st } = objective;
  const kind = random.below(7);
  const now = st.duration[task]!;
  if (kind === 0) return min;
  if (kind === 1) return max;
  if (kind === 2) return min + random.below(max - min + 1);
  if (kind === 3) return now + (random.chance(0.5) ? 1 : -1) * (1 + random.below(Math.max(1, Math.floor((max - min) / 8))));
  const next = st.next[task]!;
  if (kind === 4 && next < st.taskCount) return now + Math.max(0, st.when[next]! - st.arrival[next]!);
  if (kind === 5) return now + lacking(p, st.used, task);
  const curve = p.tasks.valueCurve[task]!;
  if (curve < 0) return max;
  const first = p.curves.from[curve]!;
  const x = p.curves.x[first + random.below(p.curves.from[curve + 1]! - first)]!;
  return Math.round(x * p.workers.pace[p.shifts.worker[st.shiftOf[task]!]! * p.workers.classCount + p.tasks.klass[task]!]!);
}

/** Ticks that one of the task's budgets is below its least use. */
function lacking(p: Problem, used: Int32Array, task: number): number {
  for (let k = p.budgets.ofTaskFrom[task]!; k < p.budgets.ofTaskFrom[task + 1]!; k++) {
    const b = p.budgets.ofTask[k]!;
    const lack = p.budgets.min[b]! - p.budgets.fixed[b]! - used[b]!;
    if (lack > 0 && p.budgets.quantity[b] === SERVICE_TICKS) return Math.ceil(lack);
  }
  return 0;
}

/** Share of changes that draw any place for a task that may be anywhere: a way over a third place may be shorter, or time on the way be worth more. */
const ELSEWHERE = 0.2;

/** An open place at another stop. */
export const otherSide: Move = {
  name: "otherSide",
  supports: (p) => p.tasks.place.includes(PLACE_OPEN),
  try(tools) {
    const { objective, draft, random } = tools;
    const { st } = objective;
    const task = tools.servedOf(tools.open);
    if (task === NONE) return false;
    const isAnywhere = tools.p.demand.tasks[task]!.place === "anywhere";
    const side = isAnywhere && random.chance(ELSEWHERE) ? SIDE_AT + random.below(tools.p.travel.placeCount) : random.below(SIDE_AT);
    if (side === st.side[task]) return false;
    const squeezed = tools.elastic.length > 0 && random.chance(0.3);
    if (squeezed) shortenRound(tools, st.shiftOf[task]!);
    draft.change(task, st.slotOf[task]!, st.duration[task]!, side);
    if (!draft.settleTimes()) return false;
    if (squeezed) lengthenRound(tools, st.shiftOf[task]!);
    return true;
  },
};

/** Another way to travel for the whole round. */
export const otherOption: Move = {
  name: "otherOption",
  supports: (p) => p.shifts.optionFrom.some((from, r) => r > 0 && from - p.shifts.optionFrom[r - 1]! > 1),
  try(tools) {
    const { p, objective, draft, random } = tools;
    const { st } = objective;
    const task = tools.servedTask();
    const r = task === NONE ? random.below(p.shiftCount) : st.shiftOf[task]!;
    const from = p.shifts.optionFrom[r]!;
    const option = from + random.below(p.shifts.optionFrom[r + 1]! - from);
    if (option === st.option[r] || p.shifts.frozenOption[r]! !== NONE) return false;
    draft.setOption(r, option);
    return draft.settleTimes();
  },
};
