/** One logical search: construct, anneal, remember the best. Everything it does follows from problem, seed, steps and turns. */
import type { Problem } from "../problem/problem.ts";
import type { Solution } from "../problem/solution.ts";
import type { Random } from "../random.ts";
import { Acceptance, compareLevels } from "./acceptance.ts";
import { Best, solutionNow } from "./best.ts";
import { construct } from "./construct.ts";
import { HARD_HEAT, sampleHeat } from "./heat.ts";
import { movesFor, type WeightedMove } from "./moves/index.ts";
import type { Neighbours } from "./neighbours.ts";
import { type FramesGap, settleFrames } from "./exact/frames.ts";
import { mergeRounds, retime, roundsOf, solutionFrom } from "./handover.ts";
import type { LaneLike, LaneState } from "./laneLike.ts";
import type { Pieces } from "./pieces.ts";
import { Region } from "./region.ts";
import type { Cut } from "./regions.ts";
import { relieve } from "./relieve.ts";
import { serveMore } from "./serveMore.ts";
import { tidy } from "./tidy.ts";
import { Tools } from "./tools.ts";
import { Turns } from "./turns.ts";
import { type Beginning, warmStart } from "./warmStart.ts";

/** End temperature as a share of the start. */
const COOLED = 0.005;
/** Share of a run that only descends, after which its length and the costs of moves are told. */
const FIRST_STRETCH = 1 / 32;
/** Steps per pair of tasks that make a heat worth while; fewer tasks than this count as so many. */
const STEPS_PER_HEAT = 100;
const FEWEST_TASKS = 12;
const MOST_HEATS = 8;
const HOTTER = 2;
/** A lane that begins with a plan is heated this much less. */
const WARM = 0.1;
/** Accepted moves after which running sums are computed anew, so that rounding never adds up. */
const REFRESH = 200_000;

/**
 * First `build` until the first plan is made, or taken over from a given one; then `run` steps, with `cool` in between; then `finish`
 * until that is done, or `leave`. The best state is kept beside the present one: before the first plan it is the empty one. Deterministic: equal problem,
 * seed and calls give equal plans.
 */
export class Lane implements LaneLike {
  readonly tools: Tools;
  steps = 0;
  /** Is the first plan made? */
  isBuilt = false;
  /** Of tasks in the first plan; end them to have it as it stands. */
  readonly turns = new Turns();
  /** After `finish`: how near the best state's times are to the best there are, where a bound is known. */
  frames: FramesGap | null = null;
  private readonly p: Problem;
  private readonly moves: readonly WeightedMove[];
  private readonly totalWeight: number;
  private readonly current: Float64Array;
  private readonly bestKept: Best;
  private acceptance: Acceptance;
  private sinceRefresh = 0;
  private heats = 0;
  private readonly share: number;
  private readonly building: Pieces;
  private readonly finishing: Pieces;
  private sampling: Pieces | null = null;
  /** Where random numbers stood when sampling began. */
  private unsampled: ReturnType<Random["save"]> | null = null;
  /** Called after every accepted move, for audits. */
  onAccept: ((move: string) => void) | null = null;

  /** `warm`: begin at this solution, at a tenth of the heat. */
  constructor(p: Problem, neighbours: Neighbours, seed: number, warm: Beginning | null) {
    this.p = p;
    this.tools = new Tools(p, neighbours, seed);
    this.moves = movesFor(p);
    this.totalWeight = this.moves.reduce((sum, m) => sum + m.weight, 0);
    const { objective } = this.tools;
    this.bestKept = new Best(objective);
    this.current = objective.levels.slice();
    this.building = this.firstPlan(warm);
    this.finishing = this.lastPlan();
    this.share = warm === null ? 1 : WARM;
    const cold = new Float64Array(p.levelCount);
    cold[0] = HARD_HEAT * this.share;
    this.acceptance = new Acceptance(this.tools.random, cold, COOLED);
  }

  /** Levels of the best state so far. */
  get bestLevels(): Float64Array {
    return this.bestKept.levels;
  }

  get random(): Random {
    return this.tools.random;
  }

  /** Does the next piece of the first plan; true: it is made. Nothing happens after that. */
  build(): boolean {
    this.isBuilt ||= this.building.next().done === true;
    return this.isBuilt;
  }

  private *firstPlan(warm: Beginning | null): Pieces {
    const { tools, turns, current } = this;
    const { objective } = tools;
    this.bestKept.leave();
    if (warm !== null) {
      yield* warmStart(tools, warm, turns);
      current.set(objective.levels);
      this.note();
      this.bestKept.leave();
    }
    yield* construct(tools, turns);
    current.set(objective.levels);
    tools.screen.look(current);
    this.noteBest();
  }

  /**
   * Sets the temperature for `progress`, 0 … 1, which never decreases. The lane descends first; what a worse move costs near the
   * bottom says how hot to start. Where the steps allow it, the lane is heated several times: every other time more, since a
   * hotter start finds other valleys. One that begins with a plan first looks near it, and then as far as any.
   */
  cool(progress: number): void {
    if (progress < FIRST_STRETCH) return;
    if (this.heats === 0) {
      const worth = this.steps / progress / (STEPS_PER_HEAT * Math.max(FEWEST_TASKS, this.p.taskCount) ** 2);
      this.heats = Math.max(1, Math.min(MOST_HEATS, Math.floor(worth)));
      this.unsampled = this.tools.random.save();
      this.sampling = this.heatUp(progress);
      return;
    }
    this.coolTo(progress);
  }

  /** Did `cool` ask to learn what moves cost? Steps wait for that. */
  get isLearning(): boolean {
    return this.sampling !== null;
  }

