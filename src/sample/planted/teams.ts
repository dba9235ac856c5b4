/** Lays and mans the rounds of all teams: by day each its own, by night one patrol per provider. */
import type { Calendar } from "../../calendar/calendar.ts";
import type { Team } from "../../model/case.ts";
import type { CivilDate } from "../../model/civil.ts";
import type { TravelMode } from "../../model/place.ts";
import type { Staff } from "../../model/staff.ts";
import { project, straightMetres } from "../../travel/projection.ts";
import { tripSeconds } from "../../travel/seconds.ts";
import type { Id } from "../../units.ts";
import type { TownWish } from "../options.ts";
import { type Roster, rosterOf, type WorkedRound } from "../roster.ts";
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
  const providerOf = new Map(town.teams.map(({ id, provider }) => [id, provider]));
  const boards = town.teams.map((team, nth): TeamBoard => {
    const isNight = team.isShared === true;
    const own = town.residents.filter((resident) => (isNight ? providerOf.get(resident.team) === team.provider : resident.team === team.id));
    const board = new Board(team.id, nth, { base: placeOf.get(team.base) as number, travel }, parameters);
    const wishes = own.flatMap((resident) => resident.wishes.filter((wish) => wish.isNight === isNight));
    for (const one of layAll(board, wishes, ({ need }: Wish) => homes.get(need.client) as Home, parameters.clockStepMinutes)) laid.set(one.wish.need.id, one);
    return { team, board, clients: isNight ? 0 : own.length };
  });
  const rosters: Roster[] = [];
  let [left, ahead] = [Math.round(clients / parameters.clientsPerStaff), clients];
  for (const unit of unitsOf(boards, parameters.teamsPerUnit)) {
    const own = unit.reduce((sum, one) => sum + one.clients, 0);
    const roster = rosterOf({ seed, boards: unit.map(({ board }) => board), period, dates, calendar, people: Math.round((left * own) / Math.max(1, ahead)) }, parameters);
    left -= roster.staff.length;
    ahead -= own;
    rosters.push(roster);
  }
  const [staff, rounds] = [rosters.flatMap((roster) => roster.staff), rosters.flatMap((roster) => roster.rounds)];
  return { laid: town.residents.flatMap(({ wishes }) => wishes.map(({ need }) => laid.get(need.id) as Laid)), staff, rounds };
}

interface TeamBoard {
  readonly team: Team;
  readonly board: Board;
  readonly clients: number;
}

/** Night patrols first, each alone; then some teams of one provider together. */
function unitsOf(boards: readonly TeamBoard[], size: number): TeamBoard[][] {
  const nights = boards.filter(({ team }) => team.isShared).map((one) => [one]);
  const providers = [...new Set(boards.map(({ team }) => team.provider))];
  return [
    ...nights,
    ...providers.flatMap((provider) => {
      const own = boards.filter(({ team }) => !team.isShared && team.provider === provider);
      const count = Math.ceil(own.length / Math.max(1, size));
      return Array.from({ length: count }, (_, i) => own.filter((_one, k) => Math.floor((k * count) / own.length) === i));
    }),
  ];
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
