/** What callers may wish of a town. */
import { UsageError } from "../errors.ts";
import { parametersOf, type TownParameters } from "./parameters.ts";
import { PROFILES, type Profile } from "./profiles.ts";

/** More would hardly fit into one file. */
export const MOST_CLIENTS = 10_000;
/** As many as a Case may have. */
export const MOST_DAYS = 3660;

export interface TownOptions {
  /** Any whole number. Default 1. Equal options and seed give equal towns, in every engine. */
  readonly seed?: number;
  /** Kind of municipality. Default `middleTown`. */
  readonly profile?: Profile;
  /** 1 to {@link MOST_CLIENTS}. Default 115, of a real unit; `boendestod` 100. About one team per 60 (`clientsPerTeam`). */
  readonly clients?: number;
  /** 1 to {@link MOST_DAYS}. Default 14. */
  readonly days?: number;
  /** First day. Default Monday 2026-03-23, so that the first week ends with 23 hours. */
  readonly from?: string;
  /**
   * Are clients promised exactly the times that the rounds laid have? Then the town is known to be possible: see `plantedTown`. Default false: times are
   * up to `wishMinutes` apart from them, and whether all can be done is not known.
   */
  readonly planted?: boolean;
  /** Language of purposes, goals and other texts that people read; nothing else of the town depends on it. Default `en`. */
  readonly language?: "sv" | "en";
  /** Parameters to replace in `TOWN_PARAMETERS`; structured ones as a whole. */
  readonly parameters?: Partial<TownParameters>;
}

/** Options with everything decided. */
export interface TownWish {
  readonly seed: number;
  readonly profile: Profile;
  readonly clients: number;
  readonly period: { readonly from: string; readonly days: number };
  readonly planted: boolean;
  readonly language: "sv" | "en";
  readonly parameters: TownParameters;
}

/** Throws {@link UsageError} on a seed, clients or days that are no such whole numbers, and on unknown profiles, languages and parameters. */
export function wishOf({ seed = 1, profile = "middleTown", clients, days, from = "2026-03-23", planted = false, language = "en", parameters: changed = {} }: TownOptions): TownWish {
  if (!Number.isInteger(seed)) throw new UsageError(`seed is ${seed}. Give a whole number.`);
  if (!PROFILES.includes(profile)) throw new UsageError(`profile is ${JSON.stringify(profile)}. Give one of ${PROFILES.join(", ")}.`);
  if (language !== "sv" && language !== "en") throw new UsageError(`language is ${JSON.stringify(language)}. Give sv or en.`);
  const parameters = parametersOf(profile, changed);
  const wish = { seed, profile, clients: clients ?? parameters.clients, period: { from, days: days ?? parameters.days }, planted, language, parameters };
  requireWhole("clients", wish.clients, MOST_CLIENTS);
  requireWhole("days", wish.period.days, MOST_DAYS);
  return wish;
}

function requireWhole(name: string, value: number, most: number): void {
  if (!(Number.isInteger(value) && value >= 1 && value <= most)) throw new UsageError(`${name} is ${value}. Give a whole number from 1 to ${most}.`);
}
