/** The first plan of a lane: every task gets its turn, then rules that are still broken are mended by leaving tasks out. */
import { NONE, type Problem } from "../problem/problem.ts";
import type { Pieces } from "./pieces.ts";
import { cutParts, MOST_PARTS, shiftsOfOne } from "./parts.ts";
import { putFound } from "./placing.ts";
import { Region } from "./region.ts";
import type { Cut } from "./regions.ts";
import { relieve } from "./relieve.ts";
import type { Tools } from "./tools.ts";
import type { Turns } from "./turns.ts";

/** Tasks of a part of the map in which the first plan is made, for each shift that a person has: days do not crowd each other. */
const TASKS_OF_PART = 300;

/**
 * Puts in every task that is not served yet, frozen ones first, then hardest to place first; about a task per piece. When the turns
 * have ended, the rest stays out. Afterwards the state is priced, and kept. `tasksOfPart`: Infinity makes it all at once.
 */
export function* construct(tools: Tools, turns: Turns, tasksOfPart = TASKS_OF_PART): Pieces {
  const { pending, insertion, p } = tools;
  insertion.blink = 0;
  insertion.isThorough = true;
  const frozen = pending.subarray(0, listOpen(tools, (t) => p.tasks.frozen[t] === 1));
  for (const t of Array.from(frozen).sort((a, b) => frozenStart(p, a) - frozenStart(p, b) || a - b)) {
    if (!turns.take()) break;
    if (insertion.searchAll(t)) putFound(tools, t); // and nothing yet that they would have to make room for
    yield;
  }
  const { region, objective } = tools;
  const parts = cutOf(tools, tasksOfPart);
  for (let part = 0; part < (parts?.count ?? 0); part++) {
    tools.confine(new Region(objective.st, parts!.cut, part));
    yield* putOpen(tools, turns);
  }
  if (parts !== null) tools.confine(region);
  yield* putOpen(tools, turns);
  insertion.blink = 0.01;
  insertion.isThorough = false;
  yield;
  tools.draft.price();
  yield;
  yield* relieve(tools, turns);
}

/** Gives every task of the region that is not served its turn. */
function* putOpen(tools: Tools, turns: Turns): Pieces {
  const { pending, recreate } = tools;
  const count = listOpen(tools, () => true);
  recreate.order(pending, count);
  for (let k = 0; k < count && turns.take(); k++) {
    recreate.putInTurn(pending[k]!);
    yield;
  }
  recreate.dropHalves(pending, count);
}

/** Parts to make the plan in, one after the other; what finds no place in its part gets another turn. null: there is little to place, or some is placed. */
function cutOf(tools: Tools, tasksOfPart: number): { readonly cut: Cut; readonly count: number } | null {
  const { p, region, random, objective } = tools;
  const tasks = Array.from({ length: listOpen(tools, () => true) }, (_, k) => tools.pending[k]!);
  const count = Math.min(MOST_PARTS, Math.floor(tasks.length / shiftsOfOne(p) / tasksOfPart));
  if (count < 2 || objective.st.shiftOf.some((shift) => shift !== NONE)) return null;
  const workers = new Set(Array.from(p.shifts.worker).filter((_, r) => region?.shifts[r] !== 0));
  return { cut: cutParts(p, tasks, [...workers].sort((a, b) => a - b), count, random), count };
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
