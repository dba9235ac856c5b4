/** What a structure's times must satisfy. */
import type { Budget } from "../../src/model/demand.ts";
import { between, type Differences, differenceOf, differences, limit, rangeOf } from "./differences.ts";
import { outside } from "./range.ts";
import { frozenSeat } from "./begun.ts";
import { durationOf, type Reading, shiftAt, skilledWithin, taskAt } from "./reading.ts";
import { relationDistance } from "./relationDistance.ts";
import { budgetUse, leaving } from "./rounds.ts";
import type { Round, Structure } from "./structure.ts";
import { tripRange } from "./trips.ts";

/** The difference constraints of a structure, closed and tightened; null where they contradict each other. */
export function timesOf(reading: Reading, structure: Structure): Differences | null {
  const [from, to] = reading.horizon;
  const d = differences(structure.variables, from, to);
  const holds =
    structure.rounds.every((round) => roundHolds(reading, d, round)) && pinsHold(reading, d, structure) && gapsHold(reading, d, structure);
  return holds && tighten(reading, structure, d) ? d : null;
}

function roundHolds(reading: Reading, d: Differences, round: Round): boolean {
  const { begins, ends, maxSpan, maxStretch, fixedDeparture } = shiftAt(reading, round.shift);
  const { now, baseline } = reading.demand;
  if (!between(d, round.end, 0, ends[0], ends[1]) || !between(d, round.end, round.begin, 0, maxSpan ?? null)) return false;
  const before = baseline?.find((b) => b.shift === shiftAt(reading, round.shift).id);
  if (now !== undefined && before !== undefined && before.begin < now) {
    if (before.option !== round.option || !between(d, round.begin, 0, before.begin, before.begin)) return false;
  } else if (!between(d, round.begin, 0, begins[0], fixedDeparture ? begins[0] : begins[1])) return false;
  else if (now !== undefined) {
    const latest = (fixedDeparture ? begins[0] : begins[1]) ?? now;
    if (!between(d, round.begin, 0, Math.min(latest, now), null)) return false;
  }
  let stretchFrom = round.begin;
  for (const visit of round.visits) {
    const task = taskAt(reading, visit.task);
    const { start, end } = task.slots[visit.slot] as (typeof task.slots)[number];
    const [shortest, longest] = durationOf(reading, visit.task, round.shift);
    const frozen = frozenSeat(reading, visit.task);
    if (frozen !== undefined) {
      if (!between(d, visit.start, 0, frozen.start, frozen.start) || !between(d, visit.end, 0, frozen.end, frozen.end)) return false;
    } else {
      if (!between(d, visit.start, 0, start[0], start[1]) || !between(d, visit.end, visit.start, shortest, longest)) return false;
      if (end !== undefined && !between(d, visit.end, 0, end[0], end[1])) return false;
      if (now !== undefined && !between(d, visit.start, 0, now, null)) return false;
    }
    if (task.kind !== "break") continue;
    if (!between(d, visit.start, stretchFrom, null, maxStretch ?? null)) return false;
    stretchFrom = visit.end;
  }
  return between(d, round.end, stretchFrom, null, maxStretch ?? null);
}

function pinsHold(reading: Reading, d: Differences, { seats }: Structure): boolean {
  return reading.demand.pins.every(({ task, start }) => {
    const seat = seats[reading.taskIndex.get(task) as number];
    return start === undefined || seat === undefined || between(d, seat.visit.start, 0, start, start);
  });
}

function gapsHold(reading: Reading, d: Differences, { seats }: Structure): boolean {
  for (const relation of reading.demand.relations) {
    if (relation.kind !== "gap" || relation.soft !== undefined || relation.clock !== "elapsed" || relation.eitherOrder) continue;
    const visits = relation.tasks.flatMap((id) => seats[reading.taskIndex.get(id) as number]?.visit ?? []);
    for (const [i, a] of visits.entries()) {
      const later = relation.over === "next" ? visits.slice(i + 1, i + 2) : visits.slice(i + 1);
      for (const b of later) if (!between(d, b[relation.to], a[relation.from], relation.span[0], relation.span[1])) return false;
    }
  }
  return true;
}

/** Draws the conclusions that differences alone do not; false where some hard rule can no longer be kept. */
export function tighten(reading: Reading, structure: Structure, d: Differences): boolean {
  for (const round of structure.rounds) {
    for (const leg of round.legs) {
      const [least] = tripRange(reading, round.mode, leg.ticks, leaving(d, leg));
      if (!limit(d, leg.depart, leg.arrive, -(least + leg.entry))) return false;
      if (leg.notBefore === Number.NEGATIVE_INFINITY) continue;
      const [fromNow] = tripRange(reading, round.mode, leg.ticks, [leg.notBefore, leg.notBefore]);
      if (!between(d, leg.arrive, 0, leg.notBefore + fromNow + leg.entry, null)) return false;
    }
    for (const v of round.visits) if (frozenSeat(reading, v.task) === undefined && !skilledWithin(reading, v.task, round.shift, rangeOf(d, v.start))) return false;
  }
  return (
    roundsFit(reading, structure, d) &&
    poolsHold(reading, structure, d) &&
    restHolds(reading, structure, d) &&
    conditionsHold(reading, structure, d) &&
    relationsHold(reading, structure, d) &&
    reading.demand.budgets.every((b) => budgetHolds(reading, structure, d, b))
  );
}

