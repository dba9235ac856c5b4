import { expect, test } from "vitest";
import { kpiList } from "../../src/kpi/measures.ts";
import type { Case } from "../../src/model/case.ts";
import type { Comparison } from "../../src/report/arm.ts";
import { cautionOf } from "../../src/report/caution.ts";
import { demandFor, measure, minute, solveSync } from "../../src/index.ts";
import { comparisonPage, comparisonTable } from "../../src/report/index.ts";
import { clientSection } from "../../src/report/clients/section.ts";
import { daySections } from "../../src/report/days.ts";
import { drawnDays } from "../../src/report/drawn.ts";
import { judgedTable } from "../../src/report/judged.ts";
import { numberRows, overGranted } from "../../src/report/numbers.ts";
import { shiftSection } from "../../src/report/shifts/section.ts";
import { viewsOf } from "../../src/report/view.ts";
import { worseAt } from "../../src/report/worse.ts";
import { sampleTown } from "../../src/sample/index.ts";
import { kpiWords, WORDED } from "../../src/report/kpiWords.ts";
import { CLIENT_WORDS } from "../../src/report/clients/words.ts";
import { SHIFT_WORDS } from "../../src/report/shifts/words.ts";
import { PLOT_WORDS } from "../../src/report/plots/words.ts";
import { STRINGS } from "../../src/report/strings.ts";
import { UNSOLVED_WORDS } from "../../src/report/unsolved/words.ts";
import { demand, plan, town } from "../kpi/town.ts";
import { HOME_CARE_TERMS } from "../../src/schedule/terms.ts";
import { armOf, full, short } from "./arms.ts";
import { presetTariff } from "../../src/kpi/tariffPresets.ts";
import { faultsOf } from "./wellFormed.ts";

const comparison = (more: Partial<Comparison> = {}): Comparison => ({ case: town, arms: [full, short], locale: "en", names: "full", ...more });

test("the page opens with what plans cannot say, then what is unsolved, one shift, one client, and only then the pictures and numbers", () => {
  const page = comparisonPage(comparison());
  const main = page.slice(page.indexOf("<main>"));
  const order = [
    "What is unsolved", "One shift, as its owner sees it", "One client's days", "Staff against need, half hour by half hour", "The rounds, day by day", "The rounds on a map", "The numbers", "The plans in charts",
    "What the plans were weighed by",
  ];
  const places = order.map((text) => main.indexOf(`${text.replace("'", "&#39;")}<`));
  expect(places.every((p) => p > 0)).toBe(true);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(page.indexOf("These are plans, not days")).toBeLessThan(page.indexOf("<main>"));
});

test("an unstaffed visit is named with client, day, hours, reason and what to do", () => {
  expect(comparisonPage(comparison())).toContain(
    '<tr><th scope="row"><a href="#c0">Client A</a><small>to begin Tue 3 Mar 11:30–13:00</small></th><td>meal, 30 min. The search found no room with those who can and are at work then: Anna and Bo.</td>' +
      '<td class="do">Nobody who is off can come. Move a shift, or borrow from another unit.</td><td>Ramtid</td></tr>',
  );
  expect(comparisonPage(comparison({ arms: [full] }))).toContain('<p class="good">Every visit is staffed; no break or rest is missing.</p>');
});

test("the page is well formed, in both languages, and every link in it leads somewhere", () => {
  expect(faultsOf(comparisonPage(comparison()))).toEqual([]);
  expect(faultsOf(comparisonPage(comparison({ locale: "sv", arms: [short, full, { ...full, name: "Tredje" }] })))).toEqual([]);
  expect(faultsOf(comparisonPage(comparison({ arms: [] })))).toEqual([]);
});

test("the strict reading finds what is broken", () => {
  expect(faultsOf("<p><b>x</p></b>")).toEqual(["</p> closes <b> at <p><b>x"]);
  expect(faultsOf('<a href="#x">y</a><p id="q"></p><p id="q"></p>')).toEqual(["id twice: q", "#x leads nowhere"]);
  expect(faultsOf("<p>a & b > c")).toHaveLength(3);
});

test("numbers of a plan with unstaffed visits carry a star and no difference", () => {
  const staffed = comparisonPage(comparison({ arms: [full, { ...full, name: "Ramtid" }] }));
  expect(staffed).not.toContain('<span class="star">');
  expect(staffed).not.toContain(STRINGS.en.notComparable);
  const page = comparisonPage(comparison());
  expect(page).toContain(STRINGS.en.notComparable);
  expect(page).toMatch(/Client-time share<span.*?<\/details><\/th><td class="number">15\.7<\/td><td class="number">13\.6<span class="star">\*<\/span><\/td><td class="number difference">–/);
});

