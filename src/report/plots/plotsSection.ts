/** The plans side by side in charts that a board can read. Nothing here tells staff apart, and what is worse is drawn like what is better. */
import { weekdayOf } from "../../calendar/civil.ts";
import { mean } from "../../kpi/continuity.ts";
import type { Measures } from "../../kpi/measures.ts";
import type { Arm, Comparison } from "../arm.ts";
import { cautionOf } from "../caution.ts";
import { formatNumber } from "../format.ts";
import { type Html, html, NOTHING } from "../html.ts";
import { kpiWords } from "../kpiWords.ts";
import { hasStars } from "../numbers.ts";
import { STRINGS } from "../strings.ts";
import type { View } from "../view.ts";
import { type Bars, barFigure } from "./bars.ts";
import { clientHoursByDay, countBetween, facesOf, frameSharesOf, grantedSharesOf, spreadsOf } from "./distributions.ts";
import { ARM_COLOURS } from "./style.ts";
import { keyList } from "./table.ts";
import { PLOT_WORDS, type PlotWords } from "./words.ts";

const PARTS = ["client", "remote", "entry", "travel", "waiting", "documentation", "duties", "paidBreak", "idle"] as const satisfies readonly (keyof Measures["time"])[];
/** Of the spread of start times, in minutes. */
const SPREAD_LIMITS = [15, 30, 60, 120];
/** Of the use of a frame, in percent; 80 and 110 are also those of `frame.outside`. */
const FRAME_LIMITS = [80, 90, 100, 110];
/** Of planned in percent of granted minutes: the middle is as granted. */
const GRANT_LIMITS = [80, 95, 105, 120];
/** Bars at most for numbers of different staff. */
const FACE_BARS = 8;

export function plotsSection(comparison: Comparison, views: readonly View[]): Html {
  const { arms, locale } = comparison;
  const words = PLOT_WORDS[locale];
  const caution = cautionOf(comparison);
  const figures = [paidParts, faces, spreads, grants, frames, days].map((figure) => figure(comparison, words, views));
  const key = arms.map((arm, i) => ({ mark: "box" as const, style: `p-arm${i % ARM_COLOURS}`, text: starred(arm) }));
  return html`<h2>${words.plots}</h2>${caution === "" ? NOTHING : html`<p class="note">${caution}</p>`}
${hasStars(comparison) ? html`<p class="note">${STRINGS[locale].notComparable}</p>` : NOTHING}
${keyList(words.legend, key)}
<div class="plots">${figures}</div>`;
}

type Shape = Pick<Bars, "title" | "note" | "categories" | "categoryName" | "valueName" | "series"> & Partial<Bars>;

/** What all charts here have in common. */
function draw({ arms, locale }: Comparison, words: PlotWords, decimals: number, shape: Shape): Html {
  return barFigure({
    label: words.barsLabel(shape.title, arms.map(starred).join(", ")),
    format: (value) => formatNumber(value, decimals, locale),
    axisFormat: (value) => formatNumber(value, 0, locale),
    tableName: `${words.asTable}: ${shape.title}`,
    ...shape,
  });
}

/** Work left undone makes the other numbers look better: such a plan carries the star of the table of numbers. */
const starred = ({ name, measures }: Arm): string => (measures.complete ? name : `${name}*`);

const seriesOf = (views: readonly View[], values: (view: View) => readonly number[]): Bars["series"] => views.map((view) => ({ name: starred(view.arm), values: values(view) }));

function paidParts(comparison: Comparison, words: PlotWords, views: readonly View[]): Html {
  const { arms, locale } = comparison;
  const hours = (arm: Arm, part: (typeof PARTS)[number]): number => (arm.measures.time[part].value ?? 0) / 60;
  const parts = PARTS.filter((part) => arms.some((arm) => hours(arm, part) > 0));
  const [first, second] = arms;
  const differences = parts.map((part) => {
    const by = first === undefined || second === undefined ? 0 : hours(second, part) - hours(first, part);
    return `${by > 0.05 ? "+" : ""}${formatNumber(by, 1, locale)}`;
  });
  return draw(comparison, words, 1, {
    title: words.parts, note: words.partsNote, categoryName: words.part, valueName: words.hours, lying: true, wide: true, axisFormat: (value) => `${formatNumber(value, 0, locale)} ${STRINGS[locale].units["h"]}`,
    categories: parts.map((part) => (first === undefined ? part : kpiWords(first.measures.time[part], locale).label)),
    series: seriesOf(views, ({ arm }) => parts.map((part) => hours(arm, part))),
    ...(arms.length === 2 && arms.every((arm) => arm.measures.complete) ? { more: [{ name: words.difference, cells: differences }] } : {}),
  });
}

