/** One family of towns per rule of the language, and one that mixes them. */
import { makeTown, type TownOptions } from "../town/makeTown.ts";
import { breaks, requiredBreaks } from "../town/rules/breaks.ts";
import { illness, now, pins } from "../town/rules/changing.ts";
import { doubles } from "../town/rules/doubles.ts";
import { duties, loads, required } from "../town/rules/duties.ts";
import { contracts, elastic, frames } from "../town/rules/frames.ts";
import { chains, clocks, gaps } from "../town/rules/gaps.ts";
import { three, worst } from "../town/rules/levels.ts";
import { modes, pools, rush } from "../town/rules/modes.ts";
import { entry, floating, paid } from "../town/rules/pay.ts";
import { continuity, skills } from "../town/rules/people.ts";
import { orders, people, presence, totals } from "../town/rules/relations.ts";
import { rest } from "../town/rules/rest.ts";
import { alternatives, fair, spare } from "../town/rules/shifts.ts";
import { otherDays, soft } from "../town/rules/time.ts";
import { type Rule, type Town, withRules } from "../town/town.ts";

interface Family {
  readonly town: Omit<TownOptions, "seed" | "tasks">;
  readonly rules: readonly Rule[];
  /** Of the usual budget, where not {@link STEPS_PER_TASK}. */
  readonly stepsPerTask?: number;
}

const DAY = {};
const WEEK = { days: 7 };

export const FAMILIES: Readonly<Record<string, Family>> = {
  plain: { town: DAY, rules: [] },
  slots: { town: WEEK, rules: [otherDays] },
  soft: { town: DAY, rules: [soft] },
  required: { town: DAY, rules: [required, entry] },
  doubles: { town: { doubles: 0.2 }, rules: [doubles] },
  softDoubles: { town: { doubles: 0.2 }, rules: [soft, doubles] },
  gaps: { town: DAY, rules: [gaps] },
  chains: { town: DAY, rules: [chains] },
  clocks: { town: WEEK, rules: [otherDays, clocks] },
  presence: { town: { doubles: 0.1 }, rules: [doubles, presence] },
  people: { town: WEEK, rules: [people] },
  orders: { town: DAY, rules: [orders] },
  elastic: { town: DAY, rules: [elastic] },
  totals: { town: DAY, rules: [elastic, totals] },
  frames: { town: WEEK, rules: [elastic, frames] },
  contracts: { town: WEEK, rules: [contracts] },
  breaks: { town: DAY, rules: [paid, breaks] },
  requiredBreaks: { town: DAY, rules: [floating, requiredBreaks] },
  duties: { town: DAY, rules: [duties] },
  rest: { town: WEEK, rules: [rest, alternatives] },
  floating: { town: DAY, rules: [floating] },
  paid: { town: DAY, rules: [paid] },
  spare: { town: DAY, rules: [spare] },
  fair: { town: WEEK, rules: [fair] },
  continuity: { town: WEEK, rules: [continuity] },
  skills: { town: DAY, rules: [skills] },
  modes: { town: DAY, rules: [modes] },
  pools: { town: DAY, rules: [modes, pools] },
  loads: { town: DAY, rules: [loads] },
  rush: { town: DAY, rules: [soft, rush] },
  pins: { town: DAY, rules: [soft, pins] },
  now: { town: WEEK, rules: [soft, now] },
  illness: { town: DAY, rules: [soft, illness] },
  worst: { town: WEEK, rules: [soft, paid, worst] },
  levels: { town: WEEK, rules: [soft, continuity, three] },
  mixed: {
    stepsPerTask: 20,
    town: { days: 7, doubles: 0.1 },
    rules: [
      soft,
      otherDays,
      elastic,
      skills,
      breaks,
      duties,
      loads,
      modes,
      pools,
      rush,
      paid,
      entry,
      doubles,
      required,
      presence,
      gaps,
      chains,
      clocks,
      people,
      orders,
      totals,
      frames,
      contracts,
      continuity,
      rest,
      fair,
      pins,
      worst,
      three,
      now,
    ],
  },
};

const QUICK_SIZES = [50, 200];
const SIZES = [...QUICK_SIZES, 500, 1000, 2000];

export interface Instance {
  /** `gaps/200`. */
  readonly name: string;
  readonly family: string;
  readonly size: number;
}

/** `quick`: the small ones. */
export const instancesOf = (quick: boolean): readonly Instance[] =>
  Object.keys(FAMILIES).flatMap((family) => (quick ? QUICK_SIZES : SIZES).map((size) => ({ name: `${family}/${size}`, family, size })));

const STEPS_PER_TASK = 200;

/** Steps of a run for which no budget is given. */
export const usualSteps = ({ family, size }: Instance): number => size * (FAMILIES[family]?.stepsPerTask ?? STEPS_PER_TASK);

/** The seed of the Demands; that of the search is another. */
const SEED = 1;

export function townOf({ family, size }: Pick<Instance, "family" | "size">, seed = SEED): Town {
  const { town, rules } = FAMILIES[family] as Family;
  return withRules(makeTown({ ...town, seed, tasks: size }), rules);
}
