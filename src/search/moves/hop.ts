/**
 * Small moves that are screened by travel before anything is changed: a task hops to another place, two that are tied hop
 * together, two change places. Cheap enough to try by the hundred thousand a second.
 */
import { eligibleIn, NONE } from "../../problem/problem.ts";
import { nearestIn } from "../draft.ts";
import { areFixed, mayFit } from "../fits.ts";
import type { State } from "../state.ts";
import type { Move, Tools } from "../tools.ts";
import { baseTicks } from "../travel.ts";

/** Shares of the places drawn: beside a neighbour, where its present start would suit a drawn round; else anywhere. */
const NEAR = 0.6;
const IN_TIME = 0.25;

/** One task goes elsewhere. */
export const hop: Move = {
  name: "hop",
  supports: () => true,
  try(tools) {
    const { screen, draft } = tools;
    const { st } = tools.objective;
    const task = tools.servedTask();
    if (task === NONE) return false;
    const after = placeFor(tools, task);
    if (after === NONE || after === task || after === st.prev[task]) return false;
    const r = shiftAt(st, after);
    const slot = slotIn(tools, task, r);
    if (slot === NONE) return false;
    const arePlacesKnown = areFixedBeside(st, task) && areFixed(st, task, after, st.next[after]!);
    if (arePlacesKnown && !screen.passes(savedBy(st, task) + detour(st, task, r, after))) return false;
    const { side } = st;
    const duration = durationIn(tools, task, r);
    if (r !== st.shiftOf[task] && !mayFit(st, task, r, after, st.next[after]!, slot, duration)) return false;
    draft.take(task);
    // Once what is left has its times, those of what is put in only rise, and the first that is late refuses it.
    return draft.settleTimes() && draft.put(task, r, after, slot, duration, side[task]!);
  },
};

/** Two tasks that are tied go elsewhere together. */
export const hopTogether: Move = {
  name: "hopTogether",
  supports: (p) => p.relations.timed.some((timed, k) => timed === 1 && p.relations.memberFrom[k + 1]! - p.relations.memberFrom[k]! === 2),
  try(tools) {
    const { screen, draft, recreate } = tools;
    const { st } = tools.objective;
    const a = tools.servedOf(tools.paired);
    if (a === NONE) return false;
    const b = recreate.partner(a);
    if (st.shiftOf[b] === NONE || tools.p.tasks.frozen[b] === 1) return false;
    const afterA = placeFor(tools, a);
    const afterB = placeFor(tools, b);
    if (afterA === NONE || afterB === NONE || afterA === a || afterA === b || afterB === a || afterB === b) return false;
    const ra = shiftAt(st, afterA);
    const rb = shiftAt(st, afterB);
    const slotA = slotIn(tools, a, ra);
    const slotB = slotIn(tools, b, rb);
    if (slotA === NONE || slotB === NONE) return false;
    const apart = afterA !== afterB && st.next[a] !== b && st.next[b] !== a && !isBeside(st, afterA, a, b) && !isBeside(st, afterB, a, b);
    if (apart && areFixedBeside(st, a) && areFixedBeside(st, b) && areFixed(st, a, afterA, st.next[afterA]!) && areFixed(st, b, afterB, st.next[afterB]!)) {
      const further = savedBy(st, a) + savedBy(st, b) + detour(st, a, ra, afterA) + detour(st, b, rb, afterB);
      if (!screen.passes(further)) return false;
    }
    const durationA = durationIn(tools, a, ra);
    const durationB = durationIn(tools, b, rb);
    if (!staysIn(st, ra, a, b) && !mayFit(st, a, ra, afterA, st.next[afterA]!, slotA, durationA)) return false;
    if (!staysIn(st, rb, a, b) && !mayFit(st, b, rb, afterB, st.next[afterB]!, slotB, durationB)) return false;
    draft.take(a);
    draft.take(b);
    return (
      draft.settleTimes() && draft.put(a, ra, afterA, slotA, durationA, st.side[a]!) && draft.put(b, rb, afterB, slotB, durationB, st.side[b]!)
    );
  },
};

/** Two tasks change places. */
export const swap: Move = {
  name: "swap",
  supports: (p) => p.taskCount > 1,
  try(tools) {
    const { objective, draft, random, neighbours, screen, p } = tools;
    const { st } = objective;
    const a = tools.servedTask();
    if (a === NONE) return false;
    const near = random.chance(0.7) ? neighbours.list[a * neighbours.width + random.below(neighbours.width)]! : tools.servedTask();
    if (near < 0 || st.shiftOf[near] === NONE) return false;
    const kind = random.below(3);
    const b = kind === 0 ? near : kind === 1 ? st.next[near]! : st.prev[near]!;
    if (b >= st.taskCount || b === a || p.tasks.frozen[b] === 1 || st.next[a] === b || st.next[b] === a) return false;
    const [ra, rb] = [st.shiftOf[a]!, st.shiftOf[b]!];
    const slotA = slotIn(tools, a, rb);
    const slotB = slotIn(tools, b, ra);
    if (slotA === NONE || slotB === NONE) return false;
    const [beforeA, beforeB] = [st.prev[a]!, st.prev[b]!];
    if (areFixedBeside(st, a) && areFixedBeside(st, b) && !screen.passes(replacing(st, a, b) + replacing(st, b, a))) return false;
    const durationA = durationIn(tools, a, rb);
    const durationB = durationIn(tools, b, ra);
    if (ra !== rb) {
      if (!mayFit(st, a, rb, st.prev[b]!, st.next[b]!, slotA, durationA)) return false;
      if (!mayFit(st, b, ra, st.prev[a]!, st.next[a]!, slotB, durationB)) return false;
    }
    draft.take(a);
    draft.take(b);
    return draft.settleTimes() && draft.put(b, ra, beforeA, slotB, durationB, st.side[b]!) && draft.put(a, rb, beforeB, slotA, durationA, st.side[a]!);
  },
};

