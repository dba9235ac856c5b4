import { expect, test } from "vitest";
import { measure } from "../../src/kpi/measure.ts";
import type { Case } from "../../src/model/case.ts";
import type { Demand, Task, Worker } from "../../src/model/demand.ts";
import { hashOf } from "../../src/model/hash.ts";
import type { PlannedShift } from "../../src/model/plan.ts";
import type { Relation } from "../../src/model/relation.ts";
import type { Staff } from "../../src/model/staff.ts";
import { UNSOLVED_WORDS } from "../../src/report/unsolved/words.ts";
import { slackOf } from "../../src/report/unsolved/slack.ts";
import { type CallPlan, callPlanOf, callsOf } from "../../src/report/unsolved/calls.ts";
import { freeStaff } from "../../src/report/unsolved/freeTime.ts";
import { keepsRest, lostRests } from "../../src/report/unsolved/rest.ts";
import { type SharedItem, unsolvedItems, unsolvedSection, withCalls } from "../../src/report/unsolved/section.ts";
import { type View, viewsOf } from "../../src/report/view.ts";
import { demand, plan, t, town } from "../kpi/town.ts";

interface Change {
  readonly town?: Partial<Case>;
  readonly demand?: Partial<Demand>;
  readonly leaveOut?: readonly string[];
  readonly shifts?: readonly PlannedShift[];
}

/** The town worked out by hand, changed. */
function viewOf(change: Change = {}, locale: "sv" | "en" = "en"): View {
  const of = { ...town, ...change.town };
  const by = { ...demand, ...change.demand };
  const without = (change.shifts ?? plan.shifts).map((s) => ({ ...s, tasks: s.tasks.filter(({ id }) => change.leaveOut?.includes(id) !== true) }));
  const shifts = without.filter(({ tasks }) => tasks.length > 0);
  const served = new Set(shifts.flatMap((s) => s.tasks.map(({ id }) => id)));
  const answer = { ...plan, demandHash: hashOf(by), shifts, unserved: by.tasks.filter(({ id }) => !served.has(id)).map(({ id }) => id) };
  const arm = { name: "Minute", demand: by, plan: answer, score: { levels: [], terms: [] }, measures: measure(of, by, answer) };
  return viewsOf({ case: of, arms: [arm], locale, names: "full" })[0] as View;
}

const itemsOf = (...views: readonly View[]): SharedItem[] => unsolvedItems(withCalls(views));
const items = (change: Change, locale: "sv" | "en" = "en") => itemsOf(viewOf(change, locale));
const worker = (id: string, skills: readonly string[] = [], more: Partial<Worker> = {}): Worker => ({
  id, traits: [], skills: skills.map((s) => ({ id: s, level: 0 })), rest: [{ window: 86_400, atLeast: 11 * 3600 }], ...more,
});
const staff = (id: string, more: Partial<Staff> = {}): Staff => ({ id, skills: [], ...more });
const INSULIN = "c-insulin@2026-03-03#1";

test("a plan that lacks nothing has no items", () => {
  expect(items({})).toEqual([]);
});

test("who is called is off that day, has the skill and keeps the rest; the hourly first", () => {
  const night = { ...(demand.shifts[0] as Demand["shifts"][number]), id: "Eva-0", worker: "Eva", begins: [t(0, "20:00"), t(0, "20:00")] as const, ends: [null, t(0, "23:30")] as const, paidTo: t(0, "23:30") };
  const people = [staff("Dan"), staff("Cilla", { employment: "hourly" }), staff("Eva"), staff("Fia"), staff("Gun")];
  const workers = [worker("Dan", ["insulin"]), worker("Cilla", ["insulin"]), worker("Eva", ["insulin"]), worker("Fia"), worker("Gun", ["insulin"], { traits: ["man"] })];
  const change: Change = {
    town: { staff: [...town.staff, ...people] },
    demand: {
      workers: [...demand.workers, ...workers], shifts: [...demand.shifts, night],
      tasks: demand.tasks.map((x) => (x.id === INSULIN ? { ...x, who: { ...x.who, not: ["man"] } } : x)),
    },
    leaveOut: [INSULIN],
  };
  // Eva ends at 23:30, so 07:30 to 08:30 leaves nine hours; Fia lacks the skill; Gun is refused; Anna works.
  expect(items(change)).toEqual([{
    kind: "visit", isCallable: true, order: "2 000000113400", arms: [0], who: "Client C", anchor: "c2", when: "to begin Tue 3 Mar 07:30–08:30",
    fact: "medicine, 10 min. The search found no room with those who can and are at work then: Anna.", action: "Call Cilla (hourly). Otherwise Dan.",
  }]);
  expect(items(change, "sv")[0]).toMatchObject({
    when: "ska börja tis 3 mars 07:30–08:30", fact: "läkemedel, 10 min. Sökningen fann ingen plats hos dem som kan och som arbetar då: Anna.", action: "Ring Cilla (timavlönad). Annars Dan.",
  });
});

