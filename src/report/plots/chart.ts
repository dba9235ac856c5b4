/**
 * Charts as SVG text, drawn by echarts without a browser. Nothing here depends on the machine's language, zone or fonts, and the same
 * chart is the same text however many were drawn before.
 */
import { BarChart, type BarSeriesOption, LineChart, type LineSeriesOption } from "echarts/charts";
import { GridComponent, type GridComponentOption } from "echarts/components";
import { type ComposeOption, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { Html, html } from "../html.ts";

use([BarChart, LineChart, GridComponent, SVGRenderer]);

export type ChartOption = ComposeOption<BarSeriesOption | LineSeriesOption | GridComponentOption>;

/** Part of every grid: it lies where it is put, however wide its labels are, since browsers measure these in their own fonts. */
export const FIXED_GRID = { outerBoundsMode: "none" } as const;

/** In pixels where the page is 1:1; the drawing grows and shrinks with the page. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

/** `id`: unique in the page, letters, digits and hyphens. `label`: what those hear who do not see it. */
export function drawChart(id: string, option: ChartOption, { width, height }: ChartSize, label: string): Html {
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    chart.setOption({ animation: false, ...option });
    const inner = withoutTraces(chart.renderToSVGString(), id);
    return html`<svg class="plot" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">${new Html(inner)}</svg>`;
  } finally {
    chart.dispose();
  }
}

/** What is inside the outermost element, without the counters, hover rules and fonts that echarts leaves in it. */
function withoutTraces(svg: string, id: string): string {
  const inner = svg.slice(svg.indexOf(">") + 1, svg.lastIndexOf("</svg>"));
  return inner
    .replace(/<style[\s\S]*?<\/style>/g, "")
    .replace(/ class="zr\d+-cls-\d+"/g, "")
    .replace(/\bzr\d+-/g, `${id}-`)
    .replace(/ (?:ecmeta_\w+|pointer-events|xml:space)="[^"]*"/g, "")
    .replace(/font-family:[^;"]*;/g, "")
    .replace(/\n+/g, "");
}
