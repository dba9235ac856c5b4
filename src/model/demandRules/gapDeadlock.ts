import type { Span } from "../../units.ts";
import type { Demand, Slot, Task } from "../demand.ts";
import { contradictions, type Difference } from "../differences.ts";
import { showChoices } from "../show.ts";
import type { GapRelation } from "../relation.ts";
import type { DemandIndex, DemandRule } from "./demandIndex.ts";
import { fastestPace, slowestPace } from "./pace.ts";

/** Longer lists are not compared pair by pair. */
const MOST_PAIRED = 300;

/**
 * Hard gaps in elapsed time, the slots and the durations of tasks that must be served can all hold together. Gaps with an
 * optional member or in either order are left to the search.
 */
export const gapDeadlock: DemandRule = (demand, index, issues) => {
  const points = new Map<string, number>();
  const members: Task[] = [];
  /** Node of a task's start; the next one is its end. */
  const startOf = (task: Task): number => {
    const node = points.get(task.id) ?? 2 * members.length;
    if (!points.has(task.id)) {
      points.set(task.id, node);
      members.push(task);
    }
    return node;
  };
  const differences = demand.relations.flatMap((relation, reason) =>
    relation.kind === "gap" ? ofGap(relation, reason, index, startOf) : [],
  );
  differences.push(...ofDurations(demand, members));
  const windows = members.flatMap(({ slots }) => [hull(slots, (slot) => slot.start), hull(slots, (slot) => slot.end ?? [null, null])]);
  const found = contradictions(
    differences,
    windows.map(([min]) => min),
    windows.map(([, max]) => max),
  );
  for (const reasons of found.filter(([first]) => first !== undefined)) {
    issues.add("gaps-contradict", ["relations", reasons[0] ?? 0], () => [
      `${showChoices(
        reasons.map((i) => demand.relations[i]?.id),
        "and",
      )} cannot hold together with the slots and durations of their tasks.`,
      "Widen a gap or a slot, make a gap soft, or let a task be left out.",
    ]);
  }
};

function ofGap(gap: GapRelation, reason: number, { tasks }: DemandIndex, startOf: (task: Task) => number): readonly Difference[] {
  const members = gap.tasks.map((id) => tasks.get(id));
  const applies = gap.clock === "elapsed" && gap.soft === undefined && gap.eitherOrder === undefined && members.length <= MOST_PAIRED;
  if (!applies || !members.every((task) => task?.required === true)) return [];
  const differences: Difference[] = [];
  const [min, max] = gap.span;
  for (let i = 0; i < members.length; i++) {
    const last = gap.over === "next" ? Math.min(i + 1, members.length - 1) : members.length - 1;
    for (let j = i + 1; j <= last; j++) {
      const from = startOf(members[i] as Task) + (gap.from === "end" ? 1 : 0);
      const to = startOf(members[j] as Task) + (gap.to === "end" ? 1 : 0);
      if (min !== null) differences.push({ from, to, atLeast: min, reason });
      if (max !== null) differences.push({ from: to, to: from, atLeast: -max, reason });
    }
  }
  return differences;
}

function ofDurations({ workers }: Demand, members: readonly Task[]): readonly Difference[] {
  const fastest = fastestPace(workers);
  const slowest = slowestPace(workers);
  return members.flatMap(({ duration, class: workClass }, i) => [
    { from: 2 * i, to: 2 * i + 1, atLeast: Math.round(duration.min * (fastest.get(workClass) ?? 1)), reason: -1 },
    { from: 2 * i + 1, to: 2 * i, atLeast: -Math.round(duration.max * (slowest.get(workClass) ?? 1)), reason: -1 },
  ]);
}

/** From the earliest to the latest that any slot allows. */
const hull = (slots: readonly Slot[], spanOf: (slot: Slot) => Span): Span =>
  slots
    .map(spanOf)
    .reduce(([min, max], [from, to]) => [
      min === null || from === null ? null : Math.min(min, from),
      max === null || to === null ? null : Math.max(max, to),
    ]);