test("the missing hour is named where those with the skill do not work then", () => {
  const late = demand.shifts.map((s) => (s.id === "Anna-1" ? { ...s, begins: [t(1, "09:00"), t(1, "09:00")] as const } : s));
  const [item] = items({ demand: { shifts: late }, leaveOut: [INSULIN] });
  expect(item).toMatchObject({
    isCallable: false, fact: "medicine, 10 min. Nobody with the skill insulin works Tue 3 Mar 07:30–08:30.",
    action: "Nobody who is off can come. Move a shift, or borrow from another unit.",
  });
});

test("a skill that nobody has takes the nurse, and says who is at work to be delegated it", () => {
  const [item] = items({ demand: { workers: demand.workers.map((w) => ({ ...w, skills: [] })) }, leaveOut: [INSULIN, "c-insulin@2026-03-02#1"] });
  expect(item).toMatchObject({
    isCallable: true, when: "to begin Mon 2 Mar 07:30–08:30", fact: "medicine, 10 min. Nobody on the staff has the skill insulin.",
    action: "Call the nurse about a delegation for insulin. At work then: Anna and Bo.",
  });
});

test("a delegation that was over by the day is named with its owner", () => {
  const before = demand.workers.map((w) => (w.id === "Anna" ? { ...w, skills: [{ id: "insulin", level: 0, days: [null, 0] as const }] } : w));
  const change: Change = {
    town: { staff: town.staff.map((s) => (s.id === "Anna" ? { ...s, skills: [{ id: "insulin", to: "2026-03-02" }] } : s)) }, demand: { workers: before }, leaveOut: [INSULIN],
  };
  const [visit, delegation] = [...items(change)].sort((a, b) => (a.kind < b.kind ? 1 : -1));
  expect(visit?.fact).toBe("medicine, 10 min. Nobody with the skill insulin works Tue 3 Mar 07:30–08:30. The delegation for insulin of Anna ended on Mon 2 Mar.");
  expect(delegation).toMatchObject({
    kind: "delegation", isCallable: true, who: "Anna",
    fact: "The delegation for insulin holds until Mon 2 Mar. Of all visits after that 1 needs it; the plan gives the person none of them. 0 others have it all the period.",
    action: "Call the nurse to renew it before Tue 3 Mar.",
  });
});

test("delegations are told only where they end within the period and are not renewed", () => {
  const ends = (...skills: Staff["skills"]) => items({ town: { staff: [staff("Anna", { skills }), staff("Bo")] } }).length;
  expect([ends({ id: "insulin", to: "2026-03-01" }), ends({ id: "insulin", to: "2026-03-02" }), ends({ id: "insulin", to: "2026-03-03" }), ends({ id: "insulin", to: "2026-03-04" })]).toEqual([0, 1, 1, 0]);
  expect(ends({ id: "insulin", to: "2026-03-02" }, { id: "insulin", from: "2026-03-03" })).toBe(0);
});

test("a frame that is used up is no matter for a call, and a visit by two that lacks both stands once", () => {
  const b = ["b-lift@2026-03-03#1/1", "b-lift@2026-03-03#1/2"];
  const budget = { id: "frame", of: "task" as const, members: b, quantity: "serviceTicks" as const, opening: 0, reserved: 0, limit: [null, 600] as const };
  const change: Change = { demand: { budgets: [budget] }, leaveOut: b, shifts: plan.shifts.filter(({ shift }) => shift !== "Bo-1") };
  const framed = town.clients.map((c) => (c.id === "B" ? { ...c, decision: { basis: "SoL" as const, grants: { kind: "frame" as const, minutes: 70, per: "week" as const } } } : c));
  expect(items({ ...change, town: { clients: framed } })).toHaveLength(1);
  expect(items({ ...change, town: { clients: framed } })[0]).toMatchObject({
    isCallable: false, fact: "transfer, 20 min, 2 are missing. The minutes of the frame are not enough, as the plan uses them.",
    action: "Go through with the client what can wait, or ask the care manager for a new frame.",
  });
  expect(items(change)[0]).toMatchObject({
    fact: "transfer, 20 min, 2 are missing. The granted minutes are not enough, as the plan uses them.", action: "Go through with the client what can wait.",
  });
});

