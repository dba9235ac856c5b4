/** What a plan is measured by: named numbers with units and definitions. No number here reads which schedule model made the Demand. */
import type { ContinuityMeasures } from "./continuity.ts";
import type { FairnessMeasures } from "./fairness.ts";
import type { FrameMeasures } from "./frame.ts";
import type { GoalMeasures, PlanStatus } from "./goals.ts";
import type { GrantedMeasures } from "./granted.ts";
import type { Kpi } from "./kpi.ts";
import type { MinutesFor } from "./minutesBy.ts";
import type { MoneyMeasures, ProviderMoney } from "./money.ts";
import type { PunctualityMeasures } from "./punctuality.ts";
import type { TimeMeasures, TimeUse } from "./timeUse.ts";
import type { TravelMeasures, ModeTravel } from "./travel.ts";
import type { UnstaffedMeasures, UnstaffedTask } from "./unstaffed.ts";
import type { WorkMeasures } from "./work.ts";

export interface Measures {
  /** True: no visit is unstaffed, so that plans may be compared. */
  readonly complete: boolean;
  readonly unstaffed: UnstaffedMeasures;
  readonly time: TimeMeasures;
  readonly work: WorkMeasures;
  readonly continuity: ContinuityMeasures;
  readonly granted: GrantedMeasures;
  readonly frame: FrameMeasures;
  readonly goals: GoalMeasures;
  readonly punctuality: PunctualityMeasures;
  readonly fairness: FairnessMeasures;
  readonly travel: TravelMeasures;
  readonly money: MoneyMeasures;
  /** The same for each provider, in the order of the Case; empty where there are not several. */
  readonly providers: readonly ProviderMoney[];
  readonly modes: readonly ModeTravel[];
  /** Every shift that is paid, in the order of the Demand: in ticks, balanced. */
  readonly shifts: readonly TimeUse[];
  /** What is not staffed, in the order of the Demand. */
  readonly missing: readonly UnstaffedTask[];
  /** Implementation plans with their goals and follow-up, in the order of the Case. */
  readonly plans: readonly PlanStatus[];
  /** Minutes by ICF life area, and by purpose. */
  readonly lifeAreas: readonly MinutesFor[];
  readonly purposes: readonly MinutesFor[];
}

/** Every number in reading order: what is wrong first, then clients, staff, time, travel, money. */
export function kpiList(measures: Measures): Kpi[] {
  const { unstaffed, continuity, punctuality, granted, frame, goals, work, time, fairness, travel, modes, money, providers } = measures;
  const families = [unstaffed, continuity, punctuality, granted, frame, goals, work, fairness, time, travel];
  return [...families.flatMap((f) => Object.values<Kpi>(f)), ...modes.flatMap((m) => [m.minutes, m.km]), ...Object.values<Kpi>(money), ...providers.flatMap((p) => Object.values<Kpi>(p.money))];
}
