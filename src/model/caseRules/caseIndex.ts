/** What the rules look up. */
import type { Id } from "../../units.ts";
import type { Case, Client, Need, Team } from "../case.ts";
import type { Staff } from "../staff.ts";
import { dayNumber } from "../civil.ts";
import type { IssueList } from "../issueList.ts";
import { byId } from "../references.ts";

/** One idea of what a sound Case is; reports what breaks it. Its data has the right shape, and nothing more is known. */
export type CaseRule = (town: Case, index: CaseIndex, issues: IssueList) => void;

/** Each by its name; where a name is used twice, the first. */
export interface CaseIndex {
  readonly places: ReadonlyMap<Id, unknown>;
  readonly areas: ReadonlyMap<Id, unknown>;
  readonly households: ReadonlyMap<Id, unknown>;
  readonly clients: ReadonlyMap<Id, Client>;
  readonly needs: ReadonlyMap<Id, Need>;
  readonly staff: ReadonlyMap<Id, Staff>;
  readonly teams: ReadonlyMap<Id, Team>;
  readonly providers: ReadonlyMap<Id, unknown>;
  readonly policies: ReadonlyMap<Id, unknown>;
  readonly tariffs: ReadonlyMap<Id, unknown>;
  readonly modes: ReadonlySet<Id>;
  /** First and last day of the period, as day numbers. */
  readonly period: DayRange;
}

/** First and last day number, both included. */
export type DayRange = readonly [first: number, last: number];

export function indexCase(town: Case): CaseIndex {
  const first = dayNumber(town.period.from);
  return {
    places: byId(town.places),
    areas: byId(town.areas),
    households: byId(town.households),
    clients: byId(town.clients),
    needs: byId(town.needs),
    staff: byId(town.staff),
    teams: byId(town.teams),
    providers: byId(town.providers),
    policies: byId(town.framePolicies),
    tariffs: byId(town.tariffs),
    modes: new Set(town.travel.map((travel) => travel.mode)),
    period: [first, first + town.period.days - 1],
  };
}

/** The days that are also between `from` and `to`, where these are given. */
export const within = ([first, last]: DayRange, { from, to }: { readonly from?: string; readonly to?: string }): DayRange => [
  from === undefined ? first : Math.max(first, dayNumber(from)),
  to === undefined ? last : Math.min(last, dayNumber(to)),
];

export const isEmpty = ([first, last]: DayRange): boolean => first > last;
