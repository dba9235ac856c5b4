/**
 * Who works which round: permanent staff by their contracts, every other weekend, rest rules obeyed, some on holiday; what they leave open,
 * hourly staff take. Rounds with delegated work go to those who have delegations on the day.
 */
import { type Calendar, tickAt } from "../calendar/calendar.ts";
import { daysBetween, mondayOf } from "../calendar/civil.ts";
import { clockSeconds } from "../calendar/clock.ts";
import type { CivilDate } from "../model/civil.ts";
import { clockMinutes } from "../model/civil.ts";
import type { Staff } from "../model/staff.ts";
import type { Id, Tick } from "../units.ts";
import type { TownParameters } from "./parameters.ts";
import { type Board, CYCLE, type Position } from "./planted/board.ts";
import { type DatedRound, datedRound } from "./planted/rounds.ts";
import { Rests } from "./rests.ts";
import { holidaysOf, isDelegatedOn, staffOf } from "./staff.ts";
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

/** Somebody, and what the person has worked so far. */
interface Person {
  readonly staff: Staff;
  readonly contract: ContractKind | "hourly";
  /** Number among those with such days: decides which weekends and days are free. */
  readonly nth: number;
  readonly rests: Rests;
  readonly holidays: ReadonlySet<number>;
  /** By fortnight: paid minutes, or shifts of hourly staff. */
  readonly worked: Map<number, number>;
  /** Kind of the last shift. */
  last?: string;
}

/** A shift less wanted by its contract's order costs so much of a fortnight's fill. */
const LESS_WANTED = 0.12;
/** So does another kind of shift than the last, and a round of another team. */
const OTHER_KIND = 0.1;
const OTHER_TEAM = 0.3;
/** Minutes that are kept for one's own weekend, two shifts. */
const WEEKEND = 2 * 8 * 60;
/** A fortnight's plan may be so much over the contract, and more so where one's own weekend is still to come. */
const OVER = 1.04;
const OVER_AT_WEEKENDS = 1.15;

export function rosterOf(wish: RosterWish, parameters: TownParameters): Roster {
  const maker = new RosterMaker(wish, parameters);
  return maker.make();
}

/** Work of one position on a date. */
interface Day {
  readonly position: Position;
  readonly rounds: readonly DatedRound[];
  readonly spans: readonly (readonly [Tick, Tick])[];
  readonly minutes: number;
}

