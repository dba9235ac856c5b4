/** Who may do what, when: bits per slot and shift. */
import type { Demand, Task, Worker } from "../model/demand.ts";
import { dayIndexAt } from "../model/time.ts";
import type { Rows } from "./compileShifts.ts";
import type { Decided } from "./compileTasks.ts";
import { flatten } from "./lists.ts";
import type { Pieces } from "./pieces.ts";
import { OPEN, type Shifts, type Slots, type Tasks } from "./problem.ts";
import { skilledOn } from "./skills.ts";

type SlotTimes = Omit<Slots, "words" | "eligible" | "skillsByDay">;

export interface Eligibility {
  readonly slots: Pick<Slots, "words" | "eligible" | "skillsByDay">;
  readonly tasks: Pick<Tasks, "shiftFrom" | "shiftList">;
}

/** Slots and shifts looked at in a piece. */
const PIECE = 200_000;

/** Cost: slots x shifts; skills are judged, day by day, once per slot and shift that meet in time. */
export function* compileEligibility(demand: Demand, rows: Rows, decided: readonly Decided[], times: SlotTimes, shifts: Shifts): Pieces<Eligibility> {
  const shiftCount = demand.shifts.length;
  const words = (shiftCount + 31) >> 5;
  const slotCount = times.task.length;
  const eligible = new Int32Array(slotCount * words);
  const skillsByDay = new Uint8Array(slotCount);
  const lists: number[][] = demand.tasks.map(() => []);
  const admit = (slot: number, s: number, some: Uint8Array): void => {
    eligible[slot * words + (s >> 5)]! |= 1 << (s & 31);
    some[s] = 1;
  };
  let slot = 0;
  let looked = 0;
  for (const [t, task] of demand.tasks.entries()) {
    if (looked > PIECE) {
      looked = 0;
      yield;
    }
    looked += task.slots.length * shiftCount;
    const holds: boolean[] = [];
    const only = task.who.shifts === undefined ? null : new Set(task.who.shifts.map((id) => rows.shift.get(id)));
    const d = decided[t]!;
    const some = new Uint8Array(shiftCount);
    for (let k = 0; k < task.slots.length; k++, slot++) {
      const earliest = times.startMin[slot]!;
      const latest = Math.min(times.startMax[slot]!, times.endMax[slot]!);
      if (earliest > latest) continue;
      for (let s = 0; s < shiftCount; s++) {
        const worker = shifts.worker[s]!;
        if (d.frozen) {
          if (d.shift === s) admit(slot, s, some);
          continue;
        }
        const from = Math.max(earliest, shifts.beginMin[s]!);
        const to = Math.min(latest, shifts.endMax[s]!);
        if (from > to) continue;
        holds[worker] ??= allowed(task, demand.workers[worker]!);
        if (!holds[worker] || (only !== null && !only.has(s))) continue;
        if ((d.shift !== undefined && d.shift !== s) || (d.worker !== undefined && d.worker !== worker)) continue;
        const days = skilledDays(demand, task, demand.workers[worker]!, from, to);
        if (days === "never") continue;
        if (days === "sometimes") skillsByDay[slot] = 1;
        admit(slot, s, some);
      }
    }
    for (let s = 0; s < shiftCount; s++) if (some[s] === 1) lists[t]!.push(s);
  }
  const list = flatten(lists);
  return { slots: { words, eligible, skillsByDay }, tasks: { shiftFrom: list.from, shiftList: list.items } };
}

/** All conditions of `who` that do not depend on the day. */
function allowed(task: Task, worker: Worker): boolean {
  const { who } = task;
  if (who.only !== undefined && !who.only.includes(worker.id)) return false;
  if (who.not?.some((name) => name === worker.id || worker.traits.includes(name))) return false;
  return who.traits?.every((trait) => worker.traits.includes(trait)) ?? true;
}

/** Does the worker hold every skill on the days from tick `from` to tick `to`? */
function skilledDays(demand: Demand, task: Task, worker: Worker, from: number, to: number): "always" | "sometimes" | "never" {
  const wanted = task.who.all ?? [];
  if (wanted.length === 0) return "always";
  const firstDay = from <= -OPEN ? 0 : dayIndexAt(demand.days, from);
  const lastDay = to >= OPEN ? demand.days.length - 1 : dayIndexAt(demand.days, to);
  let good = 0;
  for (let day = firstDay; day <= lastDay; day++) if (skilledOn(task, worker, day)) good++;
  return good === 0 ? "never" : good === lastDay - firstDay + 1 ? "always" : "sometimes";
}
