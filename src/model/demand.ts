/**
 * The Demand: the one language in which minute schedules, ramtid, hand-made plans and the academic benchmarks are all
 * the same kind of thing. Readonly plain data: JSON, hashable, cloneable to a worker. `compile(demand)` reads nothing
 * else. The docstrings here are the rules: the judge and the optimizer are both written from them.
 */
import type { Id, Span, Tick } from "../units.ts";
import type { Curve } from "./curve.ts";
import type { PlannedShift } from "./plan.ts";
import type { Relation } from "./relation.ts";
import type { Term } from "./term.ts";

export interface Demand {
  readonly version: 1;
  /** Name of what made it: a schedule model, a benchmark, "hand". Only for people; nothing reads it. */
  readonly model: string;
  /** Hash of the Case it was made from. */
  readonly caseHash?: string;
  /** ISO 8601 instant of tick 0. */
  readonly origin: string;
  /** 60 for care (a tick is a second), 10 VRPTW, 1000 Mankowska. A positive whole number. */
  readonly ticksPerMinute: number;
  /** In order of `begins`. A tick belongs to the last day that has begun (before the first: day 0). At least one. */
  readonly days: readonly Day[];
  /**
   * Freeze: what has begun by the baseline may not change. A task has begun if it starts before `now`, or if somebody has set out
   * for it: whoever waits sets out as late as will do (at factor 1 of the travel), and that lies before `now`. It keeps shift,
   * slot, place (where it has one), start and end, and these are facts: neither its slot, its duration, who does it nor a pin to
   * another person or time is judged again, though it is judged whether one could be there in time. A shift that begins before `now`
   * keeps its begin and option where it is still used, whatever it says of begins.
   * Nothing else lies in the past: no other task starts before `now`; no other shift begins before it, unless its `begins` are
   * over (then it has been waiting from the last of them); nobody sets out before `now` but from where and to where the same
   * shift does in the baseline, be it from its begin or to its end.
   */
  readonly now?: Tick;
  readonly travel: readonly Travel[];
  readonly workers: readonly Worker[];
  readonly shifts: readonly Shift[];
  readonly pools: readonly Pool[];
  readonly tasks: readonly Task[];
  readonly relations: readonly Relation[];
  readonly budgets: readonly Budget[];
  readonly clients: readonly DemandClient[];
  readonly pins: readonly Pin[];
  /** Who met whom before the period. */
  readonly memory: readonly Meeting[];
  readonly terms: readonly Term[];
  /**
   * The plan before: what `moved` and `reassigned` are measured against, what `now` freezes, and where `solve` begins. Shifts and tasks
   * that the Demand no longer has are passed over; what a shift did that is gone has not begun.
   */
  readonly baseline?: readonly PlannedShift[];
}

/** A civil day. Time of day at tick t is `t - begins`, plus `clockChange.by` from `clockChange.at` on. */
export interface Day {
  /** ISO date, `2026-03-29`. */
  readonly date: string;
  /** Tick of local midnight. */
  readonly begins: Tick;
  /** Where the clocks change during the day: from tick `at` the clock reads `by` ticks more (spring) or fewer (autumn). */
  readonly clockChange?: { readonly at: Tick; readonly by: Tick };
}

/** Cars and bikes: at no time do more than `count` used shifts, each from begin to end (end excluded), hold one. */
export interface Pool {
  readonly id: Id;
  readonly count: number;
}

/**
 * Travel of one mode between places 0 to `placeCount - 1`; none from a place to itself. Always resolved data, never a
 * callback: exactly one of `ticks` (a matrix) and `points` (with `ticksPerUnit` and `rounding`).
 */
