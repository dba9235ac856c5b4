/** What must be judged again when a task or a shift has changed. */
import { flatten, type Lists } from "../problem/lists.ts";
import { KIND_CARE, NONE, OPEN, type Problem } from "../problem/problem.ts";
import { CLOCK_ELAPSED, GAP, ORDER } from "../problem/relations.ts";

export interface Links {
  /** [task] relations to judge when it is put in or taken out, when it is retimed, when its round has another order. */
  readonly relations: Lists;
  readonly gaps: Lists;
  readonly orders: Lists;
  /** [task] budgets that count it only within certain hours. */
  readonly hours: Lists;
  /** [shift] tasks that are asked for only if the shift is long. */
  readonly conditionals: Lists;
  /** [client] care of the client. */
  readonly clientTasks: Lists;
}

export function linksOf(p: Problem): Links {
  const { relations, budgets, taskCount } = p;
  // Timing itself keeps a gap in a fixed order by elapsed time.
  const judged = (k: number): boolean => !(relations.timed[k] === 1 && relations.eitherOrder[k] === 0 && relations.clock[k] === CLOCK_ELAPSED);
  const ofTask = (passes: (relation: number) => boolean): Lists => sublists(taskCount, relations.ofTaskFrom, relations.ofTask, passes);
  const clientTasks: number[][] = Array.from({ length: p.clientCount }, () => []);
  const conditionals: number[][] = Array.from({ length: p.shiftCount }, () => []);
  for (let t = 0; t < taskCount; t++) {
    const client = p.tasks.client[t]!;
    if (client !== NONE && p.tasks.kind[t] === KIND_CARE) clientTasks[client]!.push(t);
    if (p.tasks.ownShift[t]! !== NONE) conditionals[p.tasks.ownShift[t]!]!.push(t);
  }
  return {
    relations: ofTask(judged),
    gaps: ofTask((k) => relations.kind[k] === GAP && judged(k)),
    orders: ofTask((k) => relations.kind[k] === ORDER),
    hours: sublists(taskCount, budgets.ofTaskFrom, budgets.ofTask, (b) => budgets.withinFrom[b]! > -OPEN || budgets.withinTo[b]! < OPEN),
    conditionals: flatten(conditionals),
    clientTasks: flatten(clientTasks),
  };
}

/** The items of each list that pass. */
function sublists(count: number, from: Int32Array, items: Int32Array, passes: (item: number) => boolean): Lists {
  return flatten(Array.from({ length: count }, (_, i) => Array.from(items.subarray(from[i]!, from[i + 1]!)).filter(passes)));
}
