/** Prices of what is linear in the times of a round, or one curve of a task's start, end or duration. */
import { type CompiledTerm, KIND_BREAK, OPEN } from "../../problem/problem.ts";
import { isElastic } from "../draft.ts";
import { type Moments, ZERO } from "./moments.ts";

/** `slope` per tick of waiting, idle or work of shift `r`. False: not convex. O(tasks of the round). */
export function priceRound(m: Moments, term: CompiledTerm, r: number, slope: number): boolean {
  const { st } = m;
  const { shifts, tasks } = st.p;
  const [begin, finish] = [m.beginOf(r), m.finishOf(r)];
  m.line(term.level, begin, finish, slope);
  const home = st.taskCount + r;
  for (let v = st.next[home]!; v !== home; v = st.next[v]!) {
    if (term.measure !== "work" || tasks.kind[v] === KIND_BREAK) m.line(term.level, m.endOf(v), m.startOf(v), slope);
  }
  if (term.measure !== "idle") return true;
  if (shifts.idleFrom[r]! > -OPEN) m.line(term.level, ZERO, begin, slope);
  if (shifts.paidTo[r]! < OPEN) m.hinge(term.level, finish, ZERO, -shifts.paidTo[r]!, slope);
  return slope >= 0 || shifts.paidTo[r]! >= OPEN;
}

/**
 * The curve of a group that holds `rest` beside the waiting, idle time or work of shift `r`, which is `now` now. False: that is
 * no single difference.
 */
export function priceLength(m: Moments, term: CompiledTerm, r: number, now: number, rest: number): boolean {
  const { st } = m;
  const { shifts, tasks } = st.p;
  const home = st.taskCount + r;
  for (let v = st.next[home]!; v !== home; v = st.next[v]!) {
    if (isElastic(st.p, v) && (term.measure !== "work" || tasks.kind[v] === KIND_BREAK)) return false;
  }
  const [begin, finish] = [m.beginOf(r), m.finishOf(r)];
  const paidTo = shifts.paidTo[r]!;
  if (term.measure !== "idle" || (shifts.idleFrom[r]! <= -OPEN && paidTo >= OPEN)) {
    const shift = m.now(finish) - m.now(begin) - now - rest;
    m.curve(term.level, begin, finish, term.curve, 1, term.divisor, shift, Number.NEGATIVE_INFINITY);
    return true;
  }
  if (shifts.idleFrom[r]! <= -OPEN) return false;
  // Begin falls out: idle is the later of finish and paidTo, less what is fixed.
  if (paidTo >= OPEN) m.curve(term.level, ZERO, finish, term.curve, 1, term.divisor, m.now(finish) - now - rest, Number.NEGATIVE_INFINITY);
  else {
    const least = rest + now - Math.max(0, m.now(finish) - paidTo);
    m.curve(term.level, ZERO, finish, term.curve, 1, term.divisor, paidTo - least, least);
  }
  return true;
}

/** `factor` times the cost of the slot, or of the duration, of a task. */
export function priceSlot(m: Moments, term: CompiledTerm, task: number, factor: number): void {
  const { st } = m;
  const { p } = st;
  const [start, end] = [m.startOf(task), m.endOf(task)];
  const whole = Number.NEGATIVE_INFINITY;
  if (term.measure === "slotCost") {
    const slot = st.slotOf[task]!;
    m.curve(term.level, ZERO, start, p.slots.startCurve[slot]!, factor, 1, 0, whole);
    m.curve(term.level, ZERO, end, p.slots.endCurve[slot]!, factor, 1, 0, whole);
  } else {
    const pace = p.workers.pace[p.shifts.worker[st.shiftOf[task]!]! * p.workers.classCount + p.tasks.klass[task]!]!;
    m.curve(term.level, start, end, p.tasks.valueCurve[task]!, factor, pace, 0, whole);
  }
}
