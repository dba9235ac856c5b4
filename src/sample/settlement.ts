/** The town itself: providers and their teams, households, and who lives where. */
import type { Case, Household, Team } from "../model/case.ts";
import type { Place } from "../model/place.ts";
import { Random } from "../random.ts";
import type { Id } from "../units.ts";
import { burdenOf } from "./archetypes.ts";
import type { TownWish } from "./options.ts";
import { baseSpot, homePlace, homeSpot, householdOf } from "./places.ts";
import { type Wish, wishesOf } from "./wishes.ts";

export interface Resident {
  readonly id: Id;
  readonly team: Id;
  readonly household: Id;
  readonly wishes: readonly Wish[];
}

export interface Settlement {
  readonly providers: NonNullable<Case["providers"]>;
  /** Teams by day, then the night patrols that work for all of a provider's clients. */
  readonly teams: readonly Team[];
  readonly areas: NonNullable<Case["areas"]>;
  /** Bases first. */
  readonly places: readonly Place[];
  readonly households: readonly Household[];
  readonly residents: readonly Resident[];
}

/** Draws the town. What a client is does not depend on how many others there are; only the team does. */
export function settle({ seed, clients, parameters }: TownWish): Settlement {
  const count = Math.max(1, Math.round(clients / Math.max(1, parameters.clientsPerTeam)));
  const names = Array.from({ length: count }, (_, i) => `team-${i + 1}`);
  const teamAt = (i: number): Id => names[Math.floor((i * count) / clients)] as Id;
  const ids = Array.from({ length: clients }, (_, i) => {
    const team = Math.floor((i * count) / clients);
    return `c${team + 1}-${i + 1 - Math.ceil((team * clients) / count)}`;
  });
  const isSecond = (i: number): boolean => i % 2 === 1 && i < clients && teamAt(i) === teamAt(i - 1) && Random.keyed(seed, "couple", (i - 1) / 2).chance(parameters.coupleShare);
  const householdAt = (i: number): Id => `household-${ids[isSecond(i) ? i - 1 : i]}`;
  const partnerAt = (i: number): { id: Id; isServed: boolean } | undefined =>
    isSecond(i) ? { id: ids[i - 1] as Id, isServed: true } : isSecond(i + 1) && i % 2 === 0 ? { id: ids[i + 1] as Id, isServed: false } : undefined;
  const residents = ids.map((id, i): Resident => {
    const wishes = wishesOf(id, burdenOf(i, seed, parameters.archetypes), parameters, Random.keyed(seed, "wishes", i), partnerAt(i));
    return { id, team: teamAt(i), household: householdAt(i), wishes };
  });
  const homes = new Map(residents.map(({ household, team }) => [household, team]));
  const providers = Array.from({ length: Math.min(Math.max(1, parameters.providers), count) }, (_, i) => ({ id: `provider-${i + 1}`, tariff: "tariff" }));
  const teams = names.map((id, i): Team => ({ id, base: `base-${id}`, provider: (providers[i % providers.length] as { id: Id }).id }));
  const nights = parameters.hasNights ? providers.map(({ id }, i): Team => ({ id: `night-${i + 1}`, base: `base-${names[i]}`, provider: id, isShared: true })) : [];
  const bases = names.map((_, i) => baseSpot(i, parameters));
  return {
    providers,
    teams: [...teams, ...nights],
    areas: names.map((name, i) => ({ id: `area-${i + 1}`, name: `Around ${name}` })),
    places: [
      ...names.map((name, i): Place => ({ id: `base-${name}`, ...(bases[i] as (typeof bases)[number]), area: `area-${i + 1}` })),
      ...[...homes].map(([household, team]) => {
        const i = names.indexOf(team);
        return homePlace(household, homeSpot(household, team, bases[i] as (typeof bases)[number], homes.size / count, seed, parameters), `area-${i + 1}`);
      }),
    ],
    households: [...homes.keys()].map((household) => householdOf(household, seed, parameters)),
    residents,
  };
}
