/** The rounds of today (*slingor*): a table of visits becomes a plan. */
import type { Case } from "../../model/case.ts";
import type { Demand, Task } from "../../model/demand.ts";
import { hashOf } from "../../model/hash.ts";
import type { Plan, PlannedShift, PlannedTask } from "../../model/plan.ts";
import type { Id } from "../../units.ts";
import { Findings, type Note } from "./faults.ts";
import { type ImportLang, REMARK, ROW } from "./messages.ts";
import { needIdOf, RoundRows, slotOn, type Visit } from "./roundRows.ts";
import { readTable } from "./table.ts";

/** `Plan.origin.tool` of rounds that were read off a table. */
export const ROUNDS_TOOL = "hemtur import";

export interface Rounds {
  /** Visits only, at the times written: nobody has looked yet whether rules hold, and breaks and duties are not in it. */
  readonly plan: Plan;
  readonly notes: readonly Note[];
}

/**
 * The plan that `rounds.csv` describes, in terms of a Demand of the Case: of a model with much freedom, since rounds keep to no model. Rows find their
 * shift by its id, or by person, date and time; their task by the client's need and the day. Throws one {@link InputError} with every fault, as
 * `caseFromTables` does. O(rows x tasks of a need).
 */
export function roundsFromTable(content: string | Uint8Array, town: Case, demand: Demand, lang: ImportLang = "en"): Rounds {
  const findings = new Findings(lang);
  const { rows } = readTable("rounds", content, findings);
  const reader = new RoundRows(town, demand);
  const visits = rows.flatMap((row) => reader.visitOf(row) ?? []);
  const taken = tasksTaken(visits, reader, demand);
  findings.throwIfAny();
  const shifts = demand.shifts.flatMap(({ id, begins, ends }): PlannedShift[] => {
    const own = visits.filter(({ shift }) => shift.id === id).sort(asDriven);
    if (own.length === 0) return [];
    const tasks = inTurn(own, taken, demand, begins[0] ?? 0);
    const [first, last] = [Math.min(...tasks.map(({ start }) => start)), Math.max(...tasks.map(({ end }) => end))];
    return [{ shift: id, option: 0, begin: Math.min(begins[0] ?? first, first), end: Math.max(ends[1] ?? last, last), tasks }];
  });
  const served = new Set([...taken.values()].map(({ id }) => id));
  const left = demand.tasks.filter(({ id }) => !served.has(id));
  const due = left.filter(({ serves = [] }) => serves.length > 0).length;
  if (due > 0) findings.note("rounds.csv", REMARK.inNoRound(due));
  const plan: Plan = { version: 1, demandHash: hashOf(demand), shifts, unserved: left.map(({ id }) => id), origin: { tool: ROUNDS_TOOL, model: demand.model } };
  return { plan, notes: findings.notes };
}

/** In the order driven: by place in the round, else by start, else as the rows stand. */
function asDriven(a: Visit, b: Visit): number {
  if (a.order !== undefined && b.order !== undefined && a.order !== b.order) return a.order - b.order;
  if (a.start !== undefined && b.start !== undefined && a.start !== b.start) return a.start - b.start;
  return a.row.number - b.row.number;
}

/**
 * Each visit's task: of one of the needs named, on that day, at the time that comes nearest, and of a visit by two never both in one shift. A visit
 * without any left is a fault.
 */
function tasksTaken(visits: readonly Visit[], { tasksOf }: RoundRows, demand: Demand): ReadonlyMap<Visit, Task> {
  const taken = new Map<Visit, Task>();
  const shiftOf = new Map<Id, Id>();
  const partners = (task: Task): readonly Task[] => (tasksOf.get(needIdOf(task.serves?.[0] ?? "")) ?? []).filter(({ serves }) => serves?.[0] === task.serves?.[0]);
  for (const visit of [...visits].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : asDriven(a, b)))) {
    const { row, needs, date, shift, start } = visit;
    const away = (task: Task): number => {
      const [from, to] = task.slots[slotOn(demand, task, date)]?.start ?? [null, null];
      return start === undefined ? 0 : Math.max(0, (from ?? start) - start, start - (to ?? start));
    };
    const best = needs
      .flatMap(({ id }) => tasksOf.get(id) ?? [])
      .filter((task) => !shiftOf.has(task.id) && slotOn(demand, task, date) >= 0 && partners(task).every(({ id }) => shiftOf.get(id) !== shift.id))
      .reduce<Task | undefined>((least, task) => (least === undefined || away(task) < away(least) ? task : least), undefined);
    if (best === undefined) {
      row.fault("date", "not-due", ROW.notDue(needs[0]?.class ?? "", date));
      continue;
    }
    taken.set(visit, best);
    shiftOf.set(best.id, shift.id);
  }
  return taken;
}

/** At the times written; without one, when the visit before ends or the window opens, whichever is later. */
function inTurn(visits: readonly Visit[], taken: ReadonlyMap<Visit, Task>, demand: Demand, begin: number): PlannedTask[] {
  let before = begin;
  return visits.flatMap((visit) => {
    const task = taken.get(visit);
    if (task === undefined) return [];
    const slot = Math.max(0, slotOn(demand, task, visit.date));
    const start = visit.start ?? Math.max(before, task.slots[slot]?.start[0] ?? before);
    before = start + task.duration.max;
    return [{ id: task.id, slot, start, end: before }];
  });
}
