/** The best state of a lane, copied only where it is left: while one improvement follows another, nothing is copied. */
import type { Round, Solution } from "../problem/solution.ts";
import type { Objective } from "./objective.ts";
import type { State } from "./state.ts";

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

  /** As rounds. No change may be under way. */
  solution(): Solution {
    const { trail } = this.objective.st;
    if (this.isPresent) return solutionNow(this.objective);
    const present = trail.ints.slice();
    trail.ints.set(this.ints);
    const solution = solutionNow(this.objective);
    trail.ints.set(present);
    return solution;
  }
}

/** The present state as rounds. No change may be under way. */
export function solutionNow(objective: Objective): Solution {
  objective.complete();
  const { st } = objective;
  const rounds: Round[] = [];
  for (let r = 0; r < st.p.shiftCount; r++) if (st.size[r]! > 0) rounds.push(roundOf(st, r));
  return { rounds };
}

function roundOf(st: State, r: number): Round {
  const tasks: number[] = [];
  for (let v = st.next[st.taskCount + r]!; v < st.taskCount; v = st.next[v]!) tasks.push(v);
  return {
    shift: r,
    option: st.option[r]!,
    begin: st.begin[r]!,
    end: st.end[r]!,
    tasks,
    slots: tasks.map((t) => st.slotOf[t]!),
    starts: tasks.map((t) => st.when[t]!),
    durations: tasks.map((t) => st.duration[t]!),
    places: tasks.map((t) => st.place[t]!),
  };
}
