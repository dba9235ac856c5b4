/** Seeded plain Demands: windows, loads, skills, two modes, shifts that begin and end at different places. */
import type { Demand, Shift, Task } from "../../../src/model/demand.ts";
import { Random } from "../../../src/random.ts";

export interface PlainOptions {
  readonly tasks: number;
  readonly shifts: number;
  /** Share of tasks that may be left out at a price. */
  readonly optional?: number;
  /** Are shifts, modes and skills of several kinds? */
  readonly mixed?: boolean;
}

const DAY = 600;

/** Windows lie around a day of 600 ticks; shifts may be too few, so that required tasks are left out. */
export function plainDemand(seed: number, { tasks, shifts, optional = 0, mixed = false }: PlainOptions): Demand {
  const random = Random.keyed(seed, "plain");
  const point = (): readonly [number, number] => [random.below(100), random.below(100)];
  const places = 2 + tasks;
  const points = Array.from({ length: places }, point);
  const travel = (mode: string, ticksPerUnit: number) => ({ mode, placeCount: places, points, ticksPerUnit, rounding: "truncate" as const });
  const task = (_: unknown, t: number): Task => {
    const start = random.below(DAY - 150);
    return {
      id: `t${t}`,
      kind: "care",
      class: "visit",
      place: 2 + t,
      slots: [{ start: [start, start + 20 + random.below(130)] }],
      duration: { min: 10, max: 10 },
      who: mixed && random.chance(0.3) ? { all: ["nurse"] } : {},
      load: { goods: 1 + random.below(9) },
      required: !random.chance(optional),
      priority: 1,
      unservedCost: 40 + random.below(200),
    };
  };
  const shift = (_: unknown, s: number): Shift => ({
    id: `s${s}`,
    worker: `w${s}`,
    begins: [0, mixed ? random.below(60) : 0],
    ends: [null, DAY + (mixed ? random.below(200) : 100)],
    idleIfUnused: false,
    fixedDeparture: false,
    capacity: { goods: 40 },
    options: [{ mode: mixed && s % 2 === 1 ? "bike" : "car", from: 0, to: mixed && s % 3 === 0 ? 1 : 0 }],
  });
  const skilled = (s: number) => (mixed && s % 2 === 0 ? [{ id: "nurse", level: 1 }] : []);
  const line = { unit: "one" as const, per: "plan" as const, reduce: "sum" as const, curve: { points: [[0, 0]] as const, above: 1 } };
  return {
    version: 1,
    model: "plain",
    origin: "2000-01-01T00:00:00Z",
    ticksPerMinute: 1,
    days: [{ date: "2000-01-01", begins: 0 }],
    travel: mixed ? [travel("car", 1), travel("bike", 1.5)] : [travel("car", 1)],
    workers: Array.from({ length: shifts }, (_, s) => ({ id: `w${s}`, traits: [], skills: skilled(s), rest: [] })),
    shifts: Array.from({ length: shifts }, shift),
    pools: [],
    tasks: Array.from({ length: tasks }, task),
    relations: [],
    budgets: [],
    clients: [],
    pins: [],
    memory: [],
    terms: [
      { name: "travel", level: 1, measure: "travel", ...line },
      ...(optional > 0 ? [{ name: "left out", level: 1, measure: "unserved" as const, ...line }] : []),
    ],
  };
}
