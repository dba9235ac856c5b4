/** Solution to Plan and back: the only crossing besides compile. */
import { hashOf } from "../model/hash.ts";
import type { Plan, PlanOrigin } from "../model/plan.ts";
import type { Problem } from "./problem.ts";
import type { Round, Solution } from "./solution.ts";

/** The plan that a solution stands for; what no round serves is unserved, in the Demand's order. O(size of the Demand), which is hashed. */
export function decode(p: Problem, solution: Solution, origin: PlanOrigin): Plan {
  const { demand } = p;
  const served = new Uint8Array(p.taskCount);
  const shifts = solution.rounds.map((round) => ({
    shift: demand.shifts[round.shift]!.id,
    option: round.option - p.shifts.optionFrom[round.shift]!,
    begin: round.begin,
    end: round.end,
    tasks: round.tasks.map((task, i) => {
      served[task] = 1;
      const { id, place } = demand.tasks[task]!;
      const at = round.places[i]!;
      return {
        id,
        slot: round.slots[i]! - p.tasks.slotFrom[task]!,
        start: round.starts[i]!,
        end: round.starts[i]! + round.durations[i]!,
        ...((place === "neighbour" || place === "anywhere") && at >= 0 ? { at } : {}),
      };
    }),
  }));
  return {
    version: 1,
    demandHash: hashOf(demand),
    shifts,
    unserved: demand.tasks.filter((_, i) => served[i] === 0).map((t) => t.id),
    origin,
  };
}

/** The rounds of a plan in rows; shifts and tasks that the Demand does not know are left out. */
export function encode(p: Problem, plan: Pick<Plan, "shifts">): Solution {
  const shiftRow = new Map(p.demand.shifts.map((s, i) => [s.id, i]));
  const taskRow = new Map(p.demand.tasks.map((t, i) => [t.id, i]));
  const rounds: Round[] = [];
  for (const planned of plan.shifts) {
    const shift = shiftRow.get(planned.shift);
    if (shift === undefined) continue;
    const known = planned.tasks.filter((t) => taskRow.has(t.id));
    const option = p.shifts.optionFrom[shift]! + planned.option;
    rounds.push({
      shift,
      option: planned.option >= 0 && option < p.shifts.optionFrom[shift + 1]! ? option : p.shifts.optionFrom[shift]!,
      begin: planned.begin,
      end: planned.end,
      tasks: known.map((t) => taskRow.get(t.id)!),
      slots: known.map((t) => p.tasks.slotFrom[taskRow.get(t.id)!]! + t.slot),
      starts: known.map((t) => t.start),
      durations: known.map((t) => t.end - t.start),
      places: known.map((t) => t.at ?? -1),
    });
  }
  return { rounds };
}
