import { expect, test } from "vitest";
import { measure } from "../../src/kpi/measure.ts";
import type { Case } from "../../src/model/case.ts";
import type { Demand } from "../../src/model/demand.ts";
import type { Plan } from "../../src/model/plan.ts";
import { linesOf } from "../../src/report/shifts/lines.ts";
import { shiftSection } from "../../src/report/shifts/section.ts";
import { homesOf, keysFor, placeName, togetherIn } from "../../src/report/shifts/takeAlong.ts";
import { type View, viewsOf } from "../../src/report/view.ts";
import { demand, plan, planOf, t, town } from "../kpi/town.ts";

const known: Case = {
  ...town,
  teams: [{ id: "team", base: "base" }],
  households: [
    { id: "home-A", place: "p1", access: { kind: "key" }, conditions: ["dog", "birds", "toString"] },
    { id: "home-B", place: "p2", access: { kind: "digital" } },
    { id: "home-C", place: "p2", access: { kind: "key" } },
  ],
  clients: town.clients.map((c) => (c.id === "A" ? { ...c, implementationPlan: { goals: [{ id: "g", text: "Eat at the table" }] } } : c)),
  needs: town.needs.map((n) => (n.id === "a-lunch" ? { ...n, goal: "g" } : n.id === "a-morning" ? { ...n, purpose: "Start the day" } : n)),
};

function viewOf(of: Case = known, by: Demand = demand, answer: Plan = plan, locale: "sv" | "en" = "en"): View {
  const arm = { name: "Minute", demand: by, plan: answer, score: { levels: [], terms: [] }, measures: measure(of, by, answer) };
  return viewsOf({ case: of, arms: [arm], locale, names: "full" })[0] as View;
}

const round = (view: View, shift: string) => view.rounds.get(shift) as NonNullable<ReturnType<typeof view.rounds.get>>;

test("a round is lines of work with one way between two of them", () => {
  const lines = linesOf(round(viewOf(), "Bo-0"));
  expect(lines).toMatchObject([
    { kind: "way", travel: 300, metres: 5000, waiting: 0, entry: 60 },
    { kind: "doing", activity: "client", begin: t(0, "09:00"), end: t(0, "09:20") },
    { kind: "way", travel: 300, metres: 5000, waiting: 165 * 60, entry: 0 },
  ]);
  expect(linesOf({ pieces: [] })).toEqual([]);
});

test("a way whose distance is not known in part has none", () => {
  const piece = (metres: number | null) => ({ activity: "travel" as const, begin: 0, end: 60, metres });
  expect(linesOf({ pieces: [piece(5), piece(7)] })).toMatchObject([{ travel: 120, metres: 12 }]);
  expect(linesOf({ pieces: [piece(5), piece(null)] })).toMatchObject([{ travel: 120, metres: null }]);
});

test("keys are those of the homes visited that have one, once each, in order", () => {
  const view = viewOf();
  expect(keysFor(homesOf(view), round(view, "Anna-0"))).toEqual(["C", "A"]);
  expect(keysFor(homesOf(view), round(view, "Bo-0"))).toEqual([]);
});

test("who else comes to a visit is known on both sides", () => {
  const view = viewOf();
  const together = (shift: string) => togetherIn(view, round(view, shift)).map(({ client, partner }) => [client, partner.shift.worker, partner.planned.start]);
  expect(together("Anna-1")).toEqual([["B", "Bo", t(1, "09:00")]]);
  expect(together("Bo-1")).toEqual([["B", "Anna", t(1, "09:00")]]);
});

test("a place is the base, the person's home, or called by its id", () => {
  const of = { town: { ...known, staff: [{ id: "Anna", skills: [], home: "p1" }] } };
  expect([0, 1, 2, null].map((place) => placeName(of, "Anna", place))).toEqual(["base", "home", { id: "p2" }, undefined]);
  expect(placeName(of, "Bo", 1)).toEqual({ id: "p1" });
});

test("the sheet tells the whole shift as its owner needs it", () => {
  const sheet = sheets(shiftSection([viewOf()]).text)[0] ?? "";
  expect(textOf(sheet)).toBe(
    "Anna Monday 2 March Minute|Paid shift|07:00–15:00|The round|07:24–13:00, 4 visits|Travels by|car|Slack|129 min (how much the first visit may overrun; rounded down)|Keys to take along|Client C, Client A|Double staffing|09:00 with Bo at Client B|" +
      "Time|Way + entry|What|Promised span|To know|" +
      "07:24|from the base|" +
      "07:30–07:40|5 + 1 min, 5.0 km|Client C medicine|07:30–08:30|HSL, insulin, key|" +
      "08:00–08:30|10 + 1 min, 10.0 km, waits 9 min|Client A hygiene: Start the day|08:00–10:00|key, dog, birds, toString|" +
      "09:00–09:20|10 + 1 min, 10.0 km, waits 19 min|Client B transfer|08:00–12:00|with Bo 09:00, digital lock|" +
      "11:00–11:30|waits 100 min|unpaid rest (rast)|" +
      "11:45–12:15|10 + 1 min, 10.0 km, waits 4 min|Client A meal: Eat at the table|11:30–13:00|key, dog, birds, toString|" +
      "12:50–13:00|5 min, 5.0 km, waits 30 min|documentation|13:00|to the base|" +
      "→ Tue 3 Mar|All shifts",
  );
});

