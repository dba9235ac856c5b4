/**
 * Plans a unit's home care under minute planning and under ramtid, judges and measures both plans, and writes a page that
 * shows them side by side. This is what `npm start` runs; `compareModels` says how both get the same means.
 *
 *   npm start -- --seconds 55 --seed 7 --clients 24 --days 7 --lang sv --out hemtur-comparison.html
 *
 * With `--steps N` each search ends after N steps instead, and the same plans come out on every machine.
 */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { compareModels, type Progress, UsageError } from "hemtur";
import { threadPool } from "hemtur/node";
import { comparisonPage, comparisonTable } from "hemtur/report";
import { sampleTown } from "hemtur/sample";

const HELP = "npm start -- [--seconds S | --steps N] [--seed N] [--clients N] [--days N] [--lang en|sv] [--out FILE]";

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError) && !(error instanceof Error && "code" in error)) throw error;
  console.error(`${error.message}\n${HELP}`);
  process.exitCode = 2;
}

/** Throws UsageError on numbers that make no sense, and Node's own errors on unknown options and files that cannot be written. */
async function main(args: string[]): Promise<void> {
  const text = { type: "string" } as const;
  const options = { seconds: text, steps: text, seed: text, clients: text, days: text, lang: text, out: text, help: { type: "boolean" } } as const;
  const { values } = parseArgs({ args, options });
  if (values.help) return console.log(HELP);
  const { lang: locale = "en", out = "hemtur-comparison.html" } = values;
  if (locale !== "en" && locale !== "sv") throw new UsageError(`lang is ${locale}. Give en or sv.`);
  const number = (name: "seconds" | "steps" | "seed" | "clients" | "days") => (values[name] === undefined ? {} : { [name]: Number(values[name]) });

  const town = sampleTown({ seed: 7, language: locale, ...number("seed"), ...number("clients"), ...number("days") });
  const budget = { ...(values.steps === undefined && { seconds: 55 }), ...number("seconds"), ...number("steps") };
  const pool = threadPool({ threads: 2 });
  const arms = await compareModels(town, { seed: 7, ...number("seed"), ...budget, pool, onProgress: progressLine() }).finally(() => pool.dispose());

  const named = arms.map((arm) => ({ ...arm, name: arm.name === "ramtid" ? "Ramtid" : locale === "sv" ? "Minutplanering" : "Minute" }));
  console.log(comparisonTable({ case: town, arms: named, locale }));
  writeFileSync(resolve(out), comparisonPage({ case: town, arms: named, locale }));
  console.log(`\nThe page: ${resolve(out)}`);
}

/** Says of each search every five seconds how it goes. */
function progressLine(): (search: string, progress: Progress) => void {
  const told = new Map<string, number>();
  return (search, { seconds, share, levels }) => {
    if (seconds < (told.get(search) ?? 0) + 5 && (told.has(search) || seconds < 1)) return;
    told.set(search, seconds);
    console.error(`${search.padEnd(7)} ${(100 * share).toFixed(0).padStart(3)} %  cost by level ${levels.map((cost) => cost.toFixed(0)).join(" / ")}`);
  };
}
