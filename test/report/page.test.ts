import { expect, test } from "vitest";
import { kpiList } from "../../src/kpi/measures.ts";
import type { Case } from "../../src/model/case.ts";
import type { Comparison } from "../../src/report/arm.ts";
import { comparisonPage } from "../../src/report/index.ts";
import { kpiWords, WORDED } from "../../src/report/kpiWords.ts";
import { STRINGS } from "../../src/report/strings.ts";
import { demand, plan, town } from "../kpi/town.ts";
import { armOf, full, short } from "./arms.ts";

const comparison = (more: Partial<Comparison> = {}): Comparison => ({ case: town, arms: [full, short], locale: "en", ...more });

test("the page opens with what plans cannot say, then what is wrong, then the numbers, then the rounds", () => {
  const page = comparisonPage(comparison());
  const order = [
    "These are plans, not days. Ramtid has more freedom on paper, so it cannot plan worse; whether that helps anyone is decided by how needs vary and how people act.",
    "First, what is missing", "The numbers", "Where the paid time goes", "The rounds, day by day", "What the plans were weighed by",
  ];
  const places = order.map((text) => page.indexOf(text));
  expect(places.every((p) => p > 0)).toBe(true);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test("an unstaffed visit is named with client, day, hours and reason", () => {
  const page = comparisonPage(comparison());
  expect(page).toContain("<td>Tuesday 3 March between 11:30 and 13:00</td><td>Client A</td><td>meal</td>");
  expect(page).toContain("There is no room in the rounds of those who could and are at work then: Anna, Bo.");
  expect(page).toContain("Every visit is staffed.");
});

test("numbers of a plan with unstaffed visits carry a star and no difference", () => {
  const staffed = comparisonPage(comparison({ arms: [full, { ...full, name: "Ramtid" }] }));
  expect(staffed).not.toContain('<span class="star">');
  expect(staffed).not.toContain(STRINGS.en.notComparable);
  const page = comparisonPage(comparison());
  expect(page).toContain(STRINGS.en.notComparable);
  expect(page).toMatch(/Client-time share<span.*?<\/details><\/th><td class="number">15\.7<\/td><td class="number">13\.6<span class="star">\*<\/span><\/td><td class="number difference">–/);
});

test("broken rules are listed, unless they are the unstaffed visits above", () => {
  const index = short.plan.unserved.indexOf("a-lunch@2026-03-03#1");
  const issue = (code: string, path: (string | number)[]) => ({ code, path, message: "said so.", fix: "" });
  const page = comparisonPage(comparison({ arms: [full, { ...short, issues: [issue("required-unserved", ["unserved", index]), issue("pin-start", ["shifts", 0])] }] }));
  expect(page).toContain("The plan breaks 1 rule<");
  expect(page).toContain("<code>pin-start</code> shifts[0]: said so.");
});

test("the drawing has one row per paid shift and a tooltip per piece", () => {
  const page = comparisonPage(comparison({ arms: [full] }));
  expect(page.match(/<svg class="gantt"/g)).toHaveLength(2);
  expect(page.match(/class="rail" x="[^"]*" y/g)?.length).toBe(4 + 1); // and the legend's
  expect(page).toContain("<title>07:30–07:40 Client C: medicine (10 min)</title>");
  expect(page).toContain("<title>07:24–07:29 travel, car, 5.0 km (5 min)</title>");
  expect(page).toContain("<title>11:00–11:30 unpaid rest (rast) (30 min)</title>");
});

test("names cannot break out of the page", () => {
  const evil = `</title><script>alert("1")</script>'"&\u0000<img src=x onerror=alert(1)>`;
  const hostile: Case = {
    ...town, name: evil,
    clients: town.clients.map((c) => ({ ...c, name: evil })),
    staff: town.staff.map((s) => ({ ...s, name: evil })),
  };
  const page = comparisonPage({
    case: hostile, locale: "sv",
    arms: [{ ...full, name: evil, issues: [{ code: evil, path: [evil], message: evil, fix: evil }] }, { ...short, plan: { ...short.plan, origin: { tool: evil } } }],
  });
  expect(page).not.toMatch(/<script|<img|onerror=alert\(1\)>/);
  expect(page).not.toContain("\u0000");
  expect(page).toContain("&lt;script&gt;");
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

test("both languages say the same things", () => {
  const keys = (value: unknown, path = ""): string[] =>
    typeof value === "object" && value !== null ? Object.entries(value).flatMap(([k, v]) => keys(v, `${path}.${k}`)) : [path];
  expect(keys(STRINGS.sv)).toEqual(keys(STRINGS.en));
  expect(comparisonPage(comparison({ locale: "sv" }))).toContain("Det här är planer, inte dagar.");
});

test("an unused paid shift is an empty row", () => {
  const without = armOf("Minute", { ...plan, shifts: plan.shifts.filter((s) => s.shift !== "Bo-1"), unserved: ["b-lift@2026-03-03#1/2"] });
  const page = comparisonPage(comparison({ arms: [without] }));
  expect(page).toContain("<dt>Bo</dt><dd>no round</dd>");
  expect(demand.shifts).toHaveLength(4);
});
