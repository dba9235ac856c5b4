/**
 * A state made of two others: some neighbouring rounds of one take the place of those rounds of the other that they share most tasks with.
 * Source: Nagata, Bräysy and Dullaert (2010), "A penalty-based edge assembly memetic algorithm", doi:10.1016/j.cor.2009.06.022, and selective
 * route exchange, Nagata and Kobayashi (2010), doi:10.1007/978-3-642-15844-5_54; here without penalties: what does not fit is put in anew.
 */
import { NONE } from "../../problem/problem.ts";
import type { Random } from "../../random.ts";
import { ownersIn, tasksOf } from "./copies.ts";
import type { Near } from "./near.ts";
import type { Recreate } from "./recreate.ts";
import type { Rounds } from "./rounds.ts";

/** Most rounds taken over. */
const MOST_ROUNDS = 5;
/** Share of children that give up one round more, or one less, than they take over. */
const OTHER_COUNT = 0.3;

/** What a crossing works with. */
export interface Crossing {
  readonly rounds: Rounds;
  readonly recreate: Recreate;
  readonly near: Near;
  readonly random: Random;
}

/** Lays out a child of the copies `one` and `other`, mostly like `one`. Returns the tasks of the rounds in which it differs. O(tasks). */
export function cross(crossing: Crossing, one: Int32Array, other: Int32Array): Int32Array {
  const { rounds, recreate, random } = crossing;
  const { taskCount } = rounds.p;
  rounds.lay(one);
  const owner = ownersIn(rounds.p, other);
  const taken = chooseRounds(crossing, owner);
  const gone = mostAlike(rounds, other, taken, taken.size + oneMoreOrLess(random));
  const changed = new Set([...gone.flatMap((q) => tasksOf(rounds.p, one, q)), ...[...taken].flatMap((r) => tasksOf(rounds.p, other, r))]);
  for (const q of gone) rounds.empty(q);
  for (const r of taken) for (const v of tasksOf(rounds.p, other, r)) takeOut(rounds, v);
  for (const r of taken) {
    const shift = unusedLike(rounds, r);
    if (shift === NONE) continue;
    let at = rounds.firstBegin + shift;
    for (const v of tasksOf(rounds.p, other, r)) {
      rounds.insert(v, shift, at);
      at = v;
    }
  }
  const open = Int32Array.from({ length: taskCount }, (_, t) => t).filter((t) => rounds.shiftOf[t] === NONE);
  recreate.putAll(open, open.length, 0, Number.POSITIVE_INFINITY);
  for (const task of open) changed.add(task);
  return Int32Array.from(changed);
}

/** Takes out a task if it is served; with all its round where that would be late without it. */
function takeOut(rounds: Rounds, task: number): void {
  const q = rounds.shiftOf[task]!;
  if (q !== NONE && !rounds.remove(task, task)) rounds.empty(q);
}

/** A few rounds around a drawn task. */
function chooseRounds({ rounds, near, random }: Crossing, owner: Int32Array): ReadonlySet<number> {
  const used = new Set(owner);
  used.delete(NONE);
  const most = Math.max(1, Math.min(MOST_ROUNDS, Math.floor(Math.min(rounds.inUse, used.size) / 2)));
  const count = 1 + random.below(most);
  const seed = random.below(rounds.p.taskCount);
  const chosen = new Set<number>();
  for (let k = -1; k < near.width && chosen.size < count; k++) {
    const u = k < 0 ? seed : near.around[seed * near.width + k]!;
    if (u >= 0 && owner[u] !== NONE) chosen.add(owner[u]!);
  }
  return chosen;
}

/** Most often 0: a child as good as its parents may need one round more than they have, or one less, which no small step leads to. */
const oneMoreOrLess = (random: Random): number => (random.chance(OTHER_COUNT) ? (random.chance(0.5) ? 1 : -1) : 0);

/** Up to `count` rounds: those that hold most of the tasks of `taken`. */
function mostAlike(rounds: Rounds, copy: Int32Array, taken: ReadonlySet<number>, count: number): readonly number[] {
  const shared = new Map<number, number>();
  for (const r of taken) {
    for (const v of tasksOf(rounds.p, copy, r)) {
      const q = rounds.shiftOf[v]!;
      if (q !== NONE) shared.set(q, (shared.get(q) ?? 0) + 1);
    }
  }
  const ranked = [...shared].sort(([q, a], [s, b]) => b - a || q - s);
  return ranked.slice(0, count).map(([q]) => q);
}

/** Shift `r` or another that nothing tells apart from it and that is not in use, or NONE. */
function unusedLike({ p, size, order, inUse }: Rounds, r: number): number {
  if (size[r] === 0) return r;
  for (let k = inUse; k < p.shiftCount; k++) if (p.kind[order[k]!] === p.kind[r]) return order[k]!;
  return NONE;
}
