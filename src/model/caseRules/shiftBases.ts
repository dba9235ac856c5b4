import { show } from "../show.ts";
import type { CaseRule } from "./caseIndex.ts";

/** A shift that somebody works has a base: its own, or that of its team or of the person's. */
export const shiftBases: CaseRule = (town, { staff }, issues) => {
  town.shifts.forEach((shift, i) => {
    if (shift.staff === undefined || shift.base !== undefined) return;
    const person = staff.get(shift.staff);
    if (person === undefined || (shift.team ?? person.team) !== undefined) return;
    issues.add("shift-without-base", ["shifts", i], () => [
      `${show(shift.id)} has neither base nor team.`,
      "Give it a base, or a team that has one.",
    ]);
  });
};
