/**
 * Who works which round: permanent staff by their contracts, every other weekend, rest rules obeyed, some on holiday; what they leave open,
 * hourly staff take. Rounds with delegated work go to those who have delegations on the day.
 */
import { type Calendar, tickAt } from "../calendar/calendar.ts";
import { daysBetween, mondayOf, weekdayOf } from "../calendar/civil.ts";
import { clockSeconds } from "../calendar/clock.ts";
import type { CivilDate } from "../model/civil.ts";
import { clockMinutes } from "../model/civil.ts";
import type { Staff } from "../model/staff.ts";
import type { Id } from "../units.ts";
import type { TownParameters } from "./parameters.ts";
import { type Board, CYCLE, type Position } from "./planted/board.ts";
import { type DatedRound, datedRound } from "./planted/rounds.ts";
import { type Job, Person } from "./person.ts";
import { cheapest, relieved } from "./relief.ts";
import { holidaysOf, staffOf } from "./staff.ts";
import type { ContractKind } from "./staffParameters.ts";

export interface RosterWish {
  readonly seed: number;
  /** Teams that help each other out: a unit. */
  readonly boards: readonly Board[];
  readonly period: { readonly from: CivilDate; readonly days: number };
  readonly dates: readonly CivilDate[];
  readonly calendar: Calendar;
  /** People there are to be, if they suffice. */
  readonly people: number;
}

/** A round and who does it. */
export interface WorkedRound extends DatedRound {
  readonly person: Id;
}

export interface Roster {
  readonly staff: readonly Staff[];
  readonly rounds: readonly WorkedRound[];
}

export function rosterOf(wish: RosterWish, parameters: TownParameters): Roster {
  const maker = new RosterMaker(wish, parameters);
  return maker.make();
}

class RosterMaker {
  private readonly people: Person[] = [];
  /** Minutes a fortnight of permanent staff beyond what the teams so far need. */
  private employed = 0;
  private readonly wish: RosterWish;
  private readonly parameters: TownParameters;
  private readonly monday: CivilDate;

  constructor(wish: RosterWish, parameters: TownParameters) {
    this.wish = wish;
    this.parameters = parameters;
    this.monday = mondayOf(wish.period.from);
  }

