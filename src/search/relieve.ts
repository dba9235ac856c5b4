/**
 * Leaves tasks out until no rule is broken, as far as that helps: a first plan should be of use at once, and a search that
 * begins with one never returns less.
 */
import { NONE } from "../problem/problem.ts";
import type { Pieces } from "./pieces.ts";
import type { Tools } from "./tools.ts";
import type { Turns } from "./turns.ts";

/** Ways tried to mend one broken rule before the next. */
const MOST_TRIED = 24;

/** Mending one rule may break another. After so many times over all of them, what is still broken stays so. */
const MOST_TIMES = 4;

/** Call after construction, the state priced; what is left is kept. A piece is a try to mend something. */
export function* relieve(tools: Tools, turns: Turns): Pieces {
  const { p, objective } = tools;
  tools.keep();
  for (let time = 0; time < MOST_TIMES; time++) {
    for (let r = 0; r < p.shiftCount; r++) yield* shorten(tools, r);
    for (let r = 0; r < p.shiftCount; r++) {
      if (!objective.isBroken(r)) continue;
      empty(tools, r);
      yield;
    }
    dropHalves(tools);
    yield* untie(tools, time === 0 ? turns : null);
    dropHalves(tools);
    if (objective.levels[0]! <= 0) return;
  }
}

/** Takes out a whole round, if that breaks less. */
function empty(tools: Tools, r: number): void {
  const before = tools.objective.levels[0]!;
  if (takeOut(tools, tasksOf(tools, r)) && tools.draft.price()[0]! < before) tools.keep();
  else tools.undo();
}

/** Shortens a round that breaks a rule by itself, from the end. */
function* shorten(tools: Tools, r: number): Pieces {
  const { draft, objective, recreate } = tools;
  const { st } = objective;
  const home = st.taskCount + r;
  let last = home;
  for (let tries = 2 * st.size[r]!; tries > 0 && objective.isBroken(r); tries--) {
    const task = spareBefore(tools, r, last);
    if (task === home) return;
    const partner = recreate.partner(task);
    draft.take(task);
    if (partner !== NONE && st.shiftOf[partner] !== NONE && tools.p.tasks.pinned[partner] === 0) draft.take(partner);
    if (draft.settleTimes()) {
      recreate.putConditional(r);
      draft.price();
      tools.keep();
      last = home;
    } else {
      draft.undo(); // without it, something else would come too late
      last = task;
    }
    yield;
  }
}

/** The last task of the round before node `last` that may be left out, or its home. */
function spareBefore({ p, objective }: Tools, r: number, last: number): number {
  const { st } = objective;
  const maySpare = (task: number): boolean => p.tasks.pinned[task] === 0 && (p.tasks.required[task] === 0 || st.size[r]! <= 2);
  let task = st.prev[last]!;
  while (task < st.taskCount && !maySpare(task)) task = st.prev[task]!;
  return task;
}

function dropHalves(tools: Tools): void {
  const { recreate, draft, p, pending } = tools;
  for (let task = 0; task < p.taskCount; task++) pending[task] = task;
  recreate.dropHalves(pending, p.taskCount);
  draft.price();
  tools.keep();
}

/** Mends rules that tie tasks, shifts or people together, each by leaving out what helps most; without turns nothing is put in. */
function* untie(tools: Tools, turns: Turns | null): Pieces {
  const { objective, p } = tools;
  const { st, breaches } = objective;
  const { relations, budgets, workers } = p;
  const isLate = turns === null;
  for (let k = 0; k < relations.count; k++) {
    const members = relations.members.subarray(relations.memberFrom[k]!, relations.memberFrom[k + 1]!);
    yield* mend(
      tools,
      isLate,
      () => breaches.of(breaches.relation + k),
      () => Array.from(members, (task) => [task]),
    );
    for (const task of members) {
      if (breaches.of(breaches.relation + k) <= 0 || turns?.take() !== true) break;
      putIn(tools, task);
      yield;
    }
  }
  for (let b = 0; b < budgets.count; b++) {
    const members = Array.from(budgets.members.subarray(budgets.memberFrom[b]!, budgets.memberFrom[b + 1]!));
    const groups = (): readonly number[][] =>
      budgets.ofShifts[b] === 1 ? members.flatMap((r) => tasksOf(tools, r).map((t) => [t])) : members.map((t) => [t]);
    yield* mend(tools, isLate, () => breaches.of(breaches.budget + b), groups);
  }
  for (let w = 0; w < p.workerCount; w++) {
    const shifts = Array.from(workers.shiftList.subarray(workers.shiftFrom[w]!, workers.shiftFrom[w + 1]!));
    yield* mend(
      tools,
      isLate,
      () => breaches.of(breaches.worker + w),
      () => shifts.map((r) => tasksOf(tools, r)),
    );
  }
  const bySize = (): readonly number[][] =>
    Array.from({ length: p.shiftCount }, (_, r) => r)
      .filter((r) => st.size[r]! > 0)
      .sort((a, b) => st.size[a]! - st.size[b]! || a - b)
      .map((r) => tasksOf(tools, r));
  yield* mend(tools, isLate, () => breaches.of(breaches.pools), bySize);
}

