/** Lays and mans the rounds of all teams: by day each its own, by night one patrol per provider. */
import type { Calendar } from "../../calendar/calendar.ts";
import type { CivilDate } from "../../model/civil.ts";
import type { TravelMode } from "../../model/place.ts";
import type { Staff } from "../../model/staff.ts";
import { project, straightMetres } from "../../travel/projection.ts";
import { tripSeconds } from "../../travel/seconds.ts";
import type { Id } from "../../units.ts";
import type { TownWish } from "../options.ts";
import { rosterOf, type WorkedRound } from "../roster.ts";
import type { Settlement } from "../settlement.ts";
import type { Wish } from "../wishes.ts";
import { Board } from "./board.ts";
import { layAll } from "./lay.ts";
import type { Home, Laid } from "./placing.ts";

export interface LaidTown {
  /** In the order of residents and their wishes. */
  readonly laid: readonly Laid[];
  readonly staff: readonly Staff[];
  readonly rounds: readonly WorkedRound[];
}

export function layTeams({ seed, period, parameters, clients }: TownWish, town: Settlement, mode: TravelMode, dates: readonly CivilDate[], calendar: Calendar): LaidTown {
  const travel = travelMinutes(town, mode);
  const placeOf = new Map(town.places.map(({ id }, i) => [id, i]));
  const homes = homesByClient(town, placeOf);
  const laid = new Map<Id, Laid>();
  const staff: Staff[] = [];
  const rounds: WorkedRound[] = [];
  let [left, ahead] = [Math.round(clients / parameters.clientsPerStaff), clients];
  for (const [nth, team] of [...town.teams].sort((a, b) => Number(b.isShared === true) - Number(a.isShared === true)).entries()) {
    const isNight = team.isShared === true;
    const own = town.residents.filter((resident) => (isNight ? town.teams.find(({ id }) => id === resident.team)?.provider === team.provider : resident.team === team.id));
    const wishes = own.flatMap((resident) => resident.wishes.filter((wish) => wish.isNight === isNight));
    const board = new Board(team.id, nth, { base: placeOf.get(team.base) as number, travel }, parameters);
    for (const one of layAll(board, wishes, ({ need }: Wish) => homes.get(need.client) as Home, parameters.clockStepMinutes)) laid.set(one.wish.need.id, one);
    const people = isNight ? 0 : Math.round((left * own.length) / Math.max(1, ahead));
    const roster = rosterOf({ seed, team: team.id, board, period, dates, calendar, people }, parameters);
    left -= roster.staff.length;
    if (!isNight) ahead -= own.length;
    staff.push(...roster.staff);
    rounds.push(...roster.rounds);
  }
  return { laid: town.residents.flatMap(({ wishes }) => wishes.map(({ need }) => laid.get(need.id) as Laid)), staff, rounds };
}

/** Whole minutes between places, rounded up, exactly as a Demand has the seconds. */
function travelMinutes({ places }: Settlement, { formula }: TravelMode): (from: number, to: number) => number {
  const points = project(places);
  const known = new Map<number, number>();
  return (from, to) => {
    const key = from * points.length + to;
    let minutes = known.get(key);
    if (minutes === undefined) {
      const [a, b] = [points[from], points[to]];
      minutes = a === undefined || b === undefined || formula === undefined || from === to ? 0 : Math.ceil(tripSeconds(formula, straightMetres(a, b)) / 60);
      known.set(key, minutes);
    }
    return minutes;
  };
}

function homesByClient({ residents, households }: Settlement, placeOf: ReadonlyMap<Id, number>): ReadonlyMap<Id, Home> {
  const byId = new Map(households.map((household) => [household.id, household]));
  return new Map(
    residents.map(({ id, household }) => {
      const home = byId.get(household);
      return [id, { place: placeOf.get(home?.place ?? "") as number, entryMinutes: home?.access?.entryMinutes ?? 1 }];
    }),
  );
}
