/**
 * Cuts a problem that has no plan yet into parts of the map, each with as many tasks and people: halves along a direction, and halves of these along
 * others. Rounds that are made within a part are near where they should be, which a plan made all at once is far from when there are thousands of tasks.
 */
import { NONE, type Problem } from "../problem/problem.ts";
import type { Random } from "../random.ts";
import { type Cut, direction, tiedAcross } from "./regions.ts";

/** Parts at most; a task or shift outside what is cut has this number. */
export const MOST_PARTS = 255;
/** Places from which on people are parted by where they start; else they are dealt out. */
const STARTS = 4;
/** Members up to which a relation keeps tasks together. */
const MOST_TIED = 4;

/** Cuts `tasks` and the shifts of `workers` into `parts`; what hard relations tie stays together. O(tasks log tasks log parts). */
export function cutParts(p: Problem, tasks: readonly number[], workers: readonly number[], parts: number, random: Random): Cut {
  const groupOf = tiedGroups(p);
  const ofTask = new Uint8Array(p.taskCount).fill(MOST_PARTS);
  const ofWorker = new Uint8Array(p.workerCount).fill(MOST_PARTS);
  const starts = startsOf(p);
  const cut = (rows: readonly number[], people: readonly number[], first: number, count: number): void => {
    if (count === 1) {
      for (const task of rows) ofTask[task] = first;
      for (const worker of people) ofWorker[worker] = first;
      return;
    }
    const left = count >> 1;
    const along = direction(p, rows.map((task) => p.tasks.place[task]!).filter((place) => place >= 0), random);
    const keyOf = (place: number): number => (place < 0 ? 0 : along(place));
    const [here, there] = halves(rows, (task) => keyOf(p.tasks.place[groupOf[task]!]!), (task) => groupOf[task]!, left / count);
    const isTold = new Set(people.map((worker) => starts[worker]!)).size >= STARTS;
    const [some, others] = isTold ? halves(people, (worker) => keyOf(starts[worker]!), (worker) => worker, left / count) : dealt(people, left / count);
    cut(here, some, first, left);
    cut(there, others, first + left, count - left);
  };
  cut(tasks, workers, 0, parts);
  const ofShift = Uint8Array.from(p.shifts.worker.subarray(0, p.shiftCount), (worker) => ofWorker[worker]!);
  for (const task of tasks) if (p.tasks.ownShift[task]! !== NONE) ofTask[task] = ofShift[p.tasks.ownShift[task]!]!;
  return { ofShift, ofTask, fixed: tiedAcross(p, ofTask) };
}

/** The whole problem in as many parts. */
export const cutProblem = (p: Problem, parts: number, random: Random): Cut =>
  cutParts(p, Array.from({ length: p.taskCount }, (_, task) => task), Array.from({ length: p.workerCount }, (_, worker) => worker), parts, random);

/** Shifts that a person has, on average: on each, other tasks crowd each other. At least 1. */
export const shiftsOfOne = ({ shiftCount, workerCount }: Problem): number => Math.max(1, shiftCount / Math.max(1, workerCount));

/** The first `share` of the rows in the order of their keys, and the rest; rows of a group stay together. */
function halves(rows: readonly number[], keyOf: (row: number) => number, groupOf: (row: number) => number, share: number): [number[], number[]] {
  const keys = new Map(rows.map((row) => [row, keyOf(row)]));
  const order = rows.toSorted((a, b) => keys.get(a)! - keys.get(b)! || groupOf(a) - groupOf(b) || a - b);
  let at = Math.floor(order.length * share);
  while (at > 0 && at < order.length && groupOf(order[at]!) === groupOf(order[at - 1]!)) at++;
  return [order.slice(0, at), order.slice(at)];
}

/** The same `share` of them, spread evenly. */
function dealt(rows: readonly number[], share: number): [number[], number[]] {
  const isFirst = (k: number): boolean => Math.floor((k + 1) * share) > Math.floor(k * share);
  return [rows.filter((_, k) => isFirst(k)), rows.filter((_, k) => !isFirst(k))];
}

/** [worker] where the first shift starts. */
function startsOf({ shifts, shiftCount, workerCount }: Problem): Int32Array {
  const starts = new Int32Array(workerCount).fill(NONE);
  for (let r = shiftCount - 1; r >= 0; r--) starts[shifts.worker[r]!] = shifts.optionFromPlace[shifts.optionFrom[r]!]!;
  return starts;
}

/** [task] the first task of those that hard relations of few members tie together, one to the next. */
function tiedGroups({ relations, taskCount }: Problem): Int32Array {
  const groupOf = Int32Array.from({ length: taskCount }, (_, task) => task);
  const rootOf = (task: number): number => {
    let root = task;
    while (groupOf[root] !== root) root = groupOf[root]!;
    return root;
  };
  for (let k = 0; k < relations.count; k++) {
    const [from, to] = [relations.memberFrom[k]!, relations.memberFrom[k + 1]!];
    if (relations.soft[k]! >= 0 || to - from > MOST_TIED) continue;
    for (let m = from + 1; m < to; m++) {
      const [a, b] = [rootOf(relations.members[from]!), rootOf(relations.members[m]!)];
      groupOf[Math.max(a, b)] = Math.min(a, b);
    }
  }
  return groupOf.map((_, task) => rootOf(task));
}
