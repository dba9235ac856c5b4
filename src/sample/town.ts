/** A small town's home care, drawn from a seed: valid, staffed for its needs, in thin but realistic form. */
import type { Case, Client, Household, Need } from "../model/case.ts";
import type { Place } from "../model/place.ts";
import { UsageError } from "../errors.ts";
import { Random } from "../random.ts";
import { clientOf } from "./clients.ts";
import { ClockLevel } from "./clockLevel.ts";
import { namedClients, namedStaff } from "./names.ts";
import { CARE_SHARES, type CareLevel, needsOf } from "./needs.ts";
import { baseSpot, homePlace, homesAround, householdOf } from "./places.ts";
import { type Roster, rosterOf } from "./roster.ts";

/** More would hardly fit into one file. */
export const MOST_CLIENTS = 10_000;
/** As many as a Case may have. */
export const MOST_DAYS = 3660;

export interface TownOptions {
  /** Any whole number. Default 1. Equal options and seed give equal towns, in every engine. */
  readonly seed?: number;
  /** 1 to {@link MOST_CLIENTS}. Default 24. About one team per 30. */
  readonly clients?: number;
  /** 1 to {@link MOST_DAYS}. Default 7. */
  readonly days?: number;
  /** First day. Default Monday 2026-03-23, so that the week ends with 23 hours. */
  readonly from?: string;
  /** People per busy hour's work; more is slacker. Default 1.1. */
  readonly slack?: number;
  /** Who is granted a frame instead of interventions: share of clients. Default 0.5. */
  readonly frameShare?: number;
}

/** Draws a town. Throws {@link UsageError} on a seed, clients or days that are no such whole numbers. O(clients x days). */
export function sampleTown({
  seed = 1,
  clients = 24,
  days = 7,
  from = "2026-03-23",
  slack = 1.1,
  frameShare = 0.5,
}: TownOptions = {}): Case {
  if (!Number.isInteger(seed)) throw new UsageError(`seed is ${seed}. Give a whole number.`);
  requireWhole("clients", clients, MOST_CLIENTS);
  requireWhole("days", days, MOST_DAYS);
  const teamCount = Math.max(1, Math.round(clients / 30));
  const teams = Array.from({ length: teamCount }, (_, i) => {
    const count = Math.floor(clients / teamCount) + (i < clients % teamCount ? 1 : 0);
    return teamOf({ seed, name: `team-${i + 1}`, index: i, clients: count, days, from, slack, frameShare });
  });
  return {
    version: 1,
    name: `Sample town ${seed}`,
    timeZone: "Europe/Stockholm",
    period: { from, days },
    places: teams.flatMap((team) => team.places),
    travel: [
      { mode: "eBike", formula: { kmPerHour: 18, detour: 1.3, fixedSeconds: 60 }, co2GramsPerKm: 0 },
      { mode: "car", formula: { kmPerHour: 28, detour: 1.3, fixedSeconds: 180 }, co2GramsPerKm: 120 },
    ],
    households: teams.flatMap((team) => team.households),
    clients: namedClients(teams.flatMap((team) => team.clients), seed),
    needs: teams.flatMap((team) => team.needs),
    staff: namedStaff(teams.flatMap((team) => team.roster.staff), seed),
    shifts: teams.flatMap((team) => team.roster.shifts),
    vehicles: teams.map((team) => ({ id: `cars-${team.name}`, mode: "car", base: `base-${team.name}`, count: 2 })),
    teams: teams.map(({ name }) => ({ id: name, base: `base-${name}` })),
    framePolicies: [
      { id: "frame", scope: "client", carryOver: { mode: "withinPeriod" }, swap: { betweenPurposes: true, betweenDays: true } },
    ],
    agreement: { dailyRestHours: 11, weeklyRestHours: 36, maxStretchMinutes: 300 },
    practice: { documentationMinutesPerShift: 15, toleranceMinutes: 15 },
  };
}

function requireWhole(name: string, value: number, most: number): void {
  if (!(Number.isInteger(value) && value >= 1 && value <= most)) throw new UsageError(`${name} is ${value}. Give a whole number from 1 to ${most}.`);
}

interface TeamWish extends Required<TownOptions> {
  readonly name: string;
  readonly index: number;
}

interface TeamPart {
  readonly name: string;
  readonly places: readonly Place[];
  readonly households: readonly Household[];
  readonly clients: readonly Client[];
  readonly needs: readonly Need[];
  readonly roster: Roster;
}

function teamOf(wish: TeamWish): TeamPart {
  const { seed, name, days, from } = wish;
  const random = Random.keyed(seed, name);
  const base = baseSpot(wish.index);
  const ids = Array.from({ length: wish.clients }, (_, i) => `c${wish.index + 1}-${i + 1}`);
  const clock = new ClockLevel();
  const levels = random.shuffled(ids.map((_, i) => careLevelAt((i + 0.5) / ids.length)));
  const needs = ids.map((id, i) => needsOf(id, levels[i] as CareLevel, clock, random));
  const people = (begin: string, end: string): number => Math.max(2, Math.ceil(clock.peak(begin, end) * wish.slack));
  const dayPeople = people("11:00", "15:30");
  const roster = rosterOf(
    {
      team: name,
      from,
      days,
      dayPeople,
      morningPeople: Math.max(dayPeople, people("07:00", "11:30")),
      eveningPeople: people("15:30", "22:00"),
    },
    random,
  );
  const homeOf = ids.map((id, i) => (i > 0 && random.chance(0.06) ? (ids[i - 1] as string) : id));
  const homes = ids.filter((id) => homeOf.includes(id));
  const spots = homesAround(base, homes.length, 1.2, random);
  return {
    name,
    places: [{ id: `base-${name}`, ...base }, ...homes.map((id, i) => homePlace(id, spots[i] as { latitude: number; longitude: number }))],
    households: homes.map((id) => householdOf(id, random)),
    clients: ids.map((id, i) =>
      clientOf(
        {
          id,
          household: `household-${homeOf[i]}`,
          team: name,
          needs: needs[i] as Need[],
          staff: roster.staff,
          granting: random.chance(wish.frameShare) ? "frame" : "interventions",
          from,
        },
        random,
      ),
    ),
    needs: needs.flat(),
    roster,
  };
}

/** Level of the client at a rank from 0 to 1, so that every town has its share of each. */
function careLevelAt(rank: number): CareLevel {
  let percent = rank * 100;
  for (const [level, share] of CARE_SHARES) {
    percent -= share;
    if (percent < 0) return level;
  }
  return "heavy";
}
