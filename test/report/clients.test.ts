import { expect, test } from "vitest";
import { measure } from "../../src/kpi/measure.ts";
import type { Case, Need } from "../../src/model/case.ts";
import type { Demand, Task } from "../../src/model/demand.ts";
import { hashOf } from "../../src/model/hash.ts";
import type { PlannedShift } from "../../src/model/plan.ts";
import { changesOf } from "../../src/report/clients/changes.ts";
import { fortnightsOf } from "../../src/report/clients/fortnight.ts";
import { clientSection } from "../../src/report/clients/section.ts";
import { type View, viewsOf } from "../../src/report/view.ts";
import { demand, plan, t, town } from "../kpi/town.ts";

interface Change {
  readonly town?: Partial<Case>;
  readonly demand?: Partial<Demand>;
  readonly shifts?: readonly PlannedShift[];
}

function viewOf(change: Change = {}): View {
  const of = { ...town, ...change.town };
  const by = { ...demand, ...change.demand };
  const shifts = change.shifts ?? plan.shifts;
  const served = new Set(shifts.flatMap((s) => s.tasks.map(({ id }) => id)));
  const answer = { ...plan, demandHash: hashOf(by), shifts, unserved: by.tasks.filter(({ id }) => !served.has(id)).map(({ id }) => id) };
  const arm = { name: "Minute", demand: by, plan: answer, score: { levels: [], terms: [] }, measures: measure(of, by, answer) };
  return viewsOf({ case: of, arms: [arm], locale: "en", names: "full" })[0] as View;
}

const without = (...ids: readonly string[]): PlannedShift[] => plan.shifts.map((s) => ({ ...s, tasks: s.tasks.filter(({ id }) => !ids.includes(id)) }));
const moved = (id: string, by: Partial<PlannedShift["tasks"][number]>): PlannedShift[] =>
  plan.shifts.map((s) => ({ ...s, tasks: s.tasks.map((x) => (x.id === id ? { ...x, ...by } : x)) }));

test("the sums by hand: a visit by two counts twice on both sides, faces are those who come to the home", () => {
  const view = viewOf();
  const [a, b, c] = fortnightsOf(view);
  expect([a, b, c].map((f) => [f?.granted, f?.planned, f?.faces])).toEqual([[120, 120, ["Anna"]], [80, 80, ["Anna", "Bo"]], [20, 20, ["Anna"]]]);
  expect(a?.visits.map(({ date, granted, planned }) => [date, granted, planned])).toEqual([
    ["2026-03-02", 30, 30], ["2026-03-02", 30, 30], ["2026-03-03", 30, 30], ["2026-03-03", 30, 30],
  ]);
  // 525 minutes a week are 150 for two days.
  expect([a?.frame, b?.frame]).toEqual([{ minutes: 150, planned: 120 }, undefined]);
});

test("sums and faces agree with the measures of the plan", () => {
  const view = viewOf({ shifts: without("a-lunch@2026-03-03#1", "b-lift@2026-03-02#1/2") });
  const all = fortnightsOf(view);
  const { granted, continuity } = view.arm.measures;
  expect(all.reduce((s, f) => s + f.granted, 0)).toBe(granted.granted.value);
  expect(all.reduce((s, f) => s + f.planned, 0)).toBe(granted.planned.value);
  expect(all.reduce((s, f) => s + f.faces.length, 0) / all.length).toBe(continuity.mean.value);
});

test("those who share a need have an equal part of its minutes each, and both see who comes", () => {
  const needs = town.needs.map((n) => (n.id === "b-lift" ? { ...n, sharedWith: ["C"] } : n));
  const clients = town.clients.map((c) => ({ ...c, household: "home-B" }));
  const [, b, c] = fortnightsOf(viewOf({ town: { needs, clients } }));
  expect([b?.granted, b?.planned, c?.granted, c?.planned]).toEqual([40, 40, 60, 60]);
  expect(c?.faces).toEqual(["Anna", "Bo"]);
});

const changesFor = (view: View, client: string) =>
  (fortnightsOf(view).find((f) => f.client.id === client)?.visits ?? []).flatMap((visit) => changesOf(view, visit, fortnightsOf(view).find((f) => f.client.id === client)?.frame)).map(({ kind, reason, minutes }) => [kind, reason, minutes]);

