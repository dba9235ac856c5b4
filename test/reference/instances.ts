/** Seeded Demands small enough for the reference solver, with everything mixed. */
import type { Demand, Shift, ShiftOption, Slot, Task, Travel, Worker } from "../../src/model/demand.ts";
import { Random } from "../../src/random.ts";
import { addCouplings, addHistory } from "./couplings.ts";
import { demand } from "./demand.ts";
import { curveIn, termsIn } from "./terms.ts";

/** What is drawn by itself; an instance mixes some of them. */
export const FEATURES = [
  "slots",
  "elastic",
  "wishes",
  "stops",
  "skills",
  "who",
  "pace",
  "breaks",
  "modes",
  "pool",
  "profile",
  "load",
  "rest",
  "days",
  "span",
  "open ends",
  "relations",
  "softRelations",
  "budgets",
  "pins",
  "freeze",
  "clients",
  "required",
  "remote",
] as const;
export type Feature = (typeof FEATURES)[number];

export interface Instance {
  readonly seed: number;
  readonly demand: Demand;
  readonly features: readonly Feature[];
}

/** Sizes: the largest tick named, tasks and shifts. */
export interface Size {
  readonly horizon: number;
  readonly tasks: readonly [min: number, max: number];
  readonly shifts: readonly [min: number, max: number];
  /** Fixed durations, and costs that only grow with time. */
  readonly plain?: true;
}

const MIXED: Size = { horizon: 30, tasks: [3, 5], shifts: [1, 2] };
const LONG: Size = { horizon: 40, tasks: [6, 7], shifts: [1, 1], plain: true };
/** For enumeration without any pruning. */
export const TINY: Size = { horizon: 7, tasks: [1, 2], shifts: [1, 2] };

/** The instance of a seed: every tenth is one long round. */
export function instance(seed: number, size: Size = seed % 10 === 9 ? LONG : MIXED): Instance {
  const random = Random.keyed(seed, "reference", size.horizon);
  const features = FEATURES.filter((feature) => random.chance(size.plain && PLAIN_WITHOUT.includes(feature) ? 0 : 0.3));
  return { seed, features, demand: demandOf(random, new Set(features), size) };
}

const PLAIN_WITHOUT: readonly Feature[] = ["elastic", "wishes", "softRelations", "budgets", "freeze", "slots"];

const upTo = (random: Random, [min, max]: readonly [number, number]): number => min + random.below(max - min + 1);

function demandOf(random: Random, has: ReadonlySet<Feature>, size: Size): Demand {
  const { horizon } = size;
  const days = has.has("days")
    ? [
        { date: "2026-03-02", begins: 0 },
        { date: "2026-03-03", begins: Math.floor(horizon * 0.6) },
      ]
    : [{ date: "2026-03-02", begins: 0 }];
  const places = 4;
  const travel = travelIn(random, has, places, horizon);
  const workers = workersIn(random, has, size);
  const shifts = shiftsIn(random, has, size, workers, travel, places);
  const tasks = tasksIn(random, has, size, places, shifts);
  const base = demand({
    days,
    travel,
    workers,
    shifts,
    pools: has.has("pool") ? [{ id: "pool", count: 1 }] : [],
    tasks,
    clients: [
      { id: "c0", contact: "w0", team: "north" },
      { id: "c1", team: "south" },
    ],
  });
  const coupled = addHistory(random, has, addCouplings(random, has, base));
  return { ...coupled, terms: termsIn(random, coupled, size.plain ?? false) };
}

