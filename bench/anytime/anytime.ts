/** `npm run bench -- anytime`: what a plan costs after 50 ms, and after a minute. */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { askChild } from "../deadline/askChild.ts";
import { type BudgetCase, casesOf } from "../deadline/cases.ts";
import { Progress } from "../progress.ts";
import { machine, type RivalRun } from "../quality/results.ts";
import { rivalFor } from "../quality/versus.ts";
import { CommandError, misread } from "../suites.ts";
import { figure, percent, tableText } from "../table.ts";
import type { Question } from "./child.ts";
import { type Line, pictureOf } from "./picture.ts";
import { type AnytimeRun, byCase, pointsOf } from "./runs.ts";

export const ANYTIME_HELP = `What a plan costs, by the budget it was given.

  npm run bench -- anytime [options]

  --only GLOBS     cases so named, comma between them (default: drawn/day/300,drawn/day/3000,sample/*,vrptw/RC107,vrptw/R1_2_5,vrptw/R1_10_5)
  --data DIR       folder that holds the suites' folders, for vrptw/..., uhhc/..., hhcrsp/...
  --budgets LIST   seconds (default 0.05,0.1,0.2,0.5,1,2,5,10,20,60; up to 600 and more)
  --seeds K        runs of each, seeds 1 to K; the middle one counts (default 1)
  --cpu            budgets in CPU time of the process, for a busy machine
  --versus NAME    run a rival found on PATH beside, with the same limits: vroom (vrptw)
  --json FILE      write all runs there, after every case
  --resume         continue FILE: cases and seeds that stand there are not repeated
  --svg FILE       write the picture there

Exit status: 0 all well; 1 the longest budget of some case gave no legal plan; 2 the command is wrong.
`;

const DEFAULT = "drawn/day/300,drawn/day/3000,sample/*,vrptw/RC107,vrptw/R1_2_5,vrptw/R1_10_5";
const BUDGETS = "0.05,0.1,0.2,0.5,1,2,5,10,20,60";

export interface AnytimeOptions {
  readonly only: readonly string[];
  readonly data: string | undefined;
  readonly budgets: readonly number[];
  readonly seeds: number;
  readonly cpu: boolean;
  readonly versus: string | undefined;
  readonly json: string | undefined;
  readonly resume: boolean;
  readonly svg: string | undefined;
}

/** null: help was asked for. Throws {@link CommandError} for what cannot be meant. */
export function anytimeOptions(args: readonly string[]): AnytimeOptions | null {
  const [text, flag] = [{ type: "string" }, { type: "boolean", default: false }] as const;
  const options = { only: text, data: text, budgets: text, seeds: text, cpu: flag, versus: text, json: text, resume: flag, svg: text, help: flag };
  const read = () => parseArgs({ args: [...args], options }).values;
  let values: ReturnType<typeof read>;
  try {
    values = read();
  } catch (error) {
    throw misread(error, "anytime --help");
  }
  if (values.help) return null;
  const budgets = (values.budgets ?? BUDGETS).split(",").map(Number);
  if (budgets.some((budget) => !(budget > 0 && Number.isFinite(budget)))) throw new CommandError(`--budgets ${values.budgets}: give seconds above 0, comma between them.`);
  const seeds = Number(values.seeds ?? 1);
  if (!(Number.isInteger(seeds) && seeds >= 1)) throw new CommandError(`--seeds ${values.seeds}: give a whole number of at least 1.`);
  if (values.resume && values.json === undefined) throw new CommandError("--resume continues a file: give --json.");
  const { data, cpu, versus, json, resume, svg } = values;
  return { only: (values.only ?? DEFAULT).split(","), data, budgets: budgets.sort((a, b) => a - b), seeds, cpu, versus, json, resume, svg };
}

/** What is written. */
interface File {
  readonly suite: "anytime";
  readonly machine: ReturnType<typeof machine>;
  /** Of the machine over a minute, when the runs began. */
  readonly load: number;
  readonly settings: Pick<AnytimeOptions, "budgets" | "seeds" | "cpu">;
  readonly runs: readonly AnytimeRun[];
  readonly rivals: readonly (RivalRun & { readonly budget: number })[];
}