test("a plan as usual has no changes; a visit that nobody does, or one of two, is unstaffed", () => {
  expect(["A", "B", "C"].flatMap((id) => changesFor(viewOf(), id))).toEqual([]);
  const view = viewOf({ shifts: without("a-lunch@2026-03-03#1", "b-lift@2026-03-02#1/2") });
  expect([changesFor(view, "A"), changesFor(view, "B")]).toEqual([[["unstaffed", "noRoom", 0]], [["unstaffed", "noRoom", 0]]]);
});

test("lengths are told against the template in whole minutes, with what lets them differ", () => {
  const elastic = { demand: { tasks: demand.tasks.map((x) => (x.id === "a-morning@2026-03-02#1" ? { ...x, duration: { min: 900, max: 3600 } } : x)) } };
  const ended = (end: number, change: Change = elastic) => changesFor(viewOf({ ...change, shifts: moved("a-morning@2026-03-02#1", { end }) }), "A");
  expect(ended(t(0, "08:25"))).toEqual([["shorter", "length", 5]]);
  expect(ended(t(0, "08:42"))).toEqual([["longer", "length", 12]]);
  expect(ended(t(0, "08:30") - 29)).toEqual([]);
  expect(ended(t(0, "08:25"), {})).toEqual([["shorter", "pace", 5]]);
  // 402 minutes a week are 114.86 for two days, and 115 are planned.
  const frame = (minutes: number) => ({ ...elastic, town: { clients: town.clients.map((c) => (c.id === "A" ? { ...c, decision: { basis: "SoL" as const, grants: { kind: "frame" as const, minutes, per: "week" as const } } } : c)) } });
  expect([ended(t(0, "08:25"), frame(402)), ended(t(0, "08:25"), frame(406))]).toEqual([[["shorter", "frameFull", 5]], [["shorter", "length", 5]]]);
});

test("who has no frame is not told of one: not where lengths differ, nor where the minutes are used up", () => {
  const plain = town.clients.map((c) => ({ ...c, decision: { basis: "SoL" as const, grants: { kind: "interventions" as const } } }));
  const tasks = demand.tasks.map((x) => (x.id === "a-morning@2026-03-02#1" ? { ...x, duration: { min: 900, max: 3600 } } : x));
  const account = { id: "frame A", of: "task" as const, members: ["a-lunch@2026-03-03#1"], quantity: "serviceTicks" as const, opening: 0, reserved: 0, limit: [null, 60] as const };
  const viewWith = (end: number) => viewOf({ town: { clients: plain }, demand: { tasks }, shifts: moved("a-morning@2026-03-02#1", { end }) });
  expect(changesFor(viewWith(t(0, "08:25")), "A")).toEqual([["shorter", "shortened", 5]]);
  expect(changesFor(viewWith(t(0, "08:42")), "A")).toEqual([["longer", "lengthened", 12]]);
  expect(changesFor(viewOf({ town: { clients: plain }, demand: { budgets: [account] }, shifts: without("a-lunch@2026-03-03#1") }), "A")).toEqual([["unstaffed", "grantedUsedUp", 0]]);
  const text = clientSection([viewWith(t(0, "08:25"))]).text;
  expect(text).toContain("The plan shortened it; the plan&#39;s model allows that for template time too [assumed].");
  expect(text).toContain("<td>−5 min against granted<td>115");
  expect(text).not.toContain("The frame lets lengths vary.");
});

test("minutes over the frame's share of the days are told", () => {
  // 402 minutes a week are 115 for two days, and 120 are planned.
  const clients = town.clients.map((c) => (c.id === "A" ? { ...c, decision: { basis: "SoL" as const, grants: { kind: "frame" as const, minutes: 402, per: "week" as const } } } : c));
  expect(clientSection([viewOf({ town: { clients } })]).text).toContain("120 of 115 min, 5 min over the frame&#39;s share for these days");
  expect(clientSection([viewOf()]).text).not.toContain("frame&#39;s share");
});

test("where two come, lengths are told of each of them, as the visit is", () => {
  const lift = (end: number) => plan.shifts.map((s) => ({ ...s, tasks: s.tasks.map((x) => (x.id.startsWith("b-lift@2026-03-02") ? { ...x, end } : x)) }));
  expect(changesFor(viewOf({ shifts: lift(t(0, "09:15")) }), "B")).toEqual([["shorter", "pace", 5]]);
});

