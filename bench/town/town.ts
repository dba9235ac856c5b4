/** Towns to measure on: a Demand, and a plan that was laid first and keeps its hard rules. Rules are added one by one. */
import type { Demand, Shift, Task } from "../../src/model/demand.ts";
import { hashOf } from "../../src/model/hash.ts";
import type { Plan, PlannedShift, PlannedTask } from "../../src/model/plan.ts";
import type { Relation } from "../../src/model/relation.ts";
import type { Term } from "../../src/model/term.ts";
import { Random } from "../../src/random.ts";
import type { Id, Tick } from "../../src/units.ts";

/** A tick is a second. */
export const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Two people at one door: `helper` starts `lag` after `main`. */
export interface Double {
  readonly main: Id;
  readonly helper: Id;
  readonly lag: Tick;
}

/** A rest of half an hour that the laid plan of a shift has time for, after the task `after`. */
export interface Pause {
  readonly shift: Id;
  readonly start: Tick;
  readonly end: Tick;
  readonly after: Id;
}

export interface Town {
  readonly seed: number;
  readonly demand: Demand;
  /** Keeps every hard rule of the demand. */
  readonly rounds: readonly PlannedShift[];
  readonly doubles: readonly Double[];
  readonly pauses: readonly Pause[];
}

/** Adds a rule of the language to a town, around what its plan does. */
export type Rule = (town: Town) => Town;

/** The town with all the rules, one after the other. */
export const withRules = (town: Town, rules: readonly Rule[]): Town => rules.reduce((sofar, rule) => rule(sofar), town);

/** Where the laid plan serves a task. */
export interface Seat {
  readonly planned: PlannedTask;
  readonly round: PlannedShift;
}

export const seatsOf = (town: Town): ReadonlyMap<Id, Seat> =>
  new Map(town.rounds.flatMap((round) => round.tasks.map((planned) => [planned.id, { planned, round }] as const)));

/** A generator of its own for each rule, so that rules do not disturb each other. */
export const drawFor = (town: Town, rule: string): Random => Random.keyed(town.seed, "town", rule);

/** A whole number from low to high, both included. */
export const between = (random: Random, low: number, high: number): number => low + random.below(high - low + 1);

export const change = (town: Town, parts: Partial<Demand>): Town => ({ ...town, demand: { ...town.demand, ...parts } });

export const mapTasks = (town: Town, map: (task: Task) => Task): Town => change(town, { tasks: town.demand.tasks.map(map) });

export const mapShifts = (town: Town, map: (shift: Shift) => Shift): Town => change(town, { shifts: town.demand.shifts.map(map) });

export const addRelations = (town: Town, relations: readonly Relation[]): Town =>
  change(town, { relations: [...town.demand.relations, ...relations] });

export const addTerms = (town: Town, terms: readonly Term[]): Town => change(town, { terms: [...town.demand.terms, ...terms] });

/** A term of `slope` per unit; summed over the plan on level 2 unless said otherwise. */
export const priced = (measure: Term["measure"], slope: number, other: Partial<Term> = {}): Term => ({
  name: measure,
  level: 2,
  measure,
  unit: "minute",
  per: "plan",
  reduce: "sum",
  curve: { points: [[0, 0]], above: slope },
  ...other,
});

/** Care tasks of each client that the laid plan serves, in order of their starts, helpers left out; clients in the order of the Demand. */
export function visitsByClient(town: Town): ReadonlyMap<Id, readonly Task[]> {
  const seats = seatsOf(town);
  const startOf = ({ id }: Task): Tick => (seats.get(id) as Seat).planned.start;
  const helpers = new Set(town.doubles.map(({ helper }) => helper));
  const visits = new Map<Id, Task[]>(town.demand.clients.map(({ id }) => [id, []]));
  for (const task of town.demand.tasks) {
    if (task.kind === "care" && task.client !== undefined && seats.has(task.id) && !helpers.has(task.id))
      visits.get(task.client)?.push(task);
  }
  for (const own of visits.values()) own.sort((a, b) => startOf(a) - startOf(b));
  return visits;
}

/** Index of the day of a tick; days of towns have 24 hours. */
export const dayOf = (tick: Tick): number => Math.floor(tick / DAY);

/** The laid plan as a plan of the town's Demand. */
export function laidPlan({ demand, rounds, seed }: Town): Plan {
  const served = new Set(rounds.flatMap(({ tasks }) => tasks.map(({ id }) => id)));
  const unserved = demand.tasks.map(({ id }) => id).filter((id) => !served.has(id));
  return { version: 1, demandHash: hashOf(demand), shifts: rounds, unserved, origin: { tool: "laid", seed } };
}
