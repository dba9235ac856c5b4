/** Rounds as people drive them, told as a plan that the rules can be held against. */
import { adopt } from "../check/adopt.ts";
import { linear } from "../model/curve.ts";
import type { Demand } from "../model/demand.ts";
import type { Plan } from "../model/plan.ts";
import type { Term } from "../model/term.ts";
import type { SolveOptions } from "../solve/options.ts";
import { solve } from "../solve/solve.ts";
import type { Id } from "../units.ts";

/** A minute away from the time written costs as much as five on the way, so that times stay and only what the rules ask for gives way. */
const STAY: Term = { name: "stay", level: 2, measure: "moved", unit: "minute", per: "plan", reduce: "sum", curve: linear(5) };

const STEPS_PER_TASK = 300;

export interface SettledRounds {
  readonly plan: Plan;
  /** Tasks of the rounds that fit in nowhere beside the others of their shift, in the order of the Demand. */
  readonly left: readonly Id[];
}

/**
 * Everybody keeps the visits written, as near to their times as travel, breaks and duties allow; breaks, duties and documentation are put in. Visits
 * that are in no round stay in none. `rounds` answers `demand`, and so does the plan. The same every time, unless `signal` ends it.
 */
export async function settleRounds(demand: Demand, rounds: Plan, options: Pick<SolveOptions, "signal" | "onProgress"> = {}): Promise<SettledRounds> {
  const shiftOf = new Map(rounds.shifts.flatMap(({ shift, tasks }) => tasks.map(({ id }) => [id, shift] as const)));
  const tasks = demand.tasks
    .filter(({ id, serves = [] }) => serves.length === 0 || shiftOf.has(id))
    .map((task) => {
      const shift = shiftOf.get(task.id);
      return shift === undefined ? task : { ...task, who: { ...task.who, shifts: [shift] } };
    });
  const kept = new Set(tasks.map(({ id }) => id));
  const only = (ids: readonly Id[]): Id[] => ids.filter((id) => kept.has(id));
  const held: Demand = {
    ...demand,
    tasks,
    relations: demand.relations.map((one) => ({ ...one, tasks: only(one.tasks) })).filter((one) => one.tasks.length >= (one.kind === "presence" ? 1 : 2)),
    pins: demand.pins.filter(({ task, after = task }) => kept.has(task) && kept.has(after)),
    budgets: demand.budgets.map((one) => (one.of === "task" ? { ...one, members: only(one.members) } : one)),
    terms: [...demand.terms, STAY],
    baseline: rounds.shifts,
  };
  const found = await solve(held, { ...options, seed: 1, steps: STEPS_PER_TASK * tasks.length }).result;
  const served = new Set(found.plan.shifts.flatMap((shift) => shift.tasks.map(({ id }) => id)));
  return { plan: { ...adopt(found.plan, demand), origin: rounds.origin }, left: demand.tasks.flatMap(({ id }) => (shiftOf.has(id) && !served.has(id) ? [id] : [])) };
}
