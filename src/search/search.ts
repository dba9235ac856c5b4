/**
 * Lanes taking turns in small pieces, so that a caller can look in, stop or draw breath between them. Lanes meet after so many steps each:
 * see `meeting.ts`. Those of other threads are told what is said here, and the other way round, by the caller.
 */
import type { Problem } from "../problem/problem.ts";
import type { Solution } from "../problem/solution.ts";
import { Random } from "../random.ts";
import { compareLevels } from "./acceptance.ts";
import type { FramesGap } from "./exact/frames.ts";
import { Lane } from "./lane.ts";
import { type Cooling, LaneCourse } from "./laneCourse.ts";
import type { LaneLike, LaneState } from "./laneLike.ts";
import { arePartable, bestAndWorst, betterOf, type Cooperation, cooperationFor, REGIONS_FROM, stepsBetween, type Word } from "./meeting.ts";
import { listNeighbours, type Neighbours, noNeighbours } from "./neighbours.ts";
import type { Pieces } from "./pieces.ts";
import { cutProblem } from "./parts.ts";
import { type Plain, plainOf } from "./plain/plain.ts";
import { PlainLane } from "./plain/plainLane.ts";
import { type Cut, cutRegions } from "./regions.ts";
import type { Beginning } from "./warmStart.ts";

/** Tasks up to which the first plan is made whether or not there is time: that takes milliseconds. */
export const FEW = 200;
/** Share of the time budget for the end of the last lane: where starting later can help, exact times are found for all rounds. */
const END_SHARE = { timed: 0.04, untimed: 0.01 };
/** Neighbours listed per task. */
export const WIDTH = 64;
/** Pieces that a lane does before the next one's turn. */
const TURN = 20;

/** What a search is to do, as far as the problem does not say it. */
export interface SearchOptions {
  readonly seed: number;
  /** Row of the first lane; a lane's row and the seed decide what it does. */
  readonly firstLane?: number;
  /** How many. */
  readonly lanes: number;
  /** With those of other threads. Default: `lanes`. */
  readonly lanesInAll?: number;
  /** Default: as suits the problem. */
  readonly cooperation?: Cooperation;
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

/**
 * Call `advance` until it is done, sooner after `stop`; where it waits, let all lanes of the search `meet`. `best` is always the best plan
 * of these lanes so far.
 */
export class Search {
  private readonly p: Problem;
  private readonly options: SearchOptions;
  private readonly lanesInAll: number;
  private readonly cooperation: Cooperation;
  private readonly neighbours: Neighbours;
  private readonly listing: Pieces;
  /** null: the problem takes general lanes. */
  private readonly plain: Plain | null;
  private readonly courses: readonly LaneCourse[];
  /** Whose turn it is, and pieces left of it. */
  private at = 0;
  private left = TURN;
  private meetings = 0;
  /** Regions: until the first plan is made, until the lanes have cooled, or ever since. */
  private phase: "building" | "cooling" | "regions";
  /** Regions until the next meeting, and the state that was cut into them. */
  private cut: Cut | null = null;
  private base: LaneState | null = null;
  /** Best state that the lanes told each other. */
  private told: LaneState | null = null;
  /** After the last meeting: the lane that only comes to its end now. */
  private closing: LaneCourse | null = null;
  private stopped = false;
  private isLeft = false;
  /** Pieces done of the end. */
  private ended = 0;
  private hasMet = false;

  constructor(p: Problem, options: SearchOptions) {
    this.p = p;
    this.options = options;
    this.lanesInAll = options.lanesInAll ?? options.lanes;
    this.plain = plainOf(p);
    this.cooperation = this.lanesInAll === 1 ? "apart" : (options.cooperation ?? this.usualCooperation());
    this.neighbours = noNeighbours(p, this.plain === null ? WIDTH : 0);
    this.listing = listNeighbours(p, this.neighbours);
    const first = options.firstLane ?? 0;
    this.courses = Array.from({ length: options.lanes }, (_, k) => this.newLane(first + k));
    this.phase = this.cooperation === "regions" ? "building" : "regions";
    if (this.cooperation === "together") this.setMeeting();
    if (this.phase === "regions" || options.warm !== null) return;
    this.base = this.courses[0]!.lane.present();
    this.cut = cutProblem(p, this.lanesInAll, Random.keyed(options.seed, "regions"));
    for (const { lane, row } of this.courses) lane.confine?.(this.cut, row);
  }

  /** Plain lanes have members to exchange, which go across any border of regions. */
  private usualCooperation(): Cooperation {
    return this.plain === null ? cooperationFor(this.p, this.lanesInAll) : "together";
  }

