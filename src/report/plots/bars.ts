/** Bars side by side, one colour per plan, with their values written on them. */
import { type Html, html } from "../html.ts";
import { type ChartOption, drawChart, FIXED_GRID } from "./chart.ts";
import { ARM_COLOURS } from "./style.ts";
import { foldedTable } from "./table.ts";

export interface Bars {
  readonly title: string;
  readonly note: string;
  readonly label: string;
  readonly categories: readonly string[];
  /** What the categories are, and what the values count. */
  readonly categoryName: string;
  readonly valueName: string;
  /** One per plan, each with a value per category. */
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  readonly format: (value: number) => string;
  /** Of the axis, whose steps are whole. */
  readonly axisFormat: (value: number) => string;
  readonly tableName: string;
  /** Bars from left to right, for long names. Default: upright. */
  readonly lying?: boolean;
  /** Over both columns. */
  readonly wide?: boolean;
  /** Further columns of the table. */
  readonly more?: readonly { readonly name: string; readonly cells: readonly string[] }[];
}

const FONT = 12;
/** Room in pixels for names of lying bars. */
const NAMES = 230;

export function barFigure(bars: Bars): Html {
  const { title, note, label, categories, series, format, wide, lying, more = [] } = bars;
  const size = { width: wide ? 1160 : 560, height: lying ? 34 + categories.length * (12 + 16 * series.length) : 230 };
  const rows = categories.map((name, i) => [name, ...series.map(({ values }) => format(values[i] ?? 0)), ...more.map(({ cells }) => cells[i] ?? "")]);
  return html`<figure class="${wide ? "wide" : "half"}"><figcaption><b>${title}</b>${note}</figcaption>
${drawChart(optionOf(bars), size, label)}
${foldedTable({ summary: bars.tableName, head: [bars.categoryName, ...series.map((s) => s.name), ...more.map((m) => m.name)], rows })}</figure>
`;
}

function optionOf({ categories, valueName, series, format, axisFormat, lying = false }: Bars): ChartOption {
  const soft = { color: "var(--soft)", fontSize: FONT } as const;
  const names = {
    type: "category" as const, data: [...categories], inverse: lying, axisTick: { show: false }, axisLine: { lineStyle: { color: "var(--soft)" } },
    axisLabel: { ...soft, color: "var(--ink)", interval: 0 },
  };
  const values = { type: "value", min: 0, minInterval: 1, axisLabel: { ...soft, formatter: axisFormat }, splitLine: { lineStyle: { color: "var(--line)" } }, splitNumber: 4 } as const;
  const upright = { ...values, name: valueName, nameTextStyle: { ...soft, align: "left", padding: [0, 0, 0, -30] as number[] }, nameGap: 10 } as const;
  return {
    grid: lying ? { ...FIXED_GRID, left: NAMES, right: 54, top: 4, bottom: 26 } : { ...FIXED_GRID, left: 40, right: 8, top: 26, bottom: 24 },
    ...(lying ? { xAxis: values, yAxis: names } : { xAxis: names, yAxis: upright }),
    series: series.map(({ name, values: data }, i) => ({
      type: "bar", name, silent: true, data: [...data], barGap: "8%", barCategoryGap: "28%", itemStyle: { color: `var(--p-arm${i % ARM_COLOURS})` },
      label: { show: true, position: lying ? "right" : "top", distance: 3, fontSize: 11, color: "var(--ink)", formatter: ({ value }: { value?: unknown }) => format(Number(value)) },
    })),
  };
}
