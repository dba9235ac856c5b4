/** What every measure can still be, given what is known of the times. Exact once they are fixed. */
import type { Budget } from "../../src/model/demand.ts";
import type { GapRelation, Relation } from "../../src/model/relation.ts";
import type { Measure } from "../../src/model/term.ts";
import { dayIndexAt, timeOfDayAt } from "../../src/model/time.ts";
import type { Id } from "../../src/units.ts";
import { type Differences, differenceOf, valueOf } from "./differences.ts";
import { structuralDistance } from "./distance.ts";
import { absolute, atLeastZero, costOver, hull, larger, outside, plus, point, type Range } from "./range.ts";
import { levelOn, paceOf, type Reading, shiftAt, taskAt } from "./reading.ts";
import type { Round, Structure } from "./structure.ts";
import { metresOf, tripRange } from "./trips.ts";

/** One measured thing; -1 where there is no such row. */
export interface Atom {
  readonly id: Id;
  readonly task: number;
  readonly shift: number;
  readonly client: Id | undefined;
  readonly range: Range;
}

const NEVER: Range = [0, 0];
const MAYBE: Range = [0, 1];
const SURE: Range = [1, 1];

/** The atoms of a measure. */
export function atomsOf(reading: Reading, structure: Structure, d: Differences, measure: Measure): Atom[] {
  const { demand } = reading;
  switch (measure) {
    case "unserved":
    case "missedBreak":
      return unservedAtoms(reading, structure, d, measure);
    case "workers":
    case "contactShare":
      return clientAtoms(reading, structure, measure);
    case "relation":
      return demand.relations.map((r) => ({ id: r.id, task: -1, shift: -1, client: undefined, range: softCost(reading, structure, d, r) }));
    case "budget":
      return demand.budgets.map((b) => {
        const range = b.cost === undefined ? NEVER : costOver(b.cost, budgetUse(reading, structure, d, b));
        return { id: b.id, task: -1, shift: -1, client: undefined, range };
      });
    case "slotCost":
    case "late":
    case "early":
    case "whoCost":
    case "overLevel":
    case "durationValue":
    case "moved":
    case "reassigned":
    case "teamCrossing":
      return demand.tasks.flatMap((task, i) => {
        const seat = structure.seats[i];
        if (seat === undefined) return [];
        const range = servedRange(reading, d, seat, measure);
        return [{ id: task.id, task: i, shift: seat.round.shift, client: task.client, range }];
      });
    default:
      return demand.shifts.map((shift, i) => {
        const round = structure.rounds.find((r) => r.shift === i);
        let range: Range = NEVER;
        if (round !== undefined) range = usedRange(reading, structure, d, round, measure);
        else if (measure === "idle" && shift.idleIfUnused && shift.paidTo !== undefined)
          range = point(shift.paidTo - (shift.begins[0] ?? shift.paidTo));
        return { id: shift.id, task: -1, shift: i, client: undefined, range };
      });
  }
}

type Seat = NonNullable<Structure["seats"][number]>;

function servedRange(reading: Reading, d: Differences, { round, visit }: Seat, measure: Measure): Range {
  const task = taskAt(reading, visit.task);
  const slot = task.slots[visit.slot] as (typeof task.slots)[number];
  const worker = reading.worker[round.shift];
  const start = valueOf(d, visit.start);
  const end = valueOf(d, visit.end);
  const after = (range: Range, than: number | undefined): Range => (than === undefined ? NEVER : [range[0] - than, range[1] - than]);
  const before = reading.demand.baseline?.flatMap((b) => b.tasks.map((t) => ({ ...t, shift: b.shift }))).find((t) => t.id === task.id);
  switch (measure) {
    case "slotCost": {
      const soft = plus(slot.startCost ? costOver(slot.startCost, start) : NEVER, slot.endCost ? costOver(slot.endCost, end) : NEVER);
      return plus(soft, point(slot.cost ?? 0));
    }
    case "late":
      return larger(larger(atLeastZero(after(start, slot.due?.start)), after(end, slot.due?.end)), after(start, slot.wish?.start));
    case "early": {
      const wish = slot.wish?.start;
      return wish === undefined ? NEVER : atLeastZero([wish - start[1], wish - start[0]]);
    }
    case "whoCost":
      return point(task.who.cost?.[worker?.id ?? ""] ?? 0);
    case "overLevel": {
      let range: Range | undefined;
      for (let day = dayIndexAt(reading.demand.days, start[0]); day <= dayIndexAt(reading.demand.days, start[1]); day++) {
        let sum = 0;
        for (const skill of task.who.all ?? []) sum += (worker === undefined ? 0 : levelOn(worker, skill, day)) - (task.who.level ?? 0);
        range = range === undefined ? point(sum) : hull(range, point(sum));
      }
      return range ?? NEVER;
    }
    case "durationValue": {
      if (task.duration.value === undefined) return NEVER;
      const pace = paceOf(reading, visit.task, round.shift);
      const [shortest, longest] = differenceOf(d, visit.end, visit.start);
      return costOver(task.duration.value, [shortest / pace, longest / pace]);
    }
    case "moved":
      return before === undefined ? NEVER : absolute(after(start, before.start));
    case "reassigned": {
      const shift = before === undefined ? undefined : reading.shiftIndex.get(before.shift);
      return shift !== undefined && reading.worker[shift] !== worker ? SURE : NEVER;
    }
    default: {
      const own = shiftAt(reading, round.shift).team;
      const team = reading.demand.clients.find((c) => c.id === task.client)?.team;
      return own !== undefined && team !== undefined && own !== team ? SURE : NEVER;
    }
  }
}

