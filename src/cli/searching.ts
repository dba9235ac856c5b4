/** Searching as the commands do it: with threads, a line that says how far it is, and Ctrl-C for the best so far. */
import type { Demand } from "../model/demand.ts";
import type { Plan } from "../model/plan.ts";
import { threadPool } from "../node.ts";
import { solve } from "../solve/solve.ts";
import type { Progress } from "../solve/options.ts";
import type { SolveResult } from "../solve/result.ts";
import { numberOf, wholeOf } from "./command.ts";

export interface Budget {
  readonly seconds?: number;
  readonly steps?: number;
  readonly seed: number;
  /** Searches side by side, one thread each. */
  readonly threads: number;
}

/** Each keeps the whole problem in memory. */
const MOST_THREADS = 256;

export const BUDGET_NAMES = ["seconds", "steps", "seed", "threads"] as const;
export const BUDGET_HELP: readonly string[] = [
  "--seconds S       time to search (default 10)",
  "--steps N         end after N steps instead: the same plan every time, on every machine",
  "--seed N          another seed finds another plan (default 1)",
  `--threads N       searches side by side, of which the best counts; 1 to ${MOST_THREADS} (default 1)`,
];

/** The budget that the options name. */
export function budgetOf(values: { readonly [name in (typeof BUDGET_NAMES)[number]]?: string }): Budget {
  const steps = values.steps === undefined ? undefined : wholeOf("steps", values.steps, 0);
  const common = { seed: wholeOf("seed", values.seed, 1), threads: wholeOf("threads", values.threads, 1, [1, MOST_THREADS]) };
  if (steps !== undefined && values.seconds === undefined) return { ...common, steps };
  return { ...common, seconds: numberOf("seconds", values.seconds, 10), ...(steps === undefined ? {} : { steps }) };
}

/** Searches for the budget. The line goes to standard error; an interrupt ends the search with the best so far. */
export async function search(name: string, demand: Demand, budget: Budget, start?: Plan): Promise<SolveResult> {
  const { threads, ...rest } = budget;
  const abort = new AbortController();
  const interrupt = (): void => abort.abort();
  const pool = threads > 1 ? threadPool({ threads }) : undefined;
  process.once("SIGINT", interrupt);
  try {
    const options = { ...rest, lanes: threads, signal: abort.signal, onProgress: progressLine(name), ...(pool && { pool }), ...(start && { start }) };
    return await solve(demand, options).result;
  } finally {
    process.off("SIGINT", interrupt);
    await pool?.dispose();
    if (process.stderr.isTTY) process.stderr.write("\n");
  }
}

/** On a terminal a line rewritten as it goes; elsewhere a line every ten seconds. */
function progressLine(name: string): (progress: Progress) => void {
  let told = 0;
  return ({ seconds, steps, share, levels }) => {
    const line = `${name}: ${Math.round(100 * share)} %, ${Math.round(seconds)} s, ${steps} steps, cost by level ${levels.map((cost) => Math.round(cost)).join(" / ")}`;
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${line}`);
    else if (seconds >= told + 10) {
      told = seconds;
      process.stderr.write(`${line}\n`);
    }
  };
}
