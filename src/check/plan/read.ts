/**
 * Reads a plan against the demand. What refers to nothing, stands twice or has no usable time is reported and left out,
 * so that every later rule works on sound rounds.
 */
import type { Plan, PlannedShift, PlannedTask } from "../../model/plan.ts";
import type { Id } from "../../units.ts";
import { begunOf } from "./begun.ts";
import { type Begun, existing, type Facts, type Names, type Path, type Report, type Round, type Served } from "./facts.ts";
import { placesOf } from "./places.ts";

/** The facts of a plan. O(size of plan). */
export function readPlan(names: Names, plan: Plan, report: Report): Facts {
  const roundOf = new Map<Id, Round>();
  const servedOf = new Map<Id, Served>();
  const mentioned = new Set<Id>();
  const seen = new Set<Id>();
  const begun = begunOf(names);
  plan.shifts.forEach((planned, s) => {
    const path: Path = ["shifts", s];
    const sound = readTasks(names, planned, path, mentioned, report);
    if (!names.shifts.has(planned.shift)) {
      report("unknown-shift", [...path, "shift"], `The demand has no shift "${planned.shift}".`, "Use the id of a shift of the demand.");
    } else if (seen.has(planned.shift)) {
      report("duplicate-shift", [...path, "shift"], `Shift "${planned.shift}" stood in the plan before.`, "Keep one entry per used shift.");
    } else if (areTicks(planned, ["begin", "end"], path, report)) {
      const round = readRound(names, begun, planned, path, sound, report);
      roundOf.set(planned.shift, round);
      for (const served of round.served) servedOf.set(served.task.id, served);
    }
    seen.add(planned.shift);
  });
  return { ...names, plan, begun, rounds: [...roundOf.values()], roundOf, servedOf, mentioned };
}

/** Indices of the tasks that can be judged. */
function readTasks(names: Names, shift: PlannedShift, path: Path, mentioned: Set<Id>, report: Report): readonly number[] {
  if (shift.tasks.length === 0) {
    report("empty-shift", [...path, "tasks"], `Shift "${shift.shift}" serves no task.`, "Leave an unused shift out of the plan.");
  }
  const sound: number[] = [];
  shift.tasks.forEach((planned, t) => {
    const taskPath = [...path, "tasks", t];
    if (!names.tasks.has(planned.id)) {
      report("unknown-task", [...taskPath, "id"], `The demand has no task "${planned.id}".`, "Use the id of a task of the demand.");
    } else if (mentioned.has(planned.id)) {
      report("duplicate-task", [...taskPath, "id"], `Task "${planned.id}" was served before.`, "Serve each task once.");
    } else if (areTicks(planned, ["start", "end"], taskPath, report)) {
      sound.push(t);
    }
    mentioned.add(planned.id);
  });
  return sound;
}

function readRound(names: Names, begun: Begun, planned: PlannedShift, path: Path, sound: readonly number[], report: Report): Round {
  const shift = existing(names.shifts, planned.shift, "shift");
  const worker = existing(names.workers, shift.worker, "worker");
  let option = shift.options[planned.option];
  if (option === undefined) {
    const message = `Shift "${shift.id}" has ${shift.options.length} options, none with index ${planned.option}.`;
    report("unknown-option", [...path, "option"], message, `Use an index from 0 to ${shift.options.length - 1}.`);
    option = shift.options[0] ?? { mode: "", from: null, to: null };
  }
  const travel = existing(names.travel, option.mode, "travel mode");
  const served: Served[] = [];
  const round: Round = { shift, worker, option, travel, planned, served, path };
  const entries = sound.map((t) => {
    const task = planned.tasks[t] as PlannedTask;
    const fact = begun.tasks.get(task.id);
    const known = fact?.shift === shift.id ? fact.place : null;
    return { task: existing(names.tasks, task.id, "task"), planned: task, known, path: [...path, "tasks", t] };
  });
  const places = placesOf(entries, option, travel.placeCount, report);
  for (const [position, { task, planned: chosen, path: taskPath }] of entries.entries()) {
    const slot = task.slots[chosen.slot];
    if (slot === undefined) {
      const message = `Task "${task.id}" has ${task.slots.length} slots, none with index ${chosen.slot}.`;
      report("unknown-slot", [...taskPath, "slot"], message, `Use an index from 0 to ${task.slots.length - 1}.`);
    }
    const place = places[position] ?? null;
    served.push({ task, planned: chosen, slot, round, position, place, pace: worker.pace?.[task.class] ?? 1, path: taskPath });
  }
  return round;
}

function areTicks<K extends string>(entry: Readonly<Record<K, number>>, keys: readonly K[], path: Path, report: Report): boolean {
  const wrong = keys.filter((key) => !Number.isSafeInteger(entry[key]));
  for (const key of wrong)
    report("not-a-tick", [...path, key], `${entry[key]} is not a whole number of ticks.`, "Give a finite whole number.");
  return wrong.length === 0;
}
