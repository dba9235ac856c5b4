import { show } from "../show.ts";
import type { CaseRule } from "./caseIndex.ts";

/** A shift that somebody works has a base: its own, or that of its team or of the person's; and a home, where it starts there. */
export const shiftBases: CaseRule = (town, { staff }, issues) => {
  town.shifts.forEach((shift, i) => {
    if (shift.staff === undefined) return;
    const person = staff.get(shift.staff);
    if (shift.startsAt === "home" && person !== undefined && person.home === undefined) {
      issues.add("home-missing", ["shifts", i, "startsAt"], () => [
        `${show(shift.staff)} has no home.`,
        "Name the place of the person's home, or start at the base.",
      ]);
    }
    if (shift.base !== undefined) return;
    if (person === undefined || (shift.team ?? person.team) !== undefined) return;
    issues.add("shift-without-base", ["shifts", i], () => [
      `${show(shift.id)} has neither base nor team.`,
      "Give it a base, or a team that has one.",
    ]);
  });
};
