/** Begins a search at a given solution: brings it into the state, as far as it can be timed. */
import { eligibleIn, NONE } from "../problem/problem.ts";
import type { Solution } from "../problem/solution.ts";
import { nearestIn } from "./draft.ts";
import type { Pieces } from "./pieces.ts";
import { SIDE_AFTER, SIDE_AT, SIDE_BEFORE, SIDE_FROM, SIDE_TO } from "./places.ts";
import type { Tools } from "./tools.ts";
import { Turns } from "./turns.ts";

/** Where a search begins. */
export interface Beginning {
  readonly solution: Solution;
  /** Are its times held where the state would choose others? */
  readonly holdsTimes: boolean;
}

/**
 * Tasks that fit nowhere in the order given are left out, as are those left when the turns have ended; construction may place them
 * elsewhere. About a task per piece.
 */
export function* warmStart(tools: Tools, { solution, holdsTimes }: Beginning, turns: Turns = new Turns()): Pieces {
  const { objective, draft, p } = tools;
  const { st } = objective;
  for (const round of solution.rounds) {
    const r = round.shift;
    if (p.shifts.frozenOption[r] === NONE) draft.setOption(r, round.option);
    draft.settleTimes();
  }
  const queue = solution.rounds.flatMap((round) => round.tasks.map((task, i) => ({ round, task, i, start: round.starts[i]! })));
  queue.sort((a, b) => a.start - b.start || a.round.shift - b.round.shift || a.i - b.i);
  for (const { round, task, i } of queue) {
    if (!turns.take()) break;
    const r = round.shift;
    const slot = round.slots[i]!;
    if (st.shiftOf[task]! !== NONE || slot >= p.slots.task.length || p.slots.task[slot] !== task || !eligibleIn(p.slots, slot, r)) continue;
    const after = st.prev[st.taskCount + r]!;
    const place = round.places[i]!;
    const side = p.tasks.place[task]! < 0 ? sideOf(tools, r, round.tasks, i, place) : SIDE_BEFORE;
    draft.put(task, r, after, slot, nearestIn(p, task, r, round.durations[i]!), side);
    yield;
  }
  draft.price();
  if (holdsTimes) holdTimes(tools, solution);
  tools.keep();
  draft.price();
  st.trail.commit();
}

/** How a given place of the i-th task of a round is said. */
function sideOf({ objective, p }: Tools, r: number, tasks: readonly number[], i: number, place: number): number {
  const { st } = objective;
  const option = st.option[r]!;
  const fixed = (row: number | undefined): number => (row === undefined ? NONE : p.tasks.place[row]!);
  if (place < 0 || place === st.placeAfter(st.prev[st.taskCount + r]!, r)) return SIDE_BEFORE;
  if (place === fixed(tasks[i + 1])) return SIDE_AFTER;
  if (place === p.shifts.optionFromPlace[option]) return SIDE_FROM;
  if (place === p.shifts.optionToPlace[option]) return SIDE_TO;
  return p.demand.tasks[tasks[i]!]!.place === "anywhere" && place < p.travel.placeCount ? SIDE_AT + place : SIDE_AFTER;
}

/** Holds tasks and shifts to the given times where the state would choose others. */
function holdTimes(tools: Tools, solution: Solution): void {
  const { objective, draft } = tools;
  const { st, timing } = objective;
  const given = solution.rounds.flatMap((round) => round.tasks.map((task, i) => ({ task, shift: round.shift, start: round.starts[i]! })));
  given.sort((a, b) => a.start - b.start || a.task - b.task);
  for (const { task, shift, start } of given) {
    if (st.shiftOf[task] !== shift || st.when[task] === start) continue;
    st.put(st.EAGER + shift, 1);
    timing.touched.add(shift);
  }
  draft.price();
  for (const { task, shift, start } of given) {
    if (st.shiftOf[task] !== shift || st.start[task]! >= start) continue;
    const mark = st.trail.mark();
    st.put(st.HOLD + task, start);
    timing.queueNode(task);
    if (!timing.propagate()) st.trail.rollbackInts(mark);
  }
  draft.price();
  objective.complete();
  for (const { shift, begin, end } of solution.rounds) {
    if (st.size[shift] === 0) continue;
    st.put(st.LEAD + shift, Math.max(0, st.begin[shift]! - begin));
    st.put(st.EXTRA + shift, Math.max(0, end - st.end[shift]!));
    timing.touched.add(shift);
  }
}
