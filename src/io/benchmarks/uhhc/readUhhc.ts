/** Instances of unified home healthcare: depots, shifts, lunch, several windows, preferences, optional patients. */
import type { Demand, Shift, Slot, Task, Who } from "../../../model/demand.ts";
import type { Relation } from "../../../model/relation.ts";
import type { Id } from "../../../units.ts";
import { type Caregiver, type HomeCareFile, minutesIn, type Patient } from "../homecare/file.ts";
import { frameOf, MODE, taskId, taskOf } from "../homecare/parts.ts";
import { readHomeCareFile } from "../homecare/readFile.ts";
import { ticksPerMinuteFor, toTicks } from "../ticks.ts";
import { isHard, pricing, refuseUnknown, termsOf, WHO, type WhoComponent } from "./weights.ts";

/**
 * Reads UHHC JSON (text or already parsed). A tick is a minute, or a tenth, hundredth, … where the file is finer. Every
 * service is a task; a lunch is an optional break of its caregiver at a neighbouring stop; a patient is served whole or,
 * if optional, not at all; windows are slots that part the day by their starts. The terms are the file's weighted
 * components, so level 1 of the Score is the published cost. O(file + patients x caregivers).
 * @throws InputError with every issue; components that cannot be expressed are refused by name.
 */
export function readUhhc(input: unknown): Demand {
  const file = readHomeCareFile(input);
  refuseUnknown(file);
  const scale = ticksPerMinuteFor(minutesIn(file), 1);
  const frame = frameOf(file, "UHHC", scale);
  const whoServes = whoOf(file);
  const care = file.patients.flatMap((patient) =>
    patient.services.map(
      (service): Task => ({
        ...taskOf(patient, service, scale),
        slots: slotsOf(patient, file.windowMetAtEnd, scale),
        who: whoServes(patient, service.id),
        required: !mayBeLeftOut(file, patient),
      }),
    ),
  );
  return {
    ...frame,
    relations: [...frame.relations, ...file.patients.flatMap((patient) => wholeOrNot(file, patient))],
    shifts: file.caregivers.map((caregiver) => shiftOf(file, caregiver, scale)),
    tasks: [...care, ...file.caregivers.flatMap((caregiver) => lunchOf(file, caregiver, scale))],
    terms: termsOf(file),
  };
}

const mayBeLeftOut = (file: HomeCareFile, patient: Patient): boolean => patient.optional && !isHard(file.weights, "optional_patients");

function wholeOrNot(file: HomeCareFile, patient: Patient): Relation[] {
  const { length } = patient.services;
  if (length < 2 || !mayBeLeftOut(file, patient)) return [];
  const tasks = patient.services.map((service) => taskId(patient.id, service.id));
  return [{ id: `${patient.id}/whole`, kind: "presence", tasks, count: [length, length], zeroAllowed: true }];
}

/** Tardiness is measured against the last window that has opened at the start: slot k ends where slot k + 1 opens. */
function slotsOf({ windows }: Patient, atEnd: boolean, scale: number): Slot[] {
  const opens = windows.map((window) => toTicks(window.start, scale));
  return windows.map((window, k) => {
    const next = opens[k + 1];
    const due = toTicks(window.end, scale);
    return { start: [opens[k] as number, next === undefined ? null : next - 1], due: atEnd ? { end: due } : { start: due } };
  });
}

function shiftOf(file: HomeCareFile, caregiver: Caregiver, scale: number): Shift {
  const { shift } = caregiver;
  return {
    id: caregiver.id,
    worker: caregiver.id,
    begins: [shift === undefined ? null : toTicks(shift.start, scale), null],
    ends: [null, null],
    ...(shift === undefined ? {} : { paidTo: toTicks(shift.end, scale) }),
    idleIfUnused: shift !== undefined,
    fixedDeparture: file.leaveAtShiftStart && shift !== undefined,
    options: [{ mode: MODE, from: caregiver.from, to: caregiver.to }],
  };
}

function lunchOf(file: HomeCareFile, caregiver: Caregiver, scale: number): Task[] {
  const { lunch } = file;
  if (!caregiver.hasLunch || lunch === undefined) return [];
  const ticks = toTicks(lunch.minutes, scale);
  return [
    {
      id: `${caregiver.id}/lunch_break`,
      kind: "break",
      class: "lunch_break",
      place: "neighbour",
      slots: [{ start: [toTicks(lunch.start, scale), toTicks(lunch.end, scale)] }],
      duration: { min: ticks, max: ticks },
      who: { shifts: [caregiver.id] },
      required: false,
      priority: 1,
      unservedCost: 0,
    },
  ];
}

/** Who may serve a patient, and at what cost: each of three components is hard, priced or ignored. */
function whoOf(file: HomeCareFile): (patient: Patient, service: Id) => Who {
  const { weights } = file;
  const { names, unitsOf } = pricing(weights);
  const anyPreferred = file.patients.some((p) => p.preferred !== undefined && p.preferred.length > 0);
  const hard = (name: WhoComponent) => isHard(weights, name) && (name !== "caregiver_preferences" || weights.has(name) || anyPreferred);
  const conditions = new Set<WhoComponent>(WHO.filter(hard));
  const abilities = new Map(file.caregivers.map((c) => [c.id, new Set(c.abilities)]));
  const breaks: Readonly<Record<WhoComponent, (caregiver: Id, patient: Patient, service: Id) => boolean>> = {
    caregiver_preferences: (c, patient) => patient.preferred !== undefined && !patient.preferred.includes(c),
    qualification: (c, _patient, service) => abilities.get(c)?.has(service) !== true,
    incompabilities: (c, patient) => patient.incompatible.includes(c),
  };
  return (patient, service) => {
    const costs = file.caregivers.map(({ id }): [Id, number] => {
      const broken = names.filter((name) => breaks[name](id, patient, service));
      return [id, broken.reduce((sum, name) => sum + unitsOf(name), 0)];
    });
    const cost = Object.fromEntries(costs.filter(([, units]) => units > 0));
    return {
      ...(conditions.has("qualification") ? { all: [service] } : {}),
      ...(conditions.has("incompabilities") && patient.incompatible.length > 0 ? { not: patient.incompatible } : {}),
      ...(conditions.has("caregiver_preferences") && patient.preferred !== undefined ? { only: patient.preferred } : {}),
      ...(Object.keys(cost).length > 0 ? { cost } : {}),
    };
  };
}
