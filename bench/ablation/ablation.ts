/** `npm run bench -- ablation`: plans the same Demands with all moves, and again with each move left out. */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { CommandError, matchesGlob, misread } from "../suites.ts";
import { figure, tableText } from "../table.ts";
import { demandOf, sourcesOf } from "./demands.ts";
import { effectOf, type Pair } from "./effect.ts";
import { movesOn, type Trial, trialInChild, type TrialSpec } from "./trial.ts";

export const ABLATION_HELP = `Measures what each move of the search is worth: all moves, against all but one.

  npm run bench -- ablation [options]

  --data DIR       folder that holds the suites' instances; without it, only towns of our own
  --only GLOBS     instances, comma between them: "uhhc/i-1*,rules/continuity/200" (default: rules/*/200)
  --moves GLOBS    only moves so named, comma between them
  --seconds S      budget of one run (default 10)
  --cpu            the budget is CPU time instead of time on the clock
  --seeds K        runs per instance and move, seeds 1 to K (default 1)
  --json FILE      keep every run there; runs that stand there are not repeated

Each move is left out only where the search would use it; pairs with a plan that breaks a rule are passed over. Exit status: 0 all well; 1 a run failed; 2 the command is wrong.
`;

interface AblationOptions {
  readonly data: string | undefined;
  readonly only: readonly string[];
  readonly moves: readonly string[];
  readonly seconds: number;
  readonly cpu: boolean;
  readonly seeds: number;
  readonly json: string | undefined;
}

/** null: help was asked for. Throws {@link CommandError} for what cannot be meant. */
export function ablationOptions(args: readonly string[]): AblationOptions | null {
  const [text, flag] = [{ type: "string" }, { type: "boolean", default: false }] as const;
  const read = () => parseArgs({ args: [...args], options: { data: text, only: text, moves: text, seconds: text, cpu: flag, seeds: text, json: text, help: flag } }).values;
  let values: ReturnType<typeof read>;
  try {
    values = read();
  } catch (error) {
    throw misread(error, "ablation --help");
  }
  const { data, only = "rules/*/200", moves = "*", cpu, json, help } = values;
  const seconds = Number(values.seconds ?? 10);
  const seeds = Number(values.seeds ?? 1);
  if (!(seconds > 0)) throw new CommandError(`--seconds ${values.seconds}: give a number above 0.`);
  if (!Number.isInteger(seeds) || seeds < 1) throw new CommandError(`--seeds ${values.seeds}: give a whole number of at least 1.`);
  return help ? null : { data, only: only.split(","), moves: moves.split(","), seconds, cpu, seeds, json };
}

/** Runs the command; the exit status. */
export async function ablation(args: readonly string[]): Promise<number> {
  const options = ablationOptions(args);
  if (options === null) {
    console.log(ABLATION_HELP);
    return 0;
  }
  const specs = specsOf(options);
  const done = readTrials(options.json);
  let failed = 0;
  for (const [i, spec] of specs.entries()) {
    const key = keyOf(spec);
    if (done[key] !== undefined) continue;
    process.stderr.write(`[${i + 1}/${specs.length}] ${key}\n`);
    try {
      done[key] = await trialInChild(spec);
    } catch (error) {
      failed++;
      process.stderr.write(`FAILED ${error instanceof Error ? error.message : String(error)}\n`);
    }
    if (options.json !== undefined) save(options.json, done);
  }
  console.log(ablationText(specs, done));
  return failed > 0 ? 1 : 0;
}

/** Of each instance and seed first all moves, then all but each. */
function specsOf({ data, only, moves, seconds, cpu, seeds }: AblationOptions): TrialSpec[] {
  return sourcesOf(only, data).flatMap((source) =>
    Array.from({ length: seeds }, (_, k) => k + 1).flatMap((seed) => {
      const used = movesOn(demandOf(source, seed)).filter((name) => moves.some((glob) => matchesGlob(name, glob)));
      return [undefined, ...used].map((without) => ({ source, seed, seconds, cpu, without }));
    }),
  );
}

type Trials = Record<string, Trial>;

const keyOf = ({ source, seed, seconds, cpu, without }: TrialSpec): string => `${source.name} seed ${seed} ${seconds} ${cpu ? "CPU s" : "s"} without ${without ?? "nothing"}`;

const readTrials = (file: string | undefined): Trials =>
  file !== undefined && existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Trials) : {};

function save(file: string, trials: Trials): void {
  writeFileSync(`${file}.new`, JSON.stringify(trials, null, 1));
  renameSync(`${file}.new`, file);
}

/** A row per move, the most useful first. */
export function ablationText(specs: readonly TrialSpec[], trials: Readonly<Trials>): string {
  const pairs = new Map<string, Pair[]>();
  for (const spec of specs) {
    if (spec.without === undefined) continue;
    const base = trials[keyOf({ ...spec, without: undefined })];
    const without = trials[keyOf(spec)];
    if (base?.legal !== true || without?.legal !== true) continue;
    const list = pairs.get(spec.without) ?? [];
    list.push({ without: without.levels, base: base.levels });
    pairs.set(spec.without, list);
  }
  const rows = [...pairs]
    .map(([move, list]) => ({ move, ...effectOf(list) }))
    .sort((a, b) => b.mean - a.mean)
    .map(({ move, pairs: count, worse, better, chance, compared, mean, error }) => [
      move,
      String(count),
      String(worse),
      String(better),
      figure(chance, 3),
      `${mean < 0 ? "" : "+"}${figure(mean)} %`,
      figure(error),
      String(compared),
    ]);
  return tableText(["without", " pairs", " worse", " better", " sign test", " mean", " ±", " of"], rows);
}
