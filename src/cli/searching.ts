/** Searching as the commands do it: with threads, a line that says how far it is, and Ctrl-C for the best so far. */
import { threadPool } from "../node.ts";
import type { Progress, SolveOptions } from "../solve/options.ts";
import { numberOf, wholeOf } from "./command.ts";

export interface Budget {
  readonly seconds?: number;
  readonly steps?: number;
  readonly seed: number;
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

/** Runs what searches, with as many lanes as threads. An interrupt ends all of its searches with the best so far. */
export async function searching<R>(
  { threads, ...rest }: Budget,
  run: (options: SolveOptions, line: (name: string) => (progress: Progress) => void) => Promise<R>,
): Promise<R> {
  const abort = new AbortController();
  const interrupt = (): void => abort.abort();
  const pool = threads > 1 ? threadPool({ threads }) : undefined;
  process.once("SIGINT", interrupt);
  try {
    return await run({ ...rest, lanes: threads, signal: abort.signal, ...(pool && { pool }) }, progressLines());
  } finally {
    process.off("SIGINT", interrupt);
    await pool?.dispose();
    if (process.stderr.isTTY) process.stderr.write("\r\u001b[2K");
  }
}

/** On a terminal a line rewritten as it goes; elsewhere a line after two seconds and then every ten. */
function progressLines(): (name: string) => (progress: Progress) => void {
  const due = new Map<string, number>();
  return (name) =>
    ({ seconds, steps, share, levels }) => {
      if (seconds < (due.get(name) ?? 2)) return;
      due.set(name, seconds + (process.stderr.isTTY ? 0.5 : 10));
      const line = `${name}: ${Math.round(100 * share)} %, ${Math.round(seconds)} s, ${steps} steps, cost by level ${levels.map((cost) => Math.round(cost)).join(" / ")}`;
      process.stderr.write(process.stderr.isTTY ? `\r\u001b[2K${line}` : `${line}\n`);
    };
}
