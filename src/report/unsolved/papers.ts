/** What lapses whatever the plan: delegations that end, follow-ups that have passed, implementation plans that nobody approved. */
import { addDays } from "../../calendar/civil.ts";
import type { Client } from "../../model/case.ts";
import type { CivilDate } from "../../model/civil.ts";
import { dayIndexAt } from "../../model/time.ts";
import type { Id } from "../../units.ts";
import { className } from "../classes.ts";
import { formatShortDate } from "../format.ts";
import type { View } from "../view.ts";
import type { Item } from "./item.ts";
import { UNSOLVED_WORDS } from "./words.ts";

export const paperItems = (view: View): Item[] => [...delegationItems(view), ...planItems(view)];

const lastDay = ({ town: { period } }: View): CivilDate => addDays(period.from, period.days - 1);

/** One per person and delegation whose last day lies in the period, unless the same person has it again the day after. */
function delegationItems(view: View): Item[] {
  const { town, locale, people } = view;
  const words = UNSOLVED_WORDS[locale].delegation;
  const last = lastDay(view);
  return town.staff.flatMap((person) =>
    person.skills.flatMap(({ id, to }): Item[] => {
      if (to === undefined || to < town.period.from || to > last) return [];
      const goesOn = person.skills.some((s) => s.id === id && (s.from ?? "") <= addDays(to, 1) && (s.to ?? "9") > to);
      if (goesOn) return [];
      const others = town.staff.filter((s) => s !== person && s.skills.some((x) => x.id === id && (x.from ?? "") <= town.period.from && (x.to ?? "9") >= last));
      const date = formatShortDate(to, locale);
      return [{
        kind: "delegation", isCallable: true, order: to, who: people.staff(person.id), when: "",
        fact: `${words.fact(className(id, locale), date)} ${words.after(visitsAfter(view, id, to), others.length)}`, action: words.renew(formatShortDate(addDays(to, 1), locale)),
      }];
    }),
  );
}

/** Occurrences of the period that need the skill and cannot be done by that day. */
function visitsAfter({ demand }: View, skill: Id, to: CivilDate): number {
  const later = demand.tasks.filter(({ who, slots }) => {
    const first = slots[0]?.start;
    return who.all?.includes(skill) === true && (demand.days[dayIndexAt(demand.days, first?.[0] ?? first?.[1] ?? 0)]?.date ?? "") > to;
  });
  return new Set(later.flatMap(({ id, serves }) => serves ?? [id])).size;
}

/** One per care contact and thing to do, since it is the contact who is called. */
function planItems(view: View): Item[] {
  const { town, locale, people } = view;
  const words = UNSOLVED_WORDS[locale].plans;
  const last = lastDay(view);
  const dated = (clients: readonly Client[]): string =>
    clients.map(({ id, implementationPlan }) => `${people.client(id)} ${formatShortDate(implementationPlan?.followUp ?? "", locale)}`).join(", ");
  const group = (order: string, chosen: (client: Client) => boolean, fact: (clients: readonly Client[]) => string, ask: (contact: string, clients: number) => string): Item[] =>
    byContact(town.clients.filter(chosen)).map(([contact, clients]) => ({
      kind: "plan", isCallable: true, order, count: clients.length, when: "", who: contact === undefined ? words.noContact : people.staff(contact),
      fact: fact(clients), action: contact === undefined ? words.nameContact : ask(people.staff(contact), clients.length),
    }));
  const followUp = (client: Client): string => client.implementationPlan?.followUp ?? "";
  return [
    ...group("1", (c) => followUp(c) !== "" && followUp(c) < town.period.from, (clients) => `${words.passed}: ${dated(clients)}.`, words.askFollowUp),
    ...group("2", (c) => followUp(c) >= town.period.from && followUp(c) <= last, (clients) => `${words.due}: ${dated(clients)}.`, words.askFollowUp),
    ...group("3", (c) => c.implementationPlan !== undefined && (c.implementationPlan.approvedBy ?? "") === "",
      (clients) => `${words.unapproved} ${clients.map(({ id }) => people.client(id)).join(", ")}.`, words.askApproval),
  ];
}

/** In the order in which contacts first occur. */
function byContact(clients: readonly Client[]): [Id | undefined, Client[]][] {
  const groups = new Map<Id | undefined, Client[]>();
  for (const client of clients) groups.set(client.careContact, [...(groups.get(client.careContact) ?? []), client]);
  return [...groups];
}
