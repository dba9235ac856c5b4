/** Who meets whom in the rounds laid: what people may refuse, and how many keys are needed, follows from it. */
import { addDays } from "../calendar/civil.ts";
import type { Client, Household, Need } from "../model/case.ts";
import type { Staff } from "../model/staff.ts";
import { Random } from "../random.ts";
import type { Id } from "../units.ts";
import type { TownParameters } from "./parameters.ts";
import type { WorkedRound } from "./roster.ts";

/** When keys are back at the base, in minutes since midnight: where the Case says nothing else. */
const KEYS_BACK_AT = [15 * 60, 22 * 60];

/** One person at one occasion. */
export interface Visit {
  readonly need: Id;
  readonly person: Id;
  /** `2026-03-23 1`: date and how often keys have been back by then. */
  readonly keyTime: string;
  readonly isSecond: boolean;
  /** By phone or camera. */
  readonly isRemote: boolean;
}

/** All occasions, also those that are not due, because somebody is away. */
export const visitsOf = (rounds: readonly WorkedRound[]): Visit[] =>
  rounds.flatMap(({ round, person, date }) =>
    round.pieces
      .filter(({ kind }) => kind === "visit" || kind === "second")
      .map(({ id, kind, start, place }) => {
        const later = Math.floor(start / 1440);
        const part = KEYS_BACK_AT.filter((back) => back <= start - later * 1440).length;
        return { need: id, person, keyTime: `${addDays(date, later)} ${part}`, isSecond: kind === "second", isRemote: place === undefined };
      }),
  );

/** Per client, how often each person comes. */
export function facesOf(visits: readonly Visit[], clientOf: (need: Id) => Id): ReadonlyMap<Id, ReadonlyMap<Id, number>> {
  const faces = new Map<Id, Map<Id, number>>();
  for (const { need, person } of visits) {
    const own = faces.get(clientOf(need)) ?? new Map<Id, number>();
    faces.set(clientOf(need), own.set(person, (own.get(person) ?? 0) + 1));
  }
  return faces;
}

/** Some of those who never come where there is a dog cannot meet one; the same with smoke. */
export function withAversions(staff: readonly Staff[], conditionsMet: ReadonlyMap<Id, ReadonlySet<Id>>, seed: number, { cannotMeetShare }: TownParameters): Staff[] {
  return staff.map((person) => {
    const random = Random.keyed(seed, "aversions", person.id);
    const cannotMeet = ["dog", "smoke"].filter((condition) => random.chance(cannotMeetShare) && !conditionsMet.get(person.id)?.has(condition));
    return cannotMeet.length > 0 ? { ...person, cannotMeet } : person;
  });
}

/** Conditions of the homes that each person comes to. */
export function conditionsMetBy(visits: readonly Visit[], homeOf: (need: Id) => Household): ReadonlyMap<Id, ReadonlySet<Id>> {
  const met = new Map<Id, Set<Id>>();
  for (const { need, person, isRemote } of visits) {
    if (isRemote) continue;
    const own = met.get(person) ?? new Set<Id>();
    for (const condition of homeOf(need).conditions ?? []) own.add(condition);
    met.set(person, own);
  }
  return met;
}

/** Some homes have only as many copies of their key as the rounds need at once. */
export function withKeys(households: readonly Household[], visits: readonly Visit[], homeOf: (need: Id) => Household, seed: number, { fewKeysShare }: TownParameters): Household[] {
  const groups = new Map<string, Set<Id>>();
  const most = new Map<Id, number>();
  for (const { need, person, keyTime, isSecond, isRemote } of visits) {
    if (isSecond || isRemote) continue; // who come together share a key
    const { id } = homeOf(need);
    const group = groups.get(`${id} ${keyTime}`) ?? new Set<Id>();
    groups.set(`${id} ${keyTime}`, group.add(person));
    most.set(id, Math.max(most.get(id) ?? 1, group.size));
  }
  return households.map((household) => {
    const { id, access } = household;
    const hasFew = access?.kind === "key" && Random.keyed(seed, "keys", id).chance(fewKeysShare);
    return hasFew ? { ...household, access: { ...access, keyCopies: most.get(id) ?? 1 } } : household;
  });
}

/** Staff who come to a client's showers. */
export const atShowersOf = (client: Client["id"], visits: readonly Visit[], needs: ReadonlyMap<Id, Need>, staff: ReadonlyMap<Id, Staff>): Staff[] => {
  const own = visits.filter(({ need }) => needs.get(need)?.class === "shower" && needs.get(need)?.client === client);
  return [...new Set(own.map(({ person }) => person))].flatMap((id) => staff.get(id) ?? []);
};
