/** The score of each plan, term by term, as the judge computed it. */
import type { Comparison } from "./arm.ts";
import { compareText } from "./compareText.ts";
import { formatNumber } from "./format.ts";
import { type Html, html } from "./html.ts";
import { STRINGS, wordOf } from "./strings.ts";

export function judgedTable({ arms, locale }: Comparison): Html {
  const words = STRINGS[locale];
  const levels = new Map(arms.flatMap((a) => a.demand.terms.map((t) => [t.name, t.level] as const)));
  const number = (value: number | undefined): string => (value === undefined ? "–" : formatNumber(value, Number.isInteger(value) ? 0 : 2, locale));
  const heads = arms.map((a) => html`<th scope="col" class="number">${a.name}</th>`);
  const terms = [...levels].sort(([a, i], [b, j]) => i - j || compareText(a, b)).map(([name, level]) => {
    const costs = arms.map((a) => html`<td class="number">${number(a.score.terms.find((t) => t.name === name)?.cost)}</td>`);
    return html`<tr><th scope="row">${wordOf(words.terms, name)}</th><td class="number">${level}</td>${costs}</tr>`;
  });
  const depth = Math.max(0, ...arms.map((a) => a.score.levels.length));
  const sums = Array.from({ length: depth }, (_, level) => {
    const costs = arms.map((a) => html`<td class="number">${number(a.score.levels[level])}</td>`);
    return html`<tr class="sum"><th scope="row">${words.level} ${level}</th><td class="number">${level}</td>${costs}</tr>`;
  });
  const aims = new Set(arms.map(({ demand }) => JSON.stringify([...demand.terms].sort((a, b) => compareText(a.name, b.name)))));
  const note = [words.judgedNote, ...(arms.length < 2 ? [] : [aims.size === 1 ? words.sameAims : words.otherAims])].join(" ");
  return html`<details class="judged"><summary>${words.judged}</summary><p class="note">${note}</p>
<table class="numbers"><thead><tr><th scope="col">${words.term}</th><th scope="col" class="number">${words.level}</th>${heads}</tr></thead><tbody>${terms}${sums}</tbody></table></details>`;
}
