/** `npm run bench`: see `--help`. */
import { ablation } from "./ablation/ablation.ts";
import { bounds } from "./bounds/bounds.ts";
import { models } from "./models/models.ts";
import { anytime } from "./anytime/anytime.ts";
import { deadline } from "./deadline/deadline.ts";
import { HELP, type Options, optionsFrom, OWN_SUITES } from "./options.ts";
import { planted } from "./planted/planted.ts";
import { byInstance, gapOf, median, type Results } from "./quality/results.ts";
import { runSuite } from "./quality/runSuite.ts";
import { isClean, type Rescored, rescore } from "./rescore.ts";
import { rules } from "./rules/rules.ts";
import { scale } from "./scale/scale.ts";
import { speed } from "./speed/speed.ts";
import { CommandError } from "./suites.ts";
import { threads } from "./threads/threads.ts";
import { figure, percent, tableText } from "./table.ts";

const OWN: Readonly<Record<(typeof OWN_SUITES)[number], (args: readonly string[]) => number | Promise<number>>> = {
  speed,
  rules,
  ablation,
  models,
  planted,
  deadline,
  anytime,
  threads,
  bounds,
  scale,
};

async function main(args: readonly string[]): Promise<number> {
  const own = OWN_SUITES.find((name) => name === args[0]);
  if (own !== undefined) return OWN[own](args.slice(1));
  const options = optionsFrom(args);
  if (options === null) {
    console.log(HELP);
    return 0;
  }
  return options.suite === "rescore" ? rescoreAll(options) : await measure(options);
}

async function measure(options: Options): Promise<number> {
  const { results, failed } = await runSuite(options);
  console.log(resultsText(results));
  if (failed > 0) console.log(`${failed} runs FAILED; run again with --resume to repeat only them.`);
  return failed > 0 || results.summary.infeasibleRuns > 0 ? 1 : 0;
}

function resultsText({ runs, rivals, summary }: Results): string {
  const head = ["instance", " best known", " median", " gap", " best seed", " seeds", " legal", " seconds", " CPU seconds", " steps"];
  const names = [...new Set(rivals.map((r) => r.rival))];
  const rows = [...byInstance(runs)].map(([instance, all]) => {
    const legal = all.filter((run) => run.feasible).map((run) => run.cost);
    return [
      instance,
      figure(all[0]?.bestKnown),
      figure(median(legal)),
      percent(gapOf(all)),
      legal.length === 0 ? "-" : figure(Math.min(...legal)),
      String(all.length),
      String(legal.length),
      figure(median(all.map((run) => run.seconds)), 1),
      figure(median(all.map((run) => run.cpuSeconds)), 1),
      figure(median(all.map((run) => run.steps)), 0),
      ...names.map((name) => {
        const rival = rivals.find((r) => r.rival === name && r.instance === instance);
        return rival === undefined ? "-" : `${figure(rival.cost)}${rival.feasible ? "" : " not legal"}`;
      }),
    ];
  });
  const { instances, compared, meanGap, worstGap, belowBestKnown, infeasibleRuns } = summary;
  const sum = `Mean gap ${percent(meanGap)}, worst ${percent(worstGap)}, over ${compared} of ${instances} instances (median seed each); below best known: ${belowBestKnown}; runs without a legal plan: ${infeasibleRuns}.`;
  return `${tableText([...head, ...names.map((name) => ` ${name}`)], rows)}\n${sum}`;
}

function rescoreAll(options: Options): number {
  const all: Rescored[] = [];
  const started = performance.now();
  let told = started;
  for (const one of rescore(options.data)) {
    all.push(one);
    if (performance.now() - told < 2000) continue;
    told = performance.now();
    process.stderr.write(`${all.length} solutions judged, ${Math.round((told - started) / 1000)} s\n`);
  }
  if (all.length === 0) throw new CommandError(`No folder in ${options.data} has solutions/.`);
  const rows = all.map((r) => [
    r.folder,
    r.solution,
    r.published,
    String(r.judged),
    String(r.judged - Number(r.published)),
    r.verdict,
    r.note,
  ]);
  console.log(tableText(["folder", "solution", " published", " judged", " difference", "verdict", ""], rows));
  const count = (verdict: Rescored["verdict"]) => all.filter((one) => one.verdict === verdict).length;
  const clean = isClean(all);
  console.log(
    `${all.length} published solutions: ${count("equal")} equal, ${count("early")} equal but starting a minute early, ${all.length - count("equal") - count("early")} other.`,
  );
  console.log(clean ? "Every published cost was reached." : "NOT every published cost was reached.");
  return clean ? 0 : 1;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
