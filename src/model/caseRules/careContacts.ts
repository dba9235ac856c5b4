import { show } from "../show.ts";
import type { CaseRule } from "./caseIndex.ts";

/** Nobody is both wanted and refused. */
export const careContacts: CaseRule = (town, _index, issues) => {
  town.clients.forEach(({ id, careContact, preferredStaff, refusedStaff }, i) => {
    for (const [j, refused] of (refusedStaff ?? []).entries()) {
      if (refused !== careContact && !preferredStaff?.includes(refused)) continue;
      issues.add("contact-refused", ["clients", i, "refusedStaff", j], () => [
        `${show(id)} refuses ${show(refused)}, who is also ${refused === careContact ? "the care contact" : "preferred"}.`,
        "Decide for one of the two.",
      ]);
    }
  });
};
