/** The best state of a lane, copied only where it is left: while one improvement follows another, nothing is copied. */
import type { Solution } from "../problem/solution.ts";
import { roundsOf, solutionFrom } from "./handover.ts";
import type { Objective } from "./objective.ts";

export class Best {
  /** Its levels. */
  readonly levels: Float64Array;
  private readonly objective: Objective;
  private readonly ints: Int32Array;
  /** Is it the present state? Then `ints` is an older one. */
  private isPresent = true;

  constructor(objective: Objective) {
    this.objective = objective;
    this.levels = objective.levels.slice();
    this.ints = new Int32Array(objective.st.trail.ints.length);
  }

  /** The present state, which has these levels, is the best. Call `leave` before another is kept. */
  note(levels: Float64Array): void {
    this.levels.set(levels);
    this.isPresent = true;
  }

  /** Call before anything is kept that does not make a better state: copies it as it is without the change under way. */
  leave(): void {
    if (this.isPresent) this.objective.st.trail.copyBefore(this.ints);
    this.isPresent = false;
  }

  /** Makes it the present state; sums must be computed anew. */
  restore(): void {
    const { trail } = this.objective.st;
    this.leave();
    trail.commit();
    trail.ints.set(this.ints);
  }

  /** As a Solution. No change may be under way. */
  solution(): Solution {
    return this.inPlace(() => solutionNow(this.objective));
  }

  /** Its rounds as `roundsOf` copies them. No change may be under way. */
  rounds(): Int32Array {
    const { st } = this.objective;
    return this.inPlace(() => {
      this.objective.complete();
      return roundsOf(st, st.trail.ints);
    });
  }

  /** What `read` finds where the state is this one. */
  private inPlace<T>(read: () => T): T {
    const { trail } = this.objective.st;
    if (this.isPresent) return read();
    const present = trail.ints.slice();
    trail.ints.set(this.ints);
    const found = read();
    trail.ints.set(present);
    return found;
  }
}

/** The present state as a Solution. No change may be under way. */
export function solutionNow(objective: Objective): Solution {
  objective.complete();
  return solutionFrom(objective.st, objective.st.trail.ints);
}
