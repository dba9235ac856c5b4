/** What a move does, seen over many tries that are all undone. */
import type { Move, Tools } from "../../../src/search/tools.ts";

/** Tasks that were taken out or put in, or whose round or place in it changed, and how often the move got as far as to be priced. */
export interface Seen {
  readonly tasks: ReadonlySet<number>;
  readonly priced: number;
  /** Least cost on the last level. */
  readonly best: number;
}

export function seenOf(move: Move, tools: Tools, tries = 300): Seen {
  const { draft, objective, ruin } = tools;
  const tasks = new Set<number>();
  let priced = 0;
  let best = Number.POSITIVE_INFINITY;
  for (let k = 0; k < tries; k++) {
    const good = move.try(tools);
    for (const task of draft.moved.list.subarray(0, draft.moved.count)) tasks.add(task);
    if (good) {
      priced++;
      const levels = draft.price();
      if (levels[0] === 0) best = Math.min(best, levels.at(-1)!);
    } else ruin.clear();
    draft.undo();
    objective.sumLevels();
  }
  return { tasks, priced, best };
}

/** Puts tasks into rounds in the given order, each as early as it can start. Throws where one cannot be timed. */
export function lay(tools: Tools, rounds: readonly (readonly number[])[]): void {
  const { draft, insertion, p, objective } = tools;
  const { blink } = insertion;
  insertion.blink = 0;
  rounds.forEach((tasks, r) => {
    for (const task of tasks) {
      const after = objective.st.prev[p.taskCount + r]!;
      const found = insertion.searchAfter(task, r, after);
      if (!found || !draft.put(task, r, after, insertion.slot, insertion.duration, insertion.side)) throw new Error(`task ${task} does not fit round ${r}`);
    }
  });
  insertion.blink = blink;
  draft.price();
  tools.keep();
}
