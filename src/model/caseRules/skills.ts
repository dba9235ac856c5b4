import type { Id } from "../../units.ts";
import type { Staff } from "../staff.ts";
import { show } from "../show.ts";
import { didYouMean } from "../suggest.ts";
import { type CaseRule, isEmpty, within } from "./caseIndex.ts";

/** Somebody has each skill while it is needed, and each trait that a client requires. */
export const skills: CaseRule = (town, { clients, period }, issues) => {
  const holders = holdersOf(town.staff);
  town.needs.forEach((need, i) => {
    const client = clients.get(need.client);
    const days = within(within(period, need), client?.decision ?? {});
    need.skills?.forEach((skill, j) => {
      const held = holders.get(skill);
      if (held === undefined) {
        issues.add("skill-nobody-has", ["needs", i, "skills", j], () => [
          `Nobody has the skill ${show(skill)}.`,
          didYouMean(skill, holders.keys(), "Give it to somebody, or do not ask for it."),
        ]);
      } else if (!isEmpty(days) && held.every((skillOfOne) => isEmpty(within(days, skillOfOne)))) {
        issues.add("delegation-expired", ["needs", i, "skills", j], () => [
          `Nobody has the skill ${show(skill)} on a day of the period on which ${show(need.id)} is in force.`,
          "Renew the delegation of somebody.",
        ]);
      }
    });
  });
  const traits = new Set(town.staff.flatMap((person) => person.traits ?? []));
  town.clients.forEach((client, i) => {
    client.requiredTraits?.forEach(({ trait }, j) => {
      if (traits.has(trait)) return;
      issues.add("trait-nobody-has", ["clients", i, "requiredTraits", j, "trait"], () => [
        `Nobody has the trait ${show(trait)}.`,
        didYouMean(trait, traits, "Give it to somebody, or do not require it."),
      ]);
    });
  });
};

function holdersOf(staff: readonly Staff[]): ReadonlyMap<Id, readonly Staff["skills"][number][]> {
  const holders = new Map<Id, Staff["skills"][number][]>();
  for (const skill of staff.flatMap((person) => person.skills)) {
    const held = holders.get(skill.id);
    if (held === undefined) holders.set(skill.id, [skill]);
    else held.push(skill);
  }
  return holders;
}
