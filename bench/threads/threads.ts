/** `npm run bench -- threads`: what lanes that work together are worth, in as many threads and in one. */
import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { Progress } from "../progress.ts";
import { CommandError, misread } from "../suites.ts";
import { casesOf, type ThreadsCase } from "./cases.ts";
import { powerOf } from "./power.ts";
import { type Pairing, threadsText } from "./text.ts";
import { inThreads, inTurn, type Trial } from "./trial.ts";

export const THREADS_HELP = `Measures lanes that work together against one lane: in threads at equal seconds, and in turn at equal steps.

  npm run bench -- threads [options]

  --data DIR       folder that holds the folder vrptw, or that folder itself (default: only towns of our own)
  --only GLOBS     cases so named, comma between them (default: instances of 100, 200 and 1000 customers, home-care days of 300 to 3000 visits)
  --lanes N        lanes, each in a thread of its own (default 2)
  --seconds S      budget of a run on the clock, start of the threads included; 0: leave these runs out (default 10)
  --steps N        steps per task, of all lanes together; 0: leave these runs out (default 200)
  --seeds K        runs per case, seeds 1 to K (default 3)
  --json FILE      write every run there
`;

export interface ThreadsOptions {
  readonly cases: readonly ThreadsCase[];
  readonly lanes: number;
  readonly seconds: number;
  readonly steps: number;
  readonly seeds: number;
  readonly json: string | undefined;
}

/** null: help was asked for. Throws {@link CommandError} for what cannot be meant. */
export function threadsOptions(args: readonly string[]): ThreadsOptions | null {
  const text = { type: "string" } as const;
  const options = { data: text, only: text, lanes: text, seconds: text, steps: text, seeds: text, json: text, help: { type: "boolean", default: false } } as const;
  const read = () => parseArgs({ args: [...args], options }).values;
  let values: ReturnType<typeof read>;
  try {
    values = read();
  } catch (error) {
    throw misread(error, "threads --help");
  }
  if (values.help) return null;
  const number = (name: "lanes" | "seconds" | "steps" | "seeds", otherwise: number, least: number): number => {
    const value = Number(values[name] ?? otherwise);
    if (value >= least && (name === "seconds" || Number.isInteger(value))) return value;
    throw new CommandError(`--${name} ${values[name]}: give a ${name === "seconds" ? "" : "whole "}number of at least ${least}.`);
  };
  return {
    cases: casesOf(values.only?.split(",") ?? null, values.data),
    lanes: number("lanes", 2, 2),
    seconds: number("seconds", 10, 0),
    steps: number("steps", 200, 0),
    seeds: number("seeds", 3, 1),
    json: values.json,
  };
}

/** Runs the command; the exit status. */
export async function threads(args: readonly string[]): Promise<number> {
  const options = threadsOptions(args);
  if (options === null) {
    console.log(THREADS_HELP);
    return 0;
  }
  const { lanes, seconds, steps, seeds, json } = options;
  const machine = { cpu: cpus()[0]?.model ?? "unknown", cores: cpus().length, node: process.version, load: loadavg().map((load) => Math.round(10 * load) / 10) };
  const power = seconds > 0 ? await powerOf(lanes) : null;
  const { timed, counted } = await threadsRuns(options);
  console.log(`${machine.cores} x ${machine.cpu}, Node ${machine.node}, load ${machine.load.join(" ")}`);
  if (power !== null) console.log(`${lanes} busy threads do ${power.toFixed(2)} times the work of one here and now.`);
  if (timed.length > 0) console.log(`\nAt equal seconds (${seconds} s on the clock):\n${threadsText(timed, "seconds")}`);
  if (counted.length > 0) console.log(`\nIn turn in one thread, at equal steps (${steps} per task in all; the last arm half of that, or what ${lanes} lanes leave one):\n${threadsText(counted, "cpuSeconds")}`);
  if (json !== undefined) writeFileSync(json, `${JSON.stringify({ machine, power, settings: { lanes, seconds, steps, seeds }, timed, counted }, null, 1)}\n`);
  return 0;
}

/** Case by case, seed by seed, the arms in turn; who begins changes from seed to seed. */
export async function threadsRuns({ cases, lanes, seconds, steps, seeds }: Omit<ThreadsOptions, "json">): Promise<{ timed: Pairing[]; counted: Pairing[] }> {
  const [timed, counted]: [Pairing[], Pairing[]] = [[], []];
  const progress = new Progress(() => `${timed.length + counted.length} of ${cases.length * seeds * (Number(seconds > 0) + Number(steps > 0))} comparisons`);
  for (const { name, demand: read } of cases) {
    const demand = read();
    const tasks = demand.tasks.length;
    for (let seed = 1; seed <= seeds; seed++) {
      const all = steps * tasks;
      const each = Math.ceil(all / lanes);
      const inTime = { "1 thread": () => inThreads(demand, seed, 1, seconds), [`${lanes} threads`]: () => inThreads(demand, seed, lanes, seconds) };
      const inSteps = {
        "1 lane": () => inTurn(demand, seed, 1, all, "apart"),
        [`${lanes} together`]: () => inTurn(demand, seed, lanes, each, undefined),
        [`${lanes} apart`]: () => inTurn(demand, seed, lanes, each, "apart"),
        "1 lane, fewer": () => inTurn(demand, seed, 1, each, "apart"),
      };
      if (seconds > 0) timed.push({ name, tasks, seed, arms: await armsOf(inTime, seed % 2 === 0) });
      if (steps > 0) counted.push({ name, tasks, seed, arms: await armsOf(inSteps, seed % 2 === 0) });
    }
  }
  progress.stop();
  return { timed, counted };
}

async function armsOf(runs: Readonly<Record<string, () => Promise<Trial>>>, backwards: boolean): Promise<Readonly<Record<string, Trial>>> {
  const names = Object.keys(runs);
  const found = new Map<string, Trial>();
  for (const name of backwards ? names.toReversed() : names) found.set(name, await runs[name]!());
  return Object.fromEntries(names.map((name) => [name, found.get(name)!]));
}
