/** Clients: what is agreed with them, whom they know, want and refuse. */
import { addDays } from "../calendar/civil.ts";
import type { Client, Need } from "../model/case.ts";
import type { CivilDate } from "../model/civil.ts";
import type { Staff } from "../model/staff.ts";
import { Random } from "../random.ts";
import type { Id } from "../units.ts";
import { contactOf } from "./contacts.ts";
import { decisionOf } from "./decisions.ts";
import type { TownParameters } from "./parameters.ts";

export interface ClientWish {
  readonly seed: number;
  readonly id: Id;
  readonly household: Id;
  readonly team: Id;
  /** The client's own, and those of the household that serve the client too. */
  readonly needs: readonly Need[];
  /** The town's staff. */
  readonly staff: readonly Staff[];
  /** Who comes how often in the rounds laid. */
  readonly faces: ReadonlyMap<Id, number>;
  /** Who comes to the showers. */
  readonly atShowers: readonly Staff[];
  readonly period: { readonly from: CivilDate; readonly days: number };
}

/** Nobody who comes in the rounds laid is refused, so that there is a way to help everybody. */
export function clientOf({ seed, id, household, team, needs, staff, faces, atShowers, period }: ClientWish, parameters: TownParameters, random: Random): Client {
  const known = staff.filter((person) => faces.has(person.id));
  const permanent = staff.filter((person) => person.team === team && person.employment === "permanent");
  const contact = needs.some(({ often }) => often.per === "day") || parameters.archetypes.support ? contactOf(faces, staff) : undefined;
  const year = parameters.born[0] + random.below(parameters.born[1] - parameters.born[0] + 1);
  const born = `${year}-0${1 + random.below(9)}-${10 + random.below(19)}`;
  const begins = beginOf(period, parameters, Random.keyed(seed, "begin", household));
  const decision = decisionOf(id, needs, { period, from: begins }, parameters, random);
  const preferred = random.chance(parameters.preferredShare) ? random.shuffled(known).slice(0, 3) : [];
  const strangers = permanent.filter((person) => !faces.has(person.id) && person.id !== contact);
  const refused = random.chance(parameters.refusedShare) && strangers.length > 0 ? [random.pick(strangers).id] : [];
  const asksForWomen = random.chance(parameters.sameSexShare) && atShowers.length > 0 && atShowers.every(({ traits }) => traits?.includes("woman"));
  const plan = planOf(needs, contact, period, parameters, random);
  const history = historyOf(known, period.from, random);
  const away = awayOf(period, parameters, Random.keyed(seed, "away", household));
  return {
    id,
    household,
    born,
    team,
    decision,
    implementationPlan: plan,
    ...(contact !== undefined && { careContact: contact }),
    ...(preferred.length > 0 && { preferredStaff: preferred.map((person) => person.id) }),
    ...(refused.length > 0 && { refusedStaff: refused }),
    ...(asksForWomen && { requiredTraits: [{ trait: "woman", atClasses: ["shower"] }] }),
    ...(history.length > 0 && { history }),
    ...(away && { away: [away] }),
  };
}

/** Goals by life area. Some plans nobody has approved yet, and some should have been followed up. */
function planOf(needs: readonly Need[], contact: Id | undefined, period: ClientWish["period"], parameters: TownParameters, random: Random): NonNullable<Client["implementationPlan"]> {
  const [isApproved, isOverdue] = [random.chance(parameters.approvedShare), random.chance(parameters.overdueShare)];
  const days = 1 + random.below(parameters.followUpDays);
  const approvedBy = random.chance(0.7) ? "client" : (contact ?? "client");
  const version = 1 + random.below(4);
  return { ...(isApproved && { approvedBy }), version, followUp: addDays(period.from, isOverdue ? -Math.ceil(days / 3) : days), goals: goalsOf(needs) };
}

/** One per life area. */
export const goalOf = ({ lifeArea = "life" }: Pick<Need, "lifeArea">): Id => lifeArea.split(" ")[0] as Id;

const GOALS: Readonly<Record<Id, string>> = {
  d2: "Have days with a structure.",
  d5: "Manage body and health at home, with as much of it oneself as possible.",
  d6: "Eat well, in a home in order.",
  d7: "Have somebody to talk to.",
  d9: "Get out among people.",
  safety: "Feel safe, by night too.",
};

const goalsOf = (needs: readonly Need[]): NonNullable<NonNullable<Client["implementationPlan"]>["goals"]> =>
  [...new Map(needs.map((need) => [goalOf(need), need.lifeArea]))].map(([id, lifeArea]) => ({ id, text: GOALS[id] ?? "Live as before.", ...(lifeArea && { lifeArea }) }));

/** Whom the client met in the weeks before: mostly those who come now. */
const historyOf = (known: readonly Staff[], from: CivilDate, random: Random): NonNullable<Client["history"]> =>
  random
    .shuffled(known)
    .slice(0, 4)
    .map((person) => ({ staff: person.id, visits: 1 + random.below(8), last: addDays(from, -1 - random.below(10)) }));

/** The first day of help, where it is one of those planned. */
function beginOf({ from, days }: ClientWish["period"], { newShare }: TownParameters, random: Random): CivilDate | undefined {
  const [isNew, day] = [random.chance(newShare), random.below(days)];
  return isNew ? addDays(from, day) : undefined;
}

/** Some days in hospital, or with relatives: who live together are away together, so that nobody's rounds become longer. */
function awayOf({ from, days }: ClientWish["period"], parameters: TownParameters, random: Random): NonNullable<Client["away"]>[number] | undefined {
  const [isAway, first, inHospital] = [random.chance(parameters.awayShare), random.below(days), random.chance(0.6)];
  const [least, most] = parameters.awayDays;
  const length = least + random.below(most - least + 1);
  if (!isAway) return undefined;
  const to = addDays(from, first + length - 1);
  return { from: addDays(from, first), to, reason: inHospital ? "hospital" : "with relatives", kind: inHospital ? "unplanned" : "planned" };
}