  /** Steps of all lanes so far. */
  get steps(): number {
    return this.courses.reduce((sum, { lane }) => sum + lane.steps, 0);
  }

  /** Temperature breakpoints so far, lane after lane. */
  get cooling(): readonly Cooling[] {
    return this.courses.flatMap(({ cooling }) => cooling);
  }

  /** Costs per level of the best so far. */
  get bestLevels(): Float64Array {
    const { bestLevels } = this.champion;
    return this.told !== null && compareLevels(this.told.levels, bestLevels) < 0 ? this.told.levels : bestLevels;
  }

  best(): Solution {
    const { champion, told } = this;
    return champion.read(told !== null && compareLevels(told.levels, champion.bestLevels) < 0 ? told : champion.bestState());
  }

  /** Of the best, once the search has ended. */
  get frames(): FramesGap | null {
    return this.champion.frames;
  }

  /** Does it wait for `meet`? */
  get waits(): boolean {
    return !this.hasMet && this.courses.every((course) => this.hasCome(course));
  }

  /** Does the next piece; true: the budget is used. Nothing happens while it waits. */
  advance(): { readonly done: boolean } {
    if (this.closing !== null) return { done: this.finish(this.closing) };
    if (this.hasMet) return { done: true };
    if (this.waits) {
      if (this.options.lanes < this.lanesInAll) return { done: false };
      this.meet(this.words());
      return { done: false };
    }
    this.takeTurn();
    return { done: false };
  }

  /** Makes every lane come to its end. */
  stop(): void {
    this.stopped = true;
  }

  /** Does without what is left of the end. */
  leave(): void {
    this.isLeft = true;
  }

  /** Does the next piece of the end, or leaves it where it stands if there is no time for more; true: that was all. */
  private finish(course: LaneCourse): boolean {
    const { lane } = course;
    const { share, replay } = this.options;
    const most = replay?.find((point) => point.lane === course.row && point.pieces !== undefined)?.pieces ?? Number.POSITIVE_INFINITY;
    const isInTime = this.ended < most && !this.isLeft && (share === null || share() < 1);
    if (isInTime || lane.turns.areEnded) {
      this.ended++;
      return lane.finish();
    }
    lane.leave();
    course.noteLeft(this.ended);
    return true;
  }

  /**
   * What `cooling` would be, had the search ended here with the best that it has: then a replay gives just that. null: it cannot be told, of several
   * lanes, at the end, or while a given plan is being taken over.
   */
  coolingToHere(): readonly Cooling[] | null {
    const course = this.courses[0]!;
    if (this.lanesInAll > 1 || this.closing !== null || (!course.lane.isBuilt && this.options.warm !== null)) return null;
    return course.coolingToHere();
  }

  private takeTurn(): void {
    const course = this.courses[this.at]!;
    if (this.left-- > 0 && !this.hasCome(course)) {
      if (!course.lane.isBuilt) this.build(course);
      else course.advance(this.stopped);
      return;
    }
    this.at = (this.at + 1) % this.courses.length;
    this.left = TURN;
  }

  /**
   * Goes on with the first plan of a lane. When time is up, tasks that have not had their turn are left out, unless it is the first lane
   * and there are {@link FEW}.
   */
  private build(course: LaneCourse): void {
    const { turns } = course.lane;
    this.left = TURN;
    if ((this.p.taskCount > FEW || course !== this.courses[0]) && (this.stopped || course.isOver())) turns.end(turns.taken);
    else if (this.plain === null && this.listing.next().done !== true) return; // without turns nothing asks for neighbours
    course.lane.build();
  }

  /** Is the lane where it waits for the others? */
  private hasCome({ lane, row, hasEnded, cooledTo, meetsAt }: LaneCourse): boolean {
    if (hasEnded) return true;
    if (this.phase === "building") return lane.isBuilt || (row > 0 && this.cut === null);
    return lane.isBuilt && (this.phase === "cooling" ? cooledTo >= REGIONS_FROM : lane.steps >= meetsAt);
  }

  private setMeeting(): void {
    const between = stepsBetween(this.p, this.cut === null ? 0 : this.lanesInAll);
    for (const course of this.courses) course.meetsAt = course.lane.steps + between;
  }

  /** What these lanes say at the meeting that they wait for. */
  words(): readonly Word[] {
    return this.courses.map(({ lane, row, hasEnded, cooledTo }) => {
      const hasPlan = this.lanesInAll > 1 && lane.isBuilt;
      return { lane: row, hasEnded, at: cooledTo, present: hasPlan ? lane.present() : null, best: hasPlan ? lane.bestState() : null };
    });
  }