test("where a second person comes for a part, the length told is that of the visit", () => {
  const needs = town.needs.map((n) => (n.id === "b-lift" ? { ...n, staffing: { second: { from: 0, minutes: 10 } } } : n));
  const lift = (first: number) => plan.shifts.map((s) => ({ ...s, tasks: s.tasks.map((x) => (x.id === "b-lift@2026-03-02#1/1" ? { ...x, end: first } : x.id.startsWith("b-lift") && x.id.endsWith("/2") ? { ...x, end: x.start + 600 } : x)) }));
  expect(changesFor(viewOf({ town: { needs }, shifts: lift(t(0, "09:20")) }), "B")).toEqual([]);
  expect(changesFor(viewOf({ town: { needs }, shifts: lift(t(0, "09:27")) }), "B")).toEqual([["longer", "pace", 7]]);
});

test("where the second is there for part of the visit, both lengths are told, and they add up to the day", () => {
  const needs = town.needs.map((n) => (n.id === "b-lift" ? { ...n, minutes: 35, staffing: { second: { from: 5, minutes: 30 } } } : n));
  const ended = (first: string) => viewOf({
    town: { needs },
    demand: { tasks: demand.tasks.map((x) => (x.id.startsWith("b-lift") ? { ...x, duration: { min: 900, max: 3600 }, ...(x.id.endsWith("/2") && { slots: [{ start: [(x.slots[0]?.start[0] ?? 0) + 300, (x.slots[0]?.start[1] ?? 0) + 300] as const }] }) } : x)) },
    shifts: plan.shifts.map((s) => ({ ...s, tasks: s.tasks.map((x) => (x.id === "b-lift@2026-03-02#1/1" ? { ...x, end: t(0, first) } : x.id === "b-lift@2026-03-02#1/2" ? { ...x, start: t(0, "09:05"), end: t(0, "09:35") } : x)) })),
  });
  const text = clientSection([ended("09:38")]).text;
  expect(text).toContain("Anna + Bo, transfer 38\u00a0min, 30\u00a0min of it by two <i>3 min longer</i>");
  expect(text).toContain("<td>68<");
  expect(clientSection([viewOf()]).text).toContain("Anna + Bo, transfer 20\u00a0min by two");
});

test("a visit for which another way of doing the same is taken is not told", () => {
  const either = { id: "either", kind: "presence" as const, tasks: ["a-lunch@2026-03-03#1", "a-morning@2026-03-03#1"], count: [1, 1] as const, zeroAllowed: false };
  const view = viewOf({ demand: { relations: [either] }, shifts: without("a-lunch@2026-03-03#1") });
  expect(fortnightsOf(view)[0]?.visits).toHaveLength(3);
  expect(changesFor(view, "A")).toEqual([]);
});

/** C's cleaning, nominally on Monday from 13:00 to 14:00, done by Bo on Tuesday after the lift. */
const cleaning: Need = { id: "clean", client: "C", class: "cleaning", minutes: 40, often: { times: 1, per: "week", weekdays: [1] }, agreedDays: [1, 2], window: ["13:00", "14:00"], timing: "agreed" };
const cleanTask = (more: Partial<Task> = {}): Task => ({
  ...(demand.tasks[0] as Task), id: "clean@2026-W10#1", serves: ["clean@2026-W10#1"], class: "cleaning", client: "C", place: 2,
  slots: [0, 1].map((day) => ({ start: [t(day, "09:00"), t(day, "14:00")] as const })), duration: { min: 2400, max: 2400 }, ...more,
});
const onTuesday = (from: string, to: string, change: Change = {}, more: Partial<Task> = {}): View =>
  viewOf({
    ...change, town: { needs: [...town.needs, cleaning], ...change.town }, demand: { tasks: [...demand.tasks, cleanTask(more)], ...change.demand },
    shifts: plan.shifts.map((s) => (s.shift === "Bo-1" ? { ...s, tasks: [...s.tasks, { id: "clean@2026-W10#1", slot: 1, start: t(1, from), end: t(1, to) }] } : s)),
  });

