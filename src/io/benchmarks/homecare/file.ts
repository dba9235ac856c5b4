/** A home care benchmark file as read: minutes, names resolved to places, nothing yet decided about rules or costs. */

/** What HHCRSP and UHHC files have in common, under one set of names. All times in minutes. */
export interface HomeCareFile {
  /** [from][to]. */
  readonly distances: readonly (readonly number[])[];
  readonly caregivers: readonly Caregiver[];
  readonly patients: readonly Patient[];
  readonly lunch?: { readonly start: number; readonly end: number; readonly minutes: number };
  /** "HARD" or a weight; empty in HHCRSP files. */
  readonly weights: ReadonlyMap<string, number | "HARD">;
  readonly windowMetAtEnd: boolean;
  /** Caregivers leave when their shift starts. */
  readonly leaveAtShiftStart: boolean;
}

export interface Caregiver {
  readonly id: string;
  readonly abilities: readonly string[];
  /** Rows of `distances`. */
  readonly from: number;
  readonly to: number;
  readonly shift?: Window;
  readonly hasLunch: boolean;
}

export interface Patient {
  readonly id: string;
  readonly place: number;
  readonly services: readonly { readonly id: string; readonly minutes: number }[];
  /** Start of the second less start of the first service; absent: no rule between them. */
  readonly separation?: { readonly min: number; readonly max: number };
  /** In order of their starts, which differ. */
  readonly windows: readonly Window[];
  readonly preferred?: readonly string[];
  readonly incompatible: readonly string[];
  readonly optional: boolean;
}

export interface Window {
  readonly start: number;
  readonly end: number;
}

/** Every duration and point in time of the file, for choosing the tick. */
export function* minutesIn(file: HomeCareFile): Generator<number> {
  for (const row of file.distances) yield* row;
  for (const patient of file.patients) {
    for (const window of patient.windows) yield* [window.start, window.end];
    for (const service of patient.services) yield service.minutes;
    if (patient.separation !== undefined) yield* [patient.separation.min, patient.separation.max];
  }
  for (const { shift } of file.caregivers) if (shift !== undefined) yield* [shift.start, shift.end];
  if (file.lunch !== undefined) yield* [file.lunch.start, file.lunch.end, file.lunch.minutes];
}
