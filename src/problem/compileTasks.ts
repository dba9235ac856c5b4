/** Tasks and their slots as columns, pins and the freeze worked in. */
import type { Demand, Slot, Task } from "../model/demand.ts";
import { begunTasks } from "./begun.ts";
import { low, high, type Rows } from "./compileShifts.ts";
import type { CurveTable } from "./flatCurves.ts";
import { CONDITIONAL, KIND_BREAK, KIND_CARE, KIND_OTHER, NONE, NOT_REQUIRED, OPEN, PLACE_OPEN, PLACE_SHIFT_END, REQUIRED } from "./problem.ts";
import type { Slots, Tasks, TravelColumns } from "./problem.ts";
import { overLevelOn } from "./skills.ts";

/** What is already decided about a task: by pins, or because it has begun. */
export interface Decided {
  readonly shift?: number;
  readonly worker?: number;
  readonly slot?: number;
  readonly place?: number;
  readonly start?: number;
  readonly duration?: number;
  /** Nothing that is not frozen starts before `now`. */
  readonly notBefore?: number;
  readonly frozen: boolean;
  readonly served: boolean;
}

/** [task] what pins and the freeze decide; where both do, the freeze. */
export function decisions(demand: Demand, rows: Rows, travel: TravelColumns): readonly Decided[] {
  const decided: Decided[] = demand.tasks.map(() => ({ frozen: false, served: false, ...(demand.now === undefined ? {} : { notBefore: demand.now }) }));
  const pinned = (task: number): Decided => decided[task]!;
  for (const pin of demand.pins) {
    const task = rows.task.get(pin.task)!;
    decided[task] = {
      ...pinned(task),
      served: true,
      ...(pin.shift === undefined ? {} : { shift: rows.shift.get(pin.shift)! }),
      ...(pin.worker === undefined ? {} : { worker: rows.worker.get(pin.worker)! }),
      ...(pin.slot === undefined ? {} : { slot: pin.slot }),
      ...(pin.start === undefined ? {} : { start: pin.start }),
    };
    if (pin.after !== undefined) {
      const before = rows.task.get(pin.after)!;
      decided[before] = { ...pinned(before), served: true };
    }
  }
  for (const { shift, planned, place } of begunTasks(demand, travel)) {
    const { id, slot, start, end } = planned;
    const at = place === null ? {} : { place };
    decided[rows.task.get(id)!] = { shift: rows.shift.get(shift)!, slot, start, duration: end - start, ...at, frozen: true, served: true };
  }
  return decided;
}

/** The columns of tasks, but for who may serve them (see compileEligibility.ts). */
export function compileTasks(demand: Demand, rows: Rows, decided: readonly Decided[], curves: CurveTable): Omit<Tasks, "shiftFrom" | "shiftList"> {
  const { tasks } = demand;
  const column = (f: (t: Task, i: number) => number): Int32Array => Int32Array.from(tasks, f);
  const before = new Map((demand.baseline ?? []).flatMap((s) => s.tasks.map((t) => [t.id, { start: t.start, shift: s.shift }] as const)));
  const shiftWorker = new Map(demand.shifts.map((s) => [s.id, rows.worker.get(s.worker)!]));
  const costs = whoCosts(demand, rows);
  const slotFrom = new Int32Array(tasks.length + 1);
  tasks.forEach((t, i) => {
    slotFrom[i + 1] = slotFrom[i]! + t.slots.length;
  });
  return {
    kind: Uint8Array.from(tasks, (t) => (t.kind === "care" ? KIND_CARE : t.kind === "break" ? KIND_BREAK : KIND_OTHER)),
    place: column((t, i) => decided[i]!.place ?? (typeof t.place === "number" ? t.place : t.place === "shiftEnd" ? PLACE_SHIFT_END : PLACE_OPEN)),
    stopTicks: column((t) => t.stopTicks ?? 0),
    klass: column((t) => rows.klass.get(t.class)!),
    client: column((t) => (t.client === undefined ? NONE : (rows.client.get(t.client) ?? NONE))),
    slotFrom,
    durationMin: column((t, i) => decided[i]!.duration ?? t.duration.min),
    durationMax: column((t, i) => decided[i]!.duration ?? t.duration.max),
    valueCurve: column((t) => curves.row(t.duration.value)),
    required: Uint8Array.from(tasks, (t) => (t.required === true ? REQUIRED : t.required === false ? NOT_REQUIRED : CONDITIONAL)),
    pinned: Uint8Array.from(decided, (d) => (d.served ? 1 : 0)),
    whenShiftExceeds: column((t) => (typeof t.required === "object" ? t.required.whenShiftExceeds : OPEN)),
    ownShift: column((t) => (typeof t.required === "object" ? (rows.shift.get(t.who.shifts?.[0] ?? "") ?? NONE) : NONE)),
    unservedCost: Float64Array.from(tasks, (t) => t.unservedCost),
    priority: Float64Array.from(tasks, (t) => t.priority),
    frozen: Uint8Array.from(decided, (d) => (d.frozen ? 1 : 0)),
    baselineStart: column((t) => before.get(t.id)?.start ?? OPEN),
    baselineWorker: column((t) => shiftWorker.get(before.get(t.id)?.shift ?? "") ?? NONE),
    loadCount: rows.load.length,
    load: Float64Array.from(tasks.flatMap((t) => rows.load.map((d) => t.load?.[d] ?? 0))),
    ...costs,
    overLevel: overLevels(demand),
  };
}

