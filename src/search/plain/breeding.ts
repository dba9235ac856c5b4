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

/** Where founders begin. */
export interface Origin {
  /** A copy of rounds; null: rounds made anew. */
  readonly copy: Int32Array | null;
  /** Start temperature, in ways between two stops: they should differ. */
  readonly hot: number;
  /** Fewest steps, per task. */
  readonly steps: number;
}

/** Goes on for as many steps as it is asked to; `steps` of the constructor say how many founders they allow. */
export class Breeding {
  private readonly anneal: Anneal;
  private readonly near: Near;
  private readonly random: Random;
  /** Mean ticks between two stops. */
  private readonly way: number;
  private readonly origin: Origin;
  private readonly founders: number;
  private readonly founderSteps: number;
  private readonly members = new Members();
  /** Row of the parent that the present child is most like; NONE: it is a founder. */
  private parent = NONE;
  /** Steps of the present founder or child. */
  private lived = 0;

  /** The state as it stands is annealed as the first founder. */
  constructor(anneal: Anneal, near: Near, random: Random, way: number, steps: number, origin: Origin) {
    this.anneal = anneal;
    this.near = near;
    this.random = random;
    this.way = way;
    this.origin = origin;
    const perTask = steps / anneal.rounds.p.taskCount;
    this.founders = Math.max(2, Math.min(MOST_FOUNDERS, Math.floor((FOUNDING * perTask) / origin.steps)));
    this.founderSteps = Math.max(1, Math.floor((FOUNDING * steps) / this.founders));
  }

  /** Does `count` steps. `onLife` is called at the end of each founder's and child's life, while its best can still be read, and when another has begun. */
  run(count: number, onLife: () => void): void {
    for (let left = count; left > 0; ) {
      const steps = Math.min(left, SPELL);
      this.coolLife();
      this.anneal.run(steps);
      this.lived += steps;
      left -= steps;
      if (this.lived < this.life) continue;
      onLife();
      this.succeed();
      onLife();
    }
  }

  /** The state as it stands becomes a member: one more founder, or in the place of the worst. */
  admitPresent(): void {
    if (this.members.count < this.founders) this.members.add(this.annealed());
    else this.members.admit(this.annealed(), this.members.worst);
    this.goOn();
  }

  /** Steps of the present founder or child in all. */
  private get life(): number {
    return this.parent === NONE ? this.founderSteps : CHILD_STEPS * (this.anneal.focus ?? this.anneal.rounds.next).length;
  }

  private coolLife(): void {
    const at = Math.min(1024, Math.floor((1024 * this.lived) / this.life));
    this.anneal.heat = this.way * (this.parent === NONE ? this.origin.hot * cooling[at]! : CHILD_HOT * childCooling[at]!);
  }

  /** The next founder, or child, takes the place of the present one. */
  private succeed(): void {
    const { members, parent } = this;
    const one = this.annealed();
    if (parent === NONE) members.add(one);
    else members.admit(one, parent);
    this.goOn();
  }

  private goOn(): void {
    if (this.members.count < this.founders) this.found();
    else this.beget();
  }

  private found(): void {
    const { rounds, recreate } = this.anneal;
    if (this.origin.copy === null) {
      rounds.clear();
      const all = Int32Array.from({ length: rounds.p.taskCount }, (_, t) => t);
      recreate.putAll(all, all.length, 0, Number.POSITIVE_INFINITY);
    } else rounds.lay(this.origin.copy);
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

  /** The best of the present founder or child. */
  private annealed(): Member {
    const copy = new Int32Array(this.anneal.rounds.copySize);
    this.anneal.copyBest(copy);
    return { cost: this.anneal.best, copy };
  }
}
