/** Visits that nobody is planned to do, and the plainest true reason. */
import type { Budget, Demand, Shift, Slot, Task, Worker } from "../model/demand.ts";
import type { Plan } from "../model/plan.ts";
import { dayIndexAt } from "../model/time.ts";
import type { Id } from "../units.ts";
import { grantedMinutes } from "./granted.ts";
import { type Lookup, needOf, servedBy } from "./lookup.ts";
import { type Family, family } from "./kpi.ts";

export type UnstaffedMeasures = Family<"visits" | "minutes" | "clients" | "missedDoses">;

/**
 * "frameUsedUp": an account that limits its minutes has no room for the shortest length. "nobodyQualified": no worker has the skills and traits, or all are refused. "nobodyOnShift": some have, but none
 * works when it may be done. "noRoom": some do, but their rounds, as planned, do not include it.
 */
export type UnstaffedReason = "frameUsedUp" | "nobodyQualified" | "nobodyOnShift" | "noRoom";

export interface UnstaffedTask {
  readonly task: Task;
  /** Template minutes left undone (without a Case's need: the shortest duration). */
  readonly minutes: number;
  readonly reason: UnstaffedReason;
  /** Workers who could do it and are at work at the time, in the order of the Demand. */
  readonly candidates: readonly Id[];
}

/** Tasks for clients that the plan leaves out, with reasons. O(tasks + missing x (shifts + workers + members of budgets)). */
export function unstaffedTasks(demand: Demand, plan: Plan, look: Lookup): UnstaffedTask[] {
  const granted = grantedMinutes(look);
  return missingTasks(demand, plan, look.served).map((task) => ({
    task,
    minutes: granted.get(task.id) ?? task.duration.min / demand.ticksPerMinute,
    ...reasonFor(demand, look, task),
  }));
}

/** Occasions of needs that lack somebody (a visit by two that lacks one counts). O(size of the Demand). */
export function unstaffedVisits(demand: Demand, plan: Plan): number {
  const served = new Set(plan.shifts.flatMap(({ tasks }) => tasks.map(({ id }) => id)));
  return occasionsOf(missingTasks(demand, plan, served));
}

const occasionsOf = (tasks: readonly Task[]): number => new Set(tasks.flatMap(({ id, serves }) => serves ?? [id])).size;

/**
 * Tasks for clients that the plan leaves out, in the order of the Demand. Of several ways to do the same thing (a presence relation) the
 * others are not missing once one of them is taken; none taken, all are.
 */
function missingTasks(demand: Demand, plan: Plan, served: { has(id: Id): boolean }): Task[] {
  const excused = new Set(
    demand.relations.flatMap((r) => {
      if (r.kind !== "presence" || r.soft !== undefined) return [];
      const count = r.tasks.filter((id) => served.has(id)).length;
      return count > 0 && count >= (r.count[0] ?? 0) && count <= (r.count[1] ?? Infinity) ? r.tasks : [];
    }),
  );
  const left = new Set(plan.unserved);
  const isForClients = (t: Task): boolean => t.kind !== "break" && t.kind !== "base" && (t.client !== undefined || (t.serves ?? []).length > 0);
  return demand.tasks.filter((t) => left.has(t.id) && isForClients(t) && !excused.has(t.id));
}

function reasonFor(demand: Demand, look: Lookup, task: Task): Pick<UnstaffedTask, "reason" | "candidates"> {
  if (demand.budgets.some((budget) => isFull(budget, look, task))) return { reason: "frameUsedUp", candidates: [] };
  const able = new Set(demand.workers.filter((w) => mayDo(w, task)).map((w) => w.id));
  if (able.size === 0) return { reason: "nobodyQualified", candidates: [] };
  const present = demand.shifts.filter((s) => able.has(s.worker) && isThere(demand, look, s, task)).map((s) => s.worker);
  return { reason: present.length > 0 ? "noRoom" : "nobodyOnShift", candidates: [...new Set(present)] };
}

/** Would the task's shortest length break the upper limit? */
function isFull({ of, members, quantity, limit, opening, reserved, within }: Budget, look: Lookup, task: Task): boolean {
  if (of !== "task" || limit[1] === null || within !== undefined || !members.includes(task.id)) return false;
  const sizeOf = (ticks: number): number => (quantity === "count" ? 1 : ticks);
  const used = members.reduce((sum, id) => {
    const served = look.served.get(id);
    return sum + (served === undefined ? 0 : sizeOf(served.planned.end - served.planned.start));
  }, opening + reserved);
  return used + sizeOf(task.duration.min) > limit[1];
}

/** Apart from dates: skills, traits, refusals. */
function mayDo(worker: Worker, { who }: Task): boolean {
  return (
    (who.all ?? []).every((id) => worker.skills.some((s) => s.id === id && s.level >= (who.level ?? 0))) &&
    (who.traits ?? []).every((trait) => worker.traits.includes(trait)) &&
    !(who.not ?? []).some((x) => x === worker.id || worker.traits.includes(x)) &&
    (who.only?.includes(worker.id) ?? true)
  );
}

function isThere(demand: Demand, look: Lookup, shift: Shift, task: Task): boolean {
  if (task.who.shifts?.includes(shift.id) === false) return false;
  const worker = look.workers.get(shift.worker) as Worker;
  return task.slots.some((slot) => {
    const start = Math.max(slot.start[0] ?? -Infinity, shift.begins[0] ?? -Infinity);
    return fits(slot, shift, start, task.duration.min * (worker.pace?.[task.class] ?? 1)) && hasSkillsAt(demand, worker, task, start);
  });
}

const fits = (slot: Slot, shift: Shift, start: number, ticks: number): boolean =>
  start <= (slot.start[1] ?? Infinity) && start + ticks <= Math.min(slot.end?.[1] ?? Infinity, shift.ends[1] ?? Infinity);

function hasSkillsAt(demand: Demand, worker: Worker, { who }: Task, start: number): boolean {
  const day = dayIndexAt(demand.days, start);
  return (who.all ?? []).every((id) =>
    worker.skills.some((s) => s.id === id && s.level >= (who.level ?? 0) && day >= (s.days?.[0] ?? 0) && day <= (s.days?.[1] ?? Infinity)),
  );
}

export function unstaffedFamily(missing: readonly UnstaffedTask[], look: Lookup): UnstaffedMeasures {
  return family("unstaffed", true, {
    visits: [occasionsOf(missing.map(({ task }) => task)), "visits", "Occasions of needs that lack somebody (a visit by two that lacks one counts)."],
    minutes: [missing.reduce((s, m) => s + m.minutes, 0), "min", "Template minutes that nobody is planned to do."],
    clients: [new Set(missing.flatMap(({ task }) => servedBy(look, task))).size, "count", "Clients with at least one such occasion."],
    missedDoses: [missedDoses(missing, look), "count", "Occasions of nurse-delegated needs (HSL) to which nobody comes; their minutes are never used for anything else."],
  });
}

function missedDoses(missing: readonly UnstaffedTask[], look: Lookup): number {
  const occasions = new Set(missing.flatMap(({ task }) => task.serves ?? []));
  return [...occasions].filter((id) => basisOf(look, id) === "HSL" && !look.serving.get(id)?.some((task) => look.served.has(task.id))).length;
}

function basisOf(look: Lookup, occasion: Id): string | undefined {
  const need = needOf(look, occasion);
  return need?.basis ?? look.clients.get(need?.client ?? "")?.decision.basis;
}
