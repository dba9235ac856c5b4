/** One client: decision, care contact, refusals, history. */
import { addDays } from "../calendar/civil.ts";
import type { Client, Decision, Need } from "../model/case.ts";
import type { Staff } from "../model/staff.ts";
import type { Random } from "../random.ts";

export interface ClientWish {
  readonly id: string;
  readonly household: string;
  readonly team: string;
  readonly needs: readonly Need[];
  /** The team's staff. */
  readonly staff: readonly Staff[];
  readonly granting: "frame" | "interventions";
  /** First day of the period. */
  readonly from: string;
}

export function clientOf({ id, household, team, needs, staff, granting, from }: ClientWish, random: Random): Client {
  const permanent = staff.filter(({ employment }) => employment === "permanent");
  const hasCare = needs.some(({ often }) => often.per === "day");
  const hasIntimateCare = needs.some(({ class: work }) => work === "shower");
  const preferred = random.chance(0.25) ? random.shuffled(permanent).slice(0, 3) : [];
  const contact = random.pick(permanent);
  const refused = random.chance(0.08) ? permanent.slice(3).filter((person) => person !== contact && !preferred.includes(person)) : [];
  return {
    id,
    household,
    team,
    born: `${1930 + random.below(28)}-0${1 + random.below(9)}-15`,
    decision: decisionOf(needs, granting),
    implementationPlan: { version: 1, goals: [{ id: "g1", text: hasCare ? "Manage everyday life at home." : "Keep the home in order." }] },
    ...(hasCare && { careContact: contact.id, history: historyOf(permanent, from, random) }),
    ...(preferred.length > 0 && { preferredStaff: preferred.map((person) => person.id) }),
    ...(refused.length > 0 && { refusedStaff: [random.pick(refused).id] }),
    ...(hasIntimateCare && random.chance(0.2) && { requiredTraits: [{ trait: "woman", atClasses: ["shower"] }] }),
  };
}

/** A frame is the template minutes of four weeks, nurse-delegated work left out. */
function decisionOf(needs: readonly Need[], granting: "frame" | "interventions"): Decision {
  if (granting === "interventions") return { basis: "SoL", grants: { kind: "interventions" } };
  const minutes = needs.filter(({ basis }) => basis !== "HSL").reduce((sum, need) => sum + need.minutes * timesInFourWeeks(need), 0);
  return { basis: "SoL", grants: { kind: "frame", minutes: Math.round(minutes), per: "fourWeeks", policy: "frame" } };
}

const timesInFourWeeks = ({ often }: Need): number =>
  (often.times * (often.per === "day" ? (often.weekdays?.length ?? 7) * 4 : 4)) / (often.everyWeeks ?? 1);

/** Whom the client met in the fortnight before. */
const historyOf = (permanent: readonly Staff[], from: string, random: Random): NonNullable<Client["history"]> =>
  random
    .shuffled(permanent)
    .slice(0, 2)
    .map((person) => ({ staff: person.id, visits: 1 + random.below(6), last: addDays(from, -1 - random.below(7)) }));
