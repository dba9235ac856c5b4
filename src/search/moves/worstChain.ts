/**
 * Against lateness. A task is late because those before it are: only a change on the chain of tasks that bind each other, back to
 * where there is slack, can let it start earlier. The chain crosses rounds where a relation binds.
 */
import { KIND_BREAK, NONE, OPEN, type Problem } from "../../problem/problem.ts";
import type { Ledger } from "../ledger.ts";
import { putSomewhere } from "../placing.ts";
import type { Move, Tools } from "../tools.ts";
import { drawnLedger, worstEntity } from "../worstEntity.ts";
import { rebuild } from "./ruinRecreate.ts";

/** Tasks of a chain looked at. */
const LONGEST = 24;
/** Tasks of a chain taken out at once. */
const MOST = 5;

const pricesLateness = (ledger: Ledger): boolean => ledger.term.measure === "late";

const canBeLate = (p: Problem): boolean =>
  p.terms.some((t) => t.measure === "late") && [p.slots.dueStart, p.slots.dueEnd, p.slots.wish].some((column) => column.some((t) => t < OPEN));

/** One task of the chain goes elsewhere. */
export const lateElsewhere: Move = {
  name: "lateElsewhere",
  supports: canBeLate,
  try(tools) {
    const { random, pending } = tools;
    const length = lateChain(tools);
    if (length === 0) return false;
    const count = tools.takeOut(pending[random.below(length)]!, 0.5);
    if (count === NONE || count === 0) return false;
    if (count > 1 && random.chance(0.5)) pending.subarray(0, count).reverse();
    for (let k = 0; k < count; k++) if (!putSomewhere(tools, pending[k]!)) return false;
    return true;
  },
};

/** A few tasks of the chain, next to each other in it, are taken out and put back. */
export const lateAnew: Move = {
  name: "lateAnew",
  supports: canBeLate,
  try(tools) {
    const { random, ruin, pending } = tools;
    const length = lateChain(tools);
    if (length === 0) return false;
    const first = random.below(length);
    const most = 1 + random.below(MOST);
    for (let k = first; k < Math.min(length, first + most); k++) ruin.choose(pending[k]!);
    return rebuild(tools);
  },
};

/** Lists a late task and what it waits for, back to where there is slack, in `tools.pending`; returns how many. */
function lateChain(tools: Tools): number {
  const { objective, random, pending, p } = tools;
  const { st } = objective;
  const ledger = drawnLedger(objective.ledgers, pricesLateness, random);
  let v = ledger === undefined ? NONE : worstEntity(ledger, random);
  let count = 0;
  const most = Math.min(LONGEST, p.taskCount);
  while (v !== NONE && v < st.taskCount && count < most) {
    pending[count++] = v;
    v = st.start[v]! <= st.arrival[v]! ? st.prev[v]! : bindingPartner(tools, v);
  }
  return count;
}

/** A task that a relation makes `task` wait for and that itself waits for its own round, or NONE. */
function bindingPartner({ p, objective, random }: Tools, task: number): number {
  const { relations, tasks } = p;
  const { st } = objective;
  let found = NONE;
  for (let m = relations.ofTaskFrom[task]!; m < relations.ofTaskFrom[task + 1]!; m++) {
    const relation = relations.ofTask[m]!;
    if (relations.timed[relation] === 0) continue;
    for (let i = relations.memberFrom[relation]!; i < relations.memberFrom[relation + 1]!; i++) {
      const u = relations.members[i]!;
      if (u === task || st.shiftOf[u]! === NONE || tasks.kind[u] === KIND_BREAK || st.start[u]! > st.arrival[u]!) continue;
      if (found === NONE || random.chance(0.5)) found = u;
    }
  }
  return found;
}
