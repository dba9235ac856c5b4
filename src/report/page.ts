/** One page that shows plans side by side. */
import type { Comparison } from "./arm.ts";
import { classColours } from "./classes.ts";
import { daySections } from "./days.ts";
import { formatDate } from "./format.ts";
import { Html, html } from "./html.ts";
import { judgedTable } from "./judged.ts";
import { numbersTable } from "./numbers.ts";
import { paidTimeBars } from "./paidTime.ts";
import { STRINGS } from "./strings.ts";
import { STYLE } from "./style.ts";
import { wrongFirst } from "./wrongFirst.ts";

/**
 * A self-contained HTML page: no scripts, no network, light and dark, fit for print. What users wrote is escaped. The
 * same arms give the same page to the byte. O(tasks of all plans).
 */
export function comparisonPage(comparison: Comparison): string {
  const { case: town, arms, locale } = comparison;
  const words = STRINGS[locale];
  const dates = arms[0]?.demand.days.map((d) => d.date) ?? [];
  const period = words.period(formatDate(dates[0] ?? town.period.from, locale), formatDate(dates.at(-1) ?? town.period.from, locale), dates.length);
  const colours = classColours(arms.map((a) => a.demand));
  const size = words.size(town.clients.length, town.staff.length, arms[0]?.demand.shifts.length ?? 0);
  const origins = arms.map(({ name, plan }) => html`<li>${name}: ${words.origin(plan.origin.tool, String(plan.origin.seed ?? "–"), String(plan.origin.steps ?? "–"))} <code>${plan.demandHash.slice(0, 12)}</code></li>`);
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${town.name}: ${words.title}</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<header><p class="town">${town.name}</p><h1>${words.title}</h1><p class="facts">${period} · ${size}</p><p class="fair">${words.notDays}</p></header>
<main>
${wrongFirst(comparison)}
${numbersTable(comparison)}
${paidTimeBars(comparison)}
${daySections(comparison, colours)}
${judgedTable(comparison)}
</main>
<footer><ul>${origins}</ul></footer>
<svg width="0" height="0" aria-hidden="true" style="position:absolute"><defs>
<pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M1 0V5"/></pattern>
</defs></svg>
</body>
</html>
`.text;
}
