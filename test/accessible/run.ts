/** Judges the page of a town of ordinary look in Chromium, in both languages. Status 1 where axe-core finds anything. */
import { findChromium } from "../browser/chromium.ts";
import { violationsOf } from "./accessible.ts";
import { comparisonOf, pages } from "./pages.ts";

const chromium = findChromium();
if (chromium === undefined) throw new Error("No Chromium found. Install one, or name it in the variable CHROME.");

const made = pages(comparisonOf({ clients: 24, days: 7, steps: 3000 }));
let found = 0;
for (const locale of ["sv", "en"] as const) {
  const violations = await violationsOf(chromium, made[locale]);
  console.log(`${locale}: ${violations.length === 0 ? "nothing found" : `${violations.length} rules broken`}`);
  for (const { id, impact, help, nodes } of violations) console.log(`  ${id} (${impact}): ${help}\n${nodes.map((node) => `    ${node}`).join("\n")}`);
  found += violations.length;
}
process.exitCode = found === 0 ? 0 : 1;
