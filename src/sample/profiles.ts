/** Kinds of municipality, and how one number of a town is known in each. */
import type { Told } from "../model/told.ts";

/** Home care in a dense city, a middle-sized town and the countryside; support in the home of people with mental disabilities (*boendestöd*). */
export const PROFILES = ["denseCity", "middleTown", "rural", "boendestod"] as const;

export type Profile = (typeof PROFILES)[number];

/** One thing that the generator must know: what it means, its unit, its value in the middle town and where it differs. */
export interface TownParameter<T> {
  readonly meaning: string;
  readonly unit: string;
  /** Of the middle town, and of every profile that `others` does not name. */
  readonly value: Told<T>;
  readonly others?: { readonly [P in Profile]?: Told<T> };
}

/** A row of the table. */
export const row = <T>(meaning: string, unit: string, value: Told<T>, others: { readonly [P in Profile]?: Told<T> } = {}): TownParameter<T> => ({
  meaning,
  unit,
  value,
  others,
});
