/** What the hard rules say of the times of a structure. */

import { NO_CURVE } from "../../problem/flatCurves.ts";
import { CONDITIONAL, KIND_BREAK, NONE, OPEN, type Problem } from "../../problem/problem.ts";
import { CLOCK_ELAPSED, DURATION, GAP } from "../../problem/relations.ts";
import { skilledOn } from "../../problem/skills.ts";
import { anyTimes, atMost, between, type Differences, outside, point, within } from "./differences.ts";
import { dayRange, distances, servedOf } from "./distance.ts";
import { durationsOf, type Round, type Structure } from "./structure.ts";
import { tripRange } from "./trips.ts";
import { budgetUse, leaving } from "./use.ts";

/** Rules of single rounds and gaps as differences, then what else follows from them; null where they contradict each other. */
export function timesOf(problem: Problem, structure: Structure): Differences | null {
  const d = anyTimes(structure.times, -OPEN, OPEN);
  const holds = structure.rounds.every((round) => roundHolds(problem, d, round)) && gapsHold(problem, structure, d);
  return holds && tighten(problem, structure, d) ? d : null;
}

function roundHolds(problem: Problem, d: Differences, round: Round): boolean {
  const { shifts, slots, tasks } = problem;
  const s = round.shift;
  if (!within(d, round.begin, 0, beginsFrom(problem, s), shifts.beginMax[s]!)) return false;
  if (!within(d, round.end, 0, shifts.endMin[s]!, shifts.endMax[s]!) || !atMost(d, round.end, round.begin, shifts.maxSpan[s]!))
    return false;
  let rested = round.begin;
  for (const { task, slot, start, end } of round.visits) {
    const [shortest, longest] = durationsOf(problem, task, s);
    if (!within(d, start, 0, slots.startMin[slot]!, slots.startMax[slot]!) || !within(d, end, start, shortest, longest)) return false;
    if (!within(d, end, 0, slots.endMin[slot]!, slots.endMax[slot]!)) return false;
    if (tasks.kind[task] !== KIND_BREAK) continue;
    if (!atMost(d, start, rested, shifts.maxStretch[s]!)) return false;
    rested = end;
  }
  return atMost(d, round.end, rested, shifts.maxStretch[s]!);
}

/** `busyUntil` moves the column of open begins, but is no rule. */
function beginsFrom({ demand, shifts }: Problem, s: number): number {
  const { now } = demand;
  if (demand.shifts[s]!.begins[0] !== null || shifts.frozenOption[s] !== NONE) return shifts.beginMin[s]!;
  return now === undefined ? -OPEN : Math.min(shifts.beginMax[s]!, now);
}

/** Hard gaps of elapsed time. */
function gapsHold(problem: Problem, structure: Structure, d: Differences): boolean {
  const { relations } = problem;
  for (let r = 0; r < relations.count; r++) {
    if (
      relations.kind[r] !== GAP ||
      relations.soft[r] !== NO_CURVE ||
      relations.clock[r] !== CLOCK_ELAPSED ||
      relations.eitherOrder[r] === 1
    )
      continue;
    const visits = servedOf(problem, structure, r).map(({ visit }) => visit);
    for (const [i, a] of visits.entries()) {
      const later = relations.every[r] === 1 ? visits.slice(i + 1) : visits.slice(i + 1, i + 2);
      for (const b of later) {
        const [to, from] = [relations.toEnd[r] === 1 ? b.end : b.start, relations.fromEnd[r] === 1 ? a.end : a.start];
        if (!within(d, to, from, relations.min[r]!, relations.max[r]!)) return false;
      }
    }
  }
  return true;
}

/** Draws what differences alone do not say; false where some hard rule can no longer be kept. The table may be spoilt then. */
export function tighten(problem: Problem, structure: Structure, d: Differences): boolean {
  for (const round of structure.rounds) {
    for (const leg of round.legs) {
      const [least] = tripRange(problem, round.mode, leg.ticks, leaving(d, leg));
      if (!atMost(d, leg.depart, leg.arrive, -(least + leg.entry))) return false;
      if (leg.notBefore === Number.NEGATIVE_INFINITY) continue;
      const [fromNow] = tripRange(problem, round.mode, leg.ticks, point(leg.notBefore));
      if (!atMost(d, 0, leg.arrive, -(leg.notBefore + fromNow + leg.entry))) return false;
    }
    if (!round.visits.every(({ task, slot, start }) => isSkilled(problem, round.shift, task, slot, d, start))) return false;
  }
  return (
    roundsFollow(problem, structure, d) &&
    poolsHold(problem, structure, d) &&
    restHolds(problem, structure, d) &&
    conditionsHold(problem, structure, d) &&
    relationsHold(problem, structure, d) &&
    budgetsHold(problem, structure, d)
  );
}

