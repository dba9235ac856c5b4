/** What of the baseline has begun at `now`, worked out round by round. */
import type { PlannedShift } from "../../src/model/plan.ts";
import type { Id, Tick } from "../../src/units.ts";
import { optionAt, type Reading, shiftAt, taskAt } from "./reading.ts";
import { baseTicks, NOWHERE } from "./trips.ts";

/** What stays as it is. */
export interface FrozenSeat {
  readonly shift: Id;
  readonly slot: number;
  readonly start: Tick;
  readonly end: Tick;
  readonly place: number;
}

const known = new WeakMap<Reading, ReadonlyMap<number, FrozenSeat>>();

/** Where a task has begun, if it has. */
export function frozenSeat(reading: Reading, task: number): FrozenSeat | undefined {
  const seats = known.get(reading) ?? seatsOf(reading);
  known.set(reading, seats);
  return seats.get(task);
}

function seatsOf(reading: Reading): ReadonlyMap<number, FrozenSeat> {
  const { now, baseline } = reading.demand;
  const seats = new Map<number, FrozenSeat>();
  if (now === undefined) return seats;
  for (const round of baseline ?? []) {
    const shift = reading.shiftIndex.get(round.shift);
    if (shift === undefined) continue;
    const { mode, from } = optionAt(reading, shift, round.option);
    let here = from ?? NOWHERE;
    let free = round.begin;
    const tasks = round.tasks.filter(({ id }) => reading.taskIndex.has(id));
    for (const [i, { id, slot, start, end }] of tasks.entries()) {
      const task = reading.taskIndex.get(id) as number;
      const place = placeIn(reading, { ...round, tasks }, i);
      const entry = i === 0 || place !== here ? (taskAt(reading, task).stopTicks ?? 0) : 0;
      const latestStart = start - entry - baseTicks(reading, mode, here, place);
      if (start < now || (latestStart < now && latestStart >= free)) seats.set(task, { shift: shiftAt(reading, shift).id, slot, start, end, place });
      here = place;
      free = end;
    }
  }
  return seats;
}

/** Where the i-th task of a planned round is done: looking back, and only at the start of a round without places, ahead. */
function placeIn(reading: Reading, round: PlannedShift, i: number): number {
  const { from, to } = optionAt(reading, reading.shiftIndex.get(round.shift) as number, round.option);
  const own = (k: number): number | undefined => {
    const planned = round.tasks[k];
    if (planned === undefined) return undefined;
    const { place } = taskAt(reading, reading.taskIndex.get(planned.id) as number);
    if (typeof place === "number") return place;
    return place === "shiftEnd" ? (to ?? undefined) : planned.at;
  };
  for (let k = i; k >= 0; k--) if (own(k) !== undefined) return own(k) as number;
  if (from !== null) return from;
  for (let k = i + 1; k < round.tasks.length; k++) if (own(k) !== undefined) return own(k) as number;
  return to ?? NOWHERE;
}