  /** Does the next piece of that; true: there is more. */
  learn(): boolean {
    if (this.sampling?.next().done === true) this.sampling = null;
    return this.isLearning;
  }

  private coolTo(progress: number): void {
    const turn = ((progress - FIRST_STRETCH) / (1 - FIRST_STRETCH)) * this.heats;
    const heat = Math.min(Math.floor(turn), this.heats - 1);
    this.acceptance.cool(turn - heat, (heat % 2 === 1 ? HOTTER : 1) / (heat === 0 ? 1 : this.share));
  }

  /** Does `count` steps; true if the best has become better. */
  run(count: number): boolean {
    while (this.learn()); // where nobody did before
    let better = false;
    const { tools, tools: { draft, screen } } = this;
    for (let k = 0; k < count; k++) {
      this.steps++;
      const move = this.pickMove();
      this.acceptance.draw();
      screen.allow(this.acceptance.allowance(this.current, screen.travelLevel));
      if (!move.move.try(tools) || tools.region?.holds() === false) {
        this.tools.ruin.clear();
        draft.undo();
        continue;
      }
      const levels = draft.price();
      if (!this.acceptance.accepts(this.current, levels)) {
        draft.undo();
        continue;
      }
      const isBest = compareLevels(levels, this.bestLevels) < 0;
      if (!isBest) this.bestKept.leave();
      this.tools.keep();
      this.current.set(levels);
      screen.look(levels);
      if (this.onAccept !== null) this.onAccept(move.move.name);
      if (++this.sinceRefresh >= REFRESH) this.refresh();
      if (!isBest) continue;
      this.note();
      better = true;
    }
    return better;
  }

  /** Does the next piece of the lane's end; true: that was all. No step may follow. */
  finish(): boolean {
    this.stopLearning();
    return this.finishing.next().done === true;
  }

  /** Ends the lane where its end stands, in place of what is left of `finish`. */
  leave(): void {
    this.stopLearning();
    this.tools.objective.sumLevels();
    this.current.set(this.tools.objective.levels);
    this.noteBest();
  }

  /** Whoever replays the run sees the end at this step, and learns nothing either. */
  private stopLearning(): void {
    if (this.sampling === null) return;
    this.sampling = null;
    this.tools.random.restore(this.unsampled!);
  }

  /**
   * Mends by leaving tasks out what the best state still breaks; serves what was left out and still fits; leaves out what it has no
   * use for and gives it its exact times, where that makes it better; says how far from best they may be. Does nothing where the
   * turns were ended: who cut the first plan short does not wait for that.
   */
  private *lastPlan(): Pieces {
    const { timeMatters } = this.p;
    const isBroken = this.bestLevels[0]! > 0;
    if (this.turns.areEnded) return;
    this.goToBest();
    yield;
    if (isBroken) {
      yield* relieve(this.tools, this.turns);
      this.current.set(this.tools.objective.levels);
      if (!this.noteBest()) this.goToBest();
      this.bestKept.leave();
      yield;
    }
    if (this.tools.unserved.length > 0) {
      yield* serveMore(this.tools);
      this.current.set(this.tools.objective.levels);
      this.noteBest();
      this.bestKept.leave();
    }
    if (!timeMatters) return;
    tidy(this.tools);
    yield;
    this.frames = yield* settleFrames(this.tools);
    this.current.set(this.tools.objective.levels);
    if (compareLevels(this.current, this.bestLevels) <= 0) this.note(); // what has no use may cost nothing
  }

  /** Makes the best state the present one. */
  private goToBest(): void {
    this.bestKept.restore();
    this.tools.objective.refresh();
    this.tools.listUnserved();
  }

  private noteBest(): boolean {
    if (compareLevels(this.current, this.bestLevels) >= 0) return false;
    this.note();
    return true;
  }

  private note(): void {
    this.bestKept.note(this.current);
  }

  /** The best state as rounds. */
  best(): Solution {
    return this.bestKept.solution();
  }

  /** The state as it is now. */
  now(): Solution {
    return solutionNow(this.tools.objective);
  }

  present(): LaneState {
    const { objective } = this.tools;
    objective.complete();
    return { levels: this.current.slice(), ints: roundsOf(objective.st, objective.st.trail.ints) };
  }

  bestState(): LaneState {
    return { levels: this.bestLevels.slice(), ints: this.bestKept.rounds() };
  }

  read({ ints }: LaneState): Solution {
    return solutionFrom(this.tools.objective.st, ints);
  }

  adopt({ ints }: LaneState): boolean {
    const { st, timing } = this.tools.objective;
    st.trail.commit();
    st.trail.ints.set(ints);
    const isTimed = retime(st, timing);
    this.refresh();
    this.tools.confine(null);
    this.note();
    this.isBuilt = true;
    return isTimed;
  }

  merge(base: LaneState, states: readonly LaneState[], cut: Cut): LaneState {
    return { levels: base.levels, ints: mergeRounds(this.tools.objective.st, base.ints, states.map(({ ints }) => ints), cut) };
  }

  confine(cut: Cut, lane: number): void {
    this.tools.confine(new Region(this.tools.objective.st, cut, lane));
  }

  private refresh(): void {
    this.sinceRefresh = 0;
    this.tools.objective.refresh();
    this.current.set(this.tools.objective.levels);
    this.tools.screen.look(this.current);
  }

  private pickMove(): WeightedMove {
    let at = this.tools.random.next() * this.totalWeight;
    for (const move of this.moves) {
      at -= move.weight;
      if (at < 0) return move;
    }
    return this.moves[0]!;
  }

  private *heatUp(progress: number): Pieces {
    this.acceptance = new Acceptance(this.tools.random, yield* sampleHeat(this.tools, this.current, () => this.pickMove(), this.share), COOLED);
    this.coolTo(progress);
  }
}