function isSkilled(
  { slots, tasks, shifts, demand }: Problem,
  shift: number,
  task: number,
  slot: number,
  d: Differences,
  start: number,
): boolean {
  if (slots.skillsByDay[slot] === 0 || tasks.frozen[task] === 1) return true;
  const [first, last] = dayRange(demand.days, between(d, start));
  for (let day = first; day <= last; day++) if (skilledOn(demand.tasks[task]!, demand.workers[shifts.worker[shift]!]!, day)) return true;
  return false;
}

/** Rounds of one worker, and those that share the only vehicle of a pool, come one after the other. */
function roundsFollow({ shifts, pools }: Problem, { rounds }: Structure, d: Differences): boolean {
  for (const [i, a] of rounds.entries()) {
    for (const b of rounds.slice(i + 1)) {
      const pool = shifts.optionPool[a.option]!;
      const shares = pool !== NONE && pool === shifts.optionPool[b.option] && pools.count[pool] === 1;
      if (!shares && shifts.worker[a.shift] !== shifts.worker[b.shift]) continue;
      const aFirst = between(d, b.begin, a.end)[1] >= 0;
      const bFirst = between(d, a.begin, b.end)[1] >= 0;
      if (aFirst && bFirst) continue;
      if (!aFirst && !bFirst) return false;
      if (!(aFirst ? atMost(d, a.end, b.begin, 0) : atMost(d, b.end, a.begin, 0))) return false;
    }
  }
  return true;
}

/** No pool is surely overdrawn. */
function poolsHold({ shifts, pools }: Problem, { rounds }: Structure, d: Differences): boolean {
  return pools.count.every((count, pool) => {
    const holders = rounds.filter(({ option }) => shifts.optionPool[option] === pool);
    if (count === 0) return holders.every(({ begin, end }) => atMost(d, end, begin, 0));
    const surely = holders.map(({ begin, end }) => [between(d, begin)[1], between(d, end)[0]] as const);
    return surely.every(([at]) => surely.filter(([from, to]) => from <= at && at < to).length <= count);
  });
}

/** Working periods, as far as it is sure which rounds they join. */
function restHolds({ workers, shifts }: Problem, { rounds }: Structure, d: Differences): boolean {
  for (let w = 0; w < workers.busyUntil.length; w++) {
    if (workers.restFrom[w] === workers.restFrom[w + 1]) continue;
    const own = rounds
      .filter(({ shift }) => shifts.worker[shift] === w)
      .map(({ begin, end }) => ({ begin: between(d, begin), end: between(d, end) }));
    own.sort((a, b) => a.begin[0] - b.begin[0]);
    const busy = workers.busyUntil[w]!;
    if (busy > -OPEN) own.unshift({ begin: [busy, busy], end: [busy, busy] });
    for (let rule = workers.restFrom[w]!; rule < workers.restFrom[w + 1]!; rule++) {
      const [atLeast, longest] = [workers.restAtLeast[rule]!, workers.restWindow[rule]! - workers.restAtLeast[rule]!];
      for (const [i, first] of own.entries()) {
        let before = first;
        for (const last of own.slice(i)) {
          const joins = last === first || (last.end[0] > before.begin[1] && last.begin[1] - before.end[0] < atLeast);
          if (!joins) break;
          if (last.end[0] - first.begin[1] > longest) return false;
          before = last;
        }
      }
    }
  }
  return true;
}

/** A task that is due only on long shifts and left out keeps its shift short. */
function conditionsHold({ tasks }: Problem, { seats, roundOf }: Structure, d: Differences): boolean {
  for (let t = 0; t < tasks.required.length; t++) {
    if (tasks.required[t] !== CONDITIONAL || seats[t] !== undefined) continue;
    const round = roundOf[tasks.ownShift[t]!];
    if (round !== undefined && !atMost(d, round.end, round.begin, tasks.whenShiftExceeds[t]!)) return false;
  }
  return true;
}

function relationsHold(problem: Problem, structure: Structure, d: Differences): boolean {
  const { relations } = problem;
  for (let r = 0; r < relations.pinsFrom; r++) {
    const kind = relations.kind[r]!;
    if (relations.soft[r] !== NO_CURVE || (kind !== GAP && kind !== DURATION)) continue;
    if (distances(problem, structure, d, r).some(([least]) => least > 0)) return false;
  }
  return true;
}

function budgetsHold(problem: Problem, structure: Structure, d: Differences): boolean {
  const { budgets } = problem;
  for (let b = 0; b < budgets.count; b++) {
    if (outside(budgetUse(problem, structure, d, b), budgets.min[b]!, budgets.max[b]!)[0] > 1e-9) return false;
  }
  return true;
}
