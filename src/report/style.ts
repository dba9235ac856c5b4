/** The style sheet of the page: one light set of colours, screens from a tablet up, touch, print. */

/** Fourteen colours for classes of work, as far apart to the eye as so many can be (OKLab); dark text is readable on all of them. */
const COLOURS = ["#a5b4ff", "#ffb400", "#a5f0b4", "#ff96a5", "#a587b4", "#fff000", "#1ec3c3", "#c3965a", "#f087ff", "#a5d200", "#0096ff", "#f05a3c", "#78a500", "#ffc3ff"];

const variables = COLOURS.map((c, i) => `--c${i}:${c};`).join("");
const fills = COLOURS.map((_, i) => `.c${i}{fill:var(--c${i})}`).join("");

const ROOT = `:root{--ink:#1c2430;--soft:#566170;--paper:#fff;--panel:#f4f6f8;--line:#dde2e8;--rail:#f0f2f5;--work:#c8d0da;--bad:#a3182b;--good:#1f6b3b;--strong:#29527a;${variables}}`;

const TEXT = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:1240px;padding:28px 32px 60px;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
h1{font-size:28px;line-height:1.2;margin:0 0 4px}h2{font-size:22px;line-height:1.25;margin:0 0 4px}h3{font-size:17px;margin:26px 0 6px}h4{font-size:15px;margin:18px 0 4px}
h4 small{font-weight:400;color:var(--soft);font-size:13.5px;margin-left:6px}
.day h3::first-letter,h3 span::first-letter{text-transform:uppercase}
p{margin:4px 0}a{color:var(--strong);text-underline-offset:2px}.town{color:var(--strong);font-weight:600}.note,footer,header .facts{color:var(--soft)}.note{font-size:14px;max-width:92ch}
header .facts::first-letter{text-transform:uppercase}
.fair{margin:10px 0 0;padding:12px 16px;background:var(--panel);border-left:4px solid var(--strong);max-width:92ch}
nav ul{display:flex;flex-wrap:wrap;gap:0 20px;padding:0;margin:10px 0 0;list-style:none}nav a{display:inline-block;padding:6px 0}
main>section{margin-top:28px;padding-top:22px;border-top:1px solid var(--line);scroll-margin-top:0}main>section section{margin:0;padding:0;border:0}
.good{color:var(--good);font-weight:600}.good::before{content:"✓ "}.bad{color:var(--bad);font-weight:600}
summary{cursor:pointer;color:var(--soft);padding:6px 0}details{margin:2px 0 8px}
:focus-visible{outline:2px solid var(--strong);outline-offset:2px}
.judged summary{font-size:15px}footer{margin-top:40px;padding-top:10px;border-top:1px solid var(--line);font-size:12.5px}footer ul{padding-left:18px}footer h2{font-size:15px}footer dl{columns:2 420px;column-gap:32px;margin:6px 0 14px}footer dl div{break-inside:avoid;padding:1px 0}footer dt,footer dd{display:inline;margin:0}footer dt{font-weight:600}footer dt::after{content:": "}
`;

const TABLES = `
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:6px 14px 6px 0;border-bottom:1px solid var(--line)}
thead th{border-bottom:1.5px solid var(--soft);font-size:13px;font-weight:600;color:var(--soft)}tbody th{font-weight:500}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap;padding-left:14px}
.star{position:absolute}.numbers small{display:block;color:var(--soft);font-size:12.5px;font-weight:400;max-width:82ch;line-height:1.35}
.group th{padding-top:18px;color:var(--strong);font-weight:600;border-bottom:1px solid var(--soft)}.sum th,.sum td{font-weight:600}
.first{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,430px),1fr));gap:8px 32px;align-items:start;margin:10px 0}.summary{margin:0}.summary th,.summary td{padding-top:4px;padding-bottom:4px}.summary .number{padding-right:0;padding-left:28px}
.unsolved{font-size:14px;table-layout:fixed}.unsolved col:nth-child(1){width:22%}.unsolved col:nth-child(3){width:32%}.unsolved col:nth-child(4){width:8.4em}.unsolved tbody th{font-weight:600}.unsolved th small{display:block;font-weight:400;font-size:13px}.unsolved td::first-letter,.unsolved small::first-letter{text-transform:uppercase}.unsolved td:nth-child(2){color:var(--soft)}.unsolved .do{font-weight:500}
.calls ul{list-style:none;margin:4px 0 0;padding:0}.calls{padding:10px 16px 12px;background:var(--panel);border-radius:6px}.calls h3{margin:0}.calls li{padding:2px 0}.calls li span{display:inline-block;margin-right:6px}.calls b::first-letter{text-transform:uppercase}.calls b{display:inline-block;margin-right:6px}.calls h4{margin:6px 0 2px}.calls .sides{font-size:14px}.calls li::first-letter{text-transform:uppercase}
.more .unsolved thead{display:none}
`;

/** One sheet of each kind is shown: the one that the address names, else the example. */
const SHEETS = `
.scroll{overflow-x:auto}.scroll thead th:first-child{position:sticky;left:0;background:var(--paper);z-index:2}.picker{margin:12px 0}.picker summary{font-weight:600;color:var(--ink)}
.pick{font-size:12px;line-height:1.25;width:auto}.pick th,.pick td{padding:2px;text-align:center;vertical-align:middle;white-space:nowrap}.pick tbody th{text-align:left;padding-right:12px;font-size:13.5px;position:sticky;left:0;background:var(--paper)}
.pick thead th{font-size:11.5px;font-weight:500}.pick a{display:block;min-width:40px;padding:6px 2px;border-radius:5px;background:var(--panel);text-decoration:none;font-variant-numeric:tabular-nums}.pick a+a,.pick span+a,.pick a+span{margin-top:3px}.pick a:hover,.names a:hover{background:#dfe8f2}.pick span{color:var(--soft)}
.names{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:6px}.names a{display:block;padding:7px 11px;border-radius:5px;background:var(--panel);text-decoration:none;font-size:14px}
.sheet{display:none;scroll-margin-top:12px;margin-top:16px;padding:18px 22px;border:1px solid var(--line);border-radius:8px;box-shadow:0 1px 4px #0000000f}
.sheet:target{display:block}.sheets:not(:has(.sheet:target))>.first{display:block}
.foot,.sheets:has(.sheet:target)>.example{display:none}
.sheet h3{margin:0 0 8px;font-size:20px}.sheet h3 span{font-weight:400;margin-left:6px}.sheet h3 small{float:right;font-size:13.5px;font-weight:500;color:var(--soft)}
dl.facts{display:flex;flex-wrap:wrap;gap:6px 28px;margin:0 0 12px}dl.facts dt{font-size:12.5px;color:var(--soft)}dl.facts dd{margin:0;font-weight:500}
.round td{padding-top:6px;padding-bottom:6px}.round td:first-child{white-space:nowrap;font-variant-numeric:tabular-nums;width:8em;font-weight:500}.round td:nth-child(2){width:10.5em;font-size:13px;color:var(--soft)}.round td:nth-child(4){white-space:nowrap;width:9em}.round td:nth-child(5){width:26%;color:var(--soft)}
.round a{font-weight:600;color:var(--ink);text-decoration:none}.round a:hover{text-decoration:underline}
.round .edge td{width:auto;color:var(--soft);font-size:13px;padding-top:3px;padding-bottom:3px}
.rast-row td,.pause-row td{background:#eef5ee}.duty-row td,.documentation-row td{background:var(--panel)}
.go{display:flex;flex-wrap:wrap;gap:0 22px;margin-top:10px;font-size:14px}.go a{padding:8px 0}
.fortnight p{margin:0;line-height:1.45;padding-left:2.9em;text-indent:-2.9em}.fortnight{font-size:14px;table-layout:fixed}.fortnight thead th:first-child{width:8.4em}.fortnight .number{padding-left:0}.fortnight td:nth-child(2n):not([colspan]){text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}.fortnight thead .number{width:3.8em}.fortnight thead .number:nth-child(2){width:6em}.fortnight tfoot td{line-height:1.4}.fortnight th small{color:var(--bad);font-weight:400}.fortnight i{font-style:normal;color:#8a4b00;background:#fdf1df;border-radius:3px;padding:0 4px;white-space:nowrap}
.fortnight a{font-variant-numeric:tabular-nums;color:inherit;font-weight:600;text-decoration:none}.fortnight a:hover{text-decoration:underline}.fortnight tfoot th,.fortnight tfoot td{border-bottom:0;padding-top:8px}.fortnight tfoot tr:first-child>*{border-top:1.5px solid var(--soft);font-weight:600}
.sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,320px),1fr));gap:0 32px}.changes{padding-left:18px;margin:4px 0;font-size:14px}.changes ul{padding-left:18px}.changes>li{font-weight:500}.changes li li{font-weight:400}.changes span{color:var(--soft)}
`;

const DRAWINGS = `
figure{margin:0 0 10px}figcaption{font-size:13.5px;color:var(--soft);margin:6px 0 2px}figcaption b{color:var(--ink);margin-right:8px}
svg.gantt{display:block;width:100%;height:auto;font:11px system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif}
.hour{stroke:var(--line);stroke-width:1;fill:none}.axis{fill:var(--soft);text-anchor:middle}.who{fill:var(--ink);text-anchor:end;font-size:12px}
.rail{fill:var(--rail)}.gantt [class^=c]{stroke:var(--paper);stroke-width:.6}.remote{stroke:var(--strong);stroke-width:.8;stroke-dasharray:2 2}.in{fill:#10151c;text-anchor:middle;font-size:9.5px;pointer-events:none}
${fills}
.waiting{fill:var(--paper);stroke:var(--soft);stroke-width:.8;stroke-dasharray:1 3}.documentation{fill:#4d5866}.duty{fill:#9aa5b2}.unused{fill:var(--soft);font-style:italic}
.rast{fill:url(#hatch);stroke:var(--soft);stroke-width:.8}.pause{fill:url(#hatch);stroke:var(--soft);stroke-width:.8;stroke-dasharray:3 2}.hatch{stroke:var(--soft);stroke-width:1.2}
.travel{stroke:var(--soft);stroke-width:1.6;fill:none}
.t-client{fill:var(--c0)}.t-remote{fill:var(--c6)}.t-entry{fill:var(--c4)}.t-travel{fill:var(--c1)}.t-waiting{fill:var(--c5)}.t-documentation{fill:var(--c2)}.t-duties{fill:var(--c10)}.t-paidBreak{fill:var(--c7)}.t-idle{fill:var(--work)}
text.share{fill:#10151c;text-anchor:middle;font-size:12px;pointer-events:none}text.t-idle{fill:var(--ink)}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:4px 16px;padding:0;margin:8px 0;font-size:13.5px}.legend li{display:flex;align-items:center;gap:6px}.legend svg{width:22px;height:14px}
`;

const TABLET = `
@media (max-width:900px){body{padding:20px 18px 48px}h1{font-size:25px}.sheet{padding:14px 14px}.round{font-size:14px}.round td:first-child{width:7em}.round td:nth-child(2){width:8.2em;font-size:12px}.round td:nth-child(4){width:7em}.round td:nth-child(5){width:19%}.fortnight{font-size:13px}.fortnight td,.fortnight th{padding-right:6px}.fortnight thead th:first-child{width:7.6em}.fortnight thead .number{width:3.2em}.fortnight thead .number:nth-child(2){width:5.4em}th,td{padding-right:10px}}
`;

/** On paper: no links to choose from, nothing cut in two; where a sheet is chosen, it alone. */
const PRINT = `
@page{size:A4;margin:12mm}@page wide{size:A4 landscape;margin:12mm}
@media print{body{max-width:none;padding:0;font-size:10pt}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
#rounds:has(.of1){page:wide}.day{break-inside:avoid}#shifts,#clients,#supply,#numbers,#plots{break-before:page}nav,.picker,.go{display:none}a{color:inherit;text-decoration:none}
main>section{margin-top:0;padding-top:0;border-top:0}#unsolved{margin-top:14pt;padding-top:10pt;border-top:1px solid var(--line)}figure,tr,li,p,.legend,.fair,.summary,dl{break-inside:avoid}svg.gantt{max-height:160mm}${[2, 3, 4, 5, 6].map((n) => `.of${n} svg.gantt{max-height:${Math.floor(236 / n) - 8}mm}`).join("")}h2,h3,h4,.note,figcaption,.group{break-after:avoid}thead{display:table-header-group}tfoot{display:table-row-group}
.calls details::details-content,.more::details-content,.judged::details-content,.m-more::details-content,.kpi::details-content{content-visibility:visible;display:block}.calls summary,.more summary,.m-more>summary{display:none}.judged>summary{list-style:none;font-weight:600}.more .unsolved thead{display:table-header-group}
.sheet{border:0;box-shadow:none;padding:0}.scroll{overflow:visible}.unsolved{font-size:9pt}.round{font-size:8.5pt}.round td:first-child{width:7em}.round td:nth-child(2){width:9.6em;font-size:8pt}.round td:nth-child(4){width:7em}.round td:nth-child(5){width:19%}.fortnight{font-size:8.5pt}thead th,.unsolved th small,.round .edge td{font-size:8pt}.round td{padding-top:2.2pt;padding-bottom:2.2pt}.round .edge td{padding-top:1.5pt;padding-bottom:1.5pt}h1{font-size:18pt}h2{font-size:14pt}.note,h4 small,.changes{font-size:9pt}
body:has(.sheet:target)>:not(main),body:has(.sheet:target) main>:not(:has(.sheet:target)),section:has(.sheet:target)>:not(.sheets){display:none}
body:has(.sheet:target) main>section{margin:0;padding:0;border:0}.sheets:has(.sheet:target) .foot{display:block;margin-top:10pt;padding-top:4pt;border-top:1px solid var(--line);font-size:8pt;color:var(--soft);break-inside:avoid}}
`;

export const STYLE = ROOT + TEXT + TABLES + SHEETS + DRAWINGS + TABLET + PRINT;
