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
/** Share of a run for the founders; steps per task that one of them needs, how few are too few, and how many are enough. */
const FOUNDING = 0.3;
const FOUNDER_STEPS = 300;
const FEWEST_FOUNDERS = 4;
const MOST_FOUNDERS = 20;
/** Steps of a child per task in which it differs from its parent, and its temperatures in ways between two stops. */
const CHILD_STEPS = 50;
const CHILD_HOT = 0.2;
const CHILD_COOLED = 0.2;
/** Steps at one temperature of a child. */
const CHILD_STEP = 16;
/** Share of children better than their parent that take its place and not that of the worst. */
const TAKES_PARENT = 0.5;
/** Tasks put in at a time in the first plan. */
const PIECE = 10;

interface Member {
  readonly cost: number;
  readonly copy: Int32Array;
}

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
  /** 0: not known yet; 1: one annealing is all. */
  private founders = 0;
  private founder = 0;
  private readonly members: Member[] = [];
  /** Row of the parent that the present child is most like; NONE: there is no child. */
  private parent = NONE;
  private childSteps = 0;

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
    if (this.founders === 0 && progress >= FIRST_STRETCH) this.founders = foundersFor(this.steps / progress / this.p.taskCount);
    if (this.founders <= 1) this.heatTo(progress);
    else if (progress < FOUNDING) this.found((progress / FOUNDING) * this.founders);
    else if (this.parent === NONE) {
      this.addMember();
      this.beget();
    }
  }

  run(count: number): boolean {
    const before = this.bestCost;
    for (let left = count; left > 0; ) {
      const steps = this.parent === NONE ? left : Math.min(left, CHILD_STEP);
      if (this.parent !== NONE) this.coolChild();
      this.anneal.run(steps);
      this.steps += steps;
      left -= steps;
      if (this.parent === NONE) continue;
      this.childSteps += steps;
      if (this.childSteps >= this.childLength) {
        this.raise();
        this.beget();
      }
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
    this.anneal.focus = null;
    this.bestCost = Number.POSITIVE_INFINITY;
    this.beginHere();
    this.isBuilt = true;
    if (this.parent === NONE) return true;
    this.admit(this.annealed(), this.worst);
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
    this.noteBest();
  }

  private heatTo(progress: number, hot = HOT): void {
    this.anneal.heat = hot * this.way * (this.isWarm && this.founder === 0 ? WARM : 1) * this.cooling[Math.min(1024, Math.floor(progress * 1024))]!;
  }

  /** Anneals founders one after the other; `at`: whole ones, and how far the present one is. */
  private found(at: number): void {
    const { anneal } = this;
    const { rounds, recreate } = anneal;
    if (Math.floor(at) > this.founder) {
      this.addMember();
      this.founder = Math.floor(at);
      rounds.clear();
      const all = Int32Array.from({ length: this.p.taskCount }, (_, t) => t);
      recreate.putAll(all, all.length, 0, Number.POSITIVE_INFINITY);
      this.beginHere();
    }
    this.heatTo(at - this.founder, FOUNDER_HOT);
  }

  private addMember(): void {
    this.members.push(this.annealed());
  }

  /** The best of the present annealing. */
  private annealed(): Member {
    this.noteBest();
    const copy = new Int32Array(this.anneal.rounds.copySize);
    this.anneal.copyBest(copy);
    return { cost: this.anneal.best, copy };
  }

  /** Begins a child of two members. */
  private beget(): void {
    const { members, random, anneal, near } = this;
    this.parent = random.below(members.length);
    const other = (this.parent + 1 + random.below(members.length - 1)) % members.length;
    const { rounds, recreate } = anneal;
    const changed = cross({ rounds, recreate, near, random }, members[this.parent]!.copy, members[other]!.copy);
    anneal.focus = changed.length > 0 ? changed : null;
    this.beginHere();
    this.childSteps = 0;
  }

  /** Steps of the present child. */
  private get childLength(): number {
    return CHILD_STEPS * (this.anneal.focus ?? this.anneal.rounds.next).length;
  }

  private coolChild(): void {
    const at = Math.floor((1024 * this.childSteps) / this.childLength);
    this.anneal.heat = CHILD_HOT * this.way * this.childCooling[Math.min(1024, at)]!;
  }

  /** The child takes the place of its parent or of the worst, if it is better, unless there is one that costs as much. */
  private raise(): void {
    const { members, parent, random } = this;
    const child = this.annealed();
    this.admit(child, child.cost < members[parent]!.cost && random.chance(TAKES_PARENT) ? parent : this.worst);
  }

  /** Row of the worst member. */
  private get worst(): number {
    const { members } = this;
    return members.reduce((row, { cost }, k) => (cost > members[row]!.cost ? k : row), 0);
  }

  /** Takes a member in, in the place of a worse one, unless there is one that costs as much. */
  private admit(member: Member, place: number): void {
    const { members } = this;
    if (member.cost < members[place]!.cost && members.every(({ cost }) => cost !== member.cost)) members[place] = member;
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
function foundersFor(stepsPerTask: number): number {
  const count = Math.min(MOST_FOUNDERS, Math.floor((FOUNDING * stepsPerTask) / FOUNDER_STEPS));
  return count < FEWEST_FOUNDERS ? 1 : count;
}
