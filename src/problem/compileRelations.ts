/** Relations and budgets as columns, and the components that timing couples. */
import type { Demand, Pin } from "../model/demand.ts";
import type { Relation } from "../model/relation.ts";
import { high, low, type Rows } from "./compileShifts.ts";
import { type CurveTable, NO_CURVE } from "./flatCurves.ts";
import { flatten, invert } from "./lists.ts";
import { NONE } from "./problem.ts";
import {
  type Budgets, CLOCK_DAYS, CLOCK_ELAPSED, CLOCK_TIME_OF_DAY, COUNT, DURATION, GAP, ORDER, PRESENCE, type Relations, SERVICE_TICKS, WORKERS, WORK_TICKS,
} from "./relations.ts";

const KINDS = { gap: GAP, workers: WORKERS, presence: PRESENCE, order: ORDER, duration: DURATION } as const;
const CLOCKS = { elapsed: CLOCK_ELAPSED, days: CLOCK_DAYS, timeOfDay: CLOCK_TIME_OF_DAY } as const;

export function compileRelations(demand: Demand, rows: Rows, curves: CurveTable): Relations {
  const relations: readonly Relation[] = [...demand.relations, ...demand.pins.flatMap(pinnedOrder)];
  const lists = relations.map((r) => r.tasks.map((id) => rows.task.get(id)!));
  const members = flatten(lists);
  const ofTask = invert(lists, demand.tasks.length);
  const byte = (f: (r: Relation) => boolean): Uint8Array => Uint8Array.from(relations, (r) => (f(r) ? 1 : 0));
  const timed = byte((r) => r.kind === "gap" && r.soft === undefined && r.clock !== "days");
  const component = components(lists, timed, demand.tasks.length);
  const componentCount = component.reduce((most, c) => Math.max(most, c), NONE) + 1;
  const tasksOf: number[][] = Array.from({ length: componentCount }, () => []);
  component.forEach((c, task) => {
    if (c !== NONE) tasksOf[c]!.push(task);
  });
  const relationsOf: number[][] = Array.from({ length: componentCount }, () => []);
  lists.forEach((list, r) => {
    if (timed[r] === 1) relationsOf[component[list[0]!]!]!.push(r);
  });
  const componentTasks = flatten(tasksOf);
  const componentRelations = flatten(relationsOf);
  return {
    count: relations.length,
    pinsFrom: demand.relations.length,
    kind: Uint8Array.from(relations, (r) => KINDS[r.kind]),
    soft: Int32Array.from(relations, (r) => (r.soft === undefined ? NO_CURVE : curves.row(r.soft))),
    timed,
    memberFrom: members.from,
    members: members.items,
    fromEnd: byte((r) => r.kind === "gap" && r.from === "end"),
    toEnd: byte((r) => r.kind === "gap" && r.to === "end"),
    clock: Uint8Array.from(relations, (r) => (r.kind === "gap" ? CLOCKS[r.clock] : CLOCK_ELAPSED)),
    every: byte((r) => r.kind === "gap" && r.over === "every"),
    eitherOrder: byte((r) => r.kind === "gap" && r.eitherOrder === true),
    min: Int32Array.from(relations, (r) => low(spanOf(r)[0])),
    max: Int32Array.from(relations, (r) => high(spanOf(r)[1])),
    flag: byte((r) => (r.kind === "presence" && r.zeroAllowed) || (r.kind === "order" && r.adjacent)),
    totals: Int32Array.from(relations.flatMap((r, k) => (r.kind === "duration" ? [k] : []))),
    ofTaskFrom: ofTask.from,
    ofTask: ofTask.items,
    component,
    componentTaskFrom: componentTasks.from,
    componentTasks: componentTasks.items,
    componentRelationFrom: componentRelations.from,
    componentRelations: componentRelations.items,
  };
}

const pinnedOrder = (pin: Pin): readonly Relation[] =>
  pin.after === undefined ? [] : [{ id: `pin ${pin.task}`, kind: "order", tasks: [pin.after, pin.task], adjacent: false }];

function spanOf(r: Relation): readonly [number | null, number | null] {
  switch (r.kind) {
    case "gap": return r.span;
    case "workers": return r.distinct;
    case "presence": return r.count;
    case "duration": return r.total;
    case "order": return [null, null];
  }
}

/** Tasks tied, directly or through others, by timed relations share a number; the others have NONE. */
function components(lists: readonly (readonly number[])[], timed: Uint8Array, taskCount: number): Int32Array {
  const parent = Int32Array.from({ length: taskCount }, (_, i) => i);
  const root = (task: number): number => {
    let t = task;
    while (parent[t] !== t) t = parent[t] = parent[parent[t]!]!;
    return t;
  };
  const tied = new Uint8Array(taskCount);
  lists.forEach((list, r) => {
    if (timed[r] === 0) return;
    for (const task of list) {
      tied[task] = 1;
      parent[root(task)] = root(list[0]!);
    }
  });
  const number = new Map<number, number>();
  return Int32Array.from({ length: taskCount }, (_, task) => {
    if (tied[task] === 0) return NONE;
    const r = root(task);
    if (!number.has(r)) number.set(r, number.size);
    return number.get(r)!;
  });
}

const QUANTITIES = { serviceTicks: SERVICE_TICKS, workTicks: WORK_TICKS, count: COUNT } as const;

export function compileBudgets(demand: Demand, rows: Rows, curves: CurveTable): Budgets {
  const { budgets } = demand;
  const lists = budgets.map((b) => b.members.map((id) => (b.of === "task" ? rows.task : rows.shift).get(id)!));
  const members = flatten(lists);
  const ofTask = invert(lists.map((list, b) => (budgets[b]!.of === "task" ? list : [])), demand.tasks.length);
  const ofShift = invert(lists.map((list, b) => (budgets[b]!.of === "shift" ? list : [])), demand.shifts.length);
  return {
    count: budgets.length,
    ofShifts: Uint8Array.from(budgets, (b) => (b.of === "shift" ? 1 : 0)),
    quantity: Uint8Array.from(budgets, (b) => QUANTITIES[b.quantity]),
    withinFrom: Int32Array.from(budgets, (b) => low(b.within?.[0])),
    withinTo: Int32Array.from(budgets, (b) => high(b.within?.[1])),
    fixed: Float64Array.from(budgets, (b) => b.opening + b.reserved),
    min: Float64Array.from(budgets, (b) => b.limit[0] ?? Number.NEGATIVE_INFINITY),
    max: Float64Array.from(budgets, (b) => b.limit[1] ?? Number.POSITIVE_INFINITY),
    curve: Int32Array.from(budgets, (b) => curves.row(b.cost)),
    memberFrom: members.from,
    members: members.items,
    ofTaskFrom: ofTask.from,
    ofTask: ofTask.items,
    ofShiftFrom: ofShift.from,
    ofShift: ofShift.items,
  };
}
