/**
 * Cuts a plan into regions, one per lane, that lanes change at the same time without meeting: rounds in order along a direction that
 * is drawn anew each time, cut into parts of as many tasks. The direction runs between two places, so that travel times are all it takes
 * (Faloutsos and Lin 1995, "FastMap", doi:10.1145/223784.223812).
 */
import { NONE, type Problem } from "../problem/problem.ts";
import type { Solution } from "../problem/solution.ts";
import type { Random } from "../random.ts";
import type { Neighbours } from "./neighbours.ts";
import { baseTicks } from "./travel.ts";

/** Plain data, the same in every lane. */
export interface Cut {
  /** [shift] the lane that may change its round. */
  readonly ofShift: Uint8Array;
  /** [task] the lane that may serve it, or whose round it is in. */
  readonly ofTask: Uint8Array;
  /** [task] 1: stays as and when it is, since what it is tied to is in another region. */
  readonly fixed: Uint8Array;
}

/** Places drawn of which the one farthest from the first gives the direction. */
const DRAWS = 8;

/** Cuts `solution` into `lanes` regions, at most 256. O(tasks + relations + shifts log shifts). */
export function cutRegions(p: Problem, solution: Solution, lanes: number, neighbours: Neighbours, random: Random): Cut {
  const ofShift = shiftRegions(p, solution, lanes, random);
  const shiftOf = new Int32Array(p.taskCount).fill(NONE);
  for (const { shift, tasks } of solution.rounds) for (const task of tasks) shiftOf[task] = shift;
  const ofTask = Uint8Array.from(shiftOf, (shift, task) => (shift === NONE ? unservedRegion(p, task, shiftOf, ofShift, neighbours) : ofShift[shift]!) % lanes);
  return { ofShift, ofTask, fixed: tiedAcross(p, ofTask) };
}

/** [shift] region; those of one person stay together. Unused people are dealt out. */
function shiftRegions(p: Problem, { rounds }: Solution, lanes: number, random: Random): Uint8Array {
  const key = new Float64Array(p.workerCount);
  const placed = new Int32Array(p.workerCount);
  const weight = new Int32Array(p.workerCount);
  const along = direction(p, rounds.flatMap(({ tasks }) => tasks.map((task) => p.tasks.place[task]!).filter((place) => place >= 0)), random);
  for (const { shift, tasks } of rounds) {
    const worker = p.shifts.worker[shift]!;
    for (const task of tasks) {
      if (p.tasks.place[task]! < 0) continue;
      key[worker]! += along(p.tasks.place[task]!);
      placed[worker]!++;
    }
    weight[worker]! += tasks.length;
  }
  const used = Array.from(weight.keys()).filter((worker) => weight[worker]! > 0);
  const mean = (worker: number): number => key[worker]! / Math.max(1, placed[worker]!);
  used.sort((a, b) => mean(a) - mean(b) || a - b);
  const total = weight.reduce((sum, tasks) => sum + tasks, 0);
  const ofWorker = new Uint8Array(p.workerCount);
  let before = 0;
  for (const worker of used) {
    ofWorker[worker] = Math.min(lanes - 1, Math.floor(((before + weight[worker]! / 2) * lanes) / total));
    before += weight[worker]!;
  }
  let dealt = 0;
  for (let worker = 0; worker < p.workerCount; worker++) if (weight[worker] === 0) ofWorker[worker] = dealt++ % lanes;
  return Uint8Array.from(p.shifts.worker.subarray(0, p.shiftCount), (worker) => ofWorker[worker]!);
}

/** How far a place is along a drawn direction: in a plane, what its squared distances to two places differ by. */
export function direction(p: Problem, places: readonly number[], random: Random): (place: number) => number {
  if (places.length === 0) return () => 0;
  const from = random.pick(places);
  const distance = (a: number, b: number): number => baseTicks(p, 0, a, b);
  let to = from;
  for (let k = 0; k < DRAWS; k++) {
    const drawn = random.pick(places);
    if (distance(from, drawn) > distance(from, to)) to = drawn;
  }
  return (place) => distance(from, place) ** 2 - distance(to, place) ** 2;
}

/** With its own shift, else with what it is tied to, else with what is near. */
function unservedRegion(p: Problem, task: number, shiftOf: Int32Array, ofShift: Uint8Array, neighbours: Neighbours): number {
  if (p.tasks.ownShift[task]! !== NONE) return ofShift[p.tasks.ownShift[task]!]!;
  const { relations } = p;
  for (let k = relations.ofTaskFrom[task]!; k < relations.ofTaskFrom[task + 1]!; k++) {
    const relation = relations.ofTask[k]!;
    for (let m = relations.memberFrom[relation]!; m < relations.memberFrom[relation + 1]!; m++) {
      const shift = shiftOf[relations.members[m]!]!;
      if (shift !== NONE) return ofShift[shift]!;
    }
  }
  for (let k = 0; k < neighbours.width; k++) {
    const near = neighbours.list[task * neighbours.width + k]!;
    if (near < 0) break;
    if (shiftOf[near]! !== NONE) return ofShift[shiftOf[near]!]!;
  }
  return task;
}

/** [task] 1: a hard relation ties it to a task of another region. */
export function tiedAcross({ relations, taskCount }: Problem, ofTask: Uint8Array): Uint8Array {
  const fixed = new Uint8Array(taskCount);
  for (let k = 0; k < relations.count; k++) {
    if (relations.soft[k]! >= 0) continue;
    const members = relations.members.subarray(relations.memberFrom[k]!, relations.memberFrom[k + 1]!);
    if (members.every((task) => ofTask[task] === ofTask[members[0]!])) continue;
    for (const task of members) fixed[task] = 1;
  }
  return fixed;
}
