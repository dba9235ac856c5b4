/** Measuring a plan. */
import type { Case } from "../model/case.ts";
import type { Demand } from "../model/demand.ts";
import type { Plan } from "../model/plan.ts";
import type { Id } from "../units.ts";
import { continuityFamily } from "./continuity.ts";
import { fairnessFamily } from "./fairness.ts";
import { frameFamily } from "./frame.ts";
import { goalFamily, planStatuses } from "./goals.ts";
import { grantedFamily } from "./granted.ts";
import { ledgerOf } from "./ledger/frameLedger.ts";
import { type Lookup, lookUp } from "./lookup.ts";
import type { Measures } from "./measures.ts";
import { minutesByLifeArea, minutesByPurpose } from "./minutesBy.ts";
import { moneyFamily } from "./money.ts";
import { occasionsOf } from "./occasions.ts";
import { punctualityFamily } from "./punctuality.ts";
import type { Performed } from "./performed.ts";
import { type Round, walkRound } from "./round.ts";
import { timeFamily, timeUses } from "./timeUse.ts";
import { travelFamily } from "./travel.ts";
import { unstaffedFamily, unstaffedTasks } from "./unstaffed.ts";
import { workFamily } from "./work.ts";

/**
 * The numbers of a plan, from what the municipality knows, what was to be planned, and what was. The plan must be one
 * that `checkPlan` accepts, apart from visits left out; the measures do not judge. Throws RangeError where it or
 * `performed` names things that the Demand lacks. `performed`: what is known of the days
 * afterwards, read by frames, granted time and money. Default: all as planned.
 */
export function measure(town: Case, demand: Demand, plan: Plan, performed: Performed = {}): Measures {
  const look = lookUp(town, demand, plan);
  const rounds = walkRounds(demand, look, plan);
  const shifts = timeUses(demand, new Map(rounds.map((r): [Id, Round] => [r.shift.id, r])));
  const missing = unstaffedTasks(demand, plan, look);
  const complete = missing.length === 0;
  const ledger = ledgerOf({ town, demand, look, performed });
  const occasions = occasionsOf(demand, look);
  const plans = planStatuses(town, occasions);
  return {
    complete,
    unstaffed: unstaffedFamily(missing, look),
    time: timeFamily(shifts, demand.ticksPerMinute, complete),
    work: workFamily(town, demand, plan, look, rounds, shifts, complete),
    continuity: continuityFamily(town, demand, look, complete),
    granted: grantedFamily(look, demand, complete, performed, ledger),
    frame: frameFamily(town, demand, look, complete, ledger),
    goals: goalFamily(town.clients, plans, complete),
    punctuality: punctualityFamily(demand, look, complete),
    fairness: fairnessFamily(demand, rounds, complete),
    ...moneyFamily(town, demand, look, shifts, complete, performed),
    ...travelFamily(town, demand, rounds, complete),
    shifts,
    missing,
    plans,
    lifeAreas: minutesByLifeArea(town, occasions),
    purposes: minutesByPurpose(occasions),
  };
}

/** Every round of a plan, in the order of the Demand's shifts. */
export function walkRounds(demand: Demand, look: Pick<Lookup, "tasks" | "shifts">, plan: Plan): Round[] {
  const planned = new Map(plan.shifts.map((s) => [s.shift, s]));
  return demand.shifts.flatMap((shift) => {
    const round = planned.get(shift.id);
    return round === undefined ? [] : [walkRound(demand, look, round)];
  });
}
