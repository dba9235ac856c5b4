/** The towns that are planned: profiles, each drawn several times. */
import type { Case } from "../../src/model/case.ts";
import { sampleTown, type TownOptions } from "../../src/sample/index.ts";

export interface Profile {
  readonly name: string;
  readonly options: TownOptions;
}

/** Kinds of towns. */
export const PROFILES: readonly Profile[] = [
  { name: "ample staff", options: { frameShare: 0.5, slack: 1.5 } },
  { name: "half in frames", options: { frameShare: 0.5 } },
  { name: "all in frames", options: { frameShare: 1 } },
];

export interface Size {
  readonly clients: number;
  readonly days: number;
}

export const townOf = ({ options }: Profile, seed: number, { clients, days }: Size): Case => sampleTown({ ...options, seed, clients, days });
