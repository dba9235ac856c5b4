/** Every plan of a tiny Demand, good or bad, with no rule known: the judge alone decides. Checks the reference itself. */
import { checkPlan } from "../../src/check/plan/checkPlan.ts";
import type { Demand } from "../../src/model/demand.ts";
import { hashOf } from "../../src/model/hash.ts";
import type { Plan, PlannedShift, PlannedTask } from "../../src/model/plan.ts";
import { compareScores } from "../../src/model/score.ts";

/** Levels of the best plan without issues whose times lie in [0, last] and whose tasks last at most `longest`; null: none. Undefined with more than `most` plans. */
export function bestOfEveryPlan(demand: Demand, last: number, longest: number, most: number): readonly number[] | null | undefined {
  const demandHash = hashOf(demand);
  let levels: readonly number[] | null = null;
  let judged = 0;
  for (const shifts of roundsFrom(demand, 0, new Set(), last, longest)) {
    const served = new Set(shifts.flatMap((s) => s.tasks.map((t) => t.id)));
    const unserved = demand.tasks.map((t) => t.id).filter((id) => !served.has(id));
    const plan: Plan = { version: 1, demandHash, shifts, unserved, origin: { tool: "every plan" } };
    const { issues, score } = checkPlan(demand, plan);
    if (++judged > most) return undefined;
    if (issues.length === 0 && (levels === null || compareScores(score, { levels }) < 0)) levels = score.levels;
  }
  return levels;
}

function* roundsFrom(demand: Demand, index: number, taken: ReadonlySet<string>, last: number, longest: number): Generator<PlannedShift[]> {
  const shift = demand.shifts[index];
  if (shift === undefined) {
    yield [];
    return;
  }
  for (const rest of roundsFrom(demand, index + 1, taken, last, longest)) yield rest;
  for (let option = 0; option < shift.options.length; option++) {
    for (let begin = 0; begin <= last; begin++) {
      for (const tasks of listsFrom(demand, begin, taken, last, longest)) {
        const taken2 = new Set([...taken, ...tasks.map((t) => t.id)]);
        for (let end = tasks.at(-1)?.end ?? last; end <= last; end++) {
          for (const rest of roundsFrom(demand, index + 1, taken2, last, longest)) {
            yield [{ shift: shift.id, option, begin, end, tasks }, ...rest];
          }
        }
      }
    }
  }
}

function* listsFrom(demand: Demand, from: number, taken: ReadonlySet<string>, last: number, longest: number): Generator<PlannedTask[]> {
  const placeCount = demand.travel[0]?.placeCount ?? 0;
  for (const task of demand.tasks) {
    if (taken.has(task.id)) continue;
    const open = task.place === "neighbour" || task.place === "anywhere";
    const places = open ? Array.from({ length: placeCount }, (_, at) => ({ at })) : [{}];
    for (let slot = 0; slot < task.slots.length; slot++) {
      for (const place of places) {
        for (let start = from; start <= last; start++) {
          for (let end = start; end <= Math.min(last, start + longest); end++) {
            const planned = { id: task.id, slot, start, end, ...place };
            yield [planned];
            for (const more of listsFrom(demand, end, new Set([...taken, task.id]), last, longest)) yield [planned, ...more];
          }
        }
      }
    }
  }
}
