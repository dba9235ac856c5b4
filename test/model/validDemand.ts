import type { Demand } from "../../src/model/demand.ts";

/** Two workers, two shifts, three tasks and one of everything else; nothing is wrong with it. A fresh copy each time. */
export const validDemand = (): Demand => structuredClone(demand);

const open = [null, null] as const;

const demand: Demand = {
  version: 1,
  model: "hand",
  origin: "2026-03-09T00:00:00+01:00",
  ticksPerMinute: 60,
  days: [
    { date: "2026-03-09", begins: 0, clockChange: { at: 7200, by: 3600 } },
    { date: "2026-03-10", begins: 82_800 },
  ],
  now: 0,
  travel: [
    {
      mode: "car",
      placeCount: 2,
      ticks: [0, 300, 300, 0],
      metres: [0, 2000, 2000, 0],
      profile: [
        { fromTimeOfDay: 0, factor: 1 },
        { fromTimeOfDay: 25_200, factor: 1.5 },
      ],
    },
    { mode: "walk", placeCount: 2, points: [[0, 0], [3, 4]], ticksPerUnit: 60, rounding: "nearest", metresPerUnit: 100 },
  ],
  workers: [
    {
      id: "anna",
      traits: ["woman"],
      skills: [{ id: "insulin", level: 1, days: [0, 0] }],
      pace: { meal: 0.5 },
      busyUntil: -40_000,
      rest: [{ window: 86_400, atLeast: 39_600 }],
    },
    { id: "bo", traits: [], skills: [], rest: [] },
  ],
  shifts: [
    {
      id: "anna-early",
      worker: "anna",
      begins: [25_200, 25_200],
      ends: [36_000, 36_000],
      maxSpan: 10_800,
      paidTo: 36_000,
      idleIfUnused: true,
      fixedDeparture: true,
      options: [
        { mode: "car", from: 0, to: 0, pool: "cars" },
        { mode: "walk", from: null, to: null },
      ],
    },
    {
      id: "anna-late",
      worker: "anna",
      begins: [36_000, 36_000],
      ends: [50_000, 50_000],
      idleIfUnused: false,
      fixedDeparture: false,
      capacity: { meals: 4 },
      options: [{ mode: "walk", from: 0, to: 0 }],
    },
    { id: "bo-early", worker: "bo", begins: open, ends: open, idleIfUnused: false, fixedDeparture: false, options: [{ mode: "car", from: 0, to: 0 }] },
  ],
  pools: [{ id: "cars", count: 1 }],
  tasks: [
    {
      id: "insulin",
      kind: "care",
      class: "medicine",
      client: "client",
      place: 1,
      stopTicks: 60,
      slots: [{ start: [27_000, 28_800], end: [27_000, 30_000], startCost: { points: [[27_000, 0], [28_800, 1]] } }],
      duration: { min: 600, max: 600 },
      who: { all: ["insulin"], level: 1, only: ["anna"], cost: { bo: 1 } },
      required: true,
      priority: 5,
      unservedCost: 100,
    },
    {
      id: "meal",
      kind: "care",
      class: "meal",
      client: "client",
      place: 1,
      slots: [{ start: [28_800, 40_000], end: open }, { start: [90_000, 100_000] }],
      duration: { min: 1200, max: 2400, value: { points: [[1200, 0], [2400, -10]] } },
      who: { traits: ["woman"], not: ["bo"] },
      load: { meals: 1 },
      required: true,
      priority: 3,
      unservedCost: 50,
    },
    {
      id: "rest",
      kind: "break",
      class: "break",
      place: "neighbour",
      slots: [{ start: open }],
      duration: { min: 1800, max: 1800 },
      who: { shifts: ["anna-early"] },
      required: { whenShiftExceeds: 10_000 },
      priority: 3,
      unservedCost: 0,
    },
  ],
  relations: [
    { id: "apart", kind: "gap", tasks: ["insulin", "meal"], from: "end", to: "start", span: [900, 7200], clock: "elapsed", over: "next" },
    { id: "together", kind: "presence", tasks: ["meal"], count: [1, 1], zeroAllowed: true },
    { id: "faces", kind: "workers", tasks: ["insulin", "meal"], distinct: [null, 1], soft: { points: [[0, 0]], above: 5 } },
    { id: "ordered", kind: "order", tasks: ["insulin", "meal"], adjacent: false, soft: { points: [[0, 0]], above: 1 } },
    { id: "total", kind: "duration", tasks: ["insulin", "meal"], total: [1000, 4000] },
  ],
  budgets: [
    { id: "frame", of: "task", members: ["insulin", "meal"], quantity: "serviceTicks", within: [0, 165_600], opening: 100, reserved: 100, limit: [null, 9000] },
    { id: "hours", of: "shift", members: ["anna-early"], quantity: "workTicks", opening: 0, reserved: 0, limit: open, cost: { points: [[0, 0]], above: 1 } },
  ],
  clients: [{ id: "client", contact: "anna" }],
  pins: [{ task: "meal", shift: "anna-late", worker: "anna", slot: 0, start: 36_000, after: "insulin" }],
  memory: [{ client: "client", worker: "bo", at: -90_000, times: 3 }],
  terms: [
    { name: "unserved", level: 1, measure: "unserved", unit: "one", per: "task", reduce: "sum", curve: { points: [[0, 0]], above: 1 } },
    { name: "distance", level: 2, measure: "distance", unit: "km", per: "shift", reduce: "sum", curve: { points: [[0, 0]], above: 1 } },
  ],
  baseline: [{ shift: "anna-early", option: 1, begin: 25_200, end: 36_000, tasks: [{ id: "insulin", slot: 0, start: 27_000, end: 27_600, at: 1 }] }],
};