function whoCosts(demand: Demand, rows: Rows): Pick<Tasks, "whoCostRow" | "whoCost"> {
  const known = new Map<string, number>();
  const tables: Float64Array[] = [];
  const whoCostRow = Int32Array.from(demand.tasks, (t) => {
    const entries = Object.entries(t.who.cost ?? {}).filter(([, cost]) => cost !== 0);
    if (entries.length === 0) return NONE;
    const key = JSON.stringify(entries);
    if (!known.has(key)) {
      const table = new Float64Array(demand.workers.length);
      for (const [worker, cost] of entries) {
        const row = rows.worker.get(worker);
        if (row !== undefined) table[row] = cost;
      }
      known.set(key, tables.length);
      tables.push(table);
    }
    return known.get(key)!;
  });
  const whoCost = new Float64Array(tables.length * demand.workers.length);
  tables.forEach((table, row) => {
    whoCost.set(table, row * demand.workers.length);
  });
  return { whoCostRow, whoCost };
}

function overLevels(demand: Demand): Float64Array {
  const byDay = demand.workers.some((w) => w.skills.some((s) => s.days !== undefined));
  if (byDay || !demand.terms.some((t) => t.measure === "overLevel")) return new Float64Array(0);
  const { tasks, workers } = demand;
  const levels = new Float64Array(tasks.length * workers.length);
  for (const [t, task] of tasks.entries()) {
    if (task.who.all === undefined) continue;
    for (const [w, worker] of workers.entries()) levels[t * workers.length + w] = overLevelOn(task, worker, 0);
  }
  return levels;
}

/** The rows of slots, those of one task together, but for who may serve them. Windows are what pins and the freeze leave of them. */
export function compileSlots(demand: Demand, decided: readonly Decided[], curves: CurveTable): Omit<Slots, "words" | "eligible" | "skillsByDay"> {
  const all: { readonly task: number; readonly slot: Slot; readonly usable: boolean; readonly decided: Decided }[] = demand.tasks.flatMap((t, task) =>
    t.slots.map((slot, i) => {
      const d = decided[task]!;
      return { task, slot, usable: d.slot === undefined || d.slot === i, decided: d };
    }),
  );
  const column = (f: (row: (typeof all)[number]) => number): Int32Array => Int32Array.from(all, f);
  return {
    task: column((r) => r.task),
    // What has begun has begun, whatever its slot says.
    startMin: column(({ slot, decided: d }) => (d.frozen ? d.start! : Math.max(low(slot.start[0]), d.start ?? -OPEN, d.notBefore ?? -OPEN))),
    // A slot that a pin or the freeze rules out closes before it opens.
    startMax: column(({ slot, usable, decided: d }) => (!usable ? -OPEN : d.frozen ? d.start! : Math.min(high(slot.start[1]), d.start ?? OPEN))),
    endMin: column(({ slot, decided: d }) => (d.frozen ? -OPEN : low(slot.end?.[0]))),
    endMax: column(({ slot, decided: d }) => (d.frozen ? OPEN : high(slot.end?.[1]))),
    cost: Float64Array.from(all, ({ slot }) => slot.cost ?? 0),
    dueStart: column(({ slot }) => high(slot.due?.start)),
    dueEnd: column(({ slot }) => high(slot.due?.end)),
    wish: column(({ slot }) => high(slot.wish?.start)),
    startCurve: column(({ slot }) => curves.row(slot.startCost)),
    endCurve: column(({ slot }) => curves.row(slot.endCost)),
    clockOffset: column(({ slot, decided: d }) => clockOffset(demand, d.start ?? slot.start[0], d.start ?? slot.start[1])),
  };
}

/** What to subtract from any start within the bounds to get its time of day; OPEN where that changes between them. */
function clockOffset(demand: Demand, first: number | null, last: number | null): number {
  const { days } = demand;
  if (first === null && days.length > 1) return OPEN;
  let day = 0;
  while (day + 1 < days.length && first !== null && days[day + 1]!.begins <= first) day++;
  const next = days[day + 1];
  if (next !== undefined && (last === null || last >= next.begins)) return OPEN;
  const { begins, clockChange } = days[day]!;
  if (clockChange === undefined) return begins;
  if (first !== null && first >= clockChange.at) return begins - clockChange.by;
  return last !== null && last < clockChange.at ? begins : OPEN;
}
