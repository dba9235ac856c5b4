import { idsOf, requireUnique } from "../references.ts";
import type { CaseRule } from "./caseIndex.ts";

const LISTS = [
  "places",
  "households",
  "clients",
  "needs",
  "staff",
  "shifts",
  "vehicles",
  "teams",
  "providers",
  "areas",
  "framePolicies",
  "tariffs",
] as const;

/** Names are unique within their list. */
export const uniqueIds: CaseRule = (town, _index, issues) => {
  for (const list of LISTS) requireUnique(idsOf(town[list]), "id", [list], issues);
  requireUnique(
    town.travel.map((travel) => travel.mode),
    "mode",
    ["travel"],
    issues,
  );
  town.clients.forEach((client, i) => {
    requireUnique(idsOf(client.implementationPlan?.goals), "id", ["clients", i, "implementationPlan", "goals"], issues);
  });
  town.shifts.forEach((shift, i) => {
    requireUnique(idsOf(shift.duties), "id", ["shifts", i, "duties"], issues);
  });
};