/** Runs the command; the exit status. */
export async function anytime(args: readonly string[]): Promise<number> {
  const options = anytimeOptions(args);
  if (options === null) {
    console.log(ANYTIME_HELP);
    return 0;
  }
  const { budgets, seeds, cpu, json } = options;
  const cases = casesOf(options.only, options.data);
  const before = options.resume && json !== undefined && existsSync(json) ? (JSON.parse(readFileSync(json, "utf8")) as File) : null;
  if (before !== null && String(before.settings.budgets) !== String(budgets)) throw new CommandError(`${json} was made with other budgets: ${before.settings.budgets}.`);
  let file: File = { suite: "anytime", machine: machine(), load: loadavg()[0] ?? 0, settings: { budgets, seeds, cpu }, runs: before?.runs ?? [], rivals: before?.rivals ?? [] };
  const store = (more: Partial<File>): void => {
    file = { ...file, ...more };
    if (json === undefined) return;
    writeFileSync(`${json}.part`, `${JSON.stringify(file, null, 1)}\n`);
    renameSync(`${json}.part`, json);
  };
  let now = "";
  const progress = new Progress(() => now);
  for (const one of cases) {
    for (let seed = 1; seed <= seeds; seed++) {
      if (file.runs.some((run) => run.case === one.name && run.seed === seed)) continue;
      now = `${one.name}, seed ${seed}`;
      store({ runs: [...file.runs, ...(await askChild<Question, AnytimeRun[]>("anytime", { case: one, seed, budgets, cpu }))] });
    }
    if (options.versus !== undefined) store({ rivals: [...file.rivals, ...(await rivalRuns(one, options.versus, budgets, file.rivals))] });
  }
  progress.stop();
  console.log(anytimeText(file.runs));
  if (options.svg !== undefined) writeFileSync(options.svg, pictureOf(linesOf(file), aboutOf(file)));
  const last = (runs: readonly AnytimeRun[]) => pointsOf(runs).at(-1);
  return [...byCase(file.runs).values()].some((runs) => last(runs)?.run.legal !== true) ? 1 : 0;
}

async function rivalRuns(one: BudgetCase, versus: string, budgets: readonly number[], known: File["rivals"]): Promise<File["rivals"]> {
  const [suite, instance] = one.name.split("/") as [string, string];
  if (suite !== "vrptw" || one.path === null || known.some((run) => run.instance === instance)) return [];
  const rival = rivalFor(versus, suite);
  if (rival === undefined) return [];
  const runs: (RivalRun & { budget: number })[] = [];
  for (const budget of budgets.filter((seconds) => seconds >= 1)) {
    const run = await rival.run({ name: instance, path: one.path, bestKnown: one.bestKnown ?? Number.NaN }, { seconds: budget, threads: 1 });
    runs.push({ ...run, budget });
  }
  return runs;
}

/** A row per case and budget. */
export function anytimeText(runs: readonly AnytimeRun[]): string {
  const rows = [...byCase(runs)].flatMap(([name, own]) =>
    pointsOf(own).map(({ budget, excess, run }) => {
      const cost = run.cost === null ? run.levels.slice(1).map((level) => figure(level, 0)).join(" / ") : figure(run.cost, 1);
      return [name, String(run.tasks), String(budget), figure(run.seconds, 2), figure(run.cpuSeconds, 2), run.legal ? "yes" : "no", String(run.unserved), cost, percent(excess), String(run.steps)];
    }),
  );
  return tableText(["case", " tasks", " budget s", " seconds", " CPU seconds", "legal", " unserved", " cost", " above best", " steps"], rows);
}

function linesOf({ runs, rivals }: File): Line[] {
  const own = [...byCase(runs)].map(([name, all]) => {
    const points = pointsOf(all).map(({ budget, excess }) => ({ seconds: budget, excess }));
    return { name: `${name}, ${all[0]?.tasks} tasks`, isRival: false, points };
  });
  const bestOf = new Map(runs.map((run) => [run.case, run.bestKnown]));
  const names = [...new Set(rivals.map((run) => `${run.rival} vrptw/${run.instance}`))];
  const others = names.map((name) => {
    const of = rivals.filter((run) => `${run.rival} vrptw/${run.instance}` === name);
    const best = bestOf.get(`vrptw/${of[0]?.instance}`) ?? null;
    const points = of.map(({ budget, cost, feasible }) => ({ seconds: budget, excess: best === null || !feasible ? null : 100 * (cost / best - 1) }));
    return { name, isRival: true, points };
  });
  return [...own, ...others];
}

const aboutOf = ({ machine: { node, cores }, settings: { cpu, seeds } }: File): string =>
  `${cpu ? "CPU seconds" : "Seconds"}, one thread, ${seeds === 1 ? "seed 1" : `middle of ${seeds} seeds`}, Node ${node}, ${cores} cores.`;