export interface Travel {
  readonly mode: Id;
  readonly placeCount: number;
  /** [from * placeCount + to], whole ticks >= 0. The diagonal is not read: within a place there is no travel. */
  readonly ticks?: readonly number[];
  /** [from * placeCount + to], whole metres. */
  readonly metres?: readonly number[];
  /** [place]; travel is sqrt(dx² + dy²) * `ticksPerUnit`, rounded as `rounding` says ("nearest": halves up). */
  readonly points?: readonly (readonly [x: number, y: number])[];
  readonly ticksPerUnit?: number;
  readonly rounding?: "truncate" | "nearest";
  /** With `points`: metres are sqrt(dx² + dy²) * this, rounded to nearest. */
  readonly metresPerUnit?: number;
  /**
   * Slower and faster hours, in order of `fromTimeOfDay`, the first at 0; the last lasts to midnight. While a factor f
   * holds, t ticks of clock time cover t / f ticks of the trip, so nobody arrives earlier by leaving later. A trip
   * starts when the task before it ends (or the shift begins); its length is rounded up to a whole tick. A time of day
   * beyond the last day's midnight goes on with the last factor. Absent: 1 at all hours.
   */
  readonly profile?: readonly { readonly fromTimeOfDay: Tick; readonly factor: number }[];
}

export interface Worker {
  readonly id: Id;
  readonly traits: readonly Id[];
  /** `days`: first and last index of `Demand.days` on which the skill holds (a delegation); judged on the day a task starts. */
  readonly skills: readonly { readonly id: Id; readonly level: number; readonly days?: Span }[];
  /** Work class -> factor on the duration bounds: a task lasts between round(min * factor) and round(max * factor). */
  readonly pace?: Readonly<Record<Id, number>>;
  /** End of the last shift before the period; the optimizer begins no shift with an open begin before it. */
  readonly busyUntil?: Tick;
  /**
   * Rest: used shifts of the worker (and `busyUntil`, a point) with less than `atLeast` between them form one working
   * period; from its first begin to its last end it may last at most `window - atLeast`. 24 h / 11 h; 7 days / 36 h.
   */
  readonly rest: readonly { readonly window: Tick; readonly atLeast: Tick }[];
}

/** A working shift of one person, who may have several; used shifts of one person never overlap. */
export interface Shift {
  readonly id: Id;
  readonly worker: Id;
  readonly team?: Id;
  /** Where the planned begin and end must lie. A floating start has an open span. */
  readonly begins: Span;
  readonly ends: Span;
  /** Longest `end - begin`. */
  readonly maxSpan?: Tick;
  /** Longest time from begin or the end of a break to the start of the next break or the end. */
  readonly maxStretch?: Tick;
  /** End of paid time: idle before it, overtime after it. Absent: neither is counted at the end. */
  readonly paidTo?: Tick;
  /** An unused shift counts as idle for `paidTo - begins[0]`. */
  readonly idleIfUnused: boolean;
  /** The begin is exactly `begins[0]`. */
  readonly fixedDeparture: boolean;
  /** Load dimension -> most that can be carried. A dimension not named here has capacity 0. */
  readonly capacity?: Readonly<Record<Id, number>>;
  /** Ways to travel, of which a used shift takes one. At least one. */
  readonly options: readonly ShiftOption[];
}

export interface ShiftOption {
  readonly mode: Id;
  /** Place where the round starts and ends; null: at the first or last task, without travel. */
  readonly from: number | null;
  readonly to: number | null;
  readonly pool?: Id;
  /** Read by the measure `optionCost`. Default 0. */
  readonly cost?: number;
}

/**
 * One uninterrupted piece of work by ONE person. A break, base stop, hand-over, meeting, phone call or camera check is
 * a task too; double staffing is two tasks and a gap relation.
 */
