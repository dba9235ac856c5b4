/** Once more, every task left out in every shift that may serve it: no search can be trusted to have looked everywhere. */
import { NONE } from "../problem/problem.ts";
import { compareLevels } from "./acceptance.ts";
import type { Pieces } from "./pieces.ts";
import { putInShift } from "./placing.ts";
import type { Tools } from "./tools.ts";

/** Shifts looked at in all, which takes about a tenth of a second. */
const MOST_LOOKS = 20_000;

/** Serves what makes the plan better, dearest first. The state must be priced and nothing pending. */
export function* serveMore(tools: Tools): Pieces {
  const { p, objective, draft, insertion, unserved } = tools;
  const { unservedCost, shiftFrom, shiftList } = p.tasks;
  const { blink, isThorough } = insertion;
  const before = objective.levels.slice();
  let looks = 0;
  for (const task of unserved.toSorted((a, b) => unservedCost[b]! - unservedCost[a]! || a - b)) {
    [insertion.blink, insertion.isThorough] = [0, true];
    for (let k = shiftFrom[task]!; k < shiftFrom[task + 1]! && objective.st.shiftOf[task] === NONE && looks < MOST_LOOKS; k++, looks++) {
      if (enter(tools, task, shiftList[k]!) && compareLevels(draft.price(), before) < 0) {
        tools.keep();
        before.set(objective.levels);
      } else tools.undo();
    }
    [insertion.blink, insertion.isThorough] = [blink, isThorough];
    yield;
  }
}

/** Puts the task into shift `r`, with what goes together with it and what the shift then needs. */
function enter(tools: Tools, task: number, r: number): boolean {
  const { recreate, objective } = tools;
  if (!putInShift(tools, task, r)) return false;
  recreate.putConditional(r);
  const partner = recreate.partner(task);
  return partner === NONE || objective.st.shiftOf[partner] !== NONE || recreate.put(partner);
}
