/** The one waiting time that UHHC does not count: between a lunch that opens a round and the first visit. */
import { costAt } from "../../../model/curve.ts";
import type { Demand, Task, Travel } from "../../../model/demand.ts";
import type { Plan } from "../../../model/plan.ts";
import type { Id, Tick } from "../../../units.ts";
import { placeOf, type Round, type Stop } from "../rounds.ts";
import { travelTicks } from "../travelTicks.ts";

/** Moves such a lunch as late as its window and the first visit allow, together with the departure; the wait becomes idle time before it. */
export function withLateOpeningLunch(demand: Demand, round: Round): Round {
  const [lunch, first, ...rest] = round.stops;
  if (lunch?.task.kind !== "break" || first === undefined || round.shift.fixedDeparture) return round;
  const latest = lunch.task.slots[0]?.start[1] ?? lunch.start;
  const shift = Math.min(waitAfter(demand, lunch, first), Math.max(0, latest - lunch.start));
  return shift <= 0 ? round : { ...round, stops: [{ ...lunch, start: lunch.start + shift, end: lunch.end + shift }, first, ...rest] };
}

/** What the term `total_waiting_time` charges for the waits that the benchmark does not count. */
export function uncountedWaiting(demand: Demand, plan: Plan): number {
  const term = demand.terms.find((t) => t.name === "total_waiting_time");
  if (term === undefined || term.level === 0) return 0;
  const tasks = new Map<Id, Task>(demand.tasks.map((task) => [task.id, task]));
  let ticks = 0;
  for (const { shift: id, tasks: planned } of plan.shifts) {
    const [lunch, first] = planned.slice(0, 2).map((p): Stop => ({ ...p, task: tasks.get(p.id) as Task }));
    if (lunch?.task.kind !== "break" || first === undefined) continue;
    const from = demand.shifts.find((shift) => shift.id === id)?.options[0]?.from ?? 0;
    ticks += Math.max(0, waitAfter(demand, { ...lunch, at: lunch.at ?? from }, first));
  }
  return costAt(term.curve, ticks / demand.ticksPerMinute);
}

const waitAfter = (demand: Demand, lunch: Stop, first: Stop): Tick =>
  first.start - lunch.end - travelTicks(demand.travel[0] as Travel, placeOf(lunch), placeOf(first));
