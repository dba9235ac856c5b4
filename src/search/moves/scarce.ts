/**
 * Where few have the skill that much work asks for. Work that others could do leaves the scarce rounds; work that only they can do
 * goes from one of them to another, pushing out what others could do.
 */
import { NONE, type Problem } from "../../problem/problem.ts";
import { putInShift, putSomewhere } from "../placing.ts";
import { scarcityOf } from "../scarcity.ts";
import type { Move, Tools } from "../tools.ts";

/** Tasks pushed out of a round at most. */
const PUSHED = 2;

const supports = (p: Problem): boolean => {
  const { scarce, generic } = scarcityOf(p);
  return p.shiftCount > 1 && scarce.length > 0 && generic.length > 0;
};

/** A task that others could do as well leaves a scarce round. */
export const spareScarce: Move = {
  name: "spareScarce",
  supports,
  try(tools) {
    const { random, ruin, pending, scarcity, objective, p } = tools;
    const { st } = objective;
    const task = tools.servedOf(scarcity.generic);
    if (task === NONE) return false;
    const here = scarcity.pressure[st.shiftOf[task]!]!;
    if (here < 1 || here <= scarcity.ofTask[task]!) return false;
    ruin.choose(task);
    if (random.chance(0.3)) ruin.partners();
    const count = tools.takeChosen(0);
    ruin.clear();
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

/** A task that only scarce people can do goes to another of them; one or two tasks that others can do make room for it. */
export const pushOut: Move = {
  name: "pushOut",
  supports,
  try(tools) {
    const { random, ruin, pending, scarcity, objective, unserved } = tools;
    const { st } = objective;
    let task = scarcity.scarce[random.below(scarcity.scarce.length)]!;
    if (unserved.length > 0 && random.chance(0.3)) task = unserved[random.below(unserved.length)]!;
    const r = tools.shiftFor(task);
    const from = st.shiftOf[task]!;
    if (r === NONE || tools.p.tasks.frozen[task] === 1) return false;
    ruin.choose(task);
    if (random.chance(0.3)) ruin.partners();
    choosePushed(tools, r, from === NONE ? NONE : st.start[task]!);
    const count = tools.takeChosen(0);
    ruin.clear();
    if (count === NONE || !putInShift(tools, task, r)) return false;
    for (let k = 0; k < count; k++) if (pending[k] !== task && !putSomewhere(tools, pending[k]!)) return false;
    return true;
  },
};

/** Chooses one or two tasks of round `r` that others could do, those next to `time` rather. */
function choosePushed({ random, ruin, scarcity, objective }: Tools, r: number, time: number): void {
  const { st } = objective;
  const home = st.taskCount + r;
  const most = ruin.count + 1 + random.below(PUSHED);
  const from = time === NONE || random.chance(0.3) ? random.below(Math.max(1, st.size[r]!)) : NONE;
  let v = st.next[home]!;
  if (from !== NONE) for (let k = 0; k < from; k++) v = st.next[v]!;
  else while (v !== home && st.start[v]! + st.duration[v]! < time) v = st.next[v]!;
  for (; v !== home && ruin.count < most; v = st.next[v]!) if (scarcity.ofTask[v]! < scarcity.pressure[r]!) ruin.choose(v);
}
