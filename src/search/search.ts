/** Lanes one after the other, in small pieces, so that a caller can look in, stop or draw breath between them. */
import type { Problem } from "../problem/problem.ts";
import type { Solution } from "../problem/solution.ts";
import { compareLevels } from "./acceptance.ts";
import type { FramesGap } from "./exact/frames.ts";
import { Lane } from "./lane.ts";
import { listNeighbours, type Neighbours, noNeighbours } from "./neighbours.ts";
import type { Pieces } from "./pieces.ts";
import { plainOf, type Plain } from "./plain/plain.ts";
import { PlainLane } from "./plain/plainLane.ts";
import type { Beginning } from "./warmStart.ts";

/** Steps between two looks at the budget. */
const PIECE = 50;
/** Tasks up to which the first plan is made whether or not there is time: that takes milliseconds. */
export const FEW = 200;
/** Share of the time budget for the end of a lane: where starting later can help, exact times are found for all rounds. */
const END_SHARE = { timed: 0.04, untimed: 0.01 };
/** Share of it for mending a first plan that time has cut short. */
const MENDING = 0.1;
/** Neighbours listed per task. */
const WIDTH = 64;

/** A lane's end among its breakpoints; below it, 1024ths of the way down. */
const END = 1024;

/** From step `step` of lane `lane` on, the temperature stood at `at` / 1024 of the way down; at 1024 the lane ended. */
export interface Cooling {
  readonly lane: number;
  readonly step: number;
  readonly at: number;
  /** Where the lane ended before its first plan was made: tasks that had had their turn in it. */
  readonly turns?: number;
  /** Where there was no time for all of the lane's end: pieces of it that were done. */
  readonly pieces?: number;
}

/** What a search is to do, as far as the problem does not say it. */
export interface SearchOptions {
  readonly seed: number;
  /** Row of the first lane; a lane's row and the seed decide what it does. */
  readonly firstLane?: number;
  /** How many, one after the other. */
  readonly lanes: number;
  /** Steps per lane; Infinity: until the budget is used. */
  readonly steps: number;
  /** Where every lane begins; null: it constructs a plan. */
  readonly warm: Beginning | null;
  /** Share of the time budget used, 0 to 1; null where only steps count. At 1 nothing more is done, but a first plan of few tasks. */
  readonly share: (() => number) | null;
  /** Cools, and ends lanes, just where another search did. */
  readonly replay: readonly Cooling[] | null;
  /** Is told of every lane before its first step. */
  readonly onLane?: (lane: Lane | PlainLane) => void;
}

/** Call `advance` until it is done, sooner after `stop`; `best` is always the best plan of all lanes so far. */
export class Search {
  /** Temperature breakpoints so far. */
  readonly cooling: Cooling[] = [];
  private readonly p: Problem;
  private readonly options: SearchOptions;
  private readonly neighbours: Neighbours;
  private readonly listing: Pieces;
  /** null: the problem takes general lanes. */
  private readonly plain: Plain | null;
  private lane: Lane | PlainLane;
  private laneRow: number;
  private champion: Lane | PlainLane;
  private cooledTo = -1;
  private stepsBefore = 0;
  private replayAt = 0;
  private bestSeen: Float64Array | null = null;
  private stopped = false;
  private isLeft = false;
  /** Pieces done of the present lane's end. */
  private ended = 0;

  constructor(p: Problem, options: SearchOptions) {
    this.p = p;
    this.options = options;
    this.laneRow = options.firstLane ?? 0;
    this.plain = plainOf(p);
    this.neighbours = noNeighbours(p, this.plain === null ? WIDTH : 0);
    this.listing = listNeighbours(p, this.neighbours);
    this.lane = this.newLane();
    this.champion = this.lane;
  }

  /** Steps of all lanes so far. */
  get steps(): number {
    return this.stepsBefore + this.lane.steps;
  }

  /** Costs per level of the best so far. */
  get bestLevels(): Float64Array {
    return this.champion.bestLevels;
  }

  best(): Solution {
    return this.champion.best();
  }

  /** Of the best, once its lane has ended. */
  get frames(): FramesGap | null {
    return this.champion.frames;
  }

  /** Does the next piece. `better`: the best changed; `done`: the budget is used. */
  advance(): { readonly better: boolean; readonly done: boolean } {
    if (!this.lane.isBuilt) {
      this.build();
      return { better: this.promote(), done: false };
    }
    const { steps } = this.options;
    const laneShare = this.laneShare();
    if (this.stopped || this.lane.steps >= steps || laneShare >= 1 || this.p.taskCount === 0) {
      if (this.stopped || this.lane.turns.areEnded || (laneShare >= 1 && this.lane.steps < steps)) this.noteEnd();
      if (!this.finish()) return { better: false, done: false };
      const better = this.promote();
      if (this.isLastLane() || this.isOver()) return { better, done: true };
      this.stepsBefore += this.lane.steps;
      this.laneRow++;
      this.lane = this.newLane();
      return { better: this.promote() || better, done: false };
    }
    if (!this.lane.isLearning) this.cool(laneShare);
    if (this.lane.learn()) return { better: false, done: false };
    this.lane.run(Math.min(PIECE, steps - this.lane.steps));
    return { better: this.promote(), done: false };
  }

