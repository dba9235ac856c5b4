/** Random relations, budgets, pins and history for a small Demand. */
import type { Budget, Demand, Pin } from "../../src/model/demand.ts";
import type { PlannedShift } from "../../src/model/plan.ts";
import type { Relation } from "../../src/model/relation.ts";
import type { Random } from "../../src/random.ts";
import type { Id } from "../../src/units.ts";

export function addCouplings(random: Random, has: ReadonlySet<string>, demand: Demand): Demand {
  const ids = demand.tasks.map((t) => t.id);
  const relations: Relation[] = [];
  if (ids.length > 1 && has.has("relations")) relations.push(relationIn(random, ids, "r0", false));
  if (ids.length > 2 && has.has("relations") && random.chance(0.5)) relations.push(relationIn(random, ids, "r1", false));
  if (ids.length > 1 && has.has("softRelations")) relations.push(relationIn(random, ids, "r2", true));
  const budgets = has.has("budgets") ? [budgetIn(random, demand)] : [];
  const pins = has.has("pins") ? [pinIn(random, demand)] : [];
  return { ...demand, relations, budgets, pins };
}

function relationIn(random: Random, ids: readonly Id[], id: Id, isSoft: boolean): Relation {
  const tasks = random.shuffled(ids).slice(0, ids.length > 2 && random.chance(0.4) ? 3 : 2);
  const soft = isSoft ? { soft: { points: [[0, 0]] as const, above: 1 + random.below(4) } } : {};
  const side = (): "start" | "end" => random.pick(["start", "end"] as const);
  const low = random.below(6);
  switch (random.below(isSoft ? 6 : 8)) {
    case 0:
    case 1:
    case 2:
      return {
        id,
        tasks,
        ...soft,
        kind: "gap",
        from: side(),
        to: side(),
        span: [random.chance(0.2) ? null : low, random.chance(0.4) ? null : low + random.below(8)],
        clock: random.pick(["elapsed", "elapsed", "timeOfDay"] as const),
        over: random.pick(["next", "every"] as const),
        ...(random.chance(0.4) ? { eitherOrder: true as const } : {}),
      };
    case 3:
      return {
        id,
        tasks,
        ...soft,
        kind: "workers",
        distinct: random.pick([
          [1, 1],
          [2, null],
          [null, 1],
        ] as const),
      };
    case 4:
      return { id, tasks, ...soft, kind: "duration", total: [random.chance(0.5) ? null : 4 + random.below(6), 8 + random.below(6)] };
    case 5:
      return { id, tasks, ...soft, kind: "order", adjacent: random.chance(0.4) };
    case 6:
      return {
        id,
        tasks,
        ...soft,
        kind: "gap",
        from: "start",
        to: "start",
        span: random.pick([
          [1, 1],
          [0, 0],
          [1, null],
        ] as const),
        clock: "days",
        over: "next",
      };
    default:
      return {
        id,
        tasks,
        ...soft,
        kind: "presence",
        count: random.pick([
          [tasks.length, tasks.length],
          [1, 1],
        ] as const),
        zeroAllowed: random.chance(0.6),
      };
  }
}

function budgetIn(random: Random, demand: Demand): Budget {
  const of = random.chance(0.7) ? "task" : "shift";
  const members = (of === "task" ? demand.tasks : demand.shifts).map((m) => m.id).filter(() => random.chance(0.8));
  const quantity = random.pick(of === "task" ? (["serviceTicks", "count"] as const) : (["serviceTicks", "workTicks", "count"] as const));
  const most = quantity === "count" ? 2 + random.below(3) : 6 + random.below(14);
  const hard = random.chance(0.5);
  return {
    id: "frame",
    of,
    members,
    quantity,
    ...(random.chance(0.3) ? { within: [0, 10 + random.below(15)] as const } : {}),
    opening: random.below(3),
    reserved: random.below(2),
    limit: hard ? [null, most] : [null, null],
    ...(hard
      ? {}
      : {
          cost: {
            points: [
              [0, 0],
              [most, random.below(3)],
            ] as const,
            above: 3,
          },
        }),
  };
}

function pinIn(random: Random, demand: Demand): Pin {
  const task = random.pick(demand.tasks);
  const kind = random.below(5);
  if (kind === 0) return { task: task.id, shift: random.pick(demand.shifts).id };
  if (kind === 1) return { task: task.id, worker: random.pick(demand.workers).id };
  if (kind === 2) return { task: task.id, start: (task.slots[0]?.start[0] ?? 0) + random.below(4), slot: 0 };
  const other = demand.tasks.find((t) => t.id !== task.id);
  return kind === 3 || other === undefined ? { task: task.id } : { task: task.id, after: other.id };
}

/** A baseline that was good before, `now` inside it, and who met whom. */
export function addHistory(random: Random, has: ReadonlySet<string>, demand: Demand): Demand {
  const memory = has.has("clients") ? [{ client: "c0", worker: random.pick(demand.workers).id, at: -10, times: 2 }] : [];
  if (!has.has("freeze")) return { ...demand, memory };
  const shift = random.pick(demand.shifts);
  const task = demand.tasks[0] as Demand["tasks"][number];
  const begin = shift.begins[0] ?? 0;
  const start = Math.max(begin + 2, task.slots[0]?.start[0] ?? 0);
  const baseline: PlannedShift[] = [
    { shift: shift.id, option: 0, begin, end: start + 8, tasks: [{ id: task.id, slot: 0, start, end: start + task.duration.min }] },
  ];
  return { ...demand, memory, baseline, ...(random.chance(0.5) ? { now: start - 2 + random.below(5) } : {}) };
}