function faces(comparison: Comparison, words: PlotWords, views: readonly View[]): Html {
  const { arms, locale } = comparison;
  const all = views.map(facesOf);
  const { limits, names } = faceBins(Math.max(1, ...all.flat()));
  const means = arms.map((arm, i) => `${starred(arm)}: ${formatNumber(mean(all[i] ?? []) ?? 0, 1, locale)}`).join(", ");
  return draw(comparison, words, 0, {
    title: words.faces, note: words.facesNote(words.mean(means)), categories: names, categoryName: words.staff, valueName: words.clients,
    series: arms.map((arm, i) => ({ name: starred(arm), values: countBetween(all[i] ?? [], limits) })),
  });
}

/** Equally wide steps of whole people: "1–2", "3–4", … */
export function faceBins(most: number): { readonly limits: readonly number[]; readonly names: readonly string[] } {
  const step = Math.ceil(most / FACE_BARS);
  const count = Math.ceil(most / step);
  const names = Array.from({ length: count }, (_, i) => (step === 1 ? String(i + 1) : `${i * step + 1}–${(i + 1) * step}`));
  return { names, limits: Array.from({ length: count - 1 }, (_, i) => (i + 1) * step + 1) };
}

function spreads(comparison: Comparison, words: PlotWords, views: readonly View[]): Html {
  const share = (values: readonly number[]): number[] => countBetween(values, SPREAD_LIMITS).map((count) => (100 * count) / Math.max(1, values.length));
  return draw(comparison, words, 0, {
    title: words.spread, note: words.spreadNote, categories: binNames(SPREAD_LIMITS, words, "min"), categoryName: words.spreadName,
    valueName: words.shareOfNeeds, series: seriesOf(views, (view) => share(spreadsOf(view))),
  });
}

function grants(comparison: Comparison, words: PlotWords, views: readonly View[]): Html {
  return draw(comparison, words, 0, {
    title: words.grants, note: words.grantsNote, categories: binNames(GRANT_LIMITS, words, "%"), categoryName: words.grantsName, valueName: words.clients,
    series: seriesOf(views, (view) => countBetween(grantedSharesOf(view), GRANT_LIMITS)),
  });
}

function frames(comparison: Comparison, words: PlotWords, views: readonly View[]): Html {
  const values = views.map(frameSharesOf);
  if (values.every((list) => list.length === 0)) return NOTHING;
  return draw(comparison, words, 0, {
    title: words.frame, note: words.frameNote, categories: binNames(FRAME_LIMITS, words, "%"), categoryName: words.frameName,
    valueName: words.clients, series: views.map(({ arm }, i) => ({ name: starred(arm), values: countBetween(values[i] ?? [], FRAME_LIMITS) })),
  });
}

/** Each limit belongs to the bar that begins with it; values are told rounded down, so that no two bars share one. */
const binNames = (limits: readonly number[], words: PlotWords, unit: string): string[] => [
  words.under(limits[0] ?? 0, unit),
  ...limits.slice(1).map((limit, i) => words.between(limits[i] ?? 0, limit, unit)),
  words.atLeast(limits.at(-1) ?? 0, unit),
];

function days(comparison: Comparison, words: PlotWords, views: readonly View[]): Html {
  const { arms, locale } = comparison;
  const dates = [...new Set(arms.flatMap(({ demand }) => demand.days.map(({ date }) => date)))].sort();
  const byDate = (view: View): number[] => {
    const hours = clientHoursByDay(view);
    return dates.map((date) => hours[view.demand.days.findIndex((day) => day.date === date)] ?? 0);
  };
  return draw(comparison, words, 1, {
    title: words.perDay, note: words.perDayNote, categories: dates.map((date) => dayName(date, words)), categoryName: words.day, valueName: words.hours,
    series: seriesOf(views, byDate), wide: true, ...(dates.length * arms.length > MANY_BARS ? { format: (hours: number) => formatNumber(hours, 0, locale) } : {}),
  });
}

/** Beyond so many bars their values are written without decimals. */
const MANY_BARS = 20;

/** `må 2/3`. */
const dayName = (date: string, words: PlotWords): string => `${words.weekdayShort[weekdayOf(date) - 1]} ${Number(date.slice(8))}/${Number(date.slice(5, 7))}`;