test("a visit on another day tells why: the plainest reason that the plan shows", () => {
  // On Monday from 13:00 Anna is free until 15:00 in her paid time, Bo is at home: the day was free to choose.
  expect(changesFor(onTuesday("13:00", "13:40"), "C")).toEqual([["day", "agreed", 0]]);
  // Whom Anna must not visit, nobody at work on Monday can clean for.
  expect(changesFor(onTuesday("13:00", "13:40", {}, { who: { not: ["Anna"] } }), "C")).toEqual([["day", "nobodyAble", 0]]);
  // Where Anna's paid time ends at 14:10, she has less than 40 minutes after 13:40 only: begun at 13:00 it still fits; ended at 13:30 it does not.
  const until = (clock: string): Change => ({ demand: { tasks: [...demand.tasks, cleanTask()], shifts: demand.shifts.map((s) => (s.id === "Anna-0" ? { ...s, paidTo: t(0, clock) } : s)) } });
  expect(changesFor(onTuesday("13:00", "13:40", until("14:10")), "C")).toEqual([["day", "agreed", 0]]);
  expect(changesFor(onTuesday("13:00", "13:40", until("13:30")), "C")).toEqual([["day", "nobodyAble", 0]]);
  const contact: Change = { demand: { tasks: [...demand.tasks, cleanTask()], clients: [{ id: "C", contact: "Bo" }] } };
  expect(changesFor(onTuesday("13:00", "13:40", contact), "C")).toEqual([["day", "contact", 0]]);
});

test("the day that a visit was moved from says where it went, and changes stand below their cause", () => {
  const sheet = clientSection([onTuesday("13:00", "13:40")]).text.split('id="c2"')[1] ?? "";
  expect(/<th scope=row>Mon 2 Mar<td>.*?<tr>/s.exec(sheet)?.[0]).toContain("<p><i>cleaning → Tue 3 Mar</i>");
  expect(sheet).toContain("<li>The day or the hour is free to choose by agreement.<ul><li><span>cleaning: from Mon 2 Mar to Tue 3 Mar</span></ul>");
});

test("where the Case names no weekday, no day is another than usual", () => {
  const anyDay = { ...cleaning, often: { times: 1, per: "week" as const }, agreedDays: [1 as const] };
  const view = onTuesday("13:00", "13:40", { town: { needs: [...town.needs, anyDay] } });
  expect(changesFor(view, "C")).toEqual([]);
  expect(fortnightsOf(view)[2]?.visits.find(({ granted }) => granted === 40)).toMatchObject({ date: "2026-03-03", dueDate: "2026-03-03", promised: { date: "2026-03-02" } });
});

test("those who can are busy where their rounds leave no such time", () => {
  const late = plan.shifts.map((s) => (s.shift === "Anna-0" ? { ...s, end: t(0, "15:00"), tasks: s.tasks.map((x) => (x.id === "notes-0" ? { ...x, start: t(0, "13:20"), end: t(0, "15:00") } : x)) } : s));
  const view = onTuesday("13:00", "13:40");
  const busy = viewOf({
    town: { needs: [...town.needs, cleaning] }, demand: { tasks: [...demand.tasks, cleanTask()] },
    shifts: late.map((s) => (s.shift === "Bo-1" ? { ...s, tasks: [...s.tasks, { id: "clean@2026-W10#1", slot: 1, start: t(1, "13:00"), end: t(1, "13:40") }] } : s)),
  });
  expect([changesFor(view, "C"), changesFor(busy, "C")]).toEqual([[["day", "agreed", 0]], [["day", "allBusy", 0]]]);
});

test("done in one go with another visit to the client is the first reason asked for", () => {
  const view = onTuesday("13:00", "13:40", {}, { client: "B" });
  expect(changesFor(view, "B")).toEqual([["day", "together", 0]]);
});

test("a start outside the hours promised tells by how much", () => {
  expect(changesFor(onTuesday("12:50", "13:30"), "C")).toEqual([["day", "agreed", 0], ["time", "agreed", 10]]);
  expect(changesFor(onTuesday("14:05", "14:45"), "C")).toEqual([["day", "agreed", 0], ["time", "agreed", 5]]);
});

