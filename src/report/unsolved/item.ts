/** One thing unsolved, ready to be read. */
import type { Case } from "../../model/case.ts";
import type { Id } from "../../units.ts";
import { type UnsolvedKind, UNSOLVED_WORDS, type UnsolvedWords } from "./words.ts";
import type { View } from "../view.ts";

export interface Item {
  readonly kind: UnsolvedKind;
  /** Can somebody be called who solves it? */
  readonly isCallable: boolean;
  /** Order within its kind, as text; earlier first. */
  readonly order: string;
  /** Of how many things it tells; default 1. */
  readonly count?: number;
  readonly who: string;
  /** Anchor of the sheet that tells more; of several plans the first one's. */
  readonly anchor?: string;
  /** Empty: at no time in particular. */
  readonly when: string;
  /** What is missing, and why. */
  readonly fact: string;
  /** What to do, and whom to call. */
  readonly action: string;
}

/** Orders items of a kind by time. */
export const orderOf = (tick: number): string => String(Math.max(0, Math.round(tick))).padStart(12, "0");

/** People named in one sentence; the others are counted. */
const NAMED = 4;

/** "Cilla (hourly), Dan or 2 more": any of them. `all`: "Cilla (hourly), Dan and 2 more". */
export function namesOf({ people, locale, town }: Pick<View, "people" | "locale" | "town">, staff: readonly Id[], all = false): string {
  const words = UNSOLVED_WORDS[locale];
  const names = staff.slice(0, NAMED).map((id) => nameOf(town, id, people.staff(id), words));
  return (all ? words.allOf : words.oneOf)(names, staff.length - names.length);
}

/** The name, and whether the person is paid by the hour. */
export const nameOf = (town: Case, id: Id, name: string, { hourly }: UnsolvedWords): string =>
  town.staff.find((person) => person.id === id)?.employment === "hourly" ? `${name} (${hourly})` : name;
