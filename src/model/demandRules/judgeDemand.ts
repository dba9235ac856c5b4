/** Everything that a Demand of the right shape may still have wrong. */
import type { Demand } from "../demand.ts";
import type { IssueList } from "../issueList.ts";
import { baselineIndices } from "./baselineIndices.ts";
import { budgets } from "./budgets.ts";
import { conditionalTasks } from "./conditionalTasks.ts";
import { curvesInOrder } from "./curvesInOrder.ts";
import { daysInOrder } from "./daysInOrder.ts";
import { type DemandRule, indexDemand } from "./demandIndex.ts";
import { eligibility } from "./eligibility.ts";
import { gapDeadlock } from "./gapDeadlock.ts";
import { overlappingShifts } from "./overlappingShifts.ts";
import { pins } from "./pins.ts";
import { placesInRange } from "./placesInRange.ts";
import { relationMembers } from "./relationMembers.ts";
import { restWindows } from "./restWindows.ts";
import { shiftReferences } from "./shiftReferences.ts";
import { shiftTimes } from "./shiftTimes.ts";
import { spansInOrder } from "./spansInOrder.ts";
import { taskReferences } from "./taskReferences.ts";
import { terms } from "./terms.ts";
import { travelData } from "./travelData.ts";
import { travelProfiles } from "./travelProfiles.ts";
import { uniqueIds } from "./uniqueIds.ts";
import { windowsLongEnough } from "./windowsLongEnough.ts";

/** Without these a Demand means nothing: names that lead somewhere, values in order. */
const MEANING: readonly DemandRule[] = [
  uniqueIds,
  shiftReferences,
  taskReferences,
  daysInOrder,
  travelData,
  travelProfiles,
  placesInRange,
  spansInOrder,
  curvesInOrder,
  restWindows,
  conditionalTasks,
  relationMembers,
  baselineIndices,
  terms,
];
/** What they find wrong, no plan can do, though it may do the rest. */
const POSSIBILITY: readonly DemandRule[] = [shiftTimes, overlappingShifts, windowsLongEnough, eligibility, gapDeadlock, budgets, pins];

const judge =
  (rules: readonly DemandRule[]) =>
  (demand: Demand, issues: IssueList): void => {
    const index = indexDemand(demand);
    for (const rule of rules) rule(demand, index, issues);
  };

/** Reports every broken rule, rule by rule. */
export const judgeDemand = judge([...MEANING, ...POSSIBILITY]);

/** Reports what makes no sense, but not what merely cannot be done. */
export const judgeMeaning = judge(MEANING);