  make(): Roster {
    const { dates, people } = this.wish;
    const boards = this.wish.boards.filter(({ positions }) => positions.length > 0);
    for (const board of boards) this.employ(board);
    for (let i = 0; boards.length > 0 && this.people.length < people; i++) this.add("hourly", (boards[i % boards.length] as Board).team);
    for (const date of hardestDaysFirst(dates, this.monday)) this.man(date);
    const gone = relieved(this.people, this.people.length - people);
    const all = this.people.filter((person) => !gone.has(person));
    return { staff: all.map(({ staff }) => staff), rounds: all.flatMap(roundsOf).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)) };
  }

  /** As many permanent staff as the work of a usual fortnight needs, less what is planned for hourly staff. */
  private employ(board: Board): void {
    const fortnight = Array.from({ length: CYCLE }, (_, day) => day).flatMap((day) => board.positions.flatMap((position) => this.jobOf(position, day, this.monday) ?? []));
    const minutes = fortnight.reduce((sum, day) => sum + day.minutes, 0);
    const most = (this.parameters.mostShifts * minutes) / fortnight.length;
    const kinds = new Set(board.positions.map(({ kind }) => kind.name));
    const contracts = this.parameters.contracts.filter(({ minutesPerWeek, ...contract }) => minutesPerWeek > 0 && contract.kinds.some((kind) => kinds.has(kind)));
    const wanted = minutes * (1 - this.parameters.hourlyShare) * (1 + this.parameters.holidayShare);
    const counts = new Map(contracts.map((contract) => [contract, 0]));
    for (; this.employed < wanted && contracts.length > 0; ) {
      const next = contracts.reduce((a, b) => (fill(counts, b) < fill(counts, a) ? b : a));
      counts.set(next, (counts.get(next) ?? 0) + 1);
      this.employed += Math.min(2 * next.minutesPerWeek, most);
    }
    this.employed -= wanted;
    for (const [contract, count] of counts) for (let i = 0; i < count; i++) this.add(contract, board.team);
  }

  private add(contract: Person["contract"], team: Id, isDelegated = false): Person {
    const { seed, period, dates, calendar } = this.wish;
    const nth = this.people.filter((one) => one.contract === contract && one.staff.team === team).length + 1;
    const staff = staffOf({ seed, team, contract, nth, period, isDelegated }, this.parameters);
    const [date, clock] = (staff.workedUntil ?? "").split("T");
    const busyUntil = date && clock ? tickAt(calendar, date, clockSeconds(clock)) : undefined;
    const weeks = Math.ceil((dates.length + 6) / 7);
    const holidays = contract === "hourly" ? new Set<number>() : holidaysOf(seed, this.people.length, weeks, this.parameters);
    const alike = this.people.filter((one) => one.contract !== "hourly" && contract !== "hourly" && one.contract.days === contract.days);
    const person = new Person({ staff, contract, nth: alike.length, busyUntil, holidays }, this.parameters);
    this.people.push(person);
    return person;
  }

  /** Delegated work first, since not everybody may do it; then long days before short ones. */
  private man(date: CivilDate): void {
    const day = daysBetween(this.monday, date);
    const jobs = this.wish.boards.flatMap(({ positions }) => positions.flatMap((position) => this.jobOf(position, day, date) ?? []));
    jobs.sort((a, b) => Number(b.position.needsDelegations) - Number(a.position.needsDelegations) || b.minutes - a.minutes);
    const free = new Set(this.people);
    for (const job of jobs) {
      const person = cheapest(job, [...free]) ?? this.add("hourly", job.position.team, job.position.needsDelegations);
      free.delete(person);
      person.take(job);
    }
  }

  private jobOf(position: Position, day: number, date: CivilDate): Job | undefined {
    const rounds = position.lines.flatMap((line) => datedRound(position, line, day % CYCLE, date, endsOf) ?? []);
    if (rounds.length === 0) return undefined;
    const { calendar } = this.wish;
    const spans = rounds.map(({ line, end }) => [tickAt(calendar, date, line.begin * 60), tickAt(calendar, date, end * 60)] as const);
    const rest = rounds.flatMap(({ round }) => round.pieces).reduce((sum, { kind, start, end }) => sum + (kind === "break" ? end - start : 0), 0);
    return { date, day, position, rounds, spans, minutes: rounds.reduce((sum, { line, end }) => sum + end - line.begin, 0) - rest };
  }
}

const roundsOf = ({ staff, jobs }: Person): WorkedRound[] => [...jobs].flatMap(({ rounds }) => rounds.map((round) => ({ ...round, person: staff.id })));

/** Fortnight by fortnight, in each the weekends before the other days, since half of the permanent staff must do for those; then Fridays, after which rest is short. */
function hardestDaysFirst(dates: readonly CivilDate[], monday: CivilDate): CivilDate[] {
  const rank = (date: CivilDate): number => {
    const weekday = weekdayOf(date);
    return 10 * Math.floor(daysBetween(monday, date) / CYCLE) + (weekday > 5 ? 0 : weekday === 5 ? 1 : 1 + weekday);
  };
  return [...dates].sort((a, b) => rank(a) - rank(b));
}

const fill = (counts: ReadonlyMap<ContractKind, number>, contract: ContractKind): number =>
  contract.weight === 0 ? (counts.size > 1 ? Infinity : 0) : ((counts.get(contract) ?? 0) + 1) / contract.weight;

/** Ends that a line's shift may have, in minutes since midnight, earliest first. */
function endsOf({ kind, part, begin, end }: DatedRound["line"]): number[] {
  if (part < kind.parts.length - 1) return [end];
  return kind.ends.map((clock) => clockMinutes(clock)).map((minutes) => (minutes <= begin ? minutes + 1440 : minutes));
}