test("where the plan made other visits of the account longer, these are to be shortened first", () => {
  const left = "a-lunch@2026-03-03#1";
  const account = (minutes: number) => ({
    id: "frame A", of: "task" as const, members: demand.tasks.filter(({ client }) => client === "A").map(({ id }) => id), quantity: "serviceTicks" as const, opening: 0, reserved: 0, limit: [null, minutes * 60] as const,
  });
  const longer = plan.shifts.map((s) => ({ ...s, tasks: s.tasks.map((x) => (x.id === "a-morning@2026-03-02#1" ? { ...x, end: x.end + 12 * 60 } : x)) }));
  const without = town.clients.map((c) => (c.id === "A" ? { ...c, decision: { basis: "SoL" as const, grants: { kind: "interventions" as const } } } : c));
  // 30 + 12, 30 and 30 are planned, and lunch takes 30: within 130 minutes it lacks 2, within 110 it lacks 22.
  const item = (minutes: number, clients = town.clients) => items({ town: { clients }, demand: { budgets: [account(minutes)] }, leaveOut: [left], shifts: longer }).find(({ kind }) => kind === "visit");
  const fact = "meal, 30 min. The plan gave other visits 12 min more than granted, so there is no room for this one.";
  expect(item(130)).toMatchObject({ isCallable: false, fact, action: "Shorten those first." });
  expect(item(130, without)).toMatchObject({ fact, action: "Shorten those first." });
  expect(item(110)?.action).toBe("Shorten those first. Go through with the client what can wait, or ask the care manager for a new frame.");
  expect(item(110, without)?.action).toBe("Shorten those first. Go through with the client what can wait.");
});

test("days that a visit may choose among are told by their first and last", () => {
  const open = demand.tasks.map((x) => (x.id === INSULIN ? { ...x, slots: [0, 1].map((day) => ({ start: [t(day, "07:30"), t(day, "08:30")] as const })) } : x));
  expect(items({ demand: { tasks: open }, leaveOut: [INSULIN] })[0]?.when).toBe("to begin some day Mon 2 Mar to Tue 3 Mar, 07:30–08:30");
});

test("a lost break says between which hours, and who has the time to take a visit", () => {
  // Bo waits from 09:25 to 12:10, so half an hour between 11:00 and 13:30 is free; without Bo nobody's is.
  expect(items({ leaveOut: ["rast-1"] })).toMatchObject([{
    kind: "rest", isCallable: true, who: "Anna", when: "Tue 3 Mar 07:24–13:00", fact: "The break of 30 min found no room.",
    action: "Call Bo, who has time between 11:00 and 13:30, about taking a visit.",
  }]);
  const alone = items({ leaveOut: ["rast-1"], shifts: plan.shifts.filter(({ shift }) => shift !== "Bo-1"), demand: { shifts: demand.shifts.filter(({ id }) => id !== "Bo-1") } });
  expect(alone.filter(({ kind }) => kind === "rest")).toMatchObject([{ isCallable: false, action: "Nobody has time left between 11:00 and 13:30. Move a visit to another time." }]);
});

test("a break that a short shift does not need is not lost", () => {
  const short = plan.shifts.map((s) => (s.shift === "Anna-1" ? { ...s, end: t(1, "12:24") } : s));
  expect(items({ leaveOut: ["rast-1", "notes-1"], shifts: short }).filter(({ kind }) => kind === "rest")).toEqual([]);
});

test("rest is lost where a working period is too long, and kept to the tick", () => {
  const anna = worker("Anna");
  const work = (from: string, to: string, day = 0) => ({ begin: t(day, from), end: t(day, to) });
  expect(lostRests(anna, [work("07:00", "20:00")])).toEqual([]);
  expect(lostRests(anna, [work("07:00", "12:00"), work("17:00", "20:01")])).toEqual([{ ...work("07:00", "20:01"), atLeast: 39_600 }]);
  expect(lostRests(anna, [work("14:00", "22:00"), work("09:00", "12:00", 1)])).toEqual([]);
  expect(lostRests(anna, [work("14:00", "22:00"), work("08:59", "12:00", 1)])).toHaveLength(1);
  expect(lostRests({ ...anna, busyUntil: t(0, "02:00") }, [work("12:00", "15:01")])).toHaveLength(1);
  expect([keepsRest(anna, [work("14:00", "22:00")], work("08:59", "12:00", 1)), keepsRest(anna, [work("14:00", "22:00")], work("09:00", "12:00", 1))]).toEqual([false, true]);
});

