/** Somebody who works rounds: which ones the person may take, and how gladly the plan gives them. */
import type { CivilDate } from "../model/civil.ts";
import type { Staff } from "../model/staff.ts";
import type { Tick } from "../units.ts";
import type { TownParameters } from "./parameters.ts";
import { CYCLE, type Position } from "./planted/board.ts";
import type { DatedRound } from "./planted/rounds.ts";
import { Rests } from "./rests.ts";
import { isDelegatedOn } from "./staff.ts";
import type { ContractKind } from "./staffParameters.ts";

/** Work of one position on a date. */
export interface Job {
  readonly date: CivilDate;
  /** Since the first Monday. */
  readonly day: number;
  readonly position: Position;
  readonly rounds: readonly DatedRound[];
  readonly spans: readonly (readonly [Tick, Tick])[];
  /** Paid. */
  readonly minutes: number;
}

export interface PersonWish {
  readonly staff: Staff;
  readonly contract: ContractKind | "hourly";
  /** Number among those with such days: decides which weekends and weekdays are free. */
  readonly nth: number;
  /** End of the last shift before. */
  readonly busyUntil: Tick | undefined;
  /** Weeks. */
  readonly holidays: ReadonlySet<number>;
}

// Prices of this heuristic, which describe no town: they only decide who gets what others could do as well.

/** A shift less wanted by its contract's order costs so much of a fortnight's fill. */
const LESS_WANTED = 0.12;
/** So does another kind of shift than the last, and a round of another team. */
const OTHER_KIND = 0.1;
const OTHER_TEAM = 0.3;
/** On Sunday people do what they did on Saturday, so that nobody rests too little between. */
const SAME_WEEKEND = 5;
/** Hourly staff come after all others, but for those whose weekday it is to be free. */
const HOURLY = 10;
const USUALLY_FREE = 50;
/** A fortnight's plan may be so much over the contract. */
const OVER = 1.04;

export class Person {
  readonly staff: Staff;
  readonly contract: ContractKind | "hourly";
  readonly jobs = new Set<Job>();
  private readonly nth: number;
  private readonly rests: Rests;
  private readonly holidays: ReadonlySet<number>;
  private readonly parameters: TownParameters;
  private last: Position | undefined;

  constructor({ staff, contract, nth, busyUntil, holidays }: PersonWish, parameters: TownParameters) {
    this.staff = staff;
    this.contract = contract;
    this.nth = nth;
    this.rests = new Rests(busyUntil);
    this.holidays = holidays;
    this.parameters = parameters;
  }

  /** Would the person ever do it: weekends, holidays, delegations, kinds of shifts? */
  isFor({ day, date, position }: Job): boolean {
    if (position.needsDelegations && !isDelegatedOn(this.staff, date)) return false;
    const { contract, nth, holidays } = this;
    return contract === "hourly" || (contract.kinds.includes(position.kind.name) && !holidays.has(Math.floor(day / 7)) && !isWeekendOff(contract, nth, day));
  }

  /** What giving the job to the person costs, mostly the share of the fortnight that is filled; undefined if the person may not take it. */
  costOf(job: Job): number | undefined {
    if (!this.isFor(job)) return undefined;
    const { contract, last, parameters } = this;
    const own = this.inFortnightOf(job);
    const isSame = last === job.position && job.position.group === "weekend";
    const other = (last === undefined || last.kind === job.position.kind ? 0 : OTHER_KIND) + (this.staff.team === job.position.team ? 0 : OTHER_TEAM) - (isSame ? SAME_WEEKEND : 0);
    if (own.length >= (contract === "hourly" ? parameters.mostShiftsOfHourly : Math.ceil(parameters.mostShifts))) return undefined;
    if (own.some(({ date }) => date === job.date)) return undefined;
    const done = own.reduce((sum, { minutes }) => sum + minutes, 0);
    if (contract !== "hourly" && done + job.minutes > 2 * contract.minutesPerWeek * OVER) return undefined;
    if (!this.rests.allow(job.spans)) return undefined;
    if (contract === "hourly") return HOURLY + own.length + other;
    return done / (2 * contract.minutesPerWeek) + LESS_WANTED * contract.kinds.indexOf(job.position.kind.name) + other + (isUsuallyFree(contract, this.nth, job.day) ? USUALLY_FREE : 0);
  }

  inFortnightOf = ({ day }: Job): Job[] => [...this.jobs].filter((job) => Math.floor(job.day / CYCLE) === Math.floor(day / CYCLE));

  take(job: Job): void {
    this.jobs.add(job);
    this.last = job.position;
    for (const [begin, end] of job.spans) this.rests.work(begin, end);
  }

  giveUp(job: Job): void {
    this.jobs.delete(job);
    for (const [begin] of job.spans) this.rests.rest(begin);
  }
}

/** Every other weekend is off. */
const isWeekendOff = ({ days }: ContractKind, nth: number, day: number): boolean => day % 7 >= 5 && (days === "weekdays" || (nth + Math.floor(day / 7)) % 2 !== 0);

/** One weekday of both weeks, who works at weekends. */
const isUsuallyFree = ({ days }: ContractKind, nth: number, day: number): boolean => days === "everyOtherWeekend" && day % 7 === nth % 5;
