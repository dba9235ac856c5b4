/**
 * Plans a small town's home care under minute planning and under ramtid, judges and measures both plans, and writes a
 * page that shows them side by side. This is what `npm start` runs.
 *
 * Each model gets the same search time: half from nothing under minute planning, half on its own from there. Every minute
 * plan is a ramtid plan too, so the finished minute plan is taken for ramtid where the search found nothing better.
 *
 *   npm start -- --seconds 8 --seed 7 --clients 24 --days 7 --locale sv --out hemtur-comparison.html
 *
 * With `--steps N` each search ends after N steps instead, and the same plans come out on every machine.
 */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import {
  adopt, checkPlan, compareScores, type Demand, demandFor, measure, minute, type Plan, type Progress, ramtid, solve, type SolveOptions, UsageError,
} from "hemtur";
import { type Arm, comparisonPage, comparisonTable } from "hemtur/report";
import { sampleTown } from "hemtur/sample";

const HELP = "npm start -- [--seconds S | --steps N] [--seed N] [--clients N] [--days N] [--locale en|sv] [--out FILE]";

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError) && !(error instanceof Error && "code" in error)) throw error;
  console.error(`${error.message}\n${HELP}`);
  process.exitCode = 2;
}

/** Throws UsageError on numbers that make no sense, and Node's own errors on unknown options and files that cannot be written. */
async function main(args: string[]): Promise<void> {
  const text = (value: string) => ({ type: "string", default: value }) as const;
  const { values } = parseArgs({
    args,
    options: {
      seconds: text("8"), steps: { type: "string" }, seed: text("7"), clients: text("24"), days: text("7"), locale: text("en"),
      out: text("hemtur-comparison.html"), help: { type: "boolean" },
    },
  });
  if (values.help) return console.log(HELP);
  const { locale } = values;
  if (locale !== "en" && locale !== "sv") throw new UsageError(`locale is ${locale}. Give en or sv.`);
  const seed = Number(values.seed);
  const budget = { seed, ...(values.steps === undefined ? { seconds: Number(values.seconds) } : { steps: Number(values.steps) }) };

  const town = sampleTown({ seed, clients: Number(values.clients), days: Number(values.days) });
  const asMinute = demandFor(town, minute());
  const asRamtid = demandFor(town, ramtid());

  const draft = await plan("first plan", asMinute, budget);
  const minutePlan = await plan("minute", asMinute, { ...budget, start: draft });
  const taken = adopt(minutePlan, asRamtid);
  const found = await plan("ramtid", asRamtid, { ...budget, start: adopt(draft, asRamtid) });
  const ramtidPlan = isBetter(asRamtid, found, taken) ? found : taken;

  const arm = (name: string, demand: Demand, of: Plan): Arm => ({ name, demand, plan: of, ...checkPlan(demand, of), measures: measure(town, demand, of) });
  const arms = [arm("Minute", asMinute, minutePlan), arm("Ramtid", asRamtid, ramtidPlan)];
  console.log(comparisonTable({ case: town, arms, locale }));

  const path = resolve(values.out);
  writeFileSync(path, comparisonPage({ case: town, arms, locale }));
  console.log(`\nThe page: ${path}`);
}

/** Searches for one budget and says every second how it goes. */
async function plan(name: string, demand: Demand, options: SolveOptions): Promise<Plan> {
  let shown = 0;
  const onProgress = ({ seconds, share, levels }: Progress): void => {
    if (seconds < shown + 1) return;
    shown = seconds;
    console.error(`${name.padEnd(10)} ${(100 * share).toFixed(0).padStart(3)} %  cost by level ${levels.map((cost) => cost.toFixed(0)).join(" / ")}`);
  };
  return (await solve(demand, { ...options, onProgress }).result).plan;
}

function isBetter(demand: Demand, one: Plan, other: Plan): boolean {
  return compareScores(checkPlan(demand, one).score, checkPlan(demand, other).score) < 0;
}
