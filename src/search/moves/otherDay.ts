/** A task that may be done on several days goes to another one, into the best of a few rounds there. */
import { eligibleIn, NONE, type Problem } from "../../problem/problem.ts";
import { putBack, putFound } from "../placing.ts";
import type { Move, Tools } from "../tools.ts";

/** Hours between two slots that count as different days. */
const APART = 12;
/** Rounds of the other day that are looked at. */
const ROUNDS = 6;

export const otherDay: Move = {
  name: "otherDay",
  supports: (p) => p.tasks.slotFrom.some((from, t) => t > 0 && p.tasks.frozen[t - 1] === 0 && from - p.tasks.slotFrom[t - 1]! > 1 && spansDays(p, t - 1)),
  try(tools) {
    const { p, objective, pending } = tools;
    const { st } = objective;
    const task = tools.servedOf(tools.slotted);
    if (task === NONE) return false;
    const slot = slotOfOtherDay(tools, task, st.slotOf[task]!);
    if (slot === NONE) return false;
    const count = tools.takeOut(task, 0.7);
    if (count === NONE || !bestOf(tools, task, slot) || !putFound(tools, task)) return false;
    for (let k = 0; k < count; k++) if (pending[k] !== task && !putBack(tools, pending[k]!) && p.tasks.pinned[pending[k]!] === 1) return false;
    return true;
  },
};

const areApart = (p: Problem, a: number, b: number): boolean => Math.abs(p.slots.startMin[a]! - p.slots.startMin[b]!) >= APART * 60 * p.ticksPerMinute;

function spansDays(p: Problem, task: number): boolean {
  const from = p.tasks.slotFrom[task]!;
  for (let s = from + 1; s < p.tasks.slotFrom[task + 1]!; s++) if (areApart(p, from, s)) return true;
  return false;
}

function slotOfOtherDay({ p, random }: Tools, task: number, slot: number): number {
  const from = p.tasks.slotFrom[task]!;
  const count = p.tasks.slotFrom[task + 1]! - from;
  const first = random.below(count);
  for (let k = 0; k < count; k++) {
    const other = from + ((first + k) % count);
    if (areApart(p, slot, other)) return other;
  }
  return NONE;
}

/** Leaves the cheapest place found for `task` in `tools.insertion`. */
function bestOf({ p, random, insertion }: Tools, task: number, slot: number): boolean {
  const from = p.tasks.shiftFrom[task]!;
  const count = p.tasks.shiftFrom[task + 1]! - from;
  const first = random.below(Math.max(1, count));
  let best = NONE;
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0, looked = 0; k < count && looked < ROUNDS; k++) {
    const r = p.tasks.shiftList[from + ((first + k) % count)]!;
    if (!eligibleIn(p.slots, slot, r)) continue;
    looked++;
    if (!insertion.searchShift(task, r) || insertion.cost >= least) continue;
    least = insertion.cost;
    best = r;
  }
  return best !== NONE && (insertion.shift === best || insertion.searchShift(task, best));
}
