import { requireAllKnown, requireKnown } from "../references.ts";
import type { CaseRule } from "./caseIndex.ts";

/** Staff, shifts, vehicles, teams and providers name what exists. */
export const staffReferences: CaseRule = (town, { staff, teams, providers, places, modes, tariffs }, issues) => {
  town.staff.forEach((person, i) => {
    requireKnown(person.team, teams, "unknown-team", ["staff", i, "team"], issues);
    requireKnown(person.provider, providers, "unknown-provider", ["staff", i, "provider"], issues);
    requireKnown(person.home, places, "unknown-place", ["staff", i, "home"], issues);
  });
  town.shifts.forEach((shift, i) => {
    requireKnown(shift.staff, staff, "unknown-staff", ["shifts", i, "staff"], issues);
    requireKnown(shift.team, teams, "unknown-team", ["shifts", i, "team"], issues);
    requireKnown(shift.base, places, "unknown-place", ["shifts", i, "base"], issues);
    requireAllKnown(shift.modes, modes, "unknown-mode", ["shifts", i, "modes"], issues);
  });
  town.vehicles?.forEach((pool, i) => {
    requireKnown(pool.mode, modes, "unknown-mode", ["vehicles", i, "mode"], issues);
    requireKnown(pool.base, places, "unknown-place", ["vehicles", i, "base"], issues);
  });
  town.teams?.forEach((team, i) => {
    requireKnown(team.base, places, "unknown-place", ["teams", i, "base"], issues);
    requireKnown(team.provider, providers, "unknown-provider", ["teams", i, "provider"], issues);
  });
  town.providers?.forEach((provider, i) => {
    requireKnown(provider.tariff, tariffs, "unknown-tariff", ["providers", i, "tariff"], issues);
  });
};