test("a rest lost between shifts tells from when to when the person works", () => {
  const shifts = plan.shifts.map((s) => (s.shift === "Bo-1" ? { ...s, end: t(1, "12:10"), begin: t(0, "20:00") } : s));
  expect(items({ shifts }).filter(({ kind }) => kind === "rest")).toMatchObject([{
    who: "Bo", when: "Mon 2 Mar 08:54–Tue 3 Mar 12:10", isCallable: false, fact: "Works so long without 11 hours of rest between.",
    action: "Change one of the shifts, so that there are 11 hours between.",
  }]);
});

test("slack by hand: the first visit may end so much later", () => {
  const view = viewOf();
  const slack = (shift: string) => slackOf(view, view.rounds.get(shift) as NonNullable<ReturnType<typeof view.rounds.get>>);
  // Anna's insulin ends 07:40, ten minutes' way and one of entry, so nine of waiting; the morning is promised until 10:00, that is 120 + 9.
  expect(slack("Anna-0")).toMatchObject({ ticks: 129 * 60, limit: { task: { id: "a-morning@2026-03-02#1" }, latest: t(0, "10:00") } });
  // Bo is back at 09:25 and waits until 12:10, ten minutes beyond paid time: 165 - 10.
  expect(slack("Bo-0")).toEqual({ ticks: 155 * 60, limit: undefined });
});

/** Anna's lunch at A on Monday, 11:45 to 12:15, beside something that Bo does there from `from` to `to`. */
const beside = (from: string, to: string, change: Change = {}, more: Partial<Task> = {}): Change => {
  const extra: Task = { ...(demand.tasks[0] as Task), id: "walk@2026-03-02#1", serves: ["walk@2026-03-02#1"], class: "walk", ...more };
  const shifts = plan.shifts.map((s) => (s.shift === "Bo-0" ? { ...s, end: t(0, "13:00"), tasks: [...s.tasks, { id: extra.id, slot: 0, start: t(0, from), end: t(0, to) }] } : s));
  return { ...change, demand: { tasks: [...demand.tasks, extra], ...change.demand }, shifts };
};
const pairs = (change: Change): SharedItem[] => items(change).filter(({ kind }) => kind === "atOnce");

test("two staff with different visits to one client at once are told, once per pair, and are no plan that lacks nothing", () => {
  expect(pairs(beside("12:00", "12:30"))).toMatchObject([{
    kind: "atOnce", isCallable: false, who: "Client A", anchor: "c0", when: "Mon 2 Mar 12:00–12:15", fact: "Anna: meal 11:45–12:15; Bo: walk 12:00–12:30.",
    action: "Let one of them do both visits, or move one.",
  }]);
  expect([pairs(beside("12:14", "12:30")).length, pairs(beside("12:15", "12:30")).length]).toEqual([1, 0]);
  const view = viewOf(beside("12:00", "12:30"));
  const { text } = unsolvedSection({ case: town, arms: [view.arm], locale: "en" }, [view]);
  expect(text).not.toContain("Every visit is staffed");
  expect(text).toMatch(/<tr class="kind"><th scope="row">Two staff with one client at once<\/th><td class="number">1</);
  expect(text.indexOf("Takes more than a phone call")).toBeLessThan(text.indexOf("Anna: meal"));
});

test("what is to be done together, by phone, on an errand or for the household is no pair at once", () => {
  const tie = (relation: Record<string, unknown>): Change => beside("12:00", "12:30", { demand: { relations: [{ id: "tie", tasks: ["a-lunch@2026-03-02#1", "walk@2026-03-02#1"], ...relation } as unknown as Relation] } });
  expect(pairs(tie({ kind: "presence", count: [2, 2], zeroAllowed: true }))).toEqual([]);
  const gap = { kind: "gap", from: "start", to: "start", clock: "elapsed", over: "next" };
  expect(pairs(tie({ ...gap, span: [900, 900] }))).toEqual([]);
  expect(pairs(tie({ ...gap, clock: "timeOfDay", span: [-900, 900] }))).toHaveLength(1);
  expect(pairs(tie({ kind: "workers", distinct: [2, 2] }))).toHaveLength(1);
  expect(pairs(beside("12:00", "12:30", {}, { kind: "remote" }))).toEqual([]);
  expect(pairs(beside("12:00", "12:30", {}, { client: "B" }))).toEqual([]);
  const walk = { id: "walk", client: "A", class: "walk", minutes: 30, often: { times: 1, per: "day" as const }, window: ["08:00", "13:00"] as const, timing: "agreed" as const };
  const withNeed = (more: object): Change => beside("12:00", "12:30", { town: { needs: [...town.needs, { ...walk, ...more }] } });
  expect([pairs(withNeed({})).length, pairs(withNeed({ kind: "errand" })).length, pairs(withNeed({ sharedWith: ["B"] })).length]).toEqual([1, 0, 0]);
});

