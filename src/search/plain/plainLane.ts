/**
 * A lane for plain problems. Where the budget is short for the tasks, one annealing. Where it is not, all tasks are bred at a time (see `breeding.ts`),
 * but many in short rounds are annealed and then bred part by part (`partwise.ts`).
 */
import type { Problem } from "../../problem/problem.ts";
import { NONE } from "../../problem/problem.ts";
import type { Solution } from "../../problem/solution.ts";
import { Random } from "../../random.ts";
import type { LaneLike, LaneState } from "../laneLike.ts";
import { powerTable } from "../numbers.ts";
import { VIOLATION } from "../settle.ts";
import type { Pieces } from "../pieces.ts";
import { Turns } from "../turns.ts";
import type { Beginning } from "../warmStart.ts";
import { Anneal, countMissed } from "./anneal.ts";
import { Breeding, type Founding } from "./breeding.ts";
import { costOf } from "./copies.ts";
import { listNear, type Near, noNear } from "./near.ts";
import { Partwise } from "./partwise.ts";
import { MANY, mayServe, type Plain, REQUIRED_PRICE } from "./plain.ts";
import { solutionOf } from "./solution.ts";

/** Neighbours listed per task. */
const WIDTH = 100;
/** Start temperature in ways between two stops of the first plan, of a single annealing, and the end temperature in start temperatures. */
const HOT = 1;
const COOLED = 0.01;
/** A lane that begins with a plan is heated this much less. */
const WARM = 0.1;
/** Share of a run after which its length is told, by the pace of the second half of it: at first all is slow, until it is compiled. */
const FIRST_STRETCH = 1 / 16;
/** Tasks in a round, on average, from which on rounds are long. */
const LONG = 20;
/** Steps per task from which on a run breeds: many tasks, others in long rounds, and others in short ones. */
const FEWEST_OF_MANY = 24_000;
const FEWEST_IF_LONG = 3000;
const FEWEST_IF_SHORT = 6000;
/** Founders begin anew, so many ways hot, and live for so many steps per task at least. */
const FOUNDERS: Founding = { from: null, hot: 3, steps: 150 };
/** Share of a run in which more tasks are annealed before they are bred part by part; in what is left each is in about one part. */
const ANNEALED = 0.5;
/** Tasks put in at a time in the first plan. */
const PIECE = 10;

/** Deterministic as `Lane` is. */
export class PlainLane implements LaneLike {
  readonly bestLevels: Float64Array;
  steps = 0;
  isBuilt = false;
  readonly turns = new Turns();
  readonly frames = null;
  readonly isLearning = false;
  private readonly problem: Problem;
  private readonly p: Plain;
  readonly random: Random;
  private readonly near: Near;
  private readonly anneal: Anneal;
  private readonly building: Pieces;
  private readonly isWarm: boolean;
  private readonly cooling = powerTable(COOLED);
  /** The best of the lane. */
  private bestCost = Number.POSITIVE_INFINITY;
  private readonly bestCopy: Int32Array;
  /** Mean way between two stops of the first plan. */
  private way = 1;
  /** Is what to do known? Until then, and where steps are few, one annealing is all. */
  private isPlanned = false;
  /** Where half the first stretch was over. */
  private halfway: { readonly progress: number; readonly steps: number } | null = null;
  /** Progress at which that annealing has cooled down. */
  private cooledAt = 1;
  private breeding: Breeding | null = null;
  private partwise: Partwise | null = null;
  private stepsPerTask = 0;
  private listener: ((move: string) => void) | null = null;

  constructor(problem: Problem, plain: Plain, seed: number, warm: Beginning | null) {
    this.problem = problem;
    this.p = plain;
    this.random = new Random(seed);
    this.near = noNear(plain, WIDTH);
    this.anneal = new Anneal(plain, this.near, this.random);
    this.bestCopy = new Int32Array(this.anneal.rounds.copySize);
    this.bestLevels = new Float64Array(problem.levelCount);
    this.isWarm = warm !== null;
    this.building = this.firstPlan(warm);
    this.noteBest();
  }

  build(): boolean {
    this.isBuilt ||= this.building.next().done === true;
    return this.isBuilt;
  }

  cool(progress: number): void {
    if (!this.isPlanned) this.look(progress);
    if (this.breeding !== null || this.partwise !== null) return;
    this.heatTo(Math.min(1, progress / this.cooledAt));
    if (progress >= this.cooledAt && this.cooledAt < 1) this.breedParts();
  }

  /** Plans for as many steps as there will be, as soon as that can be told. */
  private look(progress: number): void {
    const { steps, halfway } = this;
    if (progress < FIRST_STRETCH / 2) return;
    if (halfway === null) this.halfway = { progress, steps };
    else if (progress >= FIRST_STRETCH && progress > halfway.progress)
      this.planFor(steps + ((steps - halfway.steps) / (progress - halfway.progress)) * (1 - progress));
  }

  /** Chooses what to do with `steps` in all. */
  private planFor(steps: number): void {
    const { p, anneal, near, random, way } = this;
    this.isPlanned = true;
    this.stepsPerTask = steps / p.taskCount;
    const areMany = p.taskCount > MANY;
    const { inUse, size } = anneal.rounds;
    const areLong = inUse > 0 && size.reduce((sum, tasks) => sum + tasks, 0) >= LONG * inUse;
    if (this.stepsPerTask < (areMany ? FEWEST_OF_MANY : areLong ? FEWEST_IF_LONG : FEWEST_IF_SHORT)) return;
    if (areMany && !areLong) this.cooledAt = ANNEALED;
    else {
      this.breeding = new Breeding(anneal, near, random, way, steps, FOUNDERS);
      if (this.isWarm) this.breeding.admitPresent();
    }
  }

