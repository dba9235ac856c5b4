/** The measures side by side. */
import type { Kpi } from "../kpi/kpi.ts";
import { kpiList } from "../kpi/measures.ts";
import type { Comparison, Locale } from "./arm.ts";
import { formatNumber, formatValue, type RowFormat, rowFormat } from "./format.ts";
import { type Html, html, NOTHING } from "./html.ts";
import { type KpiWords, kpiWords } from "./kpiWords.ts";
import { PLOT_WORDS } from "./plots/words.ts";
import { STRINGS } from "./strings.ts";

/** One measure of all arms, ready to be written. */
export interface NumberRow extends KpiWords {
  /** Of the measure. */
  readonly name: string;
  readonly group: string;
  readonly unit: string;
  /** One per arm; `star` marks what may not be compared. */
  readonly values: readonly { readonly text: string; readonly star: boolean }[];
  /** Of two arms: second less first; a dash where it may not be taken. */
  readonly difference: string;
  /** Where it is another unit than that of the values; else empty. */
  readonly differenceUnit: string;
}

const GROUP_OF: Readonly<Record<string, string>> = {
  unstaffed: "unstaffed", continuity: "clients", punctuality: "clients", granted: "clients", frame: "clients", goals: "clients", work: "staff", fairness: "staff", time: "time",
  travel: "travel", money: "money",
};

/** The parts of the paid time are to be added up, so all are in hours. */
const HOURS: RowFormat = { unit: "h", divideBy: 60, decimals: 1 };

/** Minutes that stand beside each other and are compared: all in one unit. */
const IN_HOURS: ReadonlySet<string> = new Set(["frame.balance", "frame.remaining", "granted.granted", "granted.planned"]);

/** Measures that no arm has a value for are left out. */
export function numberRows({ arms, locale }: Comparison): NumberRow[] {
  const words = STRINGS[locale];
  const byName = arms.map((arm) => new Map(kpiList(arm.measures).map((kpi) => [kpi.name, kpi])));
  const names = new Set(byName.flatMap((map) => [...map.keys()]));
  return [...names].flatMap((name) => {
    const kpis = byName.map((map) => map.get(name));
    const first = kpis.find((k) => k !== undefined) as Kpi;
    const isComparable = (kpi: Kpi | undefined): boolean => kpi?.comparable === true;
    const values = kpis.map((k) => k?.value ?? null);
    if (values.every((v) => v === null)) return [];
    const format = name.startsWith("time.") || IN_HOURS.has(name) ? HOURS : rowFormat(first.unit, values);
    const difference = kpis.every(isComparable) ? differenceOf(values.map((value) => asWritten(value, format))) : null;
    const group = GROUP_OF[name.split(".")[0] ?? ""] ?? "travel";
    return [{
      name,
      group: words.groups[group] ?? group,
      ...kpiWords(first, locale),
      unit: words.units[format.unit] ?? format.unit,
      values: values.map((v, i) => ({ text: formatValue(v, format, locale), star: v !== null && !isComparable(kpis[i]) })),
      difference: difference === null ? "–" : formatValue(difference, format, locale, true),
      differenceUnit: format.unit === "%" && difference !== null ? (words.units["points"] ?? "") : "",
    }];
  });
}

/** The value as it stands on the page, so that differences are those of the numbers beside them. */
const asWritten = (value: number | null, { divideBy, decimals }: RowFormat): number | null => (value === null ? null : Number((value / divideBy).toFixed(decimals)) * divideBy);

function differenceOf([a, b, ...more]: readonly (number | null)[]): number | null {
  return a == null || b == null || more.length > 0 ? null : b - a;
}

/** Does any arm leave visits unstaffed, so that the stars need their note? */
export const hasStars = ({ arms }: Comparison): boolean => arms.some((a) => !a.measures.complete);

export function numbersTable(comparison: Comparison): Html {
  const words = STRINGS[comparison.locale];
  const two = comparison.arms.length === 2;
  const columns = comparison.arms.length + (two ? 3 : 2);
  let group = "";
  const body = numberRows(comparison).map((row) => {
    const isNew = row.group !== group;
    const over = isNew && row.group === words.groups["money"] ? overGranted(comparison) : "";
    const told = over === "" ? NOTHING : html`<tr class="told"><td colspan="${columns}">${over}</td></tr>`;
    const heading = !isNew ? NOTHING : html`<tr class="group"><th scope="rowgroup" colspan="${columns}">${row.group}</th></tr>`;
    group = row.group;
    const values = row.values.map((v) => html`<td class="number">${v.text}${v.star ? html`<span class="star">*</span>` : NOTHING}</td>`);
    const difference = two ? html`<td class="number difference">${row.difference}${row.differenceUnit === "" ? NOTHING : html` <small>${row.differenceUnit}</small>`}</td>` : NOTHING;
    return html`${told}${heading}<tr><th scope="row">${definition(row, comparison.locale)}</th>${values}${difference}<td>${row.unit}</td></tr>
`;
  });
  const arms = comparison.arms.map((a) => html`<th scope="col" class="number">${a.name}</th>`);
  return html`<section><h2>${words.numbers}</h2>
<p class="note">${PLOT_WORDS[comparison.locale].tagMeaning}</p>
${hasStars(comparison) ? html`<p class="note">${words.notComparable}</p>` : NOTHING}
<table class="numbers"><thead><tr><th scope="col">${words.measure}</th>${arms}${two ? html`<th scope="col" class="number">${words.difference}</th>` : NOTHING}<th scope="col">${words.unit}</th></tr></thead>
<tbody>${body}</tbody></table></section>`;
}

/** Which plans give more than is granted, and that money and client time then tell of that too; empty: none, by a tenth of an hour. O(arms). */
export function overGranted({ arms, locale }: Pick<Comparison, "arms" | "locale">): string {
  const words = STRINGS[locale];
  const over = arms.flatMap(({ name, measures: { granted: { planned, granted } } }) => {
    const hours = ((planned.value ?? 0) - (granted.value ?? 0)) / 60;
    return hours < 0.05 ? [] : [words.overGranted(name, formatNumber(hours, 1, locale))];
  });
  return over.length === 0 ? "" : `${over.join(", ")}${arms.length > 1 ? `; ${words.partOfGain}` : "."}`;
}

/** The name of a measure, which opens how it is counted and what that rests on. */
function definition({ label, definition: text, tag, source }: KpiWords, locale: Locale): Html {
  const words = PLOT_WORDS[locale];
  return html`<details class="kpi"><summary>${label}<span class="tag tag-${tag}">${words.tags[tag]}</span></summary><p>${text}</p><p>${words.source}: ${source}</p></details>`;
}