test("tight shifts stand under a heading of their own, and the summary has a sum", () => {
  const needs = town.needs.map((n) => (n.id === "a-morning" ? { ...n, window: ["07:45", "08:00"] as const } : n));
  const view = viewOf({ town: { needs }, leaveOut: ["a-lunch@2026-03-03#1"] });
  const { text } = unsolvedSection({ case: view.town, arms: [view.arm], locale: "en" }, [view]);
  const more = text.slice(text.indexOf("Takes more than a phone call"), text.indexOf("Tight shifts: watch on the day"));
  expect([more.includes("meal, 30 min"), more.includes("min of slack")]).toEqual([true, false]);
  expect(text.slice(text.indexOf("Tight shifts: watch on the day"))).toContain("9 min of slack");
  expect(text).toContain("Rounded down to whole minutes. [assumed: 10 min is our limit]</small>");
  expect(text).toMatch(/<tr class="sum"><th scope="row">Sum<\/th><td class="number">3<\/td><\/tr><tr class="sum"><th scope="row">of which/);
});

test("a shift with under ten minutes of slack says what gives way first, and whom to call then", () => {
  const needs = (to: string) => town.needs.map((n) => (n.id === "a-morning" ? { ...n, window: ["07:45", to] as const } : n));
  expect(items({ town: { needs: needs("08:01") } })).toEqual([]);
  expect(items({ town: { needs: needs("08:00") } })).toMatchObject([0, 1].map((day) => ({
    kind: "slack", isCallable: false, who: "Anna", when: `${day === 0 ? "Mon 2" : "Tue 3"} Mar 07:24–13:00`,
    fact: "9 min of slack. Client A is promised 08:00 at the latest.", action: "Call Client A first if it runs late.",
  })));
});

test("what is free in time is promised to nobody: its slot is its limit", () => {
  const needs = town.needs.map((n) => (n.id === "a-morning" ? { ...n, window: ["07:45", "08:00"] as const, timing: "free" as const } : n));
  expect(items({ town: { needs } })).toEqual([]);
  const until = (clock: string) => demand.tasks.map((x) => (x.id === "a-morning@2026-03-02#1" ? { ...x, slots: [{ start: [t(0, "07:30"), t(0, clock)] as const }] } : x));
  expect(items({ town: { needs }, demand: { tasks: until("08:00") } })).toMatchObject([{ fact: "9 min of slack. Hygiene must begin by 08:00.", action: "Call Client A first if it runs late." }]);
});

test("a shift that is over its time says who could take the last visit", () => {
  const shifts = demand.shifts.map((s) => (s.id === "Bo-1" ? { ...s, paidTo: t(1, "09:24") } : s));
  const end = plan.shifts.map((s) => (s.shift === "Bo-1" ? { ...s, end: t(1, "09:25") } : s));
  const [item] = items({ demand: { shifts }, shifts: end });
  expect(item).toMatchObject({ kind: "slack", who: "Bo", fact: "The plan is over by 1 min already. The shift ends at 09:24.", action: "Count on overtime, or move a visit." });
});

test("free time is waiting, the paid time around a round, and paid shifts without one", () => {
  const view = viewOf();
  expect(freeStaff(view, [t(0, "07:00"), t(0, "07:24")], 24 * 60)).toEqual(["Anna"]);
  expect(freeStaff(view, [t(0, "09:25"), t(0, "12:00")], 155 * 60)).toEqual(["Bo"]);
  expect(freeStaff(view, [t(0, "09:25"), t(0, "12:00")], 155 * 60 + 1)).toEqual([]);
  const without = viewOf({ shifts: plan.shifts.filter(({ shift }) => shift !== "Bo-0"), leaveOut: ["b-lift@2026-03-02#1/1"] });
  expect(freeStaff(without, [t(0, "08:00"), t(0, "12:00")], 4 * 3600)).toEqual(["Bo"]);
});

test("follow-ups that have passed or are due, and plans that nobody approved, are told to the care contact", () => {
  const clients = town.clients.map((c) => ({
    ...c, implementationPlan: { A: { approvedBy: "A", followUp: "2026-02-27" }, B: { approvedBy: "B", followUp: "2026-03-03" }, C: { followUp: "2026-03-04" } }[c.id] ?? {},
  }));
  expect(items({ town: { clients } }).map(({ who, fact, action }) => [who, fact, action])).toEqual([
    ["Anna", "The follow-up was due: Client A Fri 27 Feb.", "Ask Anna to book the follow-up."],
    ["Bo", "Follow-up within the period: Client B Tue 3 Mar.", "Ask Bo to book the follow-up."],
    ["Without a named care contact", "Nobody approved the plan of Client C.", "Name a care contact and book a time."],
  ]);
});

