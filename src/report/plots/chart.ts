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

/** `label`: what those hear who do not see it. What is drawn must lie inside its grid, since nothing clips it. */
export function drawChart(option: ChartOption, { width, height }: ChartSize, label: string): Html {
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    chart.setOption({ animation: false, ...option });
    const inner = withoutTraces(chart.renderToSVGString());
    return html`<svg class="plot" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">${new Html(inner)}</svg>`;
  } finally {
    chart.dispose();
  }
}

/**
 * What is inside the outermost element, without the counters, hover rules, fonts and unseen shapes that echarts leaves in it, and without
 * clipping, whose ids would have to be unique in the page. Places are given to a tenth of a pixel.
 */
function withoutTraces(svg: string): string {
  const inner = svg.slice(svg.indexOf(">") + 1, svg.lastIndexOf("</svg>"));
  return inner
    .replace(/<(style|defs)\b[\s\S]*?<\/\1>/g, "")
    .replace(/<(rect|path)\b[^>]*(?: fill="none"| stroke-width="0")[^>]*><\/\1>/g, (shape) => (/ stroke="(?!none)/.test(shape) && !/ stroke-width="0"/.test(shape) ? shape : ""))
    .replace(/ (?:ecmeta_\w+|pointer-events|xml:space|clip-path|class|stroke-linejoin|stroke-linecap)="[^"]*"/g, "")
    .replace(/font-family:[^;"]*;/g, "")
    .replace(/translate\([^)]*\)/g, (moved) => moved.replace(/\d+\.\d+/g, (number) => String(Math.round(10 * Number(number)) / 10)))
    .replace(/\n+/g, "");
}
