/** Measures whose atom is a task. */
import { costAt } from "../../model/curve.ts";
import type { Task } from "../../model/demand.ts";
import type { TaskMeasure } from "../../model/term.ts";
import type { Id, Tick } from "../../units.ts";
import type { Atom, Measured } from "./atom.ts";
import { isDue, type Served } from "./facts.ts";
import { skillLevel } from "./who.ts";

/** Where the baseline has a task. */
interface Was {
  readonly start: Tick;
  readonly worker: Id | undefined;
}

/**
 * Atoms in the order of the Demand's tasks: the served ones, for `unserved` and `missedBreak` the others that are due; those of value 0 only where
 * they are asked for.
 */
export function taskAtoms(facts: Measured, measure: TaskMeasure, withZeros: boolean): readonly Atom[] {
  if (measure === "unserved") return dueAtoms(facts, (task) => task.unservedCost);
  if (measure === "missedBreak") return dueAtoms(facts, (task) => (task.kind === "break" ? 1 : 0));
  const rule = ruleOf(facts, measure);
  const atoms: Atom[] = [];
  for (const served of facts.inOrder) {
    const value = rule(served);
    if (value === 0 && !withZeros) continue;
    const { task, round } = served;
    const { id, client, class: name, priority } = task;
    const { shift, option } = round;
    const team = clientTeam(facts, task) ?? shift.team;
    atoms.push({ id, value, client, class: name, priority, shift: shift.id, worker: shift.worker, team, mode: option.mode });
  }
  return atoms;
}

function dueAtoms(facts: Measured, value: (task: Task) => number): readonly Atom[] {
  const due = facts.demand.tasks.filter((task) => !facts.servedOf.has(task.id) && isDue(task, facts));
  return due.map((task) => {
    const { id, client, class: name, priority } = task;
    return { id, client, class: name, priority, value: value(task), team: clientTeam(facts, task) };
  });
}

const clientTeam = (facts: Measured, task: Task): Id | undefined =>
  task.client === undefined ? undefined : facts.clients.get(task.client)?.team;

/** The value of one served task. */
function ruleOf(facts: Measured, measure: Exclude<TaskMeasure, "unserved" | "missedBreak">): (served: Served) => number {
  switch (measure) {
    case "slotCost":
      return slotCost;
    case "late":
      return late;
    case "early":
      return ({ slot, planned }) => Math.max(0, (slot?.wish?.start ?? -Infinity) - planned.start);
    case "whoCost":
      return ({ task, round }) => task.who.cost?.[round.worker.id] ?? 0;
    case "overLevel":
      return (served) => overLevel(facts, served);
    case "durationValue":
      return ({ task, planned, pace }) => (task.duration.value ? costAt(task.duration.value, (planned.end - planned.start) / pace) : 0);
    case "moved": {
      const was = baselineOf(facts);
      return ({ task, planned }) => Math.abs(planned.start - (was.get(task.id)?.start ?? planned.start));
    }
    case "reassigned": {
      const was = baselineOf(facts);
      return ({ task, round }) => ((was.get(task.id)?.worker ?? round.worker.id) === round.worker.id ? 0 : 1);
    }
    case "teamCrossing":
      return ({ task, round }) => (differ(clientTeam(facts, task), round.shift.team) ? 1 : 0);
  }
}

const differ = (a: Id | undefined, b: Id | undefined): boolean => a !== undefined && b !== undefined && a !== b;

function slotCost({ slot, planned }: Served): number {
  if (slot === undefined) return 0;
  const start = slot.startCost ? costAt(slot.startCost, planned.start) : 0;
  const end = slot.endCost ? costAt(slot.endCost, planned.end) : 0;
  return (slot.cost ?? 0) + start + end;
}

function late({ slot, planned: { start, end } }: Served): number {
  const latestStart = slot?.due?.start ?? Infinity;
  const latestEnd = slot?.due?.end ?? Infinity;
  const wished = slot?.wish?.start ?? Infinity;
  return Math.max(start - latestStart, end - latestEnd, start - wished, 0);
}

/** A skill that is missing, which is an issue, counts nothing. */
function overLevel(facts: Measured, { task, planned, round }: Served): number {
  const needed = task.who.level ?? 0;
  const levels = (task.who.all ?? []).map((skill) => skillLevel(facts.demand, round.worker, skill, planned.start) ?? needed);
  return levels.reduce((sum, level) => sum + level - needed, 0);
}

function baselineOf(facts: Measured): ReadonlyMap<Id, Was> {
  const was = new Map<Id, Was>();
  for (const { shift, tasks } of facts.demand.baseline ?? []) {
    for (const { id, start } of tasks) was.set(id, { start, worker: facts.shifts.get(shift)?.worker });
  }
  return was;
}
