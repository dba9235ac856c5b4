/** `npm run bench -- planted`: towns in which everything can be done, and whether the search finds a plan that does. */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { counted } from "../../src/cli/counted.ts";
import { measure } from "../../src/kpi/measure.ts";
import { demandFor } from "../../src/schedule/demandFor.ts";
import { minute } from "../../src/schedule/minute.ts";
import { ramtid } from "../../src/schedule/ramtid.ts";
import { PROFILES, type Profile, sampleTown } from "../../src/sample/index.ts";
import { solveSync } from "../../src/solve/solve.ts";
import { Progress } from "../progress.ts";
import { cpuClock, wallClock } from "../quality/runOnce.ts";
import { CommandError, matchesGlob, misread } from "../suites.ts";
import { figure, tableText } from "../table.ts";

export const PLANTED_HELP = `Plans towns whose visits were derived from rounds, so that nothing need be unstaffed, under both models, each from nothing.

  npm run bench -- planted [options]

  --only GLOBS     profiles so named, comma between them (default: denseCity,middleTown,rural)
  --seeds K        towns per profile, seeds 1 to K (default 5)
  --clients N      clients of a town (default: the profile's own)
  --seconds S      budget of one run (default 60)
  --cpu            the budget is CPU time instead of time on the clock
  --steps N        stop after N steps as well: the same plans every time, if they are reached in time
  --json FILE      write every run there

Exit status: 0 nothing unstaffed and no rule broken anywhere; 1 something is; 2 the command is wrong.
`;

const MODELS = { minute: minute(), ramtid: ramtid() } as const;

export interface PlantedOptions {
  readonly profiles: readonly Profile[];
  readonly seeds: number;
  readonly clients: number | undefined;
  readonly seconds: number;
  readonly cpu: boolean;
  readonly steps: number | undefined;
  readonly json: string | undefined;
}

export interface PlantedRun {
  readonly profile: Profile;
  readonly seed: number;
  readonly model: keyof typeof MODELS;
  readonly visits: number;
  readonly unstaffed: number;
  /** Broken rules. */
  readonly issues: number;
  /** Brukartid: share of the paid time that is spent with clients, in percent. */
  readonly clientTimeShare: number | null;
  readonly levels: readonly number[];
  readonly steps: number;
  readonly cpuSeconds: number;
}

/** null: help was asked for. Throws {@link CommandError} for what cannot be meant. */
export function plantedOptions(args: readonly string[]): PlantedOptions | null {
  const [text, flag] = [{ type: "string" }, { type: "boolean", default: false }] as const;
  const options = { only: text, seeds: text, clients: text, seconds: text, cpu: flag, steps: text, json: text, help: flag };
  const read = () => parseArgs({ args: [...args], options }).values;
  let values: ReturnType<typeof read>;
  try {
    values = read();
  } catch (error) {
    throw misread(error, "planted --help");
  }
  if (values.help) return null;
  const number = (name: "seeds" | "clients" | "seconds" | "steps", otherwise: number | undefined, isWhole: boolean): number | undefined => {
    if (values[name] === undefined) return otherwise;
    const value = Number(values[name]);
    if (isWhole ? Number.isInteger(value) && value >= 1 : value > 0) return value;
    throw new CommandError(`--${name} ${values[name]}: give a ${isWhole ? "whole number of at least 1" : "number above 0"}.`);
  };
  const globs = (values.only ?? "denseCity,middleTown,rural").split(",");
  const profiles = PROFILES.filter((profile) => globs.some((glob) => matchesGlob(profile, glob)));
  if (profiles.length === 0) throw new CommandError(`--only ${values.only}: the profiles are ${PROFILES.join(", ")}.`);
  return {
    profiles,
    seeds: number("seeds", 5, true) as number,
    clients: number("clients", undefined, true),
    seconds: number("seconds", 60, false) as number,
    cpu: values.cpu,
    steps: number("steps", undefined, true),
    json: values.json,
  };
}

/** Runs the command; the exit status. */
export function planted(args: readonly string[]): number {
  const options = plantedOptions(args);
  if (options === null) {
    console.log(PLANTED_HELP);
    return 0;
  }
  const runs = plantedRuns(options);
  console.log(plantedText(runs));
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify({ ...options, runs }, null, 1)}\n`);
  return runs.some(({ unstaffed, issues }) => unstaffed + issues > 0) ? 1 : 0;
}

/** Town by town, minute before ramtid; tells the terminal of each. */
export function plantedRuns(options: Omit<PlantedOptions, "json">): PlantedRun[] {
  const { profiles, seeds, clients } = options;
  const runs: PlantedRun[] = [];
  const progress = new Progress(() => `${runs.length} of ${profiles.length * seeds * 2} plans`);
  for (const profile of profiles) {
    for (let seed = 1; seed <= seeds; seed++) {
      const town = sampleTown({ profile, seed, planted: true, ...(clients !== undefined && { clients }) });
      for (const model of ["minute", "ramtid"] as const) {
        const run = { profile, seed, model, ...planOf(town, model, options) };
        runs.push(run);
        progress.say(`${profile}, seed ${seed}, ${model}: ${run.unstaffed} of ${run.visits} visits unstaffed`);
      }
    }
  }
  progress.stop();
  return runs;
}

function planOf(town: ReturnType<typeof sampleTown>, model: PlantedRun["model"], { seconds, cpu, steps: most }: Pick<PlantedOptions, "seconds" | "cpu" | "steps">): Omit<PlantedRun, "profile" | "seed" | "model"> {
  const demand = demandFor(town, MODELS[model]);
  const from = cpuClock();
  const { plan, score, issues, steps } = solveSync(demand, { seconds, ...(most !== undefined && { steps: most }), clock: cpu ? cpuClock : wallClock });
  const cpuSeconds = cpuClock() - from;
  const measures = measure(town, demand, plan);
  return {
    visits: measure(town, demand, { ...plan, shifts: [], unserved: demand.tasks.map(({ id }) => id) }).unstaffed.visits.value ?? 0,
    unstaffed: measures.unstaffed.visits.value ?? 0,
    issues: issues.length,
    clientTimeShare: measures.work.clientTimeShare.value,
    levels: score.levels,
    steps,
    cpuSeconds,
  };
}

export function plantedText(runs: readonly PlantedRun[]): string {
  const head = ["town", " seed", "model", " visits", " unstaffed", " rules broken", " brukartid", " level 1", " level 2", " steps", " CPU seconds"];
  const rows = runs.map(({ profile, seed, model, visits, unstaffed, issues, clientTimeShare, levels, steps, cpuSeconds }) => [
    profile, String(seed), model, String(visits), String(unstaffed), String(issues), `${figure(clientTimeShare, 0)} %`, figure(levels[1], 0), figure(levels[2], 0), String(steps), figure(cpuSeconds, 1),
  ]);
  const towns = new Set(runs.map(({ profile, seed }) => `${profile} ${seed}`)).size;
  const left = runs.filter(({ unstaffed }) => unstaffed > 0).length;
  return `${tableText(head, rows)}\n${counted(runs.length, "plan")} of ${counted(towns, "town")}; visits unstaffed in ${left} of the plans.`;
}
