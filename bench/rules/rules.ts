/** `npm run bench -- rules`: plans towns that stress one rule of the language each, and compares with the best ever found. */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { checkPlan } from "../../src/check/plan/checkPlan.ts";
import type { Issue } from "../../src/errors.ts";
import { hashOf } from "../../src/model/hash.ts";
import { solveSync } from "../../src/solve/solve.ts";
import { cpuClock } from "../quality/runOnce.ts";
import { CommandError, matchesGlob, misread } from "../suites.ts";
import { figure, tableText } from "../table.ts";
import { laidPlan } from "../town/town.ts";
import { type Best, type Budget, type Gap, gapText, gapTo, type Known, knownOf, noted, readBest, writeBest } from "./best.ts";
import { type Instance, instancesOf, townOf, usualSteps } from "./families.ts";

export const RULES_HELP = `Plans towns that stress each rule of the language.

  npm run bench -- rules [options]

  --quick          only the small ones, 50 and 200 tasks
  --only GLOB      only instances so named: "gaps/*", "*/500"
  --steps N        steps of each run (default: 25 for each task of the instance's name, mixed 2)
  --cpu S          CPU seconds of each run, instead of steps
  --seed K         seed of the search (default 1)
  --save           keep scores that are better than any before in bench/rules/best.json

Exit status: 0 all plans are legal; 1 one is not, or a run failed; 2 the command is wrong.
`;

/** Bundled, this file lies two folders below `bench`; from source, beside the scores. */
const BEST = fileURLToPath(new URL(import.meta.url.endsWith(".ts") ? "best.json" : "../../rules/best.json", import.meta.url));

export interface RulesOptions {
  readonly quick: boolean;
  readonly only: string;
  readonly steps: number | undefined;
  readonly cpu: number | undefined;
  readonly seed: number;
  readonly save: boolean;
}

/** null: help was asked for. Throws {@link CommandError} for what cannot be meant. */
export function rulesOptions(args: readonly string[]): RulesOptions | null {
  const [text, flag] = [{ type: "string" }, { type: "boolean", default: false }] as const;
  const read = () =>
    parseArgs({ args: [...args], options: { quick: flag, only: text, steps: text, cpu: text, seed: text, save: flag, help: flag } }).values;
  let values: ReturnType<typeof read>;
  try {
    values = read();
  } catch (error) {
    throw misread(error, "rules --help");
  }
  const { quick, only = "*", save, help } = values;
  const steps = positive("steps", values.steps);
  const cpu = positive("cpu", values.cpu);
  if (steps !== undefined && cpu !== undefined) throw new CommandError("--steps and --cpu: give one of them.");
  if (steps !== undefined && !Number.isInteger(steps)) throw new CommandError(`--steps ${steps}: give a whole number.`);
  const seed = positive("seed", values.seed) ?? 1;
  if (!Number.isInteger(seed)) throw new CommandError(`--seed ${seed}: give a whole number.`);
  return help ? null : { quick, only, steps, cpu, seed, save };
}

function positive(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!(value > 0 && Number.isFinite(value))) throw new CommandError(`--${name} ${text}: give a number above 0.`);
  return value;
}

/** One instance, planned and judged. */
export interface Outcome {
  readonly instance: Instance;
  /** Hash of its Demand. */
  readonly demand: string;
  readonly levels: readonly number[];
  /** Broken rules; where the run failed, why. */
  readonly faults: readonly string[];
  readonly unserved: number;
  readonly steps: number;
  readonly cpuSeconds: number;
  /** Against the plan that the town was laid around. */
  readonly laid: Gap;
}

const budgetOf = ({ steps, cpu }: RulesOptions, instance: Instance): Budget =>
  cpu !== undefined ? { cpuSeconds: cpu } : { steps: steps ?? usualSteps(instance) };