  /**
   * Goes on with the first plan of the lane, which gets all of the time budget if need be, not only this lane's part: two plans
   * in part are not as good as one. When time is up, tasks that have not had their turn are left out, unless there are {@link FEW}.
   */
  private build(): void {
    if (this.p.taskCount > FEW && this.isOver(MENDING)) this.lane.turns.end(this.lane.turns.taken);
    else if (this.plain === null && this.listing.next().done !== true) return; // without turns nothing asks for neighbours
    this.lane.build();
  }

  private promote(): boolean {
    if (this.lane !== this.champion && compareLevels(this.lane.bestLevels, this.champion.bestLevels) < 0) this.champion = this.lane;
    const levels = this.champion.bestLevels;
    if (this.bestSeen !== null && compareLevels(levels, this.bestSeen) >= 0) return false;
    this.bestSeen = levels.slice();
    return true;
  }

  /** Makes the present lane the last one, which only comes to its end: see `advance`. */
  stop(): void {
    this.stopped = true;
  }

  /** Does without what is left of the last lane's end. */
  leave(): void {
    this.isLeft = true;
  }

  /**
   * What `cooling` would be, had the search ended here with the best that it has: then a replay gives just that. null: it cannot be told, in a lane's
   * end or while a given plan is being taken over.
   */
  coolingToHere(): readonly Cooling[] | null {
    const { isBuilt, steps } = this.lane;
    if (this.ended > 0 || (!isBuilt && this.options.warm !== null && this.lane === this.champion)) return null;
    const before = this.cooling.filter(({ lane, step }) => lane < this.laneRow || step < steps);
    return [...before, { lane: this.laneRow, step: steps, at: END, ...(isBuilt ? { pieces: 0 } : { turns: 0 }) }];
  }

  /** Does the next piece of the lane's end, or leaves it where it stands if there is no time for more; true: the lane has ended. */
  private finish(): boolean {
    const most = this.noteOfReplay("pieces") ?? Number.POSITIVE_INFINITY;
    const { share } = this.options;
    const isInTime = this.ended < most && !this.isLeft && (share === null || share() < 1);
    if (isInTime || this.lane.turns.areEnded) {
      this.ended++;
      return this.lane.finish();
    }
    this.lane.leave();
    this.noteEnd();
    this.cooling.push({ ...this.cooling.pop()!, pieces: this.ended });
    return true;
  }

  /** Is there no more time, for any lane, or only that share of it? */
  private isOver(left = 0): boolean {
    const { share } = this.options;
    return this.stopped || (share !== null && share() >= 1 - left);
  }

  /** Notes that the present lane ended here for lack of time. */
  private noteEnd(): void {
    if (this.cooledTo === END) return;
    this.cooledTo = END;
    const { steps, turns } = this.lane;
    const last = this.cooling.at(-1);
    if (last?.lane === this.laneRow && last.step === steps) this.cooling.pop(); // what that asked for was not done
    this.cooling.push({ lane: this.laneRow, step: steps, at: END, ...(turns.areEnded ? { turns: turns.taken } : {}) });
  }

  /** How far the present lane has used its part of the budget. */
  private laneShare(): number {
    const { steps, share, lanes, replay } = this.options;
    if (replay !== null) return this.replayed(replay) / END;
    const bySteps = Number.isFinite(steps) ? (steps === 0 ? 1 : this.lane.steps / steps) : 0;
    if (share === null) return bySteps;
    const forSteps = 1 - (this.p.timeMatters ? END_SHARE.timed : END_SHARE.untimed);
    return Math.max(bySteps, (share() / forSteps) * lanes - this.lanesBefore());
  }

  /** Lanes finished. */
  private lanesBefore(): number {
    return this.laneRow - (this.options.firstLane ?? 0);
  }

  private isLastLane(): boolean {
    const { lanes, replay } = this.options;
    return this.lanesBefore() + 1 >= lanes || (replay !== null && !replay.some((point) => point.lane > this.laneRow));
  }

  private cool(laneShare: number): void {
    const at = Math.min(END, Math.floor(laneShare * END));
    if (at === this.cooledTo) return;
    this.cooledTo = at;
    this.lane.cool(at / END);
    this.cooling.push({ lane: this.laneRow, step: this.lane.steps, at });
  }

  /** Where the recorded temperature stood at this step of this lane. */
  private replayed(replay: readonly Cooling[]): number {
    while (this.replayAt < replay.length && this.isPast(replay[this.replayAt]!)) this.replayAt++;
    const last = replay[this.replayAt - 1];
    return last?.lane === this.laneRow ? last.at : 0;
  }

  private isPast(point: Cooling): boolean {
    return point.lane < this.laneRow || (point.lane === this.laneRow && point.step <= this.lane.steps);
  }

  /** What the recorded end of the present lane says, if it does. */
  private noteOfReplay(what: "turns" | "pieces"): number | undefined {
    return this.options.replay?.find((point) => point.lane === this.laneRow && point[what] !== undefined)?.[what];
  }

  private newLane(): Lane | PlainLane {
    this.cooledTo = -1;
    this.ended = 0;
    const { seed, warm, onLane } = this.options;
    const laneSeed = Math.imul(seed, 1_000_003) + this.laneRow;
    const lane = this.plain === null ? new Lane(this.p, this.neighbours, laneSeed, warm) : new PlainLane(this.p, this.plain, laneSeed, warm);
    const turns = this.noteOfReplay("turns");
    if (turns !== undefined) lane.turns.end(turns);
    onLane?.(lane);
    return lane;
  }
}
