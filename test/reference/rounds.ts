/** What the measures of a used shift, and budgets, can still be. */
import type { Budget } from "../../src/model/demand.ts";
import type { Measure } from "../../src/model/term.ts";
import { dayIndexAt } from "../../src/model/time.ts";
import { type Differences, differenceOf, rangeOf } from "./differences.ts";
import { atLeastZero, hull, larger, plus, point, type Range } from "./range.ts";
import { type Reading, shiftAt, taskAt } from "./reading.ts";
import type { Leg, Round, Structure } from "./structure.ts";
import { metresOf, tripRange } from "./trips.ts";

const NEVER: Range = [0, 0];
const MAYBE: Range = [0, 1];
const SURE: Range = [1, 1];

/** A measure of one used shift. */
export function usedRange(reading: Reading, structure: Structure, d: Differences, round: Round, measure: Measure): Range {
  const shift = shiftAt(reading, round.shift);
  const end = rangeOf(d, round.end);
  switch (measure) {
    case "travel":
      return travelRange(reading, d, round);
    case "distance":
      return point(round.legs.reduce((sum, leg) => sum + metresOf(reading, round.mode, leg.from, leg.to), 0));
    case "waiting":
      return waitingRange(reading, d, round);
    case "idle":
      return idleRange(reading, d, round);
    case "overtime":
      return shift.paidTo === undefined ? NEVER : atLeastZero([end[0] - shift.paidTo, end[1] - shift.paidTo]);
    case "usedShift":
      return SURE;
    case "optionCost":
      return point(shift.options[round.option]?.cost ?? 0);
    case "splitShift":
      return splitRange(reading, structure, d, round);
    default:
      return workRange(reading, d, round);
  }
}

/** When a trip can begin. */
export function leaving(d: Differences, { depart, notBefore }: Leg): Range {
  const [from, to] = rangeOf(d, depart);
  return [Math.max(from, notBefore), Math.max(to, notBefore)];
}

function travelRange(reading: Reading, d: Differences, round: Round): Range {
  let range = NEVER;
  for (const leg of round.legs) range = plus(range, tripRange(reading, round.mode, leg.ticks, leaving(d, leg)));
  return range;
}

/** Travel, entry and tasks. */
function busyRange(reading: Reading, d: Differences, round: Round): Range {
  let busy = travelRange(reading, d, round);
  for (const leg of round.legs) busy = plus(busy, point(leg.entry));
  for (const v of round.visits) busy = plus(busy, differenceOf(d, v.end, v.start));
  return busy;
}

function waitingRange(reading: Reading, d: Differences, round: Round): Range {
  const span = differenceOf(d, round.end, round.begin);
  const busy = busyRange(reading, d, round);
  let waits = 0;
  for (const leg of round.legs) {
    const [, longest] = tripRange(reading, round.mode, leg.ticks, leaving(d, leg));
    waits += Math.max(0, differenceOf(d, leg.arrive, leg.depart)[0] - longest - leg.entry);
  }
  return [Math.max(waits, span[0] - busy[1]), Math.max(waits, span[1] - busy[0])];
}

/** (begin - first) + (end - begin - busy) + max(0, paid - end), which is max(end, paid) - first - busy. */
function idleRange(reading: Reading, d: Differences, round: Round): Range {
  const { begins, paidTo } = shiftAt(reading, round.shift);
  const [first] = begins;
  if (first === null) {
    const end = rangeOf(d, round.end);
    return plus(waitingRange(reading, d, round), paidTo === undefined ? NEVER : atLeastZero([paidTo - end[1], paidTo - end[0]]));
  }
  const until = larger(rangeOf(d, round.end), point(paidTo ?? Number.NEGATIVE_INFINITY));
  const busy = busyRange(reading, d, round);
  return [until[0] - first - busy[1], until[1] - first - busy[0]];
}

function workRange(reading: Reading, d: Differences, round: Round): Range {
  let range = differenceOf(d, round.end, round.begin);
  for (const v of round.visits) {
    if (taskAt(reading, v.task).kind !== "break") continue;
    const [shortest, longest] = differenceOf(d, v.end, v.start);
    range = [range[0] - longest, range[1] - shortest];
  }
  return range;
}

function splitRange(reading: Reading, { rounds }: Structure, d: Differences, round: Round): Range {
  const { days, ticksPerMinute } = reading.demand;
  const begin = rangeOf(d, round.begin);
  const day = [dayIndexAt(days, begin[0]), dayIndexAt(days, begin[1])] as const;
  let maybe = false;
  for (const other of rounds) {
    if (other === round || reading.worker[other.shift] !== reading.worker[round.shift]) continue;
    const first = rangeOf(d, other.begin);
    const days0 = [dayIndexAt(days, first[0]), dayIndexAt(days, first[1])] as const;
    const earlier = differenceOf(d, round.begin, other.begin);
    const apart = differenceOf(d, round.begin, other.end);
    const sameDay = day[0] === day[1] && days0[0] === days0[1] && day[0] === days0[0];
    if (earlier[0] > 0 && apart[0] > 60 * ticksPerMinute && sameDay) return SURE;
    maybe ||= earlier[1] > 0 && apart[1] > 60 * ticksPerMinute && day[0] <= days0[1] && days0[0] <= day[1];
  }
  return maybe ? MAYBE : NEVER;
}

/** What a budget has been charged. */
export function budgetUse(reading: Reading, { rounds, seats }: Structure, d: Differences, budget: Budget): Range {
  let used: Range = point(budget.opening + budget.reserved);
  const add = (amount: Range, begins: Range): void => {
    const [from, until] = budget.within ?? [begins[0], begins[1] + 1];
    const inside = begins[0] >= from && begins[1] < until;
    const possible = begins[1] >= from && begins[0] < until;
    if (possible) used = plus(used, inside ? amount : hull(NEVER, amount));
  };
  for (const id of budget.members) {
    if (budget.of === "task") {
      const visit = seats[reading.taskIndex.get(id) as number]?.visit;
      if (visit !== undefined) add(budget.quantity === "count" ? SURE : differenceOf(d, visit.end, visit.start), rangeOf(d, visit.start));
      continue;
    }
    const round = rounds.find((r) => r.shift === reading.shiftIndex.get(id));
    if (round === undefined) continue;
    let amount: Range = SURE;
    if (budget.quantity === "workTicks") amount = workRange(reading, d, round);
    if (budget.quantity === "serviceTicks") {
      const work = round.visits.filter((v) => taskAt(reading, v.task).kind !== "break");
      amount = work.reduce((sum, v) => plus(sum, differenceOf(d, v.end, v.start)), NEVER);
    }
    add(amount, rangeOf(d, round.begin));
  }
  return used;
}