export interface Task {
  readonly id: Id;
  /** "break": unpaid rest (rast); it ends a stretch and is not work. A paid pause is "other". */
  readonly kind: "care" | "break" | "base" | "remote" | "other";
  /** Work class: read by `Worker.pace` and `Term.where`. */
  readonly class: Id;
  readonly client?: Id;
  /** Need occurrences of the Case that it serves; several tasks may share one. */
  readonly serves?: readonly Id[];
  /**
   * Where. "neighbour": at the task before or after it in the round, or (wherever it stands) where the round starts or
   * ends; "anywhere": at any place; for both the Plan's `at` says which (absent: the place before it; with none, the place after it).
   * "shiftEnd": the option's `to` (where that is open: the place before it).
   */
  readonly place: number | "neighbour" | "anywhere" | "shiftEnd";
  /**
   * Entry time, spent between arrival and start wherever a stop begins: at the first task of a round and at every task
   * whose place differs from the task before it. Default 0.
   */
  readonly stopTicks?: Tick;
  /** Day choice and several windows are one list: a served task uses exactly one. At least one. */
  readonly slots: readonly Slot[];
  /** Bounds of `end - start` (see `Worker.pace`); `value` is the cost of that duration in ticks, divided by the pace factor first. */
  readonly duration: { readonly min: Tick; readonly max: Tick; readonly value?: Curve };
  readonly who: Who;
  /** What serving it adds to the load; after each task the load is max(0, load + this) and at most the capacity. Negative at base: reload. */
  readonly load?: Readonly<Record<Id, number>>;
  /**
   * true: must be served. `whenShiftExceeds`: only if the shift that `who.shifts` names (exactly one) is used and its
   * `end - begin` is longer than that; otherwise leaving it out is neither an issue nor priced.
   */
  readonly required: boolean | { readonly whenShiftExceeds: Tick };
  /** Larger is more important; read by `Term.where`. */
  readonly priority: number;
  /** What the measure `unserved` counts where it is left out. */
  readonly unservedCost: number;
}

/** Who may do a task. Every condition given must hold. */
export interface Who {
  /** Skills, each at least at `level` (default 0) on the day the task starts. */
  readonly all?: readonly Id[];
  readonly level?: number;
  /** Traits that the worker must have. */
  readonly traits?: readonly Id[];
  /** Refused workers or traits. */
  readonly not?: readonly Id[];
  /** The only workers, the only shifts. */
  readonly only?: readonly Id[];
  readonly shifts?: readonly Id[];
  /** Worker -> whole cost, read by `whoCost`; a worker not named costs 0. */
  readonly cost?: Readonly<Record<Id, number>>;
}

/** One way to place a task in time. */
export interface Slot {
  /** Hard. */
  readonly start: Span;
  readonly end?: Span;
  /** Read by `slotCost`, together with the curves below. Default 0. */
  readonly cost?: number;
  /** Latest start or end without lateness. */
  readonly due?: { readonly start?: Tick; readonly end?: Tick };
  /** The start that is wished for. */
  readonly wish?: { readonly start?: Tick };
  /** Cost of the start tick and of the end tick. */
  readonly startCost?: Curve;
  readonly endCost?: Curve;
}

/**
 * A linear account: frame, cap inside a pool, purpose sub-account, contract hours, fairness. Budgets may overlap.
 * used = `opening` + sum over served members (used shifts) + `reserved`.
 */
export interface Budget {
  readonly id: Id;
  readonly of: "task" | "shift";
  /** Task or shift ids. */
  readonly members: readonly Id[];
  /**
   * "serviceTicks": of a task its duration, of a shift the durations of its tasks that are not breaks;
   * "workTicks" (shifts only): end - begin less breaks; "count": 1 each.
   */
  readonly quantity: "serviceTicks" | "workTicks" | "count";
  /** Only members that start (shifts: begin) at or after the first tick and before the second. */
  readonly within?: readonly [Tick, Tick];
  /** Used before the period; promised after it. */
  readonly opening: number;
  readonly reserved: number;
  /** Hard bounds on used. */
  readonly limit: Span;
  /** Cost of used (ticks, or a count), read by the measure `budget`; its slopes price hoarding and overrun. */
  readonly cost?: Curve;
}

export interface DemandClient {
  readonly id: Id;
  /** Worker who is the named care contact (fast omsorgskontakt). */
  readonly contact?: Id;
  readonly team?: Id;
}

/**
 * A decision already taken. The task is served, and as far as given: on this shift, by this worker, in this slot, at this
 * start, somewhere later than task `after` in the same round.
 */
export interface Pin {
  readonly task: Id;
  readonly shift?: Id;
  readonly worker?: Id;
  readonly slot?: number;
  readonly start?: Tick;
  readonly after?: Id;
}

/** The worker met the client `times` times before the period, last at tick `at` (negative). */
export interface Meeting {
  readonly client: Id;
  readonly worker: Id;
  readonly at: Tick;
  readonly times: number;
}
