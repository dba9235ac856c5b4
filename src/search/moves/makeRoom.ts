/** A task that is not served takes the place of others, which then look for one elsewhere: an ejection, from which chains come by themselves. */
import { eligibleIn, KIND_CARE, NONE, NOT_REQUIRED } from "../../problem/problem.ts";
import { earliestAfter, fitsBetween } from "../fits.ts";
import { putInShift } from "../placing.ts";
import type { Move, Tools } from "../tools.ts";
import { shortenBudgets } from "./elastic.ts";

/** Shifts drawn until one may serve the slot. */
const DRAWS = 8;
/** Tasks that one may take the place of. */
const MOST_EJECTED = 5;
/** Share of moves that also take out what the task is tied to, such as the same need on other days, and how much of it at most. */
const WITH_TIED = 0.5;
const MOST_TIED = 6;
/** Share of moves in which all are put back with their shortest durations. */
const SHORTEST = 0.5;

export const makeRoom: Move = {
  name: "makeRoom",
  supports: (p) => p.tasks.required.includes(NOT_REQUIRED),
  try(tools) {
    const { random, unserved, recreate, insertion, pending, objective } = tools;
    if (unserved.length === 0) return false;
    const task = unserved[random.below(unserved.length)]!;
    const r = clearShift(tools, task);
    if (r === NONE) return false;
    const other = recreate.partner(task);
    const partner = other !== NONE && objective.st.shiftOf[other] === NONE ? other : NONE;
    const q = partner === NONE ? NONE : clearShift(tools, partner);
    if (random.chance(WITH_TIED)) chooseTied(tools, task);
    shortenBudgets(tools, task);
    insertion.durations = random.chance(SHORTEST) ? "shortest" : "liked";
    const count = tools.takeChosen(0.5);
    const isIn = count !== NONE && (partner === NONE ? enter(tools, task, r) : enterTogether(tools, task, r, partner, q));
    if (isIn) {
      recreate.order(pending, count);
      recreate.putAll(pending, count);
    }
    insertion.durations = "liked";
    return isIn;
  },
};

/** Chooses what is in the way of the task in one drawn shift, about a time at which it could be served. The shift, or NONE where none was found. */
function clearShift(tools: Tools, task: number): number {
  const { p, random } = tools;
  const from = p.tasks.slotFrom[task]!;
  const slot = from + random.below(p.tasks.slotFrom[task + 1]! - from);
  for (let k = 0; k < DRAWS; k++) {
    const r = tools.shiftFor(task);
    if (r === NONE) return NONE;
    if (!eligibleIn(p.slots, slot, r)) continue;
    return chooseInTheWay(tools, r, task, slot) ? r : NONE;
  }
  return NONE;
}

/**
 * Chooses visits beside a place in the round, drawn from where the slot is, until the task fits between those that stay, or none beside it may go.
 * False: there are too many; what has been chosen stays chosen.
 */
function chooseInTheWay({ p, random, ruin, objective: { st } }: Tools, r: number, task: number, slot: number): boolean {
  const { slots, tasks, shifts } = p;
  if (!st.isFixed(task)) return true;
  const duration = tasks.durationMin[task]!;
  const earliest = Math.max(slots.startMin[slot]!, shifts.beginMin[r]!);
  const latest = Math.min(slots.startMax[slot]!, shifts.endMax[r]!);
  const home = st.taskCount + r;
  let after = home;
  while (st.next[after]! !== home && st.start[st.next[after]!]! <= earliest) after = st.next[after]!;
  let within = 0;
  for (let v = st.next[after]!; v !== home && st.start[v]! <= latest; v = st.next[v]!) within++;
  for (let k = random.below(within + 1); k > 0; k--) after = st.next[after]!;
  let before = st.next[after]!;
  const mayGo = (node: number): boolean => node !== home && tasks.kind[node] === KIND_CARE && tasks.frozen[node] === 0;
  for (let k = 0; !fitsBetween(st, task, r, after, before, slot, duration); k++) {
    if (k === MOST_EJECTED) return false;
    const isLate = earliestAfter(st, task, r, after, slot, duration) > slots.startMax[slot]!;
    if (mayGo(after) && (isLate || !mayGo(before) || random.chance(0.5))) {
      ruin.choose(after);
      after = st.prev[after]!;
    } else if (mayGo(before)) {
      ruin.choose(before);
      before = st.next[before]!;
    } else return true;
  }
  return true;
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

/** Puts the task into the shift, or else wherever there is room. */
const enter = (tools: Tools, task: number, r: number): boolean => putInShift(tools, task, r) || tools.recreate.put(task);

/** Puts two that go together into the two shifts, or else wherever there is room for both. */
function enterTogether(tools: Tools, task: number, r: number, partner: number, q: number): boolean {
  const { trail } = tools.objective.st;
  const mark = trail.mark();
  if (q !== NONE && q !== r && putInShift(tools, task, r) && putInShift(tools, partner, q)) return true;
  trail.rollbackInts(mark);
  return tools.recreate.putPair(task, partner);
}
