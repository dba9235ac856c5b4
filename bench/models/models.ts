/** `npm run bench -- models`: the same drawn towns planned under each model and policy. */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { Progress } from "../progress.ts";
import { CommandError, misread } from "../suites.ts";
import { BASE, type CompareArm, FIRST_PLAN, MODEL_ARMS, PRESET_ARMS } from "./arms.ts";
import { differencesOf } from "./differences.ts";
import { OUTCOMES } from "./outcomes.ts";
import { differencesText, HEADING, NEVER_CLAIMED } from "./text.ts";
import { PROFILES, type Size, townOf } from "./towns.ts";
import { runTrial, type Trial } from "./trial.ts";

export const MODELS_HELP = `Plans the same drawn towns under each model and policy, and says what differs. These are plans, not days.

  npm run bench -- models [options]

  --quick          four small towns, models only: under a minute of CPU time
  --towns K        towns of each profile, seeds 1 to K (default 5)
  --seeds K        plans of each town and arm, search seeds 1 to K (default 1)
  --clients N      clients of a town (default 30)
  --days N         days of a town (default 14)
  --steps N        steps of each search (default 100000); say it again with a quarter and with four times as many
  --no-presets     models only, not the municipalities' rules
  --json FILE      write every plan's numbers and every difference there

Every search begins from nothing and has the same steps. The shared objective is HOME_CARE_TERMS, the same for every arm (checked for each Demand): the
priced minutes of all terms, and visits left out at the price of calling somebody in. Exit status: 0 all well; 1 a plan breaks a rule; 2 the command is wrong.
`;

export interface ModelsOptions extends Size {
  readonly towns: number;
  readonly seeds: number;
  readonly steps: number;
  readonly profiles: number;
  readonly arms: readonly CompareArm[];
  readonly json: string | undefined;
}

/** null: help was asked for. Throws {@link CommandError} for what cannot be meant. */
export function modelsOptions(args: readonly string[]): ModelsOptions | null {
  const [text, flag] = [{ type: "string" }, { type: "boolean", default: false }] as const;
  const options = { quick: flag, towns: text, seeds: text, clients: text, days: text, steps: text, "no-presets": flag, json: text, help: flag };
  const read = () => parseArgs({ args: [...args], options }).values;
  let values: ReturnType<typeof read>;
  try {
    values = read();
  } catch (error) {
    throw misread(error, "models --help");
  }
  if (values.help) return null;
  const { quick } = values;
  const whole = (name: "towns" | "seeds" | "clients" | "days" | "steps", otherwise: number): number => {
    const value = values[name] === undefined ? otherwise : Number(values[name]);
    if (!Number.isInteger(value) || value < 1) throw new CommandError(`--${name} ${values[name]}: give a whole number of at least 1.`);
    return value;
  };
  return {
    towns: whole("towns", quick ? 4 : 5),
    seeds: whole("seeds", 1),
    clients: whole("clients", quick ? 14 : 30),
    days: whole("days", quick ? 7 : 14),
    steps: whole("steps", quick ? 40_000 : 100_000),
    profiles: quick ? 1 : PROFILES.length,
    arms: [BASE, FIRST_PLAN, ...MODEL_ARMS, ...(quick || values["no-presets"] ? [] : PRESET_ARMS)],
    json: values.json,
  };
}

/** Runs the command; the exit status. */
export function models(args: readonly string[]): number {
  const options = modelsOptions(args);
  if (options === null) {
    console.log(MODELS_HELP);
    return 0;
  }
  const trials = trialsOf(options);
  const all = differencesOf(trials);
  const [differences, search] = [all.filter(({ arm }) => arm !== FIRST_PLAN.name), all.filter(({ arm }) => arm === FIRST_PLAN.name)];
  const byProfile = [...new Set(trials.map(({ profile }) => profile))].map((profile) => ({ profile, differences: differencesOf(trials.filter((one) => one.profile === profile && one.arm !== FIRST_PLAN.name)) }));
  const { towns, seeds, clients, days, steps, profiles } = options;
  const names = PROFILES.slice(0, profiles).map(({ name }) => name);
  const settings = `${names.length} profiles (${names.join(", ")}) x ${towns} towns of ${clients} clients and ${days} days x ${seeds} search seeds; ${steps} steps each, from nothing.`;
  console.log(differencesText({ settings, differences, byProfile, search, trials }));
  if (options.json !== undefined) {
    const outcomes = OUTCOMES.map(({ name, unit, isMoreBetter, smallest }) => ({ name, unit, isMoreBetter, smallest }));
    writeFileSync(options.json, `${JSON.stringify({ heading: HEADING, neverClaimed: NEVER_CLAIMED, settings, outcomes, differences, byProfile, search, trials }, null, 1)}\n`);
  }
  return trials.some(({ issues }) => issues > 0) ? 1 : 0;
}

/** Town by town, so that what is there early covers all arms. */
export function trialsOf({ towns, seeds, steps, profiles, arms, clients, days }: Omit<ModelsOptions, "json">): Trial[] {
  const trials: Trial[] = [];
  const count = profiles * towns * seeds * arms.length;
  const progress = new Progress(() => `${trials.length} of ${count} plans`);
  for (const profile of PROFILES.slice(0, profiles)) {
    for (let townSeed = 1; townSeed <= towns; townSeed++) {
      const town = townOf(profile, townSeed, { clients, days });
      for (let planSeed = 1; planSeed <= seeds; planSeed++) {
        for (const arm of arms) trials.push(runTrial(town, arm, { profile: profile.name, townSeed, planSeed }, steps));
      }
    }
  }
  progress.stop();
  return trials;
}
