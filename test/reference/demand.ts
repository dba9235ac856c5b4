/** Small Demands by hand: everything has a default, so that a case states only what it is about. */

import type { Curve } from "../../src/model/curve.ts";
import type { Demand, Shift, Slot, Task, Worker } from "../../src/model/demand.ts";
import type { Term } from "../../src/model/term.ts";
import type { Tick } from "../../src/units.ts";

/** Places on a line: travel from i to j takes |at[i] - at[j]| ticks. */
export const onLine = (at: readonly number[]): number[] => at.flatMap((a) => at.map((b) => Math.abs(a - b)));

export const worker = (id: string, more: Partial<Worker> = {}): Worker => ({ id, traits: [], skills: [], rest: [], ...more });

export const shift = (id: string, from: Tick, to: Tick, more: Partial<Shift> = {}): Shift => ({
  id,
  worker: "ann",
  begins: [from, to],
  ends: [from, to],
  idleIfUnused: false,
  fixedDeparture: false,
  options: [{ mode: "walk", from: 0, to: 0 }],
  ...more,
});

export const slot = (from: Tick | null, to: Tick | null, more: Partial<Slot> = {}): Slot => ({ start: [from, to], ...more });

export const task = (id: string, place: Task["place"], ticks: number | readonly [Tick, Tick], more: Partial<Task> = {}): Task => ({
  id,
  kind: "care",
  class: "visit",
  place,
  slots: [slot(null, null)],
  duration: typeof ticks === "number" ? { min: ticks, max: ticks } : { min: ticks[0], max: ticks[1] },
  who: {},
  required: false,
  priority: 3,
  unservedCost: 1,
  ...more,
});

export const term = (measure: Term["measure"], level: number, slope: number | Curve, more: Partial<Term> = {}): Term => ({
  name: `${measure} ${level}`,
  level,
  measure,
  unit: "one",
  per: "plan",
  reduce: "sum",
  curve: typeof slope === "number" ? { points: [[0, 0]], below: slope, above: slope } : slope,
  ...more,
});

/** Places at 0, 2, 5, 9 on a line; one worker "ann" and one shift "day" from 0 to 30; ticks are minutes; serve first, then travel. */
export const demand = (more: Partial<Demand> = {}): Demand => ({
  version: 1,
  model: "hand",
  origin: "2026-03-02T00:00:00+01:00",
  ticksPerMinute: 1,
  days: [{ date: "2026-03-02", begins: 0 }],
  travel: [{ mode: "walk", placeCount: 4, ticks: onLine([0, 2, 5, 9]) }],
  workers: [worker("ann")],
  shifts: [shift("day", 0, 30)],
  pools: [],
  tasks: [],
  relations: [],
  budgets: [],
  clients: [],
  pins: [],
  memory: [],
  terms: [term("unserved", 1, 100), term("travel", 2, 1)],
  ...more,
});
