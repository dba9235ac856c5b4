/** A plan without its times: who does what, in which order, slot and place. Its times are numbered, 0 being the zero. */
import { BEGUN, NONE, OPEN, type Problem } from "../../problem/problem.ts";

/** No place: a round that starts nowhere is there until it comes to one. */
export const NOWHERE = NONE;

export interface Stop {
  readonly task: number;
  /** Slot row. */
  readonly slot: number;
  readonly place: number;
}

export interface Visit extends Stop {
  /** Numbers of times. */
  readonly start: number;
  readonly end: number;
}

/** A trip and the entry after it, from one time to another. */
export interface Leg {
  readonly ticks: number;
  readonly metres: number;
  readonly entry: number;
  readonly depart: number;
  readonly arrive: number;
  /** Nobody sets out before; -Infinity: the baseline goes the same way, or there is no `now`. */
  readonly notBefore: number;
}

export interface Draft {
  readonly shift: number;
  readonly option: number;
  readonly stops: readonly Stop[];
}

export interface Round {
  readonly shift: number;
  readonly option: number;
  readonly mode: number;
  readonly begin: number;
  readonly end: number;
  readonly visits: readonly Visit[];
  readonly legs: readonly Leg[];
}

export interface Seat {
  readonly round: Round;
  readonly visit: Visit;
  readonly position: number;
}

export interface Structure {
  readonly rounds: readonly Round[];
  /** [task] */
  readonly seats: readonly (Seat | undefined)[];
  /** [shift] */
  readonly roundOf: readonly (Round | undefined)[];
  /** How many times there are, the zero included. */
  readonly times: number;
}

export function ticksBetween({ travel }: Problem, mode: number, from: number, to: number): number {
  return from < 0 || to < 0 || from === to ? 0 : travel.ticks[(mode * travel.placeCount + from) * travel.placeCount + to]!;
}

function metresBetween({ travel }: Problem, mode: number, from: number, to: number): number {
  return from < 0 || to < 0 || from === to ? 0 : (travel.metres[(mode * travel.placeCount + from) * travel.placeCount + to] ?? 0);
}

/** Does the baseline go from the one node to the other, or to what has begun? */
function wentBefore({ freeze: { goesTo }, tasks, taskCount }: Problem, node: number, next: number): boolean {
  return goesTo[node] === next || (goesTo[node] === BEGUN && (next >= taskCount || tasks.frozen[next] === 1));
}

/** O(tasks + shifts). */
export function structureOf(problem: Problem, drafts: readonly Draft[]): Structure {
  const { shifts, tasks } = problem;
  let times = 1;
  const seats: (Seat | undefined)[] = new Array(problem.taskCount);
  const roundOf: (Round | undefined)[] = new Array(problem.shiftCount);
  const rounds = drafts.map(({ shift, option, stops }): Round => {
    const mode = shifts.optionMode[option]!;
    const begin = times++;
    const visits = stops.map((stop): Visit => ({ ...stop, start: times++, end: times++ }));
    const end = times++;
    const legs: Leg[] = [];
    let here = shifts.optionFromPlace[option]!;
    let depart = begin;
    const base = problem.taskCount + shift;
    let node = base;
    const go = (place: number, entry: number, arrive: number, next: number): void => {
      const notBefore = problem.freeze.now <= -OPEN || wentBefore(problem, node, next) ? Number.NEGATIVE_INFINITY : problem.freeze.now;
      legs.push({
        ticks: ticksBetween(problem, mode, here, place),
        metres: metresBetween(problem, mode, here, place),
        entry,
        depart,
        arrive,
        notBefore,
      });
      node = next;
    };
    visits.forEach((visit, i) => {
      go(visit.place, i === 0 || visit.place !== here ? tasks.stopTicks[visit.task]! : 0, visit.start, visit.task);
      here = visit.place;
      depart = visit.end;
    });
    go(shifts.optionToPlace[option]!, 0, end, base);
    const round = { shift, option, mode, begin, end, visits, legs };
    visits.forEach((visit, position) => {
      seats[visit.task] = { round, visit, position };
    });
    roundOf[shift] = round;
    return round;
  });
  return { rounds, seats, roundOf, times };
}

/** Pace of the shift's worker at the task; 1 for what has begun. */
export function paceOf({ tasks, workers, shifts }: Problem, task: number, shift: number): number {
  return workers.pace[shifts.worker[shift]! * workers.classCount + tasks.klass[task]!]!;
}

/** Shortest and longest duration on the shift. */
export function durationsOf(problem: Problem, task: number, shift: number): readonly [number, number] {
  const { durationMin, durationMax, frozen } = problem.tasks;
  if (frozen[task] === 1) return [durationMin[task]!, durationMax[task]!];
  const pace = paceOf(problem, task, shift);
  return [Math.round(durationMin[task]! * pace), Math.round(durationMax[task]! * pace)];
}
