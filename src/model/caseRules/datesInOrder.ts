import type { IssueList, Path } from "../issueList.ts";
import type { CaseRule } from "./caseIndex.ts";

/** No last day lies before its first. */
export const datesInOrder: CaseRule = (town, _index, issues) => {
  town.clients.forEach((client, i) => {
    requireOrder(client.decision, ["clients", i, "decision"], issues);
    for (const [j, away] of (client.away ?? []).entries()) requireOrder(away, ["clients", i, "away", j], issues);
  });
  for (const [i, need] of town.needs.entries()) requireOrder(need, ["needs", i], issues);
  for (const [i, person] of town.staff.entries()) {
    for (const [j, skill] of person.skills.entries()) requireOrder(skill, ["staff", i, "skills", j], issues);
  }
};

/** ISO dates sort as text. */
function requireOrder({ from, to }: { readonly from?: string; readonly to?: string }, path: Path, issues: IssueList): void {
  if (from === undefined || to === undefined || from <= to) return;
  issues.add("dates-reversed", [...path, "to"], () => [`${to} is before ${from}.`, "Swap the two dates, or leave one out."]);
}