  /** Goes on from what all lanes say, in the order of their rows. If some are missing, it is over. */
  meet(words: readonly Word[]): void {
    for (const { best } of words) this.told = betterOf(this.told, best);
    const isLast = words.length < this.lanesInAll || words.some(({ hasEnded }) => hasEnded);
    if (isLast) for (const course of this.courses) if (!course.hasEnded) course.end();
    if (this.cooperation === "regions" && (this.phase !== "regions" || this.cut !== null)) this.joinRegions(words, isLast);
    else if (!isLast) this.exchange(words);
    if (isLast) this.close(words);
    this.hasMet = isLast;
    this.meetings++;
    if (this.phase === "regions" && this.cooperation !== "apart") this.setMeeting();
  }

  /** The worst lane goes on from where the best one is. */
  private exchange(words: readonly Word[]): void {
    const { best, worst } = bestAndWorst(words);
    if (best === worst) return;
    for (const { lane, row } of this.courses) if (row === words[worst]!.lane) lane.adopt(words[best]!.present!);
  }

  /**
   * All lanes go on from what they did in their regions, each in a new one. The first plan is made of parts that hang together, and its regions
   * stay until it has cooled; if it breaks rules, there are none until then.
   */
  private joinRegions(words: readonly Word[], isLast: boolean): void {
    const [first] = words;
    if (words.length < this.lanesInAll || first!.present === null) return;
    const joined = this.cut === null ? this.bestOf(words) : this.joined(words, isLast);
    this.told = betterOf(this.told, joined);
    if (isLast) return;
    const solution = this.courses[0]!.lane.read(joined);
    const wasBuilding = this.phase === "building";
    this.phase = wasBuilding && this.options.warm === null ? "cooling" : "regions";
    if (this.phase === "regions") this.cut = arePartable(solution.rounds.length, this.lanesInAll) ? this.cutOf(solution) : null;
    else if (joined.levels[0]! > 0) this.cut = null;
    this.base = joined;
    for (const { lane, row } of this.courses) {
      lane.adopt(joined);
      if (this.cut !== null) lane.confine?.(this.cut, row);
    }
  }

  private bestOf(words: readonly Word[]): LaneState {
    return words.reduce<LaneState | null>((best, { present }) => betterOf(best, present), null)!;
  }

  private cutOf(solution: Solution): Cut {
    return cutRegions(this.p, solution, this.lanesInAll, this.neighbours, Random.keyed(this.options.seed, "regions", this.meetings));
  }

  /** One state of those that the lanes have, or the best they had, each in its region; where that breaks more rules than any did alone, the best of them. */
  private joined(words: readonly Word[], ofBest: boolean): LaneState {
    const states = words.map(({ present, best }) => (ofBest ? best! : present!));
    const { lane } = this.courses[0]!;
    const isTimed = lane.adopt(lane.merge!(this.base!, states, this.cut!));
    const merged = lane.present();
    const most = Math.max(...states.map(({ levels }) => levels[0]!));
    if (isTimed && merged.levels[0]! <= most) return merged;
    const best = states.reduce((one, other) => betterOf(one, other)!);
    lane.adopt(best);
    return best;
  }

  /** The best state is finished by the lane that has it, or by the first. */
  private close(words: readonly Word[]): void {
    const { told } = this;
    const owner = words.find(({ best }) => best === told)?.lane ?? words[0]!.lane;
    const course = this.courses.find(({ row }) => row === owner);
    if (course === undefined) return;
    if (told !== null && compareLevels(told.levels, course.lane.bestLevels) !== 0) course.lane.adopt(told);
    this.closing = course;
  }

  /** Once done: is the result here, and not with a lane of another thread? */
  get hasResult(): boolean {
    return this.closing !== null;
  }

  /** The lane with the best state. */
  private get champion(): LaneLike {
    return this.courses.reduce((best, { lane }) => (compareLevels(lane.bestLevels, best.bestLevels) < 0 ? lane : best), this.courses[0]!.lane);
  }

  private newLane(row: number): LaneCourse {
    const { seed, warm, replay, share, onLane } = this.options;
    const laneSeed = Math.imul(seed, 1_000_003) + row;
    const lane = this.plain === null ? new Lane(this.p, this.neighbours, laneSeed, warm) : new PlainLane(this.p, this.plain, laneSeed, warm);
    onLane?.(lane);
    const steps = this.p.taskCount === 0 ? 0 : this.options.steps;
    const forSteps = 1 - (this.p.timeMatters ? END_SHARE.timed : END_SHARE.untimed);
    const used = share === null ? null : () => share() / forSteps;
    return new LaneCourse(lane, row, { steps, share: used, replay: replay?.filter((point) => point.lane === row) ?? null });
  }
}
