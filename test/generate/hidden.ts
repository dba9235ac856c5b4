/** The hidden plan: rounds walked tick by tick before any rule exists. Every rule is drawn around it afterwards. */
import type { Demand, ShiftOption, Task, Travel, Worker } from "../../src/model/demand.ts";
import { between, type Draw, on, share } from "./draw.ts";
import { CLASSES, LOADS, list, type World } from "./world.ts";

/** A task of the hidden plan; one that is unserved has the time around which its slots are drawn. */
export interface HiddenTask {
  readonly id: string;
  readonly kind: Task["kind"];
  readonly class: string;
  readonly client: string | undefined;
  readonly place: Task["place"];
  readonly at: number | undefined;
  readonly stopTicks: number;
  readonly duration: { readonly min: number; readonly max: number };
  readonly load: Readonly<Record<string, number>> | undefined;
  readonly start: number;
  readonly end: number;
  /** -1: unserved. */
  readonly shift: number;
}

export interface HiddenRound {
  readonly shift: number;
  readonly option: number;
  readonly begin: number;
  readonly end: number;
  readonly tasks: readonly HiddenTask[];
}

export interface Hidden {
  readonly rounds: readonly HiddenRound[];
  readonly unserved: readonly HiddenTask[];
}

export function drawHidden(draw: Draw, world: World): Hidden {
  const count = between(draw, ...draw.tasks);
  const used = world.shifts.map((_, i) => i).filter(() => draw.random.chance(0.85));
  const seats = list(count, () => (used.length === 0 || on(draw, "unserved", 0.3) ? -1 : draw.random.pick(used)));
  const free = new Map<string, number>(); // worker -> end of the last shift
  const rounds = used.flatMap((shift) => {
    const ids = draw.random.shuffled(seats.flatMap((seat, i) => (seat === shift ? [`t${i}`] : [])));
    if (ids.length === 0) return [];
    const { worker, options } = world.shifts[shift] as World["shifts"][number];
    const earliest = draw.random.pick(world.days).begins + between(draw, 0, share(draw, 0.4));
    const begin = Math.max(earliest, (free.get(worker.id) ?? 0) + (draw.random.chance(0.2) ? 0 : between(draw, 0, share(draw, 0.2))));
    const option = draw.random.below(options.length);
    const round = walkRound(draw, world, { shift, option, begin, ids, worker, way: options[option] as ShiftOption });
    free.set(worker.id, round.end);
    return [round];
  });
  const unserved = seats.flatMap((seat, i) => {
    if (seat !== -1) return [];
    const task = bare(draw, world, `t${i}`);
    const start = between(draw, 0, world.days.length * draw.dayTicks - 1);
    return [{ ...task, at: undefined, shift: -1, start, end: start + task.duration.min }];
  });
  return { rounds, unserved };
}

type Bare = Omit<HiddenTask, "shift" | "start" | "end" | "at">;

function bare(draw: Draw, world: World, id: string): Bare {
  const kind = on(draw, "breaks", 0.3) ? "break" : draw.random.pick(["care", "care", "care", "care", "base", "remote", "other"] as const);
  const open = on(draw, "openPlaces", kind === "care" ? 0.1 : 0.7);
  const place = open ? draw.random.pick(["neighbour", "anywhere", "shiftEnd"] as const) : between(draw, 0, world.placeCount - 1);
  const min = between(draw, 1, share(draw, 1 / 24));
  return {
    id,
    kind,
    class: draw.random.pick(CLASSES),
    client: kind === "care" ? draw.random.pick(world.clients).id : undefined,
    place,
    stopTicks: on(draw, "entry", 0.6) ? between(draw, 1, share(draw, 1 / 200)) : 0,
    duration: { min, max: on(draw, "elastic") ? min + between(draw, 1, Math.min(share(draw, 1 / 40), draw.widest ?? Infinity)) : min },
    load: on(draw, "loads") ? Object.fromEntries(LOADS.map((name) => [name, between(draw, -6, 4)])) : undefined,
  };
}

