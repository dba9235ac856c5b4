/** The bare town: clients, visits with windows, people with shifts; nothing is asked but that visits are made and travel is short. */
import type { Demand, Shift, Task, Worker } from "../../src/model/demand.ts";
import type { PlannedShift } from "../../src/model/plan.ts";
import { Random } from "../../src/random.ts";
import { type Call, type Calls, type Laid, layDay, TICKS_PER_METRE, type Visit } from "./lay.ts";
import { homes, type Point } from "./places.ts";
import { between, DAY, MINUTE, type Pause, priced, type Town } from "./town.ts";

export interface TownOptions {
  readonly seed: number;
  /** Visits in all; with doubles about as many. */
  readonly tasks: number;
  /** Default 1. */
  readonly days?: number;
  /** Share of visits that take two people. Default 0. */
  readonly doubles?: number;
}

const VISITS_PER_CLIENT = 1.8;
const LENGTHS: Readonly<Record<keyof Calls, readonly number[]>> = {
  morning: [15, 20, 25, 30, 30, 45, 60],
  noon: [15, 15, 20, 25, 30],
  evening: [10, 15, 15, 20, 30],
};

/** Equal options give equal towns. O(clients² + tasks). */
export function makeTown({ seed, tasks, days = 1, doubles = 0 }: TownOptions): Town {
  const random = Random.keyed(seed, "town", tasks, days);
  const perDay = tasks / days;
  const clients = Math.max(2, Math.round(perDay / VISITS_PER_CLIENT));
  const points: readonly Point[] = [[0, 0], ...homes(clients, random)];
  const calls = callsOf(clients, Math.round(perDay / (1 + doubles)), random);
  const rounds = Array.from({ length: days }, (_, day) => layDay(day, copied(calls, day), doubles, points, random)).flat();
  const staffed = staff(rounds, days);
  const visits = rounds.flatMap((round) => round.visits);
  const demand: Demand = {
    version: 1,
    model: "bench",
    origin: "2026-03-02T00:00:00Z",
    ticksPerMinute: MINUTE,
    days: Array.from({ length: days }, (_, day) => ({ date: `2026-03-${String(2 + day).padStart(2, "0")}`, begins: day * DAY })),
    travel: [{ mode: "car", placeCount: points.length, points, ticksPerUnit: TICKS_PER_METRE, rounding: "nearest", metresPerUnit: 1.3 }],
    workers: staffed.workers,
    shifts: staffed.shifts,
    pools: [],
    tasks: random.shuffled(visits).map((visit) => taskOf(visit, random)),
    relations: [],
    budgets: [],
    clients: Array.from({ length: clients }, (_, c) => ({ id: `c${c}` })),
    pins: [],
    memory: [],
    terms: [priced("unserved", 1, { level: 1, unit: "one" }), priced("travel", 1)],
  };
  const pairs = visits.flatMap(({ id, helps }) => (helps === undefined ? [] : [{ main: helps.main, helper: id, lag: helps.lag }]));
  return { seed, demand, rounds: staffed.rounds, doubles: pairs, pauses: staffed.pauses };
}

/** Everyone is visited in the morning, some at noon and in the evening. */
function callsOf(clients: number, visits: number, random: Random): Calls {
  const more = Math.max(0, visits - clients);
  const some = (count: number): readonly number[] =>
    random
      .shuffled(Array.from({ length: clients }, (_, c) => c))
      .slice(0, count)
      .sort((a, b) => a - b);
  const part = (name: keyof Calls, of: readonly number[]): Call[] =>
    of.map((client) => ({ id: `c${client}/${name}`, client, class: name, length: random.pick(LENGTHS[name]) * MINUTE }));
  const noon = Math.round(more * 0.4);
  return {
    morning: part("morning", some(Math.min(clients, visits))),
    noon: part("noon", some(noon)),
    evening: part("evening", some(more - noon)),
  };
}

const copied = ({ morning, noon, evening }: Calls, day: number): Calls => {
  const onDay = (calls: readonly Call[]): Call[] => calls.map((call) => ({ ...call, id: `d${day}/${call.id}` }));
  return { morning: onDay(morning), noon: onDay(noon), evening: onDay(evening) };
};

function taskOf({ id, client, class: name, start, end }: Visit, random: Random): Task {
  const width = random.chance(0.3) ? 90 : 45;
  return {
    id,
    kind: "care",
    class: name,
    client: `c${client}`,
    place: client + 1,
    slots: [{ start: [start - between(random, 10, width) * MINUTE, start + between(random, 10, width) * MINUTE] }],
    duration: { min: end - start, max: end - start },
    who: {},
    required: false,
    priority: between(random, 1, 5),
    unservedCost: between(random, 1, 5) * 10,
  };
}

/** People with two days off a week, a worker of one's own for what nobody is left for; each round becomes a shift of one of them. */
function staff(laid: readonly Laid[], days: number): { workers: Worker[]; shifts: Shift[]; rounds: PlannedShift[]; pauses: Pause[] } {
  const workers = new Map<string, Worker>();
  const shifts: Shift[] = [];
  const rounds: PlannedShift[] = [];
  const pauses: Pause[] = [];
  for (const kind of ["day", "evening"] as const) {
    const byDay = Array.from({ length: days }, (_, day) => laid.filter((round) => round.kind === kind && round.day === day));
    const busiest = Math.max(...byDay.map(({ length }) => length));
    const people = days === 1 ? busiest : Math.ceil((busiest * 7) / 5);
    for (const [day, own] of byDay.entries()) {
      const isOff = (p: number): boolean => days > 1 && (day + Math.floor((7 * p) / people)) % 7 < 2;
      const present = Array.from({ length: people }, (_, p) => p).filter((p) => !isOff(p));
      for (const [i, round] of own.entries()) {
        const worker = present[i] === undefined ? `${kind}-extra-${i}-${day}` : `${kind}-${present[i]}`;
        const id = `${worker}@${day}`;
        workers.set(worker, { id: worker, traits: [], skills: [], rest: [] });
        const { from, to, home, visits, pause } = round;
        if (pause !== undefined) pauses.push({ shift: id, ...pause });
        shifts.push({
          id,
          worker,
          begins: [from, to],
          ends: [from, to],
          paidTo: to,
          idleIfUnused: false,
          fixedDeparture: false,
          options: [{ mode: "car", from: 0, to: 0 }],
        });
        rounds.push({
          shift: id,
          option: 0,
          begin: from,
          end: home,
          tasks: visits.map((visit) => ({ id: visit.id, slot: 0, start: visit.start, end: visit.end })),
        });
      }
    }
  }
  return { workers: [...workers.values()], shifts, rounds, pauses };
}