test("what does not depend on staffing carries no star: it is the same where nobody does anything", () => {
  const sampled = sampleTown({ seed: 5, clients: 8, days: 7 });
  const by = demandFor(sampled, minute());
  const { plan: worked } = solveSync(by, { steps: 200, seed: 1 });
  const idle = { ...worked, shifts: [], unserved: by.tasks.map(({ id }) => id) };
  const performed = { minutes: Object.fromEntries((by.tasks[0]?.serves ?? []).map((id) => [id, 20])) };
  const arms = [worked, idle].map((of, i) => ({ ...armOf(String(i), plan), demand: by, plan: of, measures: measure(sampled, by, of, performed) }));
  const [some, none] = arms.map(({ measures }) => new Map(kpiList(measures).map((kpi) => [kpi.name, kpi])));
  const labels = new Map([...none!.values()].map((kpi) => [kpiWords(kpi, "en").label, kpi.name]));
  const rows = numberRows(comparison({ case: sampled, arms }));
  const plain = rows.filter(({ values }) => values[1]?.star === false && values[1].text !== "–").map(({ label }) => labels.get(label) ?? label).filter((name) => !name.startsWith("unstaffed."));
  expect(plain).toEqual(expect.arrayContaining(["granted.granted", "granted.performed", "goals.unapproved", "goals.withoutPlan"]));
  expect(plain.map((name) => [name, some!.get(name)?.value])).toEqual(plain.map((name) => [name, none!.get(name)?.value]));
  expect(rows.find(({ label }) => label === "Granted time")?.difference).toBe("0.0");
});

test("that ramtid has more freedom is said only where it stands beside minute", () => {
  const armUnder = (model: string) => ({ ...full, name: model, demand: { ...demand, model } });
  const said = (...models: string[]): string => cautionOf(comparison({ arms: models.map(armUnder) }));
  expect(said("minute", "ramtid")).toBe(`${STRINGS.en.notDays} ${STRINGS.en.ramtidIsFreer}`);
  for (const models of [["minute", "minute"], ["ramtid", "ramtid"], ["minute", "pooled"]]) expect(said(...models)).toBe(`${STRINGS.en.notDays} ${STRINGS.en.onTheDay}`);
  expect([said("ramtid"), said()]).toEqual(["", ""]);
  for (const arms of [[armUnder("ramtid")], [armUnder("minute"), armUnder("minute")]]) {
    expect(comparisonPage(comparison({ arms })) + comparisonTable(comparison({ arms }))).not.toContain(STRINGS.en.ramtidIsFreer);
  }
});

test("at what ramtid is worse is told first, by measures whose better way is known and that may be compared", () => {
  const under = (model: string, of = full) => ({ ...of, name: model, demand: { ...demand, model } });
  // Lunch on Tuesday half an hour later: starts spread, and nothing else gets worse.
  const late = { ...full.plan, shifts: full.plan.shifts.map((s) => ({ ...s, tasks: s.tasks.map((x) => (x.id === "a-lunch@2026-03-03#1" ? { ...x, start: x.start + 1200, end: x.end + 1200 } : x)) })) };
  const said = worseAt(comparison({ arms: [under("minute"), under("ramtid", armOf("", late))] }));
  expect(said).toBe("Here ramtid is worse at: spread of start times (0 → 5 min).");
  expect(worseAt(comparison({ arms: [under("minute", armOf("", late)), under("ramtid")] }))).toBe("");
  expect(worseAt(comparison({ arms: [under("minute"), under("pooled", armOf("", late))] }))).toBe("");
  // With a visit undone only what counts the undone may be compared.
  expect(worseAt(comparison({ arms: [under("minute"), under("ramtid", short)] }))).toBe("Here ramtid is worse at: unstaffed visits (0 → 1 visits), unstaffed time (0 → 30 min), clients concerned (0 → 1).");
  const arms = [under("minute"), under("ramtid", armOf("", late))];
  expect(comparisonPage(comparison({ arms }))).toContain(`${STRINGS.en.ramtidIsFreer} ${said}</p>`);
  expect(comparisonTable(comparison({ arms })).split("\n")[1]).toBe(said);
});

