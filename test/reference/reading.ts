/** A Demand read for the reference solver: names resolved to row numbers, and the rules that need no times. */
import type { Demand, Shift, ShiftOption, Task, Travel, Worker } from "../../src/model/demand.ts";
import { dayIndexAt } from "../../src/model/time.ts";
import type { Id } from "../../src/units.ts";
import type { Range } from "./range.ts";

export interface Reading {
  readonly demand: Demand;
  readonly taskIndex: ReadonlyMap<Id, number>;
  readonly shiftIndex: ReadonlyMap<Id, number>;
  /** [shift] */
  readonly worker: readonly Worker[];
  readonly travel: ReadonlyMap<Id, Travel>;
  /** All times lie here: every bound that the Demand names, and room for all work and travel on both sides. */
  readonly horizon: Range;
}

export function read(demand: Demand): Reading {
  const workers = new Map(demand.workers.map((w) => [w.id, w]));
  return {
    demand,
    taskIndex: new Map(demand.tasks.map((t, i) => [t.id, i])),
    shiftIndex: new Map(demand.shifts.map((s, i) => [s.id, i])),
    worker: demand.shifts.map((s) => workers.get(s.worker) as Worker),
    travel: new Map(demand.travel.map((t) => [t.mode, t])),
    horizon: horizonOf(demand),
  };
}

function horizonOf(demand: Demand): Range {
  const named: number[] = [];
  let room = 0;
  const add = (...values: readonly (number | null | undefined)[]): void => {
    for (const v of values) if (v !== null && v !== undefined) named.push(v);
  };
  for (const shift of demand.shifts) add(...shift.begins, ...shift.ends, shift.paidTo);
  for (const task of demand.tasks) {
    for (const slot of task.slots) add(...slot.start, ...(slot.end ?? []), slot.wish?.start, slot.due?.start, slot.due?.end);
    room += 2 * task.duration.max + (task.stopTicks ?? 0);
  }
  for (const travel of demand.travel) room += Math.max(0, ...(travel.ticks ?? [])) * (demand.tasks.length + 1);
  for (const relation of demand.relations) if (relation.kind === "gap") room += Math.max(0, ...relation.span.map((x) => Math.abs(x ?? 0)));
  for (const pin of demand.pins) add(pin.start);
  for (const round of demand.baseline ?? []) add(round.begin, round.end);
  if (named.length === 0) add(...demand.days.map((d) => d.begins));
  return [Math.min(...named) - room, Math.max(...named) + room];
}

export const taskAt = (reading: Reading, task: number): Task => reading.demand.tasks[task] as Task;
export const shiftAt = (reading: Reading, shift: number): Shift => reading.demand.shifts[shift] as Shift;
export const optionAt = (reading: Reading, shift: number, option: number): ShiftOption =>
  shiftAt(reading, shift).options[option] as ShiftOption;

/** Level of a worker's skill on a day; -1 without it. */
export function levelOn(worker: Worker, skill: Id, day: number): number {
  let level = -1;
  for (const s of worker.skills) {
    if (s.id === skill && day >= (s.days?.[0] ?? day) && day <= (s.days?.[1] ?? day)) level = Math.max(level, s.level);
  }
  return level;
}

/** May the worker of the shift do the task, skills apart? */
export function mayServe(reading: Reading, task: number, shift: number): boolean {
  const { who } = taskAt(reading, task);
  const worker = reading.worker[shift] as Worker;
  if (who.shifts !== undefined && !who.shifts.includes(shiftAt(reading, shift).id)) return false;
  if (who.only !== undefined && !who.only.includes(worker.id)) return false;
  if (who.traits?.some((t) => !worker.traits.includes(t))) return false;
  return !who.not?.some((x) => x === worker.id || worker.traits.includes(x));
}

/** Has the worker of the shift every skill on some day that starts in the range touch? */
export function skilledWithin(reading: Reading, task: number, shift: number, [from, to]: Range): boolean {
  const { who } = taskAt(reading, task);
  if (who.all === undefined || who.all.length === 0) return true;
  const worker = reading.worker[shift] as Worker;
  const { days } = reading.demand;
  for (let day = dayIndexAt(days, from); day <= dayIndexAt(days, to); day++) {
    if (who.all.every((skill) => levelOn(worker, skill, day) >= (who.level ?? 0))) return true;
  }
  return false;
}

/** Shortest and longest duration of the task for the worker of the shift. */
export function durationOf(reading: Reading, task: number, shift: number): Range {
  const { duration } = taskAt(reading, task);
  const pace = paceOf(reading, task, shift);
  return [Math.round(duration.min * pace), Math.round(duration.max * pace)];
}

export const paceOf = (reading: Reading, task: number, shift: number): number =>
  (reading.worker[shift] as Worker).pace?.[taskAt(reading, task).class] ?? 1;
