/** Every way to share out tasks, order them and choose slots, options and places, as far as rules without times allow. */

import { NO_CURVE } from "../../problem/flatCurves.ts";
import { eligibleIn, NONE, PLACE_OPEN, PLACE_SHIFT_END, type Problem, REQUIRED } from "../../problem/problem.ts";
import { ORDER, PRESENCE, WORKERS } from "../../problem/relations.ts";
import { structuralDistance } from "./distance.ts";
import { type Draft, durationsOf, NOWHERE, type Stop, type Structure, structureOf, ticksBetween } from "./structure.ts";

/** Calls `visit` with each; false from `goesOn`, which is asked at every task that is put in, ends it. True: all were seen. */
export function forEachStructure(problem: Problem, goesOn: () => boolean, visit: (structure: Structure) => void): boolean {
  const { shifts, shiftCount, taskCount } = problem;
  const taken = new Uint8Array(taskCount);
  const drafts: Draft[] = [];
  const firstOf = new Int32Array(shiftCount).fill(NONE);
  let stopped = false;

  const fill = (shift: number): void => {
    if (stopped) return;
    if (shift === shiftCount) {
      const structure = structureOf(problem, drafts);
      if (keepsRules(problem, structure)) visit(structure);
      return;
    }
    firstOf[shift] = taskCount;
    fill(shift + 1);
    const twin = twinBefore(problem, shift);
    for (let option = shifts.optionFrom[shift]!; option < shifts.optionFrom[shift + 1]!; option++) {
      if (shifts.frozenOption[shift] !== NONE && shifts.frozenOption[shift] !== option) continue;
      const loads = new Float64Array(problem.tasks.loadCount);
      extend(shift, option, [], earliestBegin(problem, shift), loads, twin === NONE ? NONE : firstOf[twin]!);
    }
  };

  const extend = (shift: number, option: number, stops: readonly Stop[], free: number, loads: Float64Array, after: number): void => {
    for (let task = 0; task < taskCount; task++) {
      // Shifts that nothing tells apart are used in the order of their first tasks.
      if (taken[task] === 1 || (stops.length === 0 && task <= after)) continue;
      const loaded = loadedWith(problem, task, shift, loads);
      if (loaded === null) continue;
      if (stops.length === 0) firstOf[shift] = task;
      for (const { stop, end } of waysToAdd(problem, shift, option, stops, task, free)) {
        if (stopped || !goesOn()) {
          stopped = true;
          return;
        }
        const longer = [...stops, stop];
        taken[task] = 1;
        if (placesHold(problem, option, longer)) {
          drafts.push({ shift, option, stops: longer });
          fill(shift + 1);
          drafts.pop();
          if (stops.length === 0) firstOf[shift] = task;
        }
        extend(shift, option, longer, end, loaded, after);
        taken[task] = 0;
      }
    }
  };

  fill(0);
  return !stopped;
}

/** The shift before it that nothing tells apart from it. */
function twinBefore({ shifts }: Problem, shift: number): number {
  for (let s = shift - 1; s >= 0; s--) if (shifts.lookalike[s] === shifts.lookalike[shift]) return s;
  return NONE;
}

const earliestBegin = ({ demand, shifts }: Problem, shift: number): number =>
  demand.shifts[shift]!.begins[0] === null && demand.now === undefined ? Number.NEGATIVE_INFINITY : shifts.beginMin[shift]!;

/** Slots and places for one more task, and when it can end at the earliest. */
function* waysToAdd(
  problem: Problem,
  shift: number,
  option: number,
  stops: readonly Stop[],
  task: number,
  free: number,
): Generator<{ stop: Stop; end: number }> {
  const { shifts, slots, tasks } = problem;
  const here = stops.length === 0 ? shifts.optionFromPlace[option]! : stops.at(-1)!.place;
  const mode = shifts.optionMode[option]!;
  const least = problem.travel.profiles[mode]?.least ?? 1;
  const [shortest, longest] = durationsOf(problem, task, shift);
  for (let slot = tasks.slotFrom[task]!; slot < tasks.slotFrom[task + 1]!; slot++) {
    if (!eligibleIn(slots, slot, shift)) continue;
    for (const place of placesFor(problem, option, here, task)) {
      const entry = stops.length === 0 || place !== here ? tasks.stopTicks[task]! : 0;
      const arrival = free + Math.floor(ticksBetween(problem, mode, here, place) * least) + entry;
      const start = Math.max(arrival, slots.startMin[slot]!, slots.endMin[slot]! - longest);
      if (start > slots.startMax[slot]! || start + shortest > Math.min(slots.endMax[slot]!, shifts.endMax[shift]!)) continue;
      yield { stop: { task, slot, place }, end: start + shortest };
    }
  }
}