test("what is vital comes first and is called so", () => {
  const tasks = demand.tasks.map((x) => (x.id === "a-lunch@2026-03-03#1" ? { ...x, priority: 5 } : x));
  const all = items({ demand: { tasks }, leaveOut: ["a-lunch@2026-03-03#1", "a-lunch@2026-03-02#1", "a-morning@2026-03-02#1"] });
  expect(all.map(({ fact }) => fact.split(",")[0])).toEqual(["Vital: meal", "hygiene", "meal"]);
});

test("as many breaks and rests are told as the measures count", () => {
  const late = plan.shifts.map((s) => (s.shift === "Bo-1" ? { ...s, begin: t(0, "20:00") } : s));
  for (const change of [{}, { leaveOut: ["rast-0", "rast-1"] }, { shifts: late }, { shifts: late, leaveOut: ["rast-0"] }]) {
    const { work } = viewOf(change).arm.measures;
    expect(items(change).filter(({ kind }) => kind === "rest")).toHaveLength((work.missedBreaks.value ?? 0) + (work.restBreaches.value ?? 0));
  }
});

/** The town with two more people who are off, and with these visits unstaffed. */
const short = (leaveOut: readonly string[], more: Partial<Demand> = {}): View =>
  viewOf({
    town: { staff: [...town.staff, staff("Dan"), staff("Cilla", { employment: "hourly" })] },
    demand: { workers: [...demand.workers, worker("Dan"), worker("Cilla", ["insulin"])], ...more }, leaveOut,
  });
const MORNING = "a-morning@2026-03-03#1";
const LUNCH = "a-lunch@2026-03-03#1";
const called = ({ visits }: CallPlan): unknown => Object.fromEntries([...visits].map(([id, { staff: of, areComing }]) => [id, areComing ? `${of} comes` : `${of}`]));

test("who is called in for one visit takes those of the same day that there is time for", () => {
  const view = short([INSULIN, MORNING, LUNCH]);
  const calls = callPlanOf(view);
  // Insulin from 07:30, the morning from 08:00, lunch from 11:30 to 12:00.
  expect(called(calls)).toEqual({ [INSULIN]: "Cilla", [MORNING]: "Cilla comes", [LUNCH]: "Cilla comes" });
  expect(callsOf(calls)).toEqual([{ staff: "Cilla", day: 1, visits: 3, isShift: false, begin: t(1, "07:30"), end: t(1, "12:00") }]);
  const again = "Cilla (hourly) is called in that day already and has the time.";
  expect(itemsOf(view).map(({ action }) => action)).toEqual(["Call Cilla (hourly).", again, again]);
  expect(unsolvedSection({ case: view.town, arms: [view.arm], locale: "en" }, [view]).text).toContain("<li><b>Tue 3 Mar</b> <span>Cilla (hourly): 3 visits 07:30–12:00</span> </li>");
});

test("nobody is called to two homes at the same time, nor without the way between them", () => {
  const at = (clock: string) => demand.tasks.map((x) => (x.id === MORNING ? { ...x, slots: [{ start: [t(1, clock), t(1, clock)] as const }] } : x.id === INSULIN ? { ...x, slots: [{ start: [t(1, "07:30"), t(1, "07:30")] as const }] } : x));
  // Ten minutes of insulin, ten of way and one of entry: 07:51 is the first that Cilla has time for.
  expect(called(callPlanOf(short([INSULIN, MORNING], { tasks: at("07:51") })))).toEqual({ [INSULIN]: "Cilla", [MORNING]: "Cilla comes" });
  expect(called(callPlanOf(short([INSULIN, MORNING], { tasks: at("07:50") })))).toEqual({ [INSULIN]: "Cilla", [MORNING]: "Dan" });
});

test("rest is counted over the calls together: an evening's visit keeps somebody from the next morning's", () => {
  const evening = (clock: string) => demand.tasks.map((x) => (x.id === "a-lunch@2026-03-02#1" ? { ...x, slots: [{ start: [t(0, clock), t(0, clock)] as const }] } : x.id === MORNING ? { ...x, slots: [{ start: [t(1, "08:00"), t(1, "08:00")] as const }] } : x));
  expect(called(callPlanOf(short(["a-lunch@2026-03-02#1", MORNING], { tasks: evening("20:30") })))).toEqual({ "a-lunch@2026-03-02#1": "Cilla", [MORNING]: "Cilla" });
  expect(called(callPlanOf(short(["a-lunch@2026-03-02#1", MORNING], { tasks: evening("20:31") })))).toEqual({ "a-lunch@2026-03-02#1": "Cilla", [MORNING]: "Dan" });
});

