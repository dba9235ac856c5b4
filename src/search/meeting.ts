/** What lanes say to each other when they meet, and what follows from it: the same in every thread, since all hear the same. */
import type { Problem } from "../problem/problem.ts";
import { compareLevels } from "./acceptance.ts";
import type { LaneState } from "./laneLike.ts";

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
 * How the lanes of a search work together. apart: not at all. together: the worst goes on from where the best is. regions: the same at first;
 * later each changes a region of a common plan, which begins as the first lane's.
 */
export type Cooperation = "apart" | "together" | "regions";

/** Tasks and rounds per lane from which on lanes take a region each, and how far they must have cooled, in 1024ths: rounds all over the map cannot be parted. */
const TASKS_OF_REGION = 100;
const ROUNDS_OF_REGION = 6;
const REGIONS_FROM = 256;
/** Steps per task between two meetings. */
const STEPS_TOGETHER = 20;
const STEPS_IN_REGIONS = 1;
/** And at least. */
const FEWEST_STEPS = 1000;

export const cooperationFor = (p: Problem, lanes: number): Cooperation =>
  p.taskCount >= TASKS_OF_REGION * lanes && p.shiftCount >= ROUNDS_OF_REGION * lanes ? "regions" : "together";

/** Is it time to part a plan of so many rounds? */
export const areApart = (words: readonly Word[], rounds: number): boolean =>
  rounds >= ROUNDS_OF_REGION * words.length && words.every(({ at }) => at >= REGIONS_FROM);

/** Steps of a lane between two meetings. */
export const stepsBetween = (p: Problem, cooperation: Cooperation): number =>
  cooperation === "apart" ? Number.POSITIVE_INFINITY : Math.max(FEWEST_STEPS, p.taskCount * (cooperation === "regions" ? STEPS_IN_REGIONS : STEPS_TOGETHER));

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