/** Plans the instance once; an error that is thrown becomes a fault. */
export function runInstance(instance: Instance, budget: Budget, seed: number): Outcome {
  const town = townOf(instance);
  const demand = hashOf(town.demand);
  const from = cpuClock();
  try {
    const { cpuSeconds: seconds, steps } = budget;
    const { plan, steps: done } = solveSync(town.demand, {
      seed,
      ...(steps === undefined ? {} : { steps }),
      ...(seconds === undefined ? {} : { seconds, clock: cpuClock }),
    });
    const cpuSeconds = cpuClock() - from;
    const { issues, score } = checkPlan(town.demand, plan);
    const laid = gapTo(score.levels, checkPlan(town.demand, laidPlan(town)).score.levels);
    return {
      instance,
      demand,
      levels: score.levels,
      faults: issues.map(told),
      unserved: plan.unserved.length,
      steps: done,
      cpuSeconds,
      laid,
    };
  } catch (error) {
    const fault = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return {
      instance,
      demand,
      levels: [],
      faults: [fault],
      unserved: 0,
      steps: 0,
      cpuSeconds: cpuClock() - from,
      laid: { verdict: "new" },
    };
  }
}

const told = ({ code, message }: Issue): string => `${code}: ${message}`;

/** Runs the command; the exit status. */
export async function rules(args: readonly string[]): Promise<number> {
  const options = rulesOptions(args);
  if (options === null) {
    console.log(RULES_HELP);
    return 0;
  }
  const all = instancesOf(options.quick);
  const chosen = all.filter(({ name }) => matchesGlob(name, options.only));
  if (chosen.length === 0) throw new CommandError(`None of the ${all.length} instances is named like ${options.only}.`);
  const before = readBest(BEST);
  const after: Record<string, Known> = { ...before };
  const outcomes: Outcome[] = [];
  const usual = options.steps === undefined && options.cpu === undefined && options.seed === 1;
  for (const [i, instance] of chosen.entries()) {
    process.stderr.write(`[${i + 1}/${chosen.length}] ${instance.name}\n`);
    const budget = budgetOf(options, instance);
    const outcome = runInstance(instance, budget, options.seed);
    outcomes.push(outcome);
    if (outcome.faults.length > 0) continue;
    const known = knownOf(before, instance.name, outcome.demand);
    after[instance.name] = noted(known, outcome.demand, { levels: outcome.levels, seed: options.seed, budget }, usual);
    if (options.save) writeBest(BEST, after);
  }
  console.log(rulesText(outcomes, before, usual));
  return outcomes.some(({ faults }) => faults.length > 0) ? 1 : 0;
}

/** The table and its sum. `usual`: the runs had the usual budget and seed, so that what was saved of such runs compares. */
export function rulesText(outcomes: readonly Outcome[], best: Best, usual: boolean): string {
  const head = [
    "instance",
    " unserved",
    " levels",
    " best",
    "verdict",
    "gap",
    usual ? "since saved" : "",
    "laid plan",
    " steps",
    " CPU s",
    "status",
  ];
  const verdicts = outcomes.map(({ instance, demand, levels, faults }) =>
    faults.length > 0 ? undefined : gapTo(levels, knownOf(best, instance.name, demand)?.best.levels),
  );
  const rows = outcomes.map(({ instance, demand, levels, unserved, steps, cpuSeconds, faults, laid }, i) => {
    const known = knownOf(best, instance.name, demand);
    const gap = verdicts[i];
    const since = usual && gap !== undefined ? gapTo(levels, known?.usual) : undefined;
    return [
      instance.name,
      String(unserved),
      levelsText(levels),
      levelsText(known?.best.levels ?? []),
      gap?.verdict ?? "-",
      gap === undefined ? "" : gapText(gap),
      since === undefined ? "" : `${since.verdict} ${gapText(since)}`.trim(),
      `${laid.verdict === "new" ? "-" : laid.verdict} ${gapText(laid)}`.trim(),
      String(steps),
      figure(cpuSeconds, 1),
      faults.length === 0 ? "legal" : `NOT LEGAL ${faults.length}: ${faults[0]}`,
    ];
  });
  const count = (verdict: Gap["verdict"]): number => verdicts.filter((gap) => gap?.verdict === verdict).length;
  const illegal = outcomes.filter(({ faults }) => faults.length > 0).length;
  return `${tableText(head, rows)}\n${outcomes.length} instances against the best ever found: ${count("better")} better, ${count("equal")} equal, ${count("worse")} worse, ${count("new")} new; ${illegal} not legal.`;
}

/** The levels below the hard one. */
const levelsText = (levels: readonly number[]): string =>
  levels.length === 0
    ? "-"
    : levels
        .slice(1)
        .map((cost) => figure(cost, 1))
        .join(" / ");