function usedRange(reading: Reading, structure: Structure, d: Differences, round: Round, measure: Measure): Range {
  const shift = shiftAt(reading, round.shift);
  const end = valueOf(d, round.end);
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

function travelRange(reading: Reading, d: Differences, round: Round): Range {
  let range = NEVER;
  for (const leg of round.legs) range = plus(range, tripRange(reading, round.mode, leg.ticks, valueOf(d, leg.depart)));
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
    const [, longest] = tripRange(reading, round.mode, leg.ticks, valueOf(d, leg.depart));
    waits += Math.max(0, differenceOf(d, leg.arrive, leg.depart)[0] - longest - leg.entry);
  }
  return [Math.max(waits, span[0] - busy[1]), Math.max(waits, span[1] - busy[0])];
}

/** (begin - first) + (end - begin - busy) + max(0, paid - end), which is max(end, paid) - first - busy. */
function idleRange(reading: Reading, d: Differences, round: Round): Range {
  const { begins, paidTo } = shiftAt(reading, round.shift);
  const [first] = begins;
  if (first === null) {
    const end = valueOf(d, round.end);
    return plus(waitingRange(reading, d, round), paidTo === undefined ? NEVER : atLeastZero([paidTo - end[1], paidTo - end[0]]));
  }
  const until = larger(valueOf(d, round.end), point(paidTo ?? Number.NEGATIVE_INFINITY));
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
  const begin = valueOf(d, round.begin);
  const day = [dayIndexAt(days, begin[0]), dayIndexAt(days, begin[1])] as const;
  let maybe = false;
  for (const other of rounds) {
    if (other === round || reading.worker[other.shift] !== reading.worker[round.shift]) continue;
    const first = valueOf(d, other.begin);
    const days0 = [dayIndexAt(days, first[0]), dayIndexAt(days, first[1])] as const;
    const earlier = differenceOf(d, round.begin, other.begin);
    const apart = differenceOf(d, round.begin, other.end);
    const sameDay = day[0] === day[1] && days0[0] === days0[1] && day[0] === days0[0];
    if (earlier[0] > 0 && apart[0] > 60 * ticksPerMinute && sameDay) return SURE;
    maybe ||= earlier[1] > 0 && apart[1] > 60 * ticksPerMinute && day[0] <= days0[1] && days0[0] <= day[1];
  }
  return maybe ? MAYBE : NEVER;
}

function unservedAtoms(reading: Reading, { rounds, seats }: Structure, d: Differences, measure: "unserved" | "missedBreak"): Atom[] {
  return reading.demand.tasks.flatMap((task, i) => {
    if (seats[i] !== undefined) return [];
    const missed = task.kind === "break" ? 1 : 0;
    const cost = measure === "missedBreak" ? missed : task.unservedCost;
    let range: Range = [cost, cost];
    if (typeof task.required === "object") {
      const round = rounds.find((r) => shiftAt(reading, r.shift).id === task.who.shifts?.[0]);
      if (round === undefined) return [];
      const [shortest, longest] = differenceOf(d, round.end, round.begin);
      if (longest <= task.required.whenShiftExceeds) return [];
      if (shortest <= task.required.whenShiftExceeds) range = [Math.min(0, cost), Math.max(0, cost)];
    }
    return [{ id: task.id, task: i, shift: -1, client: task.client, range }];
  });
}

function clientAtoms(reading: Reading, { seats }: Structure, measure: "workers" | "contactShare"): Atom[] {
  const { clients, tasks, memory } = reading.demand;
  return clients.map((client) => {
    const by = tasks.flatMap((task, i) => {
      const seat = seats[i];
      return task.client === client.id && task.kind === "care" && seat !== undefined ? [reading.worker[seat.round.shift]?.id] : [];
    });
    const known = memory.filter((m) => m.client === client.id).map((m) => m.worker);
    const others = client.contact === undefined ? 0 : by.filter((w) => w !== client.contact).length;
    const value = measure === "workers" ? new Set([...by, ...known]).size : others;
    return { id: client.id, task: -1, shift: -1, client: client.id, range: point(value) };
  });
}

