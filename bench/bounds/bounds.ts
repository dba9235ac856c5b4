/** `npm run bench -- bounds`: proven lower bounds of the first customers of Solomon's instances, beside the published optima. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { lowerBound } from "../../src/bound/lowerBound.ts";
import { readVrptw, TICKS_PER_UNIT } from "../../src/io/benchmarks/vrptw/readVrptw.ts";
import { Progress } from "../progress.ts";
import { cpuClock, wallClock } from "../quality/runOnce.ts";
import { CommandError, matchesGlob, misread } from "../suites.ts";
import { figure, percent, tableText } from "../table.ts";
import { OPTIMA } from "./optima.ts";

export const BOUNDS_HELP = `Proves lower bounds for the first 25 and 50 customers of Solomon's instances, distances with one decimal, cut off.

  npm run bench -- bounds --data DIR [options]

  --data DIR       folder with the instances of 100 customers (R101.txt, …), or one that has them in vrptw/
  --customers N    customers that are kept, comma between them (default: 25,50)
  --only GLOB      only instances so named, * for anything, [RC] for R or C
  --steps N        steps of each bound (default: as the library's)
  --seconds S      ends each bound early (default: no limit)
  --cpu            seconds are CPU time instead of time on the clock
  --json FILE      write every bound there, after every one

Exit status: 0 all within 1 % of the optimum, none above it; 1 one is not; 2 the command is wrong.
`;

export interface BoundsOptions {
  readonly data: string;
  readonly customers: readonly number[];
  readonly only: string;
  readonly steps: number | undefined;
  readonly seconds: number | undefined;
  readonly cpu: boolean;
  readonly json: string | undefined;
}

export interface BoundsRun {
  readonly instance: string;
  readonly customers: number;
  readonly bound: number;
  /** Published; null where none is known. */
  readonly optimum: number | null;
  /** (optimum - bound) / optimum, in percent. */
  readonly gap: number | null;
  readonly complete: boolean;
  readonly steps: number;
  readonly cpuSeconds: number;
}

/** null: help was asked for. Throws {@link CommandError} for what cannot be meant. */
export function boundsOptions(args: readonly string[]): BoundsOptions | null {
  const [text, flag] = [{ type: "string" }, { type: "boolean", default: false }] as const;
  const options = { data: text, customers: text, only: text, steps: text, seconds: text, cpu: flag, json: text, help: flag };
  const read = () => parseArgs({ args: [...args], options }).values;
  let values: ReturnType<typeof read>;
  try {
    values = read();
  } catch (error) {
    throw misread(error, "bounds --help");
  }
  if (values.help) return null;
  if (values.data === undefined) throw new CommandError("Give --data, the folder that holds the instances.");
  const whole = (name: string, written: string): number => {
    const value = Number(written);
    if (Number.isInteger(value) && value >= 1) return value;
    throw new CommandError(`--${name} ${written}: give a whole number of at least 1.`);
  };
  const seconds = values.seconds === undefined ? undefined : Number(values.seconds);
  if (seconds !== undefined && !(seconds > 0)) throw new CommandError(`--seconds ${values.seconds}: give a number above 0.`);
  return {
    data: values.data,
    customers: (values.customers ?? "25,50").split(",").map((one) => whole("customers", one)),
    only: values.only ?? "*",
    steps: values.steps === undefined ? undefined : whole("steps", values.steps),
    seconds,
    cpu: values.cpu,
    json: values.json,
  };
}

/** Runs the command; the exit status. */
export function bounds(args: readonly string[]): number {
  const options = boundsOptions(args);
  if (options === null) {
    console.log(BOUNDS_HELP);
    return 0;
  }
  const runs = boundsRuns(options);
  console.log(boundsText(runs));
  return runs.every(({ gap }) => gap === null || (gap <= 1 && gap >= 0)) ? 0 : 1;
}

/** Instance by instance, in the order of their names; tells the terminal of each. */
export function boundsRuns(options: BoundsOptions): BoundsRun[] {
  const { data, customers, only, steps, seconds, cpu, json } = options;
  const folder = [join(resolve(data), "vrptw"), resolve(data)].find((path) => existsSync(path));
  const names = (folder === undefined ? [] : readdirSync(folder)).flatMap((file) => /^(R?C?[12]\d\d)\.txt$/.exec(file)?.[1] ?? []);
  const chosen = names.filter((name) => matchesGlob(name, only)).sort();
  if (folder === undefined || chosen.length === 0) throw new CommandError(`${data} holds no instances of Solomon's that are so named.`);
  const runs: BoundsRun[] = [];
  const progress = new Progress(() => `${runs.length} of ${chosen.length * customers.length} bounds`);
  for (const count of customers) {
    for (const instance of chosen) {
      const demand = readVrptw(firstCustomers(readFileSync(join(folder, `${instance}.txt`), "utf8"), count));
      const from = cpuClock();
      const limits = { ...(steps !== undefined && { steps }), ...(seconds !== undefined && { seconds }) };
      const { levels, complete, steps: taken } = lowerBound(demand, { ...limits, clock: cpu ? cpuClock : wallClock });
      const bound = (levels[1] ?? 0) / TICKS_PER_UNIT;
      const optimum = OPTIMA.get(`${instance} ${count}`) ?? null;
      const gap = optimum === null ? null : (100 * (optimum - bound)) / optimum;
      runs.push({ instance, customers: count, bound, optimum, gap, complete, steps: taken, cpuSeconds: cpuClock() - from });
      progress.say(`${instance}, ${count} customers: ${figure(bound, 1)}${gap === null ? "" : `, ${percent(gap)} below the optimum`}`);
      if (json !== undefined) writeFileSync(json, `${JSON.stringify({ options, node: process.version, runs }, null, 1)}\n`);
    }
  }
  progress.stop();
  return runs;
}

/** The text of an instance without the customers after the first `count`. */
export function firstCustomers(text: string, count: number): string {
  let rows = 0;
  return text
    .split("\n")
    .filter((line) => !/^\s*\d+(\s+[-+.\d]+){6}\s*$/.test(line) || rows++ <= count)
    .join("\n");
}

export function boundsText(runs: readonly BoundsRun[]): string {
  const head = ["instance", " customers", " bound", " optimum", " gap", "ended", " steps", " CPU seconds"];
  const rows = runs.map(({ instance, customers, bound, optimum, gap, complete, steps, cpuSeconds }) => [
    instance, String(customers), figure(bound, 1), figure(optimum, 1), percent(gap), complete ? "by itself" : "early", String(steps), figure(cpuSeconds, 1),
  ]);
  const sums = [...new Set(runs.map(({ customers }) => customers))].map((count) => {
    const gaps = runs.flatMap(({ customers, gap }) => (customers === count && gap !== null ? [gap] : []));
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, gaps.length);
    return `${count} customers: mean gap ${percent(mean)}, worst ${percent(Math.max(...gaps))}, over ${gaps.length}; within 1 %: ${gaps.filter((gap) => gap <= 1).length}.`;
  });
  return [tableText(head, rows), ...sums].join("\n");
}
