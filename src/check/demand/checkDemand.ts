/** The judge of Demands: is this a fair reading of the Case? Expands needs in its own way and knows no schedule model. */
import type { Issue } from "../../errors.ts";
import type { Case } from "../../model/case.ts";
import type { Demand } from "../../model/demand.ts";
import { hashOf } from "../../model/hash.ts";
import { checkCalendar } from "./calendar.ts";
import { checkCarried } from "./carried.ts";
import { checkCharged } from "./charged.ts";
import type { Report } from "./codes.ts";
import { checkContactTime } from "./contactTime.ts";
import { checkContracts } from "./contracts.ts";
import { checkCoupled } from "./coupled.ts";
import { checkCoverage } from "./coverage.ts";
import { checkDuties } from "./duties.ts";
import { factsOf } from "./facts.ts";
import { checkFrames } from "./frames.ts";
import { checkKeys } from "./keys.ts";
import { checkPromise } from "./promise.ts";
import { checkRoom } from "./room.ts";
import { checkRules } from "./rules.ts";
import { checkShifts } from "./shifts.ts";
import { checkStaff } from "./staff.ts";
import { checkSuited } from "./suited.ts";
import { checkTravel } from "./travel.ts";
import { checkWork } from "./work.ts";
import { checkMissed, checkWorth } from "./worth.ts";

/**
 * Judges a valid Demand against the valid Case it stands for: every need covered exactly as often as granted; windows,
 * minutes, spacing, skills and accounts within what was granted and agreed; shifts and staff as they are. Paths lead into the
 * Demand; codes are those of `DEMAND_ISSUE_CODES`. Terms (but that one counts what is left out), pins, `now` and a baseline are the
 * planner's and not judged.
 * A Demand whose calendar is wrong is not judged further. O(tasks x (staff + days)).
 */
export function checkDemand(of: Case, demand: Demand): { readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const report: Report = (code, path, message, fix) => void issues.push({ code, path, message, fix });
  if (demand.caseHash !== undefined && demand.caseHash !== hashOf(of)) {
    report(
      "wrong-case",
      ["caseHash"],
      `The demand was made from "${demand.caseHash}", this case is "${hashOf(of)}".`,
      "Make the demand anew.",
    );
  }
  const facts = factsOf(of, demand);
  if (!checkCalendar(facts, report)) return { issues };
  checkTravel(facts, report);
  checkStaff(facts, report);
  checkShifts(facts, report);
  checkDuties(facts, report);
  checkContactTime(facts, report);
  checkCoverage(facts, report);
  demand.tasks.forEach((task, at) => {
    const dues = (task.serves ?? []).flatMap((id) => facts.due.get(id) ?? []);
    if (dues.length === 0) return;
    checkWork(facts, { task, at }, dues, report);
    checkSuited(facts, { task, at }, dues, report);
    checkWorth(facts, { task, at }, dues, report);
    checkRoom(facts, { task, at }, dues, report);
    for (const due of dues) checkPromise(facts, { task, at }, due, report);
  });
  checkMissed(facts, report);
  checkCoupled(facts, report);
  checkRules(facts, report);
  checkKeys(facts, report);
  checkFrames(facts, report);
  checkCharged(facts, report);
  checkCarried(facts, report);
  checkContracts(facts, report);
  return { issues };
}