/** Rounds of one worker, and rounds that need the only vehicle of a pool, follow each other. */
function roundsFit(reading: Reading, { rounds }: Structure, d: Differences): boolean {
  for (const [i, a] of rounds.entries()) {
    for (const b of rounds.slice(i + 1)) {
      const sameWorker = reading.worker[a.shift] === reading.worker[b.shift];
      if ((sameWorker || shareSingleVehicle(reading, a, b)) && !follow(d, a, b)) return false;
    }
  }
  return true;
}

function shareSingleVehicle(reading: Reading, a: Round, b: Round): boolean {
  const pool = shiftAt(reading, a.shift).options[a.option]?.pool;
  if (pool === undefined || shiftAt(reading, b.shift).options[b.option]?.pool !== pool) return false;
  return reading.demand.pools.find((p) => p.id === pool)?.count === 1;
}

function follow(d: Differences, a: Round, b: Round): boolean {
  const aFirst = differenceOf(d, b.begin, a.end)[1] >= 0;
  const bFirst = differenceOf(d, a.begin, b.end)[1] >= 0;
  if (aFirst && bFirst) return true;
  if (aFirst) return limit(d, a.end, b.begin, 0);
  return bFirst && limit(d, b.end, a.begin, 0);
}

/** No pool is surely overdrawn; one without vehicles leaves only rounds that take no time. */
function poolsHold(reading: Reading, { rounds }: Structure, d: Differences): boolean {
  return reading.demand.pools.every(({ id, count }) => {
    const holders = rounds.filter((r) => shiftAt(reading, r.shift).options[r.option]?.pool === id);
    if (count === 0) return holders.every((r) => limit(d, r.end, r.begin, 0));
    const sure = holders.map((r) => [rangeOf(d, r.begin)[1], rangeOf(d, r.end)[0]] as const);
    return sure.every(([at]) => sure.filter(([from, to]) => from <= at && at < to).length <= count);
  });
}

/** Judges working periods only where it is sure which rounds they join. */
function restHolds(reading: Reading, { rounds }: Structure, d: Differences): boolean {
  for (const worker of new Set(rounds.map((r) => reading.worker[r.shift]))) {
    if (worker === undefined || worker.rest.length === 0) continue;
    const own = rounds.filter((r) => reading.worker[r.shift] === worker).map((r) => ({ begin: r.begin, end: r.end }));
    own.sort((a, b) => rangeOf(d, a.begin)[0] - rangeOf(d, b.begin)[0]);
    const spans = own.map((r) => ({ begin: rangeOf(d, r.begin), end: rangeOf(d, r.end) }));
    if (worker.busyUntil !== undefined)
      spans.unshift({ begin: [worker.busyUntil, worker.busyUntil], end: [worker.busyUntil, worker.busyUntil] });
    for (const { window, atLeast } of worker.rest) {
      for (let i = 0; i < spans.length; i++) {
        for (let j = i; j < spans.length; j++) {
          const last = spans[j] as (typeof spans)[number];
          const before = j > i ? (spans[j - 1] as (typeof spans)[number]) : undefined;
          const inOrder = before === undefined || last.end[0] > before.begin[1];
          if (!inOrder || (before !== undefined && last.begin[1] - before.end[0] >= atLeast)) break;
          if (last.end[0] - (spans[i]?.begin[1] as number) > window - atLeast) return false;
        }
      }
    }
  }
  return true;
}

function conditionsHold(reading: Reading, { rounds, seats }: Structure, d: Differences): boolean {
  return reading.demand.tasks.every((task, i) => {
    if (typeof task.required === "boolean" || seats[i] !== undefined) return true;
    const round = rounds.find((r) => shiftAt(reading, r.shift).id === task.who.shifts?.[0]);
    return round === undefined || limit(d, round.end, round.begin, task.required.whenShiftExceeds);
  });
}

function relationsHold(reading: Reading, structure: Structure, d: Differences): boolean {
  return reading.demand.relations.every(
    (r) =>
      r.soft !== undefined ||
      (r.kind !== "gap" && r.kind !== "duration") ||
      relationDistance(reading, structure, d, r).every(([lo]) => lo <= 0),
  );
}

function budgetHolds(reading: Reading, structure: Structure, d: Differences, budget: Budget): boolean {
  return outside(budgetUse(reading, structure, d, budget), budget.limit)[0] <= 1e-9;
}
