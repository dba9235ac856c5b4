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
import { adopt, checkPlan, compareScores, type Demand, demandFor, measure, minute, type Plan, type Progress, ramtid, solve } from "hemtur";
import { type Arm, comparisonPage, comparisonTable } from "hemtur/report";
import { sampleTown } from "hemtur/sample";

const text = (value: string) => ({ type: "string", default: value }) as const;
const { values } = parseArgs({
  options: {
    seconds: text("8"), steps: text("0"), seed: text("7"), clients: text("24"), days: text("7"), locale: text("en"), out: text("hemtur-comparison.html"),
  },
});
const seed = Number(values.seed);
const steps = Number(values.steps);
const budget = steps > 0 ? { steps } : { seconds: Number(values.seconds) };
const locale = values.locale === "sv" ? "sv" : "en";

const town = sampleTown({ seed, clients: Number(values.clients), days: Number(values.days) });
const asMinute = demandFor(town, minute());
const asRamtid = demandFor(town, ramtid());

const draft = await plan("first plan", asMinute);
const minutePlan = await plan("minute", asMinute, draft);
const taken = adopt(minutePlan, asRamtid);
const found = await plan("ramtid", asRamtid, adopt(draft, asRamtid));
const ramtidPlan = isBetter(asRamtid, found, taken) ? found : taken;

const arms = [arm("Minute", asMinute, minutePlan), arm("Ramtid", asRamtid, ramtidPlan)];
console.log(comparisonTable({ case: town, arms, locale }));

const path = resolve(values.out);
writeFileSync(path, comparisonPage({ case: town, arms, locale }));
console.log(`\nThe page: ${path}`);

/** Searches for one budget and says every second how it goes. */
async function plan(name: string, demand: Demand, start?: Plan): Promise<Plan> {
  let shown = 0;
  const onProgress = ({ seconds, share, levels }: Progress): void => {
    if (seconds < shown + 1) return;
    shown = seconds;
    console.error(`${name.padEnd(10)} ${(100 * share).toFixed(0).padStart(3)} %  cost by level ${levels.map((cost) => cost.toFixed(0)).join(" / ")}`);
  };
  const { result } = solve(demand, { ...budget, seed, onProgress, ...(start && { start }) });
  return (await result).plan;
}

function isBetter(demand: Demand, one: Plan, other: Plan): boolean {
  return compareScores(checkPlan(demand, one).score, checkPlan(demand, other).score) < 0;
}

function arm(name: string, demand: Demand, of: Plan): Arm {
  const { score, issues } = checkPlan(demand, of);
  return { name, demand, plan: of, score, issues, measures: measure(town, demand, of) };
}
