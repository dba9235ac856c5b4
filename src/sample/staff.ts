/** People: contracts, delegations that end, what they cannot meet. */
import { addDays } from "../calendar/civil.ts";
import type { CivilDate } from "../model/civil.ts";
import type { Staff } from "../model/staff.ts";
import { Random } from "../random.ts";
import type { Id } from "../units.ts";
import { evenRank } from "./archetypes.ts";
import type { TownParameters } from "./parameters.ts";
import type { ContractKind } from "./staffParameters.ts";

/** A delegation for all that nurses delegate here. */
export const DELEGATIONS = ["medicine", "insulin"] as const;

/** Skill of those who may be care contacts. */
export const ASSISTANT_NURSE = "assistantNurse";

export interface StaffWish {
  readonly seed: number;
  readonly team: Id;
  readonly contract: ContractKind | "hourly";
  /** Number among the team's people. */
  readonly nth: number;
  readonly period: { readonly from: CivilDate; readonly days: number };
  /** Must somebody have delegations, because there is nobody else? */
  readonly isDelegated?: boolean;
}

/** One of the staff, by a draw of its own. */
export function staffOf({ seed, team, contract, nth, period, isDelegated = false }: StaffWish, parameters: TownParameters): Staff {
  const id = `${team}-${contract === "hourly" ? "hourly" : contract.name}-${nth}`;
  const random = Random.keyed(seed, "staff", id);
  const isWoman = random.chance(parameters.womenShare);
  const drawn = random.chance(contract === "hourly" ? parameters.hourlyDelegationShare : 1);
  const ends = random.chance(parameters.endingShare) && !isDelegated;
  const to = addDays(period.from, ends ? random.below(period.days) : period.days + 10 + random.below(300));
  const worked = random.chance(parameters.workedShare);
  const delegations = drawn || isDelegated ? DELEGATIONS.map((skill) => ({ id: skill, to })) : [];
  return {
    id,
    team,
    employment: contract === "hourly" ? "hourly" : "permanent",
    skills: [...(contract === "hourly" ? [] : [{ id: ASSISTANT_NURSE }]), ...delegations],
    traits: [isWoman ? "woman" : "man"],
    contract: { minutesPerWeek: contract === "hourly" ? 0 : contract.minutesPerWeek },
    ...(worked && { workedUntil: `${addDays(period.from, -1)}T${contract !== "hourly" && contract.kinds[0] === "evening" ? "21:30" : "15:30"}` }),
  };
}

/** Weeks, counted from the first, in which number `nth` of the permanent staff is on holiday: spread evenly, as holidays are granted. */
export const holidaysOf = (seed: number, nth: number, weeks: number, { holidayShare }: TownParameters): ReadonlySet<number> =>
  new Set(Array.from({ length: weeks }, (_, week) => week).filter((week) => evenRank(Random.keyed(seed, "holiday", week).next(), nth) < holidayShare));

/** May this person do delegated work from this date into the next? */
export const isDelegatedOn = ({ skills }: Staff, date: CivilDate): boolean =>
  DELEGATIONS.every((skill) => skills.some(({ id, to = "9999-12-31" }) => id === skill && to > date));
