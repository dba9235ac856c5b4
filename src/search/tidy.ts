/** A shift is not used for duties alone that only a used shift has: breaks, reports, documentation. */
import { CONDITIONAL, NONE } from "../problem/problem.ts";
import { compareLevels } from "./acceptance.ts";
import type { Tools } from "./tools.ts";

/** Empties such rounds where that costs no more. The state must be priced and nothing pending. O(shifts + what is tried). */
export function tidy(tools: Tools): void {
  const { p, objective, ruin, draft } = tools;
  const before = objective.levels.slice();
  for (let r = 0; r < p.shiftCount; r++) {
    if (!isUseless(tools, r)) continue;
    ruin.wholeRound(r);
    if (tools.takeChosen(0) !== NONE && compareLevels(draft.price(), before) <= 0) {
      tools.keep();
      before.set(objective.levels);
      continue;
    }
    tools.undo();
  }
}

function isUseless({ p, objective: { st } }: Tools, r: number): boolean {
  if (st.size[r] === 0) return false;
  const { required, pinned, frozen } = p.tasks;
  for (let v = st.next[st.taskCount + r]!; v < st.taskCount; v = st.next[v]!) {
    if (required[v] !== CONDITIONAL || pinned[v] === 1 || frozen[v] === 1) return false;
  }
  return true;
}
