/**
 * Worst removal: tasks that cost much where they are, in travel, lateness and person, are taken out and put back. The worse the likelier
 * (Ropke and Pisinger 2006, doi:10.1287/trsc.1050.0135).
 */
import { NONE } from "../../problem/problem.ts";
import type { Move, Tools } from "../tools.ts";
import { baseTicks } from "../travel.ts";
import { rebuild } from "./ruinRecreate.ts";

/** Tasks taken out at most, and the draws of which the worst is taken. */
const MOST = 8;
const DRAWS = 6;

export const worst: Move = {
  name: "worst",
  supports: (p) => p.shiftCount > 1 && p.taskCount > 3,
  try(tools) {
    const { random, ruin } = tools;
    const most = 1 + random.below(MOST);
    const seed = tools.servedTask();
    if (seed === NONE) return false;
    for (let k = 0; k < most; k++) {
      const task = worstNear(tools, seed);
      if (task !== NONE) ruin.choose(task);
    }
    return ruin.count > 0 && rebuild(tools);
  },
};

/** Of a few tasks near `seed` the one that costs most where it is. */
function worstNear(tools: Tools, seed: number): number {
  const { objective, neighbours, random } = tools;
  const { st } = objective;
  let found = NONE;
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < DRAWS; k++) {
    const task = neighbours.list[seed * neighbours.width + random.below(neighbours.width)]!;
    if (task < 0 || st.shiftOf[task]! === NONE) continue;
    const gain = costWhere(tools, task);
    if (gain <= most) continue;
    most = gain;
    found = task;
  }
  return found;
}

/** What the task costs where it is, at guiding prices. */
function costWhere({ p, objective, guide }: Tools, task: number): number {
  const { st } = objective;
  const r = st.shiftOf[task]!;
  const mode = p.shifts.optionMode[st.option[r]!]!;
  const there = st.placeAfter(st.prev[task]!, r);
  const here = st.place[task]!;
  const beyond = st.placeBefore(st.next[task]!, r);
  const slot = st.slotOf[task]!;
  const late = Math.max(0, st.when[task]! - p.slots.dueStart[slot]!, st.when[task]! + st.duration[task]! - p.slots.dueEnd[slot]!, st.when[task]! - p.slots.wish[slot]!);
  const waits = Math.max(0, st.when[task]! - st.arrival[task]!);
  const who = p.tasks.whoCostRow[task]!;
  const person = who === NONE ? 0 : p.tasks.whoCost[who * p.workerCount + p.shifts.worker[r]!]!;
  const detour = baseTicks(p, mode, there, here) + baseTicks(p, mode, here, beyond) - baseTicks(p, mode, there, beyond);
  return detour * guide.travel + late * guide.late + waits * guide.waiting + person * guide.who;
}
