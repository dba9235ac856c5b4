/** Take a task out or put one in where it is best. */
import { NONE, REQUIRED } from "../../problem/problem.ts";
import { putSomewhere } from "../placing.ts";
import type { Move } from "../tools.ts";

/** Takes a task out and puts it at a place that is drawn: best anywhere, best in one shift, or beside a neighbour. */
export const relocate: Move = {
  name: "relocate",
  supports: () => true,
  try(tools) {
    const { random } = tools;
    const task = tools.servedTask();
    if (task === NONE) return false;
    const count = tools.takeOut(task, 0.5);
    if (count === NONE) return false;
    if (count > 1 && random.chance(0.5)) tools.pending.subarray(0, count).reverse();
    for (let k = 0; k < count; k++) if (!putSomewhere(tools, tools.pending[k]!)) return false;
    return true;
  },
};

/** Puts an unserved task in. */
export const serve: Move = {
  name: "serve",
  supports: () => true,
  try(tools) {
    const { random } = tools;
    const task = tools.unservedTask();
    if (task === NONE) return false;
    tools.drawOptions();
    if (!tools.draft.settleTimes()) return false;
    const partner = tools.recreate.partner(task);
    if (partner !== NONE && tools.objective.st.shiftOf[partner] === NONE && random.chance(0.7)) return tools.recreate.putPair(task, partner);
    if (!putSomewhere(tools, task)) return false;
    const { relations } = tools.p;
    for (let m = relations.ofTaskFrom[task]!; m < relations.ofTaskFrom[task + 1]!; m++) {
      const k = relations.ofTask[m]!;
      for (let i = relations.memberFrom[k]!; i < relations.memberFrom[k + 1]!; i++) {
        const member = relations.members[i]!;
        if (tools.objective.st.shiftOf[member]! === NONE && random.chance(0.7)) putSomewhere(tools, member);
      }
    }
    return true;
  },
};

/** Leaves a served optional task out, with its partners half the time. */
export const leaveOut: Move = {
  name: "leaveOut",
  supports: (p) => p.tasks.required.some((r) => r !== REQUIRED),
  try(tools) {
    const { p } = tools;
    const task = tools.servedTask();
    if (task === NONE || p.tasks.required[task] === REQUIRED || p.tasks.pinned[task] === 1) return false;
    return tools.takeOut(task, 0.5) !== NONE;
  },
};
