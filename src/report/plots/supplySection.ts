/** Staff against need per half hour: weekdays and weekend of every plan, all to one scale. */
import type { Locale } from "../arm.ts";
import { formatNumber } from "../format.ts";
import { type Html, html, NOTHING } from "../html.ts";
import type { View } from "../view.ts";
import { type ChartOption, drawChart, FIXED_GRID } from "./chart.ts";
import { busyHalfHours, neededIn, type Supply, shortagesOf, supplyOf } from "./supply.ts";
import { foldedTable, keyList } from "./table.ts";
import { PLOT_WORDS } from "./words.ts";

const SIZE = { width: 560, height: 250 };
const FONT = 12;

export function supplySection(views: readonly View[]): Html {
  const locale = views[0]?.locale;
  if (locale === undefined) return NOTHING;
  const words = PLOT_WORDS[locale];
  const all = views.map((view) => ({ arm: view.arm, ...supplyOf(view) }));
  const shown = all.flatMap(({ weekdays, weekend }) => [weekdays, weekend]).filter((supply) => supply.days.length > 0);
  const axes = { hours: busyHalfHours(shown), ...topOf(shown) };
  const figures = all.flatMap(({ arm, weekdays, weekend }) => {
    const figure = (supply: Supply, daysName: string): Html[] => {
      if (supply.days.length === 0) return [];
      const verdict = verdictOf(supply, locale);
      const label = words.supplyLabel(arm.name, daysName, verdict);
      return [html`<figure><figcaption><b>${`${arm.name}, ${daysName}`}</b>${verdict}</figcaption>
${drawChart(optionOf(supply, axes, locale), SIZE, label)}
${tableOf(supply, axes.hours, `${words.asTable}: ${arm.name}, ${daysName}`, locale)}</figure>
`];
    };
    return [...figure(weekdays, words.weekdays(weekdays.days.length)), ...figure(weekend, words.weekend(weekend.days.length))];
  });
  return html`<h2>${words.supply}</h2><p class="note">${words.supplyNote}</p>
${keyList(words.legend, [
    { mark: "line", style: "p-present", text: words.present },
    { mark: "line", style: "p-atwork", text: words.atWork },
    { mark: "box", style: "p-visits", text: words.visits },
    { mark: "box", style: "p-free", text: words.free },
    { mark: "box", style: "p-other", text: words.other },
    { mark: "box", style: "p-short", text: words.short },
  ])}
<div class="plots">${figures}</div>`;
}

interface Axes {
  /** First and last half hour, the last not included. */
  readonly hours: readonly [number, number];
  /** People at the upper edge. */
  readonly top: number;
  readonly step: number;
}

/** A whole number of steps of the axis. */
function topOf(supplies: readonly Supply[]): { readonly top: number; readonly step: number } {
  const most = Math.max(1, ...supplies.flatMap((s) => [...s.present, ...s.atWork, ...neededIn(s)]));
  const step = STEPS.find((size) => most <= MOST_STEPS * size) ?? Math.ceil(most / MOST_STEPS);
  return { step, top: step * Math.ceil(most / step) };
}

/** People from one line of the axis to the next, and lines at most. */
const STEPS = [1, 2, 5, 10, 20, 50, 100];
const MOST_STEPS = 5;

function verdictOf(supply: Supply, locale: Locale): string {
  const all = shortagesOf(supply);
  if (all.length === 0) return PLOT_WORDS[locale].enough;
  const told = [...all].sort((a, b) => b.people - a.people).slice(0, TOLD).sort((a, b) => a.at - b.at);
  return PLOT_WORDS[locale].lack(told.map(({ at, people }) => ({ clock: clockOf(at), people: formatNumber(people, 1, locale) })), all.length - told.length);
}

/** Half hours with a lack that are told one by one: those that lack most. */
const TOLD = 6;

const clockOf = (halfHour: number): string => `${String(halfHour >> 1).padStart(2, "0")}:${halfHour % 2 === 0 ? "00" : "30"}`;

/** The need is drawn four times, each over the one before: in red where it is not covered, what is covered, of that the visits, and of these those with an hour of their own. */
function optionOf(supply: Supply, { hours: [from, to], top, step }: Axes, locale: Locale): ChartOption {
  const steps = (values: readonly number[]): [number, number][] => {
    const points = Array.from({ length: to - from + 1 }, (_, i): [number, number] => [(from + i) / 2, Math.round((values[Math.min(from + i, to - 1)] ?? 0) * 1000) / 1000]);
    return points.filter(([, value], i) => i === 0 || i === to - from || value !== points[i - 1]?.[1]);
  };
  const needed = neededIn(supply);
  const allVisits = supply.visits.map((people, i) => people + (supply.free[i] ?? 0));
  const short = needed.map((n, i) => (n > (supply.present[i] ?? 0) ? n : 0));
  const covered = (values: readonly number[]): number[] => values.map((v, i) => Math.min(v, supply.present[i] ?? 0));
  const area = (values: readonly number[], color: string) =>
    ({ type: "line", step: "end", symbol: "none", silent: true, data: steps(values), lineStyle: { width: 0 }, areaStyle: { color, opacity: 1 } }) as const;
  const line = (values: readonly number[], width: number, type: "solid" | [number, number]) =>
    ({ type: "line", step: "end", symbol: "none", silent: true, data: steps(values), lineStyle: { color: "var(--ink)", width, type } }) as const;
  const soft = { color: "var(--soft)", fontSize: FONT } as const;
  return {
    grid: { ...FIXED_GRID, left: 34, right: 10, top: 26, bottom: 24 },
    xAxis: {
      type: "value", min: from / 2, max: to / 2, interval: to - from > 24 ? 2 : 1,
      axisLabel: { ...soft, formatter: (hour: number) => String(hour).padStart(2, "0") },
      axisLine: { lineStyle: { color: "var(--soft)" } }, splitLine: { show: false }, axisTick: { show: true, lineStyle: { color: "var(--soft)" } },
    },
    yAxis: {
      type: "value", min: 0, max: top, interval: step, name: PLOT_WORDS[locale].people, nameTextStyle: { ...soft, align: "left", padding: [0, 0, 0, -26] }, nameGap: 10,
      axisLabel: soft, axisLine: { show: false }, axisTick: { show: false }, splitLine: { lineStyle: { color: "var(--line)" } },
    },
    series: [
      area(short, "var(--p-short)"), area(covered(needed), "var(--p-other)"), area(covered(allVisits), "var(--p-free)"), area(covered(supply.visits), "var(--p-visits)"),
      line(supply.atWork, 1.6, [3, 3]), line(supply.present, 2.2, "solid"),
    ],
  };
}

function tableOf(supply: Supply, [from, to]: readonly [number, number], summary: string, locale: Locale): Html {
  const words = PLOT_WORDS[locale];
  const cell = (value: number | undefined): string => formatNumber(value ?? 0, 1, locale);
  const rows = Array.from({ length: to - from }, (_, k) => {
    const i = from + k;
    return [`${clockOf(i)}–${clockOf(i + 1)}`, cell(supply.present[i]), cell(supply.atWork[i]), cell(supply.visits[i]), cell(supply.free[i]), cell(supply.other[i])];
  });
  return foldedTable({ summary, head: [words.clock, words.present, words.atWork, words.visits, words.free, words.other], rows });
}
