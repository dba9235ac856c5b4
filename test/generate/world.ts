/** Where and with whom: days, travel, clients, workers and bare shifts. */
import type { Day, Demand, DemandClient, ShiftOption, Travel, Worker } from "../../src/model/demand.ts";
import { between, type Draw, defined, on, share, some } from "./draw.ts";

export const SKILLS = ["insulin", "delegation", "lift"];
export const TRAITS = ["woman", "smoker", "allergic"];
export const CLASSES = ["hygiene", "meal", "errand"];
export const LOADS = ["boxes", "laundry"];

export interface World {
  readonly days: readonly Day[];
  readonly travel: readonly Travel[];
  readonly placeCount: number;
  readonly clients: readonly DemandClient[];
  readonly workers: readonly Worker[];
  readonly shifts: readonly {
    readonly id: string;
    readonly worker: Worker;
    readonly options: readonly ShiftOption[];
    readonly team?: string;
  }[];
  readonly memory: Demand["memory"];
}

export function drawWorld(draw: Draw): World {
  const days = drawDays(draw);
  const placeCount = between(draw, 2, 5);
  const modes = on(draw, "modes", 1) ? ["walk", "car"] : ["walk"];
  const travel = modes.map((mode) => drawTravel(draw, mode, placeCount));
  const shiftCount = between(draw, ...draw.shifts);
  const workers = list(between(draw, 1, shiftCount), (i) => drawWorker(draw, `w${i}`, days.length));
  const teams = draw.features.has("teams") ? ["north", "south"] : [];
  const team = (): string | undefined => (teams.length > 0 && draw.random.chance(0.8) ? draw.random.pick(teams) : undefined);
  const clients = list(between(draw, 1, 3), (i) =>
    defined<DemandClient>({ id: `c${i}`, contact: draw.random.chance(0.5) ? draw.random.pick(workers).id : undefined, team: team() }),
  );
  const shifts = list(shiftCount, (i) =>
    defined<World["shifts"][number]>({
      id: `s${i}`,
      worker: draw.random.pick(workers),
      options: drawOptions(draw, modes, placeCount),
      team: team(),
    }),
  );
  const memory = clients.flatMap(({ id }) =>
    (draw.features.has("memory") ? some(draw, workers) : []).map((worker) => ({
      client: id,
      worker: worker.id,
      at: -between(draw, 1, draw.dayTicks * 5),
      times: between(draw, 1, 9),
    })),
  );
  return { days, travel, placeCount, clients, workers, shifts, memory };
}

function drawDays(draw: Draw): readonly Day[] {
  let begins = 0;
  return list(between(draw, ...draw.days), (i) => {
    const by = on(draw, "clockChange") ? share(draw, 1 / 24) * draw.random.pick([-1, 1]) : 0;
    const day = { date: `2026-03-${28 + i}`, begins, ...(by === 0 ? {} : { clockChange: { at: begins + share(draw, 0.3), by } }) };
    begins += draw.dayTicks - by;
    return day;
  });
}

function drawTravel(draw: Draw, mode: string, placeCount: number): Travel {
  const far = share(draw, 1 / 40);
  const profile = on(draw, "profile", 0.7)
    ? [0, share(draw, 0.33), share(draw, 0.6)].map((fromTimeOfDay) => ({
        fromTimeOfDay,
        factor: draw.random.pick([0.5, 0.75, 1, 1.5, 2, 3]),
      }))
    : undefined;
  if (draw.features.has("points")) {
    const points = list(placeCount, () => [between(draw, 0, 10), between(draw, 0, 10)] as const);
    const rounding = draw.random.pick(["truncate", "nearest"] as const);
    return defined<Travel>({ mode, placeCount, points, ticksPerUnit: far / 8, rounding, metresPerUnit: 100, profile });
  }
  const cells = (most: number): number[] =>
    list(placeCount * placeCount, (i) => (i % (placeCount + 1) === 0 ? 0 : between(draw, draw.random.chance(0.1) ? 0 : 1, most)));
  return defined<Travel>({ mode, placeCount, ticks: cells(far), metres: cells(3000), profile });
}

function drawWorker(draw: Draw, id: string, dayCount: number): Worker {
  const skills = some(draw, draw.features.has("skills") ? SKILLS : [], 0.7).map((skill) => {
    const first = between(draw, 0, dayCount - 1);
    const dated = draw.random.chance(0.3);
    return {
      id: skill,
      level: between(draw, 0, 3),
      ...(dated ? { days: [first, draw.random.chance(0.5) ? null : between(draw, first, dayCount - 1)] as const } : {}),
    };
  });
  const pace = Object.fromEntries(
    some(draw, draw.features.has("pace") ? CLASSES : []).map((name) => [name, draw.random.pick([0.5, 0.8, 1.25, 1.5])]),
  );
  const traits = some(draw, draw.features.has("traits") ? TRAITS : []);
  return defined<Worker>({ id, traits, skills, pace: Object.keys(pace).length > 0 ? pace : undefined, rest: [], busyUntil: undefined });
}

function drawOptions(draw: Draw, modes: readonly string[], placeCount: number): readonly ShiftOption[] {
  const end = (): number | null => (on(draw, "openEnds") ? null : between(draw, 0, placeCount - 1));
  return list(on(draw, "modes", 0.7) ? 2 : 1, () => {
    const from = end();
    const pool = on(draw, "pools", 0.7) ? draw.random.pick(["cars", "bikes"]) : undefined;
    const cost = draw.random.chance(0.3) ? between(draw, 1, 9) : undefined;
    return defined<ShiftOption>({ mode: draw.random.pick(modes), from, to: draw.random.chance(0.7) ? from : end(), pool, cost });
  });
}

export const list = <T>(length: number, make: (i: number) => T): T[] => Array.from({ length }, (_, i) => make(i));