/** Places that a task may be at, as far as the round up to it tells. */
function placesFor({ tasks, shifts, travel, demand }: Problem, option: number, here: number, task: number): readonly number[] {
  const place = tasks.place[task]!;
  if (place >= 0) return [place];
  const to = shifts.optionToPlace[option]!;
  if (place === PLACE_SHIFT_END && (to !== NONE || here !== NOWHERE)) return [to !== NONE ? to : here];
  const nowhere = here === NOWHERE && to === NONE ? [NOWHERE] : [];
  if (demand.tasks[task]!.place === "anywhere") return [...Array.from({ length: travel.placeCount }, (_, p) => p), ...nowhere];
  const near = new Set([here, shifts.optionFromPlace[option]!, to, ...tasks.place]);
  return [...[...near].filter((p) => p >= 0), ...nowhere];
}

/** Is every task with an open place where the task before or after it is, or where the round starts or ends? */
function placesHold({ tasks, shifts, demand }: Problem, option: number, stops: readonly Stop[]): boolean {
  const from = shifts.optionFromPlace[option]!;
  const to = shifts.optionToPlace[option]!;
  if (stops.some(({ place }) => place === NOWHERE)) return to === NONE && stops.every(({ place }) => place === NOWHERE);
  const at = (i: number): number => (i < 0 ? from : (stops[i]?.place ?? to));
  // Where a round ends wherever it is then, tasks at its end do not give each other a place.
  const isDuty = ({ task }: Stop): boolean => tasks.place[task] === PLACE_SHIFT_END;
  const besideDuties = (i: number): number => {
    const before = stops.slice(0, i).findLast((stop) => !isDuty(stop))?.place ?? from;
    return before !== NOWHERE ? before : (stops.slice(i + 1).find((stop) => !isDuty(stop))?.place ?? to);
  };
  return stops.every(({ task, place }, i) => {
    const rule = tasks.place[task]!;
    if (rule >= 0 || tasks.frozen[task] === 1) return true;
    if (rule === PLACE_SHIFT_END) return place === (to !== NONE ? to : besideDuties(i));
    return rule !== PLACE_OPEN || demand.tasks[task]!.place === "anywhere" || [at(i - 1), at(i + 1), from, to].includes(place);
  });
}

function loadedWith({ tasks, shifts }: Problem, task: number, shift: number, loads: Float64Array): Float64Array | null {
  const { loadCount } = tasks;
  const after = loads.slice();
  for (let d = 0; d < loadCount; d++) {
    const change = tasks.load[task * loadCount + d]!;
    if (change === 0) continue;
    after[d] = Math.max(0, after[d]! + change);
    if (after[d]! > shifts.capacity[shift * loadCount + d]!) return null;
  }
  return after;
}

/** Hard rules that need no times. */
function keepsRules(problem: Problem, structure: Structure): boolean {
  const { tasks, relations } = problem;
  for (let t = 0; t < problem.taskCount; t++) {
    if (structure.seats[t] === undefined && (tasks.required[t] === REQUIRED || tasks.pinned[t] === 1)) return false;
  }
  for (let r = 0; r < relations.count; r++) {
    const kind = relations.kind[r]!;
    if (relations.soft[r] !== NO_CURVE || (kind !== WORKERS && kind !== PRESENCE && kind !== ORDER)) continue;
    if (r >= relations.pinsFrom && tasks.frozen[relations.members[relations.memberFrom[r + 1]! - 1]!] === 1) continue;
    if (structuralDistance(problem, structure, r) > 0) return false;
  }
  return true;
}
