/** What a plan is judged by. */
import type { Id } from "../units.ts";
import type { Curve } from "./curve.ts";

/**
 * cost = sum over groups of curve(reduce over the group's atoms). Levels compare lexicographically; level 0 must be 0
 * (= hard). Raw values are whole ticks, metres, counts or costs; only `curve` reads `unit`. The curve is 0 at 0.
 */
export interface Term {
  readonly name: string;
  /** 0 is hard; 1, 2, … compare lexicographically. */
  readonly level: number;
  readonly measure: Measure;
  /** x of the curve: raw / ticksPerMinute, raw / 1000, or raw itself ("visit", "person" and "one" are the same number). */
  readonly unit: "minute" | "km" | "visit" | "person" | "one";
  /**
   * How atoms are grouped. A task counts to the shift, worker or team that serves it (its client's team where it has
   * one) and to its client; a shift to its worker and team; a client to its team; relations and budgets stand alone.
   * What has no such group is a group of its own, named by its id. Which groupings a measure allows: see {@link GROUPINGS}.
   */
  readonly per: "task" | "relation" | "shift" | "worker" | "client" | "budget" | "team" | "plan";
  /** "range": largest less smallest. A group without atoms costs nothing. */
  readonly reduce: "sum" | "max" | "range";
  /** Over `x` in `unit`. */
  readonly curve: Curve;
  /**
   * Only atoms of these: a task's class, the mode its shift travels by, its priority; a shift's mode (unused shifts: its
   * first option's). What an atom does not have (a shift's class, an unserved task's mode) is not asked.
   */
  readonly where?: { readonly classes?: readonly Id[]; readonly modes?: readonly Id[]; readonly minPriority?: number };
}

/**
 * What is measured, by the atom it is measured on. Rules for one atom:
 *
 * task, if served: `slotCost` slot cost + startCost(start) + endCost(end) · `late` the largest of start - due.start,
 * end - due.end, start - wish.start and 0, as far as the slot gives them · `early` max(0, wish.start - start) ·
 * `whoCost` who.cost of the worker · `overLevel` sum over `who.all` of the worker's level less `who.level` ·
 * `durationValue` duration.value at (end - start) / pace · `moved` |start - its start in the baseline| · `reassigned` 1
 * where the baseline gives it to another worker · `teamCrossing` 1 where shift and client have different teams.
 *
 * task, if not served (conditional ones only while their condition holds): `unserved` its unservedCost · `missedBreak`
 * 1 for kind "break".
 *
 * shift (unused: 0): `travel` ticks · `distance` metres · `waiting` time between begin and end that is neither travel, entry nor
 * task, the wait before the first task and after the return included · `idle` (begin - begins[0]) + waiting + max(0, paidTo - end),
 * unused and idleIfUnused: paidTo - begins[0] · `overtime` max(0, end - paidTo) · `usedShift` 1 · `optionCost` the
 * option's cost · `splitShift` 1 where another used shift of the worker began earlier the same day and ended more than 60
 * minutes before this one begins · `work` end - begin less tasks of kind "break".
 *
 * client: `workers` different workers over its served care tasks and `memory` · `contactShare` its served care tasks
 * done by others than its contact (0 without a contact).
 *
 * `relation`, `budget`: its soft cost.
 */
export type Measure = TaskMeasure | ShiftMeasure | ClientMeasure | "relation" | "budget";
export type TaskMeasure =
  | "unserved" | "missedBreak" | "slotCost" | "late" | "early" | "whoCost" | "overLevel" | "durationValue" | "moved" | "reassigned" | "teamCrossing";
export type ShiftMeasure = "travel" | "distance" | "waiting" | "idle" | "overtime" | "usedShift" | "optionCost" | "splitShift" | "work";
export type ClientMeasure = "workers" | "contactShare";

const served = ["task", "client", "shift", "worker", "team", "plan"] as const;
const unserved = ["task", "client", "team", "plan"] as const;
const shift = ["shift", "worker", "team", "plan"] as const;
const client = ["client", "team", "plan"] as const;

/** Which groupings each measure allows. */
export const GROUPINGS: Readonly<Record<Measure, readonly Term["per"][]>> = {
  unserved, missedBreak: unserved,
  slotCost: served, late: served, early: served, whoCost: served, overLevel: served, durationValue: served,
  moved: served, reassigned: served, teamCrossing: served,
  travel: shift, distance: shift, waiting: shift, idle: shift, overtime: shift, usedShift: shift, optionCost: shift, splitShift: shift, work: shift,
  workers: client, contactShare: client,
  relation: ["relation", "plan"], budget: ["budget", "plan"],
};