test("where a plan gives more than is granted, that is told before the money", () => {
  const longer = armOf("Ramtid", { ...full.plan, shifts: full.plan.shifts.map((s) => ({ ...s, tasks: s.tasks.map((x) => (x.id.startsWith("a-lunch") ? { ...x, end: x.end + 900 } : x)) })) });
  const said = "Ramtid plans 0.5 h more than granted; that is part of the difference in client time, and in revenue where performed time is paid.";
  expect([overGranted(comparison({ arms: [full, longer] })), overGranted(comparison({ arms: [longer] })), overGranted(comparison({ arms: [full, short] }))]).toEqual([said, "Ramtid plans 0.5 h more than granted.", ""]);
  const paid: Case = { ...town, tariffs: [presetTariff("solna")] };
  const arms = [full, longer].map((arm) => ({ ...arm, measures: measure(paid, arm.demand, arm.plan) }));
  const page = comparisonPage(comparison({ case: paid, arms }));
  expect(page).toContain(`<td colspan="5">${said}</td></tr><tr class="group"><th scope="rowgroup" colspan="5">Money<`);
});

test("differences are those of the numbers as written, of percent in percentage points, and minutes that stand together in one unit", () => {
  const granted = (value: number) => ({ ...full, measures: { ...full.measures, granted: { ...full.measures.granted, planned: { ...full.measures.granted.planned, value } } } });
  const rows = numberRows(comparison({ arms: [granted(60 * 560.74), granted(60 * 568.35)] }));
  // 7.61 hours, but 560.7 and 568.4 differ by 7.7 (568.35 is written 568.4 or 568.3 by its last bit).
  const planned = rows.find(({ name }) => name === "granted.planned");
  const [a, b] = (planned?.values ?? []).map(({ text }) => Number(text));
  expect(planned).toMatchObject({ unit: "h", difference: `+${((b ?? 0) - (a ?? 0)).toFixed(1)}` });
  expect(rows.filter(({ unit }) => unit === "%").map(({ differenceUnit }) => differenceUnit).filter((unit) => unit !== "percentage points" && unit !== "")).toEqual([]);
  expect(rows.find(({ name }) => name === "work.clientTimeShare")?.differenceUnit).toBe("percentage points");
  expect(rows.filter(({ name }) => name === "frame.balance" || name === "frame.remaining").map(({ unit }) => unit)).toEqual(["h", "h"]);
});

test("the score says whether these plans may be compared", () => {
  const other = { ...full, demand: { ...demand, terms: [{ name: "travel", level: 1, measure: "travel", weight: 2 }] as unknown as typeof demand.terms } };
  expect(judgedTable(comparison({ arms: [full, full] })).text).toContain(STRINGS.en.sameAims);
  expect(judgedTable(comparison({ arms: [full, other] })).text).toContain(STRINGS.en.otherAims);
  expect(judgedTable(comparison({ arms: [full] })).text).not.toContain("The plans here");
});

test("tight shifts are among what ramtid may be worse at", () => {
  const needs = town.needs.map((n) => (n.id === "a-morning" ? { ...n, window: ["07:45", "08:15"] as const } : n));
  // Insulin until 07:58, ten minutes of way and one of entry: the morning begins at 08:09, and no waiting is left before 08:15.
  const change: Readonly<Record<string, readonly [start: number, end: number]>> = { "c-insulin@2026-03-02#1": [0, 18], "a-morning@2026-03-02#1": [9, 9] };
  const shifts = full.plan.shifts.map((s) => ({ ...s, tasks: s.tasks.map((x) => ({ ...x, start: x.start + 60 * (change[x.id]?.[0] ?? 0), end: x.end + 60 * (change[x.id]?.[1] ?? 0) })) }));
  const arms = [full, armOf("", { ...full.plan, shifts })].map((arm, i) => ({ ...arm, demand: { ...demand, model: i === 0 ? "minute" : "ramtid" } }));
  expect(worseAt(comparison({ case: { ...town, needs }, arms }))).toContain("worse at: shifts with under 10 minutes of slack (0 → 1), ");
});

test("broken rules are listed, unless they are the unstaffed visits above", () => {
  const index = short.plan.unserved.indexOf("a-lunch@2026-03-03#1");
  const issue = (code: string, path: (string | number)[]) => ({ code, path, message: "said so.", fix: "" });
  const page = comparisonPage(comparison({ arms: [full, { ...short, issues: [issue("required-unserved", ["unserved", index]), issue("pin-start", ["shifts", 0])] }] }));
  expect(page).toContain("The plan breaks 1 rule<");
  expect(page).toContain("<code>pin-start</code> shifts[0]: said so.");
});

