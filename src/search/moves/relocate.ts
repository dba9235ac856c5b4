/** Take a task out or put one in where it is best. */
import { NONE, REQUIRED } from "../../problem/problem.ts";
import type { Move, Tools } from "../tools.ts";

/** Takes a task out and puts it at a place that is drawn: best anywhere, best in one shift, or beside a neighbour. */
export const relocate: Move = {
  name: "relocate",
  supports: () => true,
  try(tools) {
    const { random, ruin } = tools;
    const task = tools.servedTask();
    if (task === NONE) return false;
    ruin.choose(task);
    if (random.chance(0.5)) ruin.partners();
    const count = tools.takeChosen(0);
    ruin.clear();
    if (count === NONE) return false;
    if (count > 1 && random.chance(0.5)) tools.pending.subarray(0, count).reverse();
    for (let k = 0; k < count; k++) if (!place(tools, tools.pending[k]!)) return false;
    return true;
  },
};

/** Puts an unserved task in. */
export const serve: Move = {
  name: "serve",
  supports: () => true,
  try(tools) {
    const { unserved, random, ruin } = tools;
    if (unserved.length === 0) return false;
    const task = unserved[random.below(unserved.length)]!;
    const partner = tools.recreate.partner(task);
    if (partner !== NONE && tools.objective.st.shiftOf[partner] === NONE && random.chance(0.7)) return tools.recreate.putPair(task, partner);
    if (!place(tools, task)) return false;
    const { relations } = tools.p;
    for (let m = relations.ofTaskFrom[task]!; m < relations.ofTaskFrom[task + 1]!; m++) {
      const k = relations.ofTask[m]!;
      for (let i = relations.memberFrom[k]!; i < relations.memberFrom[k + 1]!; i++) {
        const member = relations.members[i]!;
        if (tools.objective.st.shiftOf[member]! === NONE && random.chance(0.7)) place(tools, member);
      }
    }
    ruin.clear();
    return true;
  },
};

/** Leaves a served optional task out, with its partners half the time. */
export const leaveOut: Move = {
  name: "leaveOut",
  supports: (p) => p.tasks.required.some((r) => r !== REQUIRED),
  try(tools) {
    const { random, ruin, p } = tools;
    const task = tools.servedTask();
    if (task === NONE || p.tasks.required[task] === REQUIRED || p.tasks.pinned[task] === 1) return false;
    ruin.choose(task);
    if (random.chance(0.5)) ruin.partners();
    const count = tools.takeChosen(0);
    ruin.clear();
    return count !== NONE;
  },
};

function place(tools: Tools, task: number): boolean {
  const { insertion, draft, random, objective, neighbours } = tools;
  const { st } = objective;
  const kind = random.next();
  let found = false;
  if (kind < 0.3) found = insertion.searchAll(task);
  else if (kind < 0.65) {
    const r = tools.shiftFor(task);
    found = r !== NONE && insertion.searchShift(task, r);
  } else if (kind < 0.9) {
    const u = neighbours.list[task * neighbours.width + random.below(neighbours.width)]!;
    const r = u < 0 ? NONE : st.shiftOf[u]!;
    if (r !== NONE) found = insertion.searchAfter(task, r, random.chance(0.5) ? u : st.prev[u]!);
  } else {
    const r = tools.shiftFor(task);
    if (r !== NONE) {
      let after = st.taskCount + r;
      for (let k = random.below(st.size[r]! + 1); k > 0; k--) after = st.next[after]!;
      found = insertion.searchAfter(task, r, after);
    }
  }
  return found && draft.put(task, insertion.shift, insertion.after, insertion.slot, insertion.duration, insertion.side);
}
