/**
 * One small world worked by hand. A tick is a minute; day 0 begins at 0, day 1 at 1440. Travel (both ways, minutes):
 * base 0 to home 1: 10, base 0 to home 2: 20, home 1 to home 2: 5; a minute is 100 metres. Anna's round:
 *
 *     480 begin · 490 at home 1 · entry 2 · wait 8 · 500 a 530 · 535 at home 2 · entry 2 · 537 b 567 · 587 at base · wait 13 · 600 end
 *
 * travel 10 + 5 + 20 = 35, entry 4, tasks 60, waiting 8 + 13 = 21; 35 + 4 + 60 + 21 = 120 = 600 - 480.
 */
import { checkPlan } from "../../../src/check/plan/checkPlan.ts";
import type { Demand, Shift, Task } from "../../../src/model/demand.ts";
import { hashOf } from "../../../src/model/hash.ts";
import type { Plan, PlannedShift } from "../../../src/model/plan.ts";
import type { Term } from "../../../src/model/term.ts";

export const task = (id: string, place: Task["place"], changes: Partial<Task> = {}): Task => ({
  id,
  kind: "care",
  class: "hygiene",
  client: "klara",
  place,
  slots: [{ start: [null, null] }],
  duration: { min: 0, max: 1440 },
  who: {},
  required: false,
  priority: 3,
  unservedCost: 7,
  ...changes,
});

/** The task without its client. */
export function nobodys({ client: _, ...rest }: Task): Task {
  return rest;
}

export const shift = (id: string, worker: string, changes: Partial<Shift> = {}): Shift => ({
  id,
  worker,
  begins: [470, null],
  ends: [null, null],
  idleIfUnused: false,
  fixedDeparture: false,
  options: [{ mode: "walk", from: 0, to: 0 }],
  ...changes,
});

const minutes = [0, 10, 20, 10, 0, 5, 20, 5, 0];

export const demand: Demand = {
  version: 1,
  model: "hand",
  origin: "2026-03-02T00:00:00+01:00",
  ticksPerMinute: 1,
  days: [
    { date: "2026-03-02", begins: 0 },
    { date: "2026-03-03", begins: 1440 },
  ],
  travel: [{ mode: "walk", placeCount: 3, ticks: minutes, metres: minutes.map((m) => m * 100) }],
  workers: [
    { id: "anna", traits: [], skills: [], rest: [] },
    { id: "bo", traits: [], skills: [], rest: [] },
  ],
  shifts: [shift("early", "anna"), shift("late", "bo")],
  pools: [],
  tasks: [task("a", 1, { stopTicks: 2 }), task("b", 2, { stopTicks: 2 })],
  relations: [],
  budgets: [],
  clients: [{ id: "klara" }],
  pins: [],
  memory: [],
  terms: [],
};

export const round: PlannedShift = {
  shift: "early",
  option: 0,
  begin: 480,
  end: 600,
  tasks: [
    { id: "a", slot: 0, start: 500, end: 530 },
    { id: "b", slot: 0, start: 537, end: 567 },
  ],
};

/** A plan for the demand: what no shift serves is listed. */
export function planOf(forDemand: Demand, shifts: readonly PlannedShift[]): Plan {
  const served = new Set(shifts.flatMap(({ tasks }) => tasks.map(({ id }) => id)));
  const unserved = forDemand.tasks.filter(({ id }) => !served.has(id)).map(({ id }) => id);
  return { version: 1, demandHash: hashOf(forDemand), shifts, unserved, origin: { tool: "hand" } };
}

/** Codes of the issues, in the order found. */
export const codesOf = (forDemand: Demand, shifts: readonly PlannedShift[]): readonly string[] =>
  checkPlan(forDemand, planOf(forDemand, shifts)).issues.map(({ code }) => code);

/** The score of one term: unit "one", sum over the plan, the line of slope 1, unless said otherwise. */
export function termOf(changes: Partial<Demand>, term: Partial<Term> & Pick<Term, "measure">, shifts: readonly PlannedShift[] = [round]) {
  const full: Term = { name: "it", level: 1, unit: "one", per: "plan", reduce: "sum", curve: { points: [[0, 0]], above: 1 }, ...term };
  const changed: Demand = { ...demand, ...changes, terms: [full] };
  const { issues, score } = checkPlan(changed, planOf(changed, shifts));
  return { codes: issues.map(({ code }) => code), levels: score.levels, ...(score.terms[0] as (typeof score.terms)[number]) };
}

/** A late round of Bo's with these tasks, from 700 to 900, at home 1. */
export const lateRound = (...tasks: PlannedShift["tasks"]): PlannedShift => ({ shift: "late", option: 0, begin: 700, end: 900, tasks });
