/** Plans as solution files of home care benchmarks. */
import type { Demand, Shift, ShiftOption, Task, Travel } from "../../../model/demand.ts";
import type { Plan, PlannedShift, PlannedTask } from "../../../model/plan.ts";
import type { Id } from "../../../units.ts";
import { travelTicks } from "../travelTicks.ts";
import { LUNCH } from "./readRounds.ts";

interface Context {
  readonly tasks: ReadonlyMap<Id, Task>;
  readonly travel: Travel;
  readonly ticksPerMinute: number;
  /** A name that no patient has: the departing point. */
  readonly departingPoint: string;
}

/** JSON of the rounds, one per caregiver, an empty one where unused. O(plan). */
export function writeRounds(demand: Demand, plan: Plan): string {
  const planned = new Map(plan.shifts.map((shift) => [shift.shift, shift]));
  let departingPoint = "departing_point";
  while (demand.clients.some((client) => client.id === departingPoint)) departingPoint += "_";
  const context: Context = {
    tasks: new Map(demand.tasks.map((task) => [task.id, task])),
    travel: demand.travel[0] as Travel,
    ticksPerMinute: demand.ticksPerMinute,
    departingPoint,
  };
  const routes = demand.shifts.map((shift) => ({ caregiver_id: shift.id, locations: locationsOf(planned.get(shift.id), shift, context) }));
  return `${JSON.stringify({ routes }, null, 1)}\n`;
}

function locationsOf(round: PlannedShift | undefined, shift: Shift, context: Context): object[] {
  if (round === undefined) return [];
  const option = shift.options[round.option] as ShiftOption;
  return round.tasks.map((planned, i) => {
    const task = context.tasks.get(planned.id) as Task;
    if (task.kind === "break") return lunchOf(planned, round, i, option, context);
    return {
      patient: task.client,
      service: task.class,
      arrival_time: planned.start / context.ticksPerMinute,
      departure_time: planned.end / context.ticksPerMinute,
    };
  });
}

/**
 * A lunch is named by the patient at whose home it is eaten, or by the departing point. The format has no word for the
 * arrival point: a lunch there is written as eaten at the last home, before the travel instead of after it.
 */
function lunchOf(lunch: PlannedTask, round: PlannedShift, i: number, option: ShiftOption, context: Context): object {
  const at = lunch.at ?? placeAround(round, i, context) ?? option.from;
  const neighbours = [round.tasks[i - 1], round.tasks[i + 1]].map((planned) => planned && context.tasks.get(planned.id));
  const host = neighbours.find((task) => task?.place === at);
  const before = neighbours[0];
  const atArrival = host === undefined && at === option.to && at !== option.from && before !== undefined;
  const earlier = atArrival ? travelTicks(context.travel, before.place as number, option.to) : 0;
  return {
    patient: (atArrival ? before : host)?.client ?? context.departingPoint,
    service: LUNCH,
    start_time: (lunch.start - earlier) / context.ticksPerMinute,
    end_time: (lunch.end - earlier) / context.ticksPerMinute,
  };
}

/** Where a task without `at` is: the place before it; with none, the place after it. */
function placeAround(round: PlannedShift, i: number, { tasks }: Context): number | undefined {
  const place = (planned: PlannedTask | undefined) => planned && tasks.get(planned.id)?.place;
  const found = i > 0 ? place(round.tasks[i - 1]) : undefined;
  return typeof found === "number" ? found : undefined;
}
