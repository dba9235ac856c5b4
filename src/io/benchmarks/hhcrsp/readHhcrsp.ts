/** Instances of the home health care routing and scheduling problem of Mankowska, Meisel and Bierwirth (2014). */
import type { Demand, Shift, Task } from "../../../model/demand.ts";
import type { Term } from "../../../model/term.ts";
import { type HomeCareFile, minutesIn, type Patient } from "../homecare/file.ts";
import { frameOf, MODE, taskOf } from "../homecare/parts.ts";
import { readHomeCareFile } from "../homecare/readFile.ts";
import { ticksPerMinuteFor, toTicks } from "../ticks.ts";

/** Distances are published with three decimals. */
const LEAST_TICKS_PER_MINUTE = 1000;

/**
 * Reads HHCRSP JSON (text or already parsed). One required task per service, a gap and a workers relation per pair of
 * services; a caregiver is a worker with one shift that starts at 0 or later and never has to end. Terms in ticks:
 * travel, total and largest tardiness; a third of their sum is the published cost. O(file).
 * @throws InputError with every issue.
 */
export function readHhcrsp(input: unknown): Demand {
  const file = readHomeCareFile(input);
  const scale = ticksPerMinuteFor(minutesIn(file), LEAST_TICKS_PER_MINUTE);
  return {
    ...frameOf(file, "HHCRSP", scale),
    shifts: file.caregivers.map(shiftOf),
    tasks: file.patients.flatMap((patient) => tasksOf(patient, scale)),
    terms: [term("distance", "travel", "sum"), term("total_tardiness", "late", "sum"), term("highest_tardiness", "late", "max")],
  };
}

const term = (name: string, measure: Term["measure"], reduce: Term["reduce"]): Term => ({
  name,
  level: 1,
  measure,
  unit: "one",
  per: "plan",
  reduce,
  curve: { points: [[0, 0]], above: 1 },
});

const shiftOf = (caregiver: HomeCareFile["caregivers"][number]): Shift => ({
  id: caregiver.id,
  worker: caregiver.id,
  begins: [0, null],
  ends: [null, null],
  idleIfUnused: false,
  fixedDeparture: false,
  options: [{ mode: MODE, from: caregiver.from, to: caregiver.to }],
});

const tasksOf = (patient: Patient, scale: number): Task[] =>
  patient.services.map((service) => ({
    ...taskOf(patient, service, scale),
    slots: patient.windows
      .slice(0, 1)
      .map(({ start, end }) => ({ start: [toTicks(start, scale), null] as const, due: { start: toTicks(end, scale) } })),
    who: { all: [service.id] },
    required: true,
  }));
