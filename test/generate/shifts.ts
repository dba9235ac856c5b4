/** Shifts, workers' rest and pools that fit around the hidden plan. */
import type { Pool, Shift, Worker } from "../../src/model/demand.ts";
import { around, atLeast, between, type Draw, defined, near, on, share } from "./draw.ts";
import type { Hidden, HiddenRound } from "./hidden.ts";
import { LOADS, type World } from "./world.ts";

export function drawShifts(draw: Draw, world: World, hidden: Hidden): readonly Shift[] {
  return world.shifts.map(({ id, worker, options, team }, i) => {
    const round = hidden.rounds.find(({ shift }) => shift === i);
    const begin = round?.begin ?? draw.random.pick(world.days).begins + share(draw, 0.3);
    const end = round?.end ?? begin + share(draw, 0.2);
    const reach = share(draw, 1 / 10);
    const fixedDeparture = on(draw, "fixedDeparture");
    const floating = draw.widest === undefined && on(draw, "floating");
    const begins = fixedDeparture
      ? ([begin, lastBegin(draw, id, begin, reach)] as const)
      : floating
        ? ([null, null] as const)
        : around(draw, begin, reach);
    const ends = draw.widest === undefined && on(draw, "floating") ? ([null, null] as const) : around(draw, end, reach);
    const idle = on(draw, "idle", 0.8);
    const paidTo = idle ? Math.max(end + between(draw, -reach, reach), begins[0] ?? 0) : undefined;
    return defined<Shift>({
      id,
      worker: worker.id,
      team,
      begins: ends[1] !== null && begins[1] !== null && begins[1] > ends[1] ? [begins[0], Math.max(begin, ends[1])] : begins,
      ends: begins[0] !== null && ends[0] !== null && ends[0] < begins[0] ? [begins[0], ends[1]] : ends,
      maxSpan: on(draw, "maxSpan") ? Math.max(1, atLeast(draw, end - begin, reach)) : undefined,
      maxStretch: on(draw, "maxStretch") ? Math.max(1, atLeast(draw, round ? longestStretch(round) : end - begin, reach)) : undefined,
      paidTo,
      idleIfUnused: paidTo !== undefined && begins[0] !== null && draw.random.chance(0.5),
      fixedDeparture,
      capacity: on(draw, "loads", 1) ? capacityOf(draw, round) : undefined,
      options,
    });
  });
}

/** A fixed departure is at the first tick of the span, however long that is. */
function lastBegin(usual: Draw, shift: string, begin: number, reach: number): number | null {
  const draw = usual.aside(`last begin of ${shift}`);
  if (draw.random.chance(0.5)) return begin;
  return begin + between(draw, 1, Math.min(reach, draw.widest ?? reach));
}

function longestStretch({ begin, end, tasks }: HiddenRound): number {
  const marks = [begin, ...tasks.filter(({ kind }) => kind === "break").flatMap((task) => [task.start, task.end]), end];
  return Math.max(...marks.flatMap((mark, i) => (i % 2 === 0 ? [(marks[i + 1] as number) - mark] : [])));
}

function capacityOf(draw: Draw, round: HiddenRound | undefined): Record<string, number> {
  const peak = (name: string): number => {
    let [load, most] = [0, 0];
    for (const task of round?.tasks ?? []) {
      load = Math.max(0, load + (task.load?.[name] ?? 0));
      most = Math.max(most, load);
    }
    return most;
  };
  const all = LOADS.map((name) => [name, Math.max(0, near(draw, peak(name), 3)) + between(draw, 0, 4)] as const);
  return Object.fromEntries(all.filter(([name]) => peak(name) > 0 || draw.random.chance(0.7)));
}

/** Rest rules whose windows hold the longest working period of the hidden plan. */
export function drawRest(draw: Draw, world: World, hidden: Hidden): readonly Worker[] {
  return world.workers.map((worker) => {
    if (!on(draw, "rest", 0.8)) return worker;
    const rounds = hidden.rounds.filter(({ shift }) => world.shifts[shift]?.worker === worker);
    const first = Math.min(share(draw, 0.3), ...rounds.map(({ begin }) => begin));
    const busyUntil = draw.random.chance(0.5) ? first - between(draw, 0, share(draw, 0.5)) : undefined;
    const rest = [0.1, 0.4].slice(0, between(draw, 1, 2)).map((of) => {
      const pause = share(draw, of);
      const longest = longestPeriod(
        [...rounds.map(({ begin, end }) => [begin, end] as const), ...(busyUntil === undefined ? [] : [[busyUntil, busyUntil] as const])],
        pause,
      );
      return { window: pause + Math.max(1, atLeast(draw, longest, share(draw, 0.1))), atLeast: pause };
    });
    return { ...worker, rest, ...(busyUntil === undefined ? {} : { busyUntil }) };
  });
}

/** Longest chain of pieces with gaps below `pause`; tries every pair of pieces as its ends. */
function longestPeriod(pieces: readonly (readonly [number, number])[], pause: number): number {
  const rested = (after: number, before: number): boolean => {
    const between = pieces.filter(([from]) => from >= after && from <= before).sort((a, b) => a[0] - b[0]);
    return between.some(([from], i) => i > 0 && from - (between[i - 1] as readonly [number, number])[1] >= pause);
  };
  const spans = pieces.flatMap(([from]) => pieces.filter(([other]) => other >= from && !rested(from, other)).map(([, end]) => end - from));
  return Math.max(0, ...spans);
}

/** Pools that hold as many as the hidden plan takes at once. */
export function drawPools(draw: Draw, world: World, hidden: Hidden): readonly Pool[] {
  const named = new Set(world.shifts.flatMap(({ options }) => options.flatMap(({ pool }) => pool ?? [])));
  return [...named].sort().map((id) => {
    const rounds = hidden.rounds.filter((r) => world.shifts[r.shift]?.options[r.option]?.pool === id);
    const held = rounds.map((r) => rounds.filter((other) => other.begin <= r.begin && r.begin < other.end).length);
    return { id, count: Math.max(0, near(draw, Math.max(0, ...held), 1)) + (draw.random.chance(0.7) ? 0 : 1) };
  });
}
