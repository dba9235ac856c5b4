/** One page that shows plans side by side. */
import type { Comparison } from "./arm.ts";
import { cautionOf } from "./caution.ts";
import { classColours } from "./classes.ts";
import { clientSection } from "./clients/section.ts";
import { CLIENT_WORDS } from "./clients/words.ts";
import { daySections } from "./days.ts";
import { glossary } from "./glossary.ts";
import { Html, html, NOTHING } from "./html.ts";
import { judgedTable } from "./judged.ts";
import { mapSection } from "./map.ts";
import { numbersTable } from "./numbers.ts";
import { plotsSection } from "./plots/plotsSection.ts";
import { PLOT_STYLE } from "./plots/style.ts";
import { supplySection } from "./plots/supplySection.ts";
import { PLOT_WORDS } from "./plots/words.ts";
import { shiftSection } from "./shifts/section.ts";
import { SHIFT_WORDS } from "./shifts/words.ts";
import { originsOf, periodText, sheetFoot } from "./origin.ts";
import { STRINGS } from "./strings.ts";
import { STYLE } from "./style.ts";
import { unsolvedSection } from "./unsolved/section.ts";
import { UNSOLVED_WORDS } from "./unsolved/words.ts";
import { viewsOf } from "./view.ts";
import { worseAt } from "./worse.ts";

/** What the towns drawn as examples are called. */
const SAMPLED = /^(?:Sample town|Exempelort) \d+$/;

/** A part of the page; the list of links names it by its title where it has one. */
interface Part {
  readonly id: string;
  readonly title?: string;
  readonly content: Html;
}

/**
 * A self-contained HTML page: no scripts, no network, light, fit for print and touch. First what is unsolved, then one shift and one
 * client's days to choose, then the pictures and the numbers. What users wrote is escaped. The same arms give the same page to the byte.
 * O(tasks of all plans + shifts²).
 */
export function comparisonPage(comparison: Comparison): string {
  const { case: town, arms, locale } = comparison;
  const words = STRINGS[locale];
  const period = periodText(comparison);
  const size = words.size(town.clients.length, town.staff.length, arms[0]?.demand.shifts.length ?? 0);
  const title = arms.length > 1 ? words.title(arms.length) : words.titleOfOne;
  const caution = [cautionOf(comparison), worseAt(comparison)].filter((text) => text !== "").join(" ");
  const parts = partsOf(comparison);
  const links = parts.flatMap(({ id, title }) => (title === undefined ? [] : [html`<li><a href="#${id}">${title}</a></li>`]));
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${town.name}: ${title}</title>
<style>${new Html(STYLE + PLOT_STYLE)}</style>
</head>
<body>
<header><p class="town">${town.name}</p><h1>${title}</h1><p class="facts">${period} · ${size}</p>${SAMPLED.test(town.name) ? html`<p class="facts">${words.invented}</p>` : NOTHING}${caution === "" ? NOTHING : html`<p class="fair">${caution}</p>`}</header>
<nav aria-label="${words.contents}"><ul>${links}</ul></nav>
<main>
${parts.map(({ id, content }) => html`<section id="${id}">${content}</section>
`)}</main>
<footer>${glossary(locale)}<ul>${originsOf(comparison).map((one) => html`<li>${one}</li>`)}</ul></footer>
<svg width="0" height="0" aria-hidden="true" style="position:absolute"><defs>
<pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M1 0V5"/></pattern>
</defs></svg>
</body>
</html>
`.text;
}

/** In reading order. */
function partsOf(comparison: Comparison): Part[] {
  const { arms, locale } = comparison;
  const words = STRINGS[locale];
  const views = viewsOf(comparison);
  const days = arms[0]?.demand.days.length ?? 0;
  return [
    { id: "unsolved", title: UNSOLVED_WORDS[locale].title, content: unsolvedSection(comparison, views) },
    { id: "shifts", title: SHIFT_WORDS[locale].title, content: shiftSection(views, sheetFoot(comparison)) },
    { id: "clients", title: CLIENT_WORDS[locale].title(days), content: clientSection(views, sheetFoot(comparison)) },
    { id: "supply", title: PLOT_WORDS[locale].supply, content: supplySection(views) },
    { id: "rounds", title: words.rounds, content: daySections(views, classColours(arms.map((a) => a.demand))) },
    { id: "map", title: PLOT_WORDS[locale].map, content: mapSection(comparison, views) },
    { id: "numbers", title: words.numbers, content: numbersTable(comparison) },
    { id: "plots", title: PLOT_WORDS[locale].plots, content: plotsSection(comparison, views) },
    { id: "judged", content: judgedTable(comparison) },
  ];
}
