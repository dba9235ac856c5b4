/** Shifts, workers and pools as columns. */
import type { Demand, Shift } from "../model/demand.ts";
import { begunShifts } from "./begun.ts";
import { flatten, rowsOf } from "./lists.ts";
import { NONE, OPEN, type Problem, type Shifts, type Workers } from "./problem.ts";

/** An open lower or upper end as a number. */
export const low = (value: number | null | undefined): number => value ?? -OPEN;
export const high = (value: number | null | undefined): number => value ?? OPEN;

/** Names to rows, made once and shared by all parts of `compile`. */
export interface Rows {
  readonly worker: ReadonlyMap<string, number>;
  readonly shift: ReadonlyMap<string, number>;
  readonly task: ReadonlyMap<string, number>;
  readonly client: ReadonlyMap<string, number>;
  readonly mode: ReadonlyMap<string, number>;
  readonly pool: ReadonlyMap<string, number>;
  readonly team: ReadonlyMap<string, number>;
  readonly klass: ReadonlyMap<string, number>;
  readonly load: readonly string[];
}

/** Rows follow the Demand's order; names that only tasks, shifts or clients give are numbered as they first come. */
export function namesOf(demand: Demand): Rows {
  const numbered = (names: Iterable<string | undefined>): ReadonlyMap<string, number> =>
    new Map([...new Set(names)].filter((n) => n !== undefined).map((n, i) => [n, i]));
  const loads = [...demand.tasks.map((t) => t.load), ...demand.shifts.map((s) => s.capacity)];
  return {
    worker: rowsOf(demand.workers),
    shift: rowsOf(demand.shifts),
    task: rowsOf(demand.tasks),
    client: rowsOf(demand.clients),
    mode: new Map(demand.travel.map((t, i) => [t.mode, i])),
    pool: rowsOf(demand.pools),
    team: numbered([...demand.shifts.map((s) => s.team), ...demand.clients.map((c) => c.team)]),
    klass: numbered(demand.tasks.map((t) => t.class)),
    load: [...new Set(loads.flatMap((l) => Object.keys(l ?? {})))],
  };
}

/** `earliest` stands for an open begin, unless the worker is busy longer. */
export function compileShifts(demand: Demand, rows: Rows, earliest: number): Shifts {
  const { shifts } = demand;
  const begun = begunShifts(demand);
  const latest = (s: Shift): number => begun.get(s.id)?.begin ?? (s.fixedDeparture && s.begins[0] !== null ? s.begins[0] : high(s.begins[1]));
  const soonest = (s: Shift): number => s.begins[0] ?? Math.max(earliest, demand.workers[rows.worker.get(s.worker)!]!.busyUntil ?? earliest);
  const column = (f: (s: Shift) => number): Int32Array => Int32Array.from(shifts, f);
  const options = flatten(shifts.map((s) => s.options.map((_, i) => i)));
  const all = shifts.flatMap((s) => s.options);
  const named = namedElsewhere(demand);
  const alike = new Map<string, number>();
  return {
    worker: column((s) => rows.worker.get(s.worker) ?? NONE),
    team: column((s) => (s.team === undefined ? NONE : rows.team.get(s.team)!)),
    beginMin: column((s) => begun.get(s.id)?.begin ?? Math.max(soonest(s), Math.min(latest(s), demand.now ?? soonest(s)))),
    beginMax: column(latest),
    endMin: column((s) => low(s.ends[0])),
    endMax: column((s) => high(s.ends[1])),
    maxSpan: column((s) => high(s.maxSpan)),
    maxStretch: column((s) => high(s.maxStretch)),
    paidTo: column((s) => high(s.paidTo)),
    idleFrom: column((s) => low(s.begins[0])),
    idleIfUnused: Uint8Array.from(shifts, (s) => (s.idleIfUnused ? 1 : 0)),
    fixedDeparture: Uint8Array.from(shifts, (s) => (s.fixedDeparture ? 1 : 0)),
    capacity: Float64Array.from(shifts.flatMap((s) => rows.load.map((d) => s.capacity?.[d] ?? 0))),
    optionFrom: options.from,
    optionMode: Int32Array.from(all, (o) => rows.mode.get(o.mode)!),
    optionFromPlace: Int32Array.from(all, (o) => o.from ?? NONE),
    optionToPlace: Int32Array.from(all, (o) => o.to ?? NONE),
    optionPool: Int32Array.from(all, (o) => (o.pool === undefined ? NONE : rows.pool.get(o.pool)!)),
    optionCost: Float64Array.from(all, (o) => o.cost ?? 0),
    frozenOption: Int32Array.from(shifts, (s, i) => {
      const planned = begun.get(s.id);
      return planned === undefined ? NONE : options.from[i]! + planned.option;
    }),
    lookalike: Int32Array.from(shifts, (s) => {
      const key = signature(demand, rows, s, begun.has(s.id), named);
      if (!alike.has(key)) alike.set(key, alike.size);
      return alike.get(key)!;
    }),
  };
}