/** The round of shift `r`, in order. */
function tasksOf({ objective }: Tools, r: number): number[] {
  const { st } = objective;
  const tasks: number[] = [];
  for (let v = st.next[st.taskCount + r]!; v < st.taskCount; v = st.next[v]!) tasks.push(v);
  return tasks;
}

/**
 * While a rule is broken, takes out that of a few drawn groups of tasks which leaves least broken: alone, with their partners, or all
 * groups. If none helps and `isLate`, at any price.
 */
function* mend(tools: Tools, isLate: boolean, breach: () => number, groups: () => readonly (readonly number[])[]): Pieces {
  while (breach() > 0) {
    const candidates = groups().filter((group) => group.length > 0);
    const first = candidates.length <= MOST_TRIED ? 0 : tools.random.below(candidates.length);
    const drawn = Array.from({ length: Math.min(MOST_TRIED, candidates.length) }, (_, k) => candidates[(first + k) % candidates.length]!);
    const whole = drawn.map((group) => withPartners(tools, group));
    const before = tools.objective.levels[0]!;
    const best = leastBroken(tools, drawn, before, null) ?? leastBroken(tools, whole, before, null)
      ?? leastBroken(tools, [withPartners(tools, candidates.flat())], before, null) ?? (isLate ? atAnyPrice(tools, whole, breach) : null);
    tools.objective.sumLevels();
    if (best === null) return;
    takeOut(tools, best);
    tools.draft.price();
    tools.keep();
    yield;
  }
}

/** A group whose leaving out mends this rule, alone or with its whole rounds: what it breaks instead, as an idle shift's break, is mended next time. */
const atAnyPrice = (tools: Tools, groups: readonly (readonly number[])[], breach: () => number): readonly number[] | null =>
  leastBroken(tools, groups, breach(), breach) ?? leastBroken(tools, groups.map((group) => roundsOf(tools, group)), breach(), breach);

/** The group without which least is broken of the rule that `breach` measures, or of all where there is none; null: none leaves less than `limit`. */
function leastBroken(tools: Tools, groups: readonly (readonly number[])[], limit: number, breach: (() => number) | null): readonly number[] | null {
  let best: readonly number[] | null = null;
  let least = limit;
  for (const group of groups) {
    const all = takeOut(tools, group) ? tools.draft.price()[0]! : Number.POSITIVE_INFINITY;
    const broken = all === Number.POSITIVE_INFINITY || breach === null ? all : breach();
    tools.draft.undo();
    if (broken >= least) continue;
    least = broken;
    best = group;
  }
  return best;
}

/** The tasks, and those who are useless without them: half a visit by two breaks a rule as well. */
const withPartners = ({ recreate }: Tools, group: readonly number[]): readonly number[] =>
  group.flatMap((task) => (recreate.partner(task) === NONE ? [task] : [task, recreate.partner(task)]));

/** All tasks of the rounds that hold the tasks given. */
function roundsOf(tools: Tools, group: readonly number[]): readonly number[] {
  const { shiftOf } = tools.objective.st;
  return [...new Set(group.map((task) => shiftOf[task]!))].flatMap((r) => (r === NONE ? [] : tasksOf(tools, r)));
}

/** Puts a task in that is left out, if that breaks less. */
function putIn(tools: Tools, task: number): void {
  const { objective, draft, recreate } = tools;
  const before = objective.levels[0]!;
  if (objective.st.shiftOf[task]! !== NONE) return;
  if (recreate.put(task) && draft.price()[0]! < before) tools.keep();
  else tools.undo();
}

/** Takes out the tasks that may be. False: nothing, or the rest cannot be timed. */
function takeOut(tools: Tools, group: readonly number[]): boolean {
  const { ruin, p } = tools;
  for (const task of group) if (p.tasks.pinned[task] === 0) ruin.choose(task);
  const count = tools.takeChosen(0);
  return count !== NONE && count > 0;
}
