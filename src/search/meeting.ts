/** What lanes say to each other when they meet, and what follows from it: the same in every thread, since all hear the same. */
import type { Problem } from "../problem/problem.ts";
import { compareLevels } from "./acceptance.ts";
import type { LaneState } from "./laneLike.ts";
import { shiftsOfOne } from "./parts.ts";

/** Plain data. */
export interface Word {
  readonly lane: number;
  /** It has done its last step. */
  readonly hasEnded: boolean;
  /** How far it has cooled, in 1024ths. */
  readonly at: number;
  /** null: it has no plan yet. */
  readonly present: LaneState | null;
  readonly best: LaneState | null;
}

/**
 * How the lanes of a search work together. apart: not at all. together: the worst goes on from where the best is. regions: each changes a
 * region of a common plan. The first plan is made in parts, one for each lane's part of the map, and the lanes keep to these until they have cooled
 * somewhat: rounds that are all over the map cannot be parted. From then on the regions change at every meeting.
 */
export type Cooperation = "apart" | "together" | "regions";

/** Tasks, for each shift that a person has, and rounds per lane from which on lanes take a region each. */
const TASKS_OF_REGION = 600;
const ROUNDS_OF_REGION = 6;
/** How far they have cooled then, in 1024ths. */
export const REGIONS_FROM = 256;
/** Steps per task between two meetings: of the problem, and of the lane's region; and at least so many. */
const STEPS_TOGETHER = 20;
const STEPS_IN_REGIONS = 2;
const FEWEST_STEPS = 500;

export const cooperationFor = (p: Problem, lanes: number): Cooperation =>
  p.taskCount >= TASKS_OF_REGION * lanes * shiftsOfOne(p) && p.shiftCount >= ROUNDS_OF_REGION * lanes ? "regions" : "together";

/** Can a plan of so many rounds be parted between so many lanes? */
export const arePartable = (rounds: number, lanes: number): boolean => rounds >= ROUNDS_OF_REGION * lanes;

/** Steps of a lane until the next meeting, in regions of so many lanes, or in none (0). */
export const stepsBetween = (p: Problem, regions: number): number =>
  Math.max(FEWEST_STEPS, Math.ceil(regions === 0 ? p.taskCount * STEPS_TOGETHER : (p.taskCount * STEPS_IN_REGIONS) / regions));

/** The better; of equal ones the first. */
export const betterOf = (one: LaneState | null, other: LaneState | null): LaneState | null =>
  one === null || (other !== null && compareLevels(other.levels, one.levels) < 0) ? other : one;

/** Rows of the words with the best and the worst present state; of equal ones the first is the best, the last the worst. */
export function bestAndWorst(words: readonly Word[]): { readonly best: number; readonly worst: number } {
  let best = 0;
  let worst = 0;
  const levels = (k: number): Float64Array => words[k]!.present!.levels;
  for (let k = 1; k < words.length; k++) {
    if (compareLevels(levels(k), levels(best)) < 0) best = k;
    if (compareLevels(levels(k), levels(worst)) >= 0) worst = k;
  }
  return { best, worst };
}