test("a call-in is no longer than a shift", () => {
  const late = (clock: string) => demand.tasks.map((x) => (x.id === LUNCH ? { ...x, slots: [{ start: [t(1, clock), t(1, clock)] as const }] } : x));
  expect(called(callPlanOf(short([INSULIN, LUNCH], { tasks: late("16:00") })))).toEqual({ [INSULIN]: "Cilla", [LUNCH]: "Cilla comes" });
  expect(called(callPlanOf(short([INSULIN, LUNCH], { tasks: late("16:01") })))).toEqual({ [INSULIN]: "Cilla", [LUNCH]: "Dan" });
});

test("a visit by two that lacks both takes two, who come together; who is alone left comes when the other does", () => {
  const both = ["b-lift@2026-03-03#1/1", "b-lift@2026-03-03#1/2"];
  const view = short(both, {});
  const { visits, bookings } = callPlanOf(view);
  expect([...visits.values()]).toMatchObject([{ staff: ["Cilla", "Dan"], others: [] }]);
  expect(new Set(bookings.map(({ begin }) => begin)).size).toBe(1);
  expect(itemsOf(view)[0]?.action).toBe("Call Cilla (hourly) and Dan.");
  expect(callPlanOf(short(both.slice(1))).bookings).toMatchObject([{ worker: "Cilla", begin: t(1, "09:00") }]);
});

test("visits that share what is left of a frame are not all proposed", () => {
  const budget = { id: "frame", of: "task" as const, members: [MORNING, LUNCH], quantity: "serviceTicks" as const, opening: 0, reserved: 0, limit: [null, 2400] as const };
  const view = short([MORNING, LUNCH], { budgets: [budget] });
  expect(called(callPlanOf(view))).toEqual({ [MORNING]: "Cilla" });
  expect(itemsOf(view).map(({ isCallable, action }) => [isCallable, action])).toEqual([
    [true, "Call Cilla (hourly). Otherwise Dan."],
    [false, "The visits above take what is left of the frame. Go through with the client what can wait, or ask the care manager for a new frame."],
  ]);
});

test("what several plans lack alike stands once; what a call can solve comes first", () => {
  const change: Change = { leaveOut: ["rast-1", "a-lunch@2026-03-03#1"] };
  const view = viewOf(change);
  const both = itemsOf(view, { ...view, nth: 1 }, { ...viewOf(), nth: 2 });
  expect(both.map(({ kind, isCallable, arms }) => [kind, isCallable, arms])).toEqual([["rest", true, [0, 1]], ["visit", false, [0, 1]]]);
});

test("visits of one plan that read alike stay two, and are not taken for those of two plans", () => {
  const { serves: _, ...plain } = demand.tasks[0] as Task;
  const view = viewOf({ demand: { tasks: [...demand.tasks, ...["one", "two"].map((id) => ({ ...plain, id, class: "soup" }))] } });
  expect(itemsOf(view).map(({ arms }) => arms)).toEqual([[0], [0]]);
  expect(itemsOf(view, { ...view, nth: 1 }).map(({ arms }) => arms)).toEqual([[0, 1], [0, 1]]);
});

test("a list that nobody reads to its end is cut, and says so", () => {
  const { serves: _, ...plain } = demand.tasks[0] as Task;
  const extra = Array.from({ length: 130 }, (_, i) => ({ ...plain, id: `extra-${i}`, class: `soup-${i}` }));
  const view = viewOf({ demand: { tasks: [...demand.tasks, ...extra] } });
  const { text } = unsolvedSection({ case: town, arms: [view.arm], locale: "en" }, [view]);
  expect(text).toContain("<summary>122 more</summary>");
  expect(text).toContain("Another 10 are not shown. Begin with these.");
  expect([text.includes("soup-119,"), text.includes("soup-120,"), text.includes('<td class="number">130</td>')]).toEqual([true, false, true]);
});

test("tasks that serve nothing of the Case are told by their class", () => {
  const task: Task = { ...(demand.tasks[0] as Task), id: "extra", class: "soup" };
  const { serves: _, ...plain } = task;
  expect(items({ demand: { tasks: [...demand.tasks, plain] } })[0]?.fact).toMatch(/^soup, 30 min\./);
});

