/**
 * Start a task later than it could: for wishes, cheap starts, accounts that count from a certain time, rests and vehicles.
 * Every schedule is the earliest one for some choice of holds, so nothing is out of reach.
 */
import { NONE, OPEN, type Problem } from "../../problem/problem.ts";
import type { Move, Tools } from "../tools.ts";

/** Hours. */
const LONGEST_HOLD = 4;

/** One tick to some hours, short ones as often as long ones. */
export function someTicks({ random, p }: Tools): number {
  const doublings = Math.ceil(Math.log2(LONGEST_HOLD * 60 * p.ticksPerMinute));
  return 1 + random.below(2 ** (1 + random.below(doublings)));
}

export const holdBack: Move = {
  name: "holdBack",
  supports: (p) => p.timeMatters,
  try(tools) {
    const { objective, draft } = tools;
    const { st, timing } = objective;
    const task = tools.servedTask();
    if (task === NONE) return false;
    const until = drawn(tools, task);
    if (until === st.hold[task]) return false;
    st.put(st.HOLD + task, until);
    timing.queueNode(task);
    timing.touched.add(st.shiftOf[task]!);
    return draft.settleTimes();
  },
};

function drawn(tools: Tools, task: number): number {
  const { p, objective, random } = tools;
  const { st } = objective;
  const slot = st.slotOf[task]!;
  const start = st.start[task]!;
  if (p.slots.skillsByDay[slot] === 1 && random.chance(0.5)) return nextDay(p, start);
  const kind = random.below(8);
  if (kind <= 1) return -OPEN;
  if (kind === 2 && p.slots.wish[slot]! < OPEN) return p.slots.wish[slot]!;
  if (kind === 3 && p.slots.startCurve[slot]! >= 0) return pointOf(p, p.slots.startCurve[slot]!, random.next());
  if (kind === 3 && p.slots.endCurve[slot]! >= 0) return pointOf(p, p.slots.endCurve[slot]!, random.next()) - st.duration[task]!;
  const next = st.next[task]!;
  if (kind === 4 && next < st.taskCount) return start + Math.max(0, st.start[next]! - st.arrival[next]!);
  if (kind === 5) {
    const from = p.budgets.ofTaskFrom[task]!;
    const count = p.budgets.ofTaskFrom[task + 1]! - from;
    if (count > 0) {
      const b = p.budgets.ofTask[from + random.below(count)]!;
      const within = random.chance(0.5) ? p.budgets.withinFrom[b]! : p.budgets.withinTo[b]!;
      if (within > -OPEN && within < OPEN) return within;
    }
  }
  if (kind === 6) return start + someTicks(tools);
  const slack = Math.min(st.latest[task]! - start, 24 * 60 * p.ticksPerMinute);
  return slack > 0 ? start + random.below(slack + 1) : -OPEN;
}

function pointOf(p: Problem, curve: number, at: number): number {
  const first = p.curves.from[curve]!;
  return Math.round(p.curves.x[first + Math.floor(at * (p.curves.from[curve + 1]! - first))]!);
}

/** When the day after `at` begins; there may be someone who has the skill. */
const nextDay = (p: Problem, at: number): number => p.days.begins.find((begins) => begins > at) ?? -OPEN;
