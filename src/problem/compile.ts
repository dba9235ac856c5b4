/** Demand to Problem: the way in. The way back is decode. */
import { UsageError } from "../errors.ts";
import type { Demand } from "../model/demand.ts";
import { compileEligibility } from "./compileEligibility.ts";
import { compileBudgets, compileRelations } from "./compileRelations.ts";
import { compileShifts, compileWorkers, namesOf } from "./compileShifts.ts";
import { compileSlots, compileTasks, decisions } from "./compileTasks.ts";
import { compileTerms } from "./compileTerms.ts";
import { compileTravel } from "./compileTravel.ts";
import { CurveTable } from "./flatCurves.ts";
import { flatten } from "./lists.ts";
import { NONE, OPEN, type Problem } from "./problem.ts";

/**
 * Compiles a valid Demand (one that `readDemand` accepts) into columns. O(slots x shifts + modes x places²).
 * Throws UsageError where a time lies beyond ±2^29 ticks: use coarser ticks.
 */
export function compile(demand: Demand): Problem {
  const rows = namesOf(demand);
  const curves = new CurveTable();
  const decided = decisions(demand, rows);
  const travel = compileTravel(demand);
  const shifts = compileShifts(demand, rows, earliestMoment(demand, travel.ticks));
  const workers = compileWorkers(demand, rows);
  const tasks = compileTasks(demand, rows, decided, curves);
  const times = compileSlots(demand, decided, curves);
  const relations = compileRelations(demand, rows, curves);
  const budgets = compileBudgets(demand, rows, curves);
  const terms = compileTerms(demand, rows, curves, shifts, tasks);
  const eligibility = compileEligibility(demand, rows, decided, times, shifts);
  const met = flatten(
    demand.clients.map((c) => [...new Set(demand.memory.filter((m) => m.client === c.id).map((m) => rows.worker.get(m.worker)!))].sort((a, b) => a - b)),
  );
  for (const column of [times.startMin, times.startMax, shifts.beginMin, shifts.endMax]) {
    if (column.some((t) => t < -OPEN || t > OPEN)) throw new UsageError(`A time lies beyond ${OPEN} ticks; use coarser ticks.`);
  }
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
    pools: { count: Int32Array.from(demand.pools, (p) => p.count) },
    relations,
    budgets,
    terms,
    levelCount: Math.max(2, ...demand.terms.map((t) => t.level + 1)),
    curves: curves.flat(),
  };
}

/** Early enough for all work to be done before any time that the Demand names: stands for an open begin. */
function earliestMoment(demand: Demand, trips: Int32Array): number {
  let longest = 0;
  for (const ticks of trips) longest = Math.max(longest, ticks);
  let earliest = 0;
  for (const shift of demand.shifts) for (const t of [...shift.begins, ...shift.ends]) earliest = Math.min(earliest, t ?? 0);
  for (const task of demand.tasks) {
    for (const slot of task.slots) for (const t of [...slot.start, ...(slot.end ?? [])]) earliest = Math.min(earliest, t ?? 0);
    earliest -= longest + task.duration.max + (task.stopTicks ?? 0);
  }
  return Math.max(-OPEN, earliest - longest);
}