  private breedParts(): void {
    this.noteBest();
    const { p, near, random, way, bestCopy, bestCost } = this;
    this.partwise = new Partwise(p, near, random, way, (1 - ANNEALED) * this.stepsPerTask, bestCopy, bestCost);
    this.partwise.onAccept = this.listener;
  }

  run(count: number): boolean {
    const before = this.bestCost;
    if (this.partwise !== null) this.partwise.run(count);
    else if (this.breeding !== null) this.breeding.run(count, () => this.noteBest());
    else this.anneal.run(count);
    this.steps += count;
    this.noteBest();
    return this.bestCost < before;
  }

  finish(): boolean {
    return true;
  }

  /** There is nothing to learn before the next step. */
  learn(): boolean {
    return false;
  }

  /** Nothing is left at its end. */
  leave(): void {}

  best(): Solution {
    return solutionOf(this.problem, this.p, this.bestCopy);
  }

  /** The best: what it anneals just now is but one of its members or their children. */
  present(): LaneState {
    return this.bestState();
  }

  bestState(): LaneState {
    return { levels: this.bestLevels.slice(), ints: this.bestCopy.slice() };
  }

  read({ ints }: LaneState): Solution {
    return solutionOf(this.problem, this.p, ints);
  }

  /** One annealing goes on from it. What is bred stays as it is, and has one more to work with. */
  adopt({ ints }: LaneState): boolean {
    const { anneal, breeding, partwise, p } = this;
    this.isBuilt = true;
    if (breeding === null && partwise === null) {
      anneal.rounds.lay(ints);
      this.bestCost = Number.POSITIVE_INFINITY;
      this.beginHere();
      return true;
    }
    this.bestCopy.set(ints);
    this.bestCost = costOf(p, ints);
    this.bestLevels.set(this.levelsOf(this.bestCost));
    breeding?.welcome(ints, this.bestCost);
    partwise?.welcome(ints, this.bestCost);
    return true;
  }

  /** The state as it is now. */
  now(): Solution {
    return solutionOf(this.problem, this.p, this.partwise?.copy ?? this.anneal.rounds.next);
  }

  /** Costs of the state as it is now. */
  get levels(): Float64Array {
    return this.levelsOf(this.partwise?.cost ?? this.anneal.cost);
  }

  set onAccept(listener: ((move: string) => void) | null) {
    this.listener = listener;
    this.anneal.onAccept = listener;
    if (this.partwise !== null) this.partwise.onAccept = listener;
  }

  private *firstPlan(warm: Beginning | null): Pieces {
    const { p, anneal, turns } = this;
    const { rounds, recreate } = anneal;
    if (warm !== null) {
      this.layOut(warm.solution);
      anneal.begin();
      this.noteBest();
      yield;
    }
    for (const listing = listNear(p, this.near); !turns.areOver && listing.next().done !== true; ) yield;
    const open = Int32Array.from({ length: p.taskCount }, (_, t) => t).filter((t) => rounds.shiftOf[t] === NONE);
    recreate.order(open, open.length);
    for (let k = 0; k < open.length && turns.take(); k++) {
      recreate.put(open[k]!);
      if (k % PIECE === 0) yield;
    }
    this.beginHere();
    this.way = Math.max(1, rounds.travel / Math.max(1, p.taskCount + rounds.inUse));
    this.heatTo(0);
  }

  /** Puts in what fits of a given plan, in its order. */
  private layOut({ rounds: given }: Solution): void {
    const { p } = this;
    const { rounds } = this.anneal;
    for (const { shift, tasks } of given) {
      let at = rounds.firstBegin + shift;
      for (const task of tasks) {
        if (rounds.shiftOf[task] !== NONE || !mayServe(p, task, shift) || !rounds.fits(task, shift, at)) continue;
        rounds.insert(task, shift, at);
        at = task;
      }
    }
  }

  /** Goes on from the rounds as they stand. */
  private beginHere(): void {
    this.anneal.begin();
    this.anneal.focus = null;
    this.noteBest();
  }

  /** Temperature of one annealing; a lane that begins with a plan first looks near it. */
  private heatTo(progress: number): void {
    const share = this.isWarm ? WARM : 1;
    this.anneal.heat = HOT * share * this.way * this.cooling[Math.min(1024, Math.floor(progress * 1024))]!;
  }

  private noteBest(): void {
    const { anneal, partwise } = this;
    const cost = partwise === null ? anneal.best : partwise.cost;
    if (cost >= this.bestCost) return;
    this.bestCost = cost;
    if (partwise === null) anneal.copyBest(this.bestCopy);
    else this.bestCopy.set(partwise.copy);
    this.bestLevels.set(this.levelsOf(cost));
  }

  private levelsOf(cost: number): Float64Array {
    const levels = new Float64Array(this.problem.levelCount);
    const missed = countMissed(cost);
    levels[0] = missed * VIOLATION;
    levels[this.p.level] = (cost - missed * REQUIRED_PRICE) * this.p.slope;
    return levels;
  }
}
