/** Published solutions of home care benchmarks: rounds of named visits with their times. */
import type { Demand, Shift, Task } from "../../../model/demand.ts";
import type { Id, Tick } from "../../../units.ts";
import { shown } from "../issues.ts";
import { complain, elements, field, idIn, isAbsent, isObject, type Node, numberIn, rootOf } from "../json.ts";
import type { Round, Stop } from "../rounds.ts";

/** The service name of a lunch break. */
export const LUNCH = "lunch_break";

/**
 * The rounds of a solution file, each in the order of its starts. A lunch is at the patient named, or, where that is no
 * patient, where the round starts. Nothing is judged here. O(file).
 * @throws InputError if the file names what the Demand does not have, or a time between two ticks.
 */
export function readRounds(demand: Demand, input: unknown): Round[] {
  const root = rootOf(input);
  if (!isObject(root)) root.issues.throwIfAny();
  const shifts = new Map(demand.shifts.map((shift) => [shift.id, shift]));
  const find = finder(demand);
  const seen = new Set<Id>();
  const rounds: Round[] = [];
  for (const node of elements(field(root, "routes")).filter(isObject)) {
    const name = field(node, "caregiver_id", "caregiver");
    const shift = shifts.get(idIn(name));
    if (shift === undefined) {
      complain(name, "unknown-reference", `There is no caregiver ${shown(name.value)}.`, "Name one of the instance.");
      continue;
    }
    if (seen.has(shift.id)) complain(name, "duplicate-id", `${shown(shift.id)} has two routes.`, "Give one.");
    seen.add(shift.id);
    const list = field(node, "locations", "visits");
    const stops = isAbsent(list)
      ? []
      : elements(list)
          .filter(isObject)
          .flatMap((stop) => readStop(stop, shift, find, demand.ticksPerMinute));
    rounds.push({ shift, stops: stops.toSorted((a, b) => a.start - b.start) });
  }
  root.issues.throwIfAny();
  return rounds;
}

interface Finder {
  readonly care: ReadonlyMap<Id, ReadonlyMap<Id, Task>>;
  readonly lunch: ReadonlyMap<Id, Task>;
  readonly home: ReadonlyMap<Id, number>;
}

function finder(demand: Demand): Finder {
  const care = new Map<Id, Map<Id, Task>>();
  const lunch = new Map<Id, Task>();
  const home = new Map<Id, number>();
  for (const task of demand.tasks) {
    if (task.kind === "break") for (const shift of task.who.shifts ?? []) lunch.set(shift, task);
    if (task.client === undefined || typeof task.place !== "number") continue;
    home.set(task.client, task.place);
    const services = care.get(task.client) ?? new Map<Id, Task>();
    care.set(task.client, services.set(task.class, task));
  }
  return { care, lunch, home };
}

function readStop(node: Node, shift: Shift, find: Finder, ticksPerMinute: number): Stop[] {
  const service = idIn(field(node, "service", "service_id"));
  const patient = field(node, "patient", "patient_id");
  const task = service === LUNCH ? find.lunch.get(shift.id) : find.care.get(idIn(patient))?.get(service);
  if (task === undefined) {
    const what = service === LUNCH ? `${shown(shift.id)} has no lunch break.` : `There is no ${shown(service)} at ${shown(patient.value)}.`;
    complain(node, "unknown-task", what, "Name visits of the instance.");
    return [];
  }
  const start = tickIn(field(node, "arrival_time", "start_time", "start_service_time"), ticksPerMinute);
  const ending = field(node, "departure_time", "end_time", "end_service_time");
  const end = isAbsent(ending) ? start + task.duration.min : tickIn(ending, ticksPerMinute);
  if (task.kind !== "break") return [{ task, start, end }];
  return [{ task, start, end, at: find.home.get(idIn(patient)) ?? shift.options[0]?.from ?? 0 }];
}

/** Published times carry the noise of sums in floating point, but no more. */
const NOISE_TICKS = 0.01;

function tickIn(node: Node, ticksPerMinute: number): Tick {
  const exact = numberIn(node) * ticksPerMinute;
  const tick = Math.round(exact) + 0;
  if (Math.abs(exact - tick) > NOISE_TICKS) {
    complain(node, "between-ticks", `${exact / ticksPerMinute} is finer than the instance.`, `Give whole 1/${ticksPerMinute} minutes.`);
  }
  return tick;
}
