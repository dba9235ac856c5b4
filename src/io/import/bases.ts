/** Places of their own, and where each team's rounds start. */
import type { Team } from "../../model/case.ts";
import type { Place } from "../../model/place.ts";
import type { CaseShift, Staff } from "../../model/staff.ts";
import type { ClientParts } from "./clients.ts";
import type { Findings } from "./faults.ts";
import { freeId } from "./freeId.ts";
import { middleOf, type Spot, spotOf } from "./homes.ts";
import { REMARK, ROW } from "./messages.ts";
import type { Origins } from "./origins.ts";
import type { Table } from "./table.ts";

export interface NamedPlace extends Spot {
  readonly id: string;
  readonly team?: string;
}

export function readPlaces({ rows }: Table<"places">, origins: Origins): readonly NamedPlace[] {
  return rows.flatMap((row) => {
    const id = row.id("place");
    const spot = spotOf(row);
    const team = row.id("team");
    if (row.isBroken || id === undefined || spot === undefined) return [];
    origins.add("places", row);
    return [{ id, ...spot, ...(team !== undefined && { team }) }];
  });
}

/** Who has no team of their own. */
const EVERYBODY = "all";

export interface Bases {
  readonly teams: readonly Team[];
  /** Places that had to be made. */
  readonly made: readonly Place[];
  readonly shifts: readonly CaseShift[];
}

/**
 * Gives each team a base, and a base to shifts that somebody works and that belong to no team: the place that names the team, or else the only place that
 * names none, or else the middle of the clients.
 */
export function basesOf(
  names: readonly string[],
  places: readonly NamedPlace[],
  parts: ClientParts,
  staff: readonly Staff[],
  shifts: readonly CaseShift[],
  findings: Findings,
): Bases {
  const spots = new Map([...parts.homes, ...places].map((place) => [place.id, place] as const));
  const placeOf = new Map(parts.households.map(({ id, place }) => [id, place] as const));
  const free = places.filter(({ team }) => team === undefined);
  const made: Place[] = [];
  const taken = new Set(spots.keys());
  const baseFor = (team: string): string => {
    const named = places.find((place) => place.team === team) ?? (free.length === 1 ? free[0] : undefined);
    if (named !== undefined) return named.id;
    const own = parts.clients.filter((client) => client.team === team);
    const around = (own.length > 0 ? own : parts.clients).flatMap(({ household }) => spots.get(placeOf.get(household) ?? "") ?? []);
    const base = freeId(`base-${team}`, taken);
    made.push({ id: base, ...middleOf(around) });
    findings.note("places.csv", REMARK.middle(team === EVERYBODY ? undefined : team));
    return base;
  };
  const teams = names.map((id): Team => ({ id, base: baseFor(id) }));
  const teamed = new Set(staff.filter(({ team }) => team !== undefined).map(({ id }) => id));
  const isHomeless = ({ base, team, staff: person }: CaseShift): boolean =>
    base === undefined && team === undefined && person !== undefined && !teamed.has(person);
  if (!shifts.some(isHomeless)) return { teams, made, shifts };
  const base = baseFor(EVERYBODY);
  return { teams, made, shifts: shifts.map((shift) => (isHomeless(shift) ? { ...shift, base } : shift)) };
}

/** A client whose team has no staff would get no visits: that is a fault. */
export function requireStaffedTeams(clients: Table<"clients">, staff: Table<"staff">, shifts: Table<"shifts">): void {
  if (!staff.isWhole || !shifts.isWhole) return;
  const staffed = new Set(
    [...staff.rows.map((row) => row.raw("team")), ...shifts.rows.map((row) => row.raw("team"))].filter((team) => team !== ""),
  );
  const isAnybodyFree = staff.rows.some((row) => row.raw("team") === "");
  if (isAnybodyFree) return;
  for (const row of clients.rows) {
    const team = row.raw("team");
    if (team !== "" && !staffed.has(team)) row.fault("team", "unknown-team", ROW.unknownTeam(team, staffed));
  }
}