/** Equal for shifts that differ in nothing but their names. A shift or worker that anything else names is its own. */
function signature(demand: Demand, rows: Rows, shift: Shift, begun: boolean, named: ReadonlyMap<string, number>): string {
  const worker = demand.workers[rows.worker.get(shift.worker)!];
  if (begun || worker === undefined || named.has(shift.id) || named.has(worker.id) || (named.get(`shifts of ${worker.id}`) ?? 0) > 1) return `own ${shift.id}`;
  return JSON.stringify([{ ...shift, id: "", worker: "" }, { ...worker, id: "" }]);
}

/** Workers and shifts that tasks, budgets, pins, memory, clients or the baseline name; and how many shifts a worker has. */
function namedElsewhere(demand: Demand): ReadonlyMap<string, number> {
  const named = new Map<string, number>();
  const add = (name: string | undefined): void => {
    if (name !== undefined) named.set(name, (named.get(name) ?? 0) + 1);
  };
  for (const t of demand.tasks) {
    for (const name of [...(t.who.only ?? []), ...(t.who.not ?? []), ...(t.who.shifts ?? []), ...Object.keys(t.who.cost ?? {})]) add(name);
  }
  for (const b of demand.budgets) if (b.of === "shift") b.members.forEach(add);
  for (const pin of demand.pins) [pin.shift, pin.worker].forEach(add);
  for (const m of demand.memory) add(m.worker);
  for (const c of demand.clients) add(c.contact);
  for (const s of demand.baseline ?? []) add(s.shift);
  for (const s of demand.shifts) add(`shifts of ${s.worker}`);
  return named;
}

/** The columns of workers, their shifts and rest rules listed by worker. */
export function compileWorkers(demand: Demand, rows: Rows): Workers {
  const { workers } = demand;
  const classCount = Math.max(1, rows.klass.size);
  const pace = new Float64Array(workers.length * classCount).fill(1);
  workers.forEach((w, i) => {
    for (const [klass, factor] of Object.entries(w.pace ?? {})) {
      const k = rows.klass.get(klass);
      if (k !== undefined) pace[i * classCount + k] = factor;
    }
  });
  const own: number[][] = workers.map(() => []);
  for (const [i, s] of demand.shifts.entries()) own[rows.worker.get(s.worker)!]!.push(i);
  const shifts = flatten(own);
  const rests = flatten(workers.map((w) => w.rest.map((_, i) => i)));
  const allRests = workers.flatMap((w) => w.rest);
  return {
    classCount,
    pace,
    anyPace: pace.some((f) => f !== 1),
    busyUntil: Int32Array.from(workers, (w) => w.busyUntil ?? -OPEN),
    shiftFrom: shifts.from,
    shiftList: shifts.items,
    restFrom: rests.from,
    restWindow: Int32Array.from(allRests, (r) => r.window),
    restAtLeast: Int32Array.from(allRests, (r) => r.atLeast),
  };
}

/** Shortest and longest duration of a task of class `klass` by `worker`. */
export const paced = (p: Pick<Problem, "workers">, worker: number, klass: number, ticks: number): number =>
  p.workers.anyPace ? Math.round(ticks * p.workers.pace[worker * p.workers.classCount + klass]!) : ticks;
