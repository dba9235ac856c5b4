/** Where the paid time goes: one bar per plan, to the same scale. */
import type { Measures } from "../kpi/measures.ts";
import type { Comparison } from "./arm.ts";
import { formatNumber } from "./format.ts";
import { type Html, html } from "./html.ts";
import { kpiWords } from "./kpiWords.ts";
import { STRINGS } from "./strings.ts";

const PARTS = ["client", "remote", "entry", "travel", "waiting", "documentation", "duties", "paidBreak", "idle"] as const satisfies readonly (keyof Measures["time"])[];
const WIDTH = 1160;
const LABEL = 150;
const HEIGHT = 26;

export function paidTimeBars({ arms, locale }: Comparison): Html {
  const words = STRINGS[locale];
  const minutes = (m: Measures, part: keyof Measures["time"]): number => m.time[part].value ?? 0;
  const total = (m: Measures): number => PARTS.reduce((s, part) => s + minutes(m, part), 0);
  const longest = Math.max(1, ...arms.map((a) => total(a.measures)));
  const scale = (WIDTH - LABEL - 8) / longest;
  const bars = arms.map((arm, i) => {
    let x = LABEL;
    const y = 4 + i * (HEIGHT + 8);
    const parts = PARTS.map((part) => {
      const value = minutes(arm.measures, part);
      const width = value * scale;
      const share = formatNumber((100 * value) / Math.max(1, total(arm.measures)), 0, locale);
      const label = kpiWords(arm.measures.time[part], locale).label;
      const text = `${label}: ${formatNumber(value / 60, 1, locale)} ${words.units["h"] ?? "h"}, ${share} %`;
      const box = html`<rect class="t-${part}" x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${HEIGHT}"><title>${text}</title></rect>`;
      const inside = width > 38 ? html`<text class="share t-${part}" x="${(x + width / 2).toFixed(1)}" y="${y + 17}">${share} %</text>` : html``;
      x += width;
      return html`${box}${inside}`;
    });
    return html`<text class="who" x="${LABEL - 8}" y="${y + 17}">${arm.name}</text>${parts}`;
  });
  const height = arms.length * (HEIGHT + 8) + 4;
  const first = arms[0];
  const shown = PARTS.filter((part) => arms.some((a) => minutes(a.measures, part) > 0));
  const legend = first === undefined ? [] : shown.map((part) => html`<li><svg viewBox="0 0 22 14" aria-hidden="true"><rect class="t-${part}" x="1" y="1" width="20" height="12"/></svg>${kpiWords(first.measures.time[part], locale).label}</li>`);
  return html`<section><h2>${words.paidTime}</h2><p class="note">${words.paidTimeNote}</p>
<svg class="bars" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${words.paidTime}">${bars}</svg><ul class="legend">${legend}</ul></section>`;
}
