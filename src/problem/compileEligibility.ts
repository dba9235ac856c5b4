/** Who may do what, when: bits per slot and shift. */
import type { Demand, Task, Worker } from "../model/demand.ts";
import { dayIndexAt } from "../model/time.ts";
import type { Rows } from "./compileShifts.ts";
import type { Decided } from "./compileTasks.ts";
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
  const skilled = new Skilled(demand);
  const admit = (slot: number, s: number): void => {
    eligible[slot * words + (s >> 5)]! |= 1 << (s & 31);
  };
  let slot = 0;
  let looked = 0;
  for (const [t, task] of demand.tasks.entries()) {
    if (looked > PIECE) {
      looked = 0;
      yield;
    }
    looked += task.slots.length * shiftCount;
    const { only: workers, not, traits } = task.who;
    const isAnyone = workers === undefined && not === undefined && traits === undefined;
    const holds: boolean[] = [];
    const days = skilled.daysOf(task);
    const only = task.who.shifts === undefined ? null : new Set(task.who.shifts.map((id) => rows.shift.get(id)));
    const d = decided[t]!;
    for (let k = 0; k < task.slots.length; k++, slot++) {
      const earliest = times.startMin[slot]!;
      const latest = Math.min(times.startMax[slot]!, times.endMax[slot]!);
      if (earliest > latest) continue;
      for (let s = 0; s < shiftCount; s++) {
        const worker = shifts.worker[s]!;
        if (d.frozen) {
          if (d.shift === s) admit(slot, s);
          continue;
        }
        const from = Math.max(earliest, shifts.beginMin[s]!);
        const to = Math.min(latest, shifts.endMax[s]!);
        if (from > to) continue;
        if (!isAnyone) holds[worker] ??= allowed(task, demand.workers[worker]!);
        if (holds[worker] === false || (only !== null && !only.has(s))) continue;
        if ((d.shift !== undefined && d.shift !== s) || (d.worker !== undefined && d.worker !== worker)) continue;
        if (days !== null) {
          const share = skilled.share(days, worker, from, to);
          if (share === 0) continue;
          if (share < 1) skillsByDay[slot] = 1;
        }
        admit(slot, s);
      }
    }
  }
  return { slots: { words, eligible, skillsByDay }, tasks: shiftsByTask(times.task, demand.tasks.length, eligible, words) };
}

/** The shifts that may serve a task in one of its slots, ascending. */
function shiftsByTask(taskOfSlot: Int32Array, taskCount: number, eligible: Int32Array, words: number): Eligibility["tasks"] {
  const some = new Int32Array(taskCount * words);
  for (let slot = 0; slot < taskOfSlot.length; slot++) {
    for (let w = 0; w < words; w++) some[taskOfSlot[slot]! * words + w]! |= eligible[slot * words + w]!;
  }
  const shiftFrom = new Int32Array(taskCount + 1);
  for (let t = 0; t < taskCount; t++) {
    let count = 0;
    for (let w = t * words; w < (t + 1) * words; w++) for (let bits = some[w]!; bits !== 0; bits &= bits - 1) count++;
    shiftFrom[t + 1] = shiftFrom[t]! + count;
  }
  const shiftList = new Int32Array(shiftFrom[taskCount]!);
  let at = 0;
  for (let w = 0; w < some.length; w++) {
    for (let bits = some[w]!; bits !== 0; bits &= bits - 1) shiftList[at++] = ((w % words) << 5) + 31 - Math.clz32(bits & -bits);
  }
  return { shiftFrom, shiftList };
}

/** All conditions of `who` that do not depend on the day. */
function allowed(task: Task, worker: Worker): boolean {
  const { who } = task;
  if (who.only !== undefined && !who.only.includes(worker.id)) return false;
  if (who.not?.some((name) => name === worker.id || worker.traits.includes(name))) return false;
  return who.traits?.every((trait) => worker.traits.includes(trait)) ?? true;
}

/** On which days who holds what is asked; found out once for tasks that ask the same. */
class Skilled {
  private readonly demand: Demand;
  private readonly known = new Map<string, Uint8Array>();

  constructor(demand: Demand) {
    this.demand = demand;
  }

  /** [worker * days + day] 1: holds every skill that the task asks; null: it asks none. */
  daysOf(task: Task): Uint8Array | null {
    const { all = [], level } = task.who;
    if (all.length === 0) return null;
    const key = JSON.stringify([level, ...all]);
    const found = this.known.get(key);
    if (found !== undefined) return found;
    const { workers, days } = this.demand;
    const table = new Uint8Array(workers.length * days.length);
    for (const [w, worker] of workers.entries()) {
      for (let day = 0; day < days.length; day++) table[w * days.length + day] = skilledOn(task, worker, day) ? 1 : 0;
    }
    this.known.set(key, table);
    return table;
  }

  /** Share of the days from tick `from` to tick `to` on which they are held. */
  share(table: Uint8Array, worker: number, from: number, to: number): number {
    const { days } = this.demand;
    const first = from <= -OPEN || days.length === 1 ? 0 : dayIndexAt(days, from);
    const last = to >= OPEN || days.length === 1 ? days.length - 1 : dayIndexAt(days, to);
    let good = 0;
    for (let day = first; day <= last; day++) good += table[worker * days.length + day]!;
    return good / (last - first + 1);
  }
}
