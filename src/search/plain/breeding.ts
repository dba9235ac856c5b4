/**
 * Anneals founders, and then children of two of them, a little and again and again: short rounds and long ones both have valleys that no
 * single annealing leaves.
 */
import { NONE } from "../../problem/problem.ts";
import type { Random } from "../../random.ts";
import { powerTable } from "../numbers.ts";
import type { Anneal } from "./anneal.ts";
import { type Member, Members } from "./members.ts";
import type { Near } from "./near.ts";
import { cross } from "./offspring.ts";

/** Share of the steps that founders take, and how many of them are enough. */
const FOUNDING = 0.3;
const MOST_FOUNDERS = 120;
/** Members left at the end. */
const FEWEST_MEMBERS = 10;
/** Steps of a child per task in which it differs from its parent, and its temperatures in ways between two stops. */
const CHILD_STEPS = 50;
const CHILD_HOT = 0.2;
const CHILD_COOLED = 0.2;
/** End temperature of founders in start temperatures. */
const COOLED = 0.01;
/** Steps at one temperature. */
const SPELL = 16;

const cooling = powerTable(COOLED);
const childCooling = powerTable(CHILD_COOLED);

/** How founders are made. */
export interface Founding {
  /** A copy of the rounds that they begin with; null: rounds made anew for each. */
  readonly from: Int32Array | null;
  /** Start temperature, in ways between two stops: they should differ. */
  readonly hot: number;
  /** Fewest steps of each, per task. */
  readonly steps: number;
}

/** Goes on for as many steps as it is asked to; `steps` of the constructor say how many founders they allow, and when few members are left. */
export class Breeding {
  private readonly anneal: Anneal;
  private readonly near: Near;
  private readonly random: Random;
  /** Mean ticks between two stops. */
  private readonly way: number;
  private readonly founding: Founding;
  private readonly steps: number;
  private readonly founders: number;
  private readonly founderSteps: number;
  readonly members = new Members();
  /** Row of the parent that the present child is most like; NONE: it is a founder. */
  private parent = NONE;
  /** Steps of the present founder or child. */
  private lived = 0;
  /** Steps so far. */
  private done = 0;
  private areFounded = false;

  /** The state as it stands is annealed as the first founder, unless it is admitted as it is. */
  constructor(anneal: Anneal, near: Near, random: Random, way: number, steps: number, founding: Founding) {
    this.anneal = anneal;
    this.near = near;
    this.random = random;
    this.way = way;
    this.founding = founding;
    this.steps = steps;
    const perTask = steps / anneal.rounds.p.taskCount;
    this.founders = Math.max(2, Math.min(MOST_FOUNDERS, Math.floor((FOUNDING * perTask) / founding.steps)));
    this.founderSteps = Math.max(1, Math.floor((FOUNDING * steps) / this.founders));
  }

  /** Does `count` steps. `onBest` is called whenever the best of `anneal` is about to be forgotten, or has just begun. */
  run(count: number, onBest: () => void): void {
    for (let left = count; left > 0; ) {
      const steps = Math.min(left, SPELL);
      this.coolLife();
      this.anneal.run(steps);
      this.lived += steps;
      this.done += steps;
      left -= steps;
      if (this.lived < this.life) continue;
      onBest();
      this.succeed();
      onBest();
    }
  }

  /** The state as it stands becomes a member, and founders begin. */
  admitPresent(): void {
    this.members.add(this.present());
    this.goOn();
  }

  /** Takes in a copy that others found: one more member, or in the place of the worst. What is annealed just now goes on. */
  welcome(copy: Int32Array, cost: number): void {
    const { members } = this;
    if (members.has(cost)) return;
    if (members.count < (this.areFounded ? this.room : this.founders)) members.add({ cost, copy: copy.slice() });
    else members.admit({ cost, copy: copy.slice() }, members.worst);
  }

  /** Steps of the present founder or child in all. */
  private get life(): number {
    return this.parent === NONE ? this.founderSteps : CHILD_STEPS * (this.anneal.focus ?? this.anneal.rounds.next).length;
  }

  private coolLife(): void {
    const at = Math.min(1024, Math.floor((1024 * this.lived) / this.life));
    this.anneal.heat = this.way * (this.parent === NONE ? this.founding.hot * cooling[at]! : CHILD_HOT * childCooling[at]!);
  }

  /** The next founder, or child, takes the place of the present one. */
  private succeed(): void {
    const { members, parent } = this;
    if (parent === NONE) members.add(this.present());
    else members.admit(this.best(), parent);
    this.goOn();
  }

  private goOn(): void {
    const { members, founders } = this;
    this.areFounded ||= members.count >= founders;
    if (!this.areFounded) {
      this.found();
      return;
    }
    members.keepBest(this.room);
    this.beget();
  }

  /**
   * How many members there may be: ever fewer once there are children, as the square of the steps left, so that at first all kinds have children
   * and in the end the best have many.
   */
  private get room(): number {
    const left = Math.max(0, Math.min(1, (this.steps - this.done) / (this.steps * (1 - FOUNDING))));
    return Math.max(FEWEST_MEMBERS, Math.round(this.founders * left * left));
  }

  private found(): void {
    const { rounds, recreate } = this.anneal;
    if (this.founding.from === null) {
      rounds.clear();
      const all = Int32Array.from({ length: rounds.p.taskCount }, (_, t) => t);
      recreate.putAll(all, all.length, 0, Number.POSITIVE_INFINITY);
    } else rounds.lay(this.founding.from);
    this.begin(null);
  }

  /** Begins a child of two members. */
  private beget(): void {
    const { members, random, anneal, near } = this;
    const [one, other] = members.couple(random);
    this.parent = one;
    const { rounds, recreate } = anneal;
    const changed = cross({ rounds, recreate, near, random }, members.member(one).copy, members.member(other).copy);
    this.begin(changed.length > 0 ? changed : null);
  }

  private begin(focus: Int32Array | null): void {
    this.anneal.begin();
    this.anneal.focus = focus;
    this.lived = 0;
  }

  /** A founder as it has cooled down: its best may be what it began with, as it is for others. */
  private present(): Member {
    const { rounds, cost } = this.anneal;
    const copy = new Int32Array(rounds.copySize);
    rounds.copyBefore(copy);
    return { cost, copy };
  }

  /** The best of the present child. */
  private best(): Member {
    const copy = new Int32Array(this.anneal.rounds.copySize);
    this.anneal.copyBest(copy);
    return { cost: this.anneal.best, copy };
  }
}