/** The node after which `task` might go, or NONE. */
function placeFor(tools: Tools, task: number): number {
  const { random, neighbours, objective } = tools;
  const { st } = objective;
  const kind = random.next();
  if (kind < NEAR) {
    const u = neighbours.list[task * neighbours.width + random.below(neighbours.width)]!;
    if (u < 0 || st.shiftOf[u] === NONE) return NONE;
    return random.chance(0.5) ? u : st.prev[u]!;
  }
  const r = tools.shiftFor(task);
  if (r === NONE) return NONE;
  const home = st.taskCount + r;
  let after = home;
  if (kind < NEAR + IN_TIME) {
    const start = st.start[task]!;
    for (let v = st.next[home]!; v !== home && st.start[v]! < start; v = st.next[v]!) after = v;
  } else for (let k = random.below(st.size[r]! + 1); k > 0; k--) after = st.next[after]!;
  return after;
}

/** The shift in whose round a node is, a sentinel included. */
const shiftAt = (st: State, node: number): number => (node >= st.taskCount ? node - st.taskCount : st.shiftOf[node]!);

/** The slot of `task` in shift `r`: the one it has, or else one that is drawn; NONE: it may not go there. */
function slotIn(tools: Tools, task: number, r: number): number {
  const { p, objective, random } = tools;
  const now = objective.st.slotOf[task]!;
  if (eligibleIn(p.slots, now, r)) return now;
  const from = p.tasks.slotFrom[task]!;
  const count = p.tasks.slotFrom[task + 1]! - from;
  if (count === 1) return NONE;
  const slot = from + random.below(count);
  return eligibleIn(p.slots, slot, r) ? slot : NONE;
}

/** As long as now, or as near to that as the pace in shift `r` allows. */
const durationIn = ({ p, objective }: Tools, task: number, r: number): number => nearestIn(p, task, r, objective.st.duration[task]!);

/** Is shift `r` one that `a` or `b` is in now? */
const staysIn = (st: State, r: number, a: number, b: number): boolean => st.shiftOf[a] === r || st.shiftOf[b] === r;

/** Does the gap after `node` end at one of two tasks? */
const isBeside = (st: State, node: number, a: number, b: number): boolean => st.next[node] === a || st.next[node] === b;

/** Are the places of `task` and of those beside it their own? */
const areFixedBeside = (st: State, task: number): boolean => areFixed(st, task, st.prev[task]!, st.next[task]!);

/** Ticks of travel that taking `task` out changes (less than 0 where it saves). */
function savedBy(st: State, task: number): number {
  const r = st.shiftOf[task]!;
  const from = st.placeAfter(st.prev[task]!, r);
  const to = st.placeBefore(st.next[task]!, r);
  const mode = modeOf(st, r);
  const here = st.place[task]!;
  const left = st.size[r] === 1 ? 0 : baseTicks(st.p, mode, from, to);
  return left - baseTicks(st.p, mode, from, here) - baseTicks(st.p, mode, here, to);
}

/** Ticks of travel that `task` adds after node `after` of shift `r`. */
function detour(st: State, task: number, r: number, after: number): number {
  const from = st.placeAfter(after, r);
  const to = st.placeBefore(st.next[after]!, r);
  const mode = modeOf(st, r);
  const here = st.place[task]!;
  return baseTicks(st.p, mode, from, here) + baseTicks(st.p, mode, here, to) - (st.size[r] === 0 ? 0 : baseTicks(st.p, mode, from, to));
}

/** Ticks of travel that change where `by` stands in for `task`. */
function replacing(st: State, task: number, by: number): number {
  const r = st.shiftOf[task]!;
  const from = st.placeAfter(st.prev[task]!, r);
  const to = st.placeBefore(st.next[task]!, r);
  const mode = modeOf(st, r);
  const old = st.place[task]!;
  const here = st.place[by]!;
  return (
    baseTicks(st.p, mode, from, here) + baseTicks(st.p, mode, here, to) - baseTicks(st.p, mode, from, old) - baseTicks(st.p, mode, old, to)
  );
}

const modeOf = (st: State, r: number): number => st.p.shifts.optionMode[st.option[r]!]!;
