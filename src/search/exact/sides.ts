/**
 * Where a rule or a price jumps with time, moments stay on the side of the jump where they are now: the day on which a skill
 * is judged, the hours that a budget counts, the side of a clock change.
 */
import { OPEN, type Problem } from "../../problem/problem.ts";
import type { State } from "../state.ts";
import { dayOf } from "../travel.ts";
import { type Moments, ZERO } from "./moments.ts";

/** Stays on its day. */
export function keepDay(m: Moments, moment: number): void {
  if (!m.isFree(moment)) return;
  const { begins } = m.st.p.days;
  const day = dayOf(m.st.p, m.now(moment));
  if (day > 0) m.keep(moment, ZERO, -begins[day]!);
  if (day + 1 < begins.length) m.keep(ZERO, moment, begins[day + 1]! - 1);
}

/** Stays on its day and side of a clock change, so that its time of day moves with it. */
export function keepClock(m: Moments, moment: number): void {
  if (!m.isFree(moment)) return;
  keepDay(m, moment);
  const { days } = m.st.p;
  const now = m.now(moment);
  const change = days.changeAt[dayOf(m.st.p, now)]!;
  if (change >= OPEN) return;
  if (now >= change) m.keep(moment, ZERO, -change);
  else m.keep(ZERO, moment, change - 1);
}

/** Stays inside, before or after [from, to). */
export function keepWithin(m: Moments, moment: number, from: number, to: number): void {
  if (!m.isFree(moment)) return;
  const now = m.now(moment);
  if (now >= to) m.keep(moment, ZERO, -to);
  else if (to < OPEN) m.keep(ZERO, moment, to - 1);
  if (now < from) m.keep(ZERO, moment, from - 1);
  else if (from > -OPEN) m.keep(moment, ZERO, -from);
}

/** Does a task's level or skill depend on the day it starts? */
export function mindsDays(p: Problem, st: State, task: number): boolean {
  return p.slots.skillsByDay[st.slotOf[task]!] === 1 || (p.tasks.overLevel.length === 0 && p.terms.some((t) => t.measure === "overLevel"));
}

/** Keeps what task `v` of a round decides by its start alone. */
export function keepTask(m: Moments, v: number): void {
  const { p } = m.st;
  if (mindsDays(p, m.st, v)) keepDay(m, m.startOf(v));
  for (let k = p.budgets.ofTaskFrom[v]!; k < p.budgets.ofTaskFrom[v + 1]!; k++) {
    const b = p.budgets.ofTask[k]!;
    keepWithin(m, m.startOf(v), p.budgets.withinFrom[b]!, p.budgets.withinTo[b]!);
  }
}

/** Keeps what shift `r` decides by its begin alone. */
export function keepShift(m: Moments, r: number): void {
  const { p } = m.st;
  if (p.terms.some((t) => t.measure === "splitShift")) keepDay(m, m.beginOf(r));
  for (let k = p.budgets.ofShiftFrom[r]!; k < p.budgets.ofShiftFrom[r + 1]!; k++) {
    const b = p.budgets.ofShift[k]!;
    keepWithin(m, m.beginOf(r), p.budgets.withinFrom[b]!, p.budgets.withinTo[b]!);
  }
}