test("a way of no minutes is written as none, one of no metres as the same house, a short one in metres", () => {
  const sheet = (seconds: number, metres: number): string => {
    const [travel] = demand.travel as [Demand["travel"][number]];
    const between = (list: readonly number[] | undefined, value: number): number[] => (list ?? []).map((x, i) => (i === 5 || i === 7 ? value : x));
    return textOf(sheets(shiftSection([viewOf(known, { ...demand, travel: [{ ...travel, ticks: between(travel.ticks, seconds), metres: between(travel.metres, metres) }] })]).text)[0] ?? "");
  };
  expect(sheet(0, 0)).toContain("08:00–08:30|0 + 1 min, waits 19 min|");
  expect(sheet(120, 0)).toContain("08:00–08:30|2 + 1 min, same house, waits 17 min|");
  expect(sheet(120, 40)).toContain("08:00–08:30|2 + 1 min, 40 m, waits 17 min|");
});

test("the Swedish sheet says the same", () => {
  const sheet = textOf(sheets(shiftSection([viewOf(known, demand, plan, "sv")]).text)[0] ?? "");
  expect(sheet).toContain("08:00–08:30|10 + 1 min, 10,0 km, väntar 9 min|Client A hygien: Start the day|08:00–10:00|nyckel, hund, birds, toString|");
  expect(sheet).toContain("11:00–11:30|väntar 100 min|rast (obetald)|");
});

test("every shift of every plan has a sheet, each linked from the table, and one is shown as an example", () => {
  const views = [viewOf(), { ...viewOf(), nth: 1 }];
  const section = shiftSection(views).text;
  const ids = sheets(section).map((s) => /id="([^"]*)"/.exec(s)?.[1]);
  expect(ids).toEqual(["p0-0", "p0-1", "p0-2", "p0-3", "p1-0", "p1-1", "p1-2", "p1-3"]);
  const chosen = [...section.slice(0, section.indexOf('<div class="sheets">')).matchAll(/href="?#([\w-]*)/g)].map((m) => m[1]);
  expect(chosen.sort()).toEqual(ids);
  expect(section.match(/class="sheet first" id="p0-0"/g)).toHaveLength(1);
  expect(section.match(/ first"/g)).toHaveLength(1);
  expect(sheets(section)[0]).toContain('<a href=#p1-0>The same shift: Minute</a>');
});

test("who is called or seen by camera is not entered: no key, no dog", () => {
  const tasks = demand.tasks.map((x) => (x.client === "A" ? { ...x, kind: "remote" as const } : x));
  const view = viewOf(known, { ...demand, tasks });
  const text = textOf(sheets(shiftSection([view]).text)[0] ?? "");
  expect(text).toContain("Client A hygiene: Start the day|08:00–10:00|by phone or camera|");
  expect(text).toContain("|Keys to take along|Client C|");
});

test("what is free in time has no promised span", () => {
  const needs = known.needs.map((n) => (n.id === "a-morning" ? { ...n, timing: "free" as const } : n));
  const text = textOf(sheets(shiftSection([viewOf({ ...known, needs })]).text)[0] ?? "");
  expect(text).toContain("Client A hygiene: Start the day|key, dog, birds, toString|");
  expect(text).toContain("|11:30–13:00|");
});

test("an introduction is told on both sheets", () => {
  const shifts: Case["shifts"] = [
    { id: "Anna-0", staff: "Anna", date: "2026-03-02", from: "07:00", to: "15:00", modes: ["car"] },
    { id: "Bo-0", staff: "Bo", date: "2026-03-02", from: "08:00", to: "12:00", modes: ["car"], introducedIn: "Anna-0" },
  ];
  const [anna, bo] = sheets(shiftSection([viewOf({ ...known, shifts })]).text).map(textOf);
  expect(anna).toContain("|Introduces|Bo|");
  expect(bo).toContain("|Follows|Anna|");
});

test("a person with two shifts a day has both in one cell, in the order of the Demand", () => {
  const extra = { ...(demand.shifts[1] as Demand["shifts"][number]), id: "Bo-0b", begins: [t(0, "17:00"), t(0, "17:00")] as const, ends: [null, t(0, "20:00")] as const, paidTo: t(0, "20:00") };
  const view = viewOf(known, { ...demand, shifts: [...demand.shifts, extra] }, planOf(plan.shifts));
  expect(shiftSection([view]).text).toContain('<th scope="row">Bo</th><td><a href=#p0-1>08:00<br>12:00</a><span>–</span></td>');
});

const sheets = (section: string): string[] => section.split("<article").slice(1);

/** What is read, cell by cell. */
function textOf(sheet: string): string {
  const cells = sheet.slice(sheet.indexOf("<h3>")).replace(/\u00a0/g, " ").replace(/<\/(?:td|th|dt|dd|h3|table)>|<(?:t[dhr]|d[td]|tbody)[ >]|<\/a>(?=<a)/g, "|$&").replace(/<[^>]*>/g, "").replace(/\n/g, "");
  return cells.replace(/\|+/g, "|").replace(/\|$/, "").trim();
}
