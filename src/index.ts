/** hemtur: plans home care under any schedule model. The public surface, typed out. */

export { adopt } from "./check/adopt.ts";
export { checkDemand } from "./check/demand/checkDemand.ts";
export { DEMAND_ISSUE_CODES } from "./check/demand/codes.ts";
export { checkPlan } from "./check/plan/checkPlan.ts";
export { PLAN_ISSUE_CODES } from "./check/plan/codes.ts";
export { formatIssue, formatPath, InputError, isInputError, MAX_LISTED_ISSUES, UsageError } from "./errors.ts";
export { measure } from "./kpi/measure.ts";
export { kpiList } from "./kpi/measures.ts";
export { costAt, linear } from "./model/curve.ts";
export { canonicalJson, hashOf } from "./model/hash.ts";
export { ISSUE_CODES } from "./model/issueCodes.ts";
export { jsonSchema } from "./model/jsonSchema.ts";
export { readCase } from "./model/readCase.ts";
export { readDemand } from "./model/readDemand.ts";
export { readPlan } from "./model/readPlan.ts";
export { compareScores } from "./model/score.ts";
export { GROUPINGS } from "./model/term.ts";
export { demandFor } from "./schedule/demandFor.ts";
export { minute } from "./schedule/minute.ts";
export { ramtid } from "./schedule/ramtid.ts";
export { HOME_CARE_TERMS } from "./schedule/terms.ts";
export { AuditError } from "./solve/audit.ts";
export { solve, solveSync } from "./solve/solve.ts";
export { ThreadError, threadPool } from "./threads/pool.ts";

export type { Judgement } from "./check/plan/checkPlan.ts";
export type { Issue } from "./errors.ts";
export type { Kpi, KpiUnit } from "./kpi/kpi.ts";
export type { Measures } from "./kpi/measures.ts";
export type { MoneyMeasures, ProviderMoney } from "./kpi/money.ts";
export type { Performed } from "./kpi/revenue.ts";
export type { TimeUse } from "./kpi/timeUse.ts";
export type { UnstaffedReason, UnstaffedTask } from "./kpi/unstaffed.ts";
export type {
  Case, Client, Decision, FramePeriod, FramePolicy, Household, ImplementationPlan, LabourAgreement, Need, Practice, Provider, Recurrence, Tariff, Team, VehiclePool,
} from "./model/case.ts";
export type { Place, TravelMode } from "./model/place.ts";
export type { CivilDate, ClockTime, ClockWindow, Weekday } from "./model/civil.ts";
export type { Break, CaseShift, Duty, Staff } from "./model/staff.ts";
export type { Curve } from "./model/curve.ts";
export type { Budget, Day, Demand, DemandClient, Meeting, Pin, Pool, Shift, ShiftOption, Slot, Task, Travel, Who, Worker } from "./model/demand.ts";
export type { Plan, PlannedShift, PlannedTask, PlanOrigin } from "./model/plan.ts";
export type { DurationRelation, GapRelation, OrderRelation, PresenceRelation, Relation, WorkersRelation } from "./model/relation.ts";
export type { Score, TermScore } from "./model/score.ts";
export type { ClientMeasure, Measure, ShiftMeasure, TaskMeasure, Term } from "./model/term.ts";
export type { ModelSpec, Switches } from "./schedule/switches.ts";
export type { FramesGap } from "./search/exact/frames.ts";
export type { Progress, SolveOptions } from "./solve/options.ts";
export type { Cooling } from "./search/search.ts";
export type { LanePool, LanesFound, LanesJob, LanesNow, LanesWatch } from "./solve/pool.ts";
export type { Improvement, SolveResult, SolveRun, SolveStatus } from "./solve/result.ts";
export type { ThreadPool, ThreadPoolOptions } from "./threads/pool.ts";
export type { NodeWorkerLike, WebWorkerLike } from "./threads/thread.ts";
export type { Id, Span, Tick } from "./units.ts";
