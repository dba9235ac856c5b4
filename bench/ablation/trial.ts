/** One run of an ablation: a Demand, a seed, a budget, and the moves left out. */
import { fork } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { checkPlan } from "../../src/check/plan/checkPlan.ts";
import type { Demand } from "../../src/model/demand.ts";
import { compile } from "../../src/problem/compile.ts";
import { movesFor } from "../../src/search/moves/index.ts";
import { solveSync } from "../../src/solve/solve.ts";
import { cpuClock, wallClock } from "../quality/runOnce.ts";
import { demandOf, type Source } from "./demands.ts";

export interface TrialSpec {
  readonly source: Source;
  readonly seed: number;
  readonly seconds: number;
  readonly cpu: boolean;
  /** Name of the move left out; undefined: none. */
  readonly without: string | undefined;
}

export interface Trial {
  readonly levels: readonly number[];
  readonly legal: boolean;
  readonly steps: number;
}

/** Names of the moves that the search uses on a Demand. */
export const movesOn = (demand: Demand): readonly string[] => movesFor(compile(demand)).map(({ move }) => move.name);

/**
 * Plans the Demand without a move, for this whole process: the move supports nothing from now on. Run it in a process of its own.
 */
export function runTrial({ source, seed, seconds, cpu, without }: TrialSpec): Trial {
  const demand = demandOf(source, seed);
  for (const { move } of movesFor(compile(demand))) if (move.name === without) Object.defineProperty(move, "supports", { value: () => false });
  const { plan, steps } = solveSync(demand, { seed, seconds, clock: cpu ? cpuClock : wallClock });
  const { score, issues } = checkPlan(demand, plan);
  return { levels: score.levels, legal: issues.length === 0, steps };
}

/** Bundled, the child is a bundle beside this one; from source, it needs a loader as this file did. */
const FROM_SOURCE = import.meta.url.endsWith(".ts");
const CHILD = fileURLToPath(new URL(FROM_SOURCE ? "child.ts" : "ablationChild.js", import.meta.url));
const loader = (): string[] => ["--import", pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href];

/** The same in a process of its own. Rejects if that ends without a plan. */
export function trialInChild(spec: TrialSpec): Promise<Trial> {
  const child = fork(CHILD, { execArgv: FROM_SOURCE ? loader() : [], serialization: "advanced" });
  return new Promise((resolve, reject) => {
    child.once("message", (answer: { trial?: Trial; error?: string }) => {
      if (answer.trial !== undefined) resolve(answer.trial);
      else reject(new Error(answer.error ?? "The run gave no answer."));
    });
    child.once("error", reject);
    child.once("exit", (code, signal) => reject(new Error(`The run ended with ${signal ?? `status ${code}`} and without a plan.`)));
    child.send(spec);
  });
}
