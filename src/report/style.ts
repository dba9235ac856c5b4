/** The style sheet of the pages: two sets of colours, one layout, print. */

/** Twelve colours for classes of work, told apart by hue and by lightness; dark text is readable on all of them. */
const LIGHT = ["#8ab6e8", "#f2b872", "#8fd0a5", "#e99aa6", "#c3a5e0", "#e6d36a", "#86d3d6", "#d0b193", "#f0a3d8", "#b3c77a", "#a9b4c8", "#f59e80"];
const DARK = ["#5f93d1", "#d3954a", "#5fae7c", "#cc7180", "#9f7dc7", "#c1ac3f", "#57adb1", "#ab8a68", "#c977b0", "#8da252", "#8592ad", "#d37a5b"];

const variables = (colours: readonly string[]): string => colours.map((c, i) => `--c${i}:${c};`).join("");
const fills = LIGHT.map((_, i) => `.c${i}{fill:var(--c${i})}`).join("");

const light = `--ink:#1c2430;--soft:#5b6675;--paper:#ffffff;--panel:#f4f6f8;--line:#d9dee5;--rail:#f0f2f5;--wait:#dfe4ea;--work:#c8d0da;--bad:#a3182b;--good:#1f6b3b;--strong:#29527a;${variables(LIGHT)}`;
const dark = `--ink:#e6eaf0;--soft:#a3aebd;--paper:#14181e;--panel:#1d232b;--line:#343d49;--rail:#1f252d;--wait:#2f3845;--work:#4a5666;--bad:#ff8f9c;--good:#7fd6a0;--strong:#8fbdf0;${variables(DARK)}`;

export const STYLE = `
:root{${light}}
@media (prefers-color-scheme:dark){:root{${dark}}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1240px;padding:24px 28px 60px;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
h1{font-size:28px;line-height:1.2;margin:0 0 4px}h2{font-size:20px;margin:40px 0 8px}h3{font-size:16px;margin:20px 0 6px}h3::first-letter{text-transform:uppercase}
p{margin:4px 0}.town{color:var(--strong);font-weight:600}.facts,.note,footer{color:var(--soft)}.note{font-size:13.5px;max-width:90ch}
.fair{margin:16px 0 0;padding:12px 16px;background:var(--panel);border-left:4px solid var(--strong);max-width:90ch}
.arms{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,420px),1fr));gap:8px 32px}
.good{color:var(--good);font-weight:600}.good::before{content:"✓ "}.bad{color:var(--bad);font-weight:600}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:5px 10px 5px 0;border-bottom:1px solid var(--line)}
thead th{border-bottom:2px solid var(--soft);font-size:13.5px}tbody th{font-weight:500}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap;padding-left:14px;padding-right:14px}
.star{position:absolute}.numbers small{display:block;color:var(--soft);font-size:12.5px;font-weight:400;max-width:82ch;line-height:1.35}
.numbers thead th{position:sticky;top:0;background:var(--paper)}
.group th{padding-top:18px;color:var(--strong);font-weight:600;border-bottom:1px solid var(--soft)}.sum th,.sum td{font-weight:600}
.missing{font-size:13.5px}.missing td:first-child{min-width:12em}.facts::first-letter{text-transform:uppercase}.missing td:first-child::first-letter{text-transform:uppercase}
figure{margin:0 0 10px}figcaption{font-size:13.5px;color:var(--soft);margin:6px 0 2px}figcaption b{color:var(--ink);margin-right:8px}
svg.gantt,svg.bars{display:block;width:100%;height:auto;font:11px system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif}
.hour{stroke:var(--line);stroke-width:1;fill:none}.axis{fill:var(--soft);text-anchor:middle}.who{fill:var(--ink);text-anchor:end;font-size:12px}
.rail{fill:var(--rail)}.client,.remote{stroke:var(--paper);stroke-width:.6}.remote{rx:8px}.in{fill:#10151c;text-anchor:middle;font-size:9.5px;pointer-events:none}
${fills}
.entry{fill-opacity:.45}.legend .entry{fill:var(--c0)}.waiting{fill:var(--wait)}.documentation{fill:var(--work)}.duty{fill:var(--work);fill-opacity:.6;stroke:var(--soft);stroke-width:.6}
.rast{fill:url(#hatch);stroke:var(--soft);stroke-width:.8}.pause{fill:url(#hatch);stroke:var(--soft);stroke-width:.8;stroke-dasharray:3 2}.hatch{stroke:var(--soft);stroke-width:1.2}
.travel path{stroke:var(--soft);stroke-width:1.6;fill:none}.travel rect{fill:transparent}
.t-client{fill:var(--c0)}.t-remote{fill:var(--c6)}.t-entry{fill:var(--c4)}.t-travel{fill:var(--c1)}.t-waiting{fill:var(--c5)}.t-documentation{fill:var(--c2)}.t-duties{fill:var(--c10)}.t-paidBreak{fill:var(--c7)}.t-idle{fill:var(--work)}
text.share{fill:#10151c;text-anchor:middle;font-size:12px;pointer-events:none}text.t-idle{fill:var(--ink)}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:4px 16px;padding:0;margin:8px 0;font-size:13.5px}.legend li{display:flex;align-items:center;gap:6px}.legend svg{width:22px;height:14px}
details{margin:2px 0 8px}summary{cursor:pointer;color:var(--soft);font-size:13px}dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px;font-size:13px;margin:8px 0}dd{margin:0}
dd ol{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:0 14px}.judged{margin-top:40px}.judged summary{font-size:15px}footer{margin-top:32px;font-size:12.5px}footer ul{padding-left:18px}
:focus-visible{outline:2px solid var(--strong);outline-offset:2px}
@media print{:root{${light}}body{max-width:none;padding:0;font-size:10.5pt}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}figure,tr,.legend{break-inside:avoid}h2,h3,.group{break-after:avoid}details:not([open]){display:none}.numbers thead th{position:static}}
`;