class RosterMaker {
  private readonly people: Person[] = [];
  /** Minutes a fortnight of permanent staff beyond what the teams so far need. */
  private employed = 0;
  private readonly rounds: WorkedRound[] = [];
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
    for (const date of dates) this.man(date);
    return { staff: this.people.map(({ staff }) => staff), rounds: this.rounds };
  }

  /** As many permanent staff as the work of a usual fortnight needs, less what is planned for hourly staff. */
  private employ(board: Board): void {
    const fortnight = Array.from({ length: CYCLE }, (_, day) => day).flatMap((day) => board.positions.flatMap((position) => this.dayOf(position, day, this.monday) ?? []));
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
    const holidays = contract === "hourly" ? new Set<number>() : holidaysOf(seed, staff.id, weeks, this.parameters);
    const person: Person = { staff, contract, nth: this.people.filter((one) => one.contract !== "hourly" && contract !== "hourly" && one.contract.days === contract.days).length, rests: new Rests(busyUntil), holidays, worked: new Map() };
    this.people.push(person);
    return person;
  }

  /** Delegated work first, since not everybody may do it; then long days before short ones. */
  private man(date: CivilDate): void {
    const day = daysBetween(this.monday, date) % CYCLE;
    const work = this.wish.boards.flatMap(({ positions }) => positions.flatMap((position) => this.dayOf(position, day, date) ?? []));
    work.sort((a, b) => Number(b.position.needsDelegations) - Number(a.position.needsDelegations) || b.minutes - a.minutes);
    const busy = new Set<Person>();
    for (const one of work) {
      const person = this.bestFor(one, date, busy) ?? this.add("hourly", one.position.team, one.position.needsDelegations);
      busy.add(person);
      this.book(person, one, date);
    }
  }

  private dayOf(position: Position, day: number, date: CivilDate): Day | undefined {
    const rounds = position.lines.flatMap((line) => datedRound(position, line, day, date, endsOf) ?? []);
    if (rounds.length === 0) return undefined;
    const { calendar } = this.wish;
    const spans = rounds.map(({ line, end }) => [tickAt(calendar, date, line.begin * 60), tickAt(calendar, date, end * 60)] as const);
    const rest = rounds.flatMap(({ round }) => round.pieces).reduce((sum, { kind, start, end }) => sum + (kind === "break" ? end - start : 0), 0);
    return { position, rounds, spans, minutes: rounds.reduce((sum, { line, end }) => sum + end - line.begin, 0) - rest };
  }

  /** Who has most of the contract left, among those who may. */
  private bestFor(day: Day, date: CivilDate, busy: ReadonlySet<Person>): Person | undefined {
    let best: Person | undefined;
    let least = Infinity;
    for (const person of this.people) {
      const load = busy.has(person) ? undefined : this.loadOf(person, day, date);
      if (load === undefined || load >= least || !person.rests.allow(day.spans)) continue;
      best = person;
      least = load;
    }
    return best;
  }

  /** Share of the fortnight that is filled, hourly staff after all others; undefined if the person may not work then. */
  private loadOf({ contract, staff, nth, holidays, worked, last }: Person, { position, minutes }: Day, date: CivilDate): number | undefined {
    if (position.needsDelegations && !isDelegatedOn(staff, date)) return undefined;
    const week = Math.floor(daysBetween(this.monday, date) / 7);
    const done = worked.get(this.fortnight(date)) ?? 0;
    if (contract === "hourly") return done < this.parameters.mostShiftsOfHourly ? 10 + done : undefined;
    const wanted = contract.kinds.indexOf(position.kind.name);
    if (wanted < 0 || holidays.has(week) || isFree(contract, nth, daysBetween(this.monday, date))) return undefined;
    const full = 2 * contract.minutesPerWeek;
    const planned = done + minutes + (hasWeekendAhead(contract, nth, daysBetween(this.monday, date)) ? WEEKEND : 0);
    const otherwise = (last === undefined || last === position.kind.name ? 0 : OTHER_KIND) + (staff.team === position.team ? 0 : OTHER_TEAM);
    const limit = full * (position.group === "weekend" ? OVER_AT_WEEKENDS : OVER);
    return planned > limit ? undefined : done / full + LESS_WANTED * wanted + otherwise;
  }

  private book(person: Person, day: Day, date: CivilDate): void {
    const fortnight = this.fortnight(date);
    person.worked.set(fortnight, (person.worked.get(fortnight) ?? 0) + (person.contract === "hourly" ? 1 : day.minutes));
    person.last = day.position.kind.name;
    for (const [begin, end] of day.spans) person.rests.work(begin, end);
    for (const round of day.rounds) this.rounds.push({ ...round, person: person.staff.id });
  }

  private fortnight = (date: CivilDate): number => Math.floor(daysBetween(this.monday, date) / CYCLE);
}

/** Days off by the pattern of a fortnight: the other weekend, and the same weekday of both weeks. `day`: since the first Monday. */
function isFree({ days }: ContractKind, nth: number, day: number): boolean {
  const [weekday, isOwn] = [day % 7, hasWeekend(nth, day)];
  if (days === "weekdays") return weekday >= 5;
  const first = Math.floor(nth / 2) % 5;
  return weekday >= 5 ? !isOwn : weekday === first;
}

/** Does the person work at the end of this week? */
const hasWeekend = (nth: number, day: number): boolean => (nth + Math.floor(day / 7)) % 2 === 0;

/** Is there a weekend to work, later in this fortnight? */
function hasWeekendAhead({ days }: ContractKind, nth: number, day: number): boolean {
  const [week, weekday] = [Math.floor(day / 7), day % 7];
  return days === "everyOtherWeekend" && weekday < 5 && (hasWeekend(nth, day) || (week % 2 === 0 && hasWeekend(nth, day + 7)));
}

const fill = (counts: ReadonlyMap<ContractKind, number>, contract: ContractKind): number =>
  contract.weight === 0 ? (counts.size > 1 ? Infinity : 0) : ((counts.get(contract) ?? 0) + 1) / contract.weight;

/** Ends that a line's shift may have, in minutes since midnight, earliest first. */
function endsOf({ kind, part, begin, end }: DatedRound["line"]): number[] {
  if (part < kind.parts.length - 1) return [end];
  return kind.ends.map((clock) => clockMinutes(clock)).map((minutes) => (minutes <= begin ? minutes + 1440 : minutes));
}
