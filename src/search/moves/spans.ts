/** Change when a round happens as a whole: how eagerly it starts its tasks, how long the shift lasts beyond them. */
import { WORK_TICKS } from "../../problem/relations.ts";
import type { Move, Tools } from "../tools.ts";
import { someTicks } from "./holdBack.ts";

/** A round starts its tasks early, or as late as saves waiting. */
export const otherPace: Move = {
  name: "otherPace",
  supports: (p) => p.shiftCount > 0 && p.timeMatters,
  try(tools) {
    const { st, timing } = tools.objective;
    const r = tools.random.below(tools.p.shiftCount);
    if (st.size[r] === 0) return false;
    st.put(st.EAGER + r, 1 - st.eager[r]!);
    timing.touched.add(r);
    return true;
  },
};

/** A shift lasts longer or shorter than its work needs: contract hours, fairness. */
export const otherSpan: Move = {
  name: "otherSpan",
  supports: (p) =>
    p.shiftCount > 0 && (p.budgets.quantity.includes(WORK_TICKS) || p.terms.some((t) => t.family === "shift" && t.reduce === "range")),
  try(tools) {
    const { p, objective, random } = tools;
    const { st, timing } = objective;
    const r = random.below(p.shiftCount);
    if (st.size[r] === 0) return false;
    const column = random.chance(0.6) ? st.EXTRA : st.LEAD;
    const now = st.trail.ints[column + r]!;
    const change = random.chance(0.4) ? workLacking(tools, r) : (random.chance(0.5) ? 1 : -1) * someTicks(tools);
    const next = random.chance(0.2) ? 0 : Math.max(0, now + change);
    if (next === now) return false;
    st.put(column + r, next);
    timing.touched.add(r);
    return true;
  },
};

/** Ticks that a work budget of shift `r` is below its least or above its largest use (then negative). */
function workLacking(tools: Tools, r: number): number {
  const { p, objective } = tools;
  const { budgets } = p;
  for (let k = budgets.ofShiftFrom[r]!; k < budgets.ofShiftFrom[r + 1]!; k++) {
    const b = budgets.ofShift[k]!;
    if (budgets.quantity[b] !== WORK_TICKS) continue;
    let used = budgets.fixed[b]!;
    for (let m = budgets.memberFrom[b]!; m < budgets.memberFrom[b + 1]!; m++) used += objective.sums.work[budgets.members[m]!]!;
    if (used < budgets.min[b]!) return Math.ceil(budgets.min[b]! - used);
    if (used > budgets.max[b]!) return Math.floor(budgets.max[b]! - used);
  }
  return 0;
}
