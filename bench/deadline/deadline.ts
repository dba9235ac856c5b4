/** `npm run bench -- deadline`: how late results come, after the budget and after an abort. */
import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { Progress } from "../progress.ts";
import { machine } from "../quality/results.ts";
import { CommandError, misread } from "../suites.ts";
import { figure, tableText } from "../table.ts";
import { casesOf } from "./cases.ts";
import type { Answer, Question } from "./child.ts";
import { askChild } from "./askChild.ts";
import { type Late, quantile } from "./measure.ts";

export const DEADLINE_HELP = `How late results come: after the deadline, decoding and judging included, and after an abort.

  npm run bench -- deadline [options]

  --only GLOBS     cases so named, comma between them (default: drawn/day/*,sample/*,vrptw/C101,vrptw/R1_2_5,vrptw/R1_10_5)
  --data DIR       folder that holds the suites' folders, for vrptw/..., uhhc/..., hhcrsp/...
  --budgets LIST   seconds (default 0.05,0.1,0.2,0.5,1,2)
  --each S         seconds spent on each budget, at least three runs (default 5)
  --aborts N       runs aborted at random moments from 1 ms to 3 s (default 40)
  --cpu            budgets and lateness in CPU time of the process, for a busy machine
  --json FILE      write every run there

Exit status: 0 99 of 100 results at most 50 ms late and aborts answered in 20 ms; 1 not; 2 the command is wrong.
`;

export interface DeadlineOptions {
  readonly only: readonly string[];
  readonly data: string | undefined;
  readonly budgets: readonly number[];
  readonly each: number;
  readonly aborts: number;
  readonly cpu: boolean;
  readonly json: string | undefined;
}

const DEFAULT = "drawn/day/*,sample/*,vrptw/C101,vrptw/R1_2_5,vrptw/R1_10_5";
/** What is promised, in milliseconds. */
const LATE = 50;
const ANSWERED = 20;
/** Most runs with one budget. */
const MOST_RUNS = 40;

/** null: help was asked for. Throws {@link CommandError} for what cannot be meant. */
export function deadlineOptions(args: readonly string[]): DeadlineOptions | null {
  const [text, flag] = [{ type: "string" }, { type: "boolean", default: false }] as const;
  const options = { only: text, data: text, budgets: text, each: text, aborts: text, cpu: flag, json: text, help: flag };
  const read = () => parseArgs({ args: [...args], options }).values;
  let values: ReturnType<typeof read>;
  try {
    values = read();
  } catch (error) {
    throw misread(error, "deadline --help");
  }
  if (values.help) return null;
  const number = (name: string, given: string): number => {
    const value = Number(given);
    if (given.trim() !== "" && value >= 0 && Number.isFinite(value)) return value;
    throw new CommandError(`--${name} ${given}: give a number of at least 0.`);
  };
  return {
    only: (values.only ?? DEFAULT).split(","),
    data: values.data,
    budgets: (values.budgets ?? "0.05,0.1,0.2,0.5,1,2").split(",").map((budget) => number("budgets", budget)),
    each: number("each", values.each ?? "5"),
    aborts: number("aborts", values.aborts ?? "40"),
    cpu: values.cpu,
    json: values.json,
  };
}

export interface CaseLate extends Answer {
  readonly name: string;
}

/** Runs the command; the exit status. */
export async function deadline(args: readonly string[]): Promise<number> {
  const options = deadlineOptions(args);
  if (options === null) {
    console.log(DEADLINE_HELP);
    return 0;
  }
  const { only, data, budgets, each, aborts, cpu, json } = options;
  const cases = casesOf(only, data);
  const found: CaseLate[] = [];
  const load = loadavg()[0];
  let now = "";
  const progress = new Progress(() => `[${found.length + 1}/${cases.length}] ${now}`);
  for (const one of cases) {
    now = one.name;
    const runs = (seconds: number): number => Math.min(MOST_RUNS, Math.max(3, Math.ceil(each / Math.max(seconds, 0.02))));
    const question: Question = {
      case: one,
      budgets: budgets.map((seconds) => ({ seconds, runs: runs(seconds) })),
      aborts: { runs: aborts, from: 0.001, to: 3 },
      cpu,
    };
    found.push({ name: one.name, ...(await askChild<Question, Answer>("deadline", question)) });
  }
  progress.stop();
  console.log(lateText(found, budgets));
  const settings = { budgets, each, aborts, cpu };
  if (json !== undefined) writeFileSync(json, `${JSON.stringify({ suite: "deadline", machine: machine(), load, settings, cases: found }, null, 1)}\n`);
  const lates = found.flatMap(({ deadlines }) => deadlines.map(({ late }) => late));
  const answers = found.flatMap(({ aborts: all }) => answersOf(all));
  return quantile(lates, 0.99) <= LATE && quantile(answers, 0.99) <= ANSWERED ? 0 : 1;
}

const answersOf = (aborts: readonly Late[]): number[] => aborts.flatMap(({ answered }) => answered ?? []);

/** Two tables: lateness by case and budget, and answers to aborts by case. */
export function lateText(found: readonly CaseLate[], budgets: readonly number[]): string {
  const spread = (values: readonly number[]): string[] => [0.5, 0.99, 1].map((share) => figure(quantile(values, share), 1));
  const rows = found.flatMap(({ name, tasks, deadlines }) =>
    budgets.map((budget) => {
      const own = deadlines.filter((run) => run.budget === budget);
      const served = quantile(own.map((run) => run.served), 0.5);
      const legal = own.filter((run) => run.legal).length;
      return [name, String(tasks), String(budget), String(own.length), ...spread(own.map(({ late }) => late)), figure(own[0]?.late, 1), String(served), String(legal)];
    }),
  );
  const all = found.flatMap(({ deadlines }) => deadlines);
  rows.push(["all", "", "", String(all.length), ...spread(all.map(({ late }) => late)), "", "", String(all.filter((run) => run.legal).length)]);
  const late = tableText(["case", " tasks", " budget s", " runs", " late ms, p50", " p99", " max", " first", " served, p50", " legal"], rows);
  const answers = found.map(({ name, tasks, aborts, breath }) => {
    const own = answersOf(aborts);
    const legal = aborts.filter((run) => run.legal).length;
    return [name, String(tasks), String(own.length), ...spread(own), figure(own[0], 1), String(legal), figure(breath, 1)];
  });
  const every = found.flatMap(({ aborts }) => answersOf(aborts));
  answers.push(["all", "", String(every.length), ...spread(every), "", "", ""]);
  return `${late}\n\n${tableText(["case", " tasks", " aborts", " answered ms, p50", " p99", " max", " first", " legal", " breath µs"], answers)}`;
}
