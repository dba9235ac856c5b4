/** Durations that are bounded together: a task goes in, or a sum is mended, by sharing the minutes anew. */
import { NONE, type Problem } from "../../problem/problem.ts";
import { isElastic, longestIn, shortestIn } from "../draft.ts";
import { latestEnd } from "../latest.ts";
import type { Move, Tools } from "../tools.ts";

/** Share of the moves that put a task in, if one is left out. */
const PUTS_IN = 0.7;

/** Puts a member of a total in, as short as may be, or none; then others give or get what the sum has too much or too little. */
export const shareTotal: Move = {
  name: "shareTotal",
  supports: (p) => p.relations.totals.some((k) => membersOf(p, k).some((task) => isElastic(p, task))),
  try(tools) {
    const { p, objective, draft, random, insertion } = tools;
    const { totals } = p.relations;
    const k = totals[random.below(totals.length)]!;
    const members = membersOf(p, k);
    const left = members.filter((task) => objective.st.shiftOf[task] === NONE);
    let changed = false;
    if (left.length > 0 && random.chance(PUTS_IN)) {
      const { durations } = insertion;
      insertion.durations = "shortest";
      changed = tools.recreate.put(left[random.below(left.length)]!);
      insertion.durations = durations;
      if (!changed) return false;
    }
    return share(tools, k) || changed ? draft.settleTimes() : false;
  },
};

const membersOf = ({ relations }: Problem, k: number): Int32Array => relations.members.subarray(relations.memberFrom[k]!, relations.memberFrom[k + 1]!);

/** Lengthens or shortens served members, from one that is drawn on, until the sum is within its bounds. True: some have changed. */
function share(tools: Tools, k: number): boolean {
  const { p, objective, draft, random } = tools;
  const { st } = objective;
  const members = membersOf(p, k);
  let total = 0;
  for (const task of members) if (st.shiftOf[task] !== NONE) total += st.duration[task]!;
  const lacking = Math.min(0, p.relations.max[k]! - total) + Math.max(0, p.relations.min[k]! - total);
  const first = random.below(members.length);
  let left = lacking;
  for (let i = 0; i < members.length && left !== 0; i++) {
    const task = members[(first + i) % members.length]!;
    if (st.shiftOf[task] === NONE || !isElastic(p, task)) continue;
    const by = Math.max(shortestIn(p, task, st.shiftOf[task]!), Math.min(longestFor(tools, task), st.duration[task]! + left)) - st.duration[task]!;
    if (by === 0 || by > 0 !== left > 0) continue;
    const mark = st.trail.mark();
    draft.change(task, st.slotOf[task]!, st.duration[task]! + by, st.side[task]!);
    if (draft.settleTimes()) left -= by;
    else st.trail.rollbackInts(mark);
  }
  return left !== lacking;
}

/** As long as the task may last without making others late. */
function longestFor({ p, objective: { st } }: Tools, task: number): number {
  const r = st.shiftOf[task]!;
  return Math.min(longestIn(p, task, r), latestEnd(st, task, r) - st.start[task]!);
}
