/** `npm run bench -- scale`: a city day of any size, from the first plan to the last, and how time and memory grow. */
import { fork } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { Progress } from "../progress.ts";
import { machine } from "../quality/results.ts";
import { CommandError, misread } from "../suites.ts";
import { figure, tableText } from "../table.ts";
import { exponentOf, GOAL, secondsToGoal } from "./growth.ts";
import type { Moment, Trace, TraceSpec } from "./trace.ts";

export const SCALE_HELP = `Plans a day of a city: 0.085 shifts for each visit, skills, bikes and cars, windows of 15 minutes to 4 hours, a twentieth of the visits
for two people; every visit may be left out at the price of two hours of travel. Every run in a process of its own.

  npm run bench -- scale [options]

  --sizes LIST     visits, comma between them (default 500,1000,2000,4000,8000,16000)
  --seconds S      budget of one run (default 60)
  --cpu            the budget is CPU time of the whole process instead of time on the clock
  --threads N      lanes, each in a thread of its own (default 1)
  --seed K         which town, and which search of it (default 1)
  --json FILE      write every run there

Exit status: 0 all plans are legal; 1 one is not; 2 the command is wrong.
`;

const SIZES = "500,1000,2000,4000,8000,16000";
/** Seconds at which the table looks at the plan. */
const LOOKS = [1, 2, 5, 10, 20, 60, 120, 300, 600];

export interface ScaleOptions {
  readonly sizes: readonly number[];
  readonly seconds: number;
  readonly cpu: boolean;
  readonly threads: number;
  readonly seed: number;
  readonly json: string | undefined;
}

/** null: help was asked for. Throws {@link CommandError} for what cannot be meant. */
export function scaleOptions(args: readonly string[]): ScaleOptions | null {
  const [text, flag] = [{ type: "string" }, { type: "boolean", default: false }] as const;
  const options = { sizes: text, seconds: text, cpu: flag, threads: text, seed: text, json: text, help: flag };
  const read = () => parseArgs({ args: [...args], options }).values;
  let values: ReturnType<typeof read>;
  try {
    values = read();
  } catch (error) {
    throw misread(error, "scale --help");
  }
  if (values.help) return null;
  const number = (name: string, said: string, least: number, isWhole: boolean): number => {
    const value = Number(said);
    if (said.trim() !== "" && value >= least && (!isWhole || Number.isInteger(value))) return value;
    throw new CommandError(`--${name} ${said}: give a ${isWhole ? "whole number" : "number"} of at least ${least}.`);
  };
  const threads = number("threads", values.threads ?? "1", 1, true);
  if (threads > 4 * availableParallelism()) throw new CommandError(`--threads ${threads} on a machine with ${availableParallelism()}.`);
  return {
    sizes: (values.sizes ?? SIZES).split(",").map((size) => number("sizes", size, 20, true)),
    seconds: number("seconds", values.seconds ?? "60", 0.01, false),
    cpu: values.cpu,
    threads,
    seed: number("seed", values.seed ?? "1", 0, true),
    json: values.json,
  };
}

/** Runs the command; the exit status. */
export async function scale(args: readonly string[]): Promise<number> {
  const options = scaleOptions(args);
  if (options === null) {
    console.log(SCALE_HELP);
    return 0;
  }
  const { sizes, json, ...shared } = options;
  const traces: Trace[] = [];
  const progress = new Progress(() => `${traces.length} of ${sizes.length} days`);
  for (const visits of sizes) {
    traces.push(await traceInChild({ visits, ...shared }));
    if (json !== undefined) writeFileSync(json, `${JSON.stringify({ suite: "scale", machine: machine(), settings: { sizes, ...shared }, traces }, null, 1)}\n`);
  }
  progress.stop();
  console.log(scaleText(traces));
  return traces.some(({ issues }) => issues > 0) ? 1 : 0;
}

/** Two tables and the growth in a sentence. */
export function scaleText(traces: readonly Trace[]): string {
  const longest = Math.max(...traces.map(({ spec }) => spec.seconds));
  const looks = LOOKS.filter((at) => at < longest);
  const head = [" visits", " shifts", " doubles", " greedy", " first plan", " travel", " unstaffed", ` to ${100 * GOAL} %`, " steps/s", " peak MB", " rules broken"];
  const rows = traces.map((trace) => {
    const { spec, greedy, first, last } = trace;
    return [
      String(spec.visits), String(trace.shifts), String(trace.doubles), figure(greedy.travel / spec.visits, 1), `${figure(first.seconds)} s`, figure(first.travel / spec.visits, 1), String(first.unstaffed),
      within(secondsToGoal(trace)), figure(last.steps / last.seconds, 0), figure(trace.peakMegabytes, 0), String(trace.issues),
    ];
  });
  const course = traces.map((trace) => {
    const told = (moment: Moment | undefined): string =>
      moment === undefined ? "-" : `${figure((100 * moment.travel) / trace.greedy.travel, 1)} % / ${moment.unstaffed}`;
    return [String(trace.spec.visits), ...looks.map((at) => told(momentAt(trace, at))), told(trace.last), figure(trace.last.travel / trace.spec.visits, 1)];
  });
  return [
    tableText(head, rows),
    "",
    "Travel as a share of the greedy start's / visits unstaffed, after",
    tableText([" visits", ...looks.map((at) => ` ${at} s`), " at the end", " s a visit"], course),
    "",
    growthText(traces),
  ].join("\n");
}

const within = (seconds: number | null): string => (seconds === null ? "not" : `${figure(seconds)} s`);

/** The last look at or before `seconds`. */
const momentAt = ({ moments }: Trace, seconds: number): Moment | undefined => moments.findLast((moment) => moment.seconds <= seconds);

function growthText(traces: readonly Trace[]): string {
  const reached = traces.flatMap((trace) => {
    const seconds = secondsToGoal(trace);
    return seconds === null ? [] : [{ visits: trace.spec.visits, seconds }];
  });
  const exponent = exponentOf(reached);
  const growth = exponent === null ? "too few sizes reached it to say how it grows" : `grows as visits^${figure(exponent)}`;
  return `The time to ${100 * GOAL} % of the greedy start's travel ${growth} (${reached.length} of ${traces.length} sizes).`;
}

/** Bundled, the child is a bundle beside this one; from source, it needs a loader as this file did. */
const FROM_SOURCE = import.meta.url.endsWith(".ts");
const CHILD = fileURLToPath(new URL(FROM_SOURCE ? "child.ts" : "scaleChild.js", import.meta.url));
const loader = (): string[] => ["--import", pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href];

function traceInChild(spec: TraceSpec): Promise<Trace> {
  const child = fork(CHILD, { execArgv: FROM_SOURCE ? loader() : [], serialization: "advanced" });
  return new Promise((resolve, reject) => {
    child.once("message", (answer: { trace?: Trace; error?: string }) => {
      if (answer.trace !== undefined) resolve(answer.trace);
      else reject(new Error(answer.error ?? "The run gave no answer."));
    });
    child.once("error", reject);
    child.once("exit", (code, signal) => reject(new Error(`The run ended with ${signal ?? `status ${code}`} and without a plan.`)));
    child.send(spec);
  });
}
