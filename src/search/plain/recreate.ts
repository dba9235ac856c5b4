/** Puts tasks back one after the other, each where it is cheapest now, in an order drawn anew each time. */
import type { Random } from "../../random.ts";
import type { Places } from "./places.ts";
import type { Plain } from "./plain.ts";
import type { Rounds } from "./rounds.ts";

/** How often each rule of order is drawn: at random, by load and length, far first, near first, narrow, early and late windows first. */
const RULES = [4, 4, 2, 1, 2, 1, 1] as const;

/** Share of times that the first task is put into a round of its own, whatever that costs: the others may make it worth while. */
const OPENS = 0.05;

export class Recreate {
  private readonly rounds: Rounds;
  private readonly places: Places;
  private readonly random: Random;
  /** [rule][task]; of the first rule none. */
  private readonly keys: readonly Float64Array[];
  private readonly total = RULES.reduce((sum, weight) => sum + weight, 0);
  private readonly drawn: Float64Array;
  /** Tasks left out by the last `putAll`: the first `leftCount`. */
  readonly left: Int32Array;
  leftCount = 0;

  constructor(rounds: Rounds, places: Places, random: Random) {
    const { p } = rounds;
    this.rounds = rounds;
    this.places = places;
    this.random = random;
    this.keys = keysOf(p);
    this.drawn = new Float64Array(p.taskCount);
    this.left = new Int32Array(p.taskCount);
  }

  /**
   * Puts in the first `count` of `tasks`; what it leaves out stands in `left`. `price`: what else is left out costs. False: gives up as soon
   * as travel and prices reach `limit`.
   */
  putAll(tasks: Int32Array, count: number, price: number, limit: number): boolean {
    const { rounds } = this;
    this.order(tasks, count);
    this.leftCount = 0;
    let cost = price;
    const opens = this.random.chance(OPENS);
    for (let k = 0; k < count; k++) {
      const task = tasks[k]!;
      if (!(opens && k === 0 && this.open(task)) && !this.put(task, limit - rounds.travel - cost)) {
        this.left[this.leftCount++] = task;
        cost += rounds.p.price[task]!;
      }
      if (rounds.travel + cost >= limit) return false;
    }
    return true;
  }

  /** Begins a round with a task. False: no unused shift can serve it. */
  private open(task: number): boolean {
    const { places, rounds } = this;
    if (!places.searchUnused(task)) return false;
    rounds.insert(task, places.shift, places.after);
    return true;
  }

  /** Puts a task where it is cheapest. False: it fits nowhere, or leaving it out is cheaper, or it would cost `most` or more. */
  put(task: number, most = Number.POSITIVE_INFINITY): boolean {
    const { places, rounds } = this;
    const dearest = Math.floor(rounds.p.price[task]!) + 1; // travel is in whole ticks
    if (!places.search(task, dearest < most ? dearest : most)) return false;
    rounds.insert(task, places.shift, places.after);
    return true;
  }

  /** Sorts the first `count` of `tasks` by a drawn rule. */
  order(tasks: Int32Array, count: number): void {
    const { random, drawn } = this;
    let rule = 0;
    for (let at = random.below(this.total); at >= RULES[rule]!; rule++) at -= RULES[rule]!;
    if (rule === 0) for (let k = 0; k < count; k++) drawn[tasks[k]!] = random.next();
    sort(tasks, count, rule === 0 ? drawn : this.keys[rule]!);
  }
}

function keysOf(p: Plain): readonly Float64Array[] {
  const key = (of: (task: number) => number): Float64Array => Float64Array.from({ length: p.taskCount }, (_, t) => of(t));
  const away = (t: number): number => p.to[p.base[0]! + p.fromPoint[0]! * p.pointCount + t]!;
  const hasLoads = p.load.some((load) => load > 0);
  return [
    new Float64Array(0),
    key((t) => (hasLoads ? -p.load[t]! : -p.service[t]!)),
    key((t) => -away(t)),
    key(away),
    key((t) => p.latest[t]! - p.earliest[t]!),
    key((t) => p.earliest[t]!),
    key((t) => -p.latest[t]!),
  ];
}

/** By key, then by row. */
function sort(tasks: Int32Array, count: number, key: Float64Array): void {
  if (count > 200) {
    tasks.set(Int32Array.from(Array.from(tasks.subarray(0, count)).sort((a, b) => key[a]! - key[b]! || a - b)));
    return;
  }
  for (let i = 1; i < count; i++) {
    const task = tasks[i]!;
    const value = key[task]!;
    let j = i;
    while (j > 0 && (key[tasks[j - 1]!]! > value || (key[tasks[j - 1]!] === value && tasks[j - 1]! > task))) {
      tasks[j] = tasks[j - 1]!;
      j--;
    }
    tasks[j] = task;
  }
}
