import type { IssueList, Path } from "../issueList.ts";
import type { CaseRule } from "./caseIndex.ts";

/** A frame grants minutes. */
export const frames: CaseRule = (town, _index, issues) => {
  town.clients.forEach(({ decision: { grants } }, i) => {
    if (grants.kind === "frame") requireMinutes(grants.minutes, ["clients", i, "decision", "grants", "minutes"], issues);
  });
  town.providers?.forEach(({ pool }, i) => {
    if (pool !== undefined) requireMinutes(pool.minutes, ["providers", i, "pool", "minutes"], issues);
  });
};

function requireMinutes(minutes: number, path: Path, issues: IssueList): void {
  if (minutes === 0)
    issues.add("frame-without-minutes", path, () => ["The frame grants 0 minutes.", "Write the minutes granted per period."]);
}
