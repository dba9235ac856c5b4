import { byId, requireKnown } from "../references.ts";
import { show } from "../show.ts";
import type { CaseRule } from "./caseIndex.ts";

/** Who is introduced follows somebody else's round on the same day. */
export const introductions: CaseRule = (town, _index, issues) => {
  const shifts = byId(town.shifts);
  town.shifts.forEach(({ introducedIn, date, staff }, i) => {
    if (introducedIn === undefined) return;
    const path = ["shifts", i, "introducedIn"];
    requireKnown(introducedIn, shifts, "unknown-shift", path, issues);
    const other = shifts.get(introducedIn);
    if (other === undefined) return;
    if (other.date === date && other.introducedIn === undefined && other.staff !== undefined && other.staff !== staff) return;
    issues.add("introduction-apart", path, () => [
      `${show(introducedIn)} is no round of somebody else on ${date}.`,
      "Name a shift of that date that somebody else works.",
    ]);
  });
};