interface Start {
  readonly shift: number;
  readonly option: number;
  readonly begin: number;
  readonly ids: readonly string[];
  readonly worker: Worker;
  readonly way: ShiftOption;
}

function walkRound(draw: Draw, world: World, { shift, option, begin, ids, worker, way }: Start): HiddenRound {
  const travel = world.travel.find(({ mode }) => mode === way.mode) as Travel;
  const placed = settle(
    draw,
    ids.map((id) => bare(draw, world, id)),
    way,
  );
  let time = begin;
  let here = way.from;
  const tasks = placed.map(({ task, spot, at }, i): HiddenTask => {
    time += slowTrip(travel, world.days, here, spot, time);
    if (i === 0 || here !== spot) time += task.stopTicks;
    here = spot;
    if (draw.random.chance(0.4)) time += between(draw, 0, share(draw, 1 / 30));
    const factor = worker.pace?.[task.class] ?? 1;
    const start = time;
    time += between(draw, Math.round(task.duration.min * factor), Math.round(task.duration.max * factor));
    return { ...task, at, shift, start, end: time };
  });
  time += way.to === null ? 0 : slowTrip(travel, world.days, here, way.to, time);
  return { shift, option, begin, end: time + (draw.random.chance(0.4) ? between(draw, 0, share(draw, 1 / 20)) : 0), tasks };
}

/** Where each task of a round is done; open places get one that the rules allow, said by `at` or left to be understood. */
function settle(draw: Draw, tasks: readonly Bare[], way: ShiftOption): readonly { task: Bare; spot: number; at: number | undefined }[] {
  let before = way.from;
  const fixed = tasks.map((task) => {
    const place = task.place === "shiftEnd" && way.to !== null ? way.to : task.place;
    return typeof place === "number" ? place : undefined;
  });
  return tasks
    .map((task, i) => {
      const known = fixed[i];
      const next = fixed[i + 1];
      if (known !== undefined) {
        before = known;
        return { task, spot: known, at: undefined };
      }
      const spots = [before, ...(task.place === "shiftEnd" ? [] : [next, way.from, way.to])].filter((spot) => typeof spot === "number");
      if (before === null && (next === undefined || task.place === "shiftEnd")) {
        before = spots[0] ?? 0;
        return { task: { ...task, place: before }, spot: before, at: undefined };
      }
      const understood = before ?? (next as number);
      const spot = draw.random.chance(0.5) ? understood : draw.random.pick(spots);
      before = spot;
      return { task, spot, at: spot === understood && draw.random.chance(0.5) ? undefined : spot };
    })
    .map(({ task, spot, at }) => ({ task, spot, at: task.place === "shiftEnd" ? undefined : at }));
}

/** Tick by tick: in the hour of factor f each tick covers 1 / f of the trip. */
export function slowTrip(travel: Travel, days: Demand["days"], from: number | null, to: number, departure: number): number {
  if (from === null || from === to) return 0;
  const [a, b] = [travel.points?.[from] ?? [0, 0], travel.points?.[to] ?? [0, 0]];
  const exact = Math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) * (travel.ticksPerUnit ?? 1);
  const base = travel.ticks?.[from * travel.placeCount + to] ?? (travel.rounding === "nearest" ? Math.round(exact) : Math.trunc(exact));
  let covered = 0;
  let ticks = 0;
  while (covered < base - 1e-9) {
    const now = departure + ticks;
    let day = days[0] as Demand["days"][number];
    for (const other of days) if (other.begins <= now) day = other;
    const clock = now - day.begins + (day.clockChange !== undefined && now >= day.clockChange.at ? day.clockChange.by : 0);
    covered += 1 / (travel.profile?.findLast(({ fromTimeOfDay }, i) => i === 0 || fromTimeOfDay <= clock)?.factor ?? 1);
    ticks++;
  }
  return ticks;
}