function softCost(reading: Reading, structure: Structure, d: Differences, relation: Relation): Range {
  const { soft } = relation;
  if (soft === undefined) return NEVER;
  return relationDistance(reading, structure, d, relation).reduce((sum, distance) => plus(sum, costOver(soft, distance)), NEVER);
}

/** The distances outside a relation's span: one, or for gaps one per pair. */
export function relationDistance(reading: Reading, structure: Structure, d: Differences, relation: Relation): readonly Range[] {
  if (relation.kind === "gap") return gapDistances(reading, structure, d, relation);
  if (relation.kind !== "duration") return [point(structuralDistance(reading, structure, relation))];
  const served = relation.tasks.flatMap((id) => structure.seats[reading.taskIndex.get(id) as number]?.visit ?? []);
  if (served.length < 2) return [];
  return [
    outside(
      served.reduce((sum, v) => plus(sum, differenceOf(d, v.end, v.start)), NEVER),
      relation.total,
    ),
  ];
}

function gapDistances(reading: Reading, { seats }: Structure, d: Differences, relation: GapRelation): readonly Range[] {
  const { days } = reading.demand;
  const { clock, from, to, span, over, eitherOrder } = relation;
  const visits = relation.tasks.flatMap((id) => seats[reading.taskIndex.get(id) as number]?.visit ?? []);
  const reads = (variable: number): Range =>
    clock === "days" ? daysOver(days, valueOf(d, variable)) : clockOver(days, valueOf(d, variable));
  const less = (a: number, b: number): Range => {
    if (clock === "elapsed") return differenceOf(d, a, b);
    const [x, y] = [reads(a), reads(b)];
    return [x[0] - y[1], x[1] - y[0]];
  };
  const distances: Range[] = [];
  for (const [i, a] of visits.entries()) {
    for (const [k, b] of visits.slice(i + 1).entries()) {
      if (!eitherOrder) {
        if (over === "every" || k === 0) distances.push(outside(less(b[to], a[from]), span));
        continue;
      }
      const lead = less(b.start, a.start); // ties: as listed, a first
      const aFirst = lead[1] >= 0;
      const bFirst = lead[0] < 0;
      let distance: Range | undefined;
      if (aFirst) distance = outside(less(b[to], a[from]), span);
      if (bFirst)
        distance = distance === undefined ? outside(less(a[to], b[from]), span) : hull(distance, outside(less(a[to], b[from]), span));
      const others = visits.filter((v) => v !== a && v !== b);
      const [first, second] = aFirst ? [a, b] : [b, a];
      if (distance === undefined) continue;
      if (over === "every" || others.length === 0) {
        distances.push(distance);
        continue;
      }
      const sides = others.map((v) => sideOf(visits, v, first, second, less));
      if ((aFirst && bFirst) || (sides.includes("unknown") && !sides.includes("between"))) distances.push([0, distance[1]]);
      else if (!sides.includes("between")) distances.push(distance);
    }
  }
  return distances;
}

type Side = "between" | "beside" | "unknown";

/** Does `v` start between two others? Ties go as listed. */
function sideOf(
  visits: readonly { readonly start: number }[],
  v: { readonly start: number },
  first: { readonly start: number },
  second: { readonly start: number },
  less: (a: number, b: number) => Range,
): Side {
  const precedes = (a: { readonly start: number }, b: { readonly start: number }): boolean | undefined => {
    const [lo, hi] = less(b.start, a.start);
    const listedFirst = visits.indexOf(a as never) < visits.indexOf(b as never);
    if (lo > 0 || (lo === 0 && listedFirst)) return true;
    if (hi < 0 || (hi === 0 && !listedFirst)) return false;
    return undefined;
  };
  const after = precedes(first, v);
  const before = precedes(v, second);
  if (after === false || before === false) return "beside";
  return after && before ? "between" : "unknown";
}

const daysOver = (days: Reading["demand"]["days"], [lo, hi]: Range): Range => [dayIndexAt(days, lo), dayIndexAt(days, hi)];

/** Clock times read anywhere in the range: at its ends, and on both sides of every midnight and clock change inside. */
function clockOver(days: Reading["demand"]["days"], [lo, hi]: Range): Range {
  let range = hull(point(timeOfDayAt(days, lo)), point(timeOfDayAt(days, hi)));
  for (const day of days) {
    for (const t of [day.begins, day.clockChange?.at ?? day.begins]) {
      if (t <= lo || t > hi) continue;
      range = hull(range, hull(point(timeOfDayAt(days, t)), point(timeOfDayAt(days, t - 1))));
    }
  }
  return range;
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
      if (visit !== undefined) add(budget.quantity === "count" ? SURE : differenceOf(d, visit.end, visit.start), valueOf(d, visit.start));
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
    add(amount, valueOf(d, round.begin));
  }
  return used;
}
