/**
 * A lane for plain problems. Where the budget is short for the tasks, one annealing; else founders are annealed, and then children of two
 * of them, a little and again and again: short rounds and long ones both have valleys that no single annealing leaves.
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
import { type Member, Members } from "./members.ts";
import { listNear, type Near, noNear } from "./near.ts";
import { cross } from "./offspring.ts";
import { mayServe, type Plain, REQUIRED_PRICE } from "./plain.ts";
import { solutionOf } from "./solution.ts";

/** Neighbours listed per task. */
const WIDTH = 100;
/** Start temperature in ways between two stops of the first plan, of a single annealing and of founders, who should differ; and the end temperature in start temperatures. */
const HOT = 1;
const FOUNDER_HOT = 3;
const COOLED = 0.01;
/** A lane that begins with a plan is heated this much less. */
const WARM = 0.1;
/** Share of a run after which its length is told. */
const FIRST_STRETCH = 1 / 64;
/** Steps per task from which on a run has founders; what share of it they take, how long each is at least, per task, and how many are enough. */
const FEWEST_STEPS = 6000;
const FOUNDING = 0.3;
const FOUNDER_STEPS = 50;
const MOST_FOUNDERS = 120;
/** Steps of a child per task in which it differs from its parent, and its temperatures in ways between two stops. */
const CHILD_STEPS = 50;
const CHILD_HOT = 0.2;
const CHILD_COOLED = 0.2;
/** Steps of founders and children at one temperature. */
const SPELL = 16;
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
  private readonly childCooling = powerTable(CHILD_COOLED);
  /** The best of the lane. */
  private bestCost = Number.POSITIVE_INFINITY;
  private readonly bestCopy: Int32Array;
  /** Mean way between two stops of the first plan. */
  private way = 1;
  /** How many; 0: not known yet; 1: one annealing is all. */
  private founders = 0;
  private founderSteps = 0;
  private readonly members = new Members();
  /** Row of the parent that the present child is most like; NONE: it is a founder. */
  private parent = NONE;
  /** Steps of the present founder or child. */
  private lived = 0;

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
    if (this.founders === 0 && progress >= FIRST_STRETCH) {
      const steps = this.steps / progress;
      this.founders = foundersFor(steps / this.p.taskCount);
      this.founderSteps = Math.max(1, Math.floor((FOUNDING * steps) / this.founders));
    }
    if (this.founders <= 1) this.heatTo(progress, HOT);
  }

  run(count: number): boolean {
    const before = this.bestCost;
    for (let left = count; left > 0; ) {
      const steps = this.founders <= 1 ? left : Math.min(left, SPELL);
      if (this.founders > 1) this.coolLife();
      this.anneal.run(steps);
      this.steps += steps;
      this.lived += steps;
      left -= steps;
      if (this.founders > 1 && this.lived >= this.life) this.succeed();
    }
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

  /** Among members it is one more; before there are any it is annealed. */
  adopt({ ints }: LaneState): boolean {
    this.anneal.rounds.lay(ints);
    this.bestCost = Number.POSITIVE_INFINITY;
    this.beginHere();
    this.isBuilt = true;
    if (this.parent === NONE) return true;
    this.members.admit(this.annealed(), this.members.worst);
    this.beget();
    return true;
  }

  /** The state as it is now. */
  now(): Solution {
    return solutionOf(this.problem, this.p, this.anneal.rounds.next);
  }

  /** Costs of the state as it is now. */
  get levels(): Float64Array {
    return this.levelsOf(this.anneal.cost);
  }

  set onAccept(listener: ((move: string) => void) | null) {
    this.anneal.onAccept = listener;
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
    this.heatTo(0, HOT);
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
    this.lived = 0;
    this.noteBest();
  }

  /** `hot`: start temperature in ways; a lane that begins with a plan first looks near it. */
  private heatTo(progress: number, hot: number): void {
    const share = this.isWarm && this.members.count === 0 ? WARM : 1;
    this.anneal.heat = hot * share * this.way * this.cooling[Math.min(1024, Math.floor(progress * 1024))]!;
  }

  /** Steps of the present founder or child in all. */
  private get life(): number {
    return this.parent === NONE ? this.founderSteps : CHILD_STEPS * (this.anneal.focus ?? this.anneal.rounds.next).length;
  }

  private coolLife(): void {
    const progress = this.lived / this.life;
    if (this.parent === NONE) this.heatTo(progress, FOUNDER_HOT);
    else this.anneal.heat = CHILD_HOT * this.way * this.childCooling[Math.min(1024, Math.floor(progress * 1024))]!;
  }

  /** The next founder, or child, takes the place of the present one. */
  private succeed(): void {
    const { members, parent } = this;
    const one = this.annealed();
    if (parent === NONE) members.add(one);
    else members.admit(one, parent);
    if (members.count < this.founders) this.found();
    else this.beget();
  }

  /** Begins a founder. */
  private found(): void {
    const { rounds, recreate } = this.anneal;
    rounds.clear();
    const all = Int32Array.from({ length: this.p.taskCount }, (_, t) => t);
    recreate.putAll(all, all.length, 0, Number.POSITIVE_INFINITY);
    this.beginHere();
  }

  /** The best of the present founder or child. */
  private annealed(): Member {
    this.noteBest();
    const copy = new Int32Array(this.anneal.rounds.copySize);
    this.anneal.copyBest(copy);
    return { cost: this.anneal.best, copy };
  }

  /** Begins a child of two members. */
  private beget(): void {
    const { members, random, anneal, near } = this;
    const [one, other] = members.couple(random);
    this.parent = one;
    const { rounds, recreate } = anneal;
    const changed = cross({ rounds, recreate, near, random }, members.member(one).copy, members.member(other).copy);
    this.beginHere();
    anneal.focus = changed.length > 0 ? changed : null;
  }

  private noteBest(): void {
    const { anneal } = this;
    if (anneal.best >= this.bestCost) return;
    this.bestCost = anneal.best;
    anneal.copyBest(this.bestCopy);
    this.bestLevels.set(this.levelsOf(anneal.best));
  }

  private levelsOf(cost: number): Float64Array {
    const levels = new Float64Array(this.problem.levelCount);
    const missed = countMissed(cost);
    levels[0] = missed * VIOLATION;
    levels[this.p.level] = (cost - missed * REQUIRED_PRICE) * this.p.slope;
    return levels;
  }
}

/** How many founders a run of so many steps per task has. */
const foundersFor = (stepsPerTask: number): number =>
  stepsPerTask < FEWEST_STEPS ? 1 : Math.min(MOST_FOUNDERS, Math.floor((FOUNDING * stepsPerTask) / FOUNDER_STEPS));