test("a vacant shift names who is off and rested; on days that are not planned it does not count", () => {
  const people = [staff("Dan", { team: "south" }), staff("Cilla", { employment: "hourly" }), staff("Eva")];
  const eva = { ...(demand.shifts[0] as Demand["shifts"][number]), id: "Eva-0", worker: "Eva", begins: [t(0, "14:00"), t(0, "14:00")] as const, paidTo: t(0, "21:01") };
  const vacant = { id: "v", team: "south", from: "08:00", to: "16:00", modes: ["car"] as const };
  const change: Change = {
    town: { staff: [...town.staff, ...people], shifts: [{ ...vacant, date: "2026-03-03" }, { ...vacant, id: "w", date: "2026-03-04" }, { ...vacant, id: "x", date: "2026-03-03", staff: "Bo" }] },
    demand: { workers: [...demand.workers, worker("Dan"), worker("Cilla"), worker("Eva")], shifts: [...demand.shifts, eva] },
  };
  expect(items(change)).toMatchObject([{
    kind: "vacant", isCallable: true, who: "Vacant shift", when: "Tue 3 Mar 08:00–16:00", fact: "Nobody works the shift, so the plan does not count on it.", action: "Call Cilla (hourly). Otherwise Dan.",
  }]);
  const rested = { ...change, demand: { ...change.demand, shifts: [...demand.shifts, { ...eva, paidTo: t(0, "21:00") }] } };
  expect(items(rested)[0]?.action).toBe("Call Cilla (hourly). Otherwise Dan or Eva.");
  expect(items({ town: { shifts: [{ ...vacant, date: "2026-03-02" }] } })[0]).toMatchObject({ isCallable: false, action: "Nobody who is off would keep the rest. Borrow from another unit, or drop the shift." });
});

test("a vacant shift is filled first, and tells how many visits it solves; what is done in it needs no other call", () => {
  const vacant = (from: string, to: string) => ({ id: "v", from, to, date: "2026-03-03", modes: ["car"] as const });
  const people = [staff("Dan"), staff("Cilla", { employment: "hourly" })];
  const view = (from: string, to: string, workers = [worker("Dan"), worker("Cilla", ["insulin"])]) => viewOf({
    town: { staff: [...town.staff, ...people], shifts: [vacant(from, to)] }, demand: { workers: [...demand.workers, ...workers] }, leaveOut: [INSULIN, MORNING, LUNCH],
  });
  const inShift = "Solved if Cilla (hourly) takes the vacant shift.";
  expect(itemsOf(view("07:00", "15:00")).map(({ kind, action }) => [kind, action])).toEqual([
    ["vacant", "Call Cilla (hourly) about the shift; that solves 3 visits. Otherwise Dan."], ["visit", inShift], ["visit", inShift], ["visit", inShift],
  ]);
  expect(callsOf(callPlanOf(view("07:00", "15:00")))).toEqual([{ staff: "Cilla", day: 1, visits: 3, isShift: true, begin: t(1, "07:00"), end: t(1, "15:00") }]);
  const { text } = unsolvedSection({ case: town, arms: [view("07:00", "15:00").arm], locale: "en" }, [view("07:00", "15:00")]);
  expect(text).toContain("<span>Cilla (hourly): vacant shift 07:00–15:00, solves 3 visits</span>");
  // To 11:55 lunch does not fit, from 11:30 on for half an hour; Dan is off and takes it.
  expect(itemsOf(view("07:00", "11:55")).map(({ action }) => action)).toEqual([
    "Call Cilla (hourly) about the shift; that solves 2 visits. Otherwise Dan.", inShift, inShift, "Call Dan.",
  ]);
});

test("who is called for something else is not called nobody who is off", () => {
  const shifts = ["v", "w", "x"].map((id) => ({ id, from: "07:00", to: "11:00", date: "2026-03-03", modes: ["car"] as const }));
  const view = viewOf({
    town: { staff: [...town.staff, staff("Dan"), staff("Cilla")], shifts }, demand: { workers: [...demand.workers, worker("Dan"), worker("Cilla")] }, leaveOut: [LUNCH],
  });
  expect(itemsOf(view).filter(({ isCallable }) => !isCallable).map(({ action }) => action)).toEqual([
    "Everybody who is off is called for something else. Borrow from another unit, or drop the shift.",
    "Everybody who is off and can is called for something else. Move a shift, or borrow from another unit.",
  ]);
});

test("a sentence that ends in initials has one full stop", () => {
  for (const words of Object.values(UNSOLVED_WORDS)) {
    const { callIn, otherwise, noRoom } = words.visit;
    for (const say of [callIn, otherwise, noRoom]) {
      expect(say("Maria W.")).toMatch(/[^.]\.$/);
      expect(say("Maria")).toMatch(/[^.]\.$/);
    }
  }
});
