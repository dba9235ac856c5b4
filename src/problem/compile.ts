/** Demand to Problem: the way in. The way back is decode. */
import type { Demand } from "../model/demand.ts";
import { compileEligibility } from "./compileEligibility.ts";
import { compileFreeze } from "./compileFreeze.ts";
import { compileBudgets, compileRelations } from "./compileRelations.ts";
import { compileShifts, compileWorkers, namesOf, type Rows } from "./compileShifts.ts";
import { compileSlots, compileTasks, decisions } from "./compileTasks.ts";
import { compileTerms } from "./compileTerms.ts";
import { compileTravel } from "./compileTravel.ts";
import { CurveTable } from "./flatCurves.ts";
import { horizonOf } from "./horizon.ts";
import { laterCanHelp } from "./later.ts";
import { checkTicks } from "./limits.ts";
import { flatten, type Lists } from "./lists.ts";
import { doAll, type Pieces } from "./pieces.ts";
import { NONE, OPEN, type Problem } from "./problem.ts";
import { withoutUnused } from "./unused.ts";

/**
 * Compiles a valid Demand (one that `readDemand` accepts) into columns. O(slots x shifts + modes x places²);
 * of many places that are given as points no matrix is made: O(modes x places).
 * Throws UsageError where a time lies beyond ±2^29 ticks (use coarser ticks) or travel takes too many matrix cells.
 */
export const compile = (demand: Demand): Problem => doAll(compilePieces(demand));

/** The same in pieces. What it throws, it throws in the first. */
export function* compilePieces(demand: Demand): Pieces<Problem> {
  checkTicks(demand);
  const travel = compileTravel(demand);
  const horizon = horizonOf(demand, travel.longest);
  yield;
  const used = withoutUnused(demand, horizon);
  const rows = namesOf(used);
  const curves = new CurveTable();
  const decided = decisions(used, rows, travel);
  const shifts = compileShifts(used, rows, horizon.from);
  const workers = compileWorkers(used, rows);
  yield;
  const tasks = compileTasks(used, rows, decided, curves);
  yield;
  const times = compileSlots(used, decided, curves);
  const relations = compileRelations(used, rows, curves);
  const budgets = compileBudgets(used, rows, curves);
  const terms = compileTerms(used, rows, curves, shifts, tasks);
  yield;
  const eligibility = yield* compileEligibility(used, rows, decided, times, shifts);
  const met = workersMet(used, rows);
  return {
    demand,
    ticksPerMinute: demand.ticksPerMinute,
    taskCount: demand.tasks.length,
    shiftCount: demand.shifts.length,
    workerCount: demand.workers.length,
    clientCount: demand.clients.length,
    days: {
      begins: Float64Array.from(demand.days, (d) => d.begins),
      changeAt: Float64Array.from(demand.days, (d) => d.clockChange?.at ?? OPEN),
      changeBy: Float64Array.from(demand.days, (d) => d.clockChange?.by ?? 0),
    },
    freeze: compileFreeze(used, rows, decided),
    travel,
    tasks: { ...tasks, ...eligibility.tasks },
    slots: { ...times, ...eligibility.slots },
    shifts,
    workers,
    clients: {
      contact: Int32Array.from(demand.clients, (c) => (c.contact === undefined ? NONE : (rows.worker.get(c.contact) ?? NONE))),
      team: Int32Array.from(demand.clients, (c) => (c.team === undefined ? NONE : rows.team.get(c.team)!)),
      metFrom: met.from,
      metList: met.items,
    },
    pools: { count: Int32Array.from(used.pools, (p) => p.count) },
    relations,
    budgets,
    terms,
    levelCount: Math.max(2, ...demand.terms.map((t) => t.level + 1)),
    curves: curves.flat(),
    timeMatters: laterCanHelp(used) || used.workers.some(({ rest }) => rest.length > 0),
  };
}

/** Rows of the workers whom each client met before, ascending. */
function workersMet(demand: Demand, rows: Rows): Lists {
  const met: Set<number>[] = demand.clients.map(() => new Set());
  for (const { client, worker } of demand.memory) met[rows.client.get(client) ?? NONE]?.add(rows.worker.get(worker)!);
  return flatten(met.map((workers) => [...workers].sort((a, b) => a - b)));
}
