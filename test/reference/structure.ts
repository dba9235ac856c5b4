/** A plan without its times: who does what in which order, slot and place. Its times are variables. */
import type { PlannedShift } from "../../src/model/plan.ts";
import type { Tick } from "../../src/units.ts";
import { frozenSeat } from "./begun.ts";
import { optionAt, type Reading, shiftAt, taskAt } from "./reading.ts";
import { baseTicks, NOWHERE } from "./trips.ts";

/** One task of a round. `start` and `end` are variables. */
export interface Visit {
  readonly task: number;
  readonly slot: number;
  readonly place: number;
  readonly start: number;
  readonly end: number;
}

/** A trip with the entry after it: from variable `depart` (an end, or the begin) to variable `arrive` (a start, or the end). */
export interface Leg {
  readonly from: number;
  readonly to: number;
  readonly ticks: number;
  readonly entry: number;
  readonly depart: number;
  readonly arrive: number;
  /** Nobody sets out before; -Infinity: the baseline goes the same way, or there is no `now`. */
  readonly notBefore: Tick;
}

export interface Round {
  readonly shift: number;
  readonly option: number;
  readonly mode: string;
  readonly begin: number;
  readonly end: number;
  readonly visits: readonly Visit[];
  /** One more than visits. */
  readonly legs: readonly Leg[];
}

export interface Structure {
  /** Used shifts, in the order of the Demand. */
  readonly rounds: readonly Round[];
  /** [task] -> where it is served. */
  readonly seats: readonly (Seat | undefined)[];
  /** Number of variables, the zero included. */
  readonly variables: number;
}

export interface Seat {
  readonly round: Round;
  readonly visit: Visit;
  readonly position: number;
}

/** What a round is made of, before variables are given out. */
export interface Draft {
  readonly shift: number;
  readonly option: number;
  readonly visits: readonly { readonly task: number; readonly slot: number; readonly place: number }[];
}

export function structureOf(reading: Reading, drafts: readonly Draft[]): Structure {
  let next = 1;
  const rounds = drafts.map((draft): Round => {
    const { mode, from, to } = optionAt(reading, draft.shift, draft.option);
    const begin = next++;
    const visits = draft.visits.map((v): Visit => ({ ...v, start: next++, end: next++ }));
    const end = next++;
    const legs: Leg[] = [];
    let place = from ?? NOWHERE;
    let depart = begin;
    const ways = waysBefore(reading, draft.shift);
    const leaveFor = (from: number | undefined, to: number | undefined): Tick =>
      ways.some((way) => way.from === from && (way.to === to || (way.hasBegun && (to === undefined || frozenSeat(reading, to) !== undefined)))) ? Number.NEGATIVE_INFINITY : (reading.demand.now ?? Number.NEGATIVE_INFINITY);
    for (const [i, v] of visits.entries()) {
      const entry = i === 0 || v.place !== place ? (taskAt(reading, v.task).stopTicks ?? 0) : 0;
      legs.push({ from: place, to: v.place, ticks: baseTicks(reading, mode, place, v.place), entry, depart, arrive: v.start, notBefore: leaveFor(draft.visits[i - 1]?.task, v.task) });
      place = v.place;
      depart = v.end;
    }
    const last = to ?? NOWHERE;
    legs.push({ from: place, to: last, ticks: baseTicks(reading, mode, place, last), entry: 0, depart, arrive: end, notBefore: leaveFor(draft.visits.at(-1)?.task, undefined) });
    return { shift: draft.shift, option: draft.option, mode, begin, end, visits, legs };
  });
  const seats: (Seat | undefined)[] = reading.demand.tasks.map(() => undefined);
  for (const round of rounds) for (const [position, visit] of round.visits.entries()) seats[visit.task] = { round, visit, position };
  return { rounds, seats, variables: next };
}

/** From what to what the baseline goes on a shift; undefined: its begin, its end. */
function waysBefore(reading: Reading, shift: number): { from: number | undefined; to: number | undefined; hasBegun: boolean }[] {
  const was = reading.demand.baseline?.find((b) => b.shift === shiftAt(reading, shift).id);
  if (was === undefined) return [];
  const tasks = was.tasks.map((t) => reading.taskIndex.get(t.id));
  return [...tasks, undefined].map((to, i) => ({ from: tasks[i - 1], to, hasBegun: to !== undefined && frozenSeat(reading, to) !== undefined }));
}

/** The rounds of a plan, as a structure with the same variables. */
export function structureOfPlan(reading: Reading, shifts: readonly PlannedShift[]): Structure {
  const used = shifts.map((p) => ({ p, shift: reading.shiftIndex.get(p.shift) as number }));
  used.sort((a, b) => a.shift - b.shift);
  const drafts = used.map(({ p, shift }): Draft => {
    const { from, to } = optionAt(reading, shift, p.option);
    let before = from ?? NOWHERE;
    const visits = p.tasks.map((t, i) => {
      const task = reading.taskIndex.get(t.id) as number;
      const fixed = taskAt(reading, task).place;
      let place: number;
      if (typeof fixed === "number") place = fixed;
      else if (fixed === "shiftEnd") place = to ?? before;
      else place = t.at ?? (before !== NOWHERE ? before : fixedPlaceAfter(reading, p, i, to));
      before = place;
      return { task, slot: t.slot, place };
    });
    return { shift, option: p.option, visits };
  });
  return structureOf(reading, drafts);
}

function fixedPlaceAfter(reading: Reading, p: PlannedShift, index: number, to: number | null): number {
  const after = p.tasks[index + 1];
  if (after === undefined) return to ?? NOWHERE;
  const { place } = taskAt(reading, reading.taskIndex.get(after.id) as number);
  if (typeof place === "number") return place;
  return after.at ?? (place === "shiftEnd" ? (to ?? NOWHERE) : fixedPlaceAfter(reading, p, index + 1, to));
}

/** The planned shifts of a structure at the values `x` of its variables. */
export function plannedShifts(reading: Reading, structure: Structure, x: readonly number[]): PlannedShift[] {
  const at = (variable: number): number => x[variable] as number;
  return structure.rounds.map((round) => ({
    shift: reading.demand.shifts[round.shift]?.id as string,
    option: round.option,
    begin: at(round.begin),
    end: at(round.end),
    tasks: round.visits.map((v) => {
      const { id, place } = taskAt(reading, v.task);
      const open = (place === "neighbour" || place === "anywhere") && v.place !== NOWHERE;
      return { id, slot: v.slot, start: at(v.start), end: at(v.end), ...(open ? { at: v.place } : {}) };
    }),
  }));
}