/** Points on a small grid; straight lines keep every detour longer. */
function travelIn(random: Random, has: ReadonlySet<Feature>, placeCount: number, horizon: number): Travel[] {
  const reach = Math.max(1, Math.round(horizon / 8));
  const points = Array.from({ length: placeCount }, () => [random.below(reach + 1), random.below(reach + 1)] as const);
  const ticks = points.flatMap(([x0, y0]) => points.map(([x1, y1]) => Math.abs(x1 - x0) + Math.abs(y1 - y0)));
  const profile = has.has("profile")
    ? {
        profile: [
          { fromTimeOfDay: 0, factor: 1 },
          { fromTimeOfDay: Math.floor(horizon / 3), factor: 1.6 },
          { fromTimeOfDay: Math.floor(horizon / 2), factor: 1 },
        ],
      }
    : {};
  const walk: Travel = { mode: "walk", placeCount, ticks, metres: ticks.map((t) => t * 100), ...profile };
  const car: Travel = { mode: "car", placeCount, points, ticksPerUnit: 0.5, rounding: "nearest", metresPerUnit: 130 };
  return has.has("modes") ? [walk, car] : [walk];
}

function workersIn(random: Random, has: ReadonlySet<Feature>, { shifts, horizon }: Size): Worker[] {
  const count = random.chance(0.8) ? shifts[1] : 1;
  return Array.from(
    { length: count },
    (_, i): Worker => ({
      id: `w${i}`,
      traits: has.has("who") && random.chance(0.5) ? ["cat"] : [],
      skills: random.chance(0.8)
        ? [{ id: "insulin", level: random.below(3), ...(random.chance(0.3) ? { days: [0, 0] as const } : {}) }]
        : [],
      ...(has.has("pace") ? { pace: { visit: random.pick([0.8, 1.25, 1.5]) } } : {}),
      ...(has.has("rest") && random.chance(0.4) ? { busyUntil: -random.below(6) } : {}),
      rest: has.has("rest") ? [{ window: Math.floor(horizon * 0.8), atLeast: 2 + random.below(4) }] : [],
    }),
  );
}

function shiftsIn(
  random: Random,
  has: ReadonlySet<Feature>,
  size: Size,
  workers: readonly Worker[],
  travel: readonly Travel[],
  places: number,
): Shift[] {
  const { horizon } = size;
  return Array.from({ length: upTo(random, size.shifts) }, (_, i): Shift => {
    const from = random.below(Math.ceil(horizon / 4));
    const to = horizon - random.below(Math.ceil(horizon / 4));
    const options = travel.map(
      (t): ShiftOption => ({
        mode: t.mode,
        from: has.has("open ends") && random.chance(0.4) ? null : random.below(places),
        to: has.has("open ends") && random.chance(0.4) ? null : random.below(places),
        ...(has.has("pool") && random.chance(0.7) ? { pool: "pool" } : {}),
        ...(random.chance(0.5) ? { cost: random.below(5) } : {}),
      }),
    );
    return {
      id: `s${i}`,
      worker: (workers[i] ?? workers[0])?.id as string,
      team: random.pick(["north", "south"]),
      begins: [from, from + random.below(Math.ceil(horizon / 3))],
      ends: [random.chance(0.5) ? null : from, to],
      ...(has.has("span") ? { maxSpan: Math.floor(horizon / 2) + random.below(horizon) } : {}),
      ...(has.has("breaks") && random.chance(0.6) ? { maxStretch: Math.floor(horizon / 3) + random.below(8) } : {}),
      ...(random.chance(0.6) ? { paidTo: to - random.below(Math.ceil(horizon / 3)) } : {}),
      idleIfUnused: random.chance(0.3),
      fixedDeparture: random.chance(0.25),
      ...(has.has("load") ? { capacity: { box: 2 + random.below(3) } } : {}),
      options,
    };
  });
}

function tasksIn(random: Random, has: ReadonlySet<Feature>, size: Size, places: number, shifts: readonly Shift[]): Task[] {
  const count = upTo(random, size.tasks);
  const tasks = Array.from({ length: count }, (_, i) => taskIn(random, has, size, places, `t${i}`));
  if (has.has("breaks") && count > 1) tasks[count - 1] = breakIn(random, size, shifts, `t${count - 1}`);
  return tasks;
}

