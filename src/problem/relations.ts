/** What ties tasks together, as columns of the compiled problem: relations and budgets. */

/** `Relations.kind`. */
export const GAP = 0;
export const WORKERS = 1;
export const PRESENCE = 2;
export const ORDER = 3;
export const DURATION = 4;

/** `Relations.clock`, of gaps. */
export const CLOCK_ELAPSED = 0;
export const CLOCK_DAYS = 1;
export const CLOCK_TIME_OF_DAY = 2;

/** [relation], unless said otherwise. */
export interface Relations {
  readonly count: number;
  /** Rows from here on are orders that pins ask for, which no term reads. */
  readonly pinsFrom: number;
  readonly kind: Uint8Array;
  readonly soft: Int32Array;
  /** 1: a hard gap that the timing keeps by itself where it can. */
  readonly timed: Uint8Array;
  readonly memberFrom: Int32Array;
  readonly members: Int32Array;
  readonly fromEnd: Uint8Array;
  readonly toEnd: Uint8Array;
  readonly clock: Uint8Array;
  readonly every: Uint8Array;
  readonly eitherOrder: Uint8Array;
  readonly min: Int32Array;
  readonly max: Int32Array;
  /** presence: zero allowed; order: adjacent. */
  readonly flag: Uint8Array;
  /** Rows that bound sums of durations. */
  readonly totals: Int32Array;
  /** Relations of task t: ofTask[ofTaskFrom[t] …]. */
  readonly ofTaskFrom: Int32Array;
  readonly ofTask: Int32Array;
  /** [task] component of tasks tied by timed relations, or NONE. */
  readonly component: Int32Array;
  readonly componentTaskFrom: Int32Array;
  readonly componentTasks: Int32Array;
  readonly componentRelationFrom: Int32Array;
  readonly componentRelations: Int32Array;
}

/** `Budgets.quantity`. */
export const SERVICE_TICKS = 0;
export const WORK_TICKS = 1;
export const COUNT = 2;

/** [budget], unless said otherwise. */
export interface Budgets {
  readonly count: number;
  readonly ofShifts: Uint8Array;
  readonly quantity: Uint8Array;
  readonly withinFrom: Int32Array;
  readonly withinTo: Int32Array;
  /** opening + reserved */
  readonly fixed: Float64Array;
  readonly min: Float64Array;
  readonly max: Float64Array;
  readonly curve: Int32Array;
  readonly memberFrom: Int32Array;
  readonly members: Int32Array;
  readonly ofTaskFrom: Int32Array;
  readonly ofTask: Int32Array;
  readonly ofShiftFrom: Int32Array;
  readonly ofShift: Int32Array;
}
