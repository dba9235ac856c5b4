/**
 * The compiled problem: columns that the search reads. Nobody writes to it once `compile` returns, and search/ sees no
 * word of home care beyond it. Index types: task 0 … taskCount - 1, shift 0 … shiftCount - 1, slot rows shared by all tasks.
 */
import type { Demand } from "../model/demand.ts";
import type { FlatCurves } from "./flatCurves.ts";
import type { Budgets, Relations } from "./relations.ts";

/** Stands for an open upper end (and, negated, for an open lower end). Ticks stay well inside Int32. */
export const OPEN = 1 << 29;
/** No row. */
export const NONE = -1;
/** `Tasks.place` of a task at a neighbouring or any place, and of one where the shift ends. */
export const PLACE_OPEN = -1;
export const PLACE_SHIFT_END = -2;

/** `Tasks.kind`: client care, a break, anything else. */
export const KIND_CARE = 0;
export const KIND_BREAK = 1;
export const KIND_OTHER = 2;

/** `Tasks.required`; CONDITIONAL: only while its shift is longer than `whenShiftExceeds`. */
export const NOT_REQUIRED = 0;
export const REQUIRED = 1;
export const CONDITIONAL = 2;
/** In place of a node that the baseline goes to: a task that has begun. Somebody did set out for it. */
export const BEGUN = -2;

/** A Demand as columns, names replaced by rows. */
export interface Problem {
  /** As it was given; the columns leave out what changes nothing (see unused.ts). */
  readonly demand: Demand;
  readonly ticksPerMinute: number;
  readonly taskCount: number;
  readonly shiftCount: number;
  readonly workerCount: number;
  readonly clientCount: number;
  readonly days: Days;
  readonly freeze: Freeze;
  readonly travel: TravelColumns;
  readonly tasks: Tasks;
  readonly slots: Slots;
  readonly shifts: Shifts;
  readonly workers: Workers;
  readonly clients: Clients;
  readonly pools: { readonly count: Int32Array };
  readonly relations: Relations;
  readonly budgets: Budgets;
  readonly terms: readonly CompiledTerm[];
  /** Highest level of the terms + 1, at least 2. */
  readonly levelCount: number;
  readonly curves: FlatCurves;
  /** Can a plan be better because something starts later than it could? Else holds, paces and exact times need not be looked for. */
  readonly timeMatters: boolean;
}

/** [day] */
export interface Days {
  readonly begins: Float64Array;
  /** From `changeAt` (OPEN: never) on, the clock reads `changeBy` more. */
  readonly changeAt: Float64Array;
  readonly changeBy: Float64Array;
}

/** Who may be on the way already. That a node tells, without its shift: a task that is over before `now` cannot change shifts. */
export interface Freeze {
  /** -OPEN where the Demand has no `now`. */
  readonly now: number;
  /** [node: tasks, then the shifts' begins and ends] The node that the baseline goes to from it, NONE, or BEGUN: a task that has begun. */
  readonly goesTo: Int32Array;
}

/** Ticks and metres between places, by mode: a matrix, or where the places lie. Read through trips.ts. */
export interface TravelColumns {
  readonly modeCount: number;
  readonly placeCount: number;
  /** Does a term read distances? */
  readonly hasMetres: boolean;
  /** Ticks of a trip at factor 1 at most, by any mode. */
  readonly longest: number;
  /** [(mode * placeCount + from) * placeCount + to]; 0 on the diagonal. Empty: trips are computed from `x` and `y`. */
  readonly ticks: Int32Array;
  /** As `ticks`; empty where no term reads distances as well. */
  readonly metres: Int32Array;
  /** [mode * placeCount + place] where the places lie; these five are empty where there is a matrix. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** [mode] */
  readonly ticksPerUnit: Float64Array;
  /** [mode] what is added before a trip is rounded down to whole ticks. */
  readonly rounding: Float64Array;
  /** [mode] */
  readonly metresPerUnit: Float64Array;
  /** [mode] */
  readonly profiles: readonly (Profile | null)[];
}

/** Piecewise constant factors by time of day, the first from 0. */
export interface Profile {
  readonly from: Float64Array;
  readonly factor: Float64Array;
  readonly least: number;
}

/** [task], unless said otherwise. */
export interface Tasks {
  readonly kind: Uint8Array;
  /** Place >= 0, PLACE_OPEN or PLACE_SHIFT_END. */
  readonly place: Int32Array;
  readonly stopTicks: Int32Array;
  readonly klass: Int32Array;
  readonly client: Int32Array;
  /** Slot rows slotFrom[task] … slotFrom[task + 1] - 1. */
  readonly slotFrom: Int32Array;
  readonly durationMin: Int32Array;
  readonly durationMax: Int32Array;
  readonly valueCurve: Int32Array;
  readonly required: Uint8Array;
  /** 1: a pin or the freeze says that it is served. */
  readonly pinned: Uint8Array;
  readonly whenShiftExceeds: Int32Array;
  /** Shift whose length decides over a conditional task; otherwise NONE. */
  readonly ownShift: Int32Array;
  readonly unservedCost: Float64Array;
  readonly priority: Float64Array;
  /** 1: it has begun; the search leaves it where it is. */
  readonly frozen: Uint8Array;
  readonly baselineStart: Int32Array;
  readonly baselineWorker: Int32Array;
  /** Load of dimension d: load[task * loadCount + d]. */
  readonly loadCount: number;
  readonly load: Float64Array;
  /** whoCost[whoCostRow[task] * workerCount + worker]; NONE: costs nothing. */
  readonly whoCostRow: Int32Array;
  readonly whoCost: Float64Array;
  /** [task * workerCount + worker], empty where no term reads it or skills depend on the day. */
  readonly overLevel: Float64Array;
  /** Shifts that may serve it in some slot: shiftList[shiftFrom[task] … shiftFrom[task + 1] - 1], ascending. */
  readonly shiftFrom: Int32Array;
  readonly shiftList: Int32Array;
}