test("the drawing has one row per paid shift, each a link to the sheet that says who is visited when", () => {
  const page = comparisonPage(comparison({ arms: [full] }));
  expect(page.match(/<svg class="gantt"/g)).toHaveLength(2);
  expect(page.match(/<path class=rail /g)).toHaveLength(4);
  const rows = [...page.matchAll(/<a href=#(p0-\d)><text class=who/g)].map(([, id]) => id);
  expect(rows).toEqual(["p0-0", "p0-1", "p0-2", "p0-3"]);
  for (const id of rows) expect(page).toMatch(new RegExp(`<article class="sheet(?: first)?" id="${id}">`));
});

test("visits of one kind in a row are one shape, and all their letters one text", () => {
  const page = comparisonPage(comparison({ arms: [full] }));
  const row = /<a href=#p0-0><text class=who.*?<\/a>/.exec(page)?.[0] ?? "";
  // Insulin, morning help, the lift and lunch are of four classes; their clients are C, A, B and A.
  expect(row.match(/<path class="c\d+"/g)).toHaveLength(4);
  expect(/<text class=in aria-hidden=true y="17" x="[\d ]+">(\w+)</.exec(row)?.[1]).toMatch(/^(CC|CA|CB){3,4}$/);
});

test("a visit too short for its letters beside each other has them in two lines", () => {
  const short = full.plan.shifts.map((s) => ({ ...s, tasks: s.tasks.map((x) => (x.id === "a-lunch@2026-03-02#1" ? { ...x, end: x.start + 5 * 60 } : x)) }));
  expect(comparisonPage(comparison({ arms: [{ ...full, plan: { ...plan, shifts: short } }] }))).toMatch(/<text class=in aria-hidden=true y="12 21[ \d]*" x="(\d+) \1/);
});

test("many plans are drawn for fewer days, all to the same one, and the page says so; no link leads to a sheet left out", () => {
  const tasks = (count: number) => Array.from({ length: count }, (_, i) => ({ id: `t${i}`, slot: 0, start: 0, end: 0 }));
  const days = Array.from({ length: 28 }, (_, i) => ({ date: `2026-03-${i + 1}`, begins: i * 86_400 }));
  const arm = (perDay: number) => ({ demand: { ...demand, days }, plan: { ...plan, shifts: days.map(({ begins }, i) => ({ shift: `s${i}`, option: 0, begin: begins, end: begins, tasks: tasks(perDay) })) } });
  expect([[100], [600], [900], [930, 930], [2000, 1]].map((plans) => drawnDays(plans.map(arm)))).toEqual([28, 14, 14, 1, 1]);
  expect([drawnDays([arm(400), arm(400)]), drawnDays([arm(900), arm(900)]), drawnDays([])]).toEqual([14, 7, 1]);
  const many = { ...full, plan: { ...plan, shifts: plan.shifts.map((s) => ({ ...s, tasks: s.tasks })) } };
  const views = viewsOf(comparison({ arms: [many, { ...short, name: "Short" }] })).map((view) => ({ ...view, drawnDays: 1 }));
  const drawn = shiftSection(views).text + clientSection(views).text + daySections(views, new Map()).text;
  expect(drawn).toContain(STRINGS.en.cut(1, 2));
  expect([...drawn.matchAll(/<article class="sheet[^"]*" id="(p[^"]*)"/g)].map(([, id]) => id)).toEqual(["p0-0", "p0-1", "p1-0", "p1-1"]);
  expect(faultsOf(`<i id="shifts"></i><i id="clients"></i>${drawn}`)).toEqual([]);
  expect(faultsOf(comparisonPage(comparison()))).toEqual([]);
  expect(comparisonPage(comparison())).not.toContain(STRINGS.en.cut(1, 2));
});

test("names cannot break out of the page", () => {
  const evil = `</title><script>alert("1")</script>'"&\u0000<img src=x onerror=alert(1)>`;
  const hostile: Case = {
    ...town, name: evil,
    clients: town.clients.map((c) => ({ ...c, name: evil })),
    staff: [...town.staff.map((s) => ({ ...s, name: evil, skills: [{ id: evil, to: "2026-03-02" }] })), { id: evil, skills: [] }],
    needs: town.needs.map((n) => ({ ...n, purpose: evil })),
    households: town.households.map((h) => ({ ...h, conditions: [evil] })),
    teams: [{ id: evil, base: evil }],
    shifts: [{ id: evil, date: "2026-03-02", from: "07:00", to: "15:00", modes: ["car"] }],
  };
  const page = comparisonPage({
    case: hostile, locale: "sv",
    arms: [{ ...full, name: evil, issues: [{ code: evil, path: [evil], message: evil, fix: evil }] }, { ...short, plan: { ...short.plan, origin: { tool: evil } } }],
  });
  expect(page).not.toMatch(/<script|<img|onerror=alert\(1\)>/);
  expect(faultsOf(page)).toEqual([]);
  expect(page).not.toContain("\u0000");
  expect(page).toContain("&lt;script&gt;");
});

test("clients whom the Case does not know are named, not linked", () => {
  const stranger = { ...town, clients: town.clients.filter(({ id }) => id !== "C"), needs: town.needs.filter(({ client }) => client !== "C") };
  const page = comparisonPage(comparison({ case: stranger }));
  expect(faultsOf(page)).toEqual([]);
  expect(page).toContain("<b>C</b> medicine");
});

test("one plan alone is not called a comparison", () => {
  const page = comparisonPage(comparison({ arms: [full] }));
  expect(page).toContain("<h1>The plan</h1>");
  expect(page).not.toContain('<p class="fair">');
});

test("the page asks nothing of the network and runs nothing", () => {
  const page = comparisonPage(comparison());
  expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  expect(page).not.toMatch(/<script|<link|https?:|@import|url\((?!#)/);
});

test("the same arms give the same page", () => {
  expect(comparisonPage(comparison())).toBe(comparisonPage(comparison()));
});

test("every measure has words in both languages, and no words are left over", () => {
  const names = kpiList(full.measures).map((k) => k.name);
  expect(names.filter((n) => !/^travel\.\w+\.\w+$/.test(n))).toEqual([...new Set(names)].filter((n) => WORDED.includes(n)));
  expect(WORDED.filter((n) => !names.includes(n))).toEqual([]);
  const car = kpiList(full.measures).find((k) => k.name === "travel.car.km");
  expect(car && [kpiWords(car, "sv").label, kpiWords(car, "en").label]).toEqual(["Sträcka, bil", "Distance, car"]);
});

const texts = (value: unknown): string[] =>
  typeof value === "string" ? [value] : typeof value === "object" && value !== null ? Object.values(value).flatMap(texts) : [];

test("both languages say the same things", () => {
  const keys = (value: unknown, path = ""): string[] =>
    typeof value === "object" && value !== null ? Object.entries(value).flatMap(([k, v]) => keys(v, `${path}.${k}`)) : [path];
  for (const words of [STRINGS, UNSOLVED_WORDS, SHIFT_WORDS, CLIENT_WORDS, PLOT_WORDS]) {
    expect(keys(words.sv)).toEqual(keys(words.en));
    expect(texts(words.sv).filter((text) => text.trim() === "")).toEqual([]);
  }
  expect(comparisonPage(comparison({ locale: "sv" }))).toContain("Det här är planer, inte dagar, och inte de bästa möjliga.");
});

test("the title counts the plans, and every term that plans are judged by has words", () => {
  const titles = [1, 2, 3].map((count) => /<h1>([^<]*)</.exec(comparisonPage(comparison({ locale: "sv", arms: Array.from({ length: count }, () => full) })))?.[1]);
  expect(titles).toEqual(["Planen", "Två planer, sida vid sida", "3 planer, sida vid sida"]);
  for (const { terms } of Object.values(STRINGS)) expect(HOME_CARE_TERMS.map(({ name }) => name).filter((name) => !Object.hasOwn(terms, name))).toEqual([]);
});

test("an unused paid shift is an empty row, and cannot be chosen", () => {
  const without = armOf("Minute", { ...plan, shifts: plan.shifts.filter((s) => s.shift !== "Bo-1"), unserved: ["b-lift@2026-03-03#1/2"] });
  const page = comparisonPage(comparison({ arms: [without] }));
  expect(page.match(/<path class=rail /g)).toHaveLength(demand.shifts.length);
  expect(page).toContain('<tr><th scope="row">Bo</th><td><a href=#p0-1>08:00<br>12:00</a></td><td><span>–</span></td></tr>');
});