test("a visit after midnight belongs to the evening in which its hours begin", () => {
  const need: Need = { id: "night", client: "C", class: "check", minutes: 20, often: { times: 1, per: "day", weekdays: [1] }, window: ["23:00", "01:00"], timing: "agreed" };
  const task: Task = { ...cleanTask(), id: "night@2026-03-02#1", serves: ["night@2026-03-02#1"], slots: [{ start: [t(0, "23:00"), t(1, "01:00")] }], duration: { min: 1200, max: 1200 } };
  const at = (start: number) => viewOf({
    town: { needs: [...town.needs, need] }, demand: { tasks: [...demand.tasks, task] },
    shifts: plan.shifts.map((s) => (s.shift === "Bo-1" ? { ...s, tasks: [{ id: task.id, slot: 0, start, end: start + 1200 }, ...s.tasks] } : s)),
  });
  for (const start of [t(0, "23:30"), t(1, "00:30")]) {
    const view = at(start);
    const visit = fortnightsOf(view)[2]?.visits.find(({ tasks: [first] }) => first?.id === task.id);
    expect(visit).toMatchObject({ date: "2026-03-02", dueDate: "2026-03-02" });
    expect(changesFor(view, "C")).toEqual([]);
  }
});

test("the sheet has the days down, the plans side by side, sums and faces below", () => {
  const first = viewOf();
  const second = { ...viewOf({ shifts: without("a-lunch@2026-03-03#1") }), nth: 1 };
  const sheet = clientSection([first, { ...second, arm: { ...second.arm, name: "Ramtid" } }]).text.split("<article")[1] ?? "";
  const text = sheet.slice(sheet.indexOf("<h3>")).replace(/<\/?(?:td|th|dt|dd|h3|h4|p|li)[ >]/g, "|$&").replace(/<[^>]*>/g, "").replace(/\n/g, "").replace(/\|+/g, "|");
  expect(text.replace(/^\|/, "")).toBe(
    "Client A|Decision|SoL, time frame, 525 min a week|Named care contact|Anna|Day|Granted|Minute|min|Ramtid|min|" +
      "Mon 2 Mar|60|08:00 Anna, hygiene 30\u00a0min|11:45 Anna, meal 30\u00a0min|60|08:00 Anna, hygiene 30\u00a0min|11:45 Anna, meal 30\u00a0min|60|" +
      "Tue 3 Mar|60|08:00 Anna, hygiene 30\u00a0min|11:45 Anna, meal 30\u00a0min|60|08:00 Anna, hygiene 30\u00a0min|meal: nobody|30|" +
      "Sum, min|120|120|−30 min against granted|90|The frame for these days|120 of 150 min|90 of 150 min|Different staff in the home|1 Anna|1 Anna|" +
      "Minute|Everything is on its usual day, within the promised span and as long as granted.|" +
      "Ramtid: Moved, shortened or unstaffed, and why|Those who can and work then have no time for it.|meal: unstaffed, Tue 3 Mar|All clients|",
  );
});

test("days away are told, and clients are found by name", () => {
  const clients = town.clients.map((c) => (c.id === "A" ? { ...c, name: "Åsa", away: [{ from: "2026-03-03", to: "2026-03-04" }] } : c));
  const section = clientSection([viewOf({ town: { clients } })]).text;
  expect(section).toContain('<th scope=row>Tue 3 Mar <small>away</small><td>');
  expect(section).not.toContain('<th scope=row>Mon 2 Mar <small>');
  expect([...section.matchAll(/<li><a href="#(c\d)">([^<]*)</g)].map((m) => [m[1], m[2]])).toEqual([["c1", "Client B"], ["c2", "Client C"], ["c0", "Åsa"]]);
});

test("who approved the plan is told by name, the client as such", () => {
  const approvedBy = (by: string): string => {
    const clients = town.clients.map((c) => (c.id === "A" ? { ...c, implementationPlan: { approvedBy: by } } : c));
    const staff = town.staff.map((s) => (s.id === "Bo" ? { ...s, name: "Bo Ek" } : s));
    return /approved by ([^<]*)</.exec(clientSection([viewOf({ town: { clients, staff } })]).text)?.[1] ?? "";
  };
  expect(["client", "A", "Bo", "Unit manager"].map(approvedBy)).toEqual(["the client", "the client", "Bo Ek of the staff, not by the client", "Unit manager"]);
});
