/**
 * Who is scarce? Each task spreads its duration over the shifts that may serve it, again and again with more for those that have less
 * to do, until no task can relieve a busy shift any more. What is then left uneven comes from skills, not from luck.
 */
import { OPEN, type Problem } from "../problem/problem.ts";

const ROUNDS = 24;
/** Pressure of a shift that nothing asks for. */
const LEAST = 1e-3;
/** Pressure from which a shift is scarce. */
const SCARCE = 1.05;
/** Length of a shift without bounds. */
const WORKDAY_MINUTES = 480;

export interface Scarcity {
  /** [shift] share of its time asked for, beside the mean over shifts. */
  readonly pressure: Float64Array;
  /** [task] pressure where it is least among the shifts that may serve it. */
  readonly ofTask: Float64Array;
  /** Tasks that only scarce shifts may serve, and tasks that scarce shifts and others may serve; none frozen. */
  readonly scarce: Int32Array;
  readonly generic: Int32Array;
}

/** O(sum over tasks of the shifts that may serve them). */
export function scarcityOf(p: Problem): Scarcity {
  const { shiftFrom, shiftList } = p.tasks;
  const pressure = pressureOf(p);
  const ofTask = new Float64Array(p.taskCount).fill(Number.POSITIVE_INFINITY);
  const scarce: number[] = [];
  const generic: number[] = [];
  for (let t = 0; t < p.taskCount; t++) {
    let most = 0;
    for (let k = shiftFrom[t]!; k < shiftFrom[t + 1]!; k++) {
      ofTask[t] = Math.min(ofTask[t]!, pressure[shiftList[k]!]!);
      most = Math.max(most, pressure[shiftList[k]!]!);
    }
    if (most < SCARCE || p.tasks.frozen[t] === 1) continue;
    (ofTask[t]! >= SCARCE ? scarce : generic).push(t);
  }
  return { pressure, ofTask, scarce: Int32Array.from(scarce), generic: Int32Array.from(generic) };
}

function pressureOf(p: Problem): Float64Array {
  const { shiftFrom, shiftList } = p.tasks;
  const groups = groupsOf(p);
  const pressure = new Float64Array(p.shiftCount);
  const time = Float64Array.from({ length: p.shiftCount }, (_, r) => lengthOf(p, r));
  const drawn = time.slice();
  for (let round = 0; round < ROUNDS; round++) {
    pressure.fill(0);
    for (const { task, ticks } of groups) {
      let all = 0;
      for (let k = shiftFrom[task]!; k < shiftFrom[task + 1]!; k++) all += drawn[shiftList[k]!]!;
      for (let k = shiftFrom[task]!; k < shiftFrom[task + 1]!; k++) {
        const r = shiftList[k]!;
        pressure[r]! += (ticks * drawn[r]!) / all / time[r]!;
      }
    }
    for (let r = 0; r < p.shiftCount; r++) drawn[r]! /= Math.sqrt(Math.max(LEAST, pressure[r]!));
  }
  const mean = pressure.reduce((a, b) => a + b, 0) / Math.max(1, p.shiftCount);
  return mean === 0 ? pressure : pressure.map((one) => one / mean);
}

/** Tasks that the same shifts may serve: one of them, and the ticks of all. */
interface Group {
  readonly task: number;
  ticks: number;
}

function groupsOf(p: Problem): readonly Group[] {
  const { shiftFrom, shiftList, durationMin } = p.tasks;
  const groups: Group[] = [];
  const byHash = new Map<number, Group[]>();
  for (let t = 0; t < p.taskCount; t++) {
    let hash = 0;
    for (let k = shiftFrom[t]!; k < shiftFrom[t + 1]!; k++) hash = Math.imul(hash ^ shiftList[k]!, 0x01000193) | 0;
    const alike = byHash.get(hash) ?? [];
    const group = alike.find(({ task }) => haveSameShifts(p, task, t));
    if (group !== undefined) group.ticks += durationMin[t]!;
    else {
      const added = { task: t, ticks: durationMin[t]! };
      groups.push(added);
      alike.push(added);
      byHash.set(hash, alike);
    }
  }
  return groups;
}

function haveSameShifts({ tasks: { shiftFrom, shiftList } }: Problem, a: number, b: number): boolean {
  const count = shiftFrom[a + 1]! - shiftFrom[a]!;
  if (shiftFrom[b + 1]! - shiftFrom[b]! !== count) return false;
  for (let k = 0; k < count; k++) if (shiftList[shiftFrom[a]! + k] !== shiftList[shiftFrom[b]! + k]) return false;
  return true;
}

function lengthOf(p: Problem, r: number): number {
  const { beginMin, endMax, paidTo } = p.shifts;
  const end = Math.min(paidTo[r]!, endMax[r]!);
  return end < OPEN && beginMin[r]! > -OPEN && end > beginMin[r]! ? end - beginMin[r]! : WORKDAY_MINUTES * p.ticksPerMinute;
}
