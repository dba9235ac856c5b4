/** One lane's way through its budget: how far it has cooled, where it meets the others, when it ends. */
import type { LaneLike } from "./laneLike.ts";

/** Steps between two looks at the budget. */
const PIECE = 50;

/** Share of the time for mending a first plan that time has cut short. */
const MENDING = 0.1;

/** A lane's end among its breakpoints; below it, 1024ths of the way down. */
export const END = 1024;

/** From step `step` of lane `lane` on, the temperature stood at `at` / 1024 of the way down; at 1024 the lane ended. */
export interface Cooling {
  readonly lane: number;
  readonly step: number;
  readonly at: number;
  /** Where the lane ended before its first plan was made: tasks that had had their turn in it. */
  readonly turns?: number;
  /** Where there was no time for all of the end of the lane that had the best: pieces of it that were done. */
  readonly pieces?: number;
}

/** The budget as a lane sees it. */
export interface LaneBudget {
  /** Infinity: until the time is used. */
  readonly steps: number;
  /** Share of the time used; null where only steps count. */
  readonly share: (() => number) | null;
  /** Breakpoints of this lane to be followed instead. */
  readonly replay: readonly Cooling[] | null;
}

export class LaneCourse {
  readonly lane: LaneLike;
  /** In the whole search. */
  readonly row: number;
  /** Breakpoints so far. */
  readonly cooling: Cooling[] = [];
  /** Has the lane done its last step? */
  hasEnded = false;
  /** Step of its next meeting. */
  meetsAt = Number.POSITIVE_INFINITY;
  private readonly budget: LaneBudget;
  /** How far it has cooled, in 1024ths; -1: it has not begun. */
  cooledTo = -1;
  private replayAt = 0;

  constructor(lane: LaneLike, row: number, budget: LaneBudget) {
    this.lane = lane;
    this.row = row;
    this.budget = budget;
    const turns = budget.replay?.find((point) => point.turns !== undefined)?.turns;
    if (turns !== undefined) lane.turns.end(turns);
  }

  /** Is there no more time for a first plan, but to mend what there is of it? */
  isOver(): boolean {
    const { share, replay } = this.budget;
    return replay === null && share !== null && share() >= 1 - MENDING;
  }

  /** Does steps up to its next meeting, or ends where the budget is used or `stopped`. */
  advance(stopped: boolean): void {
    const { lane } = this;
    const { steps } = this.budget;
    const share = this.share();
    if (stopped || lane.steps >= steps || share >= 1) {
      this.hasEnded = true;
      if (stopped || lane.turns.areEnded || (share >= 1 && lane.steps < steps)) this.note(END);
      return;
    }
    if (!lane.isLearning) this.cool(share);
    if (lane.learn()) return;
    lane.run(Math.min(PIECE, steps - lane.steps, this.meetsAt - lane.steps));
  }

  /** Ends it where it waits for others that have ended. */
  end(): void {
    this.hasEnded = true;
    this.note(END);
  }

  /** Notes that its end was left after so many pieces. */
  noteLeft(pieces: number): void {
    if (this.cooledTo !== END) this.note(END);
    this.cooling.push({ ...this.cooling.pop()!, pieces });
  }

  /** Its breakpoints, had it ended here. */
  coolingToHere(): readonly Cooling[] {
    const { isBuilt, steps } = this.lane;
    const before = this.cooling.filter(({ step }) => step < steps);
    return [...before, { lane: this.row, step: steps, at: END, ...(isBuilt ? { pieces: 0 } : { turns: 0 }) }];
  }

  /** How far the lane has used its budget. */
  private share(): number {
    const { steps, share, replay } = this.budget;
    if (replay !== null) return this.replayed(replay) / END;
    const bySteps = Number.isFinite(steps) ? (steps === 0 ? 1 : this.lane.steps / steps) : 0;
    return share === null ? bySteps : Math.max(bySteps, share());
  }

  private cool(share: number): void {
    const at = Math.min(END, Math.floor(share * END));
    if (at === this.cooledTo) return;
    this.lane.cool(at / END);
    this.note(at);
  }

  private note(at: number): void {
    const { steps, turns } = this.lane;
    this.cooledTo = at;
    if (at === END && this.cooling.at(-1)?.step === steps) this.cooling.pop(); // what that asked for was not done
    this.cooling.push({ lane: this.row, step: steps, at, ...(at === END && turns.areEnded ? { turns: turns.taken } : {}) });
  }

  /** Where the recorded temperature stood at this step. */
  private replayed(replay: readonly Cooling[]): number {
    while (this.replayAt < replay.length && replay[this.replayAt]!.step <= this.lane.steps) this.replayAt++;
    if (replay.length === 0 && this.budget.steps === Number.POSITIVE_INFINITY) return END; // it was not recorded
    return replay[this.replayAt - 1]?.at ?? 0;
  }
}
