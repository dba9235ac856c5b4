/** What a page or sheet is of, so that a print tells where it belongs: unit, period with its year, and how each plan was made. */
import type { Comparison } from "./arm.ts";
import { formatLongDate, formatNumber } from "./format.ts";
import { type Html, html } from "./html.ts";
import { STRINGS } from "./strings.ts";

/** `måndag 2 mars 2026 till tisdag 3 mars 2026 (2 dagar)`. */
export function periodText({ case: { period }, arms, locale }: Comparison): string {
  const dates = arms[0]?.demand.days.map(({ date }) => date) ?? [];
  return STRINGS[locale].period(formatLongDate(dates[0] ?? period.from, locale), formatLongDate(dates.at(-1) ?? period.from, locale), dates.length);
}

/** Of each plan its name, how it was made, and the beginning of the hash of the Demand that it answers. */
export const originsOf = ({ arms, locale }: Comparison): Html[] =>
  arms.map(({ name, plan: { origin: { tool, seed, steps }, demandHash } }) => {
    const text = STRINGS[locale].origin(tool, String(seed ?? "–"), steps === undefined ? "–" : formatNumber(steps, 0, locale));
    return html`${name}: ${text} <code>${demandHash.slice(0, 12)}</code>`;
  });

/** Printed below a sheet that is chosen. */
export const sheetFoot = (comparison: Comparison): Html =>
  html`<div class="foot"><p>${comparison.case.name} · ${periodText(comparison)}</p><p>${STRINGS[comparison.locale].sheetFoot}</p>${originsOf(comparison).map((one) => html`<p>${one}</p>`)}</div>`;
