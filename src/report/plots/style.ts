/** Colours and layout of plots, maps and definitions; to follow the page's own style sheet, whose ink, line and paper it uses. */

/** Of the plans compared: dark and light by turns, so that they differ without colour too. */
const ARMS = ["#1f4e79", "#c47a00", "#3f8f82", "#8a5a9e", "#767676", "#b0413e"];
/** Of rounds and teams on a map; beyond them the line is dashed. */
const LINES = ["#1f4e79", "#c45a00", "#2f8577", "#8f4a94", "#8a6d00", "#b0303c", "#4b6b2a", "#5a5f6b"];

const variables = (name: string, colours: readonly string[]): string => colours.map((c, i) => `--p-${name}${i}:${c};`).join("");
const rules = (name: string, count: number, rule: (colour: string) => string): string =>
  Array.from({ length: count }, (_, i) => `.p-${name}${i}{${rule(`var(--p-${name}${i})`)}}`).join("");

export const ARM_COLOURS = ARMS.length;
export const LINE_COLOURS = LINES.length;

const ROOT = `--p-visits:#8fb4d9;--p-free:#bcd0b4;--p-other:#e3e7ec;--p-short:#c8323f;--p-land:#f7f8fa;${variables("arm", ARMS)}${variables("line", LINES)}`;

export const PLOT_STYLE = `
:root{${ROOT}}
.plots{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,430px),1fr));gap:14px 32px;align-items:start}.plots>.wide{grid-column:1/-1}
.plots figure{margin:0;min-width:0}.plots figcaption{margin:0 0 4px}.plots figcaption b{display:block;font-size:15px}
svg.plot,svg.map{display:block;width:100%;height:auto;font-family:system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif}
.p-visits{fill:var(--p-visits)}.p-free{fill:var(--p-free)}.p-other{fill:var(--p-other);stroke:var(--p-visits);stroke-width:.5}.p-short{fill:var(--p-short)}
.p-present{stroke:var(--ink);stroke-width:2.2;fill:none}.p-atwork{stroke:var(--ink);stroke-width:1.6;stroke-dasharray:3 3;fill:none}
${rules("arm", ARMS.length, (c) => `fill:${c}`)}
details.data>summary{font-size:13px}.m-day::first-letter{text-transform:uppercase}
details.data table{width:auto;min-width:50%;font-size:13px}details.data td,details.data th{padding:2px 14px 2px 0}
.m-defs{position:absolute}svg.map{background:var(--p-land);border:1px solid var(--line)}
path.m-rim,path.m-home{fill:none;stroke:var(--ink);stroke-width:9.2;stroke-linecap:round;pointer-events:none}path.m-home{stroke:var(--paper);stroke-width:6.8}circle.m-home{fill:var(--paper);stroke:var(--ink);stroke-width:1.2}.m-base{fill:var(--ink);stroke:var(--paper);stroke-width:1}.m-off{fill:var(--soft);stroke:none}
.m-round{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round;stroke-opacity:.9}.m-far{fill:none;stroke-width:1;stroke-opacity:.6}.m-dash{stroke-dasharray:6 4}
.m-name{font-size:12px;font-weight:600;text-anchor:middle;paint-order:stroke;stroke:var(--p-land);stroke-width:3px;fill:var(--ink)}
.m-scale{stroke:var(--ink);stroke-width:1.5;fill:none}.m-text{font-size:12px;fill:var(--ink)}
${rules("line", LINES.length, (c) => `stroke:${c}`)}
.m-key{list-style:none;padding:0;margin:6px 0;font-size:13px;columns:2 200px;column-gap:14px}.m-key li{display:flex;gap:6px;align-items:baseline;break-inside:avoid}.m-key svg{width:22px;height:8px;flex:none}
.m-apart{list-style:none;padding:0;margin:8px 0;display:grid;grid-template-columns:repeat(auto-fill,minmax(125px,1fr));gap:6px 8px;font-size:12.5px;line-height:1.35}.m-apart svg{margin-bottom:1px}.m-apart b{display:block}
.m-apart path{vector-effect:non-scaling-stroke;stroke-dasharray:none}.m-apart .m-round{stroke-width:1.6}.m-stops{fill:none;stroke:var(--ink);stroke-width:4.5;stroke-linecap:round}
details.kpi{margin:0}details.kpi>summary{padding:0;color:inherit;font-size:inherit;font-weight:500;min-height:24px}details.kpi p{margin:2px 0 4px 16px;max-width:82ch;font-size:13px;font-weight:400;color:var(--soft);line-height:1.4}
.tag{display:inline-block;margin-left:6px;padding:0 6px;border:1px solid var(--soft);border-radius:9px;font-size:11.5px;font-weight:400;color:var(--soft);line-height:16px;vertical-align:1px}
.tag-fact{border-style:solid;color:var(--good);border-color:var(--good)}.tag-assumed{border-style:dashed}
@media print{.plots{grid-template-columns:1fr 1fr;gap:8px 18px}.plots figure{break-inside:avoid}.plots figcaption{font-size:8.5pt;line-height:1.35}.plots figcaption b{font-size:10pt}details.kpi>summary{list-style:none}details.kpi p{font-size:8pt;margin:1pt 0}details.data{display:none}svg.plot text{font-size:16px!important}.m-name,.m-text{font-size:17px}.m-key{font-size:11px;columns:2 120px}.m-apart{font-size:10.5px;grid-template-columns:repeat(4,1fr)}}
`;
