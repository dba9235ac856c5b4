/** What speed is measured on. */
import type { Demand } from "../../src/model/demand.ts";
import { makeTown, type TownOptions } from "../town/makeTown.ts";
import { breaks } from "../town/rules/breaks.ts";
import { doubles } from "../town/rules/doubles.ts";
import { contracts, elastic, frames } from "../town/rules/frames.ts";
import { clocks, gaps } from "../town/rules/gaps.ts";
import { modes } from "../town/rules/modes.ts";
import { entry, paid } from "../town/rules/pay.ts";
import { continuity, skills } from "../town/rules/people.ts";
import { rest } from "../town/rules/rest.ts";
import { academic, otherDays, soft } from "../town/rules/time.ts";
import { UNUSED, unused } from "../town/rules/unused.ts";
import { type Rule, withRules } from "../town/town.ts";

interface Shape {
  readonly town: Omit<TownOptions, "seed" | "tasks">;
  readonly rules: readonly Rule[];
}

export const SHAPES: Readonly<Record<string, Shape>> = {
  /** Hard windows and travel. */
  plain: { town: {}, rules: [] },
  /** The academic problem without doubles: lateness in sum and at its largest. */
  soft: { town: {}, rules: [academic] },
  /** The academic problem: a fifth of the visits take two people. */
  paired: { town: { doubles: 0.2 }, rules: [academic, doubles] },
  /** A home-care day. */
  day: { town: { doubles: 0.05 }, rules: [soft, doubles, entry, paid, breaks, skills, modes] },
  /** A week in which visits are tied across rounds and days: the same hour every day, meals apart, two people at one door. */
  week: { town: { days: 7, doubles: 0.1 }, rules: [soft, doubles, entry, paid, gaps, clocks] },
  /** Two weeks of everything that teams, accounts and rests ask for. */
  fortnight: {
    town: { days: 14, doubles: 0.05 },
    rules: [soft, otherDays, doubles, entry, paid, breaks, skills, elastic, frames, contracts, continuity, rest],
  },
};

const SIZES = [30, 100, 300, 1000, 3000];
/** Size of the pairs with and without a rule that nothing uses. */
const PAIRED_AT = 300;

/** A shape at a size, perhaps with an unused rule: `day+pool/300`. `group`: what it is measured in turns with. */
export interface Case {
  readonly name: string;
  readonly group: string;
  readonly shape: string;
  readonly size: number;
  readonly rule?: string;
}

/** All cases, the pairs beside what they are compared with. `all`: every unused rule also alone. */
export function casesOf(all: boolean): readonly Case[] {
  return Object.keys(SHAPES).flatMap((shape) =>
    SIZES.flatMap((size): Case[] => {
      const group = `${shape}/${size}`;
      const rules = size !== PAIRED_AT ? [] : ["unused", ...(all ? Object.keys(UNUSED) : [])];
      return [
        { name: group, group, shape, size },
        ...rules.map((rule) => ({ name: `${shape}+${rule}/${size}`, group, shape, size, rule })),
      ];
    }),
  );
}

export function demandOf({ shape, size, rule }: Pick<Case, "shape" | "size" | "rule">): Demand {
  const { town, rules } = SHAPES[shape] as Shape;
  const extra = rule === undefined ? [] : [rule === "unused" ? unused : (UNUSED[rule] as Rule)];
  return withRules(makeTown({ ...town, seed: 1, tasks: size }), [...rules, ...extra]).demand;
}
