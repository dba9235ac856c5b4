/** What every measure can still be, given what is known of the times. Exact once they are fixed. */
import type { Relation } from "../../src/model/relation.ts";
import type { Measure } from "../../src/model/term.ts";
import { dayIndexAt } from "../../src/model/time.ts";
import type { Id } from "../../src/units.ts";
import { type Differences, differenceOf, rangeOf } from "./differences.ts";
import { absolute, atLeastZero, costOver, hull, larger, plus, point, type Range } from "./range.ts";
import { levelOn, paceOf, type Reading, shiftAt, taskAt } from "./reading.ts";
import { relationDistance } from "./relationDistance.ts";
import { budgetUse, usedRange } from "./rounds.ts";
import type { Structure } from "./structure.ts";

/** One measured thing; -1 where there is no such row. */
export interface Atom {
  readonly id: Id;
  readonly task: number;
  readonly shift: number;
  readonly client: Id | undefined;
  readonly range: Range;
}

const NEVER: Range = [0, 0];
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
  const start = rangeOf(d, visit.start);
  const end = rangeOf(d, visit.end);
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
