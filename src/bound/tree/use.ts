/** What the measures of used shifts, and budgets, can still be. */
import { KIND_BREAK, OPEN, type Problem } from "../../problem/problem.ts";
import { COUNT, WORK_TICKS } from "../../problem/relations.ts";
import { between, type Differences, hull, larger, minus, ONE, plus, point, type Range, ZERO } from "./differences.ts";
import { dayRange } from "./distance.ts";
import type { Leg, Round, Structure } from "./structure.ts";
import { tripRange } from "./trips.ts";

/** When a trip can begin. */
export function leaving(d: Differences, { depart, notBefore }: Leg): Range {
  return larger(between(d, depart), point(notBefore));
}

export function travelRange(problem: Problem, d: Differences, round: Round): Range {
  return round.legs.reduce((sum, leg) => plus(sum, tripRange(problem, round.mode, leg.ticks, leaving(d, leg))), ZERO);
}

/** Travel, entry and tasks. */
function busyRange(problem: Problem, d: Differences, round: Round): Range {
  const moving = round.legs.reduce((sum, leg) => plus(sum, point(leg.entry)), travelRange(problem, d, round));
  return round.visits.reduce((sum, { start, end }) => plus(sum, between(d, end, start)), moving);
}

export function waitingRange(problem: Problem, d: Differences, round: Round): Range {
  const [least, most] = minus(between(d, round.end, round.begin), busyRange(problem, d, round));
  let waits = 0;
  for (const leg of round.legs) {
    const [, longest] = tripRange(problem, round.mode, leg.ticks, leaving(d, leg));
    waits += Math.max(0, between(d, leg.arrive, leg.depart)[0] - longest - leg.entry);
  }
  return [Math.max(waits, least), Math.max(waits, most)];
}

/** (begin - first) + waiting + max(0, paidTo - end), which is max(end, paidTo) - first - busy. */
export function idleRange(problem: Problem, d: Differences, round: Round): Range {
  const { shifts } = problem;
  const [first, paidTo] = [shifts.idleFrom[round.shift]!, shifts.paidTo[round.shift]!];
  const end = between(d, round.end);
  if (first <= -OPEN) {
    const left = paidTo >= OPEN ? ZERO : larger(ZERO, minus(point(paidTo), end));
    return plus(waitingRange(problem, d, round), left);
  }
  const until = paidTo >= OPEN ? end : larger(end, point(paidTo));
  return minus(until, plus(point(first), busyRange(problem, d, round)));
}

export function workRange({ tasks }: Problem, d: Differences, round: Round): Range {
  const breaks = round.visits.filter(({ task }) => tasks.kind[task] === KIND_BREAK);
  return breaks.reduce((work, { start, end }) => minus(work, between(d, end, start)), between(d, round.end, round.begin));
}

/** Does another used shift of the worker begin earlier on the same day and end more than 60 minutes before it begins? */
export function splitRange({ shifts, demand, ticksPerMinute }: Problem, { rounds }: Structure, d: Differences, round: Round): Range {
  const day = dayRange(demand.days, between(d, round.begin));
  let most = 0;
  for (const other of rounds) {
    if (other === round || shifts.worker[other.shift] !== shifts.worker[round.shift]) continue;
    const otherDay = dayRange(demand.days, between(d, other.begin));
    const earlier = between(d, round.begin, other.begin);
    const apart = between(d, round.begin, other.end);
    const sameDay = day[0] === day[1] && otherDay[0] === otherDay[1] && day[0] === otherDay[0];
    if (sameDay && earlier[0] > 0 && apart[0] > 60 * ticksPerMinute) return ONE;
    if (earlier[1] > 0 && apart[1] > 60 * ticksPerMinute && day[0] <= otherDay[1] && otherDay[0] <= day[1]) most = 1;
  }
  return [0, most];
}

/** What a budget has been charged. */
export function budgetUse(problem: Problem, { seats, roundOf }: Structure, d: Differences, b: number): Range {
  const { budgets, tasks } = problem;
  const quantity = budgets.quantity[b]!;
  let used = point(budgets.fixed[b]!);
  const charge = (amount: Range, at: number): void => {
    const [first, last] = between(d, at);
    const [from, until] = [budgets.withinFrom[b]!, budgets.withinTo[b]!];
    if (last < from || first >= until) return;
    used = plus(used, first >= from && last < until ? amount : hull(ZERO, amount));
  };
  for (let m = budgets.memberFrom[b]!; m < budgets.memberFrom[b + 1]!; m++) {
    const member = budgets.members[m]!;
    if (budgets.ofShifts[b] === 0) {
      const visit = seats[member]?.visit;
      if (visit !== undefined) charge(quantity === COUNT ? ONE : between(d, visit.end, visit.start), visit.start);
      continue;
    }
    const round = roundOf[member];
    if (round === undefined) continue;
    const served = (): Range =>
      round.visits.reduce((sum, { task, start, end }) => (tasks.kind[task] === KIND_BREAK ? sum : plus(sum, between(d, end, start))), ZERO);
    charge(quantity === COUNT ? ONE : quantity === WORK_TICKS ? workRange(problem, d, round) : served(), round.begin);
  }
  return used;
}
