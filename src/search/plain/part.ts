/** A part of a plain problem as a problem of its own: some neighbouring rounds with their tasks, and a few unused shifts. */
import { NONE } from "../../problem/problem.ts";
import type { Random } from "../../random.ts";
import { ownersIn, tasksOf } from "./copies.ts";
import { type Near, noNear } from "./near.ts";
import { mayServe, type Plain } from "./plain.ts";

/** Rows of a part and of the whole that it was cut from. */
export interface Part {
  readonly plain: Plain;
  /** [row in the part] row in the whole. */
  readonly tasks: Int32Array;
  readonly shifts: Int32Array;
}

/** A part has at least so many tasks and rounds, unless fewer are near. */
const FEWEST_TASKS = 120;
const FEWEST_ROUNDS = 5;
/** Unused shifts in it, like those in use. */
const SPARE = 2;

/** The rounds about task `seed`, with tasks near it that are left out. `copy`: as `Rounds` copies it. O(tasks + shifts + modes × points of the part squared). */
export function partAbout(p: Plain, near: Near, copy: Int32Array, seed: number, random: Random): Part {
  const owner = ownersIn(p, copy);
  const shifts = new Set<number>();
  const tasks: number[] = [];
  for (let k = -1; k < near.width && (tasks.length < FEWEST_TASKS || shifts.size < FEWEST_ROUNDS); k++) {
    const u = k < 0 ? seed : near.around[seed * near.width + k]!;
    if (u < 0) break;
    const r = owner[u]!;
    if (r === NONE) tasks.push(u);
    if (r === NONE || shifts.has(r)) continue;
    shifts.add(r);
    tasks.push(...tasksOf(p, copy, r));
  }
  const kinds = new Set(Array.from(shifts, (r) => p.kind[r]!));
  const first = random.below(p.shiftCount);
  for (let k = 0, spare = 0; k < p.shiftCount && spare < SPARE; k++) {
    const r = (first + k) % p.shiftCount;
    if (copy[p.taskCount + r]! < p.taskCount || (kinds.size > 0 && !kinds.has(p.kind[r]!))) continue;
    shifts.add(r);
    spare++;
  }
  return partOf(p, Int32Array.from(tasks), Int32Array.from(shifts));
}

/** These tasks and shifts as a problem of their own. */
function partOf(p: Plain, tasks: Int32Array, shifts: Int32Array): Part {
  const points = Array.from(tasks);
  const rows = new Map<number, number>();
  const rowOf = (point: number): number => {
    if (!rows.has(point)) rows.set(point, points.push(point) - 1);
    return rows.get(point)!;
  };
  const fromPoint = shifts.map((r) => rowOf(p.fromPoint[r]!));
  const toPoint = shifts.map((r) => rowOf(p.toPoint[r]!));
  const ofTasks = (column: Int32Array): Int32Array => tasks.map((t) => column[t]!);
  const ofShifts = (column: Int32Array): Int32Array => shifts.map((r) => column[r]!);
  const to = cutMatrices(p, p.to, points);
  const plain: Plain = {
    taskCount: tasks.length,
    shiftCount: shifts.length,
    earliest: ofTasks(p.earliest),
    latest: ofTasks(p.latest),
    service: ofTasks(p.service),
    load: Float64Array.from(tasks, (t) => p.load[t]!),
    capacity: Float64Array.from(shifts, (r) => p.capacity[r]!),
    price: Float64Array.from(tasks, (t) => p.price[t]!),
    begin: ofShifts(p.begin),
    end: ofShifts(p.end),
    fromPoint,
    toPoint,
    base: shifts.map((r) => (p.base[r]! / p.pointCount ** 2) * points.length ** 2),
    kind: ofShifts(p.kind),
    pointCount: points.length,
    to,
    from: p.from === p.to ? to : cutMatrices(p, p.from, points),
    ...cutEligibility(p, tasks, shifts),
    level: p.level,
    slope: p.slope,
  };
  return { plain, tasks, shifts };
}

/** Of every mode, rows and columns of `points`. */
function cutMatrices({ pointCount }: Plain, whole: Plain["to"], points: readonly number[]): Plain["to"] {
  const modes = whole.length / pointCount ** 2;
  const cells = modes * points.length ** 2;
  const cut = whole instanceof Uint16Array ? new Uint16Array(cells) : new Int32Array(cells);
  let k = 0;
  for (let mode = 0; mode < modes; mode++) {
    for (const a of points) {
      const row = (mode * pointCount + a) * pointCount;
      for (const b of points) cut[k++] = whole[row + b]!;
    }
  }
  return cut;
}

function cutEligibility(p: Plain, tasks: Int32Array, shifts: Int32Array): Pick<Plain, "eligible" | "words"> {
  const words = (shifts.length + 31) >> 5;
  if (p.eligible === null) return { eligible: null, words };
  const eligible = new Int32Array(tasks.length * words);
  for (let t = 0; t < tasks.length; t++) {
    for (let r = 0; r < shifts.length; r++) if (mayServe(p, tasks[t]!, shifts[r]!)) eligible[t * words + (r >> 5)]! |= 1 << (r & 31);
  }
  return { eligible, words };
}

/** The lists of the whole of `taskCount` tasks, cut to the part. O(taskCount + width × tasks of the part). */
export function cutNear(near: Near, { plain, tasks }: Part, taskCount: number): Near {
  const cut = noNear(plain, near.width);
  const row = new Int32Array(taskCount).fill(NONE);
  for (let k = 0; k < tasks.length; k++) row[tasks[k]!] = k;
  const pick = (from: Int32Array, into: Int32Array, ticks: Int32Array | null, intoTicks: Int32Array | null): void => {
    for (let k = 0; k < tasks.length; k++) {
      let at = k * cut.width;
      const first = tasks[k]! * near.width;
      for (let j = first; j < first + near.width && at < (k + 1) * cut.width && from[j]! >= 0; j++) {
        const u = row[from[j]!]!;
        if (u === NONE) continue;
        if (ticks !== null) intoTicks![at] = ticks[j]!;
        into[at++] = u;
      }
    }
  };
  pick(near.around, cut.around, null, null);
  pick(near.before, cut.before, near.fromBefore, cut.fromBefore);
  pick(near.after, cut.after, near.toAfter, cut.toAfter);
  return cut;
}

/** A copy of the whole `p`, cut to the part. O(tasks). */
export function cutCopy(p: Plain, { plain, tasks, shifts }: Part, copy: Int32Array): Int32Array {
  const row = new Int32Array(p.taskCount);
  for (let k = 0; k < tasks.length; k++) row[tasks[k]!] = k;
  const cut = new Int32Array(plain.taskCount + 2 * plain.shiftCount);
  for (let r = 0; r < shifts.length; r++) {
    link(plain, cut, r, tasksOf(p, copy, shifts[r]!).map((v) => row[v]!));
  }
  return cut;
}

/** Lays a copy of the part into one of the whole `p`. O(tasks of the part). */
export function layCopy(p: Plain, { plain, tasks, shifts }: Part, cut: Int32Array, copy: Int32Array): void {
  for (let r = 0; r < shifts.length; r++) {
    link(p, copy, shifts[r]!, tasksOf(plain, cut, r).map((v) => tasks[v]!));
  }
}

/** Writes the round of shift `r` into a copy. */
function link({ taskCount, shiftCount }: Plain, copy: Int32Array, r: number, tasks: readonly number[]): void {
  let at = taskCount + r;
  for (const task of tasks) {
    copy[at] = task;
    at = task;
  }
  copy[at] = taskCount + shiftCount + r;
}