/** [slot row] */
export interface Slots {
  readonly task: Int32Array;
  readonly startMin: Int32Array;
  readonly startMax: Int32Array;
  readonly endMin: Int32Array;
  readonly endMax: Int32Array;
  readonly cost: Float64Array;
  readonly dueStart: Int32Array;
  readonly dueEnd: Int32Array;
  readonly wish: Int32Array;
  readonly startCurve: Int32Array;
  readonly endCurve: Int32Array;
  /** start - clockOffset is the time of day, wherever in the slot it starts; OPEN: not the same everywhere. */
  readonly clockOffset: Int32Array;
  /** Bit `shift` of row `slot`: may that shift serve it then? [slot * words + (shift >> 5)] */
  readonly words: number;
  readonly eligible: Int32Array;
  /** 1: on some days of the slot a worker's skill has expired, so the day must be looked at. */
  readonly skillsByDay: Uint8Array;
}

/** May `shift` serve the task of slot row `slot` then? */
export const eligibleIn = (slots: Slots, slot: number, shift: number): boolean =>
  (slots.eligible[slot * slots.words + (shift >> 5)]! & (1 << (shift & 31))) !== 0;

/** May shift `r` serve `task` in some slot? O(slots of the task). */
export function mayServe({ tasks, slots }: Pick<Problem, "tasks" | "slots">, task: number, r: number): boolean {
  for (let s = tasks.slotFrom[task]!; s < tasks.slotFrom[task + 1]!; s++) if (eligibleIn(slots, s, r)) return true;
  return false;
}

/** [shift], unless said otherwise. */
export interface Shifts {
  readonly worker: Int32Array;
  readonly team: Int32Array;
  readonly beginMin: Int32Array;
  readonly beginMax: Int32Array;
  readonly endMin: Int32Array;
  readonly endMax: Int32Array;
  readonly maxSpan: Int32Array;
  readonly maxStretch: Int32Array;
  /** OPEN: neither idle nor overtime at the end. */
  readonly paidTo: Int32Array;
  /** What `idle` counts from; the begin as written, not as frozen. */
  readonly idleFrom: Int32Array;
  readonly idleIfUnused: Uint8Array;
  readonly fixedDeparture: Uint8Array;
  /** [shift * loadCount + dimension] */
  readonly capacity: Float64Array;
  /** Option rows optionFrom[shift] … optionFrom[shift + 1] - 1. */
  readonly optionFrom: Int32Array;
  readonly optionMode: Int32Array;
  readonly optionFromPlace: Int32Array;
  readonly optionToPlace: Int32Array;
  readonly optionPool: Int32Array;
  readonly optionCost: Float64Array;
  /** The only option row left (frozen by `now`), or NONE. */
  readonly frozenOption: Int32Array;
  /** Shifts that no rule tells apart share a number. */
  readonly lookalike: Int32Array;
}

/** [worker], unless said otherwise. */
export interface Workers {
  /** pace[worker * classCount + class] */
  readonly classCount: number;
  readonly pace: Float64Array;
  readonly anyPace: boolean;
  readonly busyUntil: Int32Array;
  /** Shifts of worker w: shiftList[shiftFrom[w] …]. */
  readonly shiftFrom: Int32Array;
  readonly shiftList: Int32Array;
  /** Rest rules of worker w: restFrom[w] … */
  readonly restFrom: Int32Array;
  readonly restWindow: Int32Array;
  readonly restAtLeast: Int32Array;
}

/** [client], unless said otherwise. */
export interface Clients {
  readonly contact: Int32Array;
  readonly team: Int32Array;
  /** Workers met before: metList[metFrom[client] …], each once. */
  readonly metFrom: Int32Array;
  readonly metList: Int32Array;
}

/** What the atoms of a term are measured on. */
export type Family = "task" | "shift" | "client" | "relation" | "budget";

/** A term with its curve, and its entities (tasks, shifts, clients, relations or budgets: its family) put into groups. */
export interface CompiledTerm {
  /** Its place in `Demand.terms`; those that weigh nothing are left out. */
  readonly row: number;
  readonly name: string;
  readonly level: number;
  readonly family: Family;
  readonly measure: Demand["terms"][number]["measure"];
  readonly reduce: "sum" | "max" | "range";
  readonly curve: number;
  /** Raw to x of the curve. */
  readonly divisor: number;
  /** Is no atom ever negative? */
  readonly neverNegative: boolean;
  /** Cost per raw unit where the curve is one line wherever the measure may go; otherwise NaN. */
  readonly slope: number;
  /** [task] passes `where` as far as the Demand alone says; null: all do. */
  readonly accepts: Uint8Array | null;
  /** [mode] passes `where`; null: all do. */
  readonly modes: Uint8Array | null;
  readonly entityCount: number;
  readonly groupCount: number;
  /** [entity] group, or NONE where the serving shift decides. */
  readonly group: Int32Array;
  /** [shift] group of a task it serves, or NONE: the task's own, `ownGroup + task`. Empty where no task asks. */
  readonly shiftGroup: Int32Array;
  readonly ownGroup: number;
  /** Members of group g where groups are fixed: groupMembers[groupFrom[g] …]; null where they are not. */
  readonly groupFrom: Int32Array | null;
  readonly groupMembers: Int32Array | null;
}
