/** The towns that are planned: profiles, each drawn several times. */
import type { Case } from "../../src/model/case.ts";
import { PROFILES as KINDS, sampleTown, type TownOptions } from "../../src/sample/index.ts";

export interface Profile {
  readonly name: string;
  readonly options: TownOptions;
}

/** Kinds of municipality, first as towns in which nothing need be unstaffed, then as drawn. */
export const PROFILES: readonly Profile[] = [
  ...KINDS.map((profile) => ({ name: `${profile}, planted`, options: { profile, planted: true } })),
  ...KINDS.map((profile) => ({ name: profile, options: { profile } })),
];

export interface Size {
  readonly clients: number;
  readonly days: number;
}

export const townOf = ({ options }: Profile, seed: number, { clients, days }: Size): Case => sampleTown({ ...options, seed, clients, days });
