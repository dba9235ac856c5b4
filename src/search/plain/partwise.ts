/**
 * Breeds a plan of many tasks part by part: a few neighbouring rounds at a time, which become better or stay as they are.
 * Source: Taillard and Voss (2002), "POPMUSIC", doi:10.1007/978-1-4615-1507-4_27.
 */
import type { Random } from "../../random.ts";
import { Anneal } from "./anneal.ts";
import { Breeding } from "./breeding.ts";
import { costOf } from "./copies.ts";
import type { Near } from "./near.ts";
import { cutCopy, cutNear, layCopy, type Part, partAbout } from "./part.ts";
import type { Plain } from "./plain.ts";

/** Founders are the present part, annealed from so many ways between two stops, for so many steps per task at least. */
const HOT = 0.5;
const FOUNDER_STEPS = 200;
/** Most steps per task of a part. */
const MOST_STEPS = 20_000;
/** Tasks drawn, of which the one bred least often so far is in the next part. */
const DRAWS = 20;

/** The part that is being bred. */
interface PresentPart {
  readonly part: Part;
  readonly anneal: Anneal;
  readonly breeding: Breeding;
  /** Its least cost so far. */
  cost: number;
  /** Steps left for it. */
  left: number;
}

/** Never makes the plan worse. Memory: some arrays as long as a part, made anew for each. */
export class Partwise {
  /** Of the whole plan, as `Rounds` copies it, and what it costs. */
  readonly copy: Int32Array;
  cost: number;
  private readonly p: Plain;
  private readonly near: Near;
  private readonly random: Random;
  private readonly way: number;
  private readonly stepsPerTask: number;
  /** [task] parts that it was in. */
  private readonly visits: Int32Array;
  private bred: PresentPart | null = null;
  /** A plan that others found, which it goes on from as soon as the present part is done, if it is better by then. */
  private other: { readonly copy: Int32Array; readonly cost: number } | null = null;
  /** Called whenever the plan has become better, for audits. */
  onAccept: ((move: string) => void) | null = null;

  /** `way`: mean ticks between two stops. `stepsPerTask`: for each part. The plan in `copy` costs `cost`. */
  constructor(p: Plain, near: Near, random: Random, way: number, stepsPerTask: number, copy: Int32Array, cost: number) {
    this.p = p;
    this.near = near;
    this.random = random;
    this.way = way;
    this.stepsPerTask = Math.min(stepsPerTask, MOST_STEPS);
    this.copy = copy.slice();
    this.cost = cost;
    this.visits = new Int32Array(p.taskCount);
  }

  /** Does `count` steps. */
  run(count: number): void {
    for (let left = count; left > 0; ) {
      const bred = this.bred ?? this.nextPart();
      this.bred = bred;
      const steps = Math.min(left, bred.left);
      bred.breeding.run(steps, () => this.takeOver(bred));
      this.takeOver(bred);
      left -= steps;
      bred.left -= steps;
      if (bred.left === 0) this.leavePart();
    }
  }

  /** Takes a plan that others found for the present one, where it is better, once the present part is done. */
  welcome(copy: Int32Array, cost: number): void {
    if (cost < Math.min(this.cost, this.other?.cost ?? Number.POSITIVE_INFINITY)) this.other = { copy: copy.slice(), cost };
  }

  private leavePart(): void {
    const { other, p, copy } = this;
    this.bred = this.other = null;
    if (other !== null && other.cost < this.cost) copy.set(other.copy);
    this.cost = costOf(p, copy);
  }

  private nextPart(): PresentPart {
    const { p, near, random, visits, copy } = this;
    let seed = random.below(p.taskCount);
    for (let k = 1; k < DRAWS; k++) {
      const other = random.below(p.taskCount);
      if (visits[other]! < visits[seed]!) seed = other;
    }
    const part = partAbout(p, near, copy, seed, random);
    for (const t of part.tasks) visits[t]!++;
    const nearby = cutNear(near, part, p.taskCount);
    const anneal = new Anneal(part.plain, nearby, random);
    const present = cutCopy(p, part, copy);
    anneal.rounds.lay(present);
    anneal.begin();
    const left = part.shifts.length === 0 ? 1 : Math.max(1, Math.floor(this.stepsPerTask * part.tasks.length));
    const breeding = new Breeding(anneal, nearby, random, this.way, left, { from: present, hot: HOT, steps: FOUNDER_STEPS });
    const { cost } = anneal;
    breeding.admitPresent();
    return { part, anneal, breeding, cost, left };
  }

  /** Takes the best of the part over into the whole, if it has become better. */
  private takeOver(bred: PresentPart): void {
    const { part, anneal } = bred;
    if (anneal.best >= bred.cost) return;
    const cut = new Int32Array(anneal.rounds.copySize);
    anneal.copyBest(cut);
    layCopy(this.p, part, cut, this.copy);
    this.cost -= bred.cost - anneal.best;
    bred.cost = anneal.best;
    if (this.onAccept !== null) this.onAccept("part");
  }
}
