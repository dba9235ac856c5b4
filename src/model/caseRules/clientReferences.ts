import type { Client } from "../case.ts";
import type { IssueList } from "../issueList.ts";
import { byId, requireAllKnown, requireKnown } from "../references.ts";
import type { CaseIndex, CaseRule } from "./caseIndex.ts";

/** Places, households, clients and needs name what exists. */
export const clientReferences: CaseRule = (town, index, issues) => {
  for (const [i, place] of town.places.entries()) requireKnown(place.area, index.areas, "unknown-area", ["places", i, "area"], issues);
  for (const [i, household] of town.households.entries()) {
    requireKnown(household.place, index.places, "unknown-place", ["households", i, "place"], issues);
  }
  for (const [i, client] of town.clients.entries()) ofClient(client, i, index, issues);
  town.needs.forEach((need, i) => {
    requireKnown(need.client, index.clients, "unknown-client", ["needs", i, "client"], issues);
    for (const [j, gap] of (need.gaps ?? []).entries())
      requireKnown(gap.to, index.needs, "unknown-need", ["needs", i, "gaps", j, "to"], issues);
    const client = index.clients.get(need.client);
    if (client !== undefined) requireKnown(need.goal, byId(client.implementationPlan?.goals), "unknown-goal", ["needs", i, "goal"], issues);
  });
};

function ofClient(client: Client, i: number, index: CaseIndex, issues: IssueList): void {
  const { staff } = index;
  requireKnown(client.household, index.households, "unknown-household", ["clients", i, "household"], issues);
  requireKnown(client.team, index.teams, "unknown-team", ["clients", i, "team"], issues);
  requireKnown(client.provider, index.providers, "unknown-provider", ["clients", i, "provider"], issues);
  requireKnown(client.careContact, staff, "unknown-staff", ["clients", i, "careContact"], issues);
  requireAllKnown(client.preferredStaff, staff, "unknown-staff", ["clients", i, "preferredStaff"], issues);
  requireAllKnown(client.refusedStaff, staff, "unknown-staff", ["clients", i, "refusedStaff"], issues);
  for (const [j, met] of (client.history ?? []).entries()) {
    requireKnown(met.staff, staff, "unknown-staff", ["clients", i, "history", j, "staff"], issues);
  }
  const { grants } = client.decision;
  if (grants.kind === "frame") {
    requireKnown(grants.policy, index.policies, "unknown-policy", ["clients", i, "decision", "grants", "policy"], issues);
  }
}
