/** Shorten to make room, lengthen where there is time: for tasks whose duration may vary. */
import { NONE, type Problem } from "../../problem/problem.ts";
import { isElastic, likedIn, longestIn, shortestIn } from "../draft.ts";
import { latestEnd } from "../latest.ts";
import type { Move, Tools } from "../tools.ts";

const anyElastic = (p: Problem): boolean => p.tasks.durationMin.some((_, t) => isElastic(p, t));

/** Shortens what shares a full budget or a full round with an unserved task, puts that in, and lengthens again. */
export const squeeze: Move = {
  name: "squeeze",
  supports: anyElastic,
  try(tools) {
    const { random, draft, insertion, objective } = tools;
    const task = tools.unservedTask();
    if (task === NONE) return false;
    const r = tools.shiftFor(task);
    if (r === NONE) return false;
    shortenBudgets(tools, task);
    shortenRound(tools, r);
    if (!draft.settleTimes() || !insertion.searchShift(task, r)) return false;
    if (!draft.put(task, r, insertion.after, insertion.slot, insertion.duration, insertion.side)) return false;
    if (random.chance(0.5)) lengthenRound(tools, objective.st.shiftOf[task]!);
    return true;
  },
};

/** Gives every task of a round as much of the duration it likes as time and budgets allow. */
export const lengthen: Move = {
  name: "lengthen",
  supports: anyElastic,
  try(tools) {
    const seed = tools.servedTask();
    return seed !== NONE && lengthenRound(tools, tools.objective.st.shiftOf[seed]!);
  },
};

/** One member of a budget gives minutes to another: where a frame is used up, nothing else changes what its minutes are worth. */
export const giveMinutes: Move = {
  name: "giveMinutes",
  supports: (p) => anyElastic(p) && p.budgets.memberFrom.some((from, b) => b > 0 && p.budgets.ofShifts[b - 1] === 0 && from - p.budgets.memberFrom[b - 1]! > 1),
  try(tools) {
    const { p, objective, draft, random } = tools;
    const { budgets } = p;
    const { st } = objective;
    const giver = tools.servedOf(tools.elastic);
    if (giver === NONE) return false;
    const first = budgets.ofTaskFrom[giver]!;
    const count = budgets.ofTaskFrom[giver + 1]! - first;
    if (count === 0) return false;
    const b = budgets.ofTask[first + random.below(count)]!;
    const from = budgets.memberFrom[b]!;
    const taker = budgets.members[from + random.below(budgets.memberFrom[b + 1]! - from)]!;
    if (taker === giver || st.shiftOf[taker] === NONE || !isElastic(p, taker)) return false;
    const spare = st.duration[giver]! - shortestIn(p, giver, st.shiftOf[giver]!);
    const wanted = longestIn(p, taker, st.shiftOf[taker]!) - st.duration[taker]!;
    const most = Math.min(spare, wanted);
    if (most <= 0) return false;
    const given = random.chance(0.5) ? most : 1 + random.below(most);
    draft.change(giver, st.slotOf[giver]!, st.duration[giver]! - given, st.side[giver]!);
    draft.change(taker, st.slotOf[taker]!, st.duration[taker]! + given, st.side[taker]!);
    return draft.settleTimes();
  },
};

/** Shortens members of the task's budgets, in a drawn order, until the budgets have room for it; follow with `settleTimes`. */
export function shortenBudgets(tools: Tools, task: number): void {
  const { p, objective, random } = tools;
  const { budgets } = p;
  const { st } = objective;
  for (let k = budgets.ofTaskFrom[task]!; k < budgets.ofTaskFrom[task + 1]!; k++) {
    const b = budgets.ofTask[k]!;
    const from = budgets.memberFrom[b]!;
    const count = budgets.memberFrom[b + 1]! - from;
    const first = random.below(count);
    for (let i = 0; i < count && st.room(task, false) < p.tasks.durationMin[task]!; i++) shorten(tools, budgets.members[from + ((first + i) % count)]!);
  }
}

/** Shortest durations for a whole round; follow with `settleTimes`. */
export function shortenRound(tools: Tools, r: number): void {
  const { st } = tools.objective;
  const home = st.taskCount + r;
  for (let v = st.next[home]!; v !== home; v = st.next[v]!) shorten(tools, v);
}

function shorten(tools: Tools, task: number): void {
  const { objective, draft, p } = tools;
  const { st } = objective;
  const r = st.shiftOf[task]!;
  if (r === NONE || !isElastic(p, task)) return;
  const min = shortestIn(p, task, r);
  if (st.duration[task]! > min) draft.change(task, st.slotOf[task]!, min, st.side[task]!);
}

/** The durations that tasks of a timed round like, as far as there is room. Returns whether any changed. */
export function lengthenRound(tools: Tools, r: number): boolean {
  const { objective, draft, p } = tools;
  const { st } = objective;
  const home = st.taskCount + r;
  let changed = false;
  for (let v = st.next[home]!; v !== home; v = st.next[v]!) {
    if (!isElastic(p, v)) continue;
    const now = st.duration[v]!;
    const liked = likedIn(p, v, r);
    const longest = now + Math.max(0, Math.min(latestEnd(st, v, r) - st.start[v]! - now, st.room(v, true)));
    const duration = Math.min(liked, longest);
    if (duration <= now) continue;
    const mark = st.trail.mark();
    draft.change(v, st.slotOf[v]!, duration, st.side[v]!);
    if (draft.settleTimes()) changed = true;
    else st.trail.rollbackInts(mark);
  }
  return changed;
}
