/** All runs of a suite, one after the other. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Options } from "../options.ts";
import { Progress } from "../progress.ts";
import { CommandError, foldersIn, type Instance, instancesIn, matchesGlob, SUITES } from "../suites.ts";
import { percent } from "../table.ts";
import { runInChild } from "./inChild.ts";
import { type Results, type RivalRun, type Run, resultsOf, resumed, type Settings, save } from "./results.ts";
import type { RunSpec } from "./runOnce.ts";
import { rivalFor } from "./versus.ts";

/** Runs what is not yet in the `--json` file, saving after every run. `failed` counts runs that ended without a plan. */
export async function runSuite(options: Options): Promise<{ results: Results; failed: number }> {
  const suite = SUITES[options.suite];
  if (suite === undefined) throw new CommandError(`There is no suite ${options.suite}.`);
  const instances = chosen(options);
  const settings: Settings = { seconds: options.seconds ?? null, steps: options.steps ?? null, cpu: options.cpu, threads: options.threads };
  const before = options.resume && options.json !== undefined ? resumed(options.json, options.suite, settings) : { runs: [], rivals: [] };
  const runs: Run[] = [...before.runs];
  const rivals: RivalRun[] = [...before.rivals];
  for (const folder of [options.solutions, options.json && dirname(options.json)]) if (folder) mkdirSync(folder, { recursive: true });
  const fileOf = ({ instance, seed }: { instance: string; seed: number }) =>
    options.solutions === undefined ? undefined : join(options.solutions, `${instance}.${seed}.${suite.solutionExtension}`);
  const store = (): Results => {
    const results = resultsOf(options.suite, settings, runs, rivals);
    if (options.json !== undefined) save(options.json, results);
    return results;
  };
  const isDone = (spec: RunSpec) => {
    const file = fileOf(spec);
    return runs.some((run) => run.instance === spec.instance && run.seed === spec.seed) && (file === undefined || existsSync(file));
  };
  const todo = instances.flatMap((instance) => specsOf(instance, options)).filter((spec) => !isDone(spec));
  const rival = options.versus === undefined ? undefined : rivalFor(options.versus, suite.name);
  const started = performance.now();
  let failed = 0;
  let finished = 0;
  let now = "";
  const progress = new Progress(
    () => `[${finished + 1}/${todo.length}] ${now}, ${Math.round((performance.now() - started) / 1000)} s since the start`,
  );
  if (before.runs.length > 0) progress.say(`${before.runs.length} runs stand in ${options.json}; ${todo.length} are left.`);
  for (const spec of todo) {
    now = `${spec.instance}, seed ${spec.seed}`;
    try {
      const { run, solution, fault } = await runInChild(spec);
      const file = fileOf(run);
      if (file !== undefined) writeFileSync(file, solution);
      replace(runs, run);
      progress.say(
        `[${finished + 1}/${todo.length}] ${now}: ${run.cost.toFixed(3)} ${run.gap === null ? "" : `(${percent(run.gap)})`}${fault === undefined ? "" : ` NOT LEGAL ${fault}`}`,
      );
    } catch (error) {
      failed++;
      progress.say(`[${finished + 1}/${todo.length}] ${now}: FAILED ${error instanceof Error ? error.message : String(error)}`);
    }
    finished++;
    store();
  }
  if (rival !== undefined) {
    for (const instance of instances.filter((one) => !rivals.some((r) => r.rival === rival.name && r.instance === one.name))) {
      now = `${rival.name} on ${instance.name}`;
      try {
        rivals.push(await rival.run(instance, options));
        store();
      } catch (error) {
        failed++;
        progress.say(`${now}: FAILED ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
  progress.stop();
  return { results: store(), failed };
}

function chosen(options: Options): Instance[] {
  const suite = SUITES[options.suite];
  const folders = foldersIn(options.data, suite === undefined ? [] : [suite]);
  const all = folders.flatMap((folder) => instancesIn(folder).map((instance) => ({ folder, instance })));
  const wanted = all.filter(({ folder, instance }) =>
    matchesGlob(options.only.includes("/") ? `${folder.name}/${instance.name}` : instance.name, options.only),
  );
  if (wanted.length === 0) throw new CommandError(`None of the ${all.length} instances is named like ${options.only}.`);
  return wanted.map(({ instance }) => instance);
}

const specsOf = ({ name, path, bestKnown }: Instance, options: Options): RunSpec[] =>
  Array.from({ length: options.seeds }, (_, i) => ({
    suite: options.suite,
    instance: name,
    path,
    bestKnown: Number.isNaN(bestKnown) ? null : bestKnown,
    seed: i + 1,
    seconds: options.seconds,
    steps: options.steps,
    cpu: options.cpu,
    threads: options.threads,
  }));

function replace(runs: Run[], run: Run): void {
  const at = runs.findIndex((one) => one.instance === run.instance && one.seed === run.seed);
  if (at < 0) runs.push(run);
  else runs[at] = run;
}
