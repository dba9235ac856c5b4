/** What a search needs of a lane, whichever engine it runs on. */
import type { Solution } from "../problem/solution.ts";
import type { FramesGap } from "./exact/frames.ts";
import type { Cut } from "./regions.ts";
import type { Turns } from "./turns.ts";

/** A state as lanes of one engine hand it to each other: plain data, which only they read. */
export interface LaneState {
  readonly levels: Float64Array;
  readonly ints: Int32Array;
}

/** Everything it does follows from problem, seed, steps, turns and what it adopts. */
export interface LaneLike {
  readonly steps: number;
  /** Is the first plan made, or another adopted? */
  readonly isBuilt: boolean;
  readonly turns: Turns;
  /** Of the best state since the last `adopt`. */
  readonly bestLevels: Float64Array;
  readonly frames: FramesGap | null;
  /** Does the next piece of the first plan; true: it is made. */
  build(): boolean;
  /** Sets the temperature for `progress`, 0 … 1. */
  cool(progress: number): void;
  /** Did `cool` ask to learn what moves cost? Steps wait for that. */
  readonly isLearning: boolean;
  /** Does the next piece of that; true: there is more. */
  learn(): boolean;
  /** Does `count` steps; true if the best has become better. */
  run(count: number): boolean;
  /** Does the next piece of the end, which looks only at the best state; true: that was all. */
  finish(): boolean;
  /** Ends where it stands, in place of what is left of `finish`. */
  leave(): void;
  /** Copies of the state that others may go on from, and of the best. */
  present(): LaneState;
  bestState(): LaneState;
  read(state: LaneState): Solution;
  /**
   * Goes on from `state`, which from now on is the best too, the whole problem open. False: it cannot be timed, and another must be
   * adopted before anything else.
   */
  adopt(state: LaneState): boolean;
  /** Of lanes that can work in regions: `base` with what lane k changed in region k in the k-th of `states`; its levels mean nothing until it is adopted. */
  merge?(base: LaneState, states: readonly LaneState[], cut: Cut): LaneState;
  /** Of these too: changes nothing outside region `lane` of `cut`, until the next `adopt`. */
  confine?(cut: Cut, lane: number): void;
}
