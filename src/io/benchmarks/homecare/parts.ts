/** The parts of a Demand that HHCRSP and UHHC say alike. */
import type { Demand, Task, Travel, Worker } from "../../../model/demand.ts";
import type { Relation } from "../../../model/relation.ts";
import type { Id } from "../../../units.ts";
import { toTicks } from "../ticks.ts";
import type { HomeCareFile, Patient } from "./file.ts";

/** The task of one service; its class is the service, its client the patient. */
export const taskId = (patient: Id, service: Id): Id => `${patient}/${service}`;

/** A Demand without tasks, shifts and terms. */
export function frameOf(file: HomeCareFile, model: string, ticksPerMinute: number): Omit<Demand, "tasks" | "shifts" | "terms"> {
  return {
    version: 1,
    model,
    origin: "2000-01-01T00:00:00Z",
    ticksPerMinute,
    days: [{ date: "2000-01-01", begins: 0 }],
    travel: [travelOf(file, ticksPerMinute)],
    workers: file.caregivers.map(
      (c): Worker => ({ id: c.id, traits: [], skills: [...new Set(c.abilities)].map((id) => ({ id, level: 0 })), rest: [] }),
    ),
    pools: [],
    relations: file.patients.flatMap((patient) => relationsOf(patient, ticksPerMinute)),
    budgets: [],
    clients: file.patients.map((patient) => ({ id: patient.id })),
    pins: [],
    memory: [],
  };
}

/** What the tasks of a patient have in common with every other task: one per service, of fixed length. */
export function taskOf(
  patient: Patient,
  service: Patient["services"][number],
  ticksPerMinute: number,
): Omit<Task, "slots" | "who" | "required"> {
  const ticks = toTicks(service.minutes, ticksPerMinute);
  return {
    id: taskId(patient.id, service.id),
    kind: "care",
    class: service.id,
    client: patient.id,
    place: patient.place,
    duration: { min: ticks, max: ticks },
    priority: 1,
    unservedCost: 1,
  };
}

/** Mode of all travel. */
export const MODE = "travel";

function travelOf(file: HomeCareFile, ticksPerMinute: number): Travel {
  return {
    mode: MODE,
    placeCount: file.distances.length,
    ticks: file.distances.flatMap((row) => row.map((minutes) => toTicks(minutes, ticksPerMinute))),
  };
}

/** Two synchronised services: so far apart, and by two people. */
function relationsOf(patient: Patient, ticksPerMinute: number): Relation[] {
  if (patient.separation === undefined) return [];
  const tasks = patient.services.map((service) => taskId(patient.id, service.id));
  const { min, max } = patient.separation;
  const span = [toTicks(min, ticksPerMinute), toTicks(max, ticksPerMinute)] as const;
  return [
    { id: `${patient.id}/gap`, kind: "gap", tasks, from: "start", to: "start", span, clock: "elapsed", over: "next" },
    { id: `${patient.id}/workers`, kind: "workers", tasks, distinct: [2, 2] },
  ];
}
