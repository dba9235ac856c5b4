/** The command line of the benchmark. */
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { CommandError, misread, SUITES } from "./suites.ts";

/** Suites on towns of our own, each with options of its own. */
export const OWN_SUITES = ["speed", "rules", "ablation", "models", "planted", "deadline", "anytime", "threads", "bounds", "scale"] as const;

export const HELP = `Measures the optimizer on public benchmarks.

  npm run bench -- SUITE --data DIR [options]     SUITE: ${Object.keys(SUITES).join(", ")}
  npm run bench -- rescore --data DIR             judges the published solutions in DIR/*/solutions
  npm run bench -- speed [options]                steps and moves per second on towns of our own; speed --help
  npm run bench -- rules [options]                plans that stress each rule, against the best ever found; rules --help
  npm run bench -- ablation [options]             what each move of the search is worth; ablation --help
  npm run bench -- models [options]               towns planned under each model and policy; models --help
  npm run bench -- planted [options]              towns in which nothing need be unstaffed; planted --help
  npm run bench -- deadline [options]             how late results come, after the budget and after an abort; deadline --help
  npm run bench -- anytime [options]              what a plan costs after 50 ms, and after a minute; anytime --help
  npm run bench -- threads [options]              what lanes that work together are worth; threads --help
  npm run bench -- bounds --data DIR [options]    proven lower bounds beside published optima; bounds --help
  npm run bench -- scale [options]                a city day of any size, and how time and memory grow; scale --help

  --data DIR       folder that holds the suite's folders (vrptw, hhcrsp-…, uhhc), or one of these itself
  --seconds S      budget of one run (default 10)
  --cpu            the budget is CPU time of the whole process, garbage collection included, instead of time on the clock
  --steps N        stop after N steps as well; with --seconds 0 only then, and the same every time
  --threads N      lanes that work together, each in a thread of its own; all have the whole time, or share --cpu (default 1)
  --seeds K        runs per instance, seeds 1 to K (default 1)
  --only GLOB      only instances so named, * for anything, [RC] for R or C; with a / the folder too: "hhcrsp-italian/*rome*"
  --json FILE      write all runs there, after every run
  --resume         continue FILE: runs that stand there are not repeated
  --solutions DIR  write every plan in the benchmark's own format as <instance>.<seed>.<ext>
  --versus NAME    run a rival found on PATH beside: vroom (suite vrptw)
  --help           this text

Exit status: 0 all well; 1 a run without a legal plan, or a published cost that was not reached; 2 the command is wrong.
`;

export interface Options {
  readonly suite: string;
  readonly data: string;
  /** undefined: no limit in time. */
  readonly seconds: number | undefined;
  readonly steps: number | undefined;
  readonly cpu: boolean;
  readonly threads: number;
  readonly seeds: number;
  readonly only: string;
  readonly json: string | undefined;
  readonly resume: boolean;
  readonly solutions: string | undefined;
  readonly versus: string | undefined;
}

/** null: help was asked for. Throws {@link CommandError} for what cannot be meant. */
export function optionsFrom(args: readonly string[]): Options | null {
  const { values, positionals } = parsed(args);
  if (values.help === true || (positionals.length === 0 && args.length === 0)) return null;
  const [suite, ...more] = positionals;
  const names = [...Object.keys(SUITES), "rescore"];
  if (suite === undefined || !names.includes(suite)) {
    const wrong = suite === undefined ? "No suite is named" : `There is no suite ${suite}`;
    throw new CommandError(`${wrong}. Begin with one of ${[...names, ...OWN_SUITES].join(", ")}; --help says what they are.`);
  }
  if (more.length > 0) throw new CommandError(`What is ${more[0]}? One suite can be run at a time.`);
  if (values.data === undefined) throw new CommandError("Give --data, the folder that holds the instances.");
  const seconds = numberFrom("seconds", values.seconds, 0) ?? 10;
  const steps = numberFrom("steps", values.steps, 1);
  if (seconds === 0 && steps === undefined) throw new CommandError("--seconds 0 has no end: give --steps as well.");
  if (values.resume === true && values.json === undefined) throw new CommandError("--resume continues a file: give --json.");
  const threads = wholeFrom("threads", values.threads) ?? 1;
  if (threads > 4 * availableParallelism()) throw new CommandError(`--threads ${threads} on a machine with ${availableParallelism()}.`);
  return {
    suite,
    data: values.data,
    seconds: seconds === 0 ? undefined : seconds,
    steps,
    cpu: values.cpu === true,
    threads,
    seeds: wholeFrom("seeds", values.seeds) ?? 1,
    only: values.only ?? "*",
    json: values.json,
    resume: values.resume === true,
    solutions: values.solutions,
    versus: values.versus,
  };
}

function parsed(args: readonly string[]) {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        data: text,
        seconds: text,
        steps: text,
        cpu: flag,
        threads: text,
        seeds: text,
        only: text,
        json: text,
        resume: flag,
        solutions: text,
        versus: text,
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw misread(error, "--help");
  }
}

function numberFrom(name: string, text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value) || value < least)
    throw new CommandError(`--${name} ${text}: give a number of at least ${least}.`);
  return value;
}

function wholeFrom(name: string, text: string | undefined): number | undefined {
  const value = numberFrom(name, text, 1);
  if (value !== undefined && !Number.isInteger(value)) throw new CommandError(`--${name} ${text}: give a whole number.`);
  return value;
}
