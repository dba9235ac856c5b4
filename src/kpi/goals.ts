/** Implementation plans (*genomförandeplaner*): what is done for their goals, and whether they are followed up. */
import { addDays } from "../calendar/civil.ts";
import type { Case, Client, ImplementationPlan } from "../model/case.ts";
import type { CivilDate } from "../model/civil.ts";
import type { Id } from "../units.ts";
import { type Family, family } from "./kpi.ts";
import type { Occasion } from "./occasions.ts";

export type GoalMeasures = Family<"withActivity" | "followUpsOverdue" | "unapproved" | "firstVersions" | "withoutPlan">;

/** One client's implementation plan, as it stands at the end of the planned days. */
export interface PlanStatus {
  readonly client: Id;
  /** Absent: not stated. */
  readonly version?: number;
  readonly approvedBy?: string;
  readonly followUp?: CivilDate;
  /** Has the day of the follow-up come by the last planned day? */
  readonly overdue: boolean;
  readonly goals: readonly GoalStatus[];
}

export interface GoalStatus {
  readonly goal: Id;
  readonly lifeArea?: string;
  /** Occasions planned of needs that serve it, and their minutes of staff. */
  readonly occasions: number;
  readonly minutes: number;
}

/** In the order of the Case; clients without an implementation plan are absent. O(occasions + goals). */
export function planStatuses(town: Case, occasions: readonly Occasion[]): PlanStatus[] {
  const done = new Map<string, Occasion[]>();
  for (const occasion of occasions.filter(({ startMinute }) => startMinute !== null)) {
    const { client, goal } = occasion.need;
    if (goal === undefined) continue;
    const others = done.get(keyOf(client, goal));
    if (others === undefined) done.set(keyOf(client, goal), [occasion]);
    else others.push(occasion);
  }
  const until = addDays(town.period.from, town.period.days);
  return town.clients.flatMap(({ id, implementationPlan: plan }) => (plan === undefined ? [] : [statusOf(id, plan, until, done)]));
}

const keyOf = (client: Id, goal: Id): string => JSON.stringify([client, goal]);

function statusOf(
  client: Id,
  { goals = [], ...plan }: ImplementationPlan,
  until: CivilDate,
  done: ReadonlyMap<string, readonly Occasion[]>,
): PlanStatus {
  return {
    client,
    ...plan,
    overdue: plan.followUp !== undefined && plan.followUp < until,
    goals: goals.map(({ id, lifeArea }) => {
      const own = done.get(keyOf(client, id)) ?? [];
      return {
        goal: id,
        ...(lifeArea !== undefined && { lifeArea }),
        occasions: own.length,
        minutes: own.reduce((sum, { staffMinutes }) => sum + staffMinutes, 0),
      };
    }),
  };
}

export function goalFamily(clients: readonly Client[], plans: readonly PlanStatus[], comparable: boolean): GoalMeasures {
  const goals = plans.flatMap((plan) => plan.goals);
  const count = (is: (plan: PlanStatus) => boolean): number | null => (plans.length > 0 ? plans.filter(is).length : null);
  return family("goals", comparable, {
    withActivity: [
      goals.length > 0 ? (100 * goals.filter(({ occasions }) => occasions > 0).length) / goals.length : null,
      "%",
      "Goals of implementation plans that some planned visit serves, of all goals.",
    ],
    followUpsOverdue: [
      count(({ overdue }) => overdue),
      "count",
      "Implementation plans whose day of follow-up has come by the last planned day.",
    ],
    unapproved: [count(({ approvedBy = "" }) => approvedBy.trim() === ""), "count", "Implementation plans that nobody has approved."],
    firstVersions: [
      count(({ version = 1 }) => version <= 1),
      "count",
      "Implementation plans still in their first version, or without a number.",
    ],
    withoutPlan: [clients.length - plans.length, "count", "Clients without an implementation plan."],
  });
}
