/** Take some tasks out, put them back where they are cheapest. */
import { NONE } from "../../problem/problem.ts";
import type { Move, Tools } from "../tools.ts";

/** Unserved tasks tried in each move, beside those taken out. */
const EXTRA = 8;
/** Share of string removals around a task that is not served, where there is one. */
const AROUND_UNSERVED = 0.25;
/** Shares of rebuilds with the shortest durations (other moves lengthen what gained room) and with drawn ones. */
const SHORTEST = 0.2;
const ANY = 0.1;

/** Takes out what was chosen, with partners half the time, and puts it back with a few unserved tasks. */
export function rebuild(tools: Tools): boolean {
  const { recreate, objective, random, draft } = tools;
  const count = tools.takeChosen(0.5, EXTRA);
  if (count === NONE) return false;
  const { timing } = objective;
  const drawn = random.next();
  tools.insertion.durations = drawn < SHORTEST ? "shortest" : drawn < SHORTEST + ANY ? "any" : "liked";
  recreate.order(tools.pending, count);
  recreate.putAll(tools.pending, count);
  let dropped = false;
  for (let k = 0; k < timing.touched.count; k++) if (recreate.dropLonelyBreaks(timing.touched.list[k]!)) dropped = true;
  tools.insertion.durations = "liked";
  return !dropped || draft.settleTimes();
}

/** Adjacent strings of neighbouring rounds (SISR). */
export const strings: Move = {
  name: "strings",
  supports: () => true,
  try(tools) {
    const { unserved, unservedConditional, random } = tools;
    const around = unserved.length + unservedConditional.length > 0 && random.chance(AROUND_UNSERVED);
    tools.ruin.strings(around ? tools.unservedTask() : random.below(tools.p.taskCount));
    return rebuild(tools);
  },
};

/** One round whole. */
export const wholeRound: Move = {
  name: "wholeRound",
  supports: (p) => p.shiftCount > 1,
  try(tools) {
    const seed = tools.servedTask();
    if (seed === NONE) return false;
    tools.ruin.wholeRound(tools.objective.st.shiftOf[seed]!);
    return rebuild(tools);
  },
};

/** Near tasks at about the same time. */
export const sameTime: Move = {
  name: "sameTime",
  supports: (p) => p.shiftCount > 1,
  try(tools) {
    const seed = tools.servedTask();
    if (seed === NONE) return false;
    tools.ruin.sameTime(seed, 2 + tools.random.below(8));
    return rebuild(tools);
  },
};

/** Tasks up to which a plan is sometimes laid anew from nothing. */
const FEW = 30;

/** Everything, where that is little: some plans have no good neighbour. */
export const everything: Move = {
  name: "everything",
  supports: (p) => p.taskCount <= FEW,
  try(tools) {
    for (let task = 0; task < tools.p.taskCount; task++) tools.ruin.choose(task);
    const { insertion } = tools;
    const blink = insertion.blink;
    insertion.blink = tools.random.next() * 0.5;
    const good = rebuild(tools);
    insertion.blink = blink;
    return good;
  },
};

/** All tasks that share a client, a budget or a relation with one task. */
export const together: Move = {
  name: "together",
  supports: (p) => p.relations.count > 0 || p.budgets.count > 0,
  try(tools) {
    const { p, random, ruin } = tools;
    const seed = random.below(p.taskCount);
    ruin.choose(seed);
    const relationCount = p.relations.ofTaskFrom[seed + 1]! - p.relations.ofTaskFrom[seed]!;
    if (relationCount > 0) {
      const k = p.relations.ofTask[p.relations.ofTaskFrom[seed]! + random.below(relationCount)]!;
      for (let m = p.relations.memberFrom[k]!; m < p.relations.memberFrom[k + 1]!; m++) ruin.choose(p.relations.members[m]!);
    }
    const budgetCount = p.budgets.ofTaskFrom[seed + 1]! - p.budgets.ofTaskFrom[seed]!;
    if (budgetCount > 0 && random.chance(0.5)) {
      const k = p.budgets.ofTask[p.budgets.ofTaskFrom[seed]! + random.below(budgetCount)]!;
      for (let m = p.budgets.memberFrom[k]!; m < p.budgets.memberFrom[k + 1]! && ruin.count < 12; m++) ruin.choose(p.budgets.members[m]!);
    }
    return rebuild(tools);
  },
};
