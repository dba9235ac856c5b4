import { idsOf, requireUnique } from "../references.ts";
import type { DemandRule } from "./demandIndex.ts";

/** Names are unique within their list. */
export const uniqueIds: DemandRule = (demand, _index, issues) => {
  for (const list of ["workers", "shifts", "pools", "tasks", "relations", "budgets", "clients"] as const) {
    requireUnique(idsOf(demand[list]), "id", [list], issues);
  }
  requireUnique(
    demand.travel.map((travel) => travel.mode),
    "mode",
    ["travel"],
    issues,
  );
  requireUnique(
    demand.terms.map((term) => term.name),
    "name",
    ["terms"],
    issues,
  );
};
