/** From rounds as benchmarks publish them to a Plan. */
import { hashOf } from "../../model/hash.ts";
import type { Demand, Shift, Slot, Task } from "../../model/demand.ts";
import type { Plan, PlannedShift, PlannedTask } from "../../model/plan.ts";
import type { Id, Tick } from "../../units.ts";
import { travelTicks } from "./travelTicks.ts";

/** One task of a published round; `at` where the task leaves its place open. */
export interface Stop {
  readonly task: Task;
  readonly start: Tick;
  readonly end: Tick;
  readonly at?: number;
}

export interface Round {
  readonly shift: Shift;
  /** In the order served. */
  readonly stops: readonly Stop[];
}

/**
 * The Plan that the rounds are, good or bad: nothing is repaired. The departure is as late as the first start allows (or
 * fixed), the return is when the travel home ends; a task takes the last slot that has opened; tasks in no round are
 * unserved. O(tasks).
 */
export function planOf(demand: Demand, rounds: readonly Round[], tool: string): Plan {
  const served = new Set<Id>();
  for (const { stops } of rounds) for (const { task } of stops) served.add(task.id);
  return {
    version: 1,
    demandHash: hashOf(demand),
    shifts: rounds.filter((round) => round.stops.length > 0).map((round) => plannedShift(demand, round)),
    unserved: demand.tasks.filter((task) => !served.has(task.id)).map((task) => task.id),
    origin: { tool },
  };
}

/** Where a stop is. */
export const placeOf = (stop: Stop): number => (typeof stop.task.place === "number" ? stop.task.place : (stop.at ?? 0));

function plannedShift(demand: Demand, { shift, stops }: Round): PlannedShift {
  const first = stops[0] as Stop;
  const last = stops[stops.length - 1] as Stop;
  const option = shift.options[0] as Shift["options"][number];
  const travel = demand.travel.find((t) => t.mode === option.mode) as Demand["travel"][number];
  const latest = first.start - travelTicks(travel, option.from, placeOf(first));
  return {
    shift: shift.id,
    option: 0,
    begin: shift.fixedDeparture ? (shift.begins[0] ?? latest) : latest,
    end: last.end + travelTicks(travel, placeOf(last), option.to),
    tasks: stops.map(plannedTask),
  };
}

const plannedTask = ({ task, start, end, at }: Stop): PlannedTask => ({
  id: task.id,
  slot: slotAt(task.slots, start),
  start,
  end,
  ...(at === undefined ? {} : { at }),
});

/** The last slot that opens at or before the start; the first if none has. */
function slotAt(slots: readonly Slot[], start: Tick): number {
  for (let i = slots.length - 1; i > 0; i--) if ((slots[i]?.start[0] ?? start) <= start) return i;
  return 0;
}