function breakIn(random: Random, { horizon }: Size, shifts: readonly Shift[], id: string): Task {
  const shift = random.pick(shifts);
  return {
    id,
    kind: "break",
    class: "rest",
    place: random.pick(["neighbour", "anywhere", "shiftEnd", 0] as const),
    ...(random.chance(0.3) ? { stopTicks: 1 } : {}),
    slots: [{ start: [Math.floor(horizon / 4), horizon] }],
    duration: { min: 1, max: 1 + random.below(2) },
    who: { shifts: [shift.id] },
    required: random.chance(0.5) ? { whenShiftExceeds: Math.floor(horizon / 3) } : random.chance(0.3),
    priority: 3,
    unservedCost: 1 + random.below(3),
  };
}

function taskIn(random: Random, has: ReadonlySet<Feature>, size: Size, places: number, id: string): Task {
  const shortest = 1 + random.below(Math.max(1, Math.round(size.horizon / (size.plain ? 12 : 7))));
  const longest = has.has("elastic") && random.chance(0.7) ? shortest + 1 + random.below(4) : shortest;
  const value =
    longest > shortest
      ? {
          value: {
            points: [
              [shortest, 0],
              [shortest + 1, -random.below(5)],
              [longest + 1, -6 - random.below(4)],
            ] as const,
          },
        }
      : {};
  const slots = Array.from({ length: has.has("slots") && random.chance(0.5) ? 2 : 1 }, () => slotIn(random, has, size));
  return {
    id,
    kind: has.has("remote") && random.chance(0.3) ? random.pick(["remote", "other", "base"] as const) : "care",
    class: random.pick(["visit", "visit", "meal"]),
    ...(random.chance(0.8) ? { client: random.pick(["c0", "c1"]) } : {}),
    place: has.has("remote") && random.chance(0.3) ? random.pick(["anywhere", "neighbour"] as const) : random.below(places),
    ...(has.has("stops") && random.chance(0.6) ? { stopTicks: 1 + random.below(2) } : {}),
    slots,
    duration: { min: shortest, max: longest, ...value },
    who: {
      ...(has.has("skills") && random.chance(0.5) ? { all: ["insulin"], level: random.below(2) } : {}),
      ...(has.has("who") && random.chance(0.25) ? { not: [random.pick(["cat", "w0"])] } : {}),
      ...(has.has("who") && random.chance(0.15) ? { traits: ["cat"] } : {}),
      ...(has.has("who") && random.chance(0.4) ? { cost: { w0: random.below(4) } } : {}),
    },
    ...(has.has("load") && random.chance(0.7) ? { load: { box: random.pick([1, 1, 2, -2]) } } : {}),
    required: has.has("required") && random.chance(0.3),
    priority: 1 + random.below(5),
    unservedCost: 1 + random.below(5),
  };
}

function slotIn(random: Random, has: ReadonlySet<Feature>, { horizon, plain }: Size): Slot {
  const from = random.below(Math.ceil(horizon * 0.7));
  const width = Math.floor(horizon / 6) + random.below(Math.ceil(horizon / 2));
  const due = random.chance(0.4) ? { due: random.chance(0.5) ? { start: from + random.below(width + 1) } : { end: from + width } } : {};
  const start = [random.chance(0.15) ? null : from, random.chance(0.15) ? null : from + width] as const;
  if (plain || !has.has("wishes")) return { start, ...(random.chance(0.3) ? { cost: random.below(4) } : {}), ...due };
  const at = from + random.below(width + 1);
  return {
    start,
    ...(random.chance(0.3) ? { end: [null, from + width + 3] as const } : {}),
    ...(random.chance(0.5) ? { wish: { start: at } } : due),
    ...(random.chance(0.5) ? { startCost: curveIn(random, at) } : {}),
    ...(random.chance(0.3) ? { endCost: curveIn(random, at + 2) } : {}),
  };
}
