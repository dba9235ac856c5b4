/** The first plan of a lane: every task gets its turn, then rules that are still broken are mended by leaving tasks out. */
import { NONE, type Problem } from "../problem/problem.ts";
import type { Pieces } from "./pieces.ts";
import { putFound } from "./placing.ts";
import { relieve } from "./relieve.ts";
import type { Tools } from "./tools.ts";
import type { Turns } from "./turns.ts";

/**
 * Puts in every task that is not served yet, frozen ones first, then hardest to place first; about a task per piece. When the turns
 * have ended, the rest stays out. Afterwards the state is priced, and kept.
 */
export function* construct(tools: Tools, turns: Turns): Pieces {
  const { pending, recreate, insertion, p } = tools;
  insertion.blink = 0;
  insertion.isThorough = true;
  const frozen = pending.subarray(0, listOpen(tools, (t) => p.tasks.frozen[t] === 1));
  for (const t of Array.from(frozen).sort((a, b) => frozenStart(p, a) - frozenStart(p, b) || a - b)) {
    if (!turns.take()) break;
    if (insertion.searchAll(t)) putFound(tools, t); // and nothing yet that they would have to make room for
    yield;
  }
  const count = listOpen(tools, () => true);
  recreate.order(pending, count);
  for (let k = 0; k < count && turns.take(); k++) {
    recreate.putInTurn(pending[k]!);
    yield;
  }
  recreate.dropHalves(pending, count);
  insertion.blink = 0.01;
  insertion.isThorough = false;
  yield;
  tools.draft.price();
  yield;
  yield* relieve(tools, turns);
}

/** Lists in `pending` the tasks that are not served and that are wanted; says how many. */
function listOpen({ p, pending, objective, region }: Tools, isWanted: (task: number) => boolean): number {
  let count = 0;
  for (let t = 0; t < p.taskCount; t++) if (objective.st.shiftOf[t]! === NONE && region?.tasks[t] !== 0 && isWanted(t)) pending[count++] = t;
  return count;
}

function frozenStart(p: Problem, task: number): number {
  let start = Number.POSITIVE_INFINITY;
  for (let s = p.tasks.slotFrom[task]!; s < p.tasks.slotFrom[task + 1]!; s++) {
    if (p.slots.startMax[s]! >= p.slots.startMin[s]!) start = Math.min(start, p.slots.startMin[s]!);
  }
  return start;
}
