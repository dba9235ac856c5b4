/** Terms as columns: which atoms pass, which group each falls into. */
import type { Demand } from "../model/demand.ts";
import type { Term } from "../model/term.ts";
import type { Rows } from "./compileShifts.ts";
import type { CurveTable } from "./flatCurves.ts";
import { flatten } from "./lists.ts";
import { type CompiledTerm, type Family, NONE, type Shifts, type Tasks } from "./problem.ts";
import { isWeightless } from "./later.ts";
import { isNeverNegative, MEASURES } from "./measures.ts";

export function compileTerms(demand: Demand, rows: Rows, curves: CurveTable, shifts: Shifts, tasks: Pick<Tasks, "client" | "klass">): readonly CompiledTerm[] {
  return demand.terms.flatMap((term, row) => {
    if (isWeightless(term.curve)) return [];
    const { family } = MEASURES[term.measure];
    const neverNegative = isNeverNegative(demand, term.measure);
    const grouping = groupsOf(demand, rows, term, family, shifts, tasks);
    const fixed = grouping.group.every((g) => g !== NONE);
    const members: number[][] = Array.from({ length: fixed ? grouping.groupCount : 0 }, () => []);
    if (fixed) for (const [entity, g] of grouping.group.entries()) members[g]!.push(entity);
    const lists = fixed ? flatten(members) : null;
    const divisor = term.unit === "minute" ? demand.ticksPerMinute : term.unit === "km" ? 1000 : 1;
    return {
      row,
      name: term.name,
      level: term.level,
      family,
      measure: term.measure,
      reduce: term.reduce,
      curve: curves.row(term.curve),
      divisor,
      slope: lineSlope(term, neverNegative) / divisor,
      neverNegative,
      accepts: acceptsOf(demand, term, family),
      modes: term.where?.modes === undefined ? null : Uint8Array.from(demand.travel, (t) => (term.where!.modes!.includes(t.mode) ? 1 : 0)),
      ...grouping,
      groupFrom: lists?.from ?? null,
      groupMembers: lists?.items ?? null,
    };
  });
}

/** Slope of a curve that is one line through the origin wherever the measure may go; otherwise NaN. */
function lineSlope({ curve: { points, below = 0, above = 0 } }: Term, neverNegative: boolean): number {
  const last = points[points.length - 1]!;
  const isLine = points.length === 1 && last[0] === 0 && last[1] === 0 && below === above;
  const isLineAbove = neverNegative && last[0] <= 0 && last[1] - above * last[0] === 0;
  return isLine || isLineAbove ? above : Number.NaN;
}

function acceptsOf(demand: Demand, term: Term, family: Family): Uint8Array | null {
  const { where } = term;
  if (family !== "task" || where === undefined || (where.classes === undefined && where.minPriority === undefined)) return null;
  return Uint8Array.from(demand.tasks, (t) =>
    (where.classes?.includes(t.class) ?? true) && t.priority >= (where.minPriority ?? Number.NEGATIVE_INFINITY) ? 1 : 0,
  );
}

type Grouping = Pick<CompiledTerm, "entityCount" | "groupCount" | "group" | "shiftGroup" | "ownGroup">;

function groupsOf(demand: Demand, rows: Rows, term: Term, family: Family, shifts: Shifts, tasks: Pick<Tasks, "client" | "klass">): Grouping {
  const count = { task: demand.tasks.length, shift: demand.shifts.length, client: demand.clients.length, relation: demand.relations.length, budget: demand.budgets.length }[family];
  const none = new Int32Array(0);
  const fixed = (groupCount: number, of: (entity: number) => number): Grouping => ({
    entityCount: count,
    groupCount,
    group: Int32Array.from({ length: count }, (_, i) => of(i)),
    shiftGroup: none,
    ownGroup: groupCount,
  });
  /** Named groups first, then one for each entity that has none. */
  const named = (groupCount: number, of: (entity: number) => number): Grouping => ({
    ...fixed(groupCount + count, (i) => (of(i) === NONE ? groupCount + i : of(i))),
  });
  if (term.per === "plan") return fixed(1, () => 0);
  if (term.per === "relation" || term.per === "budget" || term.per === family) return fixed(count, (i) => i);
  const teamCount = rows.team.size;
  const teamOfClient = demand.clients.map((c) => (c.team === undefined ? NONE : rows.team.get(c.team)!));
  if (family === "shift") {
    return term.per === "worker" ? fixed(demand.workers.length, (s) => shifts.worker[s]!) : named(teamCount, (s) => shifts.team[s]!);
  }
  if (family === "client") return named(teamCount, (c) => teamOfClient[c]!);
  if (term.per === "client") return named(demand.clients.length, (t) => tasks.client[t]!);
  const shiftGroup = term.per === "shift" ? Int32Array.from(demand.shifts, (_, s) => s) : term.per === "worker" ? shifts.worker : shifts.team;
  const byShift = term.per === "shift" ? demand.shifts.length : term.per === "worker" ? demand.workers.length : teamCount;
  const own = (t: number): number => (term.per === "team" && tasks.client[t]! !== NONE ? teamOfClient[tasks.client[t]!]! : NONE);
  return { entityCount: count, groupCount: byShift + count, group: Int32Array.from({ length: count }, (_, t) => own(t)), shiftGroup, ownGroup: byShift };
}
