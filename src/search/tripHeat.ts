/** How long trips between neighbours are: a scale for the heat that does not depend on the plan. */
import { NONE, type Problem } from "../problem/problem.ts";
import type { Neighbours } from "./neighbours.ts";
import { baseTicks } from "./travel.ts";

/** Neighbours of a task that it may well come to be beside. */
const NEAREST = 8;

/** Mean ticks of a trip from a task to one of its nearest neighbours, by the modes that shifts have. O(tasks). */
export function meanTrip(p: Problem, { list, width }: Neighbours): number {
  let sum = 0;
  let count = 0;
  for (let t = 0; t < p.taskCount && p.shiftCount > 0; t++) {
    const mode = p.shifts.optionMode[p.shifts.optionFrom[t % p.shiftCount]!]!;
    for (let k = t * width; k < t * width + Math.min(width, NEAREST); k++) {
      if (list[k] === NONE) break;
      sum += baseTicks(p, mode, p.tasks.place[t]!, p.tasks.place[list[k]!]!);
      count++;
    }
  }
  return count > 0 ? sum / count : 0;
}
