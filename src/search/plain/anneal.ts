/** Simulated annealing on plain rounds: ruin and recreate, and small exchanges. */
import { NONE } from "../../problem/problem.ts";
import type { Random } from "../../random.ts";
import { exponentialTable } from "../numbers.ts";
import { Exchanges } from "./exchanges.ts";
import type { Near } from "./near.ts";
import { Places } from "./places.ts";
import { MANY, type Plain, REQUIRED_PRICE } from "./plain.ts";
import { Recreate } from "./recreate.ts";
import { Rounds } from "./rounds.ts";
import { Strings } from "./strings.ts";

/** Share of steps that are exchanges, so many in one step: as many as take about as long as a ruin. */
const EXCHANGES = 0.5;
const BATCH = 20;
/** Best followers of each task that exchanges try to bring next to it. */
const FOLLOWERS = 25;
/** Tasks up to which a task may be put between any two stops. */
const FEW = 150;
/** Beyond, neighbours on either side of it that are looked at. */
const NEIGHBOURS = 40;
const NEIGHBOURS_OF_MANY = 60;
/** Tasks left out that are tried in a step. */
const EXTRA = 10;

export class Anneal {
  readonly rounds: Rounds;
  readonly recreate: Recreate;
  /** Ticks by which a worse state is accepted on average. */
  heat = 0;
  /** Of the state: ticks of travel and prices of what is left out. */
  cost = 0;
  /** Least cost since `begin`. */
  best = 0;
  /** Tasks that moves begin with; null: all. */
  focus: Int32Array | null = null;
  /** Called after every accepted move, for audits. */
  onAccept: ((move: string) => void) | null = null;
  private readonly p: Plain;
  private readonly random: Random;
  private readonly strings: Strings;
  private readonly exchanges: Exchanges;
  private readonly noise = exponentialTable();
  /** Tasks left out: the first `leftCount`. */
  private readonly left: Int32Array;
  private leftCount = 0;
  /** What leaving them out costs. */
  private price = 0;
  private readonly bestCopy: Int32Array;
  /** Is the state the best one? Then it has not been copied yet. */
  private isBestHere = true;

  constructor(p: Plain, near: Near, random: Random) {
    this.p = p;
    this.random = random;
    this.rounds = new Rounds(p);
    const width = p.taskCount <= FEW ? p.taskCount : p.taskCount <= MANY ? NEIGHBOURS : NEIGHBOURS_OF_MANY;
    this.recreate = new Recreate(this.rounds, new Places(this.rounds, near, width, random), random);
    this.strings = new Strings(this.rounds, near, random);
    this.exchanges = new Exchanges(this.rounds, near, FOLLOWERS, random);
    this.left = new Int32Array(p.taskCount);
    this.bestCopy = new Int32Array(this.rounds.copySize);
    this.begin();
  }

  /** Takes the rounds as they stand for the state to begin with. O(tasks). */
  begin(): void {
    const { p, rounds } = this;
    rounds.commit();
    this.leftCount = 0;
    for (let t = 0; t < p.taskCount; t++) if (rounds.shiftOf[t] === NONE) this.left[this.leftCount++] = t;
    this.priceLeft();
    this.cost = this.best = rounds.travel + this.price;
    this.isBestHere = true;
  }

  /** Does `count` steps. */
  run(count: number): void {
    for (let k = 0; k < count; k++) {
      if (this.random.chance(EXCHANGES)) for (let i = 0; i < BATCH; i++) this.exchange();
      else this.ruin();
    }
  }

  /** Copies the best state since `begin`. */
  copyBest(into: Int32Array): void {
    if (this.isBestHere) this.rounds.copyBefore(into);
    else into.set(this.bestCopy);
  }

  /** By how much the next state may cost more: one drawn number. */
  private allowance(): number {
    return this.heat * this.noise[this.random.uint32() >>> 20]!;
  }

  private seed(): number {
    const { focus, random, p } = this;
    return focus === null ? random.below(p.taskCount) : focus[random.below(focus.length)]!;
  }

  private exchange(): void {
    if (this.exchanges.try(this.seed(), this.allowance())) this.accept("exchange");
    else this.rounds.undo();
  }

  private ruin(): void {
    const { rounds, strings, recreate, random, p } = this;
    const limit = this.cost + this.allowance();
    if (!strings.take(this.seed(), p.taskCount - this.leftCount)) {
      rounds.undo();
      return;
    }
    let { price } = this;
    const first = this.leftCount === 0 ? 0 : random.below(this.leftCount);
    const extra = Math.min(EXTRA, this.leftCount);
    for (let k = 0; k < extra; k++) {
      const task = this.left[(first + k) % this.leftCount]!;
      strings.out[strings.count++] = task;
      price -= p.price[task]!;
    }
    if (!recreate.putAll(strings.out, strings.count, price, limit)) {
      rounds.undo();
      return;
    }
    this.keepLeft(first, extra);
    this.accept("ruin");
  }

  /** Of the tasks left out `extra` from `first` on were tried: now what the last recreate left out stands in their place. */
  private keepLeft(first: number, extra: number): void {
    const { left, recreate } = this;
    if (extra === 0 && recreate.leftCount === 0) return;
    const kept: number[] = [];
    for (let k = extra; k < this.leftCount; k++) kept.push(left[(first + k) % this.leftCount]!);
    for (let k = 0; k < recreate.leftCount; k++) kept.push(recreate.left[k]!);
    left.set(kept);
    this.leftCount = kept.length;
    this.priceLeft();
  }

  private priceLeft(): void {
    this.price = 0;
    for (let k = 0; k < this.leftCount; k++) this.price += this.p.price[this.left[k]!]!;
  }

  private accept(move: string): void {
    const cost = this.rounds.travel + this.price;
    if (cost < this.best) {
      this.best = cost;
      this.isBestHere = true;
    } else if (this.isBestHere && cost !== this.best) {
      this.rounds.copyBefore(this.bestCopy);
      this.isBestHere = false;
    }
    this.cost = cost;
    this.rounds.commit();
    if (this.onAccept !== null) this.onAccept(move);
  }
}

/** Required tasks left out, of a cost. */
export const countMissed = (cost: number): number => Math.floor(cost / REQUIRED_PRICE);
