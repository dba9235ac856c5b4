/** Where few have the skill that much work asks for, work that others could do leaves their rounds. */
import { NONE, type Problem } from "../../problem/problem.ts";
import { putInShift, putSomewhere } from "../placing.ts";
import { scarcityOf } from "../scarcity.ts";
import type { Move } from "../tools.ts";

const supports = (p: Problem): boolean => {
  const { scarce, generic } = scarcityOf(p);
  return p.shiftCount > 1 && scarce.length > 0 && generic.length > 0;
};

/** A task that others could do as well leaves a scarce round. */
export const spareScarce: Move = {
  name: "spareScarce",
  supports,
  try(tools) {
    const { random, pending, scarcity, objective, p } = tools;
    const { st } = objective;
    const task = tools.servedOf(scarcity.generic);
    if (task === NONE) return false;
    const here = scarcity.pressure[st.shiftOf[task]!]!;
    if (here < 1 || here <= scarcity.ofTask[task]!) return false;
    const count = tools.takeOut(task, 0.3);
    if (count === NONE || count === 0) return false;
    const from = p.tasks.shiftFrom[task]!;
    const shifts = p.tasks.shiftFrom[task + 1]! - from;
    let r = NONE;
    for (let k = 0; k < 4; k++) {
      const q = p.tasks.shiftList[from + random.below(shifts)]!;
      if (r === NONE || scarcity.pressure[q]! < scarcity.pressure[r]!) r = q;
    }
    if (!putInShift(tools, task, r)) return false;
    for (let k = 0; k < count; k++) if (pending[k] !== task && !putSomewhere(tools, pending[k]!)) return false;
    return true;
  },
};
