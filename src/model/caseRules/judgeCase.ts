/** Everything that a Case of the right shape may still have wrong. */
import type { Case } from "../case.ts";
import type { IssueList } from "../issueList.ts";
import { type CaseRule, indexCase } from "./caseIndex.ts";
import { careContacts } from "./careContacts.ts";
import { clientReferences } from "./clientReferences.ts";
import { datesInOrder } from "./datesInOrder.ts";
import { daysApart } from "./daysApart.ts";
import { frames } from "./frames.ts";
import { gapContradictions } from "./gapContradictions.ts";
import { gapEnds } from "./gapEnds.ts";
import { introductions } from "./introductions.ts";
import { needMinutes } from "./needMinutes.ts";
import { overlappingShifts } from "./overlappingShifts.ts";
import { plannedTimes } from "./plannedTimes.ts";
import { sharedNeeds } from "./sharedNeeds.ts";
import { shiftBases } from "./shiftBases.ts";
import { skills } from "./skills.ts";
import { staffReferences } from "./staffReferences.ts";
import { tariffs } from "./tariffs.ts";
import { travelModes } from "./travelModes.ts";
import { uniqueIds } from "./uniqueIds.ts";
import { workWindows } from "./workWindows.ts";

const RULES: readonly CaseRule[] = [
  uniqueIds,
  clientReferences,
  staffReferences,
  travelModes,
  datesInOrder,
  frames,
  careContacts,
  skills,
  needMinutes,
  sharedNeeds,
  plannedTimes,
  daysApart,
  gapEnds,
  gapContradictions,
  shiftBases,
  workWindows,
  tariffs,
  introductions,
  overlappingShifts,
];

/** Reports every broken rule, rule by rule. */
export function judgeCase(town: Case, issues: IssueList): void {
  const index = indexCase(town);
  for (const rule of RULES) rule(town, index, issues);
}
