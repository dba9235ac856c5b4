/** Brings a given solution into the state, as far as it can be timed. */
import { eligibleIn, NONE } from "../problem/problem.ts";
import type { Solution } from "../problem/solution.ts";
import { durationBounds } from "./draft.ts";
import type { Tools } from "./tools.ts";

/** Tasks that fit nowhere in the order given are left out; construction may place them elsewhere. */
export function load(tools: Tools, solution: Solution): void {
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
    const r = round.shift;
    const slot = round.slots[i]!;
    if (st.shiftOf[task]! !== NONE || slot >= p.slots.task.length || p.slots.task[slot] !== task || !eligibleIn(p.slots, slot, r)) continue;
    const { min, max } = durationBounds(objective, task, r);
    const after = st.prev[st.taskCount + r]!;
    const place = round.places[i]!;
    const side = place >= 0 && p.tasks.place[task]! < 0 && place !== st.placeAfter(after, r) ? 1 : 0;
    draft.put(task, r, after, slot, Math.min(max, Math.max(min, round.durations[i]!)), side);
  }
  tools.keep();
  draft.price();
  st.trail.commit();
}
