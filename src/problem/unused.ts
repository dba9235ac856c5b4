/** Rules that are there and can change nothing: the search never sees them, so that they cost it nothing. */
import type { Budget, Demand, Shift, Worker } from "../model/demand.ts";
import type { Relation } from "../model/relation.ts";
import type { Measure } from "../model/term.ts";
import type { Id, Span, Tick } from "../units.ts";
import { begunShifts } from "./begun.ts";
import type { Horizon } from "./horizon.ts";
import { isWeightless, laterCanHelp } from "./later.ts";

/**
 * The Demand without relations, budgets, pools, loads, rests, longest spans and stretches that no plan breaks which keeps the
 * other rules, and that no term prices. Such plans cost the same and are as legal; tasks, shifts and workers keep their places.
 * O(size of the Demand without travel).
 */
export function withoutUnused(demand: Demand, horizon: Horizon): Demand {
  const roomy = roomyPools(demand);
  const light = lightLoads(demand);
  const begun = begunShifts(demand);
  const used: Demand = {
    ...demand,
    relations: onlySummed(demand, "relation") ? demand.relations.filter((relation) => !alwaysHolds(relation)) : demand.relations,
    budgets: onlySummed(demand, "budget") ? demand.budgets.filter((budget) => !isFree(budget)) : demand.budgets,
    pools: demand.pools.filter(({ id }) => !roomy.has(id)),
    tasks: light.size === 0 ? demand.tasks : demand.tasks.map(({ load, ...task }) => ({ ...task, load: but(load, light) })),
    shifts: demand.shifts.map((shift) => unbound(shift, asBegun(shift, begun), roomy, light)),
  };
  return { ...used, workers: restingWorkers(used, horizon) };
}

/** Then what is always 0 adds nothing: curves of terms are 0 at 0. */
const onlySummed = ({ terms }: Demand, measure: Measure): boolean =>
  terms.every((term) => term.measure !== measure || term.reduce === "sum");

/** Does the span hold everything from `least` to `most`? */
const holds = ([from, to]: Span, least: number, most: number): boolean => (from ?? least) <= least && (to ?? most) >= most;

function alwaysHolds(relation: Relation): boolean {
  const count = relation.tasks.length;
  switch (relation.kind) {
    case "gap":
      return holds(relation.span, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
    case "workers":
      return holds(relation.distinct, 1, count);
    case "presence":
      return holds(relation.count, relation.zeroAllowed ? 1 : 0, count);
    case "duration":
      return holds(relation.total, 0, Number.POSITIVE_INFINITY);
    case "order":
      return false;
  }
}

function isFree({ members, quantity, opening, reserved, limit, cost }: Budget): boolean {
  const used = opening + reserved;
  const most = members.length === 0 ? 0 : quantity === "count" ? members.length : Number.POSITIVE_INFINITY;
  return (cost === undefined || isWeightless(cost)) && holds(limit, used, used + most);
}

/** Pools with a vehicle for every shift that may take one. */
function roomyPools({ pools, shifts }: Demand): ReadonlySet<Id> {
  const takers = (pool: Id): number => shifts.filter(({ options }) => options.some((option) => option.pool === pool)).length;
  return new Set(pools.filter(({ id, count }) => takers(id) <= count).map(({ id }) => id));
}

/** Loads of which every shift could carry all there is. */
function lightLoads({ tasks, shifts }: Demand): ReadonlySet<Id> {
  const all = new Map<Id, number>(shifts.flatMap(({ capacity = {} }) => Object.keys(capacity).map((name) => [name, 0] as const)));
  for (const { load = {} } of tasks) for (const [name, added] of Object.entries(load)) all.set(name, (all.get(name) ?? 0) + Math.max(0, added));
  return new Set([...all].filter(([name, sum]) => shifts.every(({ capacity }) => sum <= (capacity?.[name] ?? 0))).map(([name]) => name));
}

/** Workers without the rests that are always kept: where nobody gains by working later, also those kept within the horizon. */
function restingWorkers(demand: Demand, horizon: Horizon): readonly Worker[] {
  const { workers } = demand;
  if (workers.every(({ rest }) => rest.length === 0)) return workers;
  const own = new Map<Id, Shift[]>(workers.map(({ id }) => [id, []]));
  const begun = begunShifts(demand);
  for (const shift of demand.shifts) own.get(shift.worker)?.push(asBegun(shift, begun));
  const within = (hours: Horizon): readonly Worker[] => workers.map((worker) => rested(worker, own.get(worker.id) ?? [], hours));
  const early = demand.now === undefined && !laterCanHelp(demand) ? within(horizon) : workers;
  return early.every(({ rest }) => rest.length === 0) ? early : within({ from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY });
}

/** The worker without rests that are kept even if every shift lasts from its earliest begin to its latest end and all are one period. */
function rested(worker: Worker, own: readonly Shift[], hours: Horizon): Worker {
  const from = Math.min(worker.busyUntil ?? hours.to, ...own.map(({ begins }) => begins[0] ?? hours.from));
  const to = Math.max(worker.busyUntil ?? hours.from, ...own.map(({ ends }) => ends[1] ?? hours.to));
  return { ...worker, rest: worker.rest.filter(({ window, atLeast }) => to - from > window - atLeast) };
}

/** The shift with the begin that is a fact, where it has begun. */
function asBegun(shift: Shift, begun: ReadonlyMap<Id, { readonly begin: Tick }>): Shift {
  const was = begun.get(shift.id);
  return was === undefined ? shift : { ...shift, begins: [was.begin, was.begin] };
}

/** The shift without pools, loads, longest span and stretch that cannot bind it. */
function unbound({ maxSpan, maxStretch, capacity, ...shift }: Shift, { begins }: Shift, roomy: ReadonlySet<Id>, light: ReadonlySet<Id>): Shift {
  const longest = (shift.ends[1] ?? Number.POSITIVE_INFINITY) - (begins[0] ?? Number.NEGATIVE_INFINITY);
  return {
    ...shift,
    ...(maxSpan !== undefined && maxSpan < longest && { maxSpan }),
    ...(maxStretch !== undefined && maxStretch < longest && { maxStretch }),
    ...(capacity !== undefined && { capacity: but(capacity, light) }),
    options: shift.options.map(({ pool, ...option }) => ({ ...option, ...(pool !== undefined && !roomy.has(pool) && { pool }) })),
  };
}

const but = (of: Readonly<Record<Id, number>> = {}, without: ReadonlySet<Id>): Readonly<Record<Id, number>> =>
  Object.fromEntries(Object.entries(of).filter(([name]) => !without.has(name)));
