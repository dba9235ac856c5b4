/** A task that is not served takes the place of others, which then look for one elsewhere: an ejection, from which chains come by themselves. */
import { CONDITIONAL, eligibleIn, NONE, REQUIRED } from "../../problem/problem.ts";
import { putInShift } from "../placing.ts";
import type { Move, Tools } from "../tools.ts";
import { shortenBudgets } from "./elastic.ts";

/** Shifts drawn until one may serve the slot. */
const DRAWS = 8;
/** Minutes around the time drawn in which others make room. */
const AROUND = 20;
/** Share of moves that also take out what the task is tied to, such as the same need on other days, and how much of it at most. */
const WITH_TIED = 0.5;
const MOST_TIED = 6;
/** Share of moves in which all are put back with their shortest durations. */
const SHORTEST = 0.5;

export const makeRoom: Move = {
  name: "makeRoom",
  supports: (p) => p.tasks.required.some((required) => required !== REQUIRED && required !== CONDITIONAL),
  try(tools) {
    const { p, random, recreate, insertion, pending, unserved } = tools;
    if (unserved.length === 0) return false;
    const task = unserved[random.below(unserved.length)]!;
    const from = p.tasks.slotFrom[task]!;
    const slot = from + random.below(p.tasks.slotFrom[task + 1]! - from);
    const r = shiftIn(tools, task, slot);
    if (r === NONE) return false;
    chooseInTheWay(tools, r, task, slot);
    if (random.chance(WITH_TIED)) chooseTied(tools, task);
    shortenBudgets(tools, task);
    insertion.durations = random.chance(SHORTEST) ? "shortest" : "liked";
    const count = tools.takeChosen(0.5);
    const isIn = count !== NONE && enter(tools, task, r);
    if (isIn) {
      recreate.order(pending, count);
      recreate.putAll(pending, count);
    }
    insertion.durations = "liked";
    return isIn;
  },
};

/** A shift that may serve the task in this slot, or NONE after some draws. */
function shiftIn(tools: Tools, task: number, slot: number): number {
  for (let k = 0; k < DRAWS; k++) {
    const r = tools.shiftFor(task);
    if (r === NONE || eligibleIn(tools.p.slots, slot, r)) return r;
  }
  return NONE;
}

/** Chooses what shift `r` does about a time drawn from the slot. */
function chooseInTheWay({ p, random, ruin, objective: { st } }: Tools, r: number, task: number, slot: number): void {
  const { slots, tasks, ticksPerMinute } = p;
  const earliest = Math.max(slots.startMin[slot]!, p.shifts.beginMin[r]!);
  const latest = Math.min(slots.startMax[slot]!, p.shifts.endMax[r]!);
  const start = earliest + random.below(Math.max(1, latest - earliest + 1));
  const end = start + tasks.durationMin[task]!;
  const around = random.below(AROUND + 1) * ticksPerMinute;
  const home = st.taskCount + r;
  for (let v = st.next[home]!; v !== home; v = st.next[v]!) {
    if (st.start[v]! < end + around && st.start[v]! + st.duration[v]! > start - around && tasks.client[v]! !== NONE) ruin.choose(v);
  }
}

/** Chooses some of what relations tie to the task. */
function chooseTied({ p: { relations }, random, ruin }: Tools, task: number): void {
  const most = ruin.count + MOST_TIED;
  for (let m = relations.ofTaskFrom[task]!; m < relations.ofTaskFrom[task + 1]!; m++) {
    const relation = relations.ofTask[m]!;
    const from = relations.memberFrom[relation]!;
    const count = relations.memberFrom[relation + 1]! - from;
    const first = random.below(count);
    for (let k = 0; k < count && ruin.count < most; k++) ruin.choose(relations.members[from + ((first + k) % count)]!);
  }
}

/** Puts the task into the shift, with the one that goes together with it where there is one; or else wherever there is room. */
function enter(tools: Tools, task: number, r: number): boolean {
  const { recreate, objective } = tools;
  const partner = recreate.partner(task);
  if (partner !== NONE && objective.st.shiftOf[partner] === NONE) return recreate.putPair(task, partner);
  return putInShift(tools, task, r) || recreate.put(task);
}
